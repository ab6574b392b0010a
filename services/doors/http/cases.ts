// GET /v1/cases…: what a department may see of a case. One it may not see is answered as one that does not exist.
import * as z from 'zod';
import { possibleCommands } from '../../../case/possible.ts';
import { CaseId, DepartmentId, ProceedingId, Region } from '../../../schemas/ids.ts';
import { Instant } from '../../../schemas/instant.ts';
import { wordsOf } from '../../words/words.ts';
import {
  CaseAnswer,
  CommandsAnswer,
  caseAnswer,
  StatusAnswer,
  statusLine,
  TimelineAnswer,
  timelineAnswer,
} from './case-answers.ts';
import { caseReads } from './case-reads.ts';
import { ClockExplanation, explainClocks } from './explain-clocks.ts';
import type { HttpPorts } from './ports.ts';
import { problems, sendCode } from './problem.ts';
import { type HttpServer, officerOf } from './server.ts';
import { Lagging } from './standing.ts';

// Any text: an id that is none gets the answer of one that does not exist.
const Params = z.object({ id: z.string() });
const security = [{ bearer: [] }];

const CaseLines = z.strictObject({
  lagging: Lagging,
  cases: z.array(
    z.strictObject({
      case: CaseId,
      region: Region,
      /** What it is called now, where that is shown. */
      title: z.string().nullable(),
      openedBy: DepartmentId.nullable(),
      openedAt: Instant.nullable(),
      voided: z.boolean(),
      statuses: z.array(StatusAnswer),
      proceedings: z.array(
        z.strictObject({
          proceeding: ProceedingId,
          procedure: z.string(),
          version: z.int(),
          state: z.string(),
          closed: z.boolean(),
          since: Instant,
        }),
      ),
    }),
  ),
});

export const caseRoutes = (app: HttpServer, ports: HttpPorts): void => {
  const { room, roomLag, registrar, clock } = ports;
  const reads = caseReads(ports);
  const words = () => wordsOf(registrar.law().law);

  app.get(
    '/v1/cases',
    {
      config: { audience: 'officer' },
      schema: {
        summary: '本部门知悉的案件 / cases this department was told of, last moved first',
        security,
        querystring: z.strictObject({
          limit: z.coerce.number().int().min(1).max(500).optional(),
          voided: z.literal('true').optional().describe('Voided cases too, which are left out otherwise'),
        }),
        response: { 200: CaseLines, ...problems },
      },
    },
    async (request) => {
      const { department } = officerOf(request);
      const { limit, voided } = request.query;
      const lagging = await roomLag();
      const ids = await room.caseList({
        department,
        voided: voided !== undefined,
        ...(limit ? { limit } : {}),
      });
      const cases = await Promise.all(
        ids.map(async (id) => {
          // The list says where to look; what is shown is decided on the case itself.
          const seen = await reads.seen(id, department);
          if (!seen) return [];
          const proceedings = Object.values(seen.state.proceedings).map((p) => ({
            proceeding: p.proceeding,
            procedure: p.procedure,
            version: p.version,
            state: p.state,
            closed: registrar.law().law.procedure(p.procedure, p.version)?.states[p.state]?.terminal ?? false,
            since: seen.since[p.proceeding]?.at ?? p.openedAt,
          }));
          return [
            {
              case: id,
              region: seen.state.region,
              title: await reads.titleOf(seen),
              openedBy: seen.knowsOpening ? seen.state.openedBy : null,
              openedAt: seen.knowsOpening ? seen.openedAt : null,
              voided: seen.state.voided !== undefined,
              statuses: seen.statuses.map((status) => statusLine(status, words())),
              proceedings,
            },
          ];
        }),
      );
      return { lagging, cases: cases.flat() };
    },
  );

  app.get(
    '/v1/cases/:id',
    {
      config: { audience: 'officer' },
      schema: {
        summary: '案件现状 / a case as it stands, with the values this department may see',
        security,
        params: Params,
        response: { 200: CaseAnswer, ...problems },
      },
    },
    async (request, reply) => {
      const found = await reads.read(request.params.id, officerOf(request).department);
      return found
        ? caseAnswer(found.shown, found.entries, clock.now(), words())
        : sendCode(request, reply, 'CASE_NOT_FOUND');
    },
  );

  app.get(
    '/v1/cases/:id/timeline',
    {
      config: { audience: 'officer' },
      schema: {
        summary: '案件经过 / what this department was told of a case, entry by entry',
        security,
        params: Params,
        response: { 200: TimelineAnswer, ...problems },
      },
    },
    async (request, reply) => {
      const { id } = request.params;
      const found = await reads.read(id, officerOf(request).department);
      return found ? timelineAnswer(id, found.entries, words()) : sendCode(request, reply, 'CASE_NOT_FOUND');
    },
  );

  app.get(
    '/v1/cases/:id/explain',
    {
      config: { audience: 'officer' },
      schema: {
        summary: '期限计算过程 / the working of every due date of a case',
        security,
        params: Params,
        response: {
          200: z.strictObject({ case: CaseId, clocks: z.array(ClockExplanation) }),
          ...problems,
        },
      },
    },
    async (request, reply) => {
      const seen = await reads.seen(request.params.id, officerOf(request).department);
      return seen
        ? {
            case: seen.state.id,
            clocks: explainClocks(seen.state, {
              register: registrar.register(),
              law: registrar.law().law,
              asOf: clock.now(),
            }),
          }
        : sendCode(request, reply, 'CASE_NOT_FOUND');
    },
  );

  app.get(
    '/v1/cases/:id/commands',
    {
      config: { audience: 'officer' },
      schema: {
        summary: '当前可用命令 / what this officer may do in a case now, and what each command needs',
        security,
        params: Params,
        response: { 200: CommandsAnswer, ...problems },
      },
    },
    async (request, reply) => {
      const { department, ranks } = officerOf(request);
      const seen = await reads.seen(request.params.id, department);
      if (!seen) return sendCode(request, reply, 'CASE_NOT_FOUND');
      const { law } = registrar.law();
      const commands = possibleCommands(seen.state, law, department, ranks).map((c) => ({
        ...c,
        papers: [...c.papers],
        needs: [...c.needs],
        takes: [...c.takes],
        conditions: [...c.conditions],
      }));
      return { case: seen.state.id, commands };
    },
  );
};
