// Every field of heads and bodies altered by whoever holds the file; and files in which bodies are missing.
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { decideRegister } from '../../../case/register/decide-register.ts';
import { Body, Head, type LedgerRecord } from '../../../schemas/entry.ts';
import { exportLedger } from '../../../services/bus/export/export-ledger.ts';
import { currentRules } from '../../../services/bus/verify/rules.ts';
import { verifyExport } from '../../../services/bus/verify/verify-export.ts';
import { collect, given, type MemoryLedger, memoryLedger, showing } from '../../support/memory-ledger.ts';

type Bare = Omit<LedgerRecord, 'body'> & { body: Body | null };
type Line = { sequence: number; subject: string; record: Bare };

let ledger: MemoryLedger;
let lines: string[];
let cases: string[];
beforeAll(async () => {
  ledger = memoryLedger({ decider: showing });
  cases = [ledger.clue(), ledger.clue(), ledger.clue()];
  lines = await collect(exportLedger({ source: ledger.source, key: ledger.key('ledger') }));
});

const rules = { ...currentRules, deciders: { 1: { decide: showing, decideRegister } } };
const verified = (all: readonly string[]) =>
  verifyExport(given(all), { rootKey: ledger.root.publicKey, rules });
const lineAt = (sequence: number): Line => JSON.parse(lines[sequence] as string);
const edited = (all: readonly string[], sequence: number, edit: (record: Bare) => void): string[] => {
  const line = JSON.parse(all[sequence] as string) as Line;
  edit(line.record);
  return all.with(sequence, JSON.stringify(line));
};

const altered: { readonly [Field in keyof Head]: (head: Head) => Head[Field] } = {
  format: () => 'xianjie.entry.v3' as 'xianjie.entry.v2',
  kind: () => 'law',
  region: () => '653024',
  id: () => cases[1] as string,
  sequence: ({ sequence }) => sequence + 1,
  previous: ({ body }) => body,
  body: ({ previous }) => previous as string,
  shows: () => ({}),
  registerAt: ({ registerAt }) => registerAt - 1,
  lawAt: () => 1,
  decider: () => 2,
  recordedAt: ({ recordedAt }) => recordedAt.replace(':00+08:00', ':01+08:00'),
  envelope: ({ previous }) => previous,
};

/** Places of all values inside a value that hold no others. */
const leavesOf = (value: unknown, path: readonly string[] = []): (readonly string[])[] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([name, inside]) => leavesOf(inside, [...path, name]))
    : [path];
const setAt = (value: unknown, [name = '', ...rest]: readonly string[], to: unknown): void => {
  const fields = value as Record<string, unknown>;
  if (rest.length === 0) fields[name] = to;
  else setAt(fields[name], rest, to);
};

/** Of a few places each is tried once, however often it is drawn. */
const ONCE = { plugins: [fc.ignoreEqualValues()] };

describe('a head', () => {
  it.each(Object.keys(Head.shape) as (keyof Head)[])('altered in its %s is found', async (field) => {
    const changed = edited(lines, 7, ({ head }) => {
      const before = JSON.stringify(head[field]);
      Object.assign(head, { [field]: altered[field](head) });
      expect(JSON.stringify(head[field])).not.toBe(before);
    });
    expect(await verified(changed)).toMatchObject({
      ok: false,
      sequence: 7,
      code: field === 'format' ? 'SHAPE_WRONG' : 'ENTRY_ALTERED',
    });
  });

  it('of another entry is found, also with that entry’s signature', async () => {
    for (const [here, there] of [
      [6, 7],
      [5, 8],
      [12, 13],
    ] as const) {
      const swapped = edited(lines, here, (record) => {
        Object.assign(record, { head: lineAt(there).record.head, signature: lineAt(there).record.signature });
      });
      expect(await verified(swapped)).toMatchObject({ ok: false, sequence: here, code: 'BODY_ALTERED' });
    }
  });
});

describe('a body', () => {
  it.each(Object.keys(Body.shape))('altered anywhere in its %s is found', async (field) => {
    const places = [1, 2, 4, 5, 7, 13].flatMap((sequence) =>
      leavesOf(lineAt(sequence).record.body?.[field as keyof Body], [field]).map(
        (path) => [sequence, path] as const,
      ),
    );
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...places), fc.constantFrom('x', 7, null), async (place, to) => {
        const [sequence, path] = place;
        const changed = edited(lines, sequence, ({ body }) => setAt(body, path, to));
        fc.pre(changed[sequence] !== lines[sequence]);
        const found = await verified(changed);
        expect(found).toMatchObject({ ok: false });
        // The root key named in the genesis is looked at before all else.
        const codes = ['BODY_ALTERED', 'SHAPE_WRONG', 'ROOT_KEY_WRONG'];
        if (!found.ok) expect([found.sequence, codes.includes(found.code)]).toEqual([sequence, true]);
      }),
      { numRuns: 60, ...ONCE },
    );
  });

  it('swapped for another entry’s is found', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 5, max: 13 }),
        fc.integer({ min: 5, max: 13 }),
        async (one, other) => {
          fc.pre(one !== other);
          const swapped = edited(
            edited(lines, one, (record) => {
              record.body = lineAt(other).record.body;
            }),
            other,
            (record) => {
              record.body = lineAt(one).record.body;
            },
          );
          expect(await verified(swapped)).toMatchObject({
            ok: false,
            sequence: Math.min(one, other),
            code: 'BODY_ALTERED',
          });
        },
      ),
      { numRuns: 40, ...ONCE },
    );
  });

  it('with another salt is found', async () => {
    const salted = edited(lines, 9, ({ body }) => {
      if (body) body.salt = 'A'.repeat(22);
    });
    expect(await verified(salted)).toMatchObject({ sequence: 9, code: 'BODY_ALTERED' });
  });
});

