// GET /health: the process answers. GET /ready: the parts it needs do their work. Neither says anything of a case.
import * as z from 'zod';
import type { HttpPorts } from './ports.ts';
import type { HttpServer } from './server.ts';

const Ready = z.strictObject({
  ready: z.boolean(),
  ledger: z.boolean(),
  mirror: z.boolean(),
  nats: z.boolean(),
  temporal: z.boolean(),
  readingRoom: z.boolean(),
});

export const healthRoutes = (app: HttpServer, { readiness }: HttpPorts): void => {
  app.get(
    '/health',
    {
      config: { audience: 'anyone' },
      schema: {
        summary: '存活 / the process lives',
        response: { 200: z.strictObject({ live: z.literal(true) }) },
      },
    },
    async () => ({ live: true as const }),
  );
  app.get(
    '/ready',
    {
      config: { audience: 'anyone' },
      schema: {
        summary: '就绪 / whether commands are taken',
        description:
          '账本、镜像、NATS 缺一不可；Temporal 与查询库不在时命令照收，提醒与查询随后补上。Without Temporal or the reading room commands are still taken; reminders and queries catch up.',
        response: { 200: Ready, 503: Ready },
      },
    },
    async (_, reply) => {
      const parts = await readiness();
      const ready = parts.ledger && parts.mirror && parts.nats;
      return reply.code(ready ? 200 : 503).send({ ready, ...parts });
    },
  );
};
