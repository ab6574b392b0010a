// The data key of each case, in stream KEYS: made before its first entry, wrapped by a master key that lies elsewhere,
// erased by a tombstone and by wiping the wrapped key from the disk. Erasing a key erases the case's party values everywhere.
import { randomBytes } from 'node:crypto';
import type { JetStreamClient, JetStreamManager } from '@nats-io/jetstream';
import type { NatsConnection } from 'nats';
import * as z from 'zod';
import { Envelope } from '../../../schemas/entry.ts';
import { CaseId } from '../../../schemas/ids.ts';
import { Instant } from '../../../schemas/instant.ts';
import { KEYS_STREAM, keySubject } from '../../../schemas/subjects.ts';
import { canonical } from '../../proof/canonical.ts';
import { decrypt, encrypt } from '../../proof/envelope.ts';
import { append } from './append.ts';
import { lastOf, readSubject } from './read.ts';

const KEY_BYTES = 32;
/** Another process may have erased a key: nobody goes on using a cached one longer than this. */
const CACHED_FOR_MS = 60_000;
const MOST_CACHED = 20_000;

/** A message of stream KEYS. */
const KeyRecord = z.discriminatedUnion('state', [
  z.strictObject({
    format: z.literal('xianjie.case-key.v1'),
    state: z.literal('kept'),
    case: CaseId,
    wrapped: Envelope,
  }),
  z.strictObject({
    format: z.literal('xianjie.case-key.v1'),
    state: z.literal('erased'),
    case: CaseId,
    reason: z.string().min(1).max(300),
    at: Instant,
  }),
]);
type KeyRecord = z.infer<typeof KeyRecord>;

/** The data key of a case, 32 bytes, or why there is none. */
type CaseKey =
  | { readonly state: 'kept'; readonly key: Buffer }
  | { readonly state: 'erased'; readonly reason: string; readonly at: Instant }
  | { readonly state: 'none' };

export type CaseKeys = {
  /**
   * The key of a case, made now if it has none; two processes at once get the same.
   * @returns never `none`; `erased` where the case may take no party values any more
   * @throws InfrastructureError LEDGER_UNAVAILABLE, OUTCOME_UNKNOWN
   */
  ensureCaseKey(caseId: CaseId): Promise<CaseKey>;
  /** The key of a case as it is; makes none. */
  readCaseKey(caseId: CaseId): Promise<CaseKey>;
  /**
   * Destroys a key, also one that was never made. Safe to repeat: the first reason and instant stay.
   * @param wiping the provisioning identity, which alone may wipe the wrapped key from the disk
   */
  eraseCaseKey(
    caseId: CaseId,
    erasure: { readonly reason: string; readonly at: Instant },
    wiping: JetStreamManager,
  ): Promise<void>;
};

/** A case key's wrapping names its case, so that one case's key cannot be put under another. */
const wrapFor = (caseId: CaseId): string => `xianjie.case-key.v1 ${caseId}`;

export const createCaseKeys = (deps: {
  readonly nc: NatsConnection;
  readonly js: JetStreamClient;
  readonly masterKey: Uint8Array;
}): CaseKeys => {
  const { nc, js, masterKey } = deps;
  const cache = new Map<CaseId, { found: CaseKey; until: number }>();

  const remember = (caseId: CaseId, found: CaseKey): CaseKey => {
    if (cache.size >= MOST_CACHED) cache.clear();
    cache.set(caseId, { found, until: performance.now() + CACHED_FOR_MS });
    return found;
  };

  const load = async (caseId: CaseId) => {
    const message = await lastOf(nc, keySubject(caseId), KEYS_STREAM);
    if (!message) return { sequence: 0, record: null };
    const record = KeyRecord.parse(JSON.parse(Buffer.from(message.data).toString('utf8')));
    return { sequence: message.sequence, record };
  };

  const put = (record: KeyRecord, expected: number) =>
    append(js, keySubject(record.case), Buffer.from(canonical(record)), expected);

  const readCaseKey = async (caseId: CaseId): Promise<CaseKey> => {
    const cached = cache.get(caseId);
    if (cached && performance.now() < cached.until) return cached.found;
    const { record } = await load(caseId);
    if (!record) return { state: 'none' };
    if (record.state === 'erased') {
      return remember(caseId, { state: 'erased', reason: record.reason, at: record.at });
    }
    return remember(caseId, { state: 'kept', key: decrypt(masterKey, record.wrapped, wrapFor(caseId)) });
  };

  const ensureCaseKey = async (caseId: CaseId): Promise<CaseKey> => {
    const known = await readCaseKey(caseId);
    if (known.state !== 'none') return known;
    const key = randomBytes(KEY_BYTES);
    const wrapped = encrypt(masterKey, key, wrapFor(caseId));
    const put0 = await put({ format: 'xianjie.case-key.v1', state: 'kept', case: caseId, wrapped }, 0);
    // Another process made one in the meantime: theirs is the key.
    return put0.ok ? remember(caseId, { state: 'kept', key }) : readCaseKey(caseId);
  };

  const eraseCaseKey: CaseKeys['eraseCaseKey'] = async (caseId, { reason, at }, wiping) => {
    for (;;) {
      const { sequence, record } = await load(caseId);
      if (record?.state !== 'erased') {
        const tombstone = {
          format: 'xianjie.case-key.v1',
          state: 'erased',
          case: caseId,
          reason,
          at,
        } as const;
        if (!(await put(tombstone, sequence)).ok) continue;
      }
      cache.delete(caseId);
      break;
    }
    // The tombstone stands: now the bytes under it go, overwritten in the file. Found again here after a crash.
    const messages = await readSubject(nc, keySubject(caseId), 1, KEYS_STREAM);
    for (const { sequence } of messages.slice(0, -1)) {
      await wiping.streams.deleteMessage(KEYS_STREAM, sequence, true);
    }
  };

  return { ensureCaseKey, readCaseKey, eraseCaseKey };
};
