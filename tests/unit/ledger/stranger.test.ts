// A second verifier that shares no code with the first: Python's standard library and what services/proof/README.md says.
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LedgerRecord, OpenedNotice, Receipt } from '../../../schemas/entry.ts';
import type { Sight } from '../../../schemas/procedure.ts';
import { exportLedger } from '../../../services/bus/export/export-ledger.ts';
import { type Letter, noticeOf, shownTo } from '../../../services/bus/relay/notice.ts';
import { digestOf } from '../../../services/proof/canonical.ts';
import { leafOf, parseRecord, sealRecord } from '../../../services/proof/record.ts';
import { statusWords } from '../../../services/proof/status-words.ts';
import {
  collect,
  DEPARTMENTS,
  type MemoryLedger,
  memoryLedger,
  showing,
} from '../../support/memory-ledger.ts';
import { planItems } from '../../support/plan-law.ts';

const [BUREAU = '', POLICE = '', HEALTH = ''] = DEPARTMENTS;
const program = (name: string) =>
  fileURLToPath(new URL(`../../fixtures/stranger/${name}.py`, import.meta.url));
const run = promisify(execFile);

let folder: string;
let ledger: MemoryLedger;
let lines: string[];
let files = 0;
const put = async (text: readonly string[]): Promise<string> => {
  files += 1;
  const file = join(folder, `${files}.jsonl`);
  await writeFile(file, text.map((line) => `${line}\n`).join(''));
  return file;
};

/** What a program of the stranger says; a machine without python3 fails here. */
const says = async (name: string, ...given: readonly string[]): Promise<string> => {
  const said = await run('python3', [program(name), ...given]).catch(
    (error: { code: unknown; stdout?: string }) => {
      if (error.code !== 1) throw error;
      return { stdout: error.stdout ?? '' };
    },
  );
  return said.stdout.trim();
};
/** Of an export, by the root key. */
const stranger = async (all: readonly string[]): Promise<string> =>
  says('check_export', await put(all), ledger.root.publicKey);
/** Of notices, by the ledger's key. */
const receiver = async (notices: readonly unknown[], key = ledger.key('ledger')): Promise<string> =>
  says(
    'check_notice',
    await put(notices.map((notice) => JSON.stringify(notice))),
    ledger.key('ledger').id,
    key.publicKey,
  );

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'xianjie-stranger-'));
  ledger = memoryLedger({ decider: showing });
  ledger.clue();
  ledger.submit({
    by: BUREAU,
    command: 'send-clue',
    body: { to: [POLICE], fields: { topic: 'x' } },
    party: { title: '引号"与\\、换行\n、\u007f\u2028、😀', summary: '甲乙丙' },
  });
  ledger.change('653023', [
    { change: 'officer-appointed', department: BUREAU, officer: 'o-2', ranks: ['head'] },
  ]);
  lines = await collect(exportLedger({ source: ledger.source, key: ledger.key('ledger') }));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const edited = (sequence: number, edit: (record: LedgerRecord) => void): string[] => {
  const line = JSON.parse(lines[sequence] as string) as { record: LedgerRecord };
  edit(line.record);
  return lines.with(sequence, JSON.stringify(line));
};

/** Notices of an entry: with all, with the open part, with a status word alone, and shown after a hand-over. */
const noticesOf = (sequence: number): OpenedNotice[] => {
  const record = parseRecord((ledger.messages[sequence - 1] as (typeof ledger.messages)[0]).data);
  const told = { department: POLICE, procedure: 'clue-notice', event: 'clue-sent' };
  const proceedings = statusWords(record.body).map(({ path }) => path.slice('/shows/'.length));
  const notice = (sees: Sight, later: Pick<Letter, 'entitledBy'> = {}): OpenedNotice => {
    const recipient = { ...told, sees, proceedings };
    const { data, ...rest } = noticeOf({ recipient, record, ledgerSequence: sequence, ...later }, null);
    return {
      ...rest,
      data: { ...data, disclosures: shownTo(recipient, record.body, ledger.disclosures(sequence)) },
    };
  };
  return [notice('all'), notice('open'), notice('status'), notice('all', { entitledBy: 9 })];
};

