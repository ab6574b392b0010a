// A time limit as a clerk reads it: what must be done, within what, by whom, on which article, and what the region settled.
import type { Law } from '../../../law/law.ts';
import type { Addressee, LadderStep, OpenedByBreach } from '../../../schemas/law.ts';
import { type Extension, isUncapped, type TimeLimit } from '../../../schemas/time-limit.ts';
import { addresseeTitle, approverTitle } from '../../words/duties.ts';
import { limitMark, obligedTitle, sourceTitle, spanText } from '../../words/limits.ts';
import type { Words } from '../../words/words.ts';
import type { LimitAnswer, LimitLine } from '../commands/limits.ts';
import { factLines, periodText } from './facts.ts';
import { padded } from './table.ts';
import { hanging } from './wrap-text.ts';

const both = ({ zh, en }: { zh: string; en: string }): string => `${zh} / ${en}`;
const lengthText = ({ span }: Pick<TimeLimit, 'span'>): string => {
  const { zh, en } = spanText(span);
  return `${zh} ${en}`;
};
const orElseText = ({ span }: TimeLimit): readonly string[] =>
  'setByDocument' in span && span.orElse
    ? [`未载明的，${span.orElse.months} 个月 / where it names none, months`]
    : [];

const reachText = (extension: Extension): string => {
  if ('by' in extension) return `另加 ${lengthText({ span: extension.by })}`;
  if (isUncapped(extension)) return '时长由批准人确定，依据未定上限 as long as is approved';
  return `共 ${lengthText({ span: extension.to })}${extension.upTo ? '以内' : ''}`;
};

const extensionText = (extension: Extension, words: Words): string => {
  const { approver, after, basis } = extension;
  const { zh, en } = approverTitle(approver);
  const order = after === undefined ? '' : `，限于已作 ${after} 延长之后`;
  return `${reachText(extension)}：${zh} ${en}${order}，${words.basisTexts(basis)}`;
};

const namesOf = (all: readonly Addressee[]): string => all.map((one) => addresseeTitle(one).zh).join('、');

const openingText = ({ procedure, for: named, from, basis }: OpenedByBreach, words: Words): string =>
  `仍属逾期的，自动启动${words.procedureTitle(procedure).zh}，由首个已登记的部门决定：${namesOf(named)}（${words.basisTexts(basis)}，${from} 起） / opens ${procedure} by itself`;

const stepTexts = ({ workingDaysAfter, to, opens }: LadderStep, words: Words): readonly string[] => [
  `${workingDaysAfter === 0 ? '届满时' : `${workingDaysAfter} 个工作日后`}：${namesOf(to)}`,
  ...(opens ? [openingText(opens, words)] : []),
];

const LAST_DAY = {
  stays: '末日遇节假日不顺延（在押期间） / not moved off a rest day, in custody',
  'stays-in-custody':
    '犯罪嫌疑人、被告人在押的，末日遇节假日不顺延（从严）；未在押的顺延（从宽） / in custody not moved off a rest day (strict); else it is (latest)',
  'stays-of-a-measure':
    '措施持续的期间，末日遇节假日不顺延 / how long a measure lasts, not moved off a rest day',
  'stays-in-strict':
    '最长期限，末日遇节假日不顺延（从严）或者顺延（从宽） / at most so long, not moved off a rest day (strict), or moved (latest)',
} as const satisfies Record<NonNullable<TimeLimit['lastDay']>, string>;

/** What most limits have not. */
const besides = ({ lapses, may, startingHour, monthEnd, lastDay, active }: TimeLimit): readonly string[] => [
  ...(active ? [] : ['未启用，区划可以启用 / off unless a region switches it on']),
  ...(lapses ? ['期满失权 / the right lapses'] : []),
  ...(may ? ['期满后才可以办理，不计逾期 / may be done only after it'] : []),
  ...(startingHour ? ['从宽计算时起始的小时不计入 / the first hour is left out at the latest'] : []),
  ...(lastDay ? [LAST_DAY[lastDay]] : []),
  ...(monthEnd ? ['自月末起算的，至月末届满 / from month end to month end'] : []),
];

