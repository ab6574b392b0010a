// The HTTP front door: the same commands, the same checks and the same refusals as on the bus, and what may be read.
// It listens on loopback; TLS and the world are the business of what stands in front of it.

import type { Law } from '../../../law/law.ts';
import { remember } from '../../../law/remember.ts';
import { bandRoutes } from './bands.ts';
import { caseRoutes } from './cases.ts';
import { commandListRoutes } from './command-list.ts';
import { commandRoutes } from './commands.ts';
import { countingRoutes } from './counting.ts';
import { deadRoutes } from './dead.ts';
import { departmentRoutes } from './departments.ts';
import { dueRoutes } from './due.ts';
import { healthRoutes } from './health.ts';
import { inboxRoutes } from './inbox.ts';
import { lawRoutes } from './law.ts';
import { openapiDocument } from './openapi.ts';
import { operatorRoutes } from './operator/operator-routes.ts';
import type { HttpPorts } from './ports.ts';
import { reportRoutes } from './reports.ts';
import { bareServer, type HttpServer } from './server.ts';

export type HttpDoor = {
  /** Base address without a slash at its end. */
  readonly url: string;
  stop(): Promise<void>;
};

const LOOPBACK = '127.0.0.1';

/** All routes on a server that does not listen yet; tests and the generator of its description use it as it is. */
export const httpServer = (ports: HttpPorts): HttpServer => {
  const app = bareServer(ports);
  app.register(async (scope) => {
    const typed = scope as unknown as HttpServer;
    for (const routes of [
      healthRoutes,
      commandRoutes,
      commandListRoutes,
      caseRoutes,
      bandRoutes,
      dueRoutes,
      countingRoutes,
      reportRoutes,
      departmentRoutes,
      lawRoutes,
      deadRoutes,
      inboxRoutes,
      operatorRoutes,
    ]) {
      routes(typed, ports);
    }
    const described = remember((law: Law) => openapiDocument(app, law));
    typed.get('/openapi.json', { config: { audience: 'anyone' }, schema: { hide: true } }, async () =>
      described(ports.registrar.law().law),
    );
  });
  return app;
};

/** Serves until stopped; `port` 0 takes a free one. Requests under way are answered before it ends. */
export const openHttpDoor = async (ports: HttpPorts, port: number): Promise<HttpDoor> => {
  const app = httpServer(ports);
  const url = await app.listen({ host: LOOPBACK, port });
  return { url, stop: () => app.close() };
};
