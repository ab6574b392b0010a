// What a rehearsal says at its end, for people: three cases as timelines, the invented one, the counts, what was rejected.
import stringWidth from 'string-width';
import { law } from '../../law/law.ts';
import type { CaseCommand } from '../../schemas/command.ts';
import type { Bilingual } from '../../schemas/ids.ts';
import type { RecordedCase } from '../rehearsal/collect.ts';
import { inventedCase } from '../rehearsal/invented-case.ts';
import type { PlannedCase } from '../rehearsal/planned-fact.ts';
import { HORIZON_DAYS } from '../rehearsal/play.ts';
import type { InputProblem } from '../rehearsal/published-case.ts';
import type { Rehearsal } from '../rehearsal/rehearse.ts';
import { type LimitNote, type TimelineOf, timelineOf } from '../rehearsal/timeline.ts';
import { padded } from './table.ts';
import { FILLED, timelineText } from './timeline-text.ts';
import { hanging } from './wrap-text.ts';

const SHOWN = 3;

const DISCLAIMER = [
  '演练记录，不代表任何部门真实行为：只表明总线会记录什么。 / A rehearsal is no record of what any department did or failed to do; it shows what the bus would have recorded.',
  '标 ‹补› 的步骤及文书由模拟经办人补记，不是公开的事实。 / Steps marked ‹补› were filled in by simulated officers; they were not published.',
];

type Shown = Pick<
  Rehearsal,
  'plan' | 'played' | 'cases' | 'inboxes' | 'verified' | 'unmet' | 'output' | 'took'
>;

/** Main file first, then what hangs on it. */
const recordedOf = (rehearsal: Shown, planned: PlannedCase): RecordedCase[] => {
  const ids = [planned.id, ...planned.linked.map(({ id }) => id)].map(
    (id) => rehearsal.played.files.get(id)?.caseId,
  );
  return rehearsal.cases.filter(({ id }) => ids.includes(id));
};

/** How much a case has to show: procedures and clocks before plain facts. */
const worth = (recorded: readonly RecordedCase[]): number =>
  recorded.reduce(
    (sum, { state, entries }) =>
      sum +
      10 * Object.keys(state.proceedings).length +
      3 * Object.keys(state.clocks).length +
      entries.length,
    0,
  );

/** The cases that have most to show, in the order of the file. */
const chosen = (rehearsal: Shown): PlannedCase[] => {
  const { cases } = rehearsal.plan;
  const best = cases
    .map((planned) => ({ planned, worth: worth(recordedOf(rehearsal, planned)) }))
    .toSorted((a, b) => b.worth - a.worth)
    .slice(0, SHOWN)
    .map(({ planned }) => planned);
  return cases.filter((planned) => best.includes(planned));
};

/** One language after the other; once where both are the same. */
const both = ({ zh, en }: Bilingual): string => (zh === en ? zh : `${zh} / ${en}`);

/** Limits of one entry: each in its line, those that can be neither met nor breached together by their reason. */
const limitTexts = (limits: readonly LimitNote[]): string[] => {
  const decided = limits
    .filter(({ isUndetermined }) => !isUndetermined)
    .map(
      ({ title, kind, said }) => `${title.zh}(${kind.zh})：${said.zh} / ${title.en} (${kind.en}): ${said.en}`,
    );
  const byReason = Map.groupBy(
    limits.filter(({ isUndetermined }) => isUndetermined),
    ({ said }) => both(said),
  );
  return [
    ...decided,
    ...[...byReason].map(([reason, those]) => `${those.map(({ title }) => title.zh).join('、')}：${reason}`),
  ];
};

/** What happened, as lines; what was filled in stands without the instant it was given. */
const courseText = (of: TimelineOf, width: number): string[] => {
  const { lines, reminders } = timelineOf(of);
  const shown = timelineText(
    lines.map(({ when, isFilled, who, what, limits }) => ({
      when: isFilled ? '' : when,
      mark: isFilled ? FILLED : '',
      who,
      what: both(what),
      notes: limitTexts(limits),
    })),
    width,
  );
  return reminders === 0
    ? shown
    : [...shown, `  另有到期前提醒 ${reminders} 次 / and ${reminders} reminders`];
};

