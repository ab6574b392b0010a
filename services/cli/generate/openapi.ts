// schemas/openapi.json: the HTTP door described, from the same zod schemas that check every request.
import type { Law } from '../../../law/law.ts';
import { httpServer } from '../../doors/http/http-door.ts';
import { openapiDocument } from '../../doors/http/openapi.ts';
import type { HttpPorts } from '../../doors/http/ports.ts';
import { generateSigningKey } from '../../proof/signature.ts';

/** A door with nothing behind it: it is only described, never knocked at. */
export const openapi = async (law: Law): Promise<object> => {
  const ports = { gatewayKey: generateSigningKey('gateway'), registrar: {}, operator: {}, log: {} };
  const app = httpServer(ports as unknown as HttpPorts);
  await app.ready();
  const document = openapiDocument(app, law);
  await app.close();
  return document;
};
