// Which law punishes: that of the day of the conduct, unless a later one in force when it is decided is lighter (CF 37). Procedure and
// powers follow the day of the act, and so each limit and each version of a procedure its own. Each law punishes from the day it took
// effect until the next one did (law/acts.ts).
import type { Test } from '../schemas/condition.ts';
import { acts } from './acts.ts';
import type { ConditionLiteral, FieldLiteral } from './define-procedure.ts';
import { CONDUCT_ENDED_ON } from './shared-fields.ts';

/** The laws of liability, one after the other; each by its act. */
const LAWS = [
  ['social-insurance-law', 'SB', ['社会保险法', 'Social Insurance Law']],
  ['order-735', 'O735', ['医疗保障基金使用监督管理条例', 'Order 735']],
  ['medical-security-law', 'YBF', ['医疗保障法', 'Medical Security Law']],
] as const;

export const LIABILITY_FIELDS = {
  conductEndedOn: CONDUCT_ENDED_ON,
  liabilityLaw: {
    kind: 'code',
    title: ['适用的责任法律', 'law of the liability'],
    options: Object.fromEntries(LAWS.map(([law, , title]) => [law, title])),
  },
  lighterNewLaw: { kind: 'flag', title: ['新法处罚较轻，适用新法', 'the new law is lighter'] },
} as const satisfies Record<string, FieldLiteral>;

export const LIABILITY_TAKES = Object.keys(LIABILITY_FIELDS) as (keyof typeof LIABILITY_FIELDS)[];

/** From the day it took effect until the next one did. */
const ofItsDay = (at: number): Test => {
  const [law, act] = LAWS[at] as (typeof LAWS)[number];
  const { from } = acts[act];
  const next = LAWS[at + 1];
  const before = next && { before: acts[next[1]].from };
  const lighter: Test = {
    allOf: [{ field: { name: 'conductEndedOn', before: from } }, { field: { name: 'lighterNewLaw' } }],
  };
  return {
    allOf: [
      { field: { name: 'liabilityLaw', is: law } },
      { day: { from } },
      { anyOf: [{ field: { name: 'conductEndedOn', from, ...before } }, ...(at > 0 ? [lighter] : [])] },
    ],
  };
};

export const LIABILITY_CONDITIONS = {
  'liable-by-the-conduct': {
    if: { anyOf: [{ field: { name: 'liabilityLaw', absent: true } }, ...LAWS.map((_, at) => ofItsDay(at))] },
    title: ['责任适用违法行为发生时的法律时', 'where the liability is that of the day of the conduct'],
    code: 'LAW_OF_ANOTHER_DAY',
    refusal: [
      '责任适用违法行为发生时的法律，作出决定时已经施行的新法处罚较轻的除外；请核对违法行为终了日期',
      'Liability follows the law of the day of the conduct, unless a new one in force by now is lighter; check the day it ended',
    ],
    basis: [
      { act: 'CF', article: '37' },
      { act: 'YBF', article: '56' },
    ],
  },
} as const satisfies Record<string, ConditionLiteral>;

/** What no law knew before this act: it is imposed from its day on, and for no conduct that had ended by then (CF 37). */
export const newSince = (act: keyof typeof acts): Test => {
  const { from } = acts[act];
  return {
    allOf: [
      { day: { from } },
      {
        anyOf: [
          { field: { name: 'conductEndedOn', absent: true } },
          { field: { name: 'conductEndedOn', from } },
        ],
      },
    ],
  };
};

/** The words of its refusal. */
export const NOT_YET_KNOWN = {
  code: 'LAW_OF_ANOTHER_DAY',
  refusal: [
    '作出决定时或者违法行为终了时，规定该措施的法律尚未施行',
    'The law that knows this was not in force when it is decided, or when the conduct ended',
  ],
} as const satisfies Pick<ConditionLiteral, 'code' | 'refusal'>;
