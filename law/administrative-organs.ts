// The administrative law-enforcement organs of O310 2 that have a body here: those that may penalise by law, regulation or rule.
// Not here: the insurance agency, which penalises nobody, and the police, to whom these organs transfer.
import type { Body } from '../schemas/ids.ts';

/** Organs that owe the police a transfer where a crime is suspected (O310 3), and may ask the procuratorate for supervision (O310 9). */
export const administrativeOrgans: Body[] = [
  'medical-insurance',
  'health',
  'market-regulation',
  'drug-regulation',
  'audit',
  'finance',
  'justice',
  'tax',
  'civil-affairs',
  'human-resources',
  'development-reform',
];
