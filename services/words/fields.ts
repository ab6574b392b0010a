// Fields that procedures declare, with their values, as people read them.
import type { Law } from '../../law/law.ts';
import { regionName } from '../../law/regions.ts';
import type { Field, FieldValue } from '../../schemas/field.ts';
import type { Bilingual } from '../../schemas/ids.ts';
import { NATIONAL } from '../../schemas/subjects.ts';
import { departmentTitle } from './departments.ts';
import { whenText } from './instants.ts';

/** `1234560` fen as `12,345.60 元`. */
export const yuanText = (fen: string): string => {
  const [whole = '0', cents = '00'] = [fen.slice(0, -2) || '0', fen.slice(-2).padStart(2, '0')];
  return `${whole.replaceAll(/\B(?=(\d{3})+$)/g, ',')}.${cents} 元`;
};

const oneText = (value: string | number | true, field: Field | undefined): string => {
  if (value === true) return '是';
  const text = String(value);
  switch (field?.kind) {
    case 'amount':
      return yuanText(text);
    case 'instant':
      return whenText(text);
    case 'department':
      return departmentTitle(text);
    default:
      return field?.options?.[text]?.zh ?? text;
  }
};

/** A band that the amount beside it does not make. */
export type BandSaid = {
  readonly field: string;
  readonly said: string;
  readonly fits: readonly string[];
  readonly standardOf: string;
};

/** One name is one field in every procedure that declares it; of its titles the newest speaks. */
export const fieldWords = ({ newest }: Law) => {
  const fieldOf = (name: string): Field | undefined =>
    newest.find(({ fields }) => Object.hasOwn(fields, name))?.fields[name];
  const bandTitle = (name: string, band: string): string => fieldOf(name)?.options?.[band]?.zh ?? band;
  return {
    /** `诈骗数额档次填报“数额较大”，与金额不符：按江苏省标准应为“数额巨大”`. */
    bandDoubtText: ({ field, said, fits, standardOf }: BandSaid): string =>
      `${fieldOf(field)?.title.zh ?? field}填报“${bandTitle(field, said)}”，与金额不符：按${standardOf === NATIONAL ? '全国' : regionName(standardOf)}标准应为${fits.map((band) => `“${bandTitle(field, band)}”`).join('或')}`,
    fieldTitle: (name: string): Bilingual => fieldOf(name)?.title ?? { zh: name, en: name },
    /** `核查并反馈` for a code that has words, `12,345.60 元`, `是`; several joined. */
    fieldText: (name: string, value: FieldValue): string => {
      const all: readonly (string | number | true)[] = Array.isArray(value) ? value : [value];
      return all.map((one) => oneText(one, fieldOf(name))).join('、');
    },
  };
};
