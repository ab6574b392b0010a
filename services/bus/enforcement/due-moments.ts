// Which running clocks have their next moment by an instant: out of the reading room, and out of the ledger for cases of which
// the reading room could not take an entry.
import type { NatsConnection } from 'nats';
import type { NextMoment } from '../../../activities/roll-call.ts';
import { nextMomentsOf } from '../../../case/next-moments.ts';
import { InfrastructureError } from '../../../schemas/errors.ts';
import type { Instant } from '../../../schemas/instant.ts';
import { caseOfSubject } from '../../../schemas/subjects.ts';
import { lagOf } from '../reading-room/queries/lag.ts';
import type { ReadingRoom } from '../reading-room/reading-room.ts';
import type { CaseReader } from '../registrar/case-reader.ts';

export const dueMoments = (deps: {
  readonly nc: NatsConnection;
  readonly room: Pick<ReadingRoom, 'nextMoments' | 'position'>;
  readonly cases: Pick<CaseReader, 'refresh'>;
}) => {
  const { nc, room, cases } = deps;
  const nextMoments = async function* (until: Instant): AsyncGenerator<readonly NextMoment[]> {
    yield await room.nextMoments(until);
    for (const { subject } of (await room.position()).parked) {
      const caseId = caseOfSubject(subject);
      // One that cannot be read here either is named by whoever takes its commands.
      const head = caseId === null ? null : await cases.refresh(caseId).catch(() => null);
      if (head) yield nextMomentsOf(head.state).filter(({ at }) => at <= until);
    }
  };
  return {
    nextMoments,
    /**
     * The same, of all that the ledger has now.
     * @param within milliseconds the tables are given to catch up
     * @throws InfrastructureError LEDGER_UNAVAILABLE where they do not
     */
    nextMomentsNow: (within: number) =>
      async function* (until: Instant): AsyncGenerator<readonly NextMoment[]> {
        const lag = await lagOf(nc, room, within);
        if (lag && lag.behind !== 0) throw new InfrastructureError('LEDGER_UNAVAILABLE', 'tables lag');
        yield* nextMoments(until);
      },
  };
};
