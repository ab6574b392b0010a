// What is wrong with a line of a file of cases, said to the person who wrote it: which field, and why, in two languages.
import type * as z from 'zod';
import type { Bilingual } from '../../schemas/ids.ts';
import { DepartmentWord } from './bodies.ts';

/** What can be wrong: the line as a whole, or one issue of its shape. */
export type Fault =
  | { code: 'not-json' }
  | { code: 'line-too-long'; max: number }
  | { code: 'duplicate-case'; id: string; first: number }
  | { code: 'issue'; issue: z.core.$ZodIssue };

/** Own refusals of the schema, by the code they carry as message. */
const OWN: Record<string, Bilingual> = {
  'date-form': { zh: '日期应为 年、年-月 或 年-月-日', en: 'a date is YYYY, YYYY-MM or YYYY-MM-DD' },
  'date-impossible': { zh: '没有这一天', en: 'there is no such date' },
  'word-form': { zh: '应为小写英文词，以下划线相连', en: 'lower-case words joined by underscores' },
  'case-id-form': { zh: '案件编号应如 RC-001', en: 'a case id is like RC-001' },
  'region-unknown': { zh: '认不出的行政区划', en: 'unknown region' },
  'amount-below-fen': { zh: '金额最多到分', en: 'amounts have at most two decimals' },
};

/** `events[3].from`: positions counted from 0, as in the file's JSON. */
const pathText = (path: readonly PropertyKey[]): string =>
  path.reduce<string>(
    (text, key) => (typeof key === 'number' ? `${text}[${key}]` : `${text}${text && '.'}${String(key)}`),
    '',
  );

const shown = (input: unknown): string => {
  const text = typeof input === 'string' ? input : (JSON.stringify(input) ?? 'undefined');
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
};

const isDepartmentField = (field: string): boolean => /(^|\.)(from|to)$|^departments\[/.test(field);

const messageOf = (issue: z.core.$ZodIssue, field: string): Bilingual => {
  const own = OWN[issue.message];
  if (own !== undefined) {
    return { zh: `${own.zh}:“${shown(issue.input)}”`, en: `${own.en}: "${shown(issue.input)}"` };
  }
  if (issue.code === 'invalid_value' && typeof issue.input === 'string' && isDepartmentField(field)) {
    const words = DepartmentWord.options;
    return {
      zh: `未知的部门词“${shown(issue.input)}”，可用：${words.join('、')}`,
      en: `unknown department word "${shown(issue.input)}"; known: ${words.join(', ')}`,
    };
  }
  if (issue.code === 'unrecognized_keys') {
    const keys = issue.keys.map(shown).join(', ');
    return { zh: `不认识的字段：${keys}`, en: `unknown field: ${keys}` };
  }
  if (issue.input === undefined) return { zh: '缺少此项', en: 'missing' };
  return { zh: `内容不合要求：${shown(issue.input)}`, en: `${issue.message}: ${shown(issue.input)}` };
};

/** The field concerned and the reason, for people. */
export const problemOf = (fault: Fault): { field: string; message: Bilingual } => {
  switch (fault.code) {
    case 'not-json':
      return { field: '', message: { zh: '不是有效的 JSON', en: 'not valid JSON' } };
    case 'line-too-long':
      return {
        field: '',
        message: { zh: `本行超过 ${fault.max} 个字符`, en: `the line has more than ${fault.max} characters` },
      };
    case 'duplicate-case':
      return {
        field: 'id',
        message: {
          zh: `案件编号 ${fault.id} 已在第 ${fault.first} 行用过`,
          en: `case id ${fault.id} is already used on line ${fault.first}`,
        },
      };
    case 'issue': {
      const { issue } = fault;
      const path = issue.code === 'unrecognized_keys' ? [...issue.path, issue.keys[0] ?? ''] : issue.path;
      const field = pathText(path);
      return { field, message: messageOf(fault.issue, field) };
    }
  }
};
