// `xianjie case list|show|timeline|explain`: a case as a clerk reads it.
import { Command } from 'commander';
import * as z from 'zod';
import { StatusAnswer } from '../../doors/http/answer-parts.ts';
import { CaseAnswer } from '../../doors/http/case-answer.ts';
import { ClockExplanation } from '../../doors/http/explain-clocks.ts';
import { Lagging } from '../../doors/http/standing.ts';
import { TimelineAnswer } from '../../doors/http/timeline-answer.ts';
import { noWords, type Words } from '../../words/words.ts';
import { type Http, officerHttp } from '../http.ts';
import { sayLag } from '../lagging.ts';
import { learnNames } from '../names.ts';
import { type AsOption, type PlaceOptions, requireAs, withAs } from '../place.ts';
import { platformWords } from '../platform-law.ts';
import { type JsonOption, print } from '../print.ts';
import { caseListText } from '../text/case-list-text.ts';
import { caseText, courseText } from '../text/case-text.ts';
import { explainText } from '../text/explain-text.ts';
import { screenWidth, terminalWidth } from '../text/wrap-text.ts';
import { closingCommands } from './closing.ts';
import { mendingCommands } from './mend.ts';
import { ofCase } from './of-case.ts';
import { splittingCommands } from './splitting.ts';
import { versionCommands } from './versions.ts';

type Options = PlaceOptions & AsOption & JsonOption;

const CaseLines = z.object({
  lagging: Lagging,
  cases: z.array(
    z.object({
      case: z.string(),
      title: z.string().nullable(),
      openedBy: z.string().nullable(),
      openedAt: z.string().nullable(),
      voided: z.boolean(),
      statuses: z.array(StatusAnswer),
      proceedings: z.array(
        z.object({
          proceeding: z.string(),
          procedure: z.string(),
          version: z.int(),
          state: z.string(),
          movedTo: z.string().nullable(),
          since: z.string(),
        }),
      ),
    }),
  ),
  next: z.int().nullable(),
});
const Explained = z.object({ case: z.string(), clocks: z.array(ClockExplanation) });

/** What an officer asks, with the words to say it in. */
const asking = async <T>(
  options: Options,
  question: (http: Http) => Promise<T>,
): Promise<[answer: T, words: Words]> => {
  const { department, officer } = requireAs(options);
  const http = await officerHttp(options, `${department}/${officer}`);
  const [answer, words] = await Promise.all([
    question(http),
    options.json ? noWords : platformWords(http),
    options.json ? undefined : learnNames(http),
  ]);
  return [answer, words];
};
const ask = (options: Options, path: string): Promise<[answer: unknown, words: Words]> =>
  asking(options, (http) => http.get(path));
const pathOf = (id: string, rest = ''): string => `/v1/cases/${encodeURIComponent(id)}${rest}`;

/** One page, or with `--all` each of them. */
const list = async (options: Options & { voided?: boolean; all?: boolean }): Promise<void> => {
  const [found, words] = await asking(options, async (http) => {
    const voided = options.voided ? 'true' : undefined;
    const page = async (before?: number): Promise<z.infer<typeof CaseLines>> =>
      CaseLines.parse(await http.get('/v1/cases', { voided, before: before?.toString() }));
    const first = await page();
    const cases = [...first.cases];
    let { next } = first;
    while (options.all && next !== null) {
      const more = await page(next);
      cases.push(...more.cases);
      next = more.next;
    }
    return { lagging: first.lagging, cases, next };
  });
  print(options, found, () =>
    [
      caseListText(found.cases, terminalWidth(), words),
      ...(found.next === null
        ? []
        : [`\n还有更早的案件，用 --all 全部列出 / there are older ones: --all lists all`]),
    ].join('\n'),
  );
  sayLag(found.lagging);
};

const show = async (id: string, options: Options): Promise<void> => {
  const [answer, words] = await ask(options, pathOf(id));
  const found = CaseAnswer.parse(answer);
  print(options, found, () => caseText(found, terminalWidth(), options.as ?? '', words));
};

const timeline = async (id: string, options: Options): Promise<void> => {
  const [found, words] = await asking(options, async (http) => {
    const page = async (after?: number): Promise<TimelineAnswer> =>
      TimelineAnswer.parse(await http.get(pathOf(id, '/timeline'), { after: after?.toString() }));
    let whole = await page();
    while (whole.next !== null) {
      const more = await page(whole.next);
      whole = { ...more, entries: [...whole.entries, ...more.entries] };
    }
    return whole;
  });
  print(options, found, () => courseText(found, terminalWidth(), words));
};

const explain = async (id: string, options: Options): Promise<void> => {
  const [answer, words] = await ask(options, pathOf(id, '/explain'));
  const found = Explained.parse(answer);
  print(options, found, () => explainText(found.case, found.clocks, screenWidth(), words));
};

export const caseCommand = (): Command => {
  const command = new Command('case');
  const one = (name: string, description: string, act: (id: string, options: Options) => Promise<void>) =>
    command.addCommand(withAs(ofCase(name, description)).action(act));
  command.addCommand(
    withAs(
      new Command('list')
        .description('本部门知悉的案件 / cases, last moved first')
        .option('--voided', '也列出已作废的案件 / voided cases too')
        .option('--all', '全部列出，不只最近的 / all of them, not the latest alone'),
    ).action(list),
  );
  one('show', '案件现状 / a case as it stands', show);
  one('timeline', '案件经过 / what happened, entry by entry', timeline);
  one('explain', '期限怎样算出 / the working of every due date', explain);
  for (const one of [
    ...closingCommands(),
    ...splittingCommands(),
    ...versionCommands(),
    ...mendingCommands(),
  ])
    command.addCommand(one);
  return command;
};
