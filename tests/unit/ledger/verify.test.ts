// What verification finds of changes by whoever holds the file.
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { LedgerRecord } from '../../../schemas/entry.ts';
import { exportLedger } from '../../../services/bus/export/export-ledger.ts';
import { currentRules } from '../../../services/bus/verify/rules.ts';
import { verifyExport } from '../../../services/bus/verify/verify-export.ts';
import { bodyDigest, leafOf } from '../../../services/proof/record.ts';
import { generateSigningKey, sign } from '../../../services/proof/signature.ts';
import { collect, given, type MemoryLedger, memoryLedger } from '../../support/memory-ledger.ts';

const exported = (ledger: MemoryLedger, more: Partial<Parameters<typeof exportLedger>[0]> = {}) =>
  collect(exportLedger({ source: ledger.source, key: ledger.key('ledger'), ...more }));
const verified = (lines: readonly string[], ledger: MemoryLedger, atLeast?: string) =>
  verifyExport(given(lines), {
    rootKey: ledger.root.publicKey,
    ...(atLeast === undefined ? {} : { atLeast }),
  });

/** Line index of a ledger sequence: the header is line 0. */
type Line = { sequence: number; subject: string; record: LedgerRecord };
const edited = (lines: readonly string[], sequence: number, edit: (line: Line) => void): string[] => {
  const line = JSON.parse(lines[sequence] as string) as Line;
  edit(line);
  return lines.with(sequence, JSON.stringify(line));
};

let ledger: MemoryLedger;
let lines: string[];
let cases: string[];
beforeAll(async () => {
  ledger = memoryLedger();
  cases = [ledger.clue(), ledger.clue(), ledger.clue()];
  lines = await exported(ledger);
});

describe('an export', () => {
  it('of the whole ledger is right, with the root key alone', async () => {
    expect(lines).toHaveLength(15);
    expect(await verified(lines, ledger)).toMatchObject({
      ok: true,
      scope: 'all',
      entries: 13,
      cases: 3,
      clock: 'rehearsal',
      head: { sequence: 13 },
      notRerun: {},
    });
  });

  it('without the encrypted values is right too', async () => {
    const without = await exported(ledger, { removeEnvelopes: true });
    expect(without.join()).not.toContain('ciphertext');
    expect(await verified(without, ledger)).toMatchObject({ ok: true, envelopes: 'removed', entries: 13 });
  });

  it('of a command dated in another zone is right: signed as it was sent, its events in Beijing time', async () => {
    const zones = memoryLedger();
    const id = zones.clue();
    const sent = '2026-11-02T01:35:00.250999Z';
    const entry = zones.submit({
      by: '653023/public-security',
      command: 'give-feedback',
      case: id,
      occurredAt: sent,
    });
    expect(entry.command.occurredAt).toBe(sent);
    expect([entry.occurredAt, ...entry.events.map(({ at }) => at)]).toEqual(
      Array(entry.events.length + 1).fill('2026-11-02T09:35:00.250+08:00'),
    );
    expect(await verified(await exported(zones), zones)).toMatchObject({ ok: true, notRerun: {} });
  });

  it('of one case holds that case, the registers and the genesis, proven against the whole', async () => {
    const one = await exported(ledger, { caseId: cases[1] as string });
    expect(one.join()).not.toContain(cases[0]);
    expect(await verified(one, ledger)).toMatchObject({
      ok: true,
      scope: 'case',
      case: cases[1],
      entries: 7,
      cases: 1,
      head: { sequence: 10 },
    });
  });

  it('of a case that is not there, or of a damaged ledger, is refused', async () => {
    await expect(exported(ledger, { caseId: '653023-aaaaaaaaaaaaaaaa' })).rejects.toMatchObject({
      code: 'NO_SUCH_CASE',
    });
    const source = { name: 'stream' as const, messages: () => given(ledger.messages.toSpliced(5, 1)) };
    await expect(exported(ledger, { source })).rejects.toMatchObject({
      code: 'LEDGER_DAMAGED',
      message: expect.stringContaining('第 6 条'),
    });
  });

  it('of a decider this version lacks is refused, or where that is asked for verified in all but the decision', async () => {
    const rules = { ...currentRules, deciders: {} };
    const rootKey = ledger.root.publicKey;
    const refused = await verifyExport(given(lines), { rootKey, rules });
    expect(refused).toMatchObject({ ok: false, sequence: 2, code: 'DECIDER_UNKNOWN' });
    const allowed = await verifyExport(given(lines), { rootKey, rules, allowUnknownDeciders: true });
    // Two registers and nine entries of cases.
    expect(allowed).toMatchObject({ ok: true, notRerun: { 'decider 1': 11 } });
  });
});

