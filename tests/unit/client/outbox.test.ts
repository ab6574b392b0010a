// The outbox against a bus that comes and goes and a process that is killed: nothing lost, nothing out of order.
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SignedCommand } from '../../../schemas/command.ts';
import type { Answer } from '../../../schemas/entry.ts';
import { UnknownOutcome } from '../../../services/client/client-error.ts';
import { startOutbox } from '../../../services/client/outbox.ts';
import { openOutboxFolder, type Unreadable } from '../../../services/client/outbox-folder.ts';
import { receiptSample, refusalSample, signedSample } from '../../support/signed-samples.ts';
import { inTemporaryFolder } from '../../support/temporary-folder.ts';

const pauses = { first: 1, longest: 2 };

/** A bus that follows a script of what happens to each sending, and is well behaved when the script has ended. */
const scriptedBus = (script: readonly Fate[]) => {
  const taken: string[] = [];
  let sent = 0;
  return {
    taken,
    send: async (signed: SignedCommand): Promise<Answer> => {
      const fate = script[sent] ?? 'taken';
      sent += 1;
      const { commandId } = signed.command;
      if (fate === 'away') throw new UnknownOutcome(signed);
      if (fate === 'busy') return refusalSample(true);
      if (fate === 'refused') return refusalSample(false);
      if (!taken.includes(commandId)) taken.push(commandId);
      if (fate === 'answer-lost') throw new UnknownOutcome(signed);
      return receiptSample(signed);
    },
  };
};
type Fate = 'taken' | 'refused' | 'away' | 'busy' | 'answer-lost';
const fates = fc.array(fc.constantFrom<Fate>('taken', 'refused', 'away', 'busy', 'answer-lost'), {
  maxLength: 20,
});

