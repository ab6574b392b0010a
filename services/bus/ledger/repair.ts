// Rebuilds the ledger from its mirror, byte for byte: what each of the two still holds whole is brought together first,
// put on disk as the new mirror, and only then does the damaged stream go. Interrupted, it is simply run again.
import { rename } from 'node:fs/promises';
import { type JetStreamManager, jetstream } from '@nats-io/jetstream';
import type { NatsConnection } from 'nats';
import { LEDGER_STREAM } from '../../../schemas/subjects.ts';
import { append } from './append.ts';
import { LedgerFault } from './ledger-fault.ts';
import { gatheredName, openMirror, readMirror } from './mirror-files.ts';
import { lastSequence, type StoredMessage } from './read.ts';
import { readWhole } from './read-whole.ts';
import { ensureStreams } from './stream.ts';

export type Repaired = {
  readonly entries: number;
  /** Sequences the damaged stream could not give. */
  readonly restored: number;
  /** Sequences the mirror did not have, or had damaged. */
  readonly fromStream: number;
  /** Where the mirror as it was found is kept. */
  readonly formerMirror: string;
};

/** What to do where both hold another whole message under one number. */
export type Forks = 'refuse' | 'mirror-wins';

const notRepairable = (zh: string, en: string) => new LedgerFault('NOT_REPAIRABLE', zh, en);

/** Both sources by sequence, each skipping what it cannot give. */
async function* merged(
  mirror: AsyncIterator<StoredMessage | null>,
  stream: AsyncIterator<StoredMessage | null>,
): AsyncGenerator<{ mirror?: StoredMessage; stream?: StoredMessage }> {
  const nextOf = async (source: AsyncIterator<StoredMessage | null>): Promise<StoredMessage | undefined> => {
    for (;;) {
      const { value, done } = await source.next();
      if (done) return undefined;
      if (value) return value;
    }
  };
  let row = await nextOf(mirror);
  let message = await nextOf(stream);
  while (row || message) {
    const at = Math.min(
      row?.sequence ?? Number.POSITIVE_INFINITY,
      message?.sequence ?? Number.POSITIVE_INFINITY,
    );
    const both = {
      ...(row?.sequence === at ? { mirror: row } : {}),
      ...(message?.sequence === at ? { stream: message } : {}),
    };
    yield both;
    if (both.mirror) row = await nextOf(mirror);
    if (both.stream) message = await nextOf(stream);
  }
}

/** The union of both, written as a new mirror beside the old one. */
const gather = async (nc: NatsConnection, mirrorDir: string, gatheredDir: string, forks: Forks) => {
  const gathered = await openMirror(gatheredDir);
  const counts = { entries: 0, restored: 0, fromStream: 0 };
  let batch: StoredMessage[] = [];
  const to = await lastSequence(nc);
  for await (const { mirror, stream } of merged(readMirror(mirrorDir), readWhole(nc, to))) {
    // Both whole and not the same: a shortened stream took new entries under old numbers. People must look at both.
    if (mirror && stream && Buffer.compare(mirror.data, stream.data) !== 0 && forks === 'refuse') {
      throw notRepairable(
        `第 ${mirror.sequence} 条在流和镜像中内容不同，请先分别导出核对，再决定以镜像为准`,
        `entry ${mirror.sequence} differs between stream and mirror: export and compare both, then let the mirror win`,
      );
    }
    const message = mirror ?? stream;
    if (!message || message.sequence !== counts.entries + 1) {
      throw notRepairable(
        `第 ${counts.entries + 1} 条在流和镜像中都读不出，请用备份`,
        `entry ${counts.entries + 1} can be read neither in the stream nor in the mirror: use the backup`,
      );
    }
    counts.entries += 1;
    if (!stream || Buffer.compare(stream.data, message.data) !== 0) counts.restored += 1;
    if (!mirror) counts.fromStream += 1;
    batch.push(message);
    if (batch.length === 500) {
      await gathered.append(batch);
      batch = [];
    }
  }
  await gathered.append(batch);
  await gathered.close();
  return counts;
};

const publishAll = async (nc: NatsConnection, dir: string): Promise<void> => {
  const js = jetstream(nc);
  const lastOfSubject = new Map<string, number>();
  for await (const message of readMirror(dir)) {
    if (!message) throw new Error('a row of the mirror just written cannot be read');
    const { sequence, subject, data } = message;
    // The same expectation as the first time, so that even the stored headers come out the same.
    const stored = await append(js, subject, data, lastOfSubject.get(subject) ?? 0);
    if (!stored.ok || stored.ledgerSequence !== sequence) {
      throw notRepairable(
        `第 ${sequence} 条未能按原序号写回，请确认没有其他服务在写入后重试`,
        `entry ${sequence} did not come back under its number: make sure that nothing else writes, and repeat`,
      );
    }
    lastOfSubject.set(subject, sequence);
  }
};

/**
 * Rebuilds LEDGER from the union of its mirror and what is left of it. Nothing else may write meanwhile.
 * @param nc the registrar, which alone may write `ledger.>`
 * @param jsm the provisioning identity, which alone may remove and make streams
 * @throws LedgerFault NOT_REPAIRABLE where an entry is lost in both, or they fork
 */
export const repair = async (
  nc: NatsConnection,
  jsm: JetStreamManager,
  mirrorDir: string,
  options: { readonly now: number; readonly replicas?: number; readonly forks?: Forks },
): Promise<Repaired> => {
  const gatheredDir = gatheredName(mirrorDir, options.now);
  const formerMirror = `${mirrorDir}.former-${options.now}`;
  const counts = await gather(nc, mirrorDir, gatheredDir, options.forks ?? 'refuse');
  await rename(mirrorDir, formerMirror);
  await rename(gatheredDir, mirrorDir);
  // deny_delete and deny_purge keep messages from going; only the whole stream can, and only by this identity.
  await jsm.streams.delete(LEDGER_STREAM);
  await ensureStreams(jsm, options.replicas);
  await publishAll(nc, mirrorDir);
  return { ...counts, formerMirror };
};
