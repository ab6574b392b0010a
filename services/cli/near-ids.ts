// The ids nearest to one that does not exist, for a message that helps.
import { distance } from 'fastest-levenshtein';
import type { Bilingual } from '../../schemas/ids.ts';
import { type CliProblem, usage } from './problem.ts';

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

/** That there is nothing of this kind under this id, and what comes near; `where` it was looked for, where that is in doubt. */
export const nothingCalled = (
  kind: Bilingual,
  wanted: string,
  ids: readonly string[],
  where: Bilingual = { zh: '', en: '' },
): CliProblem => {
  const near = closeIds(wanted, ids);
  return usage(
    `${where.zh}没有${kind.zh}“${wanted}”，相近的有：${near.join('、')}`,
    `no ${kind.en} "${wanted}"${where.en}; try one of: ${near.join(', ')}`,
  );
};
