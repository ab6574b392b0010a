// The outbox on disk: `waiting/` holds signed commands in the order they were given, `receipts/` and `refused/` what became
// of them. A command is on the disk before it is sent and leaves `waiting/` only after its answer is on the disk. A file that
// cannot be read, torn by a disk or a copy, goes to `unreadable/` under its name: it holds up no other.
import { readdir, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import { SignedCommand } from '../../schemas/command.ts';
import { Answer } from '../../schemas/entry.ts';
import { makePrivateFolder, removeDurably, writeDurably } from '../durable-file.ts';
import { digestOf } from '../proof/canonical.ts';

const Waiting = z.strictObject({ signed: SignedCommand });
const Settled = z.strictObject({ signed: SignedCommand, answer: Answer });

/** A command as it was given, with its answer where it has one. */
export type Given = { readonly signed: SignedCommand; readonly answer?: Answer };

/** Folder of the outbox under that of a client. */
export const outboxFolderIn = (folder: string): string => join(folder, 'outbox');

/** `name` orders and identifies a command in the outbox. */
export type OutboxItem = { readonly name: string; readonly signed: SignedCommand };

const SHELVES = ['waiting', 'receipts', 'refused', 'unreadable'] as const;
type Shelf = (typeof SHELVES)[number];
const NUMBER_WIDTH = 12;

export type OutboxFolder = Awaited<ReturnType<typeof openOutboxFolder>>;

/** A file that was set aside: the shelf it lay on, its name there, and the id of its command, which the name holds. */
export type Unreadable = { readonly shelf: string; readonly name: string; readonly commandId: string };

/**
 * Opens the outbox in a folder, made if missing. Two processes may share it: each command is sent at least once.
 * @param onUnreadable told of each file that is set aside
 */
export const openOutboxFolder = async (
  folder: string,
  onUnreadable: (file: Unreadable) => void = () => {},
) => {
  const shelf = (name: Shelf): string => join(folder, name);
  for (const name of SHELVES) await makePrivateFolder(shelf(name));

  const names = async (name: Shelf): Promise<string[]> =>
    (await readdir(shelf(name))).filter((file) => /^\d+-.+\.json$/.test(file)).sort();
  const numberOf = (file: string): number => Number.parseInt(file, 10);
  const idOf = (file: string): string => file.slice(NUMBER_WIDTH + 1, -'.json'.length);

  const all = (await Promise.all(SHELVES.map(names))).flat();
  let last = all.reduce((highest, file) => Math.max(highest, numberOf(file)), 0);

  const setAside = async (name: Shelf, file: string): Promise<void> => {
    // Where not even that can be done it stays where it is, and is passed over all the same.
    await rename(join(shelf(name), file), join(shelf('unreadable'), file)).catch(() => undefined);
    onUnreadable({ shelf: name, name: file, commandId: idOf(file) });
  };
  /** What a file holds; `null` where it is gone, or cannot be read and was set aside. */
  const read = async <T>(name: Shelf, file: string, shape: z.ZodType<T>, words = ''): Promise<T | null> => {
    try {
      const text = await readFile(join(shelf(name), file), 'utf8');
      return text.includes(words) ? shape.parse(JSON.parse(text)) : null;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') await setAside(name, file);
      return null;
    }
  };

  const readItem = async (name: string): Promise<OutboxItem | null> => {
    const item = await read('waiting', name, Waiting);
    return item && { name, signed: item.signed };
  };

  const readSettled = async (commandId: string) => {
    for (const name of ['receipts', 'refused'] as const) {
      for (const file of (await names(name)).filter((f) => idOf(f) === commandId)) {
        const settled = await read(name, file, Settled);
        if (settled) return settled;
      }
    }
    return null;
  };

  const waiting = async (): Promise<OutboxItem[]> => {
    const items = await Promise.all((await names('waiting')).map(readItem));
    return items.filter((item) => item !== null);
  };

  return {
    /** On the disk when this resolves. The very same command twice is kept once. */
    put: async (signed: SignedCommand): Promise<void> => {
      const { commandId } = signed.command;
      const digest = digestOf(signed.command);
      const twin = (await names('waiting')).find((file) => idOf(file) === commandId);
      const known = twin ? await readItem(twin) : await readSettled(commandId);
      if (known && digestOf(known.signed.command) === digest) return;
      last += 1;
      const name = `${String(last).padStart(NUMBER_WIDTH, '0')}-${commandId}.json`;
      await writeDurably(join(shelf('waiting'), name), `${JSON.stringify({ signed })}\n`);
    },
    /** What is still to be sent, oldest first. */
    waiting,
    /** Keeps the answer, then lets go of the command. Safe to repeat. */
    settle: async ({ name, signed }: OutboxItem, answer: Answer): Promise<void> => {
      const to = shelf(answer.ok ? 'receipts' : 'refused');
      await writeDurably(join(to, name), `${JSON.stringify({ signed, answer }, null, 2)}\n`);
      await removeDurably(join(shelf('waiting'), name));
    },
    /** What was given under an id, answered or still to be sent. */
    known: async (commandId: string): Promise<Given | null> => {
      const settled = await readSettled(commandId);
      if (settled) return settled;
      const twin = (await names('waiting')).find((file) => idOf(file) === commandId);
      const item = twin ? await readItem(twin) : null;
      return item && { signed: item.signed };
    },
    /** Whatever was given and not refused, newest first, as far as its text holds these words: read one by one. */
    given: async function* (words: string): AsyncGenerator<Given> {
      const files = await Promise.all(
        (['waiting', 'receipts'] as const).map(async (name) =>
          (await names(name)).map((file) => ({ name, file })),
        ),
      );
      for (const { name, file } of files.flat().sort((a, b) => (a.file < b.file ? 1 : -1))) {
        const found = await read<Given>(name, file, name === 'waiting' ? Waiting : Settled, words);
        if (found) yield found;
      }
    },
    /** The answer a command got, or `null` while there is none. */
    answerTo: async (commandId: string): Promise<Answer | null> =>
      (await readSettled(commandId))?.answer ?? null,
    /** Answers kept on a shelf, oldest first. */
    settled: async (name: 'receipts' | 'refused'): Promise<z.infer<typeof Settled>[]> => {
      const all = await Promise.all((await names(name)).map((file) => read(name, file, Settled)));
      return all.filter((settled) => settled !== null);
    },
    /** Names of the files that were set aside; each holds the id of its command. */
    unreadable: (): Promise<string[]> => names('unreadable'),
  };
};
