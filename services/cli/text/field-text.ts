// A field as it is typed: its option, and what it takes, in the words of the procedure where that declares it.
import type { Field, FieldKind } from '../../../schemas/field.ts';
import { flagOf } from '../declared-fields.ts';
import { typedAs } from './refusal-text.ts';

/** How a value is written, where its title does not say. */
const WRITTEN: Readonly<Partial<Record<FieldKind, string>>> = {
  amount: '元',
  date: '如 2024-10-08',
  instant: '如 "2024-10-08 09:30"',
  department: '区划/部门',
  subject: '如 s1',
};

const rangeOf = ({ least, most }: Range): string | undefined => {
  if (most === undefined) return least === undefined ? undefined : `至少 ${least}`;
  return `${least ?? 0}–${most}`;
};

type Range = Pick<Field, 'least' | 'most'>;

/** `codes`: those there are, as they are shown; none where any is taken. */
export const fieldText = (
  name: string,
  { title, kind, ...range }: Pick<Field, 'title' | 'kind'> & Range,
  codes: string,
): string => {
  if (kind === 'flag') return `${flagOf(name)} ${title.zh}时`;
  const written = WRITTEN[kind] ?? rangeOf(range);
  return `${flagOf(name)} ${codes || `${title.zh}${written === undefined ? '' : `（${written}）`}`}`;
};

/** What every command shares, as it is typed after its option. */
const SHARED: Readonly<Record<string, string>> = {
  to: '区划/部门',
  basis: '依据',
  reasonCode: '代码',
  reason: '理由',
  amountFen: '元',
  subjects: '当事人代号（如 s1；新的写 --subject s2=名称，不公开程序中写 s4711=名称）',
};

/** A field of the body, or a value, that no procedure declares. */
export const sharedText = (name: string): string => `${typedAs(name)} ${SHARED[name] ?? '…'}`;
