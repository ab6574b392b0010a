// A parked department is caught up from the ledger, up to what the relay itself has done, and released.
import type { NatsConnection } from 'nats';
import type { DepartmentId } from '../../../schemas/ids.ts';
import { caseOfSubject } from '../../../schemas/subjects.ts';
import type { inTurns } from '../../in-turn.ts';
import type { Log } from '../../log.ts';
import type { Following } from '../ledger/following.ts';
import { readLedger } from '../ledger/read.ts';
import type { RelayCursor } from './cursor.ts';
import type { delivering } from './deliver.ts';
import type { addressing } from './letters.ts';
import type { ParkedDepartments } from './parked.ts';
import { restrictedBetween } from './withheld.ts';

const CASES = 'ledger.case.>';

/** A round through all that are parked: whether any of them got on. One at a time: a second would begin again where the first has been. */
export const catchingUp = (deps: {
  readonly nc: NatsConnection;
  readonly parked: ParkedDepartments;
  readonly cursor: Pick<RelayCursor, 'server'>;
  readonly following: Following;
  /** Letters as one who begins here addresses them: each round has its own. */
  readonly addressedAnew: () => ReturnType<typeof addressing>;
  readonly deliver: ReturnType<typeof delivering>;
  /** The server that answers; where it is another, whoever was let go of since is parked again. */
  readonly currentServer: () => string;
  readonly lookedUpTo: () => number;
  /** What empties an inbox and what fills it again never meet. */
  readonly inTurn: ReturnType<typeof inTurns>;
  readonly isStopped: () => boolean;
  readonly log: Log;
}) => {
  const { nc, parked, cursor, following, addressedAnew, deliver, currentServer, lookedUpTo } = deps;
  const { inTurn, isStopped, log } = deps;
  const restricted = restrictedBetween(nc);

  /**
   * Goes through the ledger for one parked department, up to what the relay itself has done.
   * @returns whether anything was delivered
   */
  const catchUp = async (department: DepartmentId, from: number): Promise<boolean> => {
    let delivered = false;
    const to = currentServer();
    const ownAddress = addressedAnew();
    // What was published before under its id may have been taken out of the inbox since: it must not count as a repetition.
    const publication = (id: string): string => `${id} ${from}`;
    for (let next = from; ; ) {
      const until = lookedUpTo();
      const hidden = await restricted(department, next, until);
      for await (const message of readLedger(nc, { from: next, to: until, subject: CASES })) {
        // From where a case is passed over it goes on by itself.
        if (message.sequence >= (following.parkedFrom(message.subject) ?? Number.POSITIVE_INFINITY)) continue;
        if (hidden.has(caseOfSubject(message.subject) ?? '')) continue;
        try {
          for (const letter of await ownAddress(message, department)) {
            if (isStopped()) return delivered;
            if ((await deliver(letter, to, publication)) === 'full') {
              const isFurther = message.sequence > from && cursor.server() === to;
              if (isFurther) await parked.park(department, message.sequence);
              return delivered;
            }
            delivered = true;
          }
        } catch (error) {
          const isOurs = cursor.server() === to;
          if (!(isOurs && (await following.parkIfAtFault(message, error)))) throw error;
        }
      }
      next = until + 1;
      if (lookedUpTo() === until) break;
    }
    if (cursor.server() !== to) return delivered;
    // Nobody looked since: released in this very turn of the event loop, the next entry goes the ordinary way.
    parked.release(department);
    log.info({ department }, 'department caught up');
    return delivered;
  };

  return async (): Promise<boolean> => {
    let gotOn = false;
    // Also where no entry comes: whoever was let go of with the last server is parked again.
    if (cursor.server() === null) return gotOn;
    currentServer();
    for (const [department, from] of parked.all()) {
      try {
        gotOn = (await inTurn(department, () => catchUp(department, from))) || gotOn;
      } catch (error) {
        log.warn({ department, reason: (error as Error).name }, 'catching up is tried again');
      }
    }
    return gotOn;
  };
};
