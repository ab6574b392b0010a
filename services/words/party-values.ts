// Disclosed values of a case in words: amounts in yuan, persons with what they are, a sealed reporter not at all.
import type { FieldValue } from '../../schemas/field.ts';
import { type fieldWords, yuanText } from './fields.ts';
import { visible } from './visible.ts';

const NAMES: Readonly<Record<string, string>> = {
  title: '标题',
  summary: '摘要',
  reason: '理由',
  offence: '涉嫌罪名',
  subjects: '当事人',
  papers: '文书标题',
  shows: '状态',
  amountFen: '金额',
  amountSource: '金额来源',
  contact: '联系人',
  measure: '措施',
  source: '来源',
  reporter: '举报人（密封）',
};

/** `/steps/2/subjects/s1` → step 2, `subjects`, `s1`. */
const partsOf = (path: string): { step?: string; field: string; name?: string } => {
  const [, step, field = '', name] = /^(?:\/steps\/(\d+))?\/([^/]*)(?:\/([^/]*))?/.exec(path) ?? [];
  return { ...(step ? { step } : {}), field, ...(name ? { name } : {}) };
};

type Value = { readonly path: string; readonly value: unknown };

/** How a law calls what stands at a path, and how its value is read. */
export const valueWords = ({ fieldTitle, fieldText }: ReturnType<typeof fieldWords>) => {
  /** `摘要`, `当事人 s1`, `文书标题 p-1`, `状态 p2`; of one of several steps `第2步 摘要`. */
  const valueTitle = (path: string): string => {
    const { step, field, name } = partsOf(path);
    const own = field === 'fields' && name ? fieldTitle(name).zh : (NAMES[field] ?? field);
    const title = field === 'fields' || name === undefined ? own : `${own} ${name}`;
    return step === undefined ? title : `第${step}步 ${title}`;
  };
  const textOf = ({ path, value }: Value): string => {
    const { field, name } = partsOf(path);
    if (field === 'amountFen' && typeof value === 'string') return yuanText(value);
    if (field === 'reporter') return '仅指定部门可解封';
    if (field === 'subjects' && typeof value === 'object') {
      const subject = value as { name?: string; idNumber?: string };
      return [subject.name, subject.idNumber].filter(Boolean).join(' ');
    }
    if (field === 'fields' && name) return fieldText(name, value as FieldValue);
    return typeof value === 'string' ? value : JSON.stringify(value);
  };
  const valueText = (value: Value): string => visible(textOf(value));
  return {
    valueTitle,
    valueText,
    /** One line for each disclosed value, `摘要：…`; for a status word `状态 p2：…`. */
    valueLines: (values: readonly Value[]): string[] =>
      values.map((value) => `${valueTitle(value.path)}：${valueText(value)}`),
  };
};