describe('a stranger with the README, the root key and Python', () => {
  it('finds an export right: every hash, link, signature, status word, and the root of the tree', async () => {
    expect(await stranger(lines)).toBe('right: 9 entries, 0 bare heads, 18 signatures, 4 status words');
  });

  it('finds one right without its envelopes, and with bare heads', async () => {
    const without = await collect(
      exportLedger({ source: ledger.source, key: ledger.key('ledger'), removeEnvelopes: true }),
    );
    expect(await stranger(without)).toContain('right: 9 entries');
    const bare = edited(5, (record) => Object.assign(record, { body: null, envelope: null }));
    const some = bare.with(0, `${bare[0]}`.replace('"bodies":"all"', '"bodies":"some"'));
    expect(await stranger(some)).toBe('right: 9 entries, 1 bare heads, 17 signatures, 3 status words');
  });

  it('finds one case right, and out of it nothing left out', async () => {
    const caseId = parseRecord((ledger.messages[7] as (typeof ledger.messages)[0]).data).head.id;
    const key = ledger.key('ledger');
    const one = await collect(exportLedger({ source: ledger.source, key, caseId }));
    expect(await stranger(one)).toBe('right: 6 entries, 0 bare heads, 12 signatures, 1 status words');
    const at = one.findIndex((line) => line.includes('"sequence":8'));
    const leaf = leafOf((ledger.messages[7] as (typeof ledger.messages)[0]).data).toString('base64url');
    expect(await stranger(one.with(at, JSON.stringify({ leaves: [leaf] })))).toBe(
      'wrong: selection: other entries than these',
    );
    expect(await stranger(one.toSpliced(at, 1))).toBe('wrong: entry 8: out of place');
  });

  it('finds one for a department right, and out of it nothing left out', async () => {
    const key = ledger.key('ledger');
    const forHealth = await collect(exportLedger({ source: ledger.source, key, for: HEALTH }));
    expect(await stranger(forHealth)).toContain('right: 5 entries, 0 bare heads');
    const forPolice = await collect(exportLedger({ source: ledger.source, key, for: POLICE }));
    expect(await stranger(forPolice)).toContain('right: 9 entries, 0 bare heads');
    const at = forPolice.findIndex((line) => line.includes('"sequence":8'));
    const leaf = leafOf((ledger.messages[7] as (typeof ledger.messages)[0]).data).toString('base64url');
    expect(await stranger(forPolice.with(at, JSON.stringify({ leaves: [leaf] })))).toBe(
      'wrong: selection: other entries than these',
    );
  });

  it('finds every notice right: all of it, its open part, a status word alone, one shown after a hand-over', async () => {
    const notices = [5, 6, 7, 8].flatMap(noticesOf);
    expect(await receiver(notices)).toBe('right: 2 full, 6 open, 4 status, 4 backfill, 18 values');
    expect(await receiver(notices, ledger.key(POLICE))).toBe('wrong: signature: does not fit the head');
  });

  it('finds law that is not its publisher’s, and a decision under law that was not there', async () => {
    const saysOf = async (made: MemoryLedger) =>
      says(
        'check_export',
        await put(await collect(exportLedger({ source: made.source, key: made.key('ledger') }))),
        made.root.publicKey,
      );
    const made = memoryLedger();
    made.publishPart(planItems(1));
    expect(await saysOf(made)).toContain('right: 5 entries');
    const forged = memoryLedger();
    forged.publishPart(planItems(1), [1, 1], { key: forged.key('operator') });
    expect(await saysOf(forged)).toBe('wrong: entry 5: command: another service’s key');
    const half = memoryLedger();
    half.publishPart(planItems(1), [1, 2]);
    half.clue();
    const last = half.messages.at(-1) as (typeof half.messages)[0];
    const record = parseRecord(last.data);
    record.head.lawAt = 5;
    const { bytes } = sealRecord(half.key('ledger'), record, record.envelope);
    half.messages[half.messages.length - 1] = { ...last, data: bytes };
    expect(await saysOf(half)).toBe('wrong: entry 8: lawAt: no last part of the law before this one');
  });

  it.each<[what: string, says: string, change: () => string[]]>([
    ['a head', 'entry 7: signature', () => edited(7, ({ head }) => Object.assign(head, { decider: 2 }))],
    ['a body', 'entry 7: body', () => edited(7, ({ body }) => void body.events.pop())],
    ['a salt', 'entry 7: body', () => edited(7, ({ body }) => Object.assign(body, { salt: 'A'.repeat(22) }))],
    [
      'the body of another entry',
      'entry 6: body',
      () => edited(6, (record) => Object.assign(record, { body: JSON.parse(`${lines[7]}`).record.body })),
    ],
    [
      'no status words',
      'entry 5: signature',
      () => edited(5, ({ head }) => Object.assign(head, { shows: {} })),
    ],
    [
      'another envelope',
      'entry 5: envelope',
      () =>
        edited(5, (record) => Object.assign(record, { envelope: JSON.parse(`${lines[8]}`).record.envelope })),
    ],
    ['an entry left out', 'entry 6: out of place', () => lines.toSpliced(6, 1)],
    ['the tail left out', 'checkpoint: size or root', () => lines.toSpliced(9, 1)],
    [
      'a body left out unsaid',
      'entry 7: body: missing',
      () => edited(7, (r) => Object.assign(r, { body: null })),
    ],
    [
      'a field named twice',
      'entry 7: a field',
      () => lines.with(7, `${lines[7]}`.replace('"salt"', '"salt":"","salt"')),
    ],
    [
      'a checkpoint of another key',
      'checkpoint: not signed',
      () => {
        const end = JSON.parse(`${lines.at(-1)}`);
        const forged = end.checkpoint.replace(/(.{8})\n$/, 'AAAAAAA=\n');
        return lines.with(-1, JSON.stringify({ checkpoint: forged }));
      },
    ],
    [
      'the root key of another',
      'another root key',
      () =>
        lines.with(
          0,
          `${lines[0]}`.replace(/(?<="rootKey":")./, (first) => (first === '_' ? '-' : '_')),
        ),
    ],
  ])('finds out %s', async (_, says, change) => {
    expect(await stranger(change())).toMatch(new RegExp(`^wrong: ${says}`));
  });

  it('finds a receipt right, and in the notice of its own command what it sent', async () => {
    const at = (sequence: number) =>
      parseRecord((ledger.messages[sequence - 1] as (typeof ledger.messages)[0]).data);
    const { head, body, signature } = at(8);
    const sent = { command: body.command, signature: body.attestation.signature, disclosures: [] };
    const receipt: Receipt = {
      ok: true,
      head,
      case: head.id,
      sequence: head.sequence,
      ledgerSequence: 8,
      hash: digestOf(head),
      signature,
      recordedAt: head.recordedAt,
      events: ['clue-sent'],
      proceedings: ['p1'],
      repeated: false,
    };
    const [notice] = noticesOf(8);
    const [own, bus] = [ledger.key(BUREAU), ledger.key('ledger')];
    const checked = async (given: { sent?: object; receipt?: object; notice?: unknown; key?: string }) =>
      says(
        'check_receipt',
        await put([JSON.stringify(given.sent ?? sent)]),
        await put([JSON.stringify(given.receipt ?? receipt)]),
        await put([JSON.stringify(given.notice ?? notice)]),
        bus.id,
        bus.publicKey,
        own.id,
        given.key ?? own.publicKey,
      );
    expect(await checked({})).toBe(`right: ${head.id}/1, receipt, command, attestation`);
    const other = at(5);
    for (const [given, why] of [
      [{ receipt: { ...receipt, head: other.head } }, 'receipt: signature'],
      [{ receipt: { ...receipt, hash: digestOf(other.head) } }, 'receipt: hash'],
      [{ receipt: { ...receipt, case: other.head.id } }, 'receipt: says other'],
      [{ sent: { ...sent, command: other.body.command } }, 'case: does not follow'],
      [{ sent: { ...sent, command: { ...body.command, precision: 'day' } } }, 'command: not the one'],
      [{ notice: noticesOf(5)[0] }, 'notice: of another entry'],
      [{ key: ledger.key(POLICE).publicKey }, 'attestation: signature'],
    ] as const) {
      expect(await checked(given)).toMatch(new RegExp(`^wrong: ${why}`));
    }
  });

  it('finds out a notice with another value, word, body, head or id', async () => {
    const [whole, open, bare, later] = noticesOf(5) as [
      OpenedNotice,
      OpenedNotice,
      OpenedNotice,
      OpenedNotice,
    ];
    const changed = (notice: OpenedNotice, change: Partial<OpenedNotice['data']>): unknown => ({
      ...notice,
      data: { ...notice.data, ...change },
    });
    const lies = (notice: OpenedNotice) =>
      notice.data.disclosures.map((shown) => ({ ...shown, value: '无' }));
    for (const [notice, why] of [
      [changed(whole, { disclosures: lies(whole) }), '/title'],
      [changed(later, { disclosures: lies(later) }), '/title'],
      [changed(bare, { disclosures: lies(bare) }), '/shows/p1'],
      [changed(bare, { disclosures: whole.data.disclosures }), '/title'],
      [changed(open, { body: noticesOf(8)[0]?.data.body ?? null }), 'body'],
      [changed(bare, { head: { ...bare.data.head, shows: {} } }), 'signature'],
      [changed(open, { head: { ...open.data.head, lawAt: 1 } }), 'signature'],
      [{ ...whole, id: later.id }, 'id'],
      [{ ...later, id: whole.id }, 'id'],
      [{ ...later, id: `${whole.id}/4` }, 'id'],
    ] as const) {
      expect(await receiver([notice])).toMatch(new RegExp(`^wrong: ${why}`));
    }
  });
}, 60_000);
