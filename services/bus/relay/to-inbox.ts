// Ledger → inboxes: each entry's notices, in the ledger's order, into the inboxes of those concerned.
// A department whose inbox is full is parked by itself and caught up from the ledger when it drains.
import { setTimeout as pause } from 'node:timers/promises';
import { JetStreamApiError, type JetStreamClient } from '@nats-io/jetstream';
import type { NatsConnection } from 'nats';
import { isActive } from '../../../case/register/register.ts';
import { type Recipient, recipientsOf } from '../../../case/who-is-told.ts';
import type { Disclosure } from '../../../schemas/command.ts';
import type { LedgerRecord } from '../../../schemas/entry.ts';
import type { DepartmentId } from '../../../schemas/ids.ts';
import { noticeSubject } from '../../../schemas/subjects.ts';
import type { Log } from '../../log.ts';
import type { GiveWay } from '../../pressure.ts';
import { digestOf } from '../../proof/canonical.ts';
import { openPart } from '../../proof/envelope.ts';
import { entryOf, parseRecord } from '../../proof/record.ts';
import type { CaseKeys } from '../ledger/case-keys.ts';
import { type Following, followLedger } from '../ledger/follow-ledger.ts';
import { readLedger, type StoredMessage } from '../ledger/read.ts';
import type { LawReader } from '../registrar/law-reader.ts';
import type { RegisterReader } from '../registrar/register-reader.ts';
import { caseFollower } from './case-follower.ts';
import { openCursor } from './cursor.ts';
import { noticeOf } from './notice.ts';
import type { ParkedDepartments } from './parked.ts';

const INBOX_RELAY = 'relay-inbox';
const CASES = 'ledger.case.';
/** How often parked departments are tried again, milliseconds. */
const RETRY_PARKED = 5_000;
const RETRY_DRAINING = 200;

export type InboxRelayDeps = {
  readonly nc: NatsConnection;
  readonly js: JetStreamClient;
  readonly registers: RegisterReader;
  readonly laws: LawReader;
  readonly caseKeys: CaseKeys;
  readonly parked: ParkedDepartments;
  readonly log: Log;
  readonly giveWay?: GiveWay;
};

/** 10077: the stream holds as many bytes as it may. 10023: no room left for any stream. */
const isFull = (error: unknown): boolean =>
  error instanceof JetStreamApiError && [10_077, 10_023].includes(error.code);

/** What an entry discloses, as far as its keys were not erased: the case's, or those of some of its subjects. */
export const disclosuresOf = async (
  caseKeys: CaseKeys,
  { head, body, envelope }: LedgerRecord,
): Promise<Disclosure[]> => {
  if (!envelope) return [];
  const digest = digestOf(body.command);
  const opened: Disclosure[] = [];
  for (const part of envelope.parts) {
    const key = await caseKeys.readKey(head.id, part.key);
    if (key.state === 'kept') opened.push(...openPart(key.key, digest, part));
  }
  return opened;
};

/** Notices of an entry, ready to go; computed once, whoever gets them. */
const addressing = ({ nc, registers, laws, caseKeys }: InboxRelayDeps) => {
  const cases = caseFollower(nc);
  return async (message: StoredMessage) => {
    const record = parseRecord(message.data);
    const entry = entryOf(record);
    if (entry.registerAt > registers.current().at) await registers.refresh();
    if (entry.lawAt > laws.current().at) await laws.refresh();
    const register = registers.current();
    const state = await cases.after(entry);
    const to = recipientsOf(state, entry, register, laws.current().law).filter((r) =>
      isActive(register, r.department),
    );
    const disclosures = to.some((r) => r.sees === 'all') ? await disclosuresOf(caseKeys, record) : [];
    return { record, to, disclosures };
  };
};

const deliver = async (
  js: JetStreamClient,
  record: LedgerRecord,
  ledgerSequence: number,
  recipient: Recipient,
  disclosures: readonly Disclosure[],
): Promise<'delivered' | 'full'> => {
  const notice = noticeOf(record, ledgerSequence, recipient, disclosures);
  const subject = noticeSubject(recipient.department, recipient.procedure, recipient.event);
  try {
    await js.publish(subject, JSON.stringify(notice), { msgID: notice.id, timeout: 5_000 });
    return 'delivered';
  } catch (error) {
    if (isFull(error)) return 'full';
    throw error;
  }
};

