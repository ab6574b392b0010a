// Whom a procuratorate may address: an organ of its own place, of its level or below. One elsewhere or higher is for the procuratorate of
// that place or level, to which the matter is passed (JCJY 3; FX2024, reported up to the procuratorate of that level).
import type { ConditionLiteral } from './define-procedure.ts';
import { sentBack, takenBack } from './hand-over-ends.ts';
import { CASE_CONTENT } from './passed-on.ts';

type Basis = NonNullable<ConditionLiteral['basis']>;

/** `otherwise` lets it pass for another reason. */
export const addresses = (
  role: string,
  basis: Basis,
  ...otherwise: readonly ConditionLiteral['if'][]
): ConditionLiteral => ({
  // What was published of it stands as it was done.
  if: {
    anyOf: [{ rehearsed: true }, { role: { role, named: true, within: 'procuratorate' } }, ...otherwise],
  },
  title: [
    '对象在本院辖区内、为本院同级或者下级时',
    'where the receiver is of its own place, of its level or below',
  ],
  code: 'NOT_THE_MATCHING_PROCURATORATE',
  refusal: [
    '对象在异地或者级别更高，应当移送、层报对应的人民检察院',
    'The receiver is elsewhere or of a higher level; the matter goes to the matching procuratorate',
  ],
  basis,
});

/** The step that passes it on, whatever its procedure calls the event. */
export const passing = <const E extends string>(event: E) =>
  ({
    event,
    title: ['移送、层报对应的人民检察院', 'Pass to the matching procuratorate'],
    by: 'procuratorate',
    rank: 'head',
    reason: 'required',
    needs: ['to'],
    handsTo: 'procuratorate',
    passes: CASE_CONTENT,
  }) as const;

/** How a matter gets to the matching procuratorate; `what` begins the names of its events. */
export const passedOn = <const W extends string>(what: W) =>
  ({
    'pass-to-matching-procuratorate': passing(`${what}-passed-to-matching-procuratorate`),
    'receive-passed-matter': {
      event: `${what}-received-from-another-procuratorate`,
      title: ['签收移送、层报的事项', 'Sign for the matter passed here'],
      by: 'procuratorate',
      closesHandOff: 'received',
    },
    'return-passed-matter': {
      ...sentBack('procuratorate', `${what}-returned-to-another-procuratorate`, [
        '不应由本院办理，退回',
        'Return it: not for this procuratorate',
      ]),
      givesBack: 'procuratorate',
      copyTo: ['former-procuratorate'],
    },
    'take-back-passed-matter': {
      ...takenBack('former-procuratorate', `${what}-taken-back-from-another-procuratorate`, [
        '收回误送的事项',
        'Take back what was passed on by mistake',
      ]),
      givesBack: 'procuratorate',
    },
  }) as const;

/** Until it is signed for; then it goes on in `state`. */
export const passedTo = <const S extends string>(state: S) =>
  ({
    title: ['已移送对应检察院，待签收', 'Passed to the matching procuratorate'],
    on: {
      'receive-passed-matter': state,
      'return-passed-matter': state,
      'take-back-passed-matter': state,
      'pass-to-matching-procuratorate': null,
    },
  }) as const;

export const PASSED_MATTER_RECEIPT = {
  startsOn: 'pass-to-matching-procuratorate',
  stopsOn: ['receive-passed-matter', 'return-passed-matter'],
  obliges: 'procuratorate',
  mootOn: 'take-back-passed-matter',
  receipt: true,
} as const;

export const FORMER_PROCURATORATE = ['原承办检察院', 'procuratorate that had it before'] as const;
