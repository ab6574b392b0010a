// What one proceeding orders in another that is closed to others is taken next, in an entry of its own: submitted here, whenever
// an entry ordered one. A command's content follows from its id, so sent again it is the same command.
import { EventEmitter, once } from 'node:events';
import { jetstream } from '@nats-io/jetstream';
import type { NatsConnection } from 'nats';
import type { Entry } from '../../../schemas/entry.ts';
import { InfrastructureError } from '../../../schemas/errors.ts';
import type { CaseEvent } from '../../../schemas/event.ts';
import { backOff } from '../../back-off.ts';
import { type Log, placeOf } from '../../log.ts';
import { entryOf, parseRecord } from '../../proof/record.ts';
import type { Cursor } from '../ledger/follow-ledger.ts';
import { lastSequence, readLedger, type StoredMessage } from '../ledger/read.ts';
import type { Registrar } from '../registrar/registrar.ts';
import { openCursor } from './cursor.ts';

const FOLLOW_UPS = 'relay-follow-ups';
const CASES = 'ledger.case.';
const ORDERED = 'follow-up-ordered';
const PAUSES = { first: 100, longest: 5_000 };

type Ordered = Extract<CaseEvent, { kind: 'follow-up' }>;

/** Nearly every entry orders none, and is not parsed to find that out. */
const orderedBy = ({ subject, data }: StoredMessage): Entry | undefined => {
  const bytes = Buffer.from(data.buffer, data.byteOffset, data.byteLength);
  return subject.startsWith(CASES) && bytes.includes(ORDERED) ? entryOf(parseRecord(data)) : undefined;
};

export type FollowUps = {
  /** A message of the ledger as it came: all of them, in order. */
  note(message: StoredMessage): void;
  /** Resolves when every follow-up ordered by now is taken, and those that these order; or it was stopped. */
  idle(): Promise<void>;
  stop(): Promise<void>;
};

/**
 * Runs until stopped; what could not be taken for a reason of ours is tried again. It is told of new entries by who reads them
 * anyway, for they are many and follow-ups few; those since its cursor it reads itself.
 * @param deps.heard ledger sequence after which every message is told by `note`
 */
export const startFollowUps = (deps: {
  readonly nc: NatsConnection;
  readonly registrar: Pick<Registrar, 'submitAsService'>;
  readonly log: Log;
  readonly heard: number;
}): FollowUps => {
  const { nc, registrar, log } = deps;
  const stopping = new AbortController();
  const { signal } = stopping;
  const progress = new EventEmitter();
  let cursor: Cursor | undefined;
  /** Ledger sequence up to which all were heard of, and up to which all were taken. */
  let { heard } = deps;
  let done = 0;
  /** Orders not yet taken; none is put here before those since the cursor were read. */
  const waiting: { readonly sequence: number; readonly entry: Entry }[] = [];
  let isLive = false;
  let taking: Promise<void> | undefined;

  const take = async (caseId: string, { followUp, at, precision }: Ordered): Promise<void> => {
    const answer = await registrar.submitAsService('relay', {
      commandId: `follow-up-${followUp}`,
      case: caseId,
      command: 'take-follow-up',
      occurredAt: at,
      precision,
      body: { followUp },
    });
    if (answer.ok) return;
    if (answer.retryable) throw new InfrastructureError('LEDGER_UNAVAILABLE', answer.code);
    log.error({ case: caseId, followUp, code: answer.code }, 'follow-up refused');
  };

  /** Tries until it succeeds. @returns whether it has; not when it was stopped */
  const surely = async (work: () => Promise<void>): Promise<boolean> => {
    const pauses = backOff(PAUSES);
    for (let failures = 0; !signal.aborted; failures += 1) {
      try {
        await work();
        return true;
      } catch (error) {
        if (failures === 0) log.warn({ at: placeOf(error) }, 'follow-ups are tried again until it succeeds');
        await pauses.pause(signal);
      }
    }
    return false;
  };
  const takeAllOf = (entry: Entry): Promise<boolean> =>
    surely(async () => {
      for (const event of entry.events) if (event.kind === 'follow-up') await take(entry.id, event);
    });

  const reach = (sequence: number): void => {
    done = sequence;
    cursor?.note(sequence);
    progress.emit('reached');
  };
  const takeWaiting = async (): Promise<void> => {
    for (let next = waiting[0]; next; next = waiting[0]) {
      if (!(await takeAllOf(next.entry))) return;
      waiting.shift();
      reach(next.sequence);
    }
    // In the turn in which none was left: the next to come begins anew.
    taking = undefined;
    reach(heard);
  };

  /** From the cursor to where nothing was heard of since: from there on all is told. */
  const readUp = async (): Promise<void> => {
    cursor ??= await openCursor(nc, jetstream(nc), FOLLOW_UPS);
    done = await cursor.at();
    while (done < heard && !signal.aborted) {
      const until = heard;
      for await (const message of readLedger(nc, { from: done + 1, to: until, subject: `${CASES}>` })) {
        const entry = orderedBy(message);
        if (entry && !(await takeAllOf(entry))) return;
      }
      reach(until);
    }
    isLive = true;
  };
  const reading = surely(readUp);

  return {
    note: (message) => {
      if (message.sequence <= heard) return;
      heard = message.sequence;
      if (!isLive) return;
      const entry = orderedBy(message);
      if (entry) waiting.push({ sequence: message.sequence, entry });
      if (entry && !signal.aborted) taking ??= takeWaiting();
      else if (waiting.length === 0) reach(heard);
    },
    idle: async () => {
      // One taken may order the next.
      for (let last = await lastSequence(nc); done < last && !signal.aborted; last = await lastSequence(nc))
        while (done < last && !signal.aborted) await once(progress, 'reached');
    },
    stop: async () => {
      stopping.abort();
      progress.emit('reached');
      await reading;
      await taking;
      await cursor?.close();
    },
  };
};
