// When a violation is punished no more (CF 36): not discovered within two years of its end, within five where it harmed life, health or
// financial safety. A year is read in months, to the corresponding day. Where its end is not said nothing is barred.
import type { Test } from '../../schemas/condition.ts';
import type { ConditionLiteral } from '../define-procedure.ts';

/** For `takes` of what begins a case and what decides on it. */
export const TIME_BAR_SAID = ['conductEndedOn', 'discoveredOn', 'fiveYearBar'] as const;

const discoveredWithin = (months: number): Test => ({
  elapsed: { from: 'conductEndedOn', to: 'discoveredOn', months },
});

export const TIME_BAR = {
  'not-time-barred': {
    if: {
      anyOf: [discoveredWithin(24), { allOf: [{ field: { name: 'fiveYearBar' } }, discoveredWithin(60)] }],
    },
    title: ['未超过追罚时效时', 'where it was discovered in time'],
    code: 'TIME_BARRED',
    refusal: [
      '违法行为终了后二年内未被发现的，不再处罚；涉及公民生命健康安全、金融安全且有危害后果的为五年；更早发现的，请载明发现日期',
      'What was not discovered within two years of its end is punished no more, within five where it harmed life, health or financial safety; say when it was discovered if earlier',
    ],
    basis: [{ act: 'CF', article: '36' }],
  },
} as const satisfies Record<string, ConditionLiteral>;
