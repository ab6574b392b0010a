// The first entries of a ledger: the genesis with its clock and root key, the keys of the services, the law, the calendars.
// All but the law attested by the root key, which is needed for nothing else afterwards.

import type { NatsConnection } from 'nats';
import { localCalendars } from '../../../law/calendars/local.ts';
import { nationalCalendar } from '../../../law/calendars/national.ts';
import { statutoryCalendar } from '../../../law/calendars/statutory.ts';
import type { LawItem } from '../../../schemas/law.ts';
import type { GenesisCommand, RegisterCommand } from '../../../schemas/register.ts';
import { GENESIS_SUBJECT, NATIONAL } from '../../../schemas/subjects.ts';
import { LedgerFault } from '../../bus/ledger/ledger-fault.ts';
import { lastOf } from '../../bus/ledger/read.ts';
import type { LawReader } from '../../bus/registrar/law-reader.ts';
import type { Registrar } from '../../bus/registrar/registrar.ts';
import type { Clock } from '../../clock.ts';
import { parseRecord } from '../../proof/record.ts';
import { StackError } from '../stack/stack-error.ts';
import { type PlatformKeys, SIGNING_SERVICES } from './keys.ts';
import { type LawAtStart, lawAtStart, readLaw } from './law-at-start.ts';

const CALENDARS_AT_ONCE = 200;

const chunks = <T>(all: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(all.length / size) }, (_, i) => all.slice(i * size, (i + 1) * size));

/** The genesis of a ledger, or `null` for an empty one. */
export const readGenesis = async (nc: NatsConnection): Promise<GenesisCommand | null> => {
  const message = await lastOf(nc, GENESIS_SUBJECT);
  return message ? (parseRecord(message.data).body.command as GenesisCommand) : null;
};

/** The ledger does not know a key of ours: it was begun before all of today's services had one. */
const keysDiffer = (): LedgerFault =>
  new LedgerFault(
    'LEDGER_FORMAT_OLD',
    '这个账本没有授予本版本各服务的密钥，由从未发布的旧版本写成，本版本不读取；请换一个新的数据目录重新开始',
    'this ledger grants other service keys than this version has: it was written by an older one, never released; start with a new data folder',
  );

/**
 * Writes what is missing of the first entries, and looks whether the law of the ledger and of the build agree. Safe to repeat
 * after a stop in the middle.
 * @throws StackError, LedgerFault with one line that says what to do
 */
export const ensureGenesis = async (deps: {
  readonly nc: NatsConnection;
  readonly registrar: Registrar;
  readonly keys: PlatformKeys;
  readonly clock: Clock;
  readonly origin: string;
  readonly laws: LawReader;
  /** The law of this build. */
  readonly law: readonly LawItem[];
}): Promise<{ readonly genesis: GenesisCommand; readonly law: LawAtStart }> => {
  const { nc, registrar, keys, clock } = deps;
  const known = await readGenesis(nc);
  if (known && known.rootKey !== keys.root.publicKey) {
    throw new StackError(
      'KEY_FILE_UNSAFE',
      `密钥目录 ${keys.dir} 不属于这个账本（根密钥不符），请指定正确的 --keys`,
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
  // Before anything is written: what this version cannot read it must not decide by.
  await readLaw(deps.laws);
  const first: GenesisCommand = known ?? {
    format: 'xianjie.genesis.v1',
    commandId: 'genesis',
    actor: { service: 'root' },
    clock: clock.kind,
    rootKey: keys.root.publicKey,
    origin: deps.origin,
    occurredAt: clock.now(),
  };
  // Another platform may begin the same ledger at the same time: then its genesis holds.
  const lost = !known && (await registrar.enterGenesis(first, keys.root)) === 'conflict';
  const genesis = (lost ? await readGenesis(nc) : null) ?? first;
  const granting: RegisterCommand = {
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
  const granted = await registrar.submitRegister(granting, {
    key: keys.root,
    by: 'root',
    entryKey: keys.root,
  });
  if (!granted.ok) throw keysDiffer();
  const law = await lawAtStart({
    laws: deps.laws,
    registrar,
    build: deps.law,
    occurredAt: genesis.occurredAt,
  });
  for (const [index, records] of chunks(
    [...nationalCalendar, ...statutoryCalendar, ...localCalendars],
    CALENDARS_AT_ONCE,
  ).entries()) {
    const calendars: RegisterCommand = {
      ...granting,
      commandId: `calendars-${index + 1}`,
      changes: [{ change: 'calendar-published', records }],
    };
    await registrar.submitRegister(calendars, { key: keys.root, by: 'root' });
  }
  return { genesis, law };
};
