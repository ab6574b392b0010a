// Which law punishes: that of the day of the conduct, unless a later one in force when it is decided is lighter (CF 37). Procedure and
// powers follow the day of the act, and so each limit and each version of a procedure its own. Each organ names the laws it punishes by
// (law/liability/laws.ts), and for what it does (law/liability/matters.ts).
import type { Test } from '../schemas/condition.ts';
import { acts } from './acts.ts';
import type { ConditionLiteral, FieldLiteral } from './define-procedure.ts';
import { besideInLine, fromOf, isFromMemory, LAWS, type LawCode, titleOf } from './liability/laws.ts';
import { CONDUCT_ENDED_ON } from './shared-fields.ts';

export const LIABILITY_SAID = ['liabilityLaw', 'lighterNewLaw'] as const;

/** The laws of an organ, one of which is said to punish. */
export const liabilityFields = (laws: readonly LawCode[]) =>
  ({
    conductEndedOn: CONDUCT_ENDED_ON,
    liabilityLaw: {
      kind: 'code',
      title: ['适用的责任法律', 'law of the liability'],
      options: Object.fromEntries(
        laws.map((law) => {
          const { zh, en } = titleOf(law);
          return [law, isFromMemory(law) ? [`${zh}（来源待核）`, `${en}, to be checked`] : [zh, en]];
        }),
      ),
    },
    lighterNewLaw: { kind: 'flag', title: ['新法处罚较轻，适用新法', 'the new law is lighter'] },
  }) as const satisfies Record<string, FieldLiteral>;

/** From the day it took effect until the next one did. */
const ofItsDay = (law: LawCode): Test => {
  const from = fromOf(law);
  const { before: older, after: newer } = besideInLine(law);
  const before = newer && { before: fromOf(newer) };
  const lighter: Test = {
    allOf: [{ field: { name: 'conductEndedOn', before: from } }, { field: { name: 'lighterNewLaw' } }],
  };
  return {
    allOf: [
      { field: { name: 'liabilityLaw', is: law } },
      { day: { from } },
      { anyOf: [{ field: { name: 'conductEndedOn', from, ...before } }, ...(older ? [lighter] : [])] },
    ],
  };
};

/** @param knowing what must hold besides for this law to punish */
export const liableByTheConduct = (laws: readonly LawCode[], knowing?: (law: LawCode) => Test) =>
  ({
    if: {
      anyOf: [
        { field: { name: 'liabilityLaw', absent: true } },
        ...laws.map((law): Test => (knowing ? { allOf: [ofItsDay(law), knowing(law)] } : ofItsDay(law))),
      ],
    },
    title: ['责任适用违法行为发生时的法律时', 'where the liability is that of the day of the conduct'],
    code: 'LAW_OF_ANOTHER_DAY',
    refusal: [
      '责任适用违法行为发生时规定该案由的法律，作出决定时已经施行的新法处罚较轻的除外；请核对案由和违法行为终了日期',
      'Liability follows the law of the matter on the day of the conduct, unless a new one in force by now is lighter; check the matter and the day it ended',
    ],
    basis: [
      { act: 'CF', article: '37' },
      ...laws.map((law) => ({
        act: LAWS[law],
        ...(law === 'medical-security-law' ? { article: '56' } : {}),
      })),
    ],
  }) as const satisfies ConditionLiteral;

/** From this day on, and for no conduct that had ended by then. */
export const knownFrom = (from: string): Test => ({
  allOf: [
    { day: { from } },
    {
      anyOf: [
        { field: { name: 'conductEndedOn', absent: true } },
        { field: { name: 'conductEndedOn', from } },
      ],
    },
  ],
});

/** What no law knew before this act: it is imposed from its day on, and for no conduct that had ended by then (CF 37). */
export const newSince = (act: keyof typeof acts): Test => knownFrom(acts[act].from);

/** The words of its refusal. */
export const NOT_YET_KNOWN = {
  code: 'LAW_OF_ANOTHER_DAY',
  refusal: [
    '作出决定时或者违法行为终了时，规定该措施的法律尚未施行',
    'The law that knows this was not in force when it is decided, or when the conduct ended',
  ],
} as const satisfies Pick<ConditionLiteral, 'code' | 'refusal'>;
