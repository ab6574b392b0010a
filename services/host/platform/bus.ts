// The bus itself on a running nats-server: streams, mirror, ledger, registrar, front door, inbox relay, checkpoints.
// Everything here works without Temporal and without SQL.

import { join } from 'node:path';
import { DiscardPolicy, jetstream, jetstreamManager, StorageType } from '@nats-io/jetstream';
import { filtersOf } from '../../../case/register/items.ts';
import { departmentsOf, type Register } from '../../../case/register/register.ts';
import { noticesMoving } from '../../../law/notices-moving.ts';
import { bodyOf, type DepartmentId, type OperatorId, regionOf } from '../../../schemas/ids.ts';
import type { LawItem } from '../../../schemas/law.ts';
import type { GenesisCommand } from '../../../schemas/register.ts';
import { DEAD_STREAM, deadSubject, filterSubjects, PARKED_STREAM } from '../../../schemas/subjects.ts';
import { type CaseKeys, createCaseKeys } from '../../bus/ledger/case-keys.ts';
import { type Checkpoints, startCheckpoints } from '../../bus/ledger/checkpoint-keeper.ts';
import type { Standing } from '../../bus/ledger/following.ts';
import { ensureFilters } from '../../bus/ledger/inbox-consumers.ts';
import { lastCheckpoint, refuseOlderCopy } from '../../bus/ledger/last-checkpoint.ts';
import { type HeardLedger, heardLedger } from '../../bus/ledger/ledger-source.ts';
import { startMirroring } from '../../bus/ledger/mirror.ts';
import { openMirror } from '../../bus/ledger/mirror-files.ts';
import { startMirrorGate } from '../../bus/ledger/mirror-gate.ts';
import { refuseOlderLedger } from '../../bus/ledger/older-format.ts';
import { ensureInbox, ensureStream, ensureStreams, INBOX_AGE_MS } from '../../bus/ledger/stream.ts';
import { type CaseReader, caseReader } from '../../bus/registrar/case-reader.ts';
import { type LawReader, lawReader } from '../../bus/registrar/law-reader.ts';
import { type Published, publishLaw } from '../../bus/registrar/publish-law.ts';
import { type RegisterReader, registerReader } from '../../bus/registrar/register-reader.ts';
import { createRegistrar, type Registrar } from '../../bus/registrar/registrar.ts';
import { ensureCursors } from '../../bus/relay/cursor.ts';
import { startFollowUps } from '../../bus/relay/take-follow-ups.ts';
import type { Clock } from '../../clock.ts';
import { type Admission, openAdmission } from '../../doors/admission.ts';
import { type DeadLetters, deadLetters } from '../../doors/dead-letters.ts';
import { openNatsDoor } from '../../doors/nats/nats-door.ts';
import type { Log } from '../../log.ts';
import { BURST, createPressure, type GiveWay } from '../../pressure.ts';
import type { DepartmentConnection } from '../stack/department-permissions.ts';
import type { NatsServer } from '../stack/nats-server.ts';
import { type Connections, closeConnections, connectServices } from './connections.ts';
import { ensureGenesis } from './genesis.ts';
import type { InboxRelay } from './inbox-thread.ts';
import type { PlatformKeys } from './keys.ts';
import { startInboxThread } from './start-inbox-thread.ts';

export type BusOptions = {
  readonly nats: NatsServer;
  readonly dataDir: string;
  readonly keys: PlatformKeys;
  readonly clock: Clock;
  readonly log: Log;
  /** Name of the ledger in its checkpoints. */
  readonly origin: string;
  /** The law of this build, which a new ledger begins with. */
  readonly law: readonly LawItem[];
  /** Bytes the inbox of a department may hold, and how long it keeps a notice; settled when it is made. */
  readonly inboxBytes?: number;
  readonly inboxAgeMs?: number;
};

