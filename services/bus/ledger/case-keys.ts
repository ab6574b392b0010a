// The data keys of each case, in stream KEYS: one of the case, made before its first entry and wrapped by a master key that
// lies elsewhere, and, wrapped by it, one of each subject. A key is erased by a tombstone and by wiping the wrapped key from
// the disk; that erases the values under it everywhere: one person's with a subject's key, all of them with the case's.
import { randomBytes } from 'node:crypto';
import type { JetStreamClient, JetStreamManager } from '@nats-io/jetstream';
import type { NatsConnection } from 'nats';
import * as z from 'zod';
import { Ciphertext, type PartName } from '../../../schemas/entry.ts';
import { CaseId, SubjectId } from '../../../schemas/ids.ts';
import { Instant } from '../../../schemas/instant.ts';
import { OpenText } from '../../../schemas/open-text.ts';
import { KEYS_STREAM, keySubject, subjectKeySubject } from '../../../schemas/subjects.ts';
import { canonical } from '../../proof/canonical.ts';
import { decrypt, encrypt } from '../../proof/envelope.ts';
import { append } from './append.ts';
import { lastOf, lastSeenOf, readSubject } from './read.ts';

const KEY_BYTES = 32;
/** Another process may have erased a key: nobody goes on using a cached one longer than this. */
const CACHED_FOR_MS = 60_000;
const MOST_CACHED = 20_000;

const FORMAT = 'xianjie.case-key.v1' as const;
/** Whose key it is: the case's, or where it is named a subject's. */
const owner = { format: z.literal(FORMAT), case: CaseId, subject: SubjectId.optional() };

/** A message of stream KEYS. */
const KeyRecord = z.discriminatedUnion('state', [
  z.strictObject({ ...owner, state: z.literal('kept'), wrapped: Ciphertext }),
  z.strictObject({ ...owner, state: z.literal('erased'), reason: OpenText(300), at: Instant }),
]);
type KeyRecord = z.infer<typeof KeyRecord>;

/** Why and when a key was erased; the first time counts. */
export type Erasure = { readonly reason: string; readonly at: Instant };

/** A data key, 32 bytes, or why there is none. `of` says whose erasure it was: with the case's key all are gone. */
export type DataKey =
  | { readonly state: 'kept'; readonly key: Buffer }
  | ({ readonly state: 'erased'; readonly of: PartName } & Erasure)
  | { readonly state: 'none' };

export type CaseKeys = {
  /**
   * The key of a case or of one of its subjects, made now if there is none; two processes at once get the same.
   * @returns never `none`; `erased` where no party values may be taken any more
   * @throws InfrastructureError LEDGER_UNAVAILABLE, OUTCOME_UNKNOWN
   */
  ensureKey(caseId: CaseId, name: PartName): Promise<DataKey>;
  /** The key as it is; makes none. */
  readKey(caseId: CaseId, name: PartName): Promise<DataKey>;
  /**
   * Destroys all keys of a case, also where none was ever made. Safe to repeat: the first reason and instant stay.
   * @param wiping the provisioning identity, which alone may wipe the wrapped keys from the disk
   */
  eraseCaseKey(caseId: CaseId, erasure: Erasure, wiping: JetStreamManager): Promise<void>;
  /** Destroys the key of one subject; everything else of the case still opens. */
  eraseSubjectKey(
    caseId: CaseId,
    subject: SubjectId,
    erasure: Erasure,
    wiping: JetStreamManager,
  ): Promise<void>;
};

/** A wrapping names its owner, so that one's key cannot be put under another. */
const wrapFor = (caseId: CaseId, name: PartName): string =>
  name === 'case' ? `${FORMAT} ${caseId}` : `${FORMAT} ${caseId} ${name}`;

const subjectOf = (caseId: CaseId, name: PartName): string =>
  name === 'case' ? keySubject(caseId) : subjectKeySubject(caseId, name);

const ownerOf = (caseId: CaseId, name: PartName): Pick<KeyRecord, 'format' | 'case' | 'subject'> => ({
  format: FORMAT,
  case: caseId,
  ...(name === 'case' ? {} : { subject: name }),
});

const parse = (data: Uint8Array): KeyRecord =>
  KeyRecord.parse(JSON.parse(Buffer.from(data).toString('utf8')));

