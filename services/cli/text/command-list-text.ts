// Every command of a procedure on a terminal, before there is a case: who sends it, when, and with which options.
import type { CommandList } from '../../doors/http/command-list.ts';
import { rankOfAll } from '../../words/roles.ts';
import { caseForm } from '../case-forms.ts';
import { fieldText, sharedText } from './field-text.ts';
import { hanging } from './wrap-text.ts';

type Line = CommandList['commands'][number];

/** Apart from what each says: a title may have a 、 or a ， of its own. */
const titles = (all: readonly { readonly title: { readonly zh: string } }[]): string =>
  all.map(({ title }) => title.zh).join('；');

const whenText = ({ opens, always, states }: Line): string =>
  [
    ...(opens ? ['启动程序时'] : []),
    ...(always ? ['办结前随时'] : states.length > 0 ? [titles(states)] : []),
  ].join('；或者 ');

const typed = ({ name, options, least, most, ...field }: Line['fields'][number]): string =>
  fieldText(
    name,
    { ...field, ...(least === null ? {} : { least }), ...(most === null ? {} : { most }) },
    options.map((option) => `${option.code}（${option.title.zh}）`).join('|'),
  );

/** Whether it hands over what it opens and demands nothing that would say what that is. */
const mayBeEmpty = ({ opens, receiver, papers, values, fields }: Line): boolean =>
  opens &&
  receiver !== null &&
  papers.length === 0 &&
  values.every((path) => path === '/reason') &&
  !fields.some((field) => field.required && field.class !== 'open');

/** What it must carry, as it is typed; papers by their codes. */
const needsOf = (line: Line): string[] => {
  const { body, fields, values, papers, officers, receiver } = line;
  return [
    ...papers.map(({ code, title }) => `--paper ${code}=${title.zh}.pdf`),
    ...body
      .filter((name) => name !== 'papers')
      .map((name) => (name === 'team' ? `--team 至少${officers}名经办人` : sharedText(name))),
    ...(receiver && !body.includes('to') ? [`--to ${receiver.title.zh}（尚未确定时）`] : []),
    ...fields.filter(({ required }) => required).map(typed),
    ...values.map((path) => sharedText(path.slice(1))),
    ...(mayBeEmpty(line) ? ['--title、--summary、--subject、--paper 至少一项'] : []),
  ];
};

/** Kinds of department that may send it; none where any may. */
const kindsOf = (by: Line['by']): Line['by'][number]['bodies'] =>
  by.some(({ bodies }) => bodies.length === 0) ? [] : by.flatMap(({ bodies }) => bodies);

const blockOf = (line: Line, width: number): string => {
  const { command, title, by, rank, fields, conditions } = line;
  const may = fields.filter(({ required }) => !required).map(typed);
  const isOnCase = line.procedure === 'case';
  const rows: [lead: string, text: string][] = [
    ['由谁', `${titles(by)}${rank ? `，${rankOfAll(rank, kindsOf(by)).zh}` : ''}`],
    ['何时', line.when === null ? whenText(line) : line.when.zh],
    ['条件', titles(conditions)],
    ...(isOnCase
      ? ([['写法', caseForm(line.command)]] as [string, string][])
      : ([['须有', needsOf(line).join('  ')]] as [string, string][])),
    ['可有', may.join('  ')],
  ];
  return [
    ...hanging('', `${command}  ${title.zh} / ${title.en}`, width),
    ...rows.flatMap(([lead, text]) => (text === '' ? [] : hanging(`  ${lead}  `, text, width))),
  ].join('\n');
};

export const commandListText = ({ commands }: CommandList, width: number): string =>
  [...Map.groupBy(commands, ({ procedure }) => procedure)]
    .map(([procedure, all]) => {
      const title = all[0]?.procedureTitle;
      const heading = hanging('', `${procedure}  ${title?.zh} / ${title?.en}`, width).join('\n');
      return [heading, ...all.map((line) => blockOf(line, width))].join('\n\n');
    })
    .join('\n\n');
