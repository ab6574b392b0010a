// What the HTTP door stands on, put together from the parts of a running platform.
import { jetstream } from '@nats-io/jetstream';
import type { NatsConnection } from 'nats';
import type { CaseCommand, Disclosure } from '../../../schemas/command.ts';
import { regionOf, registerRegionOf } from '../../../schemas/ids.ts';
import type { RegisterChange } from '../../../schemas/register.ts';
import type { RegisterItemKind } from '../../../schemas/register-item.ts';
import { casesInLedger } from '../../bus/enforcement/ledger-cases.ts';
import { exportLedger, streamSource } from '../../bus/export/export-ledger.ts';
import { caseEntries } from '../../bus/ledger/case-entries.ts';
import type { Following, Standing } from '../../bus/ledger/following.ts';
import { lastSequence, messageAt } from '../../bus/ledger/read.ts';
import { lagOf } from '../../bus/reading-room/queries/lag.ts';
import { readMarks } from '../../bus/reading-room/read-marks.ts';
import type { ReadingRoom } from '../../bus/reading-room/reading-room.ts';
import { disclosuresOf } from '../../bus/relay/letters.ts';
import { noticesAgain } from '../../bus/relay/notice-again.ts';
import { type Clock, realClock } from '../../clock.ts';
import type { DeadLetters } from '../../doors/dead-letters.ts';
import type { HttpPorts } from '../../doors/http/ports.ts';
import { followerAnswer } from '../../doors/http/standing.ts';
import type { Log } from '../../log.ts';
import { parseRecord } from '../../proof/record.ts';
import type { Bus } from './bus.ts';
import type { Enforcing } from './enforcing.ts';
import type { PlatformKeys } from './keys.ts';
import type { Provisioning } from './provisioning.ts';

/** Milliseconds a reader waits for the reading room, where it is behind. */
const CATCH_UP_MS = 2_000;

/** Cases with a clock that still runs. */
async function* casesWithRunningClocks(nc: NatsConnection): AsyncGenerator<string> {
  for (const state of (await casesInLedger(nc)).cases.values()) {
    if (Object.values(state.clocks).some((clock) => clock.status === 'running')) yield state.id;
  }
}

export const httpPorts = (deps: {
  readonly bus: Bus;
  readonly room: ReadingRoom;
  /** What feeds the reading room. */
  readonly following: Pick<Following, 'standing'>;
  readonly enforcing: Enforcing;
  readonly operator: Provisioning;
  readonly dead: DeadLetters;
  readonly keys: PlatformKeys;
  readonly clock: Clock;
  readonly log: Log;
}): HttpPorts => {
  const { bus, room, following, enforcing, operator, keys, clock, log } = deps;
  // The registrar's connection may read case keys, which the gateway's may not.
  const { registrar: reading, gateway } = bus.connections;
  const entriesOf = caseEntries(reading);
  return {
    registrar: bus.registrar,
    admission: bus.admission,
    room,
    roomLag: () => lagOf(reading, room, CATCH_UP_MS),
    dead: deps.dead,
    disclosuresAt: async (ledgerSequence): Promise<readonly Disclosure[]> => {
      const message = await messageAt(reading, ledgerSequence);
      return message ? disclosuresOf(bus.caseKeys, parseRecord(message.data)) : [];
    },
    entriesOf,
    reads: readMarks({ nc: gateway, js: jetstream(gateway), key: keys.reads, room, log }),
    noticeAgain: noticesAgain({ nc: reading, registers: bus.registers, caseKeys: bus.caseKeys, log }),
    commandAt: async (ledgerSequence): Promise<CaseCommand | null> => {
      const message = await messageAt(reading, ledgerSequence);
      return message && (parseRecord(message.data).body.command as CaseCommand);
    },
    checkpointAt: (size) => (size <= bus.checkpoints.size() ? bus.checkpoints.checkpointAt(size) : null),
    operator: {
      ...operator,
      publishCalendar: (region, records) =>
        operator.publishCalendar(region, records, () => casesWithRunningClocks(reading)),
      settle: (region, change) => operator.enter(region, [change]),
      publishLaw: bus.publishLaw,
      exportLines: ({ case: caseId, for: department, removeEnvelopes }) =>
        exportLedger({
          source: streamSource(reading),
          key: keys.services.ledger,
          ...(caseId === undefined ? {} : { caseId }),
          removeEnvelopes,
          ...(department ? { for: department } : {}),
        }),
      openDead: bus.dead.open,
      clearDead: async ({ department, upTo, letters, by, reason }) => {
        const cleared: RegisterChange = {
          change: 'item-set',
          kind: 'cleared-dead-letters' satisfies RegisterItemKind,
          id: department,
          data: { upTo, letters, by },
          basis: reason,
          from: bus.registrar.now(),
        };
        const answer = await operator.enter(registerRegionOf(regionOf(department)), [cleared]);
        // Entered first: what is gone was let go of by somebody with a name.
        if (answer.ok) await bus.dead.clear(department, upTo);
        return answer;
      },
      rebuildEnforcement: () => enforcing.rebuild(),
    },
    readiness: async () => {
      const last = await lastSequence(reading).catch(() => null);
      const inboxes = await bus.inboxes.standing().catch(() => null);
      const said = (standing: Standing) => followerAnswer(standing, last);
      return {
        ledger: bus.closedBecause() === null,
        mirror: bus.closedBecause() !== 'LEDGER_BEHIND_MIRROR',
        nats:
          !reading.isClosed() &&
          (await reading.rtt().then(
            () => true,
            () => false,
          )),
        temporal: enforcing.running(),
        readingRoom: await room.position().then(
          () => true,
          () => false,
        ),
        moments: enforcing.isAllRecorded(),
        checkpoints: bus.checkpoints.isCurrent(),
        followers: {
          inboxes: inboxes && said(inboxes),
          temporal: said(enforcing.told()),
          followUps: said(bus.followUps()),
          readingRoom: said(following.standing()),
        },
      };
    },
    gatewayKey: keys.services.gateway,
    operatorToken: keys.operatorToken,
    clock,
    wallClock: realClock(),
    log,
  };
};
