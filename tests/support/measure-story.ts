// A county with its agency and every owner of a measure; how a measure usually goes.
import type { Register } from '../../case/register/register.ts';
import type { Instant } from '../../schemas/instant.ts';
import { type CaseDriver, caseDriver, registerWith, type Told } from './case-driver.ts';
import { papers } from './transfer-story.ts';

export const BUREAU = '653023/medical-insurance';
export const AGENCY = '653023/insurance-agency';
export const HEALTH = '653023/health';
export const CITY_HEALTH = '653000/health';
export const PROVINCE_HEALTH = '650000/health';
export const MARKET = '653023/market-regulation';
export const DRUG = '653023/drug-regulation';
export const FINANCE = '653023/finance';

export const measureRegister = (): Register =>
  registerWith([
    BUREAU,
    AGENCY,
    HEALTH,
    CITY_HEALTH,
    PROVINCE_HEALTH,
    MARKET,
    DRUG,
    FINANCE,
    '653000/insurance-agency',
    '653000/medical-insurance',
    '653023/joint-meeting-office',
    '653023/human-resources',
  ]);

/** `day` is a date, or an instant. */
export const by = (who: string, day: string, command: string, more: Partial<Told> = {}): Told => ({
  as: who.split('/').length === 3 ? who : `${who}/o-1`,
  at: (day.length === 10 ? `${day}T10:00:00+08:00` : day) as Instant,
  command,
  ...more,
});
export const head = (who: string, day: string, command: string, more: Partial<Told> = {}): Told =>
  by(`${who}/head`, day, command, more);
export const withReason = (more: Told['body'] = {}): Partial<Told> => ({
  body: { reasonCode: 'stated', ...more },
  with: ['reason'],
});
/** Reviewed by another officer than told the party, in the afternoon of that day. */
export const reviewed = (owner: string, day: string): Told[] => [
  by(owner, `${day}T14:00:00+08:00`, 'submit-to-legal-review'),
  by(`${owner}/o-3`, `${day}T15:00:00+08:00`, 'pass-legal-review', {
    body: { papers: papers('legal-review-opinion') },
  }),
];
export const begun = (...told: Told[]): CaseDriver => {
  const c = caseDriver(measureRegister());
  c.must(...told);
  return c;
};
export { papers };
