// The first entries of a ledger: the genesis with its clock and root key, the keys of the services, the calendars.
// All attested by the root key, which is needed for nothing else afterwards.

import type { NatsConnection } from 'nats';
import { localCalendars } from '../../../law/calendars/local.ts';
import { nationalCalendar } from '../../../law/calendars/national.ts';
import type { GenesisCommand, RegisterCommand } from '../../../schemas/register.ts';
import { GENESIS_SUBJECT, NATIONAL } from '../../../schemas/subjects.ts';
import { lastOf } from '../../bus/ledger/read.ts';
import type { Registrar } from '../../bus/registrar/registrar.ts';
import type { Clock } from '../../clock.ts';
import { parseRecord } from '../../proof/record.ts';
import { StackError } from '../stack/stack-error.ts';
import { type PlatformKeys, SIGNING_SERVICES } from './keys.ts';

const CALENDARS_AT_ONCE = 200;

const chunks = <T>(all: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(all.length / size) }, (_, i) => all.slice(i * size, (i + 1) * size));

/** The genesis of a ledger, or `null` for an empty one. */
export const readGenesis = async (nc: NatsConnection): Promise<GenesisCommand | null> => {
  const message = await lastOf(nc, GENESIS_SUBJECT);
  return message ? (parseRecord(message.data).body.command as GenesisCommand) : null;
};

/** Writes what is missing of the first entries. Safe to repeat after a stop in the middle. */
export const ensureGenesis = async (deps: {
  readonly nc: NatsConnection;
  readonly registrar: Registrar;
  readonly keys: PlatformKeys;
  readonly clock: Clock;
  readonly origin: string;
}): Promise<GenesisCommand> => {
  const { nc, registrar, keys, clock } = deps;
  const known = await readGenesis(nc);
  if (known && known.rootKey !== keys.root.publicKey) {
    throw new StackError(
      'KEY_FILE_UNSAFE',
      `密钥目录 ${keys.dir} 不属于这个账本(根密钥不符)，请指定正确的 --keys`,
      `the keys in ${keys.dir} are not this ledger's (another root key): give the right --keys`,
    );
  }
  if (known && known.clock !== clock.kind) {
    throw new StackError(
      'CONFIG_REFUSED',
      known.clock === 'rehearsal' ? '这是演练账本，不能作为正式账本运行' : '这是正式账本，不能用于演练',
      `this ledger keeps a ${known.clock} clock and cannot run on a ${clock.kind} one`,
    );
  }
  const genesis: GenesisCommand = known ?? {
    format: 'xianjie.genesis.v1',
    commandId: 'genesis',
    actor: { service: 'root' },
    clock: clock.kind,
    rootKey: keys.root.publicKey,
    origin: deps.origin,
    occurredAt: clock.now(),
  };
  if (!known) await registrar.enterGenesis(genesis, keys.root);
  const first: RegisterCommand = {
    format: 'xianjie.register.v1',
    commandId: 'service-keys',
    actor: { service: 'root' },
    region: NATIONAL,
    occurredAt: genesis.occurredAt,
    changes: SIGNING_SERVICES.map((service) => ({
      change: 'key-granted' as const,
      key: keys.services[service].id,
      holder: { service },
      use: service === 'ledger' ? ('ledger' as const) : ('sign' as const),
      suite: 'Ed25519' as const,
      publicKey: keys.services[service].publicKey,
      from: genesis.occurredAt,
    })),
  };
  await registrar.submitRegister(first, { key: keys.root, by: 'root', entryKey: keys.root });
  for (const [index, records] of chunks(
    [...nationalCalendar, ...localCalendars],
    CALENDARS_AT_ONCE,
  ).entries()) {
    const calendars: RegisterCommand = {
      ...first,
      commandId: `calendars-${index + 1}`,
      changes: [{ change: 'calendar-published', records }],
    };
    await registrar.submitRegister(calendars, { key: keys.root, by: 'root' });
  }
  return genesis;
};
