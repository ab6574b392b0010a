// Fields a procedure declares for itself: what kind of value each takes, who may read it, what people call it.
// They travel under `body.fields`; values of a party are committed to under `/fields/<name>`.
import * as z from 'zod';
import { Fen } from './amount-scale.ts';
import { Bilingual, CaseId, DepartmentId, Kebab, OfficerId, PaperId, Region, SubjectId } from './ids.ts';
import { CivilDate, SentInstant } from './instant.ts';
import { isOpenText, Text } from './open-text.ts';

/** Name of a declared field. */
export const FieldName = z
  .string()
  .regex(/^[a-z][a-zA-Z0-9]{0,39}$/)
  .meta({ title: 'FieldName', examples: ['replyBy'] });
export type FieldName = z.infer<typeof FieldName>;

/** `open`: in the entry for ever. `party`: committed to, disclosed to those entitled. `sealed`: for one department alone. */
export const FieldClass = z.enum(['open', 'party', 'sealed']);
export type FieldClass = z.infer<typeof FieldClass>;

const MOST_COUNTED = 2 ** 31 - 1;

/** How each kind is written. A flag is `true` or absent; an amount is in fen and may pass 2^53, hence a string. */
const WRITTEN = {
  flag: z.literal(true),
  code: Kebab,
  text: Text(20_000).min(1),
  date: CivilDate,
  instant: SentInstant,
  count: z.int().min(0).max(MOST_COUNTED),
  amount: Fen,
  /** Name of a band of amounts, where the amount itself is a party's. */
  band: Kebab,
  /** Given by the decision: 1, 2, 3 … within the proceeding. Nobody sends it. */
  serial: z
    .int()
    .min(1)
    .max(2 ** 31 - 1),
  digest: z.string().regex(/^[A-Za-z0-9_-]{43}$/),
  officer: OfficerId,
  department: DepartmentId,
  region: Region,
  subject: SubjectId,
  case: CaseId,
  /** Id of a paper of the case. */
  paper: PaperId,
} as const satisfies Record<string, z.ZodType>;

export const FieldKind = z.enum(Object.keys(WRITTEN) as [keyof typeof WRITTEN, ...(keyof typeof WRITTEN)[]]);
export type FieldKind = z.infer<typeof FieldKind>;

/** A declared field. Open free text is a code or a party's value: a `text` is never open. A `serial` is one open number. */
export const Field = z
  .strictObject({
    kind: FieldKind,
    /** At most 200 of them. */
    list: z.literal(true).optional(),
    class: FieldClass,
    title: Bilingual,
    /** The codes there are, each with what people call it; without them any code. */
    options: z.record(Kebab, Bilingual).optional(),
    /** Of these, what only a rehearsal says: that it was not published. On the record whoever acts knows it. */
    unpublished: z.array(Kebab).min(1).optional(),
    /** Of a count: from what to what it may be. */
    least: z.int().nonnegative().optional(),
    most: z.int().positive().optional(),
    /** Of a date: so many months (MF 200–202), said by then, after the last step of a command. Given by the decision; nobody sends it. */
    counted: z.strictObject({ months: z.union([FieldName, z.int().positive()]), from: Kebab }).optional(),
    /** Of a band: the scale of the law whose bands these are. */
    scale: Kebab.optional(),
    /** Of a band: the party's amount it is the band of, `amountFen` or a declared field. Who sends the amount sends its band. */
    of: FieldName.optional(),
  })
  .refine((field) => field.kind !== 'text' || field.class !== 'open', { message: 'a text is never open' })
  .refine((field) => field.kind !== 'flag' || !field.list, { message: 'a flag is no list' })
  .refine((field) => field.options === undefined || field.kind === 'code' || field.kind === 'band', {
    message: 'options are those of a code or a band',
  })
  .refine(({ unpublished = [], options = {} }) => unpublished.every((code) => Object.hasOwn(options, code)), {
    message: 'what was not published is one of the options',
  })
  .refine(({ kind, least, most }) => kind === 'count' || (least === undefined && most === undefined), {
    message: 'a count alone has a least and a most',
  })
  .refine(
    ({ kind, list, counted, class: read }) => !counted || (kind === 'date' && !list && read === 'open'),
    {
      message: 'what is counted is one open date',
    },
  )
  .refine((field) => (field.scale === undefined) === (field.of === undefined), {
    message: 'a band of a scale is the band of an amount',
  })
  .refine(
    (field) => field.scale === undefined || (field.kind === 'band' && field.class === 'open' && !field.list),
    {
      message: 'the band of an amount is one open band',
    },
  )
  .refine((field) => field.kind !== 'serial' || (field.class === 'open' && !field.list), {
    message: 'a serial is one open number',
  });
export type Field = z.infer<typeof Field>;

const MOST = 200;

/** What is written of any kind but a text is short and on one line. */
const Written = z.string().max(200).refine(isOpenText);

/** The value of a field on the wire, whatever its kind. */
export const FieldValue = z.union([
  z.literal(true),
  z.int(),
  Written,
  z.array(z.union([z.int(), Written])).max(MOST),
]);
export type FieldValue = z.infer<typeof FieldValue>;
export type FieldValues = Readonly<Record<FieldName, FieldValue>>;

/** Whether the decision gives it a value, and nobody sends one. */
export const isGiven = ({ kind, counted }: Field): boolean => kind === 'serial' || counted !== undefined;

/** Shape of a declared field's value. */
export const writtenAs = ({ kind, list, options, least, most }: Field): z.ZodType => {
  const count = () => WRITTEN.count.min(least ?? 0).max(most ?? MOST_COUNTED);
  const one = options ? z.enum(Object.keys(options)) : kind === 'count' ? count() : WRITTEN[kind];
  return list ? z.array(one).min(1).max(MOST) : one;
};
