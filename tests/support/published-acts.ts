// What published cases have in common, as acts: handed over and filed, investigated and fined, paid back, ended and decided. The law's
// steps between, which no text tells.
import type { OpenBody } from '../../schemas/command.ts';
import type { Act } from './told-of-act.ts';

/** A department tells others of the case, by a copy or a circular: without that it is closed to them. */
export const toldOf = (day: string, who: string, ...to: string[]): Act => [
  day,
  who,
  'case admit-departments',
  'known',
  { to },
];

const POLICE = 'public-security';
const INSURANCE = 'medical-insurance';
/** O310 5 to 8: suspected, reported, approved and handed over on one day, filed by the police on another. */
export const handedOver = (day: string, filed?: string, body: OpenBody = {}): Act[] => [
  [day, INSURANCE, 'criminal-transfer suspect-crime', 'team-formed', body],
  [day, INSURANCE, 'criminal-transfer submit-transfer-report', 'awaiting-head-decision'],
  [day, INSURANCE, 'criminal-transfer approve-transfer', 'approved-for-handover'],
  [day, INSURANCE, 'criminal-transfer hand-over', 'delivered'],
  [day, POLICE, 'criminal-transfer sign-receipt', 'accepted'],
  ...(filed ? ([[filed, POLICE, 'criminal-transfer file-case', 'filed']] satisfies Act[]) : []),
];

/** The investigation concluded, and the notice of rights. */
export const concluded = (day: string, who = INSURANCE, penalty = 'insurance-penalty'): Act[] => [
  [day, who, `${penalty} conclude-investigation`, 'concluded'],
  [day, who, `${penalty} give-penalty-notice`, 'notified'],
];
/** From the filing to the notice of rights, and the fine decided and served. */
export const investigated = (day: string, ended: string): Act[] => [
  [day, INSURANCE, 'insurance-penalty file-penalty', 'investigating'],
  ...concluded(ended),
];
export const fined = (day: string): Act[] => [
  [day, INSURANCE, 'insurance-penalty decide-fine', 'fine-decided'],
  [day, INSURANCE, 'insurance-penalty serve-decision', 'fine-due'],
];
export const refunded = (demanded: string, paid: string, who = INSURANCE): Act[] => [
  [demanded, who, 'fund-recovery demand-repayment', 'demanded'],
  [paid, who, 'fund-recovery record-full-repayment', 'repaid'],
];
/** The agency hears the institution and ends its agreement. */
export const terminated = (day: string, agency = 'insurance-agency', of = 'agreement-handling'): Act[] => [
  [day, agency, `${of} open-agreement-handling`, 'checking'],
  [day, agency, `${of} hear-party`, 'checking'],
  [day, agency, `${of} terminate-agreement`, 'terminated'],
];
/** The owner of a licence informs the party, hears it, reviews, decides and carries out. */
export const decidedOn = (
  began: string,
  decided: string,
  command: string,
  of = 'practice-licence',
  who = 'health',
): Act[] => [
  [began, who, `${of} begin-measure`, 'investigating'],
  [decided, who, `${of} inform-party`, 'party-informed'],
  [decided, who, `${of} record-statement`, 'party-heard'],
  [decided, who, `${of} submit-to-legal-review`, 'under-legal-review'],
  [decided, who, `${of} pass-legal-review`, 'legally-reviewed'],
  [decided, who, `${of} ${command}`, 'decided'],
  [decided, who, `${of} serve-decision`, 'served'],
  [decided, who, `${of} carry-out-measure`, 'carried-out'],
];
/** An exposure (通报、曝光) by who handled it or stands above, from the proposal to the publication. */
export const exposed = (proposed: string, published: string, who: string): Act[] => [
  [proposed, who, 'publicity propose-exposure', 'proposed'],
  [proposed, who, 'publicity anonymise-draft', 'drafted'],
  [proposed, who, 'publicity approve-exposure', 'approved'],
  [published, who, 'publicity publish-exposure', 'published'],
];
