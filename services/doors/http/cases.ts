// GET /v1/cases…: what a department may see of a case. One it may not see is answered as one that does not exist.
import * as z from 'zod';
import { isOver } from '../../../case/decision-under-way.ts';
import { bandRules } from '../../../case/register/band-rules.ts';
import { CaseId, DepartmentId, ProceedingId, Region } from '../../../schemas/ids.ts';
import { Instant } from '../../../schemas/instant.ts';
import { wordsOf } from '../../words/words.ts';
import { caseAnswer } from './answer-case.ts';
import { StatusAnswer, statusLine } from './answer-parts.ts';
import { CaseAnswer } from './case-answer.ts';
import { caseCommands } from './case-commands.ts';
import { caseReads } from './case-reads.ts';
import type { ShownCase } from './case-shown.ts';
import { CommandsAnswer } from './commands-answer.ts';
import { ClockExplanation, explainClocks } from './explain-clocks.ts';
import { pageOf } from './page.ts';
import type { HttpPorts } from './ports.ts';
import { problems, sendCode } from './problem.ts';
import { type HttpServer, officerOf } from './server.ts';
import { Lagging } from './standing.ts';
import { TimelineAnswer, timelineEntry } from './timeline-answer.ts';
import { wholeNumber } from './whole-number.ts';

// Any text: an id that is none gets the answer of one that does not exist.
const Params = z.object({ id: z.string() });
const security = [{ bearer: [] }];

const CaseLine = z.strictObject({
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
      /** The case it goes on in, where it was split off. */
      movedTo: CaseId.nullable(),
      since: Instant,
    }),
  ),
});
type CaseLine = z.infer<typeof CaseLine>;

const CaseLines = z.strictObject({
  lagging: Lagging,
  cases: z.array(CaseLine),
  next: z.int().nullable().describe('`before` of the next page; null where there is none'),
});

/** Lines of a page at most, and where nothing is said. */
const LONGEST_PAGE = 100;
const USUAL_PAGE = 50;
const PageLength = wholeNumber(1, LONGEST_PAGE)
  .optional()
  .describe(`At most so many; a page may end earlier where its content is large`);
const Place = wholeNumber(0).optional();
/** What came with a split is counted back from the first entry of the case. */
const Sequence = wholeNumber(Number.MIN_SAFE_INTEGER).optional();

export const caseRoutes = (app: HttpServer, ports: HttpPorts): void => {
  const { room, roomLag, registrar, clock } = ports;
  const reads = caseReads(ports);
  const commandsIn = caseCommands();
  const words = () => wordsOf(registrar.law().law);

  /** The list says where to look; what is shown is decided on the case itself. */
  const lineOf = async (id: CaseId, department: DepartmentId): Promise<CaseLine[]> => {
    const seen = await reads.seen(id, department);
    if (!seen) return [];
    const proceedings = Object.values(seen.state.proceedings).map((p) => ({
      proceeding: p.proceeding,
      procedure: p.procedure,
      version: p.version,
      state: p.state,
      closed: isOver(registrar.law().law, p),
      movedTo: p.moved?.to ?? null,
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
  };

  app.get(
    '/v1/cases',
    {
      config: { audience: 'officer' },
      schema: {
        summary: '本部门知悉的案件 / cases this department was told of, last moved first',
        security,
        querystring: z.strictObject({
          limit: PageLength,
          before: Place.describe('`next` of the page before'),
          voided: z.literal('true').optional().describe('Voided cases too, which are left out otherwise'),
        }),
        response: { 200: CaseLines, ...problems },
      },
    },
    async (request) => {
      const { department } = officerOf(request);
      const { limit = USUAL_PAGE, voided, before } = request.query;
      const lagging = await roomLag();
      const lines = await room.caseList({
        department,
        voided: voided !== undefined,
        limit,
        ...(before === undefined ? {} : { before }),
      });
      const cases = await Promise.all(lines.map((line) => lineOf(line.case, department)));
      const last = lines.length === limit ? lines.at(-1) : undefined;
      return { lagging, cases: cases.flat(), next: last?.last ?? null };
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
      const { department } = officerOf(request);
      const shown = await reads.seen(request.params.id, department);
      if (!shown) return sendCode(request, reply, 'CASE_NOT_FOUND');
      const { region } = shown.state;
      const bandsAt = (at: Instant) => bandRules(registrar.register(), registrar.law().law, region, at);
      const joined: Record<CaseId, ShownCase | null> = {};
      for (const id of Object.keys(shown.state.joinedCases)) joined[id] = await reads.seen(id, department);
      return caseAnswer(shown, await reads.opened(shown.entries), clock.now(), words(), bandsAt, joined);
    },
  );

  app.get(
    '/v1/cases/:id/timeline',
    {
      config: { audience: 'officer' },
      schema: {
        summary: '案件经过 / what this department was told of a case, entry by entry, oldest first',
        security,
        params: Params,
        querystring: z.strictObject({
          limit: PageLength,
          after: Sequence.describe('`next` of the page before'),
        }),
        response: { 200: TimelineAnswer, ...problems },
      },
    },
    async (request, reply) => {
      const { limit = USUAL_PAGE, after } = request.query;
      const shown = await reads.seen(request.params.id, officerOf(request).department);
      if (!shown) return sendCode(request, reply, 'CASE_NOT_FOUND');
      const later = shown.entries.filter(({ entry }) => after === undefined || entry.sequence > after);
      const opened = await reads.opened(later.slice(0, limit));
      const { answers, rest } = await pageOf(opened, limit, (entry) => timelineEntry(entry, words()));
      const isLast = rest === undefined && later.length <= limit;
      return {
        case: shown.state.id,
        entries: answers,
        next: isLast ? null : (answers.at(-1)?.sequence ?? null),
      };
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
        summary:
          '当前可办：各程序的命令、可以启动的程序、案件本身的命令 / what this officer may do now in a case, and what each command needs: in its proceedings, to open another, on the case itself',
        security,
        params: Params,
        response: { 200: CommandsAnswer, ...problems },
      },
    },
    async (request, reply) => {
      const { department, officer, ranks } = officerOf(request);
      const read = await reads.read(request.params.id, department);
      const state = read?.folded.known?.state;
      if (!read || !state) return sendCode(request, reply, 'CASE_NOT_FOUND');
      const context = {
        at: clock.now(),
        caseId: state.id,
        register: registrar.register(),
        law: registrar.law().law,
        clock: clock.kind,
      };
      const who = { department, officer, ranks };
      const shown = Object.keys(read.shown.state.proceedings);
      return commandsIn({ state, context, who, shown, words: words() });
    },
  );
};
