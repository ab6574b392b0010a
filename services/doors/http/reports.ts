// GET /v1/reports/progress: figures of a region for the joint-meeting office and auditors, each of its
// own region and what lies below, and the operator; no party's value.
import * as z from 'zod';
import { closedProcedures } from '../../../case/who-is-told.ts';
import { ContractError } from '../../../schemas/errors.ts';
import { Region } from '../../../schemas/ids.ts';
import { CivilDate, Instant } from '../../../schemas/instant.ts';
import { NATIONAL } from '../../../schemas/subjects.ts';
import { progressOutput, REPORT_FORMATS, type ReportFormat } from '../../reports/progress-output.ts';
import { defaultAsOf, progressQuestion, progressReport } from '../../reports/progress-report.ts';
import { withoutCases } from '../../reports/without-cases.ts';
import { wordsOf } from '../../words/words.ts';
import { isKnownRegion, maySeeFiguresOf } from './may.ts';
import type { HttpPorts } from './ports.ts';
import { problems, sendCode } from './problem.ts';
import type { HttpServer } from './server.ts';
import { laggingHeader } from './standing.ts';

const Query = z.strictObject({
  region: z
    .union([Region, z.literal('all')])
    .describe('区划及其以下，或 all / a region and all below it, or all'),
  from: CivilDate.describe('首日 / first day'),
  to: CivilDate.describe('末日，含当日 / last day, included'),
  asOf: Instant.optional().describe(
    '按此刻所知 / by what was known at this instant, now where it is left out',
  ),
  format: z.enum(REPORT_FORMATS).default('json').describe('json, md or html'),
});

const TYPES: Readonly<Record<ReportFormat, string>> = {
  json: 'application/json; charset=utf-8',
  md: 'text/markdown; charset=utf-8',
  html: 'text/html; charset=utf-8',
};

export const reportRoutes = (
  app: HttpServer,
  { room, roomLag, registrar, clock, checkpointAt }: HttpPorts,
): void => {
  app.get(
    '/v1/reports/progress',
    {
      config: { audience: 'figures' },
      schema: {
        summary: '进展报告 / progress report of a region and a period; both days included',
        security: [{ bearer: [] }],
        querystring: Query,
        response: { 200: z.any().describe('JSON, Markdown or HTML, as asked for'), ...problems },
      },
    },
    async (request, reply) => {
      const { region, from, to, format } = request.query;
      const { caller } = request;
      if (
        caller?.kind !== 'operator' &&
        !(
          caller &&
          maySeeFiguresOf(registrar.register(), caller.department, region === 'all' ? NATIONAL : region)
        )
      ) {
        return sendCode(request, reply, 'NOT_PERMITTED');
      }
      if (region !== 'all' && !isKnownRegion(registrar.register(), region))
        return sendCode(request, reply, 'UNKNOWN_REGION', [`region: ${region}`]);
      if (to < from) throw new ContractError('SCHEMA_MISMATCH', ['to: before from']);
      const lagging = await roomLag();
      const { recordedAt } = await room.position();
      const asOf = request.query.asOf ?? defaultAsOf(to, recordedAt ?? clock.now());
      const words = wordsOf(registrar.law().law);
      const leftOut = caller?.kind === 'operator' ? [] : closedProcedures(words.law);
      const period = { region, from, to, asOf, ...(leftOut.length > 0 ? { leftOut } : {}) };
      const unknown = caller?.kind === 'officer' ? await room.restrictedFrom(caller.department) : [];
      const rows = withoutCases(await room.progress(progressQuestion(period)), unknown);
      const rehearsal = clock.kind === 'rehearsal';
      // Of the very state the rows were read from: the ledger may have moved on since.
      const sequence = rows.readTo;
      const report = progressReport(
        rows,
        period,
        { sequence, checkpoint: checkpointAt(sequence), rehearsal, ...(lagging ? { lagging } : {}) },
        words,
      );
      return reply
        .type(TYPES[format])
        .headers(laggingHeader(lagging))
        .serializer((text: unknown) => text as string)
        .send(progressOutput(report, format, words));
    },
  );
};
