// Where the dockets and hand-offs are to be seen: the web UI opens on an empty namespace otherwise.
import type { Platform } from '../host/platform/start.ts';

/** Address of the workflows' page, or of the server alone where there is no UI. Loads Temporal's client. */
export const temporalPage = async ({ temporal }: Platform): Promise<string> => {
  const { temporalNamespace } = await import('../host/stack/temporal-server.ts');
  return temporal.uiUrl ? `${temporal.uiUrl}/namespaces/${temporalNamespace}/workflows` : temporal.address;
};