export type Bus = {
  readonly connections: Connections;
  /** For what follows the ledger: waits out a burst of commands. */
  readonly giveWay: GiveWay;
  readonly registrar: Registrar;
  readonly registers: RegisterReader;
  readonly laws: LawReader;
  /** Items of this build's law that were not published when it started, by name. */
  readonly unpublished: readonly string[];
  /** Publishes what the ledger lacks of this build's law, in an operator's name. */
  publishLaw(operator: OperatorId): Promise<Published>;
  readonly cases: CaseReader;
  readonly caseKeys: CaseKeys;
  readonly checkpoints: Checkpoints;
  readonly genesis: GenesisCommand;
  readonly inboxes: InboxRelay;
  /** Resolves when every follow-up that was ordered is taken. */
  followUpsTaken(): Promise<void>;
  /** How the taking of follow-ups stands. */
  followUps(): Standing;
  /** How much each department may have at the doors. */
  readonly admission: Admission;
  readonly dead: DeadLetters;
  /** Makes a department’s inbox where it has none. @throws InfrastructureError NO_ROOM */
  makeInbox(department: DepartmentId): Promise<void>;
  /** Makes every department of the register able to connect, and only those; with inbox and its consumers. */
  applyDepartments(): Promise<void>;
  /** The server was started again: from now on this one is told of departments. */
  useServer(server: NatsServer): void;
  /** `null` while the ledger may be written, else why not. */
  closedBecause(): string | null;
  stop(): Promise<void>;
};

/** @throws StackError, LedgerFault with one line saying what to do; no connection stays open then */
export const startBus = async (options: BusOptions): Promise<Bus> => {
  const connections = await connectServices(options.nats.url, options.nats.serviceKeys);
  try {
    return await startOn(connections, options);
  } catch (error) {
    await closeConnections(connections);
    throw error;
  }
};

