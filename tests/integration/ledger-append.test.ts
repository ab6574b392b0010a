// Appending by compare-and-set on a real server, reading back, and case keys.
import { DiscardPolicy, jetstream } from '@nats-io/jetstream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  INBOX_CONSUMER,
  inboxStream,
  KEYS_STREAM,
  LEDGER_STREAM,
  noticeFilter,
} from '../../schemas/subjects.ts';
import { append } from '../../services/bus/ledger/append.ts';
import { createCaseKeys } from '../../services/bus/ledger/case-keys.ts';
import { lastOf, lastSequence, messageAt, readLedger, readSubject } from '../../services/bus/ledger/read.ts';
import { ensureInbox, ensureStreams } from '../../services/bus/ledger/stream.ts';
import { type LedgerStack, startLedgerStack } from '../support/ledger-stack.ts';

let ledger: LedgerStack;
beforeAll(async () => {
  ledger = await startLedgerStack();
});
afterAll(() => ledger.stack.stop());

const caseId = (letter: string) => `653023-${letter.repeat(16)}`;
const subjectOf = (letter: string) => `ledger.case.653023.${caseId(letter)}`;

describe('append', () => {
  it('lets exactly one of many writers through at each place of a subject', async () => {
    const subject = subjectOf('a');
    const stored: number[] = [];
    let conflicts = 0;
    const writer = async (name: number) => {
      for (let done = 0; done < 20; ) {
        const last = (await lastOf(ledger.nc, subject))?.sequence ?? 0;
        const result = await append(
          ledger.js,
          subject,
          Buffer.from(JSON.stringify({ name, done, last })),
          last,
        );
        if (!result.ok) {
          conflicts += 1;
          continue;
        }
        stored.push(result.ledgerSequence);
        done += 1;
      }
    };
    await Promise.all(Array.from({ length: 16 }, (_, name) => writer(name)));
    const messages = await readSubject(ledger.nc, subject);
    expect(messages).toHaveLength(320);
    expect(new Set(stored).size).toBe(320);
    expect(conflicts).toBeGreaterThan(0);
    let last = 0;
    for (const { sequence, data } of messages) {
      expect(JSON.parse(Buffer.from(data).toString()).last).toBe(last);
      last = sequence;
    }
  });

  it('is unavailable where there is no stream, and unknown where no answer comes', async () => {
    await expect(append(ledger.js, 'nowhere.at.all', Buffer.from('{}'), 0)).rejects.toMatchObject({
      name: 'InfrastructureError',
      code: 'LEDGER_UNAVAILABLE',
    });
    const silent = await ledger.stack.connectService('registrar');
    silent.subscribe('silent.ledger', { callback: () => undefined });
    await silent.flush();
    await expect(append(jetstream(silent), 'silent.ledger', Buffer.from('{}'), 0)).rejects.toMatchObject({
      code: 'OUTCOME_UNKNOWN',
    });
  });

  it('is unavailable when the store is full, and what was acknowledged stays', async () => {
    const { jsm, nc } = ledger;
    await jsm.streams.add({
      name: 'FULL',
      subjects: ['full.>'],
      max_bytes: 20_000,
      discard: DiscardPolicy.New,
    });
    const operator = await ledger.stack.connectService('operator');
    let acknowledged = 0;
    const fill = async () => {
      for (;;) {
        await append(jetstream(operator), 'full.a', Buffer.alloc(2_000), acknowledged);
        acknowledged += 1;
      }
    };
    await expect(fill()).rejects.toMatchObject({ code: 'LEDGER_UNAVAILABLE' });
    expect(acknowledged).toBeGreaterThan(5);
    expect(await lastSequence(nc, 'FULL')).toBe(acknowledged);
  });
});

describe('reading', () => {
  it('gives every message in order, from any place, in batches', async () => {
    const head = await ledger.fill(1_500);
    const from = head - 1_499;
    const found = [];
    for await (const message of readLedger(ledger.nc, { from })) found.push(message);
    expect(found).toHaveLength(1_500);
    expect(found.map(({ sequence }) => sequence)).toEqual(found.map((_, index) => from + index));
    expect(JSON.parse(Buffer.from(found[7]?.data ?? []).toString()).n).toBe(7);
    expect(await lastSequence(ledger.nc)).toBe(head);
    expect((await messageAt(ledger.nc, head))?.subject).toBe(found.at(-1)?.subject);
    expect(await messageAt(ledger.nc, head + 1)).toBeNull();
    expect(await lastOf(ledger.nc, subjectOf('z'))).toBeNull();
    const ofOne = await readSubject(ledger.nc, found[3]?.subject ?? '');
    expect(ofOne).toHaveLength(150);
    expect(await readSubject(ledger.nc, found[3]?.subject ?? '', ofOne[100]?.sequence)).toHaveLength(50);
    const filtered = [];
    for await (const message of readLedger(ledger.nc, { subject: 'ledger.case.653023.>' }))
      filtered.push(message);
    expect(filtered).toHaveLength(1_820);
  });

  it('of a closed connection is an error, never an empty ledger', async () => {
    const closed = await ledger.stack.connectService('projector');
    await closed.close();
    await expect(lastOf(closed, subjectOf('a'))).rejects.toMatchObject({ code: 'LEDGER_UNAVAILABLE' });
    await expect(lastSequence(closed)).rejects.toMatchObject({ code: 'LEDGER_UNAVAILABLE' });
    await expect(readLedger(closed, { to: 5 }).next()).rejects.toMatchObject({ code: 'LEDGER_UNAVAILABLE' });
  });
});

