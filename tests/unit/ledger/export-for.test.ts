// What an export for a department tells it: the cases it knows of, and of no other that it is there; it verifies all the same.
import { beforeAll, describe, expect, it } from 'vitest';
import { exportLedger } from '../../../services/bus/export/export-ledger.ts';
import { verifyExport } from '../../../services/bus/verify/verify-export.ts';
import { leafOf, parseRecord } from '../../../services/proof/record.ts';
import { generateSigningKey } from '../../../services/proof/signature.ts';
import { collect, DEPARTMENTS, given, type MemoryLedger, memoryLedger } from '../../support/memory-ledger.ts';

const [BUREAU = '', POLICE = '', HEALTH = ''] = DEPARTMENTS;
const INSPECTION = '653023/discipline-inspection';
const inspector = generateSigningKey(INSPECTION);

let ledger: MemoryLedger;
/** A clue to the police, one to health, and one to the police again. */
let [first, second, third] = ['', '', ''];
beforeAll(() => {
  ledger = memoryLedger();
  ledger.change('653023', [
    {
      change: 'department-added',
      department: INSPECTION,
      name: INSPECTION,
      connectKey: `U${'D'.repeat(55)}`,
    },
    { change: 'officer-appointed', department: INSPECTION, officer: 'o-1', ranks: ['officer', 'head'] },
    ledger.grant(INSPECTION, 'sign', inspector),
  ]);
  first = ledger.clue();
  second = ledger.submit({
    by: BUREAU,
    command: 'send-clue',
    body: { to: [HEALTH], fields: { topic: 'fraud' } },
  }).id;
  third = ledger.clue();
});

const exported = (department: string, caseId?: string): Promise<string[]> =>
  collect(
    exportLedger({
      source: ledger.source,
      key: ledger.key('ledger'),
      for: department,
      ...(caseId ? { caseId } : {}),
    }),
  );
const verified = (lines: readonly string[]) => verifyExport(given(lines), { rootKey: ledger.root.publicKey });
const knownIn = (lines: readonly string[]): string[] =>
  [first, second, third].filter((id) => lines.some((line) => line.includes(id)));

describe('供部门的导出', () => {
  it('has the cases the department knows of, and tells nothing of another, not even that it is there', async () => {
    const forPolice = await exported(POLICE);
    expect(knownIn(forPolice)).toEqual([first, third]);
    expect(await verified(forPolice)).toMatchObject({
      ok: true,
      for: POLICE,
      cases: 2,
      size: ledger.messages.length,
    });
    const forHealth = await exported(HEALTH);
    expect(knownIn(forHealth)).toEqual([second]);
    expect(await verified(forHealth)).toMatchObject({ ok: true, cases: 1 });
    expect(knownIn(await exported(BUREAU))).toEqual([first, second, third]);
    // Of one who knows of none: genesis, law and registers alone.
    const forInspection = await exported(INSPECTION);
    expect(knownIn(forInspection)).toEqual([]);
    expect(await verified(forInspection)).toMatchObject({ ok: true, cases: 0, size: ledger.messages.length });
  });

  it('of one case that it does not know is refused like one of a case that is not there', async () => {
    expect(knownIn(await exported(POLICE, first))).toEqual([first]);
    expect(await verified(await exported(POLICE, first))).toMatchObject({ ok: true, scope: 'case' });
    const unknown = '653023-aaaaaaaaaaaaaaaa';
    const refused = (id: string) =>
      exported(HEALTH, id).catch(({ message }: Error) => message.replaceAll(id, 'it'));
    expect(await refused(first)).toBe(await refused(unknown));
    await expect(exported(HEALTH, first)).rejects.toMatchObject({ code: 'NO_SUCH_CASE' });
  });

  it('leaves out nothing unseen: what belongs to it is signed', async () => {
    const lines = await exported(POLICE);
    const last = lines.findLastIndex((line) => line.startsWith('{"sequence"'));
    const { sequence } = JSON.parse(lines[last] as string) as { sequence: number };
    const leaf = leafOf((ledger.messages[sequence - 1] as (typeof ledger.messages)[0]).data);
    const without = lines.with(last, JSON.stringify({ leaves: [leaf.toString('base64url')] }));
    expect(await verified(without)).toMatchObject({ ok: false, code: 'SELECTION_WRONG' });
    const other = lines.with(0, `${lines[0]}`.replace(POLICE, HEALTH));
    expect(await verified(other)).toMatchObject({ ok: false, code: 'SELECTION_WRONG' });
    // Of the whole ledger nothing may be left out.
    const whole = lines.with(0, `${lines[0]}`.replace(`"for":"${POLICE}",`, ''));
    expect(await verified(whole)).toMatchObject({ ok: false, code: 'ENTRY_MISSING' });
  });

  it('tells a department from which a case is restricted nothing of it, neither what it is nor when', async () => {
    ledger.submit({
      by: INSPECTION,
      key: inspector,
      command: 'restrict-case',
      case: first,
      body: { to: [POLICE] },
      party: { reason: '涉嫌泄露案情' },
    });
    const forPolice = await exported(POLICE);
    expect(knownIn(forPolice)).toEqual([third]);
    const times = ledger.messages
      .map(({ data }) => parseRecord(data).head)
      .filter(({ id }) => id === first)
      .map(({ recordedAt }) => recordedAt);
    expect(times).toHaveLength(4);
    expect(times.filter((at) => forPolice.some((line) => line.includes(at)))).toEqual([]);
    expect(await verified(forPolice)).toMatchObject({ ok: true, cases: 1, size: ledger.messages.length });
    await expect(exported(POLICE, first)).rejects.toMatchObject({ code: 'NO_SUCH_CASE' });
    expect(knownIn(await exported(BUREAU))).toEqual([first, second, third]);
  });
});
