// law/published.json: the hash of every version of every item of the law. Once `released` says true there, a hash that stands
// is never written over: what was published never changes, and only new versions are added.
import * as z from 'zod';
import { nameOfItem } from '../../../law/fold-law.ts';
import type { LawItem } from '../../../schemas/law.ts';
import { lawItemHash } from '../../proof/law-item-hash.ts';

export const PublishedLaw = z.strictObject({
  /** From the first release on. */
  released: z.boolean(),
  /** `procedure criminal-transfer@1` → hash of the item. */
  items: z.record(z.string(), z.string()),
});

/** @param before the file as it is, empty where there is none */
export const publishedLaw = (before: string, build: readonly LawItem[]): string => {
  const { released, items } =
    before === '' ? { released: false, items: {} } : PublishedLaw.parse(JSON.parse(before));
  const now = Object.fromEntries(build.map((item) => [nameOfItem(item), lawItemHash(item)]));
  return `${JSON.stringify({ released, items: released ? { ...now, ...items } : now }, null, 2)}\n`;
};
