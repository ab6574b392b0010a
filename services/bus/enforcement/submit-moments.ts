// The activities' way to the registrar: commands `reach-moment`, signed as service `docket`, many in flight at once.
// A command's content follows from its id: `occurredAt` is the planned instant, so sent again it is the same command.
import pMap from 'p-map';
import type { MomentsOfCase } from '../../../activities/moments-by-case.ts';
import type { Answer } from '../../../schemas/entry.ts';
import { InfrastructureError } from '../../../schemas/errors.ts';
import type { Log } from '../../log.ts';
import type { Registrar } from '../registrar/registrar.ts';

/** The ledger's best rate on two cores is reached at 64 in flight; more only wait longer. */
const AT_ONCE = 64;

/** Answers to be expected of moments, not worth a line in the log. */
const HARMLESS = new Set(['MOMENT_STALE', 'MOMENT_TOO_EARLY', 'OCCURRED_IN_FUTURE']);

export const momentSubmitter =
  (registrar: Pick<Registrar, 'submitAsService'>, log: Log) =>
  (commands: readonly MomentsOfCase[]): Promise<readonly Answer[]> =>
    pMap(
      commands,
      async ({ case: caseId, commandId, at, moments }) => {
        const answer = await registrar.submitAsService('docket', {
          commandId,
          case: caseId,
          command: 'reach-moment',
          occurredAt: at,
          precision: 'instant',
          body: { moments: [...moments] },
        });
        if (!answer.ok && answer.retryable) throw new InfrastructureError('LEDGER_UNAVAILABLE', answer.code);
        if (!answer.ok && !HARMLESS.has(answer.code)) {
          log.warn({ case: caseId, commandId, code: answer.code }, 'moments refused');
        }
        return answer;
      },
      { concurrency: AT_ONCE },
    );
