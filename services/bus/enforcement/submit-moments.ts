// The way of due moments to the registrar: commands `reach-moment`, signed as service `docket`, many in flight at once. Moments of
// a proceeding that is closed to others go in commands of their own, for what others may not see stands in no entry with others.
// A command's content follows from its id: `occurredAt` is the planned instant, so sent again it is the same command.
import pMap from 'p-map';
import {
  type MomentsOfCase,
  momentsByProceeding,
  momentsInHalves,
} from '../../../activities/moments-by-case.ts';
import type { Answer } from '../../../schemas/entry.ts';
import { InfrastructureError, refusal } from '../../../schemas/errors.ts';
import { codeOf, type Log, placeOf } from '../../log.ts';
import type { Registrar } from '../registrar/registrar.ts';

/** The ledger's best rate on two cores is reached at 64 in flight; more only wait longer. */
const AT_ONCE = 64;

const EARLY = new Set(['MOMENT_TOO_EARLY', 'OCCURRED_IN_FUTURE']);
/** Answers to be expected of moments, not worth a line in the log. */
const HARMLESS = new Set(['MOMENT_STALE', ...EARLY]);
/** What one of the moments, or that there are so many, may be the reason of: they are asked for apart. */
const APART = new Set(['INTERNAL_ERROR', 'ENTRY_TOO_LARGE', 'ENTRY_UNREADABLE']);

/**
 * What is early goes back to its docket, and what could not be decided is asked again, with what was recorded beside it: that is
 * stale the next time.
 */
const together = (answers: readonly Answer[]): Answer | undefined =>
  answers.find((answer) => !answer.ok && EARLY.has(answer.code)) ??
  answers.find((answer) => !answer.ok && answer.retryable) ??
  answers.find(({ ok }) => ok) ??
  answers[0];

/**
 * An answer for each command, in their order; a retryable refusal where it could not be decided now. One that cannot be decided
 * holds up no other.
 */
export const momentSubmitter = (registrar: Pick<Registrar, 'submitAsService'>, log: Log) => {
  const ask = async ({ case: caseId, commandId, at, moments }: MomentsOfCase): Promise<Answer> => {
    try {
      return await registrar.submitAsService('docket', {
        commandId,
        case: caseId,
        command: 'reach-moment',
        occurredAt: at,
        precision: 'instant',
        body: { moments: [...moments] },
      });
    } catch (error) {
      const isOurs = error instanceof InfrastructureError;
      const place = isOurs ? {} : { at: placeOf(error) };
      log.warn({ case: caseId, commandId, code: codeOf(error), ...place }, 'moments could not be decided');
      return refusal(isOurs ? error.code : 'INTERNAL_ERROR');
    }
  };
  /** How to ask again for what was refused together; none where no part of it could fare better. */
  const partsOf = (asked: MomentsOfCase, { code }: Exclude<Answer, { ok: true }>): MomentsOfCase[] => {
    if (code === 'PROCEEDING_AMBIGUOUS') return momentsByProceeding(asked);
    return APART.has(code) && asked.moments.length > 1 ? momentsInHalves(asked) : [];
  };
  const submit = async (asked: MomentsOfCase): Promise<Answer> => {
    const answer = await ask(asked);
    if (answer.ok || HARMLESS.has(answer.code)) return answer;
    const parts = partsOf(asked, answer);
    if (parts.length === 0) {
      const { case: caseId, commandId } = asked;
      log.warn({ case: caseId, commandId, code: answer.code }, 'moments refused');
      return answer;
    }
    const answers: Answer[] = [];
    // One after the other: entries of one case.
    for (const part of parts) answers.push(await submit(part));
    return together(answers) ?? answer;
  };
  return (commands: readonly MomentsOfCase[]): Promise<readonly Answer[]> =>
    pMap(commands, submit, { concurrency: AT_ONCE });
};
