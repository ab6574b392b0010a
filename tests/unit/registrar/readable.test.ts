// Nothing is appended that a reader could not take: its schema, a notice, a database, a terminal.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lawItems } from '../../../law/law.ts';
import type { Body, Entry } from '../../../schemas/entry.ts';
import type { LawItem } from '../../../schemas/law.ts';
import type { StoredMessage } from '../../../services/bus/ledger/read.ts';
import { partsOf } from '../../../services/bus/registrar/publish-law.ts';
import { LARGEST_ENTRY, unreadable } from '../../../services/bus/registrar/readable.ts';
import { newEntry } from '../../../services/proof/new-entry.ts';
import { parseRecord, sealRecord } from '../../../services/proof/record.ts';
import { memoryLedger } from '../../support/memory-ledger.ts';

const ledger = memoryLedger();
ledger.clue();

/** The record of an entry, sealed again with another body. */
const sealed = (message: StoredMessage, edit: (body: Body) => void) => {
  const { head, body, envelope } = parseRecord(message.data);
  const edited = structuredClone(body);
  edit(edited);
  const made = newEntry(
    { ...head, ...edited },
    head.previous === null ? null : { sequence: head.sequence - 1, hash: head.previous },
    envelope,
  );
  return sealRecord(ledger.key('ledger'), made, envelope);
};
const as = (message: StoredMessage) => sealed(message, () => undefined);
const isLaw = ({ data }: StoredMessage): boolean => parseRecord(data).head.kind === 'law';
const withItems = (message: StoredMessage, items: readonly LawItem[]) =>
  sealed(message, (body) => {
    (body.command as { items: readonly LawItem[] }).items = items;
  });
const clue = ledger.messages.at(-3) as StoredMessage;
const stepOf = (body: Body) =>
  body.events.find(({ kind }) => kind === 'step') as Entry['events'][number] & { event: string };
const basis = (text: string) =>
  sealed(clue, (body) => {
    (body.command as { body: { basis?: string } }).body.basis = text;
  });

describe('what may be appended', () => {
  it('is every entry that the registrar makes today: genesis, keys, law part by part, calendars, steps', () => {
    const made = ledger.messages.flatMap((message) =>
      isLaw(message) ? partsOf(lawItems).map((items) => withItems(message, items)) : [as(message)],
    );
    expect(made.length).toBeGreaterThan(ledger.messages.length);
    expect(made.map((record) => unreadable(record))).toEqual(made.map(() => null));
  });

  it('may name a backslash, quotes and any letter', () => {
    for (const text of ['依据 \\n 与 \\u0000', '“引号”"\\"', '𠮷野家', 'e\u0301 é'])
      expect([text, unreadable(basis(text))]).toEqual([text, null]);
  });
});

describe('what may not be appended', () => {
  it.each([
    ['NUL', '\u0000'],
    ['an escape sequence', '\u001b]0;x\u0007'],
    ['a carriage return', 'a\rb'],
    ['DEL', '\u007f'],
    ['a C1 control', '\u009b2J'],
    ['a mark that turns the text', '\u202egnp.exe'],
    ['an isolate', '\u2066a\u2069'],
    ['private use', '\ue001'],
    ['private use of a far plane', '\u{F0001}'],
  ])('is an open text with %s', (_, text) => {
    expect(unreadable(basis(text))).toMatchObject({ ok: false, code: 'ENTRY_UNREADABLE' });
  });

  it('is any control character wherever an open text may stand', () => {
    const places: ((body: Body, text: string) => void)[] = [
      (body, text) => {
        (body.command as { command: string }).command = text;
      },
      (body, text) => {
        body.events.push({ ...stepOf(body), shows: text } as never);
      },
      (body, text) => {
        body.attestation = { by: 'department-key', signature: { key: text, value: 'AA' } };
      },
    ];
    fc.assert(
      fc.property(
        fc.constantFrom(...places),
        fc.integer({ min: 0, max: 0x1f }),
        fc.string({ maxLength: 5 }),
        (put, code, before) => {
          const found = unreadable(
            sealed(clue, (body) => put(body, `${before}${String.fromCharCode(code)}`)),
          );
          expect(found?.code).toBe('ENTRY_UNREADABLE');
        },
      ),
      { numRuns: 60 },
    );
  });

  it('is an instant that its readers refuse, and it is named', () => {
    const late = sealed(clue, (body) => {
      stepOf(body).at = '2200-01-01T00:00:00+08:00';
    });
    expect(unreadable(late)).toMatchObject({
      code: 'ENTRY_UNREADABLE',
      details: [expect.stringMatching(/^body\.events\.\d+\.at: /)],
    });
  });

  it('is an event of a shape that nobody knows', () => {
    const odd = sealed(clue, (body) => {
      body.events.push({ kind: 'step', type: 'x' } as never);
    });
    expect(unreadable(odd)).toMatchObject({ code: 'ENTRY_UNREADABLE' });
  });

  it('is more than a notice can carry', () => {
    const papers = (count: number) =>
      sealed(clue, (body) => {
        (body.command as { body: { papers?: object[] } }).body.papers = Array.from(
          { length: count },
          (_, n) => ({
            code: 'other',
            id: `paper-${n}`,
            sha256: 'a'.repeat(43),
          }),
        );
      });
    expect(unreadable(papers(1))).toBeNull();
    expect(unreadable(papers(6_000))).toMatchObject({
      code: 'ENTRY_TOO_LARGE',
      details: [expect.stringMatching(new RegExp(`^\\d+ > ${LARGEST_ENTRY}$`))],
    });
  });
});
