// GET /v1/dead and POST /v1/dead/clear: what could not be taken, for the joint-meeting office of the sender's region. Reasons and
// sizes, no content.
import * as z from 'zod';
import { Receipt } from '../../../schemas/entry.ts';
import { DepartmentId, regionOf } from '../../../schemas/ids.ts';
import { OpenText } from '../../../schemas/open-text.ts';
import { DeadLetter } from '../dead-letters.ts';
import { isSecretariatOf } from './may.ts';
import type { HttpPorts } from './ports.ts';
import { problems, sendCode, sendRefusal } from './problem.ts';
import { type HttpServer, officerOf } from './server.ts';
import { wholeNumber } from './whole-number.ts';

const Line = DeadLetter.omit({ format: true, sealed: true }).extend({
  number: z.int().describe('its place among all there ever were'),
});
type Line = z.infer<typeof Line>;

const DeadAnswer = z.strictObject({
  /** Newest first. */
  letters: z.array(Line),
  /** How many there are in all. */
  total: z.int(),
  next: z.int().nullable().describe('`before` of the next page; null where there is none'),
});
const USUAL_PAGE = 50;
const LONGEST_PAGE = 200;

const security = [{ bearer: [] }];
const config = { audience: 'secretariat' } as const;

export const deadRoutes = (app: HttpServer, { registrar, dead, operator }: HttpPorts): void => {
  /** The letters of departments that an office answers for, newest first. A department's share bounds how many there are. */
  const lettersFor = async (office: DepartmentId): Promise<Line[]> => {
    const register = registrar.register();
    const lines: Line[] = [];
    for (const department of (await dead.counts()).keys()) {
      if (!isSecretariatOf(register, office, regionOf(department))) continue;
      for await (const { format: _, sealed: __, ...line } of dead.of(department)) lines.push(line);
    }
    return lines.sort((a, b) => b.number - a.number);
  };

  app.get(
    '/v1/dead',
    {
      config,
      schema: {
        summary: '未能受理的来件 / dead letters',
        security,
        querystring: z.strictObject({
          limit: wholeNumber(1, LONGEST_PAGE).default(USUAL_PAGE),
          before: wholeNumber(1).optional().describe('`next` of the page before'),
        }),
        response: { 200: DeadAnswer, ...problems },
      },
    },
    async (request) => {
      const { limit, before } = request.query;
      const all = await lettersFor(officerOf(request).department);
      const from = before === undefined ? all : all.filter(({ number }) => number < before);
      const letters = from.slice(0, limit);
      const next = from.length > limit ? (letters.at(-1)?.number ?? null) : null;
      return { letters, total: all.length, next };
    },
  );

  app.post(
    '/v1/dead/clear',
    {
      config,
      schema: {
        summary: '清理一个部门的来件并记入账本 / let go of a department’s dead letters, with an entry',
        security,
        body: z.strictObject({
          department: DepartmentId,
          upTo: z.int().positive().describe('number of the last one that is let go of'),
          reason: z.string().trim().pipe(OpenText(300)),
        }),
        response: { 200: Receipt, ...problems },
      },
    },
    async (request, reply) => {
      const { department: office, officer } = officerOf(request);
      const { department, upTo, reason } = request.body;
      if (!isSecretariatOf(registrar.register(), office, regionOf(department)))
        return sendCode(request, reply, 'NOT_PERMITTED', [department]);
      let letters = 0;
      let last = 0;
      for await (const { number } of dead.of(department)) {
        if (number > upTo) break;
        letters += 1;
        last = number;
      }
      if (letters === 0) return sendCode(request, reply, 'DEAD_LETTER_NOT_FOUND', [department]);
      const by = { department: office, officer };
      const answer = await operator.clearDead({ department, upTo: last, letters, by, reason });
      return answer.ok ? answer : sendRefusal(request, reply, answer);
    },
  );
};
