// Verification under the law of each decision: a law that grows, and what is found of a law entry that is not what it was.
import { describe, expect, it } from 'vitest';
import { lawItems } from '../../../law/law.ts';
import type { LedgerRecord } from '../../../schemas/entry.ts';
import type { LawItem } from '../../../schemas/law.ts';
import { exportLedger } from '../../../services/bus/export/export-ledger.ts';
import { verifyExport } from '../../../services/bus/verify/verify-export.ts';
import { parseRecord, sealRecord } from '../../../services/proof/record.ts';
import { generateSigningKey, sign } from '../../../services/proof/signature.ts';
import { collect, DEPARTMENTS, given, type MemoryLedger, memoryLedger } from '../../support/memory-ledger.ts';
import { planItems } from '../../support/plan-law.ts';

const [BUREAU = '', POLICE = ''] = DEPARTMENTS;
const exported = (made: MemoryLedger, caseId?: string) =>
  collect(
    exportLedger({
      source: made.source,
      key: made.key('ledger'),
      ...(caseId === undefined ? {} : { caseId }),
    }),
  );
const verified = async (made: MemoryLedger, lines?: readonly string[]) =>
  verifyExport(given(lines ?? (await exported(made))), { rootKey: made.root.publicKey });

/**
 * Begun without the plan (law at 3), a clue (5–7), the plan published (8), a plan opened under it (9), its second version
 * published in two parts (10 and 12) around a fact (11), the first plan carried on to an end only its version has (13), and a new
 * plan opened (14).
 */
const grown = (options: Parameters<typeof memoryLedger>[0] = {}) => {
  const made = memoryLedger(options);
  made.clue();
  made.publishPart(planItems(1));
  const { id: first } = made.submit({ by: BUREAU, command: 'draft-plan' });
  const [one, ...others] = planItems(2) as [LawItem, ...LawItem[]];
  made.publishPart([one], [1, 2]);
  made.submit({ by: BUREAU, command: 'record-fact', case: first, body: { fact: 'meeting-held' } });
  made.publishPart(others, [2, 2]);
  made.submit({ by: BUREAU, command: 'close-plan', case: first });
  const { id: second } = made.submit({ by: BUREAU, command: 'propose-plan' });
  return { made, first, second };
};

describe('a ledger whose law grows', () => {
  it('verifies whole: every decision is made again under the law that made it', async () => {
    const { made } = grown({ law: lawItems });
    expect(await verified(made)).toMatchObject({ ok: true, entries: 14, cases: 3, notRerun: {} });
  });

  it('names in each entry the last part of the publication it was decided under', () => {
    const { made } = grown();
    const lawAt = made.messages.map(({ data }) => parseRecord(data).head.lawAt);
    expect(lawAt).toEqual([0, 0, 0, 3, 3, 3, 3, 3, 8, 8, 8, 8, 12, 12]);
  });

  it('carries a case on under the version it was opened with, and opens a new one under the one in force', () => {
    const { made, first, second } = grown();
    expect(made.caseState(first).proceedings['p1']).toMatchObject({ version: 1, state: 'closed' });
    expect(made.caseState(second).proceedings['p1']).toMatchObject({ version: 2, state: 'proposed' });
    const clocks = [first, second].map((id) => Object.values(made.caseState(id).clocks)[0]?.version);
    expect(clocks).toEqual([1, 2]);
  });

  it('gives a case away with all the law it was decided under', async () => {
    const { made, first } = grown();
    const lines = await exported(made, first);
    const kinds = lines.slice(1, -1).map((line) => JSON.parse(line).record?.head.kind);
    expect(kinds.filter((kind) => kind === 'law')).toHaveLength(4);
    expect(await verified(made, lines)).toMatchObject({ ok: true, scope: 'case', notRerun: {} });
    for (const gone of kinds.flatMap((kind, n) => (kind === 'law' ? [n + 1] : [])))
      expect((await verified(made, lines.toSpliced(gone, 1))).ok).toBe(false);
  });

  it('cannot have been decided under law that came later', () => {
    const made = memoryLedger();
    expect(() => made.submit({ by: BUREAU, command: 'draft-plan' })).toThrow('UNKNOWN_COMMAND');
  });
});

