// What departments said, as they corrected it since. Pure.
import type { Disclosure } from '../../../schemas/command.ts';
import type { OpenedEntry } from './case-file.ts';

/** Values that correct those of an earlier entry, by its sequence. */
const correctionsIn = (entries: readonly OpenedEntry[]): ReadonlyMap<number, readonly Disclosure[]> => {
  const found = entries.flatMap(({ entry, values }) => {
    const { corrects } = entry.command.body;
    return corrects ? [{ sequence: corrects.sequence, values }] : [];
  });
  return new Map(
    [...Map.groupBy(found, ({ sequence }) => sequence)].map(([sequence, all]) => [
      sequence,
      all.flatMap(({ values }) => values),
    ]),
  );
};

/** Each entry with the values said of it later after its own: the last of a path counts. */
export const withCorrections = (entries: readonly OpenedEntry[]): OpenedEntry[] => {
  const corrected = correctionsIn(entries);
  return entries.map((one) => ({
    ...one,
    values: [...one.values, ...(corrected.get(one.entry.sequence) ?? [])],
  }));
};
