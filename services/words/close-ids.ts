// The ids nearest to one that does not exist, for a message that helps.
import { distance } from 'fastest-levenshtein';

/** At most five ids, nearest first; one that contains the word counts as near. */
export const closeIds = (wanted: string, ids: readonly string[]): string[] =>
  [...new Set(ids)]
    .map((id) => ({
      id,
      apart: wanted.length > 2 && id.includes(wanted) ? 0 : distance(wanted, id),
    }))
    .sort((a, b) => a.apart - b.apart || a.id.localeCompare(b.id))
    .slice(0, 5)
    .map(({ id }) => id);