const pauseText = ({ pause }: TimeLimit, words: Words): string =>
  pause === false
    ? '不因材料不全等停止计算 / keeps running'
    : `可以中止：${words.basisTexts(pause.basis)} / may stand still`;

const settledLines = ({ region, settled }: LimitAnswer): readonly string[] => {
  if (region === undefined) return [];
  if (settled === undefined) return [`${region} 未能询问平台 / no platform could be asked`];
  const { switched, pause, agreed } = settled;
  const all = [
    ...(switched ? [`${switched.active ? '启用 / on' : '停用 / off'}：${switched.basis}`] : []),
    ...(agreed ? [`约定为 ${lengthText(agreed)}：${agreed.basis}`] : []),
    ...(pause ? [`可以中止 / may stand still：${pause.basis}`] : []),
  ];
  return all.length === 0 ? [`${region} 未另行确定 / nothing settled`] : all.map((one) => `${region} ${one}`);
};

/** Which procedures watch it, by a clock that obliges which role. */
const watchersOf = (id: string, law: Law): readonly string[] =>
  law.newest.flatMap((p) => {
    const clock = p.clocks[id];
    if (clock === undefined) return [];
    const role = p.roles[clock.obliges]?.title.zh ?? '当事人';
    return [`${p.title.zh}（${p.procedure}）：${role}`];
  });

/** One limit in full: the version in force first, then what it was before and what it will be. */
export const limitText = (answer: LimitAnswer, words: Words, width: number): string => {
  const { limit, others } = answer;
  const facts: readonly (readonly [string, readonly string[]])[] = [
    ['时长 length', [lengthText(limit), ...orElseText(limit)]],
    ['义务部门 obliged', [both(obligedTitle(limit.obliges))]],
    ['依据 basis', limit.basis.map(words.basisInFull)],
    ['来源 source', [both(sourceTitle(limit.source))]],
    ['施行 in force', [periodText(limit)]],
    ['延长 prolonged', limit.extensions.map((one) => extensionText(one, words))],
    ['中止 pause', [pauseText(limit, words)]],
    [
      '督办 ladder',
      answer.ladder.length === 0 ? ['无 / none'] : answer.ladder.flatMap((step) => stepTexts(step, words)),
    ],
    ['另 besides', besides(limit)],
    ['区划 settled', settledLines(answer)],
    ['程序 procedures', watchersOf(limit.id, words.law)],
    [
      '其他版本 versions',
      others.map((one) => `${periodText(one)}：${lengthText(one)}，${words.basisTexts(one.basis)}`),
    ],
  ];
  return [
    ...hanging('', `${limit.title.zh} / ${limit.title.en}  [${limit.id}]  ${both(limitMark(limit))}`, width),
    ...hanging('  ', limit.duty.zh, width),
    ...hanging('  ', limit.duty.en, width),
    ...facts.flatMap(([name, said]) => factLines(name, said, width)),
    '',
  ].join('\n');
};

/** `《行政处罚法》第60条，已查原文`; of what was agreed, by whom is all there is to say. */
const sourceText = ({ basis, kind, source }: LimitLine, words: Words): string =>
  kind === 'agreed' ? words.basisTexts(basis) : `${words.basisTexts(basis)}，${sourceTitle(source).zh}`;

/** All limits, each with what it rests on and how that was seen. */
export const limitListText = (limits: readonly LimitLine[], words: Words, width: number): string => {
  const column = Math.max(...limits.map(({ limit }) => limit.length)) + 2;
  const lines = limits.flatMap((line) =>
    hanging(
      padded(line.limit, column),
      `${line.title.zh} / ${line.title.en}：${lengthText(line)}，${limitMark(line).zh}${line.active ? '' : '，未启用'}；${sourceText(line, words)}`,
      width,
    ),
  );
  return [...lines, ''].join('\n');
};