describe('a change by whoever holds the file is found:', () => {
  const changes: Record<
    string,
    [sequence: number | null, code: string, change: () => Promise<string[]> | string[]]
  > = {
    'a digit of an instant': [
      9,
      'ENTRY_ALTERED',
      () =>
        edited(lines, 9, ({ record }) => {
          record.head.recordedAt = record.head.recordedAt.replace('2026', '2027');
        }),
    ],
    'an event': [
      8,
      'BODY_ALTERED',
      () =>
        edited(lines, 8, ({ record }) => {
          record.body.events.pop();
        }),
    ],
    'a command and its signature left as they were': [
      6,
      'BODY_ALTERED',
      () =>
        edited(lines, 6, ({ record }) => {
          record.body.command.commandId = 'other';
        }),
    ],
    'a field named twice, the first of them a lie for other readers': [
      8,
      'LINE_AMBIGUOUS',
      () => lines.with(8, `${lines[8]}`.replace('"events":', '"events":[],"events":')),
    ],
    'a header with a field named twice': [
      null,
      'NOT_AN_EXPORT',
      () => lines.with(0, `${lines[0]}`.replace('"clock":', '"clock":"real","clock":')),
    ],
    'an entry dropped': [7, 'ENTRY_MISSING', () => lines.toSpliced(7, 1)],
    'a whole case dropped': [5, 'ENTRY_MISSING', () => lines.toSpliced(5, 3)],
    'two entries swapped': [8, 'ENTRY_MISSING', () => lines.with(8, `${lines[9]}`).with(9, `${lines[8]}`)],
    'two entries swapped with their numbers': [
      8,
      'CHAIN_BROKEN',
      () =>
        edited(
          edited(lines.with(8, `${lines[9]}`).with(9, `${lines[8]}`), 8, (line) => {
            line.sequence = 8;
          }),
          9,
          (line) => {
            line.sequence = 9;
          },
        ),
    ],
    'the tail cut, with the checkpoint kept': [12, 'ENTRY_MISSING', () => lines.toSpliced(12, 2)],
    'the tail cut with its checkpoint': [11, 'CHECKPOINT_MISSING', () => lines.slice(0, 12)],
    'an entry doubled': [9, 'ENTRY_OUT_OF_PLACE', () => lines.toSpliced(9, 0, `${lines[9]}`)],
    'an entry doubled under the next number': [
      14,
      'CHAIN_BROKEN',
      () => lines.toSpliced(14, 0, JSON.stringify({ ...JSON.parse(`${lines[13]}`), sequence: 14 })),
    ],
    'an entry of another ledger': [
      13,
      'LEDGER_KEY_UNKNOWN',
      async () => {
        const other = memoryLedger();
        other.clue();
        const foreign = JSON.parse(`${(await exported(other))[5]}`);
        return lines.with(13, JSON.stringify({ ...foreign, sequence: 13 }));
      },
    ],
    'a register entry': [
      4,
      'BODY_ALTERED',
      () =>
        edited(lines, 4, ({ record }) => {
          const { command } = record.body;
          if (command.format === 'xianjie.register.v1') command.region = '653024';
        }),
    ],
    'an entry signed again with another key': [
      10,
      'ENTRY_ALTERED',
      () =>
        edited(lines, 10, ({ record }) => {
          record.body.events.pop();
          record.head.body = bodyDigest(record.body);
          const forged = sign(generateSigningKey('ledger'), record.head.format, record.head);
          record.signature = { key: record.signature.key, value: forged.value };
        }),
    ],
    'an entry signed again with a key of its own name': [
      10,
      'LEDGER_KEY_UNKNOWN',
      () =>
        edited(lines, 10, ({ record }) => {
          record.signature = sign(generateSigningKey('ledger'), record.head.format, record.head);
        }),
    ],
    'an envelope swapped for another case’s': [
      5,
      'ENVELOPE_SWAPPED',
      () =>
        edited(lines, 5, ({ record }) => {
          record.envelope = JSON.parse(`${lines[8]}`).record.envelope;
        }),
    ],
    'an envelope taken out': [
      5,
      'ENVELOPE_SWAPPED',
      () =>
        edited(lines, 5, ({ record }) => {
          record.envelope = null;
        }),
    ],
    'a part of an envelope taken out, as if that person had never been named': [
      5,
      'ENVELOPE_SWAPPED',
      () =>
        edited(lines, 5, ({ record }) => {
          record.envelope?.parts.pop();
        }),
    ],
    'what is said of one person put under another': [
      5,
      'ENVELOPE_SWAPPED',
      () =>
        edited(lines, 5, ({ record }) => {
          const [, one, other] = record.envelope?.parts ?? [];
          if (!one || !other) throw new Error('the clue names two persons');
          [one.nonce, one.ciphertext, other.nonce, other.ciphertext] = [
            other.nonce,
            other.ciphertext,
            one.nonce,
            one.ciphertext,
          ];
        }),
    ],
    'the parts of an envelope in another order': [
      5,
      'SHAPE_WRONG',
      () =>
        edited(lines, 5, ({ record }) => {
          record.envelope?.parts.reverse();
        }),
    ],
    'an envelope put in': [
      6,
      'ENVELOPE_SWAPPED',
      () =>
        edited(lines, 6, ({ record }) => {
          record.envelope = JSON.parse(`${lines[5]}`).record.envelope;
        }),
    ],
    'an entry put under another subject': [
      6,
      'FOREIGN_ENTRY',
      () =>
        edited(lines, 6, (line) => {
          line.subject = `ledger.case.653023.${cases[1]}`;
        }),
    ],
    'a line that is no JSON': [6, 'LINE_UNREADABLE', () => lines.with(6, '{"sequence":6')],
    'a field too many': [
      6,
      'SHAPE_WRONG',
      () => lines.with(6, `${lines[6]}`.replace('{"sequence"', '{"more":1,"sequence"')),
    ],
    'a lone surrogate': [
      6,
      'SHAPE_WRONG',
      () =>
        edited(lines, 6, ({ record }) => {
          record.head.id = '\ud800';
        }),
    ],
    'more after the checkpoint': [null, 'AFTER_THE_END', () => [...lines, `${lines.at(-1)}`]],
    'the checkpoint of a shorter ledger': [
      13,
      'CHECKPOINT_WRONG',
      async () => lines.with(-1, `${(await shorter(12)).at(-1)}`),
    ],
    'a checkpoint signed by another': [
      null,
      'CHECKPOINT_FORGED',
      async () => lines.with(-1, `${(await exported(ledger, { key: generateSigningKey('ledger') })).at(-1)}`),
    ],
    'a checkpoint with another root': [
      null,
      'CHECKPOINT_WRONG',
      () => lines.with(-1, `${lines.at(-1)}`.replace(/\\n13\\n.{8}/, '\\n13\\nAAAAAAAA')),
    ],
    'a header that names another root key': [
      1,
      'GENESIS_WRONG',
      () => lines.with(0, `${lines[0]}`.replace(ledger.root.publicKey, generateSigningKey('root').publicKey)),
    ],
    'a header that calls a rehearsal the record': [
      1,
      'GENESIS_WRONG',
      () => lines.with(0, `${lines[0]}`.replace('rehearsal', 'real')),
    ],
    'a header that says that envelopes are removed, to hide one taken out': [
      null,
      'NOT_AN_EXPORT',
      () => lines.with(0, `${lines[0]}`.replace('"kept"', '"lost"')),
    ],
  };

  it.each(Object.keys(changes))('%s', async (name) => {
    const [sequence, code, change] = changes[name] as (typeof changes)[string];
    const found = await verified(await change(), ledger);
    expect(found).toMatchObject({ ok: false, sequence, code });
    if (found.ok || sequence === null) return;
    expect(found.message.zh).toContain(`第 ${sequence} 条`);
    expect(found.message.en).toContain(`entry ${sequence}`);
  });

  it('commands of several entries at once: the first of them, always by the same name', async () => {
    const some = fc.uniqueArray(fc.integer({ min: 5, max: 13 }), { minLength: 1 });
    await fc.assert(
      fc.asyncProperty(some, async (sequences) => {
        const changed = sequences.reduce(
          (all, sequence) =>
            edited(all, sequence, ({ record }) => {
              record.body.command.commandId = 'other';
            }),
          lines,
        );
        expect(await verified(changed, ledger)).toMatchObject({
          ok: false,
          sequence: Math.min(...sequences),
          code: 'BODY_ALTERED',
        });
      }),
      { numRuns: 100 },
    );
  });

  it('any one character of any line', async () => {
    const text = lines.join('\n');
    await fc.assert(
      fc.asyncProperty(fc.nat(text.length - 1), fc.constantFrom(...'0Aaz9_-'), async (at, character) => {
        fc.pre(text[at] !== character && text[at] !== '\n');
        const changed = `${text.slice(0, at)}${character}${text.slice(at + 1)}`.split('\n');
        expect((await verified(changed, ledger)).ok).toBe(false);
      }),
      { numRuns: 150 },
    );
  }, 60_000);

  it('a ledger made anew under another root key', async () => {
    const other = memoryLedger();
    other.clue();
    expect(await verified(await exported(other), ledger)).toMatchObject({
      sequence: 1,
      code: 'ROOT_KEY_WRONG',
    });
  });
});