const startOn = async (connections: Connections, options: BusOptions): Promise<Bus> => {
  const { dataDir, keys, clock, log } = options;
  let { nats } = options;
  const operator = await jetstreamManager(connections.operator);
  await ensureStreams(operator);
  await ensureStream(operator, {
    name: PARKED_STREAM,
    subjects: ['parked.>'],
    storage: StorageType.File,
    max_msgs_per_subject: 1,
    max_bytes: 8_388_608,
    discard: DiscardPolicy.Old,
    allow_direct: true,
  });
  await ensureCursors(operator);

  const mirror = await openMirror(join(dataDir, 'mirror'));
  await refuseOlderLedger(connections.relay, mirror.dir);
  const apart = lastCheckpoint(keys.dir);
  await refuseOlderCopy(connections.relay, mirror.head()?.sequence ?? 0, apart);
  const alarm = (reason: unknown) => {
    const { code, sequence } = reason as { code?: string; sequence?: number };
    log.fatal(
      { code: code ?? 'LEDGER_BEHIND_MIRROR', sequence },
      'the ledger takes no more entries: xianjie repair',
    );
  };
  const gate = await startMirrorGate(connections.relay, mirror, alarm);
  let heard: HeardLedger | undefined;
  const mirroring = await startMirroring(jetstream(connections.relay), mirror, {
    onFailure: gate.shut,
    onStall: (stalled, error) => {
      gate.hold(stalled);
      const { code } = (error ?? {}) as { code?: string };
      if (stalled) log.fatal({ code }, 'the mirror cannot be written; nothing is taken');
      else log.warn({}, 'the mirror is written again');
    },
    onMessage: (message) => heard?.note(message),
  });

  const js = jetstream(connections.registrar);
  const registers = registerReader(connections.registrar);
  const laws = lawReader(connections.registrar);
  const cases = caseReader(connections.registrar);
  const caseKeys = createCaseKeys({ nc: connections.registrar, js, masterKey: keys.master });
  await registers.refresh();
  const pressure = createPressure();
  const registrar = createRegistrar({
    nc: connections.registrar,
    js,
    clock,
    cases,
    registers,
    laws,
    caseKeys,
    ledgerKey: keys.services.ledger,
    serviceKeys: keys.services,
    requireOpen: gate.requireOpen,
    onClockDoubt: (why) =>
      log.fatal(
        { code: 'CLOCK_DOUBTED', why },
        'the clock is far off, nothing is taken until it is right or stated: xianjie clock state',
      ),
    during: pressure.during,
  });
  const { genesis, law } = await ensureGenesis({
    nc: connections.registrar,
    registrar,
    keys,
    clock,
    origin: options.origin,
    laws,
    law: options.law,
  });
  const followings = await Promise.all([
    registers.follow(js, (error) =>
      log.warn({ code: (error as { code?: string }).code }, 'register is read again later'),
    ),
    laws.follow(js, (error) =>
      log.error({ code: (error as { code?: string }).code }, 'law is read again later'),
    ),
  ]);

  const withInbox = new Set<string>();
  const { inboxAgeMs: maxAgeMs = INBOX_AGE_MS } = options;
  const inboxLimits = {
    maxAgeMs,
    ...(options.inboxBytes === undefined ? {} : { maxBytes: options.inboxBytes }),
  };
  const makeInbox = async (department: DepartmentId): Promise<void> => {
    if (withInbox.has(department)) return;
    await ensureInbox(operator, department, inboxLimits);
    withInbox.add(department);
  };
  /** The filters each inbox has its consumers for, as text. */
  const filtered = new Map<string, string>();
  const applyFilters = async (register: Register, department: DepartmentId): Promise<string[]> => {
    const filters = Object.fromEntries(
      Object.entries(filtersOf(register, department, registrar.now())).map(([name, filter]) => [
        name,
        filterSubjects(department, filter, noticesMoving(laws.current().law, filter.procedures ?? [])),
      ]),
    );
    const text = JSON.stringify(filters);
    if (filtered.get(department) !== text) await ensureFilters(operator, department, filters);
    filtered.set(department, text);
    return Object.keys(filters);
  };
  const applyNow = async (): Promise<void> => {
    const register = await registers.refresh();
    const active = departmentsOf(register).filter((d) => d.retiredAt === undefined);
    const allowed: DepartmentConnection[] = [];
    for (const { department, connectKey } of active) {
      await makeInbox(department);
      allowed.push({
        region: regionOf(department),
        body: bodyOf(department),
        connectKey,
        inboxSecret: keys.inboxSecret({ department, connectKey }),
        filters: await applyFilters(register, department),
      });
    }
    await nats.applyDepartments(allowed);
  };
  let applying: Promise<void> = Promise.resolve();
  /** One after the other: an older list that came later would cut off whoever is only in the newer one. */
  const applyDepartments = (): Promise<void> => {
    applying = applying.then(applyNow, applyNow);
    return applying;
  };
  await applyDepartments();

  const checkpoints = await startCheckpoints({
    nc: connections.registrar,
    js,
    key: keys.services.ledger,
    origin: genesis.origin,
    onFailure: (error) => log.error({ reason: String(error) }, 'checkpoint not written'),
    apart,
  });
  const inboxes = await startInboxThread({
    url: nats.url,
    seed: nats.serviceKeys.relay.seed,
    masterKey: keys.master,
    inboxAgeMs: maxAgeMs,
    sureAfterMs: nats.syncedWithinMs,
    log,
    pressure: pressure.shared,
  });
  const giveWay = pressure.giveWayTo(BURST);
  // Made and told of in one turn: no message comes between.
  heard = heardLedger(connections.relay, mirroring.received());
  const taken = await startFollowUps({ nc: connections.relay, registrar, log, source: heard });
  const dead = deadLetters({
    nc: connections.gateway,
    js: jetstream(connections.gateway),
    clock,
    key: keys.deadLetters,
    purge: async (department, upTo) => {
      const filter = deadSubject(regionOf(department), bodyOf(department));
      await operator.streams.purge(DEAD_STREAM, { filter, seq: upTo + 1 });
    },
    log,
  });
  const admission = openAdmission(() => performance.now() / 1_000);
  const door = openNatsDoor({ nc: connections.gateway, registrar, admission, dead, log });
  // Whoever connects from here on finds somebody there.
  await connections.gateway.flush();

  return {
    connections,
    giveWay,
    registrar,
    registers,
    laws,
    unpublished: law.unpublished,
    publishLaw: (operator) =>
      publishLaw({ laws, registrar, build: options.law, occurredAt: clock.now(), operator }),
    cases,
    caseKeys,
    checkpoints,
    genesis,
    inboxes,
    followUpsTaken: taken.idle,
    followUps: taken.standing,
    admission,
    dead,
    makeInbox,
    applyDepartments,
    useServer: (server) => {
      nats = server;
    },
    closedBecause: () => {
      try {
        gate.requireOpen();
        return registrar.clockDoubt() ? 'CLOCK_DOUBTED' : null;
      } catch (error) {
        return (error as { code?: string }).code ?? 'LEDGER_UNAVAILABLE';
      }
    },
    stop: async () => {
      await door.stop();
      await taken.stop();
      await inboxes.stop();
      await checkpoints.stop();
      for (const following of followings) await following.stop();
      gate.stop();
      await mirroring.stop();
      await mirror.close();
      await closeConnections(connections);
    },
  };
};
