// GET /health: the process answers. GET /ready: the parts it needs do their work. Neither says anything of a case.
import * as z from 'zod';
import type { HttpPorts } from './ports.ts';
import type { HttpServer } from './server.ts';
import { FollowerAnswer } from './standing.ts';

const Ready = z.strictObject({
  ready: z.boolean(),
  ledger: z.boolean(),
  mirror: z.boolean(),
  nats: z.boolean(),
  temporal: z.boolean(),
  readingRoom: z.boolean(),
  /** Every moment that was due when it was last looked, a minute ago at most, is recorded. */
  moments: z.boolean(),
  /** The last checkpoint is stored, and lies beside the keys. */
  checkpoints: z.boolean(),
  /** `null`: it does not answer. */
  followers: z.strictObject({
    inboxes: FollowerAnswer.nullable(),
    temporal: FollowerAnswer.nullable(),
    followUps: FollowerAnswer.nullable(),
    readingRoom: FollowerAnswer.nullable(),
  }),
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
          '账本、镜像、NATS 缺一不可，到期的时间节点须均已记录（moments）；Temporal 与查询库不在时命令照收，提醒与查询随后补上；检查点写不下时（checkpoints）命令也照收，但此后账本若被退回旧状态，将无从发现。followers 为各跟随者读到账本第几条、落后几条、因读不了而搁置的记录。Ledger, mirror and NATS must do their work, and every due moment must be recorded (moments). Without Temporal or the reading room commands are still taken; reminders and queries catch up; so they are while no checkpoint can be written (checkpoints), but a ledger that goes back to an older state is then not noticed. followers: how far each follower of the ledger is, and the entries at which it set a case aside.',
        response: { 200: Ready, 503: Ready },
      },
    },
    async (_, reply) => {
      const { followers, ...parts } = await readiness();
      const ready = parts.ledger && parts.mirror && parts.nats && parts.moments;
      return reply.code(ready ? 200 : 503).send({ ready, ...parts, followers: { ...followers } });
    },
  );
};
