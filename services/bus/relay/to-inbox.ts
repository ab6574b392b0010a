// Ledger → inboxes: each entry's notices, in the ledger's order, into the inboxes of those concerned.
// A department whose inbox is full is parked by itself and caught up from the ledger when it drains; so is one that does not read
// its inbox for so long that notices would age out of it.
import { setTimeout as pause } from 'node:timers/promises';
import type { JetStreamClient } from '@nats-io/jetstream';
import type { NatsConnection } from 'nats';
import { departmentOf, departmentsOf } from '../../../case/register/register.ts';
import type { Notice } from '../../../schemas/entry.ts';
import { InfrastructureError } from '../../../schemas/errors.ts';
import type { DepartmentId } from '../../../schemas/ids.ts';
import { caseOfSubject, caseSubject } from '../../../schemas/subjects.ts';
import { inTurns } from '../../in-turn.ts';
import { codeOf, type Log } from '../../log.ts';
import type { GiveWay } from '../../pressure.ts';
import type { CaseKeys } from '../ledger/case-keys.ts';
import { followLedger } from '../ledger/follow-ledger.ts';
import type { Following, FollowOptions } from '../ledger/following.ts';
import { consumedLedger } from '../ledger/ledger-source.ts';
import { readLedger, readSubject, type StoredMessage } from '../ledger/read.ts';
import type { LawReader } from '../registrar/law-reader.ts';
import type { RegisterReader } from '../registrar/register-reader.ts';
import { openCursor } from './cursor.ts';
import { delivering, otherServer } from './deliver.ts';
import { inboxRoom } from './inbox-room.ts';
import { addressing } from './letters.ts';
import type { Letter } from './notice.ts';
import type { ParkedDepartments } from './parked.ts';
import { sealing } from './seal-values.ts';
import { type Restricting, restrictedBetween, restrictingIn } from './withheld.ts';

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

/** Where to begin again so that a notice is made once more: at its entry, or at the one that entitled the receiver to it. */
const madeAt = ({ id, backfill, data }: Notice): number =>
  backfill ? Number(id.slice(id.lastIndexOf('/') + 1)) : data.ledgerSequence;

/** Runs until stopped. What fails for a reason of ours is delivered again, with the same notice ids. */
export const startInboxRelay = async (deps: InboxRelayDeps): Promise<Following> => {
  const { nc, js, registers, parked, log, inboxAgeMs } = deps;
  const address = addressing(deps);
  const room = await inboxRoom(nc);
  const restricted = restrictedBetween(nc);
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

  /** Owed from here on what it has not acknowledged, and given nothing that it holds now. Noted first, or a crash would lose it. */
  const emptied = async (department: DepartmentId, since: number): Promise<number> => {
    const from = Math.min(since, parked.all().get(department) ?? since);
    await parked.park(department, from);
    await room.clear(department);
    return from;
  };

  /** A case closed to a department leaves its inbox, as far as it was not fetched; one opened to it again is told again. */
  const withhold = async ({ type, department, case: id }: Restricting, seq: number): Promise<void> => {
    if (departmentOf(registers.current(), department)?.retiredAt !== undefined) return;
    const isRestricted = type === 'case-restricted';
    const oldest = isRestricted ? await room.firstUnacknowledged(department) : null;
    const [first] = isRestricted ? [] : await readSubject(nc, caseSubject(id));
    const from = oldest ? madeAt(oldest.json<Notice>()) : (first?.sequence ?? seq);
    if (isRestricted) await emptied(department, Math.min(from, seq));
    else await parked.park(department, Math.min(from, parked.all().get(department) ?? from));
    log.info({ department, from }, 'what is owed of an inbox changed with a restriction');
  };

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
    for (const message of batch)
      for (const event of restrictingIn(message))
        await inTurn(event.department, () => withhold(event, message.sequence));
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
    for (const event of restrictingIn(message))
      await inTurn(event.department, () => withhold(event, message.sequence));
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
  const lookedUpTo = (): number => Math.max(reached, following.done());

  /**
   * Goes through the ledger for one parked department, up to what the relay itself has done.
   * @returns whether anything was delivered
   */
  const catchUp = async (department: DepartmentId, from: number): Promise<boolean> => {
    let delivered = false;
    const to = currentServer();
    const ownAddress = addressing(deps);
    // What was published before under its id may have been taken out of the inbox since: it must not count as a repetition.
    const publication = (id: string): string => `${id} ${from}`;
    for (let next = from; ; ) {
      const until = lookedUpTo();
      const hidden = await restricted(department, next, until);
      for await (const message of readLedger(nc, { from: next, to: until, subject: `${CASES}>` })) {
        // From where a case is passed over it goes on by itself.
        if (message.sequence >= (following.parkedFrom(message.subject) ?? Number.POSITIVE_INFINITY)) continue;
        if (hidden.has(caseOfSubject(message.subject) ?? '')) continue;
        try {
          for (const letter of await ownAddress(message, department)) {
            if (stopped) return delivered;
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

  /** One round at a time: a second would begin again where the first has been. Whether any department got on. */
  const catchUpAll = async (): Promise<boolean> => {
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

  /** Eight ninths of its life: what is unacknowledged then is delivered again, long before it is gone. */
  const agesAfterMs = (inboxAgeMs / 9) * 8;
  const renew = async (department: DepartmentId): Promise<void> => {
    const oldest = await room.firstUnacknowledged(department);
    if (!oldest || Date.now() - oldest.time.getTime() < agesAfterMs) return;
    const from = await emptied(department, madeAt(oldest.json<Notice>()));
    log.warn({ department, from }, 'inbox not read for long: its notices are delivered again');
  };
  const renewAll = async (): Promise<void> => {
    const register = await registers.refresh();
    for (const { department, retiredAt } of departmentsOf(register))
      if (!stopped && retiredAt === undefined)
        await inTurn(department, () => renew(department)).catch((error: unknown) => {
          log.warn({ department, reason: codeOf(error) }, 'age of an inbox is looked at again');
        });
  };

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
        await renewAll().catch((error: unknown) => {
          log.warn({ reason: (error as Error).name }, 'ages of inboxes are looked at again');
        });
      }
      await parked.settle().catch((error: unknown) => {
        log.warn({ reason: codeOf(error) }, 'how far parked departments are is noted again');
      });
      // Who drains its inbox gets the next of it soon.
      wait = Math.min((await catchUpAll()) ? RETRY_DRAINING : RETRY_PARKED, lookEvery);
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
