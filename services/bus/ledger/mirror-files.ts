// The mirror's files: every ledger message, byte for byte, as lines of fsynced segment files outside JetStream.
// A row carries its own digest, so that damage to the copy is seen too. A torn last line, from a power cut, is cut off.
import { createReadStream } from 'node:fs';
import { access, mkdir, open, readdir, readFile, rename, truncate } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { sha256 } from '../../proof/canonical.ts';
import { linesOf } from '../../proof/lines.ts';
import { LedgerFault } from './ledger-fault.ts';
import type { StoredMessage } from './read.ts';

/** Place in the stream and digest of a message's bytes. */
export type Head = { readonly sequence: number; readonly digest: string };

export type MirrorFiles = {
  readonly dir: string;
  /** Last message on disk, `null` for an empty mirror. */
  head(): Head | null;
  /**
   * Writes messages that follow the head and returns when the disk has them. After an error of the disk it may be asked
   * again with the same.
   * @throws LedgerFault MIRROR_DAMAGED for a gap; errors of the disk
   */
  append(messages: readonly StoredMessage[]): Promise<void>;
  close(): Promise<void>;
};

const SEGMENT_BYTES = 64 * 1_048_576;
const SEGMENT = /^\d{15}\.mirror$/;

const lineOf = ({ sequence, subject, data }: StoredMessage): string => {
  const bytes = Buffer.from(data.buffer, data.byteOffset, data.byteLength).toString('base64');
  const content = `${sequence} ${subject} ${bytes}`;
  return `${content} ${sha256(content)}\n`;
};

/** The message of a line, or `null` where the line is torn or damaged. */
const messageOf = (line: string): StoredMessage | null => {
  const end = line.lastIndexOf(' ');
  const content = line.slice(0, Math.max(end, 0));
  if (sha256(content) !== line.slice(end + 1)) return null;
  const [sequence = '', subject = '', bytes = ''] = content.split(' ');
  return { sequence: Number(sequence), subject, data: Buffer.from(bytes, 'base64') };
};

const segmentsOf = async (dir: string): Promise<string[]> =>
  (await readdir(dir)).filter((name) => SEGMENT.test(name)).sort();

const headOf = (message: StoredMessage): Head => ({
  sequence: message.sequence,
  digest: sha256(message.data),
});

/** Cuts a torn last line off and returns the last whole message of a segment. */
const mendTail = async (file: string): Promise<StoredMessage | null> => {
  const bytes = await readFile(file);
  let end = bytes.lastIndexOf(10) + 1;
  for (;;) {
    if (end === 0) break;
    const start = bytes.lastIndexOf(10, end - 2) + 1;
    const message = messageOf(bytes.subarray(start, end - 1).toString('utf8'));
    if (message) {
      if (end < bytes.length) await truncate(file, end);
      return message;
    }
    end = start;
  }
  if (bytes.length > 0) await truncate(file, 0);
  return null;
};

const findHead = async (dir: string): Promise<Head | null> => {
  for (const name of (await segmentsOf(dir)).reverse()) {
    const message = await mendTail(join(dir, name));
    if (message) return headOf(message);
  }
  return null;
};

export const mirrorGap = (expected: number, came: number): LedgerFault =>
  new LedgerFault(
    'MIRROR_DAMAGED',
    `镜像应接第 ${expected} 条，却收到第 ${came} 条`,
    `the mirror needs ${expected} next and was given ${came}`,
  );

const refuseGap = (at: number, messages: readonly StoredMessage[]) => {
  const wrong = messages.findIndex(({ sequence }, index) => sequence !== at + 1 + index);
  const came = messages[wrong]?.sequence;
  if (came !== undefined) throw mirrorGap(at + 1 + wrong, came);
};

/** What a repair gathers beside a mirror before it takes its place. */
export const gatheredName = (dir: string, now: number): string => `${dir}.gathered-${now}`;

/** A repair cut off between its two renames left no mirror but a complete gathered one: that is the mirror. */
const finishSwap = async (dir: string): Promise<void> => {
  const there = await access(dir).then(
    () => true,
    () => false,
  );
  if (there) return;
  const siblings = await readdir(dirname(dir)).catch(() => []);
  const gathered = siblings.filter((name) => name.startsWith(`${basename(dir)}.gathered-`)).sort();
  const newest = gathered.at(-1);
  if (newest) await rename(join(dirname(dir), newest), dir);
};

/** Opens the mirror in a folder, made if missing. One process writes it at a time. */
export const openMirror = async (dir: string): Promise<MirrorFiles> => {
  await finishSwap(dir);
  await mkdir(dir, { recursive: true, mode: 0o700 });
  let head = await findHead(dir);
  let file: Awaited<ReturnType<typeof open>> | undefined;
  let size = 0;
  let torn = false;

  const fileFor = async (sequence: number) => {
    if (file && size < SEGMENT_BYTES) return file;
    await file?.close();
    const current = (await segmentsOf(dir)).at(-1);
    const name = file || !current ? `${String(sequence).padStart(15, '0')}.mirror` : current;
    file = await open(join(dir, name), 'a', 0o600);
    size = (await file.stat()).size;
    // A new name survives a power cut only once its folder is on disk.
    const folder = await open(dir, 'r');
    await folder.sync().finally(() => folder.close());
    return file;
  };

  return {
    dir,
    head: () => head,
    async append(messages) {
      const [first, last] = [messages[0], messages.at(-1)];
      if (!first || !last) return;
      refuseGap(head?.sequence ?? 0, messages);
      const target = await fileFor(first.sequence);
      const text = messages.map(lineOf).join('');
      // What a failed write left behind must not stand before the next line.
      if (torn) await target.truncate(size);
      torn = true;
      await target.appendFile(text);
      await target.datasync();
      torn = false;
      size += text.length;
      head = headOf(last);
    },
    async close() {
      await file?.close();
      file = undefined;
    },
  };
};

/**
 * Messages of a mirror in order. A damaged line is given as `null` and its sequence is missing.
 * Safe to call while the mirror is being written: it then ends somewhere near the head.
 */
export async function* readMirror(dir: string): AsyncGenerator<StoredMessage | null> {
  for (const name of await segmentsOf(dir)) {
    for await (const line of linesOf(createReadStream(join(dir, name)))) yield messageOf(line);
  }
}