describe('a file in which bodies are missing', () => {
  const someBodies = (all: readonly string[]) =>
    all.with(0, `${all[0]}`.replace('"bodies":"all"', '"bodies":"some"'));
  const bared = (all: readonly string[], sequences: readonly number[]) =>
    sequences.reduce(
      (rest, sequence) =>
        edited(rest, sequence, (record) => {
          record.body = null;
          record.envelope = null;
        }),
      someBodies(all),
    );

  it('verifies whichever are missing of cases, and says how many it could not decide again', async () => {
    // The three cases are entries 5 to 7, 8 to 10, 11 to 13.
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(fc.integer({ min: 5, max: 13 })), async (missing) => {
        const after = [5, 8, 11].flatMap((first) => {
          const own = [first, first + 1, first + 2];
          const firstMissing = own.find((n) => missing.includes(n)) ?? Number.POSITIVE_INFINITY;
          return own.filter((n) => n > firstMissing && !missing.includes(n));
        });
        expect(await verified(bared(lines, missing))).toMatchObject({
          ok: true,
          entries: 13,
          cases: 3,
          bareHeads: missing.length,
          notRerun: after.length === 0 ? {} : { 'after a bare head': after.length },
        });
      }),
      { numRuns: 60 },
    );
  });

  it('of one case verifies too', async () => {
    const one = await collect(
      exportLedger({ source: ledger.source, key: ledger.key('ledger'), caseId: cases[1] as string }),
    );
    expect(await verified(bared(one, [7]))).toMatchObject({
      ok: true,
      scope: 'case',
      bareHeads: 1,
      notRerun: { 'after a bare head': 1 },
    });
  });

  it('must say so, and may leave out no body of the genesis or a register', async () => {
    const silent = bared(lines, [9]).with(0, lines[0] as string);
    expect(await verified(silent)).toMatchObject({ sequence: 9, code: 'BODY_MISSING' });
    for (const sequence of [1, 2, 4]) {
      expect(await verified(bared(lines, [sequence]))).toMatchObject({ sequence, code: 'BODY_MISSING' });
    }
    const mislabelled = edited(bared(lines, [4]), 4, ({ head }) => {
      head.kind = 'case';
    });
    expect(await verified(mislabelled)).toMatchObject({ sequence: 4, code: 'ENTRY_ALTERED' });
  });

  it('hides no change of what is left: head, chain, order, number', async () => {
    const bare = bared(lines, [6, 9, 10]);
    const digit = edited(bare, 9, ({ head }) => {
      head.recordedAt = head.recordedAt.replace('2026', '2027');
    });
    expect(await verified(digit)).toMatchObject({ sequence: 9, code: 'ENTRY_ALTERED' });
    const words = edited(bare, 9, ({ head }) => {
      head.shows = {};
    });
    expect(await verified(words)).toMatchObject({ sequence: 9, code: 'ENTRY_ALTERED' });
    expect(await verified(bare.toSpliced(9, 1))).toMatchObject({ sequence: 9, code: 'ENTRY_MISSING' });
    const body = edited(bare, 7, (record) => {
      record.body?.events.pop();
    });
    expect(await verified(body)).toMatchObject({ sequence: 7, code: 'BODY_ALTERED' });
    const renumbered = (to: number, from: number) =>
      JSON.stringify({ ...JSON.parse(`${bare[from]}`), sequence: to });
    expect(await verified(bare.with(9, renumbered(9, 10)).with(10, renumbered(10, 9)))).toMatchObject({
      sequence: 9,
      code: 'CHAIN_BROKEN',
    });
  });
});

it('an export from before head and body is refused by its name', async () => {
  const older = lines.with(0, `${lines[0]}`.replace('xianjie.export.v2', 'xianjie.export.v1'));
  expect(await verified(older)).toMatchObject({
    ok: false,
    sequence: null,
    code: 'EXPORT_FORMAT_OLD',
    message: { zh: expect.stringContaining('新的数据目录'), en: expect.stringContaining('new data folder') },
  });
});
