// The law as this build knows it, to be published. What decides and speaks on a platform is the law folded from its ledger;
// only publishing, commands without a platform, and tests begin here.
import { acts } from './acts.ts';
import { amountScales } from './amount-scales.ts';
import { localRegimes } from './calendars/regimes.ts';
import { lawOf } from './fold-law.ts';
import { formerBodies, laterBodies } from './former-bodies.ts';
import { ladders } from './ladders.ts';
import { lawItemsOf, writtenDataOf } from './law-items.ts';
import { type LawData, lawFrom } from './law-of.ts';
import { PAPER_TITLES } from './paper-titles.ts';
import { procedures } from './procedures/registry.ts';
import { DIVISIONS_SOURCE, divisionCodes } from './regions.ts';
import { revisions } from './revisions.ts';
import { timeLimits } from './time-limits.ts';

export type { Law, LawData } from './law-of.ts';
export { lawOf };

export const lawData: LawData = {
  acts,
  procedures,
  timeLimits,
  ladders,
  papers: PAPER_TITLES,
  regimes: localRegimes,
  formerBodies,
  laterBodies,
  amountScales,
  divisions: { source: DIVISIONS_SOURCE, codes: [...divisionCodes] },
};
/** Sound and of its models, as tests say (tests/unit/law/built-law.test.ts); what a ledger has is asked again wherever it is read. */
export const law = lawFrom(writtenDataOf(lawData));
export const lawItems = lawItemsOf(lawData, revisions);
