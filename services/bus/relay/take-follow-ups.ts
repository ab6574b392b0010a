// What an entry orders elsewhere (in a proceeding that is closed to others, in another case) is taken next, in an entry of its own:
// submitted here, whenever an entry ordered one.
import { jetstream } from '@nats-io/jetstream';
import type { NatsConnection } from 'nats';
import type { Entry } from '../../../schemas/entry.ts';
import { InfrastructureError } from '../../../schemas/errors.ts';
import type { Log } from '../../log.ts';
import { entryOf, parseRecord } from '../../proof/record.ts';
import { followLedger } from '../ledger/follow-ledger.ts';
import type { Following, FollowOptions } from '../ledger/following.ts';
import type { Source } from '../ledger/ledger-source.ts';
import { lastSequence, type StoredMessage } from '../ledger/read.ts';
import type { Registrar } from '../registrar/registrar.ts';
import { openCursor } from './cursor.ts';
import { casesFor, ORDERING, type OrderedCommand, orderedBy } from './ordered-commands.ts';

const FOLLOW_UPS = 'relay-follow-ups';
const CASES = 'ledger.case.';
/** It was taken before, or became void; or the case it is for was voided meanwhile. */
const OVER: readonly string[] = ['MOMENT_STALE', 'CASE_VOIDED'];

/** The rules refuse what an entry ordered: no trying again mends that. */
class FollowUpRefused extends Error {
  override readonly name = 'FollowUpRefused';
  readonly code: string;
  constructor(code: string) {
    super(code);
    this.code = code;
  }
}

const orderingEntry = ({ subject, data }: StoredMessage): Entry | undefined => {
  if (!subject.startsWith(CASES)) return undefined;
  const text = Buffer.from(data.buffer, data.byteOffset, data.byteLength).toString('latin1');
  return ORDERING.test(text) ? entryOf(parseRecord(data)) : undefined;
};

export type FollowUps = Pick<Following, 'standing' | 'stop'> & {
  /** Resolves when every follow-up ordered by now is taken, and those that these order; or it was stopped. */
  idle(): Promise<void>;
};

/** Runs until stopped. */
export const startFollowUps = async (
  deps: {
    readonly nc: NatsConnection;
    readonly registrar: Pick<Registrar, 'submitAsService' | 'caseHead'>;
    readonly log: Log;
    /** Follow-ups are few and entries many: told by who reads them anyway. */
    readonly source: Source;
  } & Pick<FollowOptions, 'tryParked'>,
): Promise<FollowUps> => {
  const { nc, registrar, log, source } = deps;

  const submit = async (ordered: OrderedCommand, to: string): Promise<void> => {
    const answer = await registrar.submitAsService('relay', { ...ordered, case: to });
    if (answer.ok || OVER.includes(answer.code)) return;
    if (answer.retryable) throw new InfrastructureError('LEDGER_UNAVAILABLE', answer.code);
    throw new FollowUpRefused(answer.code);
  };

  const take = async (ordered: OrderedCommand, by: Entry): Promise<void> => {
    const to = ordered.case
      ? [ordered.case]
      : casesFor(ordered, by, (await registrar.caseHead(by.id))?.state);
    for (const one of to) await submit(ordered, one);
  };

  const { done, idle, standing, stop } = await followLedger({
    nc,
    name: FOLLOW_UPS,
    source,
    cursor: await openCursor(nc, jetstream(nc), FOLLOW_UPS),
    log,
    oneByOne: true,
    ...(deps.tryParked ? { tryParked: deps.tryParked } : {}),
    onBatch: async (batch) => {
      let refused: FollowUpRefused | undefined;
      // What the rules refuse holds up nothing else that was ordered.
      for (const entry of batch.flatMap((message) => orderingEntry(message) ?? []))
        for (const ordered of orderedBy(entry))
          await take(ordered, entry).catch((error: unknown) => {
            if (!(error instanceof FollowUpRefused)) throw error;
            refused ??= error;
          });
      if (refused) throw refused;
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
