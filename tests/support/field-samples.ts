// A value of every kind of field, as a careful clerk would write it.
import type { Field, FieldKind, FieldValue } from '../../schemas/field.ts';
import { type Instant, plusMillis } from '../../schemas/instant.ts';

const DAY = 86_400_000;

const SAMPLES: Readonly<Record<FieldKind, (at: Instant) => string | number | true>> = {
  flag: () => true,
  code: () => 'case-clue',
  text: () => '文字',
  date: (at) => plusMillis(at, 30 * DAY).slice(0, 10),
  instant: (at) => at,
  count: () => 1,
  amount: () => '10000',
  band: () => 'small',
  serial: () => 1,
  digest: () => 'd'.repeat(43),
  officer: () => 'o-1',
  department: () => '653023/health',
  region: () => '653023',
  subject: () => 's1',
  case: () => '653023-k7m2qd5x3ab6ycfe',
  paper: () => 'no-1',
};

/** One that the field takes; of dates one thirty days after the instant. */
export const sampleOf = ({ kind, list, options }: Field, at: Instant): FieldValue => {
  const one = options ? (Object.keys(options)[0] as string) : SAMPLES[kind](at);
  return list ? ([one] as string[] | number[]) : one;
};
