// `xianjie case list|show|timeline|explain`: a case as a clerk reads it.
import { Command } from 'commander';
import * as z from 'zod';
import { CaseAnswer, StatusAnswer, TimelineAnswer } from '../../doors/http/case-answers.ts';
import { ClockExplanation } from '../../doors/http/explain-clocks.ts';
import { Lagging } from '../../doors/http/standing.ts';
import { noWords, type Words } from '../../words/words.ts';
import { officerHttp } from '../http.ts';
import { sayLag } from '../lagging.ts';
import { learnNames } from '../names.ts';
import { type AsOption, type PlaceOptions, requireAs, withAs } from '../place.ts';
import { platformWords } from '../platform-law.ts';
import { type JsonOption, print } from '../print.ts';
import { caseListText } from '../text/case-list-text.ts';
import { caseText, courseText, explainText } from '../text/case-text.ts';
import { terminalWidth } from '../text/wrap-text.ts';
import { mendingCommands } from './mend.ts';

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
          since: z.string(),
        }),
      ),
    }),
  ),
});
const Explained = z.object({ case: z.string(), clocks: z.array(ClockExplanation) });

const ask = async (options: Options, path: string): Promise<[answer: unknown, words: Words]> => {
  const { department, officer } = requireAs(options);
  const http = await officerHttp(options, `${department}/${officer}`);
  const [answer, words] = await Promise.all([
    http.get(path),
    options.json ? noWords : platformWords(http),
    options.json ? undefined : learnNames(http),
  ]);
  return [answer, words];
};
const pathOf = (id: string, rest = ''): string => `/v1/cases/${encodeURIComponent(id)}${rest}`;

const list = async (options: Options & { voided?: boolean }): Promise<void> => {
  const [answer, words] = await ask(options, options.voided ? '/v1/cases?voided=true' : '/v1/cases');
  const found = CaseLines.parse(answer);
  print(options, found, () => caseListText(found.cases, terminalWidth(), words));
  sayLag(found.lagging);
};

const show = async (id: string, options: Options): Promise<void> => {
  const [answer, words] = await ask(options, pathOf(id));
  const found = CaseAnswer.parse(answer);
  print(options, found, () => caseText(found, terminalWidth(), options.as ?? '', words));
};

const timeline = async (id: string, options: Options): Promise<void> => {
  const [answer, words] = await ask(options, pathOf(id, '/timeline'));
  const found = TimelineAnswer.parse(answer);
  print(options, found, () => courseText(found, terminalWidth(), words));
};

const explain = async (id: string, options: Options): Promise<void> => {
  const [answer, words] = await ask(options, pathOf(id, '/explain'));
  const found = Explained.parse(answer);
  print(options, found, () => explainText(found.case, found.clocks, words));
};

export const caseCommand = (): Command => {
  const command = new Command('case').description('案件 / cases');
  const one = (name: string, description: string, act: (id: string, options: Options) => Promise<void>) =>
    command.addCommand(
      withAs(new Command(name).description(description).argument('<case>', '案件编号 / the case')).action(
        act,
      ),
    );
  command.addCommand(
    withAs(
      new Command('list')
        .description('本部门知悉的案件 / cases, last moved first')
        .option('--voided', '也列出已作废的案件 / voided cases too'),
    ).action(list),
  );
  one('show', '案件现状 / a case as it stands', show);
  one('timeline', '案件经过 / what happened, entry by entry', timeline);
  one('explain', '期限怎样算出 / the working of every due date', explain);
  for (const mending of mendingCommands()) command.addCommand(mending);
  return command;
};
