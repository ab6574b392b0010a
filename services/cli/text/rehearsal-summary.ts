// What a rehearsal says at its end, for people: three cases as timelines, the invented one, the counts, what was rejected.
import type { CaseCommand } from '../../../schemas/command.ts';
import type { RecordedCase } from '../../rehearsal/collect.ts';
import { inventedCase } from '../../rehearsal/invented-case.ts';
import { isFurtherPart } from '../../rehearsal/next-step.ts';
import { actsNotTaken } from '../../rehearsal/not-taken.ts';
import type { PlannedCase } from '../../rehearsal/planned-fact.ts';
import type { InputProblem } from '../../rehearsal/published-case.ts';
import type { Rehearsal } from '../../rehearsal/rehearse.ts';
import { countsText } from './rehearsal-counts.ts';
import { courseText } from './rehearsal-course.ts';
import { hanging } from './wrap-text.ts';

const SHOWN = 3;

const DISCLAIMER = [
  '演练记录，不代表任何部门真实行为：只表明总线会记录什么。 / A rehearsal is no record of what any department did or failed to do; it shows what the bus would have recorded.',
  '标 ‹补› 的步骤及文书由模拟经办人补记，不是公开的事实。 / Steps marked ‹补› were filled in by simulated officers; they were not published.',
];

type Shown = Pick<
  Rehearsal,
  'plan' | 'played' | 'law' | 'cases' | 'inboxes' | 'verified' | 'unmet' | 'output' | 'took'
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

const caseText = (rehearsal: Shown, planned: PlannedCase, width: number): string[] => {
  const notTaken = actsNotTaken(rehearsal.played.facts, rehearsal.law);
  // A fact that is several commands is told once.
  const textOf = ({ body, commandId }: CaseCommand): string | undefined =>
    body.filled === true || isFurtherPart(commandId)
      ? undefined
      : rehearsal.plan.facts.find((fact) => fact.published === body.published && fact.filled !== true)?.party
          .summary;
  return [
    ...hanging('', `〔演练〕${planned.id} ${planned.regionName} ${planned.title}`, width),
    ...hanging('  来源 source: ', planned.source, width),
    ...recordedOf(rehearsal, planned).flatMap((recorded, index) => {
      const linked = planned.linked[index - 1];
      const head = linked ? hanging('  关联案 linked case: ', linked.title, width) : [];
      return [
        ...head,
        ...courseText({ recorded, law: rehearsal.law, textOf, notTaken, isInvented: false }, width),
      ];
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
      ? courseText({ recorded, law: rehearsal.law, textOf, notTaken: new Map(), isInvented: true }, width)
      : ['  未能演练 / was not played']),
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