describe('a case key', () => {
  const masterKey = Buffer.alloc(32, 9);
  const keysOf = () => createCaseKeys({ nc: ledger.nc, js: ledger.js, masterKey });

  it('is the same for two registrars that ask at once, and after a restart', async () => {
    const both = await Promise.all([
      keysOf().ensureKey(caseId('b'), 'case'),
      keysOf().ensureKey(caseId('b'), 'case'),
    ]);
    expect(both[0]).toMatchObject({ state: 'kept' });
    expect(both[1]).toEqual(both[0]);
    expect(await keysOf().readKey(caseId('b'), 'case')).toEqual(both[0]);
    expect(await keysOf().readKey(caseId('c'), 'case')).toEqual({ state: 'none' });
  });

  it('is gone once erased, from the disk too, and is never made again', async () => {
    const keys = keysOf();
    await keys.ensureKey(caseId('d'), 'case');
    const wrapped = JSON.parse(
      Buffer.from(
        (await lastOf(ledger.nc, `keys.653023.${caseId('d')}`, KEYS_STREAM))?.data ?? [],
      ).toString(),
    ).wrapped.ciphertext as string;
    expect((await ledger.blocks(KEYS_STREAM)).includes(wrapped)).toBe(true);
    const erasure = { reason: '保存期限届满', at: '2026-11-22T10:00:00+08:00' };
    await keys.eraseCaseKey(caseId('d'), erasure, ledger.jsm);
    await keys.eraseCaseKey(caseId('d'), { ...erasure, reason: 'again' }, ledger.jsm);
    expect((await ledger.blocks(KEYS_STREAM)).includes(wrapped)).toBe(false);
    for (const asking of [keys, keysOf()]) {
      expect(await asking.readKey(caseId('d'), 'case')).toEqual({ state: 'erased', of: 'case', ...erasure });
      expect(await asking.ensureKey(caseId('d'), 'case')).toEqual({
        state: 'erased',
        of: 'case',
        ...erasure,
      });
    }
    await keys.eraseCaseKey(caseId('e'), erasure, ledger.jsm);
    expect(await keysOf().ensureKey(caseId('e'), 'case')).toMatchObject({ state: 'erased' });
  });

  it('wrapped for one case does not open under another, nor under another master key', async () => {
    const keys = keysOf();
    await keys.ensureKey(caseId('f'), 'case');
    const other = createCaseKeys({ nc: ledger.nc, js: ledger.js, masterKey: Buffer.alloc(32, 8) });
    await expect(other.readKey(caseId('f'), 'case')).rejects.toThrow('does not open');
  });
});

