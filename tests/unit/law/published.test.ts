// What law/published.json lists never changes: ledgers have it, cases were opened under it, and a start on such a ledger would
// be refused.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { nameOfItem } from '../../../law/fold-law.ts';
import { lawItems } from '../../../law/law.ts';
import { PublishedLaw, publishedLaw } from '../../../services/cli/generate/published-law.ts';
import { lawItemHash } from '../../../services/proof/law-item-hash.ts';

const text = readFileSync(new URL('../../../law/published.json', import.meta.url), 'utf8');
const { released, items } = PublishedLaw.parse(JSON.parse(text));
const built = new Map(lawItems.map((item) => [nameOfItem(item), lawItemHash(item)]));

const WHAT_TO_DO = released
  ? '已公布的法律条目不能改、不能删：恢复原文，把改动写成更高的版本号（程序、期限改 version，其余见 law/revisions.ts） / restore what is published; make the change a later version'
  : '首次发布之前可以改：看过差异后执行 npm run generate 重新记录 / before the first release: look at the diff, then npm run generate';

describe('law/published.json', () => {
  it('lists no item that reads otherwise, or is gone', () => {
    const changed = Object.keys(items).filter((name) => items[name] !== built.get(name));
    expect(changed, WHAT_TO_DO).toEqual([]);
  });

  it('lists every item: npm run generate adds a new one', () => {
    expect([...built.keys()].filter((name) => !Object.hasOwn(items, name))).toEqual([]);
  });

  it('keeps what was released, whatever the code says by now, and is written anew before that', () => {
    const [first, ...others] = lawItems as [(typeof lawItems)[0], ...typeof lawItems];
    const edited = [{ ...first, data: { title: 'another' } }, ...others];
    const of = (before: object) =>
      PublishedLaw.parse(JSON.parse(publishedLaw(JSON.stringify(before), edited)));
    const name = nameOfItem(first);
    expect(of({ released: true, items }).items).toEqual(items);
    expect(of({ released: false, items }).items[name]).not.toBe(items[name]);
    const older = Object.fromEntries(Object.entries(items).slice(0, 1));
    expect(Object.keys(of({ released: true, items: older }).items)).toHaveLength(lawItems.length);
  });
});
