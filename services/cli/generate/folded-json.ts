// JSON as people read it: what fits a line stands on one, all else is opened by one level.

const WIDTH = 120;

const inLine = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(inLine).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const parts = Object.entries(value).map(([name, one]) => `${JSON.stringify(name)}: ${inLine(one)}`);
  return parts.length === 0 ? '{}' : `{ ${parts.join(', ')} }`;
};

/** `lead`: what stands before the value on its line. */
const folded = (value: unknown, indent: string, lead: string): string => {
  const line = inLine(value);
  if (typeof value !== 'object' || value === null || indent.length + lead.length + line.length <= WIDTH)
    return lead + line;
  const deeper = `${indent}  `;
  const [open, close] = Array.isArray(value) ? '[]' : '{}';
  const parts = Array.isArray(value)
    ? value.map((one) => folded(one, deeper, ''))
    : Object.entries(value).map(([name, one]) => folded(one, deeper, `${JSON.stringify(name)}: `));
  return `${lead}${open}\n${parts.map((part) => deeper + part).join(',\n')}\n${indent}${close}`;
};

/** The text of a file; `document` is plain JSON, without what JSON leaves out. */
export const foldedJson = (document: object): string =>
  `${folded(JSON.parse(JSON.stringify(document)), '', '')}\n`;
