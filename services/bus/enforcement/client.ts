// The platform's client of Temporal. Lazy: made whether Temporal answers or not, it connects at the first call.
import { Client, Connection } from '@temporalio/client';

export type TemporalAddress = { readonly address: string; readonly namespace: string };

export type TemporalClient = { readonly client: Client; close(): Promise<void> };

export const temporalClient = ({ address, namespace }: TemporalAddress): TemporalClient => {
  const connection = Connection.lazy({ address, connectTimeout: 5_000 });
  return { client: new Client({ connection, namespace }), close: () => connection.close() };
};