describe('a subject’s key', () => {
  const masterKey = Buffer.alloc(32, 9);
  const keysOf = () => createCaseKeys({ nc: ledger.nc, js: ledger.js, masterKey });
  const erasure = { reason: '当事人死亡,依法删除', at: '2026-11-22T10:00:00+08:00' };
  const wrappedUnder = async (subject: string): Promise<string> =>
    JSON.parse(Buffer.from((await lastOf(ledger.nc, subject, KEYS_STREAM))?.data ?? []).toString()).wrapped
      .ciphertext;

  it('is its own, the same for two registrars that ask at once, and lies under its case’s', async () => {
    const id = caseId('g');
    const [one, same] = await Promise.all([keysOf().ensureKey(id, 's1'), keysOf().ensureKey(id, 's1')]);
    expect(one).toMatchObject({ state: 'kept' });
    expect(same).toEqual(one);
    const all = await Promise.all(['case', 's1', 's2'].map((name) => keysOf().ensureKey(id, name)));
    expect(all[1]).toEqual(one);
    expect(new Set(all.map((found) => (found.state === 'kept' ? found.key.toString('hex') : ''))).size).toBe(
      3,
    );
    expect(await keysOf().readKey(id, 's3')).toEqual({ state: 'none' });
    expect(await wrappedUnder(`keys.653023.${id}`)).toBeTypeOf('string');
    expect(await wrappedUnder(`keys.653023.${id}.s1`)).toBeTypeOf('string');
  });

  it('is gone once erased, from the disk too; the case’s and the other subjects’ stay', async () => {
    const id = caseId('h');
    const keys = keysOf();
    const [ofCase, , second] = await Promise.all(
      ['case', 's1', 's2'].map((name) => keys.ensureKey(id, name)),
    );
    const wrapped = await wrappedUnder(`keys.653023.${id}.s1`);
    expect((await ledger.blocks(KEYS_STREAM)).includes(wrapped)).toBe(true);
    await keys.eraseSubjectKey(id, 's1', erasure, ledger.jsm);
    await keys.eraseSubjectKey(id, 's1', { ...erasure, reason: 'again' }, ledger.jsm);
    expect((await ledger.blocks(KEYS_STREAM)).includes(wrapped)).toBe(false);
    for (const asking of [keys, keysOf()]) {
      expect(await asking.readKey(id, 's1')).toEqual({ state: 'erased', of: 's1', ...erasure });
      expect(await asking.ensureKey(id, 's1')).toEqual({ state: 'erased', of: 's1', ...erasure });
      expect(await asking.readKey(id, 'case')).toEqual(ofCase);
      expect(await asking.readKey(id, 's2')).toEqual(second);
    }
    await keys.eraseSubjectKey(id, 's9', erasure, ledger.jsm);
    expect(await keysOf().ensureKey(id, 's9')).toMatchObject({ state: 'erased', of: 's9' });
  });

  it('goes with the case’s, all of them, from the disk too', async () => {
    const id = caseId('i');
    const keys = keysOf();
    await Promise.all(['s1', 's2'].map((name) => keys.ensureKey(id, name)));
    const names = [`keys.653023.${id}`, `keys.653023.${id}.s1`, `keys.653023.${id}.s2`];
    const wrapped = await Promise.all(names.map(wrappedUnder));
    await keys.eraseCaseKey(id, erasure, ledger.jsm);
    await keys.eraseCaseKey(id, erasure, ledger.jsm);
    const bytes = await ledger.blocks(KEYS_STREAM);
    expect(wrapped.map((text) => bytes.includes(text))).toEqual([false, false, false]);
    for (const asking of [keys, keysOf()])
      for (const name of ['case', 's1', 's2', 's3'])
        expect(await asking.ensureKey(id, name)).toMatchObject({ state: 'erased', of: 'case' });
  });

  it('put under another subject, or another case, does not open', async () => {
    const [id, other] = [caseId('j'), caseId('k')];
    await keysOf().ensureKey(id, 's1');
    await keysOf().ensureKey(other, 'case');
    const { data } = (await lastOf(ledger.nc, `keys.653023.${id}.s1`, KEYS_STREAM)) as { data: Uint8Array };
    await append(ledger.js, `keys.653023.${id}.s2`, Buffer.from(data), 0);
    await append(ledger.js, `keys.653023.${other}.s1`, Buffer.from(data), 0);
    await expect(keysOf().readKey(id, 's2')).rejects.toThrow('does not open');
    await expect(keysOf().readKey(other, 's1')).rejects.toThrow('does not open');
  });
});

describe('at start', () => {
  it('streams are made once, with the settings of the design, and an inbox is made for a department', async () => {
    await ensureStreams(ledger.jsm);
    const { config } = await ledger.jsm.streams.info(LEDGER_STREAM);
    expect(config).toMatchObject({
      storage: 'file',
      allow_direct: true,
      deny_delete: true,
      deny_purge: true,
      discard: 'new',
      max_age: 0,
      max_msgs: -1,
      max_bytes: -1,
    });
    await ensureInbox(ledger.jsm, '653023/public-security');
    await ensureInbox(ledger.jsm, '653023/public-security');
    const { config: inbox } = await ledger.jsm.streams.info(inboxStream('653023/public-security'));
    expect(inbox).toMatchObject({
      retention: 'limits',
      discard: 'new',
      max_age: 90 * 86_400 * 1e9,
      max_bytes: 32 * 1_048_576,
      duplicate_window: 300 * 1e9,
      persist_mode: 'async',
    });
    const { config: consumer } = await ledger.jsm.consumers.info(
      inboxStream('653023/public-security'),
      INBOX_CONSUMER,
    );
    expect(consumer).toMatchObject({
      ack_policy: 'explicit',
      max_ack_pending: 1_000,
      ack_wait: 30_000_000_000,
    });
  });

  it('an inbox of an older version, synced before each acknowledgement, stays as it was made', async () => {
    const name = inboxStream('653023/health');
    const made = await ledger.jsm.streams.info(inboxStream('653023/public-security'));
    const { persist_mode: _, ...older } = made.config;
    const subjects = [noticeFilter('653023/health')];
    await ledger.jsm.streams.add({ ...older, name, subjects, duplicate_window: 120 * 1e9 });
    await ensureInbox(ledger.jsm, '653023/health');
    const { config } = await ledger.jsm.streams.info(name);
    expect(config).toMatchObject({ duplicate_window: 120 * 1e9 });
    expect(config.persist_mode ?? 'default').toBe('default');
    expect((await ledger.jsm.consumers.info(name, INBOX_CONSUMER)).name).toBe(INBOX_CONSUMER);
  });
});
