// A clue told again is noticed from what lies in the outbox: same receiver, topic and content, in whatever spacing.
import { describe, expect, it } from 'vitest';
import type { OpenBody, PartyValues } from '../../../schemas/command.ts';
import { toldBefore } from '../../../services/cli/same-clue.ts';
import { openOutboxFolder, outboxFolderIn } from '../../../services/client/outbox-folder.ts';
import { openedCaseId } from '../../../services/proof/case-id.ts';
import { AT, POLICE, receiptSample, refusalSample, signedSample } from '../../support/signed-samples.ts';
import { inTemporaryFolder } from '../../support/temporary-folder.ts';

const HEALTH = '653023/health';
const paper = (sha: string) => ({ code: 'clue-sheet', id: `clue-sheet-${sha}`, sha256: sha.repeat(43) });
const party: PartyValues = { summary: '疑似虚假住院', subjects: { s1: { name: '某医院' } } };
const body: OpenBody = { to: [POLICE], fields: { topic: 'fraud' }, newSubjects: [{ subject: 's1' }] };

/** A clue that was told, and what became of it. */
const told = async <T>(
  become: 'taken' | 'refused' | 'waiting',
  work: (folder: string, first: string) => Promise<T>,
): Promise<T> =>
  inTemporaryFolder(async (folder) => {
    const outbox = await openOutboxFolder(outboxFolderIn(folder));
    const signed = signedSample('c-1', { body, party: { ...party, reason: '补录' } });
    await outbox.put(signed);
    const [item] = await outbox.waiting();
    if (item && become !== 'waiting')
      await outbox.settle(item, become === 'taken' ? receiptSample(signed) : refusalSample(false));
    return work(folder, openedCaseId(signed.command));
  });

describe('the same clue', () => {
  it.each(['taken', 'waiting'] as const)(
    'is noticed where the first is %s, with the case of the first',
    async (become) => {
      await told(become, async (folder, first) => {
        expect(await toldBefore(folder, { body, party })).toEqual({ case: first, at: AT });
      });
    },
  );

  it('is none where the first was refused, and is no other than itself sent again', async () => {
    await told('refused', async (folder) => {
      expect(await toldBefore(folder, { body, party })).toBeUndefined();
    });
    await told('taken', async (folder) => {
      expect(await toldBefore(folder, { commandId: 'c-1', body, party })).toBeUndefined();
    });
  });

  it('is the same with another receiver beside, other spaces, another reason to tell it late', async () => {
    await told('taken', async (folder) => {
      for (const again of [
        { body: { ...body, to: [HEALTH, POLICE] }, party },
        { body, party: { ...party, summary: ' 疑似 虚假住院' } },
        { body, party: { ...party, reason: '另一理由' } },
      ])
        expect(await toldBefore(folder, again)).toBeDefined();
    });
  });

  it('is another with another receiver, topic, text, person, amount or paper', async () => {
    await told('taken', async (folder) => {
      for (const other of [
        { body: { ...body, to: [HEALTH] }, party },
        { body: { ...body, fields: { topic: 'drug-resale' } }, party },
        { body, party: { ...party, summary: '疑似串换项目' } },
        { body, party: { ...party, subjects: { s1: { name: '另一医院' } } } },
        { body, party: { ...party, amountFen: '100' } },
        { body: { ...body, papers: [paper('A')] }, party },
      ])
        expect(await toldBefore(folder, other)).toBeUndefined();
    });
  });
});