describe('a law entry changed by whoever holds the file is found:', () => {
  type Line = { sequence: number; subject: string; record: LedgerRecord };
  const edited = (lines: readonly string[], sequence: number, edit: (line: Line) => void): string[] => {
    const line = JSON.parse(lines[sequence] as string) as Line;
    edit(line);
    return lines.with(sequence, JSON.stringify(line));
  };
  const itemsOf = (line: Line): LawItem[] => {
    const { command } = line.record.body;
    if (command.format !== 'xianjie.law.v1') throw new Error('no law entry');
    return command.items;
  };

  it.each<[string, sequence: number, code: string, (lines: string[]) => string[]]>([
    [
      'a number of days',
      8,
      'BODY_ALTERED',
      (lines) =>
        edited(lines, 8, (line) => {
          const limit = itemsOf(line).find(({ kind }) => kind === 'limit') as LawItem;
          Object.assign(limit.data as object, { span: { workingDays: 99 } });
        }),
    ],
    ['an item left out', 3, 'BODY_ALTERED', (lines) => edited(lines, 3, (line) => void itemsOf(line).pop())],
    ['dropped', 8, 'ENTRY_MISSING', (lines) => lines.toSpliced(8, 1)],
    [
      'two parts swapped with their numbers',
      10,
      'CHAIN_BROKEN',
      (lines) => {
        const [first, last] = [lines[10] as string, lines[12] as string];
        const renumbered = (line: string, sequence: number) =>
          JSON.stringify({ ...JSON.parse(line), sequence });
        return lines.with(10, renumbered(last, 10)).with(12, renumbered(first, 12));
      },
    ],
    [
      'under another subject',
      8,
      'FOREIGN_ENTRY',
      (lines) =>
        edited(lines, 8, (line) => {
          line.subject = 'ledger.law.653023.law';
        }),
    ],
  ])('%s', async (_, sequence, code, change) => {
    const { made } = grown();
    expect(await verified(made, change(await exported(made)))).toMatchObject({ ok: false, sequence, code });
  });
});

