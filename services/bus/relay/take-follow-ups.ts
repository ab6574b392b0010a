// What one proceeding orders in another that is closed to others is taken next, in an entry of its own: submitted here, whenever
// an entry ordered one. A command's content follows from its id, so sent again it is the same command.
import { jetstream } from '@nats-io/jetstream';
import type { NatsConnection } from 'nats';
import type { Entry } from '../../../schemas/entry.ts';
import { InfrastructureError } from '../../../schemas/errors.ts';
import type { CaseEvent } from '../../../schemas/event.ts';
import type { Log } from '../../log.ts';
import { entryOf, parseRecord } from '../../proof/record.ts';
import { followLedger } from '../ledger/follow-ledger.ts';
import type { Following, FollowOptions } from '../ledger/following.ts';
import type { Source } from '../ledger/ledger-source.ts';
import { lastSequence, type StoredMessage } from '../ledger/read.ts';
import type { Registrar } from '../registrar/registrar.ts';
import { openCursor } from './cursor.ts';

const FOLLOW_UPS = 'relay-follow-ups';
const CASES = 'ledger.case.';
const ORDERED = 'follow-up-ordered';
/** It was taken before, or became void. */
const OVER = 'MOMENT_STALE';

type Ordered = Extract<CaseEvent, { kind: 'follow-up' }>;

/** The rules refuse what an entry ordered: no trying again mends that. */
class FollowUpRefused extends Error {
  override readonly name = 'FollowUpRefused';
  readonly code: string;
  constructor(code: string) {
    super(code);
    this.code = code;
  }
}

/** Nearly every entry orders none, and is not parsed to find that out. */
const orderedBy = ({ subject, data }: StoredMessage): Entry | undefined => {
  const bytes = Buffer.from(data.buffer, data.byteOffset, data.byteLength);
  return subject.startsWith(CASES) && bytes.includes(ORDERED) ? entryOf(parseRecord(data)) : undefined;
};

export type FollowUps = Pick<Following, 'standing' | 'stop'> & {
  /** Resolves when every follow-up ordered by now is taken, and those that these order; or it was stopped. */
  idle(): Promise<void>;
};

/** Runs until stopped. */
export const startFollowUps = async (
  deps: {
    readonly nc: NatsConnection;
    readonly registrar: Pick<Registrar, 'submitAsService'>;
    readonly log: Log;
    /** Follow-ups are few and entries many: told by who reads them anyway. */
    readonly source: Source;
  } & Pick<FollowOptions, 'tryParked'>,
): Promise<FollowUps> => {
  const { nc, registrar, log, source } = deps;

  const take = async (caseId: string, { followUp, at, precision }: Ordered): Promise<void> => {
    const answer = await registrar.submitAsService('relay', {
      commandId: `follow-up-${followUp}`,
      case: caseId,
      command: 'take-follow-up',
      occurredAt: at,
      precision,
      body: { followUp },
    });
    if (answer.ok || answer.code === OVER) return;
    if (answer.retryable) throw new InfrastructureError('LEDGER_UNAVAILABLE', answer.code);
    throw new FollowUpRefused(answer.code);
  };

  const { done, idle, standing, stop } = await followLedger({
    nc,
    name: FOLLOW_UPS,
    source,
    cursor: await openCursor(nc, jetstream(nc), FOLLOW_UPS),
    log,
    ...(deps.tryParked ? { tryParked: deps.tryParked } : {}),
    onBatch: async (batch) => {
      for (const entry of batch.flatMap((message) => orderedBy(message) ?? []))
        for (const event of entry.events) if (event.kind === 'follow-up') await take(entry.id, event);
    },
  });
  let stopped = false;

  return {
    standing,
    idle: async () => {
      // One taken may order the next.
      for (let last = await lastSequence(nc); done() < last && !stopped; last = await lastSequence(nc))
        await idle();
    },
    stop: async () => {
      stopped = true;
      await stop();
    },
  };
};
