// The scales of amounts that open bands are of, each with the standards known of it.
import type { AmountScale } from '../schemas/amount-scale.ts';
import { fraud } from './amount-scales/fraud.ts';
import { hearing } from './amount-scales/hearing.ts';
import { publicInstitution } from './amount-scales/public-institution.ts';

export const amountScales = {
  fraud,
  'public-institution': publicInstitution,
  ...hearing,
} as const satisfies Readonly<Record<string, AmountScale>>;
export type AmountScaleId = keyof typeof amountScales;
