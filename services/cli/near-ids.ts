// The ids nearest to one that does not exist, for a message that helps.

/** Letters to change, add or drop to get from one word to the other. */
const editDistance = (a: string, b: string): number => {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1)
      next.push(
        Math.min(
          (row[j] ?? 0) + 1,
          (next[j - 1] ?? 0) + 1,
          (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1),
        ),
      );
    row = next;
  }
  return row[b.length] ?? 0;
};

/** At most five ids, nearest first; one that contains the word counts as near. */
export const closeIds = (wanted: string, ids: readonly string[]): string[] =>
  [...new Set(ids)]
    .map((id) => ({
      id,
      distance: wanted.length > 2 && id.includes(wanted) ? 0 : editDistance(wanted, id),
    }))
    .sort((a, b) => a.distance - b.distance || a.id.localeCompare(b.id))
    .slice(0, 5)
    .map(({ id }) => id);
