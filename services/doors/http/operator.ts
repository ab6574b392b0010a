// POST /v1/operator/…: what the operator of the platform does. Bearer: the operator's token, which lies beside the keys.
import { Readable } from 'node:stream';
import * as z from 'zod';
import { officersOf } from '../../../case/register/register.ts';
import { Digest } from '../../../schemas/command.ts';
import { type Answer, Receipt } from '../../../schemas/entry.ts';
import { CaseId, DepartmentId, OfficerId, Rank, RegisterRegion, TokenId } from '../../../schemas/ids.ts';
import { OpenText } from '../../../schemas/open-text.ts';
import { RegisterChange } from '../../../schemas/register.ts';
import { CalendarRecord } from '../../../schemas/time-limit.ts';
import { LedgerFault } from '../../bus/ledger/ledger-fault.ts';
import type { HttpPorts } from './ports.ts';
import { problems, sendCode, sendRefusal } from './problem.ts';
import type { HttpServer } from './server.ts';

const Ranks = z.array(Rank).min(1).max(4);
const Officer = z.strictObject({ department: DepartmentId, officer: OfficerId });

const Rebuilt = z.object({
  cases: z.int(),
  clocks: z.int(),
  moments: z.int(),
  overdue: z.int(),
  handOffs: z.int(),
});

/** Changes of a region's register that settle how its limits are counted and where its cases go. */
const SETTLED = [
  'routing-set',
  'unit-settled',
  'local-days-settled',
  'pause-allowed',
  'limit-switched',
  'agreed-limit-set',
  'condition-switched',
] as const;
const Settlement = z
  .strictObject({ region: RegisterRegion, change: RegisterChange })
  .refine(({ change }) => SETTLED.some((known) => known === change.change), {
    path: ['change', 'change'],
    message: SETTLED.join(', '),
  });

export const operatorRoutes = (app: HttpServer, ports: HttpPorts): void => {
  const { operator, registrar } = ports;
  const config = { audience: 'operator' } as const;
  const security = [{ bearer: [] }];
  const tags = ['operator'];

  /** A route whose whole answer is the receipt of a register entry. */
  const entry = <B extends z.ZodType>(
    url: string,
    summary: string,
    body: B,
    act: (body: z.infer<B>) => Promise<Answer>,
  ): void => {
    app.post(
      `/v1/operator/${url}`,
      { config, schema: { summary, tags, security, body, response: { 200: Receipt, ...problems } } },
      async (request, reply) => {
        const answer = await act(request.body as z.infer<B>);
        return answer.ok ? answer : sendRefusal(request, reply, answer);
      },
    );
  };

  app.post(
    '/v1/operator/departments',
    {
      config,
      schema: {
        summary: '登记部门 / register a department; its credentials are written to a file beside the keys',
        tags,
        security,
        body: z.strictObject({
          department: DepartmentId,
          name: z.string().trim().pipe(OpenText(100)),
          simulated: z.boolean().optional(),
          officers: z
            .array(z.strictObject({ officer: OfficerId, ranks: Ranks }))
            .max(100)
            .optional(),
        }),
        response: { 200: z.strictObject({ receipt: Receipt, file: z.string() }), ...problems },
      },
    },
    async (request, reply) => {
      const { department, name, simulated, officers } = request.body;
      const options = { ...(simulated ? { simulated } : {}), ...(officers ? { officers } : {}) };
      const { answer, file } = await operator.addDepartment(department, name, options);
      return answer.ok ? { receipt: answer, file } : sendRefusal(request, reply, answer);
    },
  );
  entry(
    'departments/retire',
    '注销部门 / retire a department',
    z.strictObject({ department: DepartmentId }),
    ({ department }) => operator.retireDepartment(department),
  );

  app.get(
    '/v1/operator/officers',
    {
      config,
      schema: {
        summary: '在任经办人 / officers of a department',
        tags,
        security,
        querystring: z.strictObject({ department: DepartmentId }),
        response: {
          200: z.strictObject({ officers: z.array(z.strictObject({ officer: OfficerId, ranks: Ranks })) }),
          ...problems,
        },
      },
    },
    async (request) => ({
      officers: officersOf(registrar.register(), request.query.department).map(({ officer, ranks }) => ({
        officer,
        ranks: [...ranks],
      })),
    }),
  );
  entry(
    'officers',
    '任命经办人 / appoint an officer, or give one other ranks',
    Officer.extend({ ranks: Ranks }),
    ({ department, officer, ranks }) => operator.appointOfficer(department, officer, ranks),
  );
  entry('officers/retire', '经办人离任 / an officer leaves', Officer, ({ department, officer }) =>
    operator.retireOfficer(department, officer),
  );

  app.post(
    '/v1/operator/tokens',
    {
      config,
      schema: {
        summary: '签发令牌 / issue a token to an officer; it is shown once and kept as its hash',
        tags,
        security,
        body: Officer,
        response: { 200: z.strictObject({ receipt: Receipt, id: z.string(), token: Digest }), ...problems },
      },
    },
    async (request, reply) => {
      const { department, officer } = request.body;
      const known = officersOf(registrar.register(), department).some((o) => o.officer === officer);
      if (!known) return sendCode(request, reply, 'UNKNOWN_OFFICER', [officer]);
      const { answer, id, token } = await operator.issueToken(department, officer);
      return answer.ok ? { receipt: answer, id, token } : sendRefusal(request, reply, answer);
    },
  );
  entry(
    'tokens/revoke',
    '撤销令牌 / revoke a token by its id',
    z.strictObject({ department: DepartmentId, token: TokenId }),
    ({ department, token }) => operator.revokeToken(department, token),
  );

  app.post(
    '/v1/operator/calendars',
    {
      config,
      schema: {
        summary: '公布日历 / publish calendar records; clocks that lean on them are computed again',
        tags,
        security,
        body: z.strictObject({ region: RegisterRegion, records: z.array(CalendarRecord).min(1).max(400) }),
        response: { 200: z.strictObject({ receipt: Receipt, moved: z.int() }), ...problems },
      },
    },
    async (request, reply) => {
      const { region, records } = request.body;
      const { answer, moved } = await operator.publishCalendar(region, records);
      return answer.ok ? { receipt: answer, moved } : sendRefusal(request, reply, answer);
    },
  );
  entry(
    'settle',
    '确定口径 / settle a question of a region: routing, units, local days, pauses, limits, agreed limits',
    Settlement,
    ({ region, change }) => operator.settle(region, change),
  );

  app.post(
    '/v1/operator/export',
    {
      config,
      schema: {
        summary: '导出账本 / export the ledger, or one case, as lines that verify off-line',
        tags,
        security,
        body: z.strictObject({ case: CaseId.optional(), removeEnvelopes: z.boolean().default(false) }),
        response: { 200: z.any().describe('application/x-ndjson'), ...problems },
      },
    },
    async (request, reply) => {
      const { case: caseId, removeEnvelopes } = request.body;
      const lines = operator.exportLines({ ...(caseId ? { case: caseId } : {}), removeEnvelopes });
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
      config,
      schema: {
        summary: '重建计时 / arm every running clock and open hand-off again from the ledger',
        tags,
        security,
        response: { 200: Rebuilt, ...problems },
      },
    },
    async () => operator.rebuildEnforcement(),
  );

  app.post(
    '/v1/operator/dead/open',
    {
      config,
      schema: {
        summary: '打开一件未能受理的来件 / the content of a dead letter, as far as it was kept',
        tags,
        security,
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
