// Ledger → inboxes: each entry's notices, in the ledger's order, into the inboxes of those concerned.
// A department whose inbox is full is parked by itself and caught up from the ledger when it drains; so is one that does not read
// its inbox for so long that notices would age out of it.
import { setTimeout as pause } from 'node:timers/promises';
import type { JetStreamClient } from '@nats-io/jetstream';
import type { NatsConnection } from 'nats';
import { InfrastructureError } from '../../../schemas/errors.ts';
import type { DepartmentId } from '../../../schemas/ids.ts';
import { inTurns } from '../../in-turn.ts';
import { codeOf, type Log } from '../../log.ts';
import type { GiveWay } from '../../pressure.ts';
import type { CaseKeys } from '../ledger/case-keys.ts';
import { followLedger } from '../ledger/follow-ledger.ts';
import type { Following, FollowOptions } from '../ledger/following.ts';
import { consumedLedger } from '../ledger/ledger-source.ts';
import type { StoredMessage } from '../ledger/read.ts';
import type { LawReader } from '../registrar/law-reader.ts';
import type { RegisterReader } from '../registrar/register-reader.ts';
import { catchingUp } from './catch-up.ts';
import { openCursor } from './cursor.ts';
import { delivering, otherServer } from './deliver.ts';
import { inboxRoom } from './inbox-room.ts';
import { addressing } from './letters.ts';
import type { Letter } from './notice.ts';
import { owedAnew } from './owed-anew.ts';
import type { ParkedDepartments } from './parked.ts';
import { sealing } from './seal-values.ts';

const INBOX_RELAY = 'relay-inbox';
const CASES = 'ledger.case.';
/** How often parked departments are tried again, milliseconds. */
const RETRY_PARKED = 5_000;
const RETRY_DRAINING = 200;
/** How often it is looked which inboxes were not read for long, milliseconds at most. */
const LOOK_AT_AGES = 3_600_000;

export type InboxRelayDeps = {
  /** Connection of service `relay`. */
  readonly nc: NatsConnection;
  readonly js: JetStreamClient;
  readonly registers: RegisterReader;
  readonly laws: LawReader;
  readonly caseKeys: CaseKeys;
  readonly parked: ParkedDepartments;
  readonly log: Log;
  /** How long inboxes keep a notice, milliseconds. */
  readonly inboxAgeMs: number;
  /** How long after it was acknowledged the server has a notice on the disk at the latest, milliseconds. */
  readonly sureAfterMs: number;
  readonly giveWay?: GiveWay;
} & Pick<FollowOptions, 'tryParked'>;

