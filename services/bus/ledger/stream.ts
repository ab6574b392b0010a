// The streams of the ledger and their settings. Made by the provisioning identity; a stream that is there but set
// otherwise is refused, for a ledger that could be trimmed would look healthy.
import {
  DiscardPolicy,
  JetStreamApiError,
  type JetStreamManager,
  PersistMode,
  RetentionPolicy,
  StorageType,
  type StreamConfig,
} from '@nats-io/jetstream';
import { InfrastructureError } from '../../../schemas/errors.ts';
import type { DepartmentId } from '../../../schemas/ids.ts';
import {
  CHECKPOINT_STREAM,
  DEAD_STREAM,
  INBOX_CONSUMER,
  inboxStream,
  KEYS_STREAM,
  LEDGER_STREAM,
  noticeFilter,
  READS_STREAM,
} from '../../../schemas/subjects.ts';
import { ensureConsumer } from './inbox-consumers.ts';
import { LedgerFault } from './ledger-fault.ts';

const MEBIBYTE = 1_048_576;

/** Dead letters kept of a department at most, of some 7 kB each. */
export const DEAD_LETTERS_EACH = 200;

type Settings = Partial<StreamConfig> & Pick<StreamConfig, 'name'>;

const kept = { storage: StorageType.File, allow_direct: true, max_age: 0 } as const;

/** Everything the ledger needs; LEDGER has no limit of its own, every other stream has one so that it keeps room. */
export const ledgerStreams = (replicas: number): readonly Settings[] => [
  {
    ...kept,
    name: LEDGER_STREAM,
    subjects: ['ledger.>'],
    num_replicas: replicas,
    retention: RetentionPolicy.Limits,
    discard: DiscardPolicy.New,
    max_msgs: -1,
    max_bytes: -1,
    max_msgs_per_subject: -1,
    deny_delete: true,
    deny_purge: true,
  },
  {
    ...kept,
    name: KEYS_STREAM,
    subjects: ['keys.>'],
    num_replicas: replicas,
    discard: DiscardPolicy.New,
    max_bytes: 512 * MEBIBYTE,
    // Two, not one: the tombstone must stand before the key under it is wiped from the disk (case-keys.ts).
    max_msgs_per_subject: 2,
    deny_purge: true,
  },
  {
    ...kept,
    name: CHECKPOINT_STREAM,
    subjects: ['checkpoint.>'],
    num_replicas: replicas,
    discard: DiscardPolicy.Old,
    max_bytes: 256 * MEBIBYTE,
    deny_delete: true,
    deny_purge: true,
  },
  {
    ...kept,
    name: DEAD_STREAM,
    subjects: ['dead.>'],
    num_replicas: replicas,
    discard: DiscardPolicy.New,
    // A share for each department, so that one that sends without end fills its own and nobody else's.
    discard_new_per_subject: true,
    max_msgs_per_subject: DEAD_LETTERS_EACH,
    max_bytes: 256 * MEBIBYTE,
  },
  {
    ...kept,
    name: READS_STREAM,
    subjects: ['reads.>'],
    num_replicas: replicas,
    discard: DiscardPolicy.New,
    max_bytes: 64 * MEBIBYTE,
    deny_delete: true,
    deny_purge: true,
  },
];

const wrongSettings = (found: StreamConfig, wanted: Settings): string[] =>
  Object.entries(wanted)
    .filter(([name]) => name !== 'num_replicas')
    .filter(([name, value]) => JSON.stringify(found[name as keyof StreamConfig]) !== JSON.stringify(value))
    .map(([name]) => name)
    // It acknowledges before the disk has it.
    .concat(found.persist_mode === PersistMode.Async ? ['persist_mode'] : []);

/** No storage left to set aside: of the account, of the server. */
const NO_ROOM = new Set([10_023, 10_047]);

/** What a stream is set to; one that holds nothing of the record is set anew where an older version made it otherwise. */
const settingsOf = async (jsm: JetStreamManager, wanted: Settings): Promise<{ config: StreamConfig }> => {
  const found = await jsm.streams.info(wanted.name);
  if (wanted.name !== DEAD_STREAM || wrongSettings(found.config, wanted).length === 0) return found;
  return jsm.streams.update(wanted.name, wanted);
};