const shorter = (size: number) =>
  exported(ledger, {
    source: { name: 'stream', messages: () => given(ledger.messages.slice(0, size)) },
  });

describe('of one case', () => {
  it('an entry left out, at the end too, or taken from elsewhere, is found', async () => {
    const one = await exported(ledger, { caseId: cases[0] as string });
    // Header, four entries of the ground, three of the case, the leaves of six others, the end.
    expect(one).toHaveLength(10);
    expect(await verified(one.toSpliced(6, 1), ledger)).toMatchObject({ sequence: 6, code: 'ENTRY_MISSING' });
    expect(await verified(one.toSpliced(7, 2), ledger)).toMatchObject({ sequence: 7, code: 'ENTRY_MISSING' });
    expect(await verified(one.toSpliced(4, 1), ledger)).toMatchObject({ ok: false, sequence: 4 });
    expect(await verified(one.toSpliced(8, 0, `${lines[8]}`), ledger)).toMatchObject({
      sequence: 8,
      code: 'FOREIGN_ENTRY',
    });
    const whole = JSON.parse(`${one.at(-1)}`);
    const bare = JSON.stringify({ checkpoint: whole.checkpoint });
    expect(await verified(one.with(-1, bare), ledger)).toMatchObject({ code: 'SELECTION_WRONG' });
    const other = await exported(ledger, { caseId: cases[1] as string });
    expect(await verified(one.with(-1, `${other.at(-1)}`), ledger)).toMatchObject({
      code: 'SELECTION_WRONG',
    });
  });

  it('an entry hidden as if it were another case’s is found', async () => {
    const one = await exported(ledger, { caseId: cases[0] as string });
    const leaf = leafOf((ledger.messages[6] as (typeof ledger.messages)[0]).data).toString('base64url');
    const hidden = one.with(7, JSON.stringify({ leaves: [leaf] }));
    expect(await verified(hidden, ledger)).toMatchObject({ sequence: null, code: 'SELECTION_WRONG' });
  });
});

