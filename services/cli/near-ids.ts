// That something does not exist, with the ids nearest to it.
import type { Bilingual } from '../../schemas/ids.ts';
import { closeIds } from '../words/close-ids.ts';
import { type CliProblem, usage } from './problem.ts';

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