describe('an outbox', () => {
  it('sends every command in order, whatever the bus does and however often the process starts again', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 6 }), fates, fc.nat(6), async (count, script, killAfter) => {
        await inTemporaryFolder(async (folder) => {
          const bus = scriptedBus(script);
          const ids = Array.from({ length: count }, (_, n) => `c-${n}`);
          const refused: string[] = [];
          const run = async () =>
            startOutbox({
              folder: await openOutboxFolder(folder),
              send: bus.send,
              pauses,
              onAnswer: (signed, answer) => void (answer.ok || refused.push(signed.command.commandId)),
            });
          let outbox = await run();
          for (const [n, id] of ids.entries()) {
            await outbox.put(signedSample(id));
            if (n === killAfter) {
              await outbox.stop();
              outbox = await run();
            }
          }
          await outbox.idle();
          expect(await outbox.waiting()).toEqual([]);
          const settled = [...(await outbox.settled('receipts')), ...(await outbox.settled('refused'))];
          expect(settled.map((s) => s.signed.command.commandId).sort()).toEqual(ids);
          expect(bus.taken.filter((id) => !refused.includes(id))).toEqual(
            ids.filter((id) => !refused.includes(id)),
          );
          await outbox.stop();
        });
      }),
      { numRuns: 60 },
    );
  });

  it('sends the same bytes each time', async () => {
    await inTemporaryFolder(async (folder) => {
      const seen: string[] = [];
      const outbox = startOutbox({
        folder: await openOutboxFolder(folder),
        pauses,
        send: async (signed) => {
          seen.push(JSON.stringify(signed));
          if (seen.length < 4) throw new UnknownOutcome(signed);
          return receiptSample(signed);
        },
      });
      await outbox.put(signedSample('c-1', { party: { summary: '疑似虚假住院' } }));
      await outbox.idle();
      expect(new Set(seen).size).toBe(1);
      expect(seen).toHaveLength(4);
      await outbox.stop();
    });
  });

  it('keeps the answer, and one command given twice is one command', async () => {
    await inTemporaryFolder(async (folder) => {
      const bus = scriptedBus([]);
      const outbox = startOutbox({ folder: await openOutboxFolder(folder), send: bus.send, pauses });
      await outbox.put(signedSample('c-1'));
      await outbox.put(signedSample('c-1'));
      await outbox.idle();
      expect(await outbox.answerTo('c-1')).toMatchObject({ ok: true });
      await outbox.put(signedSample('c-1'));
      await outbox.idle();
      expect(await outbox.settled('receipts')).toHaveLength(1);
      expect(await outbox.answerTo('c-2')).toBeNull();
      await outbox.stop();
    });
  });

  it('knows what was given under an id, with its answer once there is one', async () => {
    await inTemporaryFolder(async (folder) => {
      const items = await openOutboxFolder(folder);
      const [one, other] = [signedSample('c-1'), signedSample('c-1', { body: { to: ['653023/health'] } })];
      expect(await items.known('c-1')).toBeNull();
      await items.put(one);
      expect(await items.known('c-1')).toEqual({ signed: one });
      const [item] = await items.waiting();
      if (item) await items.settle(item, receiptSample(one));
      expect(await items.known('c-1')).toMatchObject({ signed: one, answer: { ok: true } });
      // Another content under the same id is another command: it is no answer to it that the first was taken.
      await items.put(other);
      expect(await items.waiting()).toHaveLength(1);
    });
  });

  it('hands out what was given and not refused, newest first', async () => {
    await inTemporaryFolder(async (folder) => {
      const items = await openOutboxFolder(folder);
      for (const [id, answer] of [
        ['c-1', receiptSample(signedSample('c-1'))],
        ['c-2', refusalSample(false)],
        ['c-3', receiptSample(signedSample('c-3'))],
      ] as const) {
        await items.put(signedSample(id));
        const [item] = await items.waiting();
        if (item) await items.settle(item, answer);
      }
      await items.put(signedSample('c-4'));
      const ids: string[] = [];
      for await (const { signed } of items.given('"send-clue"')) ids.push(signed.command.commandId);
      expect(ids).toEqual(['c-4', 'c-3', 'c-1']);
      for await (const { signed } of items.given('"acknowledge"')) ids.push(signed.command.commandId);
      expect(ids).toHaveLength(3);
    });
  });

  it('a refused command lies apart with its code, and the next one goes', async () => {
    await inTemporaryFolder(async (folder) => {
      const bus = scriptedBus(['refused']);
      const outbox = startOutbox({ folder: await openOutboxFolder(folder), send: bus.send, pauses });
      await outbox.put(signedSample('c-1'));
      await outbox.put(signedSample('c-2'));
      await outbox.idle();
      expect((await outbox.settled('refused')).map((s) => s.answer)).toMatchObject([
        { ok: false, code: 'UNKNOWN_OFFICER' },
      ]);
      expect(bus.taken).toEqual(['c-2']);
      await outbox.stop();
    });
  });

  it('a draft left by a power cut is not sent', async () => {
    await inTemporaryFolder(async (folder) => {
      const first = await openOutboxFolder(folder);
      await first.put(signedSample('c-1'));
      await writeFile(join(folder, 'waiting', '.ab12.draft'), '{"signed":');
      const again = await openOutboxFolder(folder);
      expect((await again.waiting()).map((i) => i.signed.command.commandId)).toEqual(['c-1']);
    });
  });

  it.each([
    ['empty', ''],
    ['torn', '{"signed":{"command":{"for'],
    ['of another shape', '{"signed":1}'],
  ])('a file that is %s is set aside under its name and said, and the others go', async (_, content) => {
    await inTemporaryFolder(async (folder) => {
      const aside: Unreadable[] = [];
      const items = await openOutboxFolder(folder, (file) => aside.push(file));
      for (const id of ['c-1', 'c-2', 'c-3']) await items.put(signedSample(id));
      const [name = ''] = (await readdir(join(folder, 'waiting'))).sort().slice(1);
      await writeFile(join(folder, 'waiting', name), content);
      const bus = scriptedBus([]);
      const outbox = startOutbox({ folder: items, send: bus.send, pauses });
      await outbox.idle();
      expect(bus.taken).toEqual(['c-1', 'c-3']);
      expect(aside).toEqual([{ shelf: 'waiting', name, commandId: 'c-2' }]);
      expect(await outbox.unreadable()).toEqual([name]);
      expect(await readFile(join(folder, 'unreadable', name), 'utf8')).toBe(content);
      // Given again under its id it is sent like any other.
      await outbox.put(signedSample('c-2'));
      await outbox.idle();
      expect(bus.taken).toEqual(['c-1', 'c-3', 'c-2']);
      await outbox.stop();
    });
  });

  it('a receipt that cannot be read hides no other', async () => {
    await inTemporaryFolder(async (folder) => {
      const items = await openOutboxFolder(folder);
      const outbox = startOutbox({ folder: items, send: scriptedBus([]).send, pauses });
      for (const id of ['c-1', 'c-2']) await outbox.put(signedSample(id));
      await outbox.idle();
      const [name = ''] = await readdir(join(folder, 'receipts'));
      await writeFile(join(folder, 'receipts', name), '');
      expect((await outbox.settled('receipts')).map(({ signed }) => signed.command.commandId)).toEqual([
        'c-2',
      ]);
      expect(await outbox.unreadable()).toEqual([name]);
      await outbox.stop();
    });
  });
});