describe('with a checkpoint seen before', () => {
  const checkpointOf = (file: readonly string[]) => JSON.parse(`${file.at(-1)}`).checkpoint as string;

  it('a ledger that grew since is right; an older copy and a fork are found', async () => {
    const before = await shorter(9);
    expect(await verified(lines, ledger, checkpointOf(before))).toMatchObject({ ok: true });
    expect(await verified(lines, ledger, checkpointOf(lines))).toMatchObject({ ok: true });
    expect(await verified(before, ledger, checkpointOf(lines))).toMatchObject({
      ok: false,
      code: 'ROLLED_BACK',
    });
    const fork = ledger.messages.slice(0, 10).with(9, ledger.messages[12] as (typeof ledger.messages)[0]);
    const forked = await collect(
      exportLedger({
        source: { name: 'stream', messages: () => given(fork.map((m, i) => ({ ...m, sequence: i + 1 }))) },
        key: ledger.key('ledger'),
      }),
    );
    expect(await verified(lines, ledger, checkpointOf(forked))).toMatchObject({
      ok: false,
      code: 'ROLLED_BACK',
    });
  });

  it('one case is held against it as the whole is', async () => {
    const caseId = cases[0] as string;
    const one = await exported(ledger, { caseId });
    for (const size of [8, 9, 12, 13])
      expect(await verified(one, ledger, checkpointOf(await shorter(size)))).toMatchObject({
        ok: true,
        size: 13,
      });
    const before = await exported(ledger, {
      caseId,
      source: { name: 'stream', messages: () => given(ledger.messages.slice(0, 9)) },
    });
    expect(await verified(before, ledger, checkpointOf(lines))).toMatchObject({ code: 'ROLLED_BACK' });
    const fork = ledger.messages.slice(0, 10).with(9, ledger.messages[12] as (typeof ledger.messages)[0]);
    const forked = await exported(ledger, {
      source: { name: 'stream', messages: () => given(fork.map((m, i) => ({ ...m, sequence: i + 1 }))) },
    });
    expect(await verified(one, ledger, checkpointOf(forked))).toMatchObject({ code: 'ROLLED_BACK' });
  });

  it('line ends of Windows and what an editor adds to its file are no change', async () => {
    const text = checkpointOf(await shorter(9));
    for (const kept of [text.replaceAll('\n', '\r\n'), `\ufeff${text}\n\n`, text.trimEnd()])
      expect(await verified(lines, ledger, kept)).toMatchObject({ ok: true });
  });

  it('one that is not of this ledger cannot serve', async () => {
    const other = memoryLedger();
    expect(await verified(lines, ledger, 'no checkpoint')).toMatchObject({ code: 'AT_LEAST_UNREADABLE' });
    expect(await verified(lines, ledger, checkpointOf(await exported(other)))).toMatchObject({
      code: 'AT_LEAST_UNREADABLE',
    });
  });
});
