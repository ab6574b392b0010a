// What must hold for the steps of a penalty, with the words of each refusal.
import { ONE_TRANSFER } from '../one-transfer.ts';
import { AFTER_DECISION } from './conditions/after-decision.ts';
import { BEFORE_DECISION } from './conditions/before-decision.ts';
import { SAME_MATTER } from './conditions/same-matter.ts';
import { HEARING_CONDITIONS } from './hearing-scope.ts';
import type { Literal } from './penalty-law.ts';
import { TIME_BAR } from './time-bar.ts';

export const CONDITIONS = {
  ...HEARING_CONDITIONS,
  ...ONE_TRANSFER,
  ...SAME_MATTER,
  ...TIME_BAR,
  ...BEFORE_DECISION,
  ...AFTER_DECISION,
} as const satisfies Literal['conditions'];
