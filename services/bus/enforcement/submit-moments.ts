// The activities' way to the registrar: commands `reach-moment`, signed as service `docket`, many in flight at once. Moments of
// a proceeding that is closed to others go in commands of their own, for what others may not see stands in no entry with others.
// A command's content follows from its id: `occurredAt` is the planned instant, so sent again it is the same command.
import pMap from 'p-map';
import type { MomentsOfCase } from '../../../activities/moments-by-case.ts';
import type { CaseState } from '../../../case/state.ts';
import { closedProceedings } from '../../../case/who-is-told.ts';
import type { Law } from '../../../law/law.ts';
import type { Answer } from '../../../schemas/entry.ts';
import { InfrastructureError } from '../../../schemas/errors.ts';
import type { Log } from '../../log.ts';
import type { Registrar } from '../registrar/registrar.ts';

/** The ledger's best rate on two cores is reached at 64 in flight; more only wait longer. */
const AT_ONCE = 64;

const EARLY = new Set(['MOMENT_TOO_EARLY', 'OCCURRED_IN_FUTURE']);
/** Answers to be expected of moments, not worth a line in the log. */
const HARMLESS = new Set(['MOMENT_STALE', ...EARLY]);

type Submit = Pick<Registrar, 'submitAsService' | 'caseHead'>;

/** One command for all proceedings that are open to each other, one for each that is closed. */
const byReaders = (
  state: CaseState | undefined,
  law: Law,
  asked: MomentsOfCase,
): readonly MomentsOfCase[] => {
  const closed = new Set((state ? closedProceedings(law, state) : []).map(({ proceeding }) => proceeding));
  const groups = Map.groupBy(asked.moments, ({ clock }) => {
    const proceeding = state?.clocks[clock]?.proceeding;
    return proceeding !== undefined && closed.has(proceeding) ? proceeding : undefined;
  });
  return [...groups].map(([proceeding, moments]) => ({
    ...asked,
    commandId: proceeding === undefined ? asked.commandId : `${asked.commandId}-${proceeding}`,
    moments,
  }));
};

/** What is early goes back to its docket, with what was recorded beside it: that is stale the next time. */
const together = (answers: readonly Answer[]): Answer =>
  answers.find((answer) => !answer.ok && EARLY.has(answer.code)) ??
  answers.find(({ ok }) => ok) ??
  (answers[0] as Answer);

export const momentSubmitter = (registrar: Submit, law: Law, log: Log) => {
  const submit = async ({ case: caseId, commandId, at, moments }: MomentsOfCase): Promise<Answer> => {
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
  };
  return (commands: readonly MomentsOfCase[]): Promise<readonly Answer[]> =>
    pMap(
      commands,
      async (asked) => {
        const state = (await registrar.caseHead(asked.case))?.state;
        const answers: Answer[] = [];
        for (const command of byReaders(state, law, asked)) answers.push(await submit(command));
        return together(answers);
      },
      { concurrency: AT_ONCE },
    );
};