/**
 * Makes a stream where it is missing. One that is there is taken as it is also where the disk has less room than streams set aside.
 * @param asMade settings that an existing stream keeps as they are
 * @throws LedgerFault STREAM_SETTINGS_WRONG; InfrastructureError NO_ROOM
 */
export const ensureStream = async (
  jsm: JetStreamManager,
  wanted: Settings,
  asMade: readonly string[] = [],
): Promise<void> => {
  // Adding a stream that is there with the same settings is answered with it.
  const { config } = await jsm.streams.add(wanted).catch((refused: unknown) =>
    settingsOf(jsm, wanted).catch((missing: unknown) => {
      if (!(refused instanceof JetStreamApiError && NO_ROOM.has(refused.code))) throw missing;
      throw new InfrastructureError('NO_ROOM', refused);
    }),
  );
  const wrong = wrongSettings(config, wanted).filter((name) => !asMade.includes(name));
  if (wrong.length === 0) return;
  throw new LedgerFault(
    'STREAM_SETTINGS_WRONG',
    `流 ${wanted.name} 的设置不符（${wrong.join(', ')}），拒绝启动，请核查后改回`,
    `stream ${wanted.name} is set otherwise (${wrong.join(', ')}): look into it and set it back`,
  );
};

/**
 * Makes LEDGER, KEYS, CHECKPOINTS, DEAD and READS where they are missing.
 * @param replicas 1 embedded, 3 in a cluster
 * @throws LedgerFault STREAM_SETTINGS_WRONG; InfrastructureError NO_ROOM
 */
export const ensureStreams = async (jsm: JetStreamManager, replicas = 1): Promise<void> => {
  for (const settings of ledgerStreams(replicas)) await ensureStream(jsm, settings);
};

/** Bytes an inbox may hold, some 8,000 notices; JetStream sets them aside when the stream is made. */
const INBOX_BYTES = 32 * MEBIBYTE;
const DAY_MS = 86_400_000;
/** How long an inbox keeps a notice. What ages without having been acknowledged is delivered again from the ledger. */
export const INBOX_AGE_MS = 90 * DAY_MS;
const NANOS = 1_000_000;
/**
 * The server drops a second publication of an id so soon: longer than a relay goes back, so that little comes twice, and far less
 * than a notice lives, or one delivered again were lost.
 */
const DUPLICATES_WITHIN_MS = 300_000;
/** Made otherwise by an older version, an inbox loses nothing either; and the server never changes the first. */
const INBOX_AS_MADE = ['persist_mode', 'duplicate_window'];

/** An inbox is settled when it is made. */
export type InboxOptions = {
  readonly replicas?: number;
  readonly maxBytes?: number;
  readonly maxAgeMs?: number;
};

/**
 * Makes a department's inbox and the durable consumer its client binds to. A notice stays until it ages, or is purged because it
 * was acknowledged and room is needed; a full inbox refuses the next notice and is caught up from the ledger when it drains.
 * @throws InfrastructureError NO_ROOM
 */
export const ensureInbox = async (
  jsm: JetStreamManager,
  department: DepartmentId,
  { replicas = 1, maxBytes = INBOX_BYTES, maxAgeMs = INBOX_AGE_MS }: InboxOptions = {},
): Promise<void> => {
  const name = inboxStream(department);
  const wanted: Settings = {
    ...kept,
    name,
    subjects: [noticeFilter(department)],
    num_replicas: replicas,
    retention: RetentionPolicy.Limits,
    discard: DiscardPolicy.New,
    max_bytes: maxBytes,
    max_age: maxAgeMs * NANOS,
    // Acknowledged before the disk has it: the relay goes back where a server stopped.
    ...(replicas === 1 ? { persist_mode: PersistMode.Async } : {}),
    duplicate_window: Math.min(DUPLICATES_WITHIN_MS, Math.floor(maxAgeMs / 20)) * NANOS,
  };
  await ensureStream(jsm, wanted, INBOX_AS_MADE);
  await ensureConsumer(jsm, name, { durable_name: INBOX_CONSUMER });
};
