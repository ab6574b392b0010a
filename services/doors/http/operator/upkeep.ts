// POST /v1/operator/export, …/enforce/rebuild, …/dead/open: the ledger taken out, time armed again, dead letters read.
import { Readable } from 'node:stream';
import * as z from 'zod';
import { departmentOf } from '../../../../case/register/register.ts';
import { Digest } from '../../../../schemas/command.ts';
import { CaseId, DepartmentId } from '../../../../schemas/ids.ts';
import { LedgerFault } from '../../../bus/ledger/ledger-fault.ts';
import type { HttpPorts } from '../ports.ts';
import { problems, sendCode } from '../problem.ts';
import type { HttpServer } from '../server.ts';
import { forOperator, operatorSchema } from './entry-route.ts';

const Rebuilt = z.object({
  cases: z.int(),
  clocks: z.int(),
  moments: z.int(),
  overdue: z.int(),
  handOffs: z.int(),
  /** Cases with an entry that cannot be folded: nothing of theirs was armed. */
  unreadable: z.array(z.string()),
});

export const upkeepRoutes = (app: HttpServer, { operator, registrar }: HttpPorts): void => {
  app.post(
    '/v1/operator/export',
    {
      config: forOperator,
      schema: {
        summary: '导出账本 / export the ledger, or one case, as lines that verify off-line',
        ...operatorSchema,
        body: z.strictObject({
          case: CaseId.optional(),
          /** Without the bodies this department may not see, and without envelopes. */
          for: DepartmentId.optional(),
          removeEnvelopes: z.boolean().default(false),
        }),
        response: { 200: z.any().describe('application/x-ndjson'), ...problems },
      },
    },
    async (request, reply) => {
      const { case: caseId, for: department, removeEnvelopes } = request.body;
      if (department && !departmentOf(registrar.register(), department))
        return sendCode(request, reply, 'UNKNOWN_DEPARTMENT');
      const lines = operator.exportLines({
        ...(caseId ? { case: caseId } : {}),
        ...(department ? { for: department } : {}),
        removeEnvelopes,
      });
      const iterator = lines[Symbol.asyncIterator]();
      // The first line comes before the status: what cannot be exported is refused, not cut off.
      let first: IteratorResult<string>;
      try {
        first = await iterator.next();
      } catch (error) {
        if (error instanceof LedgerFault && error.code === 'NO_SUCH_CASE')
          return sendCode(request, reply, 'CASE_NOT_FOUND');
        throw error;
      }
      const text = async function* () {
        for (let next = first; !next.done; next = await iterator.next()) yield `${next.value}\n`;
      };
      return reply
        .type('application/x-ndjson')
        .serializer((payload: unknown) => payload as string)
        .send(Readable.from(text()));
    },
  );

  app.post(
    '/v1/operator/enforce/rebuild',
    {
      config: forOperator,
      schema: {
        summary: '重建计时 / arm every running clock and open hand-off again from the ledger',
        ...operatorSchema,
        response: { 200: Rebuilt, ...problems },
      },
    },
    async () => {
      const { unreadable, ...rebuilt } = await operator.rebuildEnforcement();
      return { ...rebuilt, unreadable: [...unreadable] };
    },
  );

  app.post(
    '/v1/operator/dead/open',
    {
      config: forOperator,
      schema: {
        summary: '打开一件未能受理的来件 / the content of a dead letter, as far as it was kept',
        ...operatorSchema,
        body: z.strictObject({ sha256: Digest }),
        response: { 200: z.strictObject({ base64: z.string() }), ...problems },
      },
    },
    async (request, reply) => {
      const content = await operator.openDead(request.body.sha256);
      return content
        ? { base64: Buffer.from(content).toString('base64') }
        : sendCode(request, reply, 'DEAD_LETTER_NOT_FOUND');
    },
  );
};