/** Runs until stopped. What fails for a reason of ours is delivered again, with the same notice ids. */
export const startInboxRelay = async (deps: InboxRelayDeps): Promise<Following> => {
  const { nc, js, parked, log, inboxAgeMs } = deps;
  const address = addressing(deps);
  const room = await inboxRoom(nc);
  /** What empties an inbox and what fills it again never meet. */
  const inTurn = inTurns();
  /** Sequence up to which it was looked who is parked, since this process began. */
  let reached = 0;
  let stopped = false;
  const cursor = await openCursor(nc, js, INBOX_RELAY, deps.sureAfterMs);
  let server: string | null = null;

  /**
   * The server that answers. Where it is another than before, what the last one had not synced may be gone: whoever was let go of
   * since is parked again, and the ledger is followed from where it is sure.
   */
  const currentServer = (): string => {
    const now = cursor.server();
    if (now === null) throw otherServer();
    if (now === server) return now;
    if (server !== null) parked.goBack();
    reached = 0;
    server = now;
    return now;
  };

  const deliver = delivering({ js, cursor, room, sealed: sealing(deps) });
  const owing = owedAnew({ ...deps, room, inTurn });

  const relay = async (batch: readonly StoredMessage[]): Promise<void> => {
    const to = currentServer();
    const fullFrom = new Map<DepartmentId, number>();
    // One after the other for a department and a case, or a small notice would find room where a large one before it
    // had none; all others at once.
    const lanes = new Map<string, Promise<void>>();
    const send = async (letter: Letter, seq: number): Promise<void> => {
      const { department } = letter.recipient;
      const full = fullFrom.get(department);
      if (full === undefined && (await deliver(letter, to)) === 'delivered') return;
      fullFrom.set(department, Math.min(seq, fullFrom.get(department) ?? seq));
    };
    for (const message of batch) {
      const { sequence: seq, subject } = message;
      if (!subject.startsWith(CASES)) {
        reached = Math.max(reached, seq);
        continue;
      }
      const letters = await address(message);
      reached = Math.max(reached, seq);
      for (const letter of letters) {
        if (parked.isParked(letter.recipient.department)) continue;
        // Earlier entries, of the case it was split off too, come before the one that entitles to them.
        const lane = `${letter.recipient.department} ${subject}`;
        const flight = (lanes.get(lane) ?? Promise.resolve()).then(() => send(letter, seq));
        flight.catch(() => undefined);
        lanes.set(lane, flight);
      }
    }
    await Promise.all(lanes.values());
    for (const message of batch) await owing.byRestrictions(message);
    for (const [department, from] of fullFrom) {
      // It may have been parked meanwhile, for an older reason.
      await parked.park(department, Math.min(from, parked.all().get(department) ?? from));
      log.error({ department, from, code: 'INBOX_FULL' }, 'inbox full, department parked');
    }
  };

  /**
   * An entry of a case that was passed over: to all of its receivers from here, parked or not, for catching up leaves it out.
   * @throws where one of them has no room: it is tried again then
   */
  const relayParked = async (message: StoredMessage): Promise<void> => {
    const to = currentServer();
    for (const letter of await address(message))
      if ((await deliver(letter, to)) === 'full') throw new InfrastructureError('INBOX_FULL');
    await owing.byRestrictions(message);
  };

  const following = await followLedger({
    nc,
    name: INBOX_RELAY,
    source: consumedLedger(nc),
    cursor,
    log,
    onBatch: relay,
    onParked: relayParked,
    ...(deps.tryParked ? { tryParked: deps.tryParked } : {}),
    ...(deps.giveWay ? { beforeBatch: deps.giveWay } : {}),
  });

  const isStopped = (): boolean => stopped;
  const catchUp = catchingUp({
    nc,
    parked,
    cursor,
    following,
    addressedAnew: () => addressing(deps),
    deliver,
    currentServer,
    lookedUpTo: () => Math.max(reached, following.done()),
    inTurn,
    isStopped,
    log,
  });

  const wakingUp = new AbortController();
  const lookEvery = Math.min(LOOK_AT_AGES, inboxAgeMs / 90);
  const catching = (async () => {
    let wait = Math.min(RETRY_PARKED, lookEvery);
    let looked = Number.NEGATIVE_INFINITY;
    while (!wakingUp.signal.aborted) {
      await pause(wait, undefined, { ref: false, signal: wakingUp.signal }).catch(() => undefined);
      if (wakingUp.signal.aborted) return;
      if (performance.now() - looked >= lookEvery) {
        looked = performance.now();
        await owing.byAge(isStopped).catch((error: unknown) => {
          log.warn({ reason: (error as Error).name }, 'ages of inboxes are looked at again');
        });
      }
      await parked.settle().catch((error: unknown) => {
        log.warn({ reason: codeOf(error) }, 'how far parked departments are is noted again');
      });
      // Who drains its inbox gets the next of it soon.
      wait = Math.min((await catchUp()) ? RETRY_DRAINING : RETRY_PARKED, lookEvery);
    }
  })();

  return {
    ...following,
    stop: async () => {
      stopped = true;
      wakingUp.abort();
      await following.stop();
      await catching;
    },
  };
};
