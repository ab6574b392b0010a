// Chinese as it is printed: full-width marks in running text, and one word for each thing wherever people read it.
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const filesIn = (folder: string, ending: RegExp): string[] =>
  readdirSync(join(root, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && ending.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)));

/** Lines without those that are comments. */
const linesOf = (file: string): string[] =>
  readFileSync(join(root, file), 'utf8')
    .split('\n')
    .filter((line) => !/^\s*(\/\/|\/?\*)/.test(line));

const sources = [
  ...filesIn('services', /\.(ts|js)$/),
  ...filesIn('schemas', /\.ts$/),
  ...filesIn('law', /\.ts$/),
];
const offences = (files: readonly string[], pattern: RegExp): string[] =>
  files.flatMap((file) =>
    linesOf(file).flatMap((line) => (pattern.test(line) ? [`${file}: ${line.trim()}`] : [])),
  );

describe('what people read', () => {
  it('is searched at all', () => {
    expect(sources.length).toBeGreaterThan(200);
    expect(offences(sources, /\p{Script=Han}[，：；]\p{Script=Han}/u).length).toBeGreaterThan(50);
  });

  it('has full-width commas, colons and semicolons between Chinese words', () => {
    expect(offences(sources, /[\p{Script=Han}”）》][,:;] ?(?=[\p{Script=Han}“《])/u)).toEqual([]);
    expect(offences(sources, /[\w})][,:;](?=\p{Script=Han})/u)).toEqual([]);
  });

  it.each([
    ['docket', '期限台账', /时点簿|期限簿|工作簿/],
    ['roll-call', '每日排期', /点卯|点名/],
    ['moment', '时间节点', /时点/],
    ['agreed', '约定', /商定/],
    ['undetermined', '无法认定', /不定[（(]|无法判定|不能判定/],
    ['filled in', '补记', /推演/],
    ['supervision that an organ asks for', '建议立案监督', /申请立案监督|申请监督|监督申请/],
  ])('calls a %s %s', (_, _word, others) => {
    const pages = [
      'README.md',
      ...['services', 'workflows', 'schemas'].flatMap((room) => filesIn(room, /\.md$/)),
    ];
    expect(offences([...sources, ...pages], others)).toEqual([]);
  });
});