export const createCaseKeys = (deps: {
  readonly nc: NatsConnection;
  readonly js: JetStreamClient;
  readonly masterKey: Uint8Array;
}): CaseKeys => {
  const { nc, js, masterKey } = deps;
  const cache = new Map<string, { found: DataKey; until: number }>();

  const remember = (subject: string, found: DataKey): DataKey => {
    if (cache.size >= MOST_CACHED) cache.clear();
    cache.set(subject, { found, until: performance.now() + CACHED_FOR_MS });
    return found;
  };

  /** @param look for who goes on to write by compare-and-set, `lastSeenOf` */
  const load = async (subject: string, look: typeof lastOf) => {
    const message = await look(nc, subject, KEYS_STREAM);
    return message
      ? { sequence: message.sequence, record: parse(message.data) }
      : { sequence: 0, record: null };
  };

  const put = (subject: string, record: KeyRecord, expected: number) =>
    append(js, subject, Buffer.from(canonical(KeyRecord.parse(record))), expected);

  /** Reads a key that `wrapping` wraps. */
  const readWrapped = async (
    caseId: CaseId,
    name: PartName,
    wrapping: Uint8Array,
    look = lastOf,
  ): Promise<DataKey> => {
    const subject = subjectOf(caseId, name);
    const cached = cache.get(subject);
    if (cached && performance.now() < cached.until) return cached.found;
    const { record } = await load(subject, look);
    if (!record) return { state: 'none' };
    const { state } = record;
    return remember(
      subject,
      state === 'erased'
        ? { state, of: name, reason: record.reason, at: record.at }
        : { state, key: decrypt(wrapping, record.wrapped, wrapFor(caseId, name)) },
    );
  };

  const ensureWrapped = async (caseId: CaseId, name: PartName, wrapping: Uint8Array): Promise<DataKey> => {
    const known = await readWrapped(caseId, name, wrapping, lastSeenOf);
    if (known.state !== 'none') return known;
    const subject = subjectOf(caseId, name);
    const key = randomBytes(KEY_BYTES);
    const wrapped = encrypt(wrapping, key, wrapFor(caseId, name));
    const made = await put(subject, { ...ownerOf(caseId, name), state: 'kept', wrapped }, 0);
    // Another process made one in the meantime: theirs is the key.
    return made.ok ? remember(subject, { state: 'kept', key }) : readWrapped(caseId, name, wrapping);
  };

  /** A subject's key begins with its case's: where that is gone, no other counts. */
  const withWrapping = async (
    caseId: CaseId,
    name: PartName,
    use: (caseId: CaseId, name: PartName, wrapping: Uint8Array) => Promise<DataKey>,
  ): Promise<DataKey> => {
    const ofCase = await use(caseId, 'case', masterKey);
    return name === 'case' || ofCase.state !== 'kept' ? ofCase : use(caseId, name, ofCase.key);
  };

  const bury = async (caseId: CaseId, name: PartName, { reason, at }: Erasure): Promise<void> => {
    const subject = subjectOf(caseId, name);
    for (;;) {
      const { sequence, record } = await load(subject, lastSeenOf);
      if (record?.state === 'erased') break;
      if ((await put(subject, { ...ownerOf(caseId, name), state: 'erased', reason, at }, sequence)).ok) break;
    }
    cache.delete(subject);
  };

  /** The tombstone stands: now the wrapped keys go, overwritten in the file. Found again here after a crash. */
  const wipe = async (filter: string, wiping: JetStreamManager): Promise<void> => {
    for (const { sequence, data } of await readSubject(nc, filter, 1, KEYS_STREAM)) {
      if (parse(data).state === 'kept') await wiping.streams.deleteMessage(KEYS_STREAM, sequence, true);
    }
  };

  return {
    ensureKey: (caseId, name) => withWrapping(caseId, name, ensureWrapped),
    readKey: (caseId, name) => withWrapping(caseId, name, readWrapped),
    eraseCaseKey: async (caseId, erasure, wiping) => {
      await bury(caseId, 'case', erasure);
      await wipe(keySubject(caseId), wiping);
      await wipe(`${keySubject(caseId)}.>`, wiping);
    },
    eraseSubjectKey: async (caseId, subject, erasure, wiping) => {
      await bury(caseId, subject, erasure);
      await wipe(subjectKeySubject(caseId, subject), wiping);
    },
  };
};
