// Tamperings of a file beyond those that change what an entry says: what is hidden from one reader, what only this one would drop,
// what would stop it, and what passes for something else. Each is found, by its name.
import { beforeAll, describe, expect, it } from 'vitest';
import { exportLedger } from '../../../services/bus/export/export-ledger.ts';
import { exportLines } from '../../../services/bus/verify/export-lines.ts';
import type { FaultCode } from '../../../services/bus/verify/fault.ts';
import { verifyExport } from '../../../services/bus/verify/verify-export.ts';
import { leafOf } from '../../../services/proof/record.ts';
import { collect, given, type MemoryLedger, memoryLedger, showing } from '../../support/memory-ledger.ts';

let ledger: MemoryLedger;
/** The whole ledger and one case of it; line n is entry n, for the header is line 0. */
let whole: string[];
let one: string[];
const rootKey = () => ledger.root.publicKey;
beforeAll(async () => {
  ledger = memoryLedger();
  const cases = [ledger.clue(), ledger.clue(), ledger.clue()];
  const key = ledger.key('ledger');
  whole = await collect(exportLedger({ source: ledger.source, key }));
  one = await collect(exportLedger({ source: ledger.source, key, caseId: cases[1] as string }));
});

const swapped = (lines: readonly string[], at: number, from: string | RegExp, to: string): string[] => {
  const changed = (lines.at(at) as string).replace(from, to);
  if (changed === lines.at(at)) throw new Error(`nothing to change in ${lines.at(at)}`);
  return lines.with(at, changed);
};
/** Entry 8 of the whole ledger, the clue of the second case, with a text put in its place. */
const inEntry = (from: string | RegExp, to: string) => (): string[] => swapped(whole, 8, from, to);
const inHeader = (from: string, to: string) => (): string[] => swapped(whole, 0, from, to);
const inEnd = (from: string | RegExp, to: string) => (): string[] => swapped(whole, -1, from, to);
/** Hashes of the entries before the case, which are not in its file: of the first case. */
const inLeaves = (change: (leaves: string[]) => string[]) => (): string[] => {
  const { leaves } = JSON.parse(one[5] as string);
  return one.with(5, JSON.stringify({ leaves: change(leaves) }));
};
/** The last letter of base64url with its spare bits set: the same bytes to most readers. */
const otherSpelling = (text: string): string => {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
  return `${text.slice(0, -1)}${letters[letters.indexOf(text.at(-1) as string) + 1]}`;
};
const deep = (n: number): string => `${'['.repeat(n)}${']'.repeat(n)}`;

const TAMPERINGS: Record<
  string,
  readonly [sequence: number | null, code: FaultCode, change: () => string[]]
