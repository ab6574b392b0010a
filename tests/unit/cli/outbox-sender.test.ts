// A command given again under an id used before: the same is answered with its first receipt, another is refused and lies nowhere.
import { describe, expect, it } from 'vitest';
import type { SignedCommand } from '../../../schemas/command.ts';
import type { Answer } from '../../../schemas/entry.ts';
import { outboxSender } from '../../../services/cli/outbox-sender.ts';
import type { DepartmentClient } from '../../../services/client/department-client.ts';
import { type Outbox, startOutbox } from '../../../services/client/outbox.ts';
import { openOutboxFolder } from '../../../services/client/outbox-folder.ts';
import { receiptSample, refusalSample, signedSample } from '../../support/signed-samples.ts';
import { inTemporaryFolder } from '../../support/temporary-folder.ts';

type Bus = (signed: SignedCommand) => Promise<Answer>;
const taking: Bus = async (signed) => receiptSample(signed);
const away: Bus = async () => {
  throw new Error('away');
};

/** One run of a command on a folder: what is put, what is sent, what lies in the outbox afterwards. */
const runOn = async (folder: string, bus: Bus, ...commands: SignedCommand[]) => {
  const { onAnswer, others, put } = outboxSender();
  const sent: string[] = [];
  const outbox: Outbox = startOutbox({
    folder: await openOutboxFolder(folder),
    send: async (signed) => {
      sent.push(signed.command.commandId);
      return bus(signed);
    },
    onAnswer,
    pauses: { first: 1, longest: 2 },
  });
  const client = { outbox: () => outbox } as unknown as DepartmentClient;
  const answered: Promise<Answer>[] = [];
  for (const command of commands) answered.push((await put(client, command)).answered);
  if (bus !== away) await outbox.idle();
  const waiting = await outbox.waiting();
  const answers = bus === away ? [] : await Promise.all(answered);
  const early = await Promise.all(answered.map((one) => Promise.race([one, Promise.resolve(null)])));
  await outbox.stop();
  return { answers, early, sent, others: others(), waiting: waiting.map(({ signed }) => signed.command) };
};

const first = signedSample('c-1', { party: { summary: '疑似虚假住院' } });
const other = signedSample('c-1', { party: { summary: '另一件事' } });

describe('an id used before', () => {
  it('with the same content is answered with the first receipt, said to be so, and nothing is sent again', async () => {
    await inTemporaryFolder(async (folder) => {
      const [receipt] = (await runOn(folder, taking, first)).answers;
      expect(receipt).toMatchObject({ ok: true, repeated: false });
      const again = await runOn(folder, taking, first);
      expect(again).toMatchObject({ sent: [], waiting: [], answers: [{ ...receipt, repeated: true }] });
    });
  });

  it('with other content is refused, and does not lie in the outbox as if it waited', async () => {
    await inTemporaryFolder(async (folder) => {
      await runOn(folder, taking, first);
      expect(await runOn(folder, taking, other)).toMatchObject({
        sent: [],
        waiting: [],
        answers: [{ ok: false, code: 'COMMAND_ID_REUSED', retryable: false }],
      });
    });
  });

  it('with other content is refused also while the first still waits, which alone is sent', async () => {
    await inTemporaryFolder(async (folder) => {
      await runOn(folder, away, first);
      const { early, waiting } = await runOn(folder, away, other);
      expect(early).toMatchObject([{ ok: false, code: 'COMMAND_ID_REUSED' }]);
      expect(waiting).toEqual([first.command]);
      expect((await runOn(folder, taking)).sent).toEqual(['c-1']);
    });
  });

  it('whose command was refused is free: the same or another under it is sent and answered anew', async () => {
    for (const next of [first, other])
      await inTemporaryFolder(async (folder) => {
        expect((await runOn(folder, async () => refusalSample(false), first)).answers).toMatchObject([
          { ok: false },
        ]);
        expect(await runOn(folder, taking, next)).toMatchObject({
          sent: ['c-1'],
          answers: [{ ok: true, repeated: false }],
        });
        expect((await runOn(folder, taking, next)).answers).toMatchObject([{ ok: true, repeated: true }]);
      });
  });
});

describe('what waited in the outbox before', () => {
  it('is heard of where it is sent, taken or refused', async () => {
    await inTemporaryFolder(async (folder) => {
      await runOn(folder, away, signedSample('c-old'));
      const bus: Bus = async (signed) =>
        signed.command.commandId === 'c-old' ? refusalSample(false) : receiptSample(signed);
      const { answers, others } = await runOn(folder, bus, first);
      expect(answers).toMatchObject([{ ok: true }]);
      expect(others).toMatchObject([{ signed: { command: { commandId: 'c-old' } }, answer: { ok: false } }]);
    });
  });
});
