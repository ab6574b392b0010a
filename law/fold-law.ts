// The law as the ledger has it: publications folded one after the other, later versions added to earlier ones. Pure.
import type { LawCommand, LawItem } from '../schemas/law.ts';
import { LawFault } from './law-fault.ts';
import { lawDataOf, lawItemsOf } from './law-items.ts';
import { type Law, type LawData, lawFrom } from './law-of.ts';
import { soundnessFaults } from './soundness.ts';

export type FoldedLaw = {
  /** Ledger sequence of the last part of the last publication that is whole; 0 before the first. */
  readonly at: number;
  readonly law: Law;
  /** Everything published, in the order it was. */
  readonly items: readonly LawItem[];
  /** Parts of a publication whose last one has not come; they count for nothing yet. */
  readonly unfinished: readonly LawCommand[];
};

export const emptyLaw: FoldedLaw = { at: 0, law: lawFrom(lawDataOf([])), items: [], unfinished: [] };

/** `procedure criminal-transfer@1`. */
export const nameOfItem = ({ kind, id, version }: LawItem): string => `${kind} ${id}@${version}`;

/** A part follows the one before it; a first part begins anew, whatever was left unfinished. @throws LawFault */
const partsWith = (unfinished: readonly LawCommand[], command: LawCommand): readonly LawCommand[] => {
  if (command.part === 1) return [command];
  const [first] = unfinished;
  if (first?.parts === command.parts && command.part === unfinished.length + 1)
    return [...unfinished, command];
  throw new LawFault('LAW_PART_WRONG', [`${command.part} of ${command.parts} after ${unfinished.length}`]);
};

/** Versions of an id go up, and none is published twice. @throws LawFault LAW_ITEM_REFUSED */
const itemsWith = (items: readonly LawItem[], more: readonly LawItem[]): readonly LawItem[] => {
  const highest = new Map(items.map(({ kind, id, version }) => [`${kind} ${id}`, version]));
  for (const item of more) {
    const key = `${item.kind} ${item.id}`;
    const before = highest.get(key) ?? 0;
    if (item.version <= before)
      throw new LawFault('LAW_ITEM_REFUSED', [`${nameOfItem(item)}: not after ${before}`]);
    highest.set(key, item.version);
  }
  return [...items, ...more];
};

/**
 * The law after one more part, at its ledger sequence.
 * @throws LawFault LAW_PART_WRONG, LAW_ITEM_REFUSED, LAW_ITEM_UNKNOWN
 */
export const foldLaw = (folded: FoldedLaw, command: LawCommand, sequence: number): FoldedLaw => {
  const parts = partsWith(folded.unfinished, command);
  const items = itemsWith(
    folded.items,
    parts.flatMap((part) => part.items),
  );
  if (command.part < command.parts) return { ...folded, unfinished: parts };
  return { at: sequence, law: lawFrom(lawDataOf(items)), items, unfinished: [] };
};

/** What keeps the law from being played, as far as it is whole; none where all is sound. */
export const faultsOf = ({ items }: FoldedLaw): string[] => soundnessFaults(lawDataOf(items));

/** What would keep the law from being played once these items are added; none where all is sound. @throws LawFault */
export const faultsWith = (folded: FoldedLaw, more: readonly LawItem[]): string[] =>
  soundnessFaults(lawDataOf(itemsWith(folded.items, more)));

/**
 * The law made of its data, as it reads once it is published.
 * @throws Error naming every fault, where a procedure could not be played
 */
export const lawOf = (data: LawData): Law => {
  const faults = soundnessFaults(data);
  if (faults.length > 0) throw new Error(['unsound law:', ...faults].join('\n  '));
  return lawFrom(lawDataOf(lawItemsOf(data)));
};
