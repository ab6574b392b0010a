// schemas/openapi.json: the HTTP door described, from the same zod schemas that check every request.
import { openapiDocument } from '../../gateway/http/openapi.ts';
import type { HttpPorts } from '../../gateway/http/ports.ts';
import { httpServer } from '../../gateway/http-door.ts';
import { generateSigningKey } from '../../ledger/signature.ts';

/** A door with nothing behind it: it is only described, never knocked at. */
export const openapi = async (): Promise<object> => {
  const ports = { gatewayKey: generateSigningKey('gateway'), registrar: {}, operator: {}, log: {} };
  const app = httpServer(ports as unknown as HttpPorts);
  await app.ready();
  const document = openapiDocument(app);
  await app.close();
  return document;
};
