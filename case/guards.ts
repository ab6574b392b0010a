// What procedures cannot say as data: pure predicates they refer to by name. A guard answers whether the command may go on.
import type { ErrorCode } from '../schemas/errors.ts';
import type { Instant } from '../schemas/instant.ts';
import { isLate } from './due/due-date.ts';
import type { CaseState, Proceeding } from './state.ts';

type Situation = { state: CaseState; proceeding: Proceeding; occurredAt: Instant };
type Guard = { holds: (situation: Situation) => boolean; code: ErrorCode };

/** Is a running clock of one of these limits in this proceeding past its latest due instant? */
const overdue =
  (...limits: string[]) =>
  ({ state, proceeding, occurredAt }: Situation): boolean =>
    Object.values(state.clocks).some(
      (clock) =>
        clock.proceeding === proceeding.proceeding &&
        limits.includes(clock.limit) &&
        clock.status === 'running' &&
        isLate(clock.times, occurredAt, 'latest'),
    );

export const guards: Readonly<Record<string, Guard>> = {
  /** JG2019 562: the police did not decide within the limit. */
  'review-is-overdue': {
    holds: overdue(
      'fwd-filing-review',
      'fwd-filing-review-econ',
      'fwd-filing-review-general',
      'fwd-filing-review-2006',
    ),
    code: 'GUARD_REFUSED',
  },
  /** JG2019 562: no answer in seven days. */
  'reasons-are-overdue': {
    holds: overdue('sup-state-reasons', 'sup-overdue-reasons'),
    code: 'GUARD_REFUSED',
  },
  /** JG2019 564: not filed in fifteen days. */
  'filing-is-overdue': { holds: overdue('sup-notice-to-file'), code: 'GUARD_REFUSED' },
  /** JG2019 564(3): three months from the filing; where that day is not known to the ledger, nothing is in the way. */
  'three-months-have-passed': {
    holds: ({ state, proceeding, occurredAt }) =>
      Object.values(state.clocks)
        .filter((c) => c.proceeding === proceeding.proceeding && c.limit === 'sup-investigation-urge')
        .every((clock) => isLate(clock.times, occurredAt, 'latest')),
    code: 'GUARD_REFUSED',
  },
  /** JG2019 557(3): the reply date of the opinion has passed. */
  'reply-is-overdue': { holds: overdue('sup-urge-transfer'), code: 'GUARD_REFUSED' },
  /** One supervision at a time for one transfer. */
  'no-supervision-open': {
    holds: ({ state, proceeding }) =>
      !Object.values(state.proceedings).some(
        (p) =>
          p.procedure === 'filing-supervision' && p.parent === proceeding.proceeding && p.state !== 'closed',
      ),
    code: 'GUARD_REFUSED',
  },
  /** A hand-over was not answered yet. */
  'hand-off-is-open': {
    holds: ({ state, proceeding }) =>
      Object.values(state.handOffs).some(
        (h) => h.proceeding === proceeding.proceeding && h.outcome === undefined,
      ),
    code: 'GUARD_REFUSED',
  },
  /** O310 9: the three days run from the receipt of the notice, which comes once. */
  'receipt-not-recorded': {
    holds: ({ proceeding: { history } }) =>
      history.lastIndexOf('non-filing-acknowledged') < history.lastIndexOf('filing-refused'),
    code: 'GUARD_REFUSED',
  },
  /** A designated receiver keeps the clue: no third hop. */
  'not-designated': {
    holds: ({ proceeding }) => !proceeding.history.includes('receiver-designated'),
    code: 'SECOND_RETURN',
  },
  /** Condition of another target state: this clue came back once already. */
  'returned-before': {
    holds: ({ proceeding }) => proceeding.history.includes('clue-returned'),
    code: 'GUARD_REFUSED',
  },
};