/** Runs until stopped. What fails for a reason of ours is delivered again, with the same notice ids. */
export const startInboxRelay = async (deps: InboxRelayDeps): Promise<Following> => {
  const { nc, js, parked, log } = deps;
  const address = addressing(deps);
  /** Sequence up to which it was looked who is parked; `null` until the first batch since this process began. */
  let reached: number | null = null;
  let stopped = false;

  const relay = async (batch: readonly StoredMessage[]): Promise<void> => {
    const fullFrom = new Map<DepartmentId, number>();
    // One after the other for a department and a case, or a small notice would find room where a large one before it
    // had none; all others at once.
    const lanes = new Map<string, Promise<void>>();
    const send = async (
      record: LedgerRecord,
      seq: number,
      recipient: Recipient,
      disclosures: readonly Disclosure[],
    ): Promise<void> => {
      const { department } = recipient;
      const full = fullFrom.get(department);
      if (full === undefined && (await deliver(js, record, seq, recipient, disclosures)) === 'delivered')
        return;
      fullFrom.set(department, Math.min(seq, fullFrom.get(department) ?? seq));
    };
    for (const message of batch) {
      const { sequence: seq, subject } = message;
      if (!subject.startsWith(CASES)) {
        reached = seq;
        continue;
      }
      const { record, to, disclosures } = await address(message);
      reached = seq;
      for (const recipient of to) {
        if (parked.isParked(recipient.department)) continue;
        const lane = `${recipient.department} ${record.head.id}`;
        const flight = (lanes.get(lane) ?? Promise.resolve()).then(() =>
          send(record, seq, recipient, disclosures),
        );
        flight.catch(() => undefined);
        lanes.set(lane, flight);
      }
    }
    await Promise.all(lanes.values());
    for (const [department, from] of fullFrom) {
      await parked.park(department, from);
      log.error({ department, from, code: 'INBOX_FULL' }, 'inbox full, department parked');
    }
  };

  const following = await followLedger({
    nc,
    name: INBOX_RELAY,
    cursor: await openCursor(nc, js, INBOX_RELAY),
    log,
    onBatch: relay,
    ...(deps.giveWay ? { beforeBatch: deps.giveWay } : {}),
  });
  const lookedUpTo = (): number => reached ?? following.done();

  /**
   * Goes through the ledger for one parked department, up to what the relay itself has done.
   * @returns whether anything was delivered
   */
  const catchUp = async (department: DepartmentId, from: number): Promise<boolean> => {
    let delivered = false;
    const ownAddress = addressing(deps);
    for (let next = from; ; ) {
      const until = lookedUpTo();
      for await (const message of readLedger(nc, { from: next, to: until, subject: `${CASES}>` })) {
        if (stopped) return delivered;
        const { record, to, disclosures } = await ownAddress(message);
        const recipient = to.find((r) => r.department === department);
        if (!recipient) continue;
        if ((await deliver(js, record, message.sequence, recipient, disclosures)) === 'full') {
          if (message.sequence > from) await parked.park(department, message.sequence);
          return delivered;
        }
        delivered = true;
      }
      next = until + 1;
      if (lookedUpTo() === until) break;
    }
    // Nobody looked since: released in this very turn of the event loop, the next entry goes the ordinary way.
    await parked.release(department);
    log.info({ department }, 'department caught up');
    return delivered;
  };

  /** One round at a time: a second would begin again where the first has been. Whether any department got on. */
  const catchUpAll = async (): Promise<boolean> => {
    let gotOn = false;
    for (const [department, from] of parked.all()) {
      try {
        gotOn = (await catchUp(department, from)) || gotOn;
      } catch (error) {
        log.warn({ department, reason: (error as Error).name }, 'catching up is tried again');
      }
    }
    return gotOn;
  };
  const wakingUp = new AbortController();
  const catching = (async () => {
    let wait = RETRY_PARKED;
    while (!wakingUp.signal.aborted) {
      await pause(wait, undefined, { ref: false, signal: wakingUp.signal }).catch(() => undefined);
      // Who drains its inbox gets the next of it soon.
      if (!wakingUp.signal.aborted) wait = (await catchUpAll()) ? RETRY_DRAINING : RETRY_PARKED;
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
