// What its party may do against a decision of an organ, a penalty, a measure or an order to pay back: ask for reconsideration, or sue
// (FY 20, SS 46). The organ notes it; whoever hears it where the register has them is told, and takes it up in the same case.
import type { ConditionLiteral, FieldLiteral } from './define-procedure.ts';
import { NO_REMEDY_PENDING } from './no-remedy-pending.ts';

// FY 24: the reconsideration body of the government, which is its justice bureau.
export const AUTHORITY = {
  title: ['行政复议机关', 'reconsideration authority'],
  bodies: ['justice', 'government-office'],
  cast: 'routing',
} as const;
export const COURT = { title: ['人民法院', 'court'], bodies: ['court'], cast: 'routing' } as const;

export const REMEDY_FIELDS = {
  remedySought: {
    kind: 'code',
    title: ['救济途径', 'remedy sought'],
    options: {
      reconsideration: ['行政复议', 'reconsideration'],
      suit: ['行政诉讼', 'a suit'],
    },
  },
} as const satisfies Readonly<Record<string, FieldLiteral>>;

export const REMEDY_CONDITIONS = {
  ...NO_REMEDY_PENDING,
  'reconsideration-sought': {
    if: { field: { name: 'remedySought', is: 'reconsideration' } },
    title: ['当事人申请行政复议时', 'where the party asks for reconsideration'],
    refusal: ['当事人未申请行政复议', 'No reconsideration is asked for'],
  },
  'suit-sought': {
    if: { field: { name: 'remedySought', is: 'suit' } },
    title: ['当事人提起行政诉讼时', 'where the party sues'],
    refusal: ['当事人未提起行政诉讼', 'The party does not sue'],
  },
} as const satisfies Readonly<Record<string, ConditionLiteral>>;

export const remedyCommands = <const R extends string>(organ: R) =>
  ({
    'note-remedy': {
      event: 'remedy-noted',
      title: ['登记当事人申请复议或者起诉', 'Note that the party seeks a remedy'],
      by: organ,
      takes: ['remedySought'],
      // FY 24, SS 18.
      copyWhere: [
        { to: 'authority', when: 'reconsideration-sought' },
        { to: 'court', when: 'suit-sought' },
      ],
    },
    // SS 45, 85, FY 20: nothing is left to ask for, nor to appeal.
    'note-remedies-exhausted': {
      event: 'remedies-exhausted-noted',
      title: ['登记复议、诉讼终结且不能再起诉、上诉', 'Note that the remedy sought has ended for good'],
      by: organ,
      papers: ['remedy-decision'],
      when: 'no-remedy-pending',
    },
  }) as const;

/** What was sought since the decision was served has ended for good. */
export const REMEDIES_EXHAUSTED = {
  allOf: [
    { happened: { command: 'note-remedies-exhausted', since: 'serve-decision' } },
    { never: { command: 'note-remedy', since: 'note-remedies-exhausted' } },
  ],
} as const;

/** Whatever was performed and wherever it stands. */
export const REMEDY = { 'note-remedy': null, 'note-remedies-exhausted': null } as const;

/**
 * `startsOn`: where the party came to know of the decision; `ends`: the commands by which that is gone. `again`, where it may be served
 * once more: the days go on that the party has (FY 20, SS 46).
 */
export const remedyClocks = <const S extends string, const C extends string>(
  startsOn: readonly S[],
  ends: readonly C[],
  again?: 'goes-on',
) => {
  const days = {
    startsOn,
    ...(again ? { again } : {}),
    stopsOn: 'note-remedy',
    mootOn: ends,
    obliges: 'subject',
  } as const;
  return { 'pen-remedy-review': days, 'pen-remedy-suit': days };
};