const caseText = (rehearsal: Shown, planned: PlannedCase, width: number): string[] => {
  const textOf = ({ body }: CaseCommand): string | undefined =>
    body.filled === true
      ? undefined
      : rehearsal.plan.facts.find((fact) => fact.published === body.published && fact.filled !== true)?.party
          .summary;
  return [
    ...hanging('', `〔演练〕${planned.id} ${planned.regionName} ${planned.title}`, width),
    ...hanging('  来源 source: ', planned.source, width),
    ...recordedOf(rehearsal, planned).flatMap((recorded, index) => {
      const linked = planned.linked[index - 1];
      const head = linked ? hanging('  关联案 linked case: ', linked.title, width) : [];
      return [...head, ...courseText({ recorded, law, textOf, isInvented: false }, width)];
    }),
    '',
  ];
};

const inventedText = (rehearsal: Shown, width: number): string[] => {
  const recorded = rehearsal.cases.find(({ id }) => id === rehearsal.played.inventedCase);
  const byId = new Map(inventedCase.steps.map((step) => [`${inventedCase.id}.${step.step}`, step.note.zh]));
  const textOf = ({ commandId }: CaseCommand): string | undefined => byId.get(commandId);
  return [
    ...hanging('', `〔演练·虚构示例 invented example〕${inventedCase.id} ${inventedCase.title}`, width),
    ...hanging('  ', `${inventedCase.note.zh} / ${inventedCase.note.en}`, width),
    ...(recorded
      ? courseText({ recorded, law, textOf, isInvented: true }, width)
      : ['  未能演练 / was not played']),
    '',
  ];
};

const seconds = (millis: number): string => (millis / 1000).toFixed(1);

const STAGES = {
  start: '启动 start',
  departments: '登记部门 departments',
  play: '演练 play',
  inboxes: '收件箱 inboxes',
  verify: '核验 verify',
} as const;

/** Name, number and remark in columns. */
const countLines = (rows: readonly (readonly [string, string | number, string])[]): string[] => {
  const names = Math.max(...rows.map(([name]) => stringWidth(name)));
  const numbers = Math.max(...rows.map(([, number]) => stringWidth(String(number))));
  return rows.map(([name, number, remark]) => {
    const right = ' '.repeat(numbers - stringWidth(String(number))) + String(number);
    return `  ${padded(name, names)}  ${right}  ${remark}`.trimEnd();
  });
};

const countsText = (rehearsal: Shown, width: number): string[] => {
  const { output, played, inboxes, took } = rehearsal;
  const { facts, clocks, verify } = output;
  const other = clocks.started - clocks.met - clocks.breached - clocks.undetermined - clocks.open;
  const total = Object.values(took).reduce((sum, millis) => sum + millis, 0);
  const stages = Object.entries(STAGES).map(
    ([stage, name]) => `${name} ${seconds(took[stage as keyof typeof STAGES] ?? 0)}`,
  );
  const until =
    played.left === null
      ? '已无待到时间节点 no moment is left'
      : `末条事实后${HORIZON_DAYS}天为止，下一时间节点 ${played.left.slice(0, 10)} / the horizon; the next moment`;
  return [
    '合计 counts',
    ...countLines([
      ['公开案例 published cases', output.cases, '虚构示例1件另计 and one invented example'],
      ['公开事实 published facts', facts.published, ''],
      ['  已入账 recorded', facts.recorded, ''],
      ['  未接受 rejected', facts.rejected.length, facts.rejected.length > 0 ? '见下 see below' : ''],
      ['补记步骤 filled-in steps', output.filledSteps, '模拟经办人所补 ‹补› by simulated officers'],
      ['更正 corrections', output.corrections, output.corrections > 0 ? '见下 see below' : ''],
      ['账本记录 ledger entries', output.entries, '含创世与登记记录 with genesis and registers'],
      ['收件箱通报 notices', output.notices, `逐条核验，不符 ${inboxes.faults.length} each checked, wrong`],
      ['期限计时 clocks', clocks.started, '含虚构示例 with the invented example'],
      ['  按期 met', clocks.met, ''],
      ['  逾期或超过约定 late', clocks.breached, ''],
      ['  无法认定 undetermined', clocks.undetermined, '补记、无日期或不够精确 filled in, undated, coarse'],
      ['  未止 open', clocks.open, '未见公开办结，不作逾期论 not taken for late'],
      ['  不再适用或失权 no longer applies', other, ''],
    ]),
    ...hanging(
      '  核验 verification  ',
      verify.ok
        ? `完好，${verify.entries}条记录的签名、链接与裁决均已重验 / ok: signatures, chain and decisions of all`
        : '不符，见下 / wrong, see below',
      width,
    ),
    ...hanging('  演练至 until       ', `${played.until.slice(0, 10)}，${until}`, width),
    ...hanging('  用时 took          ', `${seconds(total)} s：${stages.join(' · ')}`, width),
    '',
  ];
};

