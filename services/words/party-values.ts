// Disclosed values of a case in words: amounts in yuan, persons with what they are, a sealed reporter not at all.

const FIELDS: Readonly<Record<string, string>> = {
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
  reporter: '举报人(密封)',
};

const yuan = (fen: string): string => {
  const [whole = '0', cents = '00'] = [fen.slice(0, -2) || '0', fen.slice(-2).padStart(2, '0')];
  return `${whole.replaceAll(/\B(?=(\d{3})+$)/g, ',')}.${cents} 元`;
};

const valueText = (field: string, value: unknown): string => {
  if (field === 'amountFen' && typeof value === 'string') return yuan(value);
  if (field === 'reporter') return '仅指定部门可解封';
  if (field === 'subjects' && typeof value === 'object') {
    const { name, idNumber } = value as { name?: string; idNumber?: string };
    return [name, idNumber].filter(Boolean).join(' ');
  }
  return typeof value === 'string' ? value : JSON.stringify(value);
};

/** What stands at a path: `摘要`, `当事人 s1`, `文书标题 p-1`, `状态 p2`. */
const labelOf = (field: string, name: string | undefined): string => {
  if (name === undefined) return FIELDS[field] ?? field;
  if (field === 'fields') return name;
  return `${FIELDS[field] ?? field} ${name}`;
};

/** One line for each disclosed value, `摘要：…`; for a status word `状态 p2：…`; of one of several steps `第2步 摘要：…`. */
export const valueLines = (values: readonly { path: string; value: unknown }[]): string[] =>
  values.map(({ path, value }) => {
    const [, step, own = path] = /^\/steps\/(\d+)(\/.+)$/.exec(path) ?? [];
    const [, field = '', name] = own.split('/');
    return `${step === undefined ? '' : `第${step}步 `}${labelOf(field, name)}：${valueText(field, value)}`;
  });
