// What the HTTP door stands on, put together from the parts of a running platform.
import { jetstream } from '@nats-io/jetstream';
import type { NatsConnection } from 'nats';
import type { CaseCommand, Disclosure } from '../../../schemas/command.ts';
import { casesInLedger } from '../../bus/enforcement/ledger-cases.ts';
import { exportLedger, streamSource } from '../../bus/export/export-ledger.ts';
import { caseEntries } from '../../bus/ledger/case-entries.ts';
import { messageAt } from '../../bus/ledger/read.ts';
import { readMarks } from '../../bus/reading-room/read-marks.ts';
import type { ReadingRoom } from '../../bus/reading-room/reading-room.ts';
import { disclosuresOf } from '../../bus/relay/letters.ts';
import { noticesAgain } from '../../bus/relay/notice-again.ts';
import { type Clock, realClock } from '../../clock.ts';
import { type DeadLetters, openDeadLetter, readDeadLetters } from '../../doors/dead-letters.ts';
import type { HttpPorts } from '../../doors/http/ports.ts';
import type { Log } from '../../log.ts';
import { parseRecord } from '../../proof/record.ts';
import type { Bus } from './bus.ts';
import type { Enforcing } from './enforcing.ts';
import type { PlatformKeys } from './keys.ts';
import type { Provisioning } from './provisioning.ts';

/** Cases with a clock that still runs. */
async function* casesWithRunningClocks(nc: NatsConnection): AsyncGenerator<string> {
  for (const state of (await casesInLedger(nc)).values()) {
    if (Object.values(state.clocks).some((clock) => clock.status === 'running')) yield state.id;
  }
}

export const httpPorts = (deps: {
  readonly bus: Bus;
  readonly room: ReadingRoom;
  readonly enforcing: Enforcing;
  readonly operator: Provisioning;
  readonly dead: DeadLetters;
  readonly keys: PlatformKeys;
  readonly clock: Clock;
  readonly log: Log;
}): HttpPorts => {
  const { bus, room, enforcing, operator, keys, clock, log } = deps;
  // The registrar's connection may read case keys, which the gateway's may not.
  const { registrar: reading, gateway } = bus.connections;
  const entriesOf = caseEntries(reading);
  return {
    registrar: bus.registrar,
    room,
    dead: deps.dead,
    readDead: () => readDeadLetters(gateway),
    disclosuresAt: async (ledgerSequence): Promise<readonly Disclosure[]> => {
      const message = await messageAt(reading, ledgerSequence);
      return message ? disclosuresOf(bus.caseKeys, parseRecord(message.data)) : [];
    },
    entriesOf,
    reads: readMarks({ nc: gateway, js: jetstream(gateway), key: keys.reads, room, log }),
    noticeAgain: noticesAgain({ nc: reading, registers: bus.registers, caseKeys: bus.caseKeys, log }),
    commandAt: async (caseId, sequence): Promise<CaseCommand | null> =>
      (await entriesOf(caseId))[sequence - 1]?.entry.command ?? null,
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
      openDead: async (sha256) => {
        for await (const letter of readDeadLetters(gateway)) {
          if (letter.sha256 === sha256) return openDeadLetter(keys.deadLetters, letter);
        }
        return null;
      },
      rebuildEnforcement: () => enforcing.rebuild(),
    },
    readiness: async () => ({
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
    }),
    gatewayKey: keys.services.gateway,
    operatorToken: keys.operatorToken,
    clock,
    wallClock: realClock(),
    log,
  };
};