> = {
  // What a reader in JavaScript loses on the way.
  'a name that JavaScript drops, in an event': [
    8,
    'NAME_FORBIDDEN',
    inEntry('"events":[{', '"events":[{"__proto__":{"amount":1},'),
  ],
  'the same in a head, which is signed': [
    8,
    'NAME_FORBIDDEN',
    inEntry('"head":{', '"head":{"__proto__":{"kind":"law"},'),
  ],
  'the same beside a record': [8, 'NAME_FORBIDDEN', inEntry(/\}$/, ',"__proto__":{"sequence":9}}')],
  'the same in the header': [null, 'NOT_AN_EXPORT', inHeader('{', '{"__proto__":{"clock":"real"},')],
  'the same in the last line': [14, 'NAME_FORBIDDEN', inEnd(/\}$/, ',"__proto__":{"checkpoint":""}}')],
  // What two readers read differently.
  'a name twice, deep in an event': [
    8,
    'LINE_AMBIGUOUS',
    inEntry(/"type":"case-opened"/, '"type":"case-voided","type":"case-opened"'),
  ],
  'a name twice, once in other letters': [
    8,
    'LINE_AMBIGUOUS',
    inEntry('"body":{', '"\\u0062ody":null,"body":{'),
  ],
  'a record twice in one line': [8, 'LINE_AMBIGUOUS', inEntry('"record":', '"record":{},"record":')],
  'a checkpoint twice in the last line': [14, 'LINE_AMBIGUOUS', inEnd('{', '{"checkpoint":"",')],
  'a number in another spelling': [8, 'LINE_AMBIGUOUS', inEntry('"sequence":8', '"sequence":8.0')],
  'a letter as an escape': [8, 'LINE_AMBIGUOUS', inEntry('"send-clue"', '"\\u0073end-clue"')],
  'white space': [8, 'LINE_AMBIGUOUS', inEntry('{"sequence"', '{ "sequence"')],
  'two lines in one': [8, 'LINE_UNREADABLE', () => whole.toSpliced(8, 2, `${whole[8]}${whole[9]}`)],
  // What would stop or slow the reader.
  'a line of three million blanks': [8, 'LINE_TOO_LONG', inEntry('{', `{${' '.repeat(3_000_000)}`)],
  'a line with a text of three million letters': [
    8,
    'LINE_TOO_LONG',
    inEntry('"send-clue"', `"${'x'.repeat(3_000_000)}"`),
  ],
  'a hundred thousand lists, one in the other': [8, 'LINE_TOO_DEEP', () => whole.with(8, deep(100_000))],
  'the same in place of a header': [null, 'NOT_AN_EXPORT', () => whole.with(0, deep(100_000))],
  'a hundred lists in an event': [8, 'LINE_TOO_DEEP', inEntry('"events":[', `"events":[${deep(100)},`)],
  'lists that never end': [8, 'LINE_TOO_DEEP', () => whole.with(8, '{"a":'.repeat(100_000))],
  // What nobody signed.
  'a member beside head and body': [8, 'SHAPE_WRONG', inEntry('"record":{', '"record":{"verdict":"void",')],
  'a member of a head': [8, 'SHAPE_WRONG', inEntry('"head":{', '"head":{"note":"void",')],
  'a member of a body': [8, 'SHAPE_WRONG', inEntry('"body":{', '"body":{"note":"void",')],
  'a member of a command': [8, 'SHAPE_WRONG', inEntry('"command":{', '"command":{"note":"void",')],
  'a member of an event': [8, 'BODY_ALTERED', inEntry('"events":[{', '"events":[{"note":"void",')],
  'a member of an attestation': [
    8,
    'SHAPE_WRONG',
    inEntry('"attestation":{', '"attestation":{"note":"void",'),
  ],
  'a member of an envelope': [
    8,
    'SHAPE_WRONG',
    inEntry('"envelope":{"parts"', '"envelope":{"note":"void","parts"'),
  ],
  'a member of a signature': [
    8,
    'SHAPE_WRONG',
    inEntry(/"signature":\{(?="key":"ledger)/, '"signature":{"note":"void",'),
  ],
  'a member of the header': [null, 'NOT_AN_EXPORT', inHeader('{', '{"note":"void",')],
  'a member of the last line': [14, 'SHAPE_WRONG', inEnd(/\}$/, ',"note":"void"}')],
  'a statement about one case, in the last line of the whole': [
    null,
    'SELECTION_WRONG',
    () => {
      const { checkpoint } = JSON.parse(whole.at(-1) as string);
      return whole.with(
        -1,
        JSON.stringify({ checkpoint, selection: JSON.parse(one.at(-1) as string).selection }),
      );
    },
  ],
  // What passes for something else.
  'a signature in another spelling': [
    8,
    'ENTRY_ALTERED',
    () => {
      const { record } = JSON.parse(whole[8] as string);
      return swapped(whole, 8, record.signature.value, otherSpelling(record.signature.value));
    },
  ],
  'a salt in another spelling': [
    8,
    'BODY_ALTERED',
    () => {
      const { record } = JSON.parse(whole[8] as string);
      return swapped(whole, 8, record.body.salt, otherSpelling(record.body.salt));
    },
  ],
  'a head with the body of the entry after it': [
    8,
    'BODY_ALTERED',
    () => {
      const [here, next] = [JSON.parse(whole[8] as string), JSON.parse(whole[9] as string)];
      return whole.with(8, JSON.stringify({ ...here, record: { ...here.record, body: next.record.body } }));
    },
  ],
  'the attestation of another entry': [
    9,
    'BODY_ALTERED',
    () => {
      const [here, other] = [JSON.parse(whole[9] as string), JSON.parse(whole[6] as string)];
      here.record.body.attestation = other.record.body.attestation;
      return whole.with(9, JSON.stringify(here));
    },
  ],
  'the same entry of another case': [
    9,
    'CHAIN_BROKEN',
    () => whole.with(9, (whole[6] as string).replace('"sequence":6', '"sequence":9')),
  ],
  'envelopes kept in a file that says that all were removed': [
    5,
    'ENVELOPE_UNSAID',
    inHeader('"kept"', '"removed"'),
  ],
  'an envelope taken out with its commitment': [
    8,
    'ENTRY_ALTERED',
    () => {
      const line = JSON.parse(whole[8] as string);
      line.record.envelope = null;
      line.record.head.envelope = null;
      return whole.with(8, JSON.stringify(line));
    },
  ],
  'a whole file that says it is one case': [
    8,
    'FOREIGN_ENTRY',
    () => {
      const { record } = JSON.parse(whole[5] as string);
      return swapped(whole, 0, '"scope":"all"', `"scope":"case","case":"${record.head.id}"`);
    },
  ],
  'one case in a file that says it is the whole': [
    5,
    'ENTRY_MISSING',
    () => swapped(one, 0, /"scope":"case","case":"[^"]*"/, '"scope":"all"'),
  ],
  'a file made for a department that calls its bodies complete': [
    null,
    'NOT_AN_EXPORT',
    inHeader('"source"', '"for":"653023/health","source"'),
  ],
  'a register without its body in a file that leaves bodies out': [
    4,
    'BODY_MISSING',
    () => {
      const line = JSON.parse(whole[4] as string);
      return swapped(whole, 0, '"bodies":"all"', '"bodies":"some"').with(
        4,
        JSON.stringify({ ...line, record: { ...line.record, body: null } }),
      );
    },
  ],
  'the ledger of another name': [1, 'GENESIS_WRONG', inHeader('xianjie.example', 'xianjie.examp1e')],
  // The checkpoint.
  'a checkpoint with a line more': [null, 'CHECKPOINT_WRONG', inEnd(/\\n\\n/, '\\nvoid\\n\\n')],
  'a checkpoint whose size has a zero before it': [null, 'CHECKPOINT_WRONG', inEnd('\\n13\\n', '\\n013\\n')],
  'a checkpoint with line ends of Windows inside the file': [
    null,
    'CHECKPOINT_WRONG',
    inEnd(/\\n/g, '\\r\\n'),
  ],
  'a checkpoint without its signature': [null, 'CHECKPOINT_WRONG', inEnd(/\\n\\n.*\\n/, '\\n\\n')],
  'a checkpoint signed under another name': [null, 'CHECKPOINT_FORGED', inEnd(/— \S+ /, '— somebody ')],
  // The leaves of entries that are not in the file of one case.
  'a leaf changed': [null, 'CHECKPOINT_WRONG', inLeaves((leaves) => leaves.with(0, 'A'.repeat(43)))],
  'two leaves in the other order': [
    null,
    'CHECKPOINT_WRONG',
    inLeaves(([first = '', second = '', ...more]) => [second, first, ...more]),
  ],
  'a leaf left out': [7, 'ENTRY_MISSING', inLeaves((leaves) => leaves.slice(1))],
  'a leaf too many': [8, 'ENTRY_OUT_OF_PLACE', inLeaves((leaves) => [...leaves, 'A'.repeat(43)])],
  'a leaf in another spelling': [
    5,
    'LINE_AMBIGUOUS',
    inLeaves(([first = '', ...more]) => [otherSpelling(first), ...more]),
  ],
  'a line of no leaves': [5, 'SHAPE_WRONG', inLeaves(() => [])],
  'leaves before all entries': [1, 'ENTRY_MISSING', () => one.toSpliced(1, 0, one[5] as string)],
  'leaves in place of an entry of the whole ledger': [
    8,
    'ENTRY_MISSING',
    () => {
      const leaf = leafOf((ledger.messages[7] as (typeof ledger.messages)[0]).data).toString('base64url');
      return whole.with(8, JSON.stringify({ leaves: [leaf] }));
    },
  ],
  'leaves in place of the register': [
    8,
    'REGISTER_AT_WRONG',
    () => {
      const leaf = leafOf((ledger.messages[3] as (typeof ledger.messages)[0]).data).toString('base64url');
      return one.with(4, JSON.stringify({ leaves: [leaf] }));
    },
  ],
};

describe('a tampering is found:', () => {
  it.each(Object.keys(TAMPERINGS))('%s', async (name) => {
    const [sequence, code, change] = TAMPERINGS[name] as (typeof TAMPERINGS)[string];
    expect(await verifyExport(given(change()), { rootKey: rootKey() })).toMatchObject({
      ok: false,
      sequence,
      code,
    });
  });

  it('status words of two proceedings changed for each other', async () => {
    const shown = memoryLedger({ decider: showing });
    shown.clue();
    const lines = await collect(exportLedger({ source: shown.source, key: shown.key('ledger') }));
    const moved = swapped(lines, 5, '"/shows/p1"', '"/shows/p2"');
    expect(await verifyExport(given(moved), { rootKey: shown.root.publicKey })).toMatchObject({
      sequence: 5,
      code: 'ENTRY_ALTERED',
    });
  });
});

describe('the bytes of a file', () => {
  const read = (bytes: Uint8Array, size = 65_536) =>
    verifyExport(
      exportLines(
        given(
          Array.from({ length: Math.ceil(bytes.length / size) }, (_, n) =>
            bytes.subarray(n * size, (n + 1) * size),
          ),
        ),
      ),
      { rootKey: rootKey() },
    );
  const bytesOf = (lines: readonly string[]) => Buffer.from(`${lines.join('\n')}\n`);

  it('are read however they come, with a mark of the byte order and line ends of Windows too', async () => {
    for (const size of [1_000, 65_536])
      expect(await read(bytesOf(whole), size)).toMatchObject({ ok: true, size: 13 });
    expect(await read(Buffer.from(`\ufeff${whole.join('\r\n')}\r\n`))).toMatchObject({ ok: true, size: 13 });
  });

  it('that are no UTF-8 are named, and never taken for another text', async () => {
    const bytes = bytesOf(whole);
    bytes[bytes.indexOf('send-clue')] = 0xb5;
    expect(await read(bytes)).toMatchObject({ ok: false, code: 'LINE_UNREADABLE' });
  });

  it('of one endless line are refused before they are all read', async () => {
    let pieces = 0;
    const endless = async function* () {
      yield bytesOf(whole.slice(0, 3));
      for (;;) {
        pieces += 1;
        yield Buffer.alloc(65_536, 'x');
      }
    };
    const found = await verifyExport(exportLines(endless()), { rootKey: rootKey() });
    expect(found).toMatchObject({ ok: false, code: 'LINE_TOO_LONG' });
    expect(pieces).toBeLessThan(40);
  });
});
