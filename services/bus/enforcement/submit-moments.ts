// The activities' way to the registrar: commands `reach-moment`, signed as service `docket`, many in flight at once. Moments of
// a proceeding that is closed to others go in commands of their own, for what others may not see stands in no entry with others; so
// do those that would make too large an entry together.
// A command's content follows from its id: `occurredAt` is the planned instant, so sent again it is the same command.
import pMap from 'p-map';
import {
  type MomentsOfCase,
  momentsByProceeding,
  momentsInHalves,
} from '../../../activities/moments-by-case.ts';
import type { Answer } from '../../../schemas/entry.ts';
import { InfrastructureError } from '../../../schemas/errors.ts';
import type { Log } from '../../log.ts';
import type { Registrar } from '../registrar/registrar.ts';

/** The ledger's best rate on two cores is reached at 64 in flight; more only wait longer. */
const AT_ONCE = 64;

const EARLY = new Set(['MOMENT_TOO_EARLY', 'OCCURRED_IN_FUTURE']);
/** Answers to be expected of moments, not worth a line in the log. */
const HARMLESS = new Set(['MOMENT_STALE', ...EARLY]);

/** What is early goes back to its docket, with what was recorded beside it: that is stale the next time. */
const together = (answers: readonly Answer[]): Answer | undefined =>
  answers.find((answer) => !answer.ok && EARLY.has(answer.code)) ??
  answers.find(({ ok }) => ok) ??
  answers[0];

export const momentSubmitter = (registrar: Pick<Registrar, 'submitAsService'>, log: Log) => {
  const submit = async (asked: MomentsOfCase): Promise<Answer> => {
    const { case: caseId, commandId, at, moments } = asked;
    const answer = await registrar.submitAsService('docket', {
      commandId,
      case: caseId,
      command: 'reach-moment',
      occurredAt: at,
      precision: 'instant',
      body: { moments: [...moments] },
    });
    if (!answer.ok && answer.retryable) throw new InfrastructureError('LEDGER_UNAVAILABLE', answer.code);
    if (!answer.ok && answer.code === 'PROCEEDING_AMBIGUOUS')
      return inParts(momentsByProceeding(asked), answer);
    if (!answer.ok && answer.code === 'ENTRY_TOO_LARGE' && moments.length > 1)
      return inParts(momentsInHalves(asked), answer);
    if (!answer.ok && !HARMLESS.has(answer.code)) {
      log.warn({ case: caseId, commandId, code: answer.code }, 'moments refused');
    }
    return answer;
  };
  /** Into entries of their own, one after the other. */
  const inParts = async (parts: readonly MomentsOfCase[], refused: Answer): Promise<Answer> => {
    const answers: Answer[] = [];
    for (const part of parts) answers.push(await submit(part));
    return together(answers) ?? refused;
  };
  return (commands: readonly MomentsOfCase[]): Promise<readonly Answer[]> =>
    pMap(commands, submit, { concurrency: AT_ONCE });
};
