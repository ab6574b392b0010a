// `xianjie case list|show|timeline|explain`: a case as a clerk reads it.
import { Command } from 'commander';
import * as z from 'zod';
import { procedureTitle, stateTitle } from '../../../law/titles.ts';
import { CaseAnswer, StatusAnswer, TimelineAnswer } from '../../doors/http/case-answers.ts';
import { ClockExplanation } from '../../doors/http/explain-clocks.ts';
import { whenText } from '../../words/instants.ts';
import { officerHttp } from '../http.ts';
import { learnNames } from '../names.ts';
import { type AsOption, type PlaceOptions, requireAs, withAs } from '../place.ts';
import { type JsonOption, print } from '../print.ts';
import { caseText, courseText, explainText, openedText } from '../text/case-text.ts';
import { table } from '../text/table.ts';
import { terminalWidth } from '../text/wrap-text.ts';

type Options = PlaceOptions & AsOption & JsonOption;

const CaseLines = z.object({
  cases: z.array(
    z.object({
      case: z.string(),
      openedBy: z.string().nullable(),
      openedAt: z.string().nullable(),
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

const ask = async (options: Options, path: string): Promise<unknown> => {
  const { department, officer } = requireAs(options);
  const http = await officerHttp(options, `${department}/${officer}`);
  const [answer] = await Promise.all([http.get(path), options.json ? undefined : learnNames(http)]);
  return answer;
};
const pathOf = (id: string, rest = ''): string => `/v1/cases/${encodeURIComponent(id)}${rest}`;

const list = async (options: Options): Promise<void> => {
  const found = CaseLines.parse(await ask(options, '/v1/cases'));
  print(options, found, () =>
    table(
      ['案件', '程序', '状态', '自', '立卷'],
      found.cases.flatMap((c) =>
        [
          ...c.proceedings.map((p) => [
            `${p.proceeding} ${procedureTitle(p.procedure).zh}`,
            stateTitle(p.procedure, p.version, p.state).zh,
            whenText(p.since),
          ]),
          ...c.statuses.map((s) => [`${s.proceeding} ${s.procedureTitle.zh}`, s.title.zh, '']),
        ].map((line, index) => [
          index === 0 ? c.case : '',
          ...line,
          index === 0 ? openedText(c.openedBy, c.openedAt) : '',
        ]),
      ),
      '没有本部门知悉的案件 / no cases this department was told of',
    ),
  );
};

const show = async (id: string, options: Options): Promise<void> => {
  const found = CaseAnswer.parse(await ask(options, pathOf(id)));
  print(options, found, () => caseText(found));
};

const timeline = async (id: string, options: Options): Promise<void> => {
  const found = TimelineAnswer.parse(await ask(options, pathOf(id, '/timeline')));
  print(options, found, () => courseText(found, terminalWidth()));
};

const explain = async (id: string, options: Options): Promise<void> => {
  const found = Explained.parse(await ask(options, pathOf(id, '/explain')));
  print(options, found, () => explainText(found.case, found.clocks));
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
    withAs(new Command('list').description('本部门知悉的案件 / cases, last moved first')).action(list),
  );
  one('show', '案件现状 / a case as it stands', show);
  one('timeline', '案件经过 / what happened, entry by entry', timeline);
  one('explain', '期限怎样算出 / the working of every due date', explain);
  return command;
};
