// A procedure as a clerk and an engineer read it: its roles, where each command leads, what a command takes, its limits.
import type { ClockRule, Procedure, ProcedureCommand, Target } from '../../../schemas/procedure.ts';
import type { TimeLimit } from '../../../schemas/time-limit.ts';
import { limitMark, obligedTitle, spanText } from '../../words/limits.ts';
import { rankTitle, takerTitle } from '../../words/roles.ts';
import type { Words } from '../../words/words.ts';
import type { ProcedureAnswer } from '../commands/procedures.ts';
import type { Family } from '../procedure-families.ts';
import { factLines, periodText } from './facts.ts';
import { padded } from './table.ts';
import { hanging } from './wrap-text.ts';

type Both = { readonly zh: string; readonly en: string };
const both = ({ zh, en }: Both): string => `${zh} / ${en}`;

/** All procedures, family by family. */
export const procedureListText = (families: readonly Family[], width: number): string => {
  const names = families.flatMap(({ procedures }) => procedures.map((p) => p.procedure));
  const column = Math.max(...names.map((name) => name.length)) + 2;
  return families
    .flatMap((family) => [
      ...hanging('', both(family.title), width),
      ...family.procedures.flatMap((p) =>
        hanging(
          padded(`  ${p.procedure}`, column + 2),
          `${both(p.title)}（${Object.keys(p.states).length} 个状态，${Object.keys(p.clocks).length} 项期限）`,
          width,
        ),
      ),
      '',
    ])
    .join('\n');
};

const SEES = { all: '所见 全部内容 all', open: '所见 公开部分 open form', status: '所见 状态词 status word' };

const roleLines = ({ roles }: Procedure, width: number): readonly string[] =>
  Object.entries(roles).flatMap(([role, { title, bodies = [], sees }]) =>
    hanging(
      `  ${padded(role, 18)}`,
      `${both(title)}：${bodies.length === 0 ? '各部门 / any department' : obligedTitle(bodies).zh}；${SEES[sees]}`,
      width,
    ),
  );

const stateName = (p: Procedure, state: string | null): string =>
  state === null ? '不变 stays' : `${p.states[state]?.title.zh ?? state}（${state}）`;

const conditionTitles = (p: Procedure, ids: readonly string[] = []): string =>
  ids.map((id) => p.conditions[id]?.title.zh ?? id).join('；');

/** Where a command leads: to one state, or by a condition to one of two. */
const targetText = (p: Procedure, { to, when, else: otherwise }: Target): string => {
  const conditions = conditionTitles(p, when);
  if (otherwise !== undefined)
    return `→ ${conditions}：${stateName(p, to)}；否则 else：${stateName(p, otherwise)}`;
  return `→ ${stateName(p, to)}${when ? `，限${conditions}` : ''}`;
};

const offeredLines = (
  p: Procedure,
  targets: Readonly<Record<string, Target>> | undefined,
  width: number,
): readonly string[] =>
  Object.entries(targets ?? {}).flatMap(([command, target]) =>
    hanging(
      '    ',
      `${command} ${(target.title ?? p.commands[command]?.title)?.zh ?? ''} ${targetText(p, target)}`,
      width,
    ),
  );

const stateLines = (p: Procedure, width: number): readonly string[] => [
  ...Object.entries(p.states).flatMap(([name, { title, terminal, on }]) => [
    ...hanging('  ', `${name}  ${both(title)}${terminal ? '（终结 ends）' : ''}`, width),
    ...offeredLines(p, on, width),
  ]),
  ...(p.always ? ['  任何在办状态 any open state', ...offeredLines(p, p.always, width)] : []),
];

/** What a value is called: a field of the procedure, or the name that every command shares. */
const fieldTitle = (p: Procedure, name: string): string =>
  p.fields[name] ? `${p.fields[name].title.zh}（${name}）` : name;

