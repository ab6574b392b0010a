// A link names a case that is there and that its sender may know of. `decide` never looks outside its case, so this is asked before.
import { isRestricted } from '../../../case/restricting/is-restricted.ts';
import type { CaseCommand } from '../../../schemas/command.ts';
import type { CaseId } from '../../../schemas/ids.ts';
import type { CaseReader } from './case-reader.ts';

/**
 * The first case a command links to that does not exist, or that its department is no party to: both answer alike. What a rehearsal
 * filled in is tied together by nobody's knowledge.
 */
export const unseenLink = async (
  cases: Pick<CaseReader, 'refresh'>,
  { actor, body }: CaseCommand,
): Promise<CaseId | undefined> => {
  for (const { case: linked } of body.links ?? []) {
    const other = await cases.refresh(linked);
    const isSeen =
      body.filled === true ||
      ('department' in actor &&
        other?.state.parties.includes(actor.department) &&
        !isRestricted(other.state, actor.department));
    if (!other || !isSeen) return linked;
  }
  return undefined;
};