const rejectedText = ({ output, played }: Shown): string[] => [
  ...(output.facts.rejected.length === 0
    ? []
    : [
        '未接受的事实 rejected facts',
        ...output.facts.rejected.map(
          ({ case: caseId, fact, code, reason }) => `  ${caseId}#${fact}  ${code}  ${reason}`,
        ),
        '',
      ]),
  ...(played.refusedSteps.length === 0
    ? []
    : ['未接受的补记步骤 refused filled-in steps', ...played.refusedSteps.map((line) => `  ${line}`), '']),
];

const correctionsText = ({ plan }: Shown, width: number): string[] =>
  plan.corrections.length === 0
    ? []
    : [
        '更正 corrections',
        ...plan.corrections.flatMap((row) => {
          const value = (v: unknown): string =>
            Array.isArray(v) ? v.join('、') : v === null ? '无' : String(v);
          return hanging(
            `  ${row.case}#${row.fact}  `,
            `${row.field}：${value(row.old)} → ${value(row.new)}；${row.reason.zh} / ${row.reason.en}`,
            width,
          );
        }),
        '',
      ];

const wrongText = ({ verified, inboxes, unmet }: Shown): string[] => {
  const lines = [
    ...(verified.ok ? [] : [`${verified.message.zh} / ${verified.message.en} (${verified.code})`]),
    ...inboxes.faults,
    ...unmet,
  ];
  return lines.length === 0 ? [] : ['核验不符 what did not verify', ...lines.map((line) => `  ${line}`), ''];
};

/** Problems of the file, one line each: line, field, why. */
export const problemLines = (problems: readonly InputProblem[]): string[] =>
  problems.map(
    ({ line, field, message }) =>
      `第${line}行${field === '' ? '' : ` ${field}`}：${message.zh} / line ${line}${field === '' ? '' : `, ${field}`}: ${message.en}`,
  );

/** The whole summary, ending in a newline. */
export const rehearsalSummary = (
  rehearsal: Shown,
  options: {
    readonly width: number;
    readonly next: readonly string[];
    readonly problems: readonly InputProblem[];
  },
): string => {
  const { width, next, problems } = options;
  return [
    '衔接演练 Xianjie rehearsal',
    ...DISCLAIMER.flatMap((line) => hanging('', line, width)),
    '',
    ...chosen(rehearsal).flatMap((planned) => caseText(rehearsal, planned, width)),
    ...inventedText(rehearsal, width),
    ...countsText(rehearsal, width),
    ...rejectedText(rehearsal),
    ...correctionsText(rehearsal, width),
    ...(problems.length === 0
      ? []
      : [
          '文件中未能读入的内容 what of the file could not be read',
          ...problemLines(problems).map((line) => `  ${line}`),
          '',
        ]),
    ...wrongText(rehearsal),
    '下一步 next:',
    ...next.map((line) => `  ${line}`),
    '',
  ].join('\n');
};
