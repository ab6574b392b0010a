// Fields that procedures declare, with their values, as people read them.
import type { Law } from '../../law/law.ts';
import type { Field, FieldValue } from '../../schemas/field.ts';
import type { Bilingual } from '../../schemas/ids.ts';
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

/** One name is one field in every procedure that declares it; of its titles the newest speaks. */
export const fieldWords = ({ newest }: Law) => {
  const fieldOf = (name: string): Field | undefined =>
    newest.find(({ fields }) => Object.hasOwn(fields, name))?.fields[name];
  return {
    fieldTitle: (name: string): Bilingual => fieldOf(name)?.title ?? { zh: name, en: name },
    /** `核查并反馈` for a code that has words, `12,345.60 元`, `是`; several joined. */
    fieldText: (name: string, value: FieldValue): string => {
      const all: readonly (string | number | true)[] = Array.isArray(value) ? value : [value];
      return all.map((one) => oneText(one, fieldOf(name))).join('、');
    },
  };
};
