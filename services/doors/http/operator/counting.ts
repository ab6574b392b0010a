// POST /v1/operator/calendars, /v1/operator/settle: how the limits of a region are counted and where its cases go.
import * as z from 'zod';
import { Receipt } from '../../../../schemas/entry.ts';
import { CaseId, RegisterRegion } from '../../../../schemas/ids.ts';
import { RegisterChange } from '../../../../schemas/register.ts';
import type { RegisterItemKind } from '../../../../schemas/register-item.ts';
import { CalendarRecord } from '../../../../schemas/time-limit.ts';
import type { HttpPorts } from '../ports.ts';
import { problems, sendRefusal } from '../problem.ts';
import type { HttpServer } from '../server.ts';
import { entryRoute, forOperator, operatorSchema } from './entry-route.ts';

/** Items that it may set this way: from which amounts on it speaks of a band, and who is told the results of a procedure. */
const ITEMS = ['amount-standard', 'results-told'] as const satisfies readonly RegisterItemKind[];
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
  .refine(
    ({ change }) =>
      change.change === 'item-set'
        ? ITEMS.some((known) => known === change.kind)
        : SETTLED.some((known) => known === change.change),
    { path: ['change', 'change'], message: [...SETTLED, ...ITEMS].join(', ') },
  );

export const countingRoutes = (app: HttpServer, { operator }: HttpPorts): void => {
  app.post(
    '/v1/operator/calendars',
    {
      config: forOperator,
      schema: {
        summary: '公布日历 / publish calendar records; clocks that lean on them are computed again',
        ...operatorSchema,
        body: z.strictObject({ region: RegisterRegion, records: z.array(CalendarRecord).min(1).max(400) }),
        response: {
          200: z.strictObject({
            receipt: Receipt,
            moved: z.int().describe('Cases whose due dates moved'),
            failed: z
              .array(z.strictObject({ case: CaseId, code: z.string() }))
              .describe('Cases that could not be computed again; publish once more'),
          }),
          ...problems,
        },
      },
    },
    async (request, reply) => {
      const { region, records } = request.body;
      const { answer, moved, failed } = await operator.publishCalendar(region, records);
      return answer.ok
        ? { receipt: answer, moved, failed: [...failed] }
        : sendRefusal(request, reply, answer);
    },
  );
  entryRoute(
    app,
    'settle',
    '确定口径 / settle a question of a region: routing, units, local days, pauses, limits, agreed limits, standards of amounts',
    Settlement,
    ({ region, change }) => operator.settle(region, change),
  );
};
