// Instants as people write them, never more exact than they are known.
import { type Instant, type Precision, plusMillis } from '../../schemas/instant.ts';

/** When something happened, as exactly as it is known. */
export const whenText = (at: Instant, precision: Precision): string => {
  switch (precision) {
    case 'instant':
      return at.slice(0, 16).replace('T', ' ');
    case 'day':
      return at.slice(0, 10);
    case 'month':
      return at.slice(0, 7);
    case 'year':
      return at.slice(0, 4);
    case 'undated':
      return '日期未公开';
  }
};

/** A due instant: 00:00 is written as 24时 of the day before. */
export const dueText = (at: Instant): string =>
  at.slice(11, 19) === '00:00:00' ? `${plusMillis(at, -1).slice(0, 10)} 24时` : whenText(at, 'instant');
