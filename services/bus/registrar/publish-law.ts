// Publishing the law: items the ledger lacks go in as parts of one publication. Of two who publish at once the loser of each
// compare-and-set folds what the other wrote and goes on from there, or where it is other law, when that is whole; a stop in
// the middle is taken up by whoever comes next.
import { setTimeout as pause } from 'node:timers/promises';
import { type FoldedLaw, faultsWith, nameOfItem } from '../../../law/fold-law.ts';
import type { Refusal } from '../../../schemas/entry.ts';
import { InfrastructureError, refusal } from '../../../schemas/errors.ts';
import type { OperatorId } from '../../../schemas/ids.ts';
import type { Instant } from '../../../schemas/instant.ts';
import { LAW_PUBLISHER, type LawCommand, type LawItem } from '../../../schemas/law.ts';
import { NATIONAL } from '../../../schemas/subjects.ts';
import { canonical } from '../../proof/canonical.ts';
import { lawItemHash } from '../../proof/law-item-hash.ts';
import type { LawReader } from './law-reader.ts';
import type { Registrar } from './registrar.ts';

/** Bytes of the items of one part: with head, signature and what is around them an entry stays below 200 kB. */
const PART_BYTES = 190_000;

/** Races lost, or parts written, before it is given up. */
const TRIES = 200;

/** Milliseconds without a further part after which the publication of others is taken for abandoned, and between two looks. */
const ABANDONED_AFTER = 3_000;
const LOOK_AGAIN_AFTER = 50;

export type Published =
  | { readonly ok: true; readonly items: readonly LawItem[] }
  | { readonly ok: false; readonly refusal: Refusal };

/** Items of the build that the ledger lacks; what a later version has overtaken there is not missed. */
export const lackingIn = ({ items }: FoldedLaw, build: readonly LawItem[]): LawItem[] => {
  const highest = new Map<string, number>();
  for (const { kind, id, version } of items)
    highest.set(`${kind} ${id}`, Math.max(version, highest.get(`${kind} ${id}`) ?? 0));
  return build.filter(({ kind, id, version }) => version > (highest.get(`${kind} ${id}`) ?? 0));
};

/** An item that reads otherwise in the build than it was published, with both hashes. */
export type Differing = { readonly item: string; readonly published: string; readonly built: string };

/** Items the ledger has in the same version and in other words. */
export const differingFrom = ({ items }: FoldedLaw, build: readonly LawItem[]): Differing[] => {
  const published = new Map(items.map((item) => [nameOfItem(item), lawItemHash(item)]));
  return build.flatMap((item) => {
    const name = nameOfItem(item);
    const [before, now] = [published.get(name), lawItemHash(item)];
    return before === undefined || before === now ? [] : [{ item: name, published: before, built: now }];
  });
};

/** Bytes it takes in a list. */
const sizeOf = (item: LawItem): number => Buffer.byteLength(canonical(item)) + 1;

/** Items in parts of so many bytes at most; an item that is larger has a part of its own. */
export const partsOf = (items: readonly LawItem[], bytes = PART_BYTES): LawItem[][] => {
  const parts: LawItem[][] = [];
  let room = 0;
  for (const item of items) {
    const size = sizeOf(item);
    if (size > room) {
      parts.push([]);
      room = bytes;
    }
    parts.at(-1)?.push(item);
    room -= size;
  }
  return parts;
};

/** What a build adds to the law as far as that is whole, in parts; or why it may not be added. */
type Addition = {
  readonly items: readonly LawItem[];
  readonly parts: readonly (readonly LawItem[])[];
  readonly refused: Refusal | null;
};

const additionTo = (folded: FoldedLaw, build: readonly LawItem[], partBytes?: number): Addition => {
  const items = lackingIn(folded, build);
  const refused = (code: 'LAW_UNSOUND' | 'LAW_ITEM_REFUSED', details: readonly string[]): Addition => ({
    items,
    parts: [],
    refused: refusal(code, details),
  });
  const faults = items.length === 0 ? [] : faultsWith(folded, items);
  if (faults.length > 0) return refused('LAW_UNSOUND', faults.slice(0, 10));
  const large = items
    .filter((item) => sizeOf(item) > PART_BYTES)
    .map((item) => `${nameOfItem(item)}: too large`);
  if (large.length > 0) return refused('LAW_ITEM_REFUSED', large);
  return { items, parts: partsOf(items, partBytes), refused: null };
};

/** How many of these parts are in the ledger already, left by a publication of the same; 0 where it is another. */
const begun = (unfinished: readonly LawCommand[], parts: readonly (readonly LawItem[])[]): number => {
  const isSame = unfinished.every(
    (part, n) => part.parts === parts.length && canonical(part.items) === canonical(parts[n] ?? null),
  );
  return isSame ? unfinished.length : 0;
};

/**
 * Publishes what the ledger lacks of a build's law; nothing where it has all.
 * @returns what this call found missing, or why it was refused (LAW_UNSOUND, LAW_ITEM_REFUSED)
 * @throws InfrastructureError LEDGER_UNAVAILABLE, OUTCOME_UNKNOWN, CASE_BUSY: repeat it
 */
export const publishLaw = async (deps: {
  readonly laws: LawReader;
  readonly registrar: Pick<Registrar, 'submitLaw'>;
  readonly build: readonly LawItem[];
  readonly occurredAt: Instant;
  readonly operator?: OperatorId;
  /** Bytes of a part. */
  readonly partBytes?: number;
}): Promise<Published> => {
  const { laws, registrar, build, occurredAt, operator } = deps;
  let missing: readonly LawItem[] | undefined;
  let addition: (Addition & { readonly to: readonly LawItem[] }) | undefined;
  /** Where the chain ended when a publication of others was last seen to grow. */
  let others = { place: -1, since: 0 };
  for (let tries = 0; tries < TRIES; ) {
    const folded = await laws.refresh();
    // While only parts come it is the same, and its soundness is not asked of it again.
    if (addition?.to !== folded.items)
      addition = { to: folded.items, ...additionTo(folded, build, deps.partBytes) };
    const { items, parts, refused } = addition;
    missing ??= items;
    if (items.length === 0) return { ok: true, items: missing };
    if (refused) return { ok: false, refusal: refused };
    const done = begun(folded.unfinished, parts);
    const place = laws.headOf(NATIONAL)?.sequence ?? 0;
    if (done === 0 && folded.unfinished.length > 0) {
      if (others.place !== place) others = { place, since: performance.now() };
      if (performance.now() - others.since < ABANDONED_AFTER) {
        await pause(LOOK_AGAIN_AFTER);
        continue;
      }
    }
    tries += 1;
    const part: LawCommand = {
      format: 'xianjie.law.v1',
      // Of the entry's place in the chain, which only one can have.
      commandId: `law-${place + 1}`,
      actor: { service: LAW_PUBLISHER, ...(operator === undefined ? {} : { operator }) },
      part: done + 1,
      parts: parts.length,
      items: [...(parts[done] ?? [])],
      occurredAt,
    };
    const answer = await registrar.submitLaw(part, place);
    if (answer !== 'conflict' && !answer.ok) return { ok: false, refusal: answer };
  }
  throw new InfrastructureError('CASE_BUSY');
};
