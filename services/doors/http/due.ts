// GET /v1/due: which limits run, are close, or are overdue. A department sees its own;
// the joint-meeting office its region's; the operator all, since the list holds no party's value.
import * as z from 'zod';
import { closedProcedures } from '../../../case/who-is-told.ts';
import type { Law } from '../../../law/law.ts';
import { Obliged } from '../../../schemas/event.ts';
import { DepartmentId, Region, regionOf } from '../../../schemas/ids.ts';
import { Instant } from '../../../schemas/instant.ts';
import { LegalBasis, LimitKind, LimitSource } from '../../../schemas/time-limit.ts';
import type { DueQuestion } from '../../bus/reading-room/queries/due-list.ts';
import type { Caller } from './caller.ts';
import { isKnownRegion, isSecretariat, isSecretariatOf, isSecretariatOfAll } from './may.ts';
import type { HttpPorts } from './ports.ts';
import { problems, sendCode } from './problem.ts';
import type { HttpServer } from './server.ts';
import { Lagging } from './standing.ts';
import { wholeNumber } from './whole-number.ts';

const Query = z.strictObject({
  department: DepartmentId.optional(),
  region: Region.optional(),
  asOf: Instant.optional().describe(
    '此刻的清单，默认为现在 / the list as of this instant, now where it is left out',
  ),
  limit: wholeNumber(1, 1_000)
    .optional()
    .describe(
      '每类（法定、约定、无法认定等）至多几条；总数见 counts / so many of each kind at most (by law, agreed, undetermined …); counts says how many there are',
    ),
});

const DueItem = z.strictObject({
  case: z.string(),
  region: Region,
  proceeding: z.string(),
  procedure: z.string(),
  clock: z.string(),
  limit: z.string(),
  shelf: z.string(),
  status: z.string(),
  obliged: Obliged,
  obligedName: z.string(),
  liaison: z.array(z.string()),
  startedAt: Instant,
  strictDueAt: Instant.nullable(),
  latestDueAt: Instant.nullable(),
  ends: z.enum(['before', 'at']),
  lateByMillis: z.number().nullable(),
  basis: z.array(LegalBasis),
  kind: LimitKind,
  source: LimitSource,
  provisional: z.boolean(),
  undetermined: z.string().nullable(),
});
export const DueAnswer = z.strictObject({
  asOf: Instant,
  lagging: Lagging,
  items: z.array(DueItem),
  counts: z.array(
    z.strictObject({
      shelf: z.string(),
      all: z.int(),
      late: z.int(),
      strictLate: z.int(),
      close: z.int(),
    }),
  ),
});

/** What is asked for, cut to what the caller may see; `null` where nothing of it is. */
const scopeOf = (
  caller: Caller,
  query: z.infer<typeof Query>,
  law: Law,
): Pick<DueQuestion, 'department' | 'region' | 'except'> | null => {
  const region = query.region ? { region: query.region } : {};
  if (caller.kind === 'operator')
    return { ...region, ...(query.department ? { department: query.department } : {}) };
  const { department } = caller;
  if (isSecretariat(department)) {
    const scope = query.department ? { department: query.department } : {};
    const isOwn = query.department === department;
    return {
      region: regionOf(department),
      ...region,
      ...scope,
      ...(isOwn ? {} : { except: closedProcedures(law) }),
    };
  }
  if (query.department !== undefined && query.department !== department) return null;
  return { department, ...region };
};

export const dueRoutes = (app: HttpServer, { room, roomLag, registrar, clock }: HttpPorts): void => {
  app.get(
    '/v1/due',
    {
      config: { audience: 'officer-or-operator' },
      schema: {
        summary: '到期清单 / the due list as of an instant',
        security: [{ bearer: [] }],
        querystring: Query,
        response: { 200: DueAnswer, ...problems },
      },
    },
    async (request, reply) => {
      const { caller } = request;
      const scope = caller && scopeOf(caller, request.query, registrar.law().law);
      if (!scope) return sendCode(request, reply, 'NOT_PERMITTED');
      const asOf = request.query.asOf ?? clock.now();
      const { limit, region } = request.query;
      if (region && !isKnownRegion(registrar.register(), region))
        return sendCode(request, reply, 'UNKNOWN_REGION', [`region: ${region}`]);
      const exceptCases = caller.kind === 'officer' ? await room.restrictedFrom(caller.department) : [];
      const question: DueQuestion = { asOf, ...scope, exceptCases, ...(limit ? { limit } : {}) };
      const lagging = await roomLag();
      const { items } = await room.dueList(question);
      const register = registrar.register();
      const mine = items.filter(
        (item) =>
          caller.kind === 'operator' ||
          item.obliged === caller.department ||
          isSecretariatOf(register, caller.department, item.region),
      );
      // The list may be cut, so it cannot say whether all that is counted may be seen.
      const countable =
        caller.kind === 'operator' ||
        question.department === caller.department ||
        (question.region !== undefined && isSecretariatOfAll(register, caller.department, question.region));
      const counts = countable ? await room.dueCounts(question) : [];
      return {
        asOf,
        lagging,
        items: mine.map((item) => ({ ...item, liaison: [...item.liaison], basis: [...item.basis] })),
        counts: [...counts],
      };
    },
  );
};