const commandFacts = (p: Procedure, c: ProcedureCommand, { law }: Words): readonly string[] => {
  const said = (name: string, all: readonly string[] = []): readonly string[] =>
    all.length === 0 ? [] : [`${name} ${all.join('、')}`];
  const roles = (ids: readonly string[] = []): readonly string[] =>
    ids.map((role) => `${takerTitle(p, role).zh}（${role}）`);
  return [
    ...said('由 by', roles(c.by)),
    ...said('须由 rank', c.rank ? [rankTitle(c.rank)] : []),
    ...said(
      '文书 papers',
      c.papers?.map((code) => `${law.paperTitle(code, p)?.zh ?? code}（${code}）`),
    ),
    ...said('须说明 reason', c.reason ? ['理由'] : []),
    ...said('经办人 officers', c.officers ? [`至少 ${c.officers} 名`] : []),
    ...said(
      '须填 needs',
      c.needs?.map((name) => fieldTitle(p, name)),
    ),
    ...said(
      '可填 takes',
      c.takes?.map((name) => fieldTitle(p, name)),
    ),
    ...said('条件 when', c.when ? [`限${conditionTitles(p, c.when)}`] : []),
    ...said('抄送 copies', roles(c.copyTo)),
    ...said('移交 hands to', c.handsTo ? roles([c.handsTo]) : []),
    ...said(
      '启动 opens',
      c.opens?.map(({ procedure, command }) => `${procedure} ${command}`),
    ),
  ];
};

const commandLines = (p: Procedure, words: Words, width: number): readonly string[] =>
  Object.entries(p.commands).flatMap(([name, command]) => [
    ...hanging('  ', `${name}  ${both(command.title)}`, width),
    ...commandFacts(p, command, words).flatMap((fact) => hanging('    ', fact, width)),
  ]);

/** What starts or stops a clock: a command, or a state entered. */
const occasions = (p: Procedure, names: readonly string[]): string =>
  names.map((name) => p.commands[name]?.title.zh ?? p.states[name]?.title.zh ?? name).join('、');

const clockLines = (
  p: Procedure,
  limit: TimeLimit,
  clock: ClockRule | undefined,
  words: Words,
  width: number,
): readonly string[] => {
  const span = spanText(limit.span);
  const role = clock && (p.roles[clock.obliges]?.title.zh ?? '当事人');
  return [
    ...hanging(
      '  ',
      `${limit.id}  ${both(limit.title)}：${span.zh} ${span.en}，${limitMark(limit).zh}${limit.active ? '' : '，未启用'}`,
      width,
    ),
    ...hanging('    ', limit.duty.zh, width),
    ...hanging('    ', `依据 basis ${words.basisTexts(limit.basis)}`, width),
    ...(clock
      ? hanging(
          '    ',
          `义务 obliged ${role}；起于 starts on ${occasions(p, clock.startsOn)}；止于 stops on ${occasions(p, clock.stopsOn)}`,
          width,
        )
      : []),
  ];
};

const PER = {
  receiver: '每个接收部门 / each receiver',
  subject: '每个当事人 / each subject',
  'subject-or-case': '每个当事人，不指明当事人的为全案 / each subject, or the case where none is named',
  case: '每次启动 / each opening',
} as const;

/** One procedure in full. */
export const procedureText = (
  { procedure: p, limits, others }: ProcedureAnswer,
  words: Words,
  width: number,
): string =>
  [
    ...hanging('', `${both(p.title)}  [${p.procedure} v${p.version}]`, width),
    ...factLines('依据 basis', p.basis.map(words.basisInFull), width),
    ...factLines('施行 in force', [periodText(p.inForce)], width),
    ...factLines(
      '其他版本 versions',
      others.map(({ version, inForce }) => `v${version} ${periodText(inForce)}`),
      width,
    ),
    ...factLines('数量 one for', [PER[p.per]], width),
    ...factLines('启动 opened by', [occasions(p, Object.keys(p.opensOn))], width),
    '',
    '部门角色 Roles',
    ...roleLines(p, width),
    '',
    '状态，及各命令的去向 States, and where each command leads',
    ...stateLines(p, width),
    '',
    '命令 Commands',
    ...commandLines(p, words, width),
    ...(limits.length === 0 ? [] : ['', '期限 Time limits']),
    ...limits.flatMap((limit) => clockLines(p, limit, p.clocks[limit.id], words, width)),
    '',
  ].join('\n');
