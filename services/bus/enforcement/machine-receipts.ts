// Machine receipts: a receiver whose inbox is empty has taken every notice out of it, those of its open hand-offs too; and one whose
// officers read without software of its own has what one of them has read.
// Asked for now and then; the office receipt is a command and needs none of this.
import type { JetStreamClient } from '@nats-io/jetstream';
import type { DepartmentId } from '../../../schemas/ids.ts';
import { INBOX_CONSUMER, inboxStream } from '../../../schemas/subjects.ts';
import type { Clock } from '../../clock.ts';
import { codeOf, type Log } from '../../log.ts';
import type { OpenHandOff } from '../reading-room/queries/open-hand-offs.ts';
import type { TemporalDoor } from './temporal-door.ts';

const EVERY_MS = 15_000;

const keyOf = (h: OpenHandOff): string => `${h.case} ${h.proceeding}/${h.hop}`;

/** Runs until stopped. A hand-off Temporal does not know yet is told of the next time. */
export const watchMachineReceipts = (deps: {
  /** Connection that may ask for consumers. */
  readonly js: JetStreamClient;
  readonly openHandOffs: () => Promise<readonly OpenHandOff[]>;
  /** Entries not yet in the inboxes: while there are some, an empty inbox says nothing. */
  readonly undelivered: () => Promise<number>;
  readonly door: Pick<TemporalDoor, 'noteMachineReceipt'>;
  readonly clock: Clock;
  readonly log: Log;
}): { look(): Promise<void>; stop(): Promise<void> } => {
  const { js, door, clock, log } = deps;
  let noted = new Set<string>();
  let looking: Promise<void> = Promise.resolve();

  const isEmpty = async (department: DepartmentId): Promise<boolean> => {
    const info = await (await js.consumers.get(inboxStream(department), INBOX_CONSUMER)).info();
    return info.num_pending + info.num_ack_pending === 0;
  };

  const lookAt = async (department: DepartmentId, handOffs: readonly OpenHandOff[]): Promise<void> => {
    const isTaken = handOffs.every(({ read }) => read) || (await isEmpty(department));
    for (const handOff of isTaken ? handOffs : handOffs.filter(({ read }) => read)) {
      if (await door.noteMachineReceipt(handOff, clock.now())) noted.add(keyOf(handOff));
    }
  };
  const lookOnce = async (): Promise<void> => {
    const open = await deps.openHandOffs();
    noted = new Set(open.map(keyOf).filter((key) => noted.has(key)));
    const waiting = open.filter((h) => !noted.has(keyOf(h)));
    if (waiting.length === 0 || (await deps.undelivered()) > 0) return;
    for (const [department, handOffs] of Map.groupBy(waiting, (h) => h.to))
      await lookAt(department, handOffs).catch((error: unknown) => {
        log.debug({ department, reason: codeOf(error) }, 'an inbox is looked at again later');
      });
  };

  const look = (): Promise<void> => {
    looking = looking.then(lookOnce).catch((error: unknown) => {
      log.debug({ reason: (error as Error).name }, 'machine receipts are looked at again later');
    });
    return looking;
  };
  const timer = setInterval(() => void look(), EVERY_MS);
  timer.unref();
  return {
    look,
    stop: async () => {
      clearInterval(timer);
      await looking;
    },
  };
};