describe('a wrong law by whoever holds the ledger’s key is found:', () => {
  /** The entry at a sequence changed and sealed again by the ledger; nothing after it is made to fit. */
  const forged = async (
    made: MemoryLedger,
    sequence: number,
    edit: (record: LedgerRecord) => void,
  ): Promise<Awaited<ReturnType<typeof verified>>> => {
    const message = made.messages[sequence - 1] as (typeof made.messages)[0];
    const record = parseRecord(message.data);
    edit(record);
    const { bytes } = sealRecord(made.key('ledger'), record, record.envelope);
    made.messages[sequence - 1] = { ...message, data: bytes };
    return verified(made);
  };
  const withPlan = () => {
    const made = memoryLedger();
    made.publishPart(planItems(1));
    return made;
  };
  /** The items changed as the publisher signed them, or another key instead. */
  const signedAnew = (made: MemoryLedger, edit: (items: LawItem[]) => void) => (record: LedgerRecord) => {
    const { command } = record.body;
    if (command.format !== 'xianjie.law.v1') throw new Error('no law entry');
    edit(command.items);
    record.body.attestation.signature = sign(made.key('law-publisher'), command.format, command);
  };

  it('law the publisher never signed', async () => {
    const found = await forged(withPlan(), 5, ({ body: { command } }) => {
      if (command.format === 'xianjie.law.v1') command.items.pop();
    });
    expect(found).toMatchObject({ sequence: 5, code: 'COMMAND_ALTERED' });
  });

  it('law signed by another key, or by another service, or in another’s name', async () => {
    const other = memoryLedger();
    other.publishPart(planItems(1), [1, 1], { key: generateSigningKey('law-publisher') });
    expect(await verified(other)).toMatchObject({ sequence: 5, code: 'COMMAND_KEY_UNKNOWN' });
    const operator = memoryLedger();
    operator.publishPart(planItems(1), [1, 1], { key: operator.key('operator') });
    expect(await verified(operator)).toMatchObject({ sequence: 5, code: 'ATTESTATION_WRONG' });
    const inItsName = memoryLedger();
    inItsName.publishPart(planItems(1), [1, 1], {
      service: 'operator',
      key: inItsName.key('operator'),
    });
    expect(await verified(inItsName)).toMatchObject({ sequence: 5, code: 'SHAPE_WRONG' });
    const byRoot = await forged(withPlan(), 5, ({ body }) => {
      body.attestation = { by: 'root', signature: { ...body.attestation.signature, key: 'root' } };
    });
    expect(byRoot).toMatchObject({ sequence: 5, code: 'ATTESTATION_WRONG' });
  });

  it('a register or a case moved with the publisher’s key', async () => {
    const made = memoryLedger();
    made.change('653023', [{ change: 'department-retired', department: POLICE }]);
    const found = await forged(made, 5, ({ body }) => {
      const { command } = body;
      if (command.format !== 'xianjie.register.v1') return;
      command.actor = { service: 'law-publisher' };
      body.attestation.signature = sign(made.key('law-publisher'), command.format, command);
    });
    expect(found).toMatchObject({ sequence: 5, code: 'ATTESTATION_WRONG' });
    const fact = { command: 'record-fact', body: { fact: 'x', to: [BUREAU] } };
    const moved = memoryLedger();
    moved.submit({ by: 'law-publisher', ...fact });
    expect(await verified(moved)).toMatchObject({ sequence: 5, code: 'ATTESTATION_WRONG' });
  });

  it('a limit changed after it was published: what was decided under it differs', async () => {
    const { made } = grown();
    const found = await forged(
      made,
      8,
      signedAnew(made, (items) => {
        const limit = items.find(({ kind }) => kind === 'limit') as LawItem;
        Object.assign(limit.data as object, { span: { workingDays: 30 } });
      }),
    );
    // The plan opened under it, in a chain of its own, is the first that shows it.
    expect(found).toMatchObject({ sequence: 9, code: 'DECISION_DIFFERS' });
  });

  it('a part out of its order, an older version, data of no shape', async () => {
    const wrong = (edit: (items: LawItem[], record: LedgerRecord) => void) => {
      const made = withPlan();
      return forged(made, 5, (record) => signedAnew(made, (items) => edit(items, record))(record));
    };
    const part = await wrong((_, { body: { command } }) => {
      if (command.format === 'xianjie.law.v1') Object.assign(command, { part: 2, parts: 2 });
    });
    expect(part).toMatchObject({ sequence: 5, code: 'LAW_REFUSED' });
    const again = await wrong((items) => void items.push(lawItems[0] as LawItem));
    expect(again).toMatchObject({ sequence: 5, code: 'LAW_REFUSED' });
    const shapeless = await wrong((items) => {
      (items[0] as LawItem).data = {};
    });
    expect(shapeless).toMatchObject({ sequence: 5, code: 'LAW_REFUSED' });
  });

  it('law that cannot be played, once its last part is in', async () => {
    const [limit, procedure] = ['limit', 'procedure'].map((kind) =>
      planItems(1).filter((item) => item.kind === kind),
    ) as [LawItem[], LawItem[]];
    const alone = memoryLedger();
    alone.publishPart(procedure);
    expect(await verified(alone)).toMatchObject({ sequence: 5, code: 'LAW_REFUSED' });
    const inParts = memoryLedger();
    inParts.publishPart(procedure, [1, 2]);
    inParts.publishPart(limit, [2, 2]);
    expect(await verified(inParts)).toMatchObject({ ok: true });
  });

  it('an item of a model or kind this version does not know cannot be verified, and says so', async () => {
    for (const change of [{ model: 2 }, { kind: 'custom' }]) {
      const made = withPlan();
      const found = await forged(
        made,
        5,
        signedAnew(made, (items) => void Object.assign(items[0] as LawItem, change)),
      );
      expect(found).toMatchObject({ sequence: 5, code: 'LAW_UNREADABLE' });
      if (!found.ok) expect(found.message.zh).toMatch(/更新的版本核验/);
    }
  });

  it.each([
    ['that was never entered', 6],
    ['that came later', 12],
    ['of a part that is not the last', 10],
    ['of an entry that is no law', 4],
    ['long overtaken, though it was once right', 0],
  ])('law %s named by an entry', async (_, lawAt) => {
    const { made } = grown();
    const sequence = lawAt === 12 ? 11 : 14;
    const found = await forged(made, sequence, ({ head }) => {
      head.lawAt = lawAt;
    });
    const code = lawAt === 0 ? 'DECISION_DIFFERS' : 'LAW_AT_WRONG';
    expect(found).toMatchObject({ sequence, code });
  });

  it('law overtaken a thousand entries ago', async () => {
    const made = withPlan();
    const { id } = made.submit({ by: BUREAU, command: 'draft-plan' });
    const fact = { by: BUREAU, command: 'record-fact', case: id, body: { fact: 'meeting-held' } };
    made.publishPart(planItems(2));
    // Published at 7: entry 1007 may still go by the law before it, the one after may not.
    while (made.messages.length < 1_008) made.submit(fact);
    const back = ({ head }: LedgerRecord) => {
      head.lawAt = 5;
    };
    expect(await forged(made, 1_008, back)).toMatchObject({ sequence: 1_008, code: 'LAW_AT_WRONG' });
    made.messages.pop();
    expect(await forged(made, 1_007, back)).toMatchObject({ ok: true });
  }, 60_000);
});
