// Status words: committed to in the head, shown alone, and found out where they do not follow from the body.
import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decideRegister } from '../../../case/register/decide-register.ts';
import type { CaseEvent } from '../../../schemas/event.ts';
import { exportLedger } from '../../../services/bus/export/export-ledger.ts';
import { currentRules } from '../../../services/bus/verify/rules.ts';
import { verifyExport } from '../../../services/bus/verify/verify-export.ts';
import { commit } from '../../../services/proof/commitment.ts';
import { parseRecord, sealRecord } from '../../../services/proof/record.ts';
import { showsOf, statusWords } from '../../../services/proof/status-words.ts';
import { collect, given, memoryLedger, showing } from '../../support/memory-ledger.ts';
import { AT, BUREAU } from '../../support/signed-samples.ts';

const salt = Buffer.alloc(16, 7).toString('base64url');
const step = (proceeding: string, shows?: string): CaseEvent => ({
  kind: 'step',
  type: 'taken',
  at: AT,
  precision: 'instant',
  officer: 'o-1',
  proceeding,
  command: 'take',
  by: BUREAU,
  from: 'open',
  to: 'taken',
  copies: [],
  ...(shows === undefined ? {} : { shows }),
});

describe('status words', () => {
  it('are one for each proceeding that has one, the last step of it counting', () => {
    const events = [step('p1', '受理'), step('p2', '在办'), step('p1', '办结'), step('p3')];
    expect(statusWords({ salt, events }).map(({ path, value }) => [path, value])).toEqual([
      ['/shows/p1', '办结'],
      ['/shows/p2', '在办'],
    ]);
    expect(showsOf({ salt, events: [step('p3')] })).toEqual({});
  });

  it('have salts that follow from the body’s, one for each path', () => {
    const [word] = statusWords({ salt, events: [step('p2', '在办')] });
    const mac = createHmac('sha256', Buffer.alloc(16, 7)).update('/shows/p2').digest();
    expect(word).toEqual({
      path: '/shows/p2',
      salt: mac.subarray(0, 16).toString('base64url'),
      value: '在办',
    });
  });

  it('fit what the head commits to, and nothing else does', () => {
    const word = fc.string({ minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.integer({ min: 1, max: 5 }), word)), word, (steps, other) => {
        const body = { salt, events: steps.map(([n, shows]) => step(`p${n}`, shows)) };
        const shows = showsOf(body);
        const words = statusWords(body);
        expect(Object.keys(shows).toSorted()).toEqual(words.map(({ path }) => path).toSorted());
        for (const found of words) {
          expect(shows[found.path]).toBe(commit(found));
          if (found.value !== other) expect(shows[found.path]).not.toBe(commit({ ...found, value: other }));
        }
      }),
    );
  });
});

describe('in a ledger', () => {
  const rules = { ...currentRules, deciders: { 1: { decide: showing, decideRegister } } };
  const made = () => {
    const ledger = memoryLedger({ decider: showing });
    ledger.clue();
    return ledger;
  };
  const verified = async (ledger: ReturnType<typeof made>) =>
    verifyExport(given(await collect(exportLedger({ source: ledger.source, key: ledger.key('ledger') }))), {
      rootKey: ledger.root.publicKey,
      rules,
    });

  it('they are verified with all else', async () => {
    const ledger = made();
    const { head } = parseRecord((ledger.messages[4] as (typeof ledger.messages)[0]).data);
    expect(Object.keys(head.shows)).toEqual(['/shows/p1']);
    expect(await verified(ledger)).toMatchObject({ ok: true, entries: 7, notRerun: {} });
  });

  it.each([
    ['left out', () => ({})],
    ['of another proceeding', (shows: object) => ({ '/shows/p9': Object.values(shows)[0] as string })],
    ['too many', (shows: object) => ({ ...shows, '/shows/p9': Object.values(shows)[0] as string })],
    ['of another word', () => showsOf({ salt, events: [step('p1', '办结')] })],
  ])('whoever holds the ledger’s key cannot sign them %s', async (_, change) => {
    const ledger = made();
    const last = ledger.messages[6] as (typeof ledger.messages)[0];
    const { head, body, envelope } = parseRecord(last.data);
    const forged = { head: { ...head, shows: change(head.shows) }, body };
    ledger.messages[6] = { ...last, data: sealRecord(ledger.key('ledger'), forged, envelope).bytes };
    expect(await verified(ledger)).toMatchObject({ ok: false, sequence: 7, code: 'SHOWS_WRONG' });
  });

  it('nor under another salt of the body', async () => {
    const ledger = made();
    const last = ledger.messages[6] as (typeof ledger.messages)[0];
    const { head, body, envelope } = parseRecord(last.data);
    const forged = { head, body: { ...body, salt } };
    ledger.messages[6] = { ...last, data: sealRecord(ledger.key('ledger'), forged, envelope).bytes };
    expect(await verified(ledger)).toMatchObject({ ok: false, sequence: 7, code: 'SHOWS_WRONG' });
  });
});
