// One person is erased, then a whole case: what was said of them is read by nobody any more, the rest by those entitled, the
// ledger verifies as before, and nothing new is taken of who was erased.
import { jetstreamManager } from '@nats-io/jetstream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Answer, Receipt } from '../../schemas/entry.ts';
import { exportLedger, streamSource } from '../../services/bus/export/export-ledger.ts';
import { lastSequence, messageAt } from '../../services/bus/ledger/read.ts';
import { verifyExport } from '../../services/bus/verify/verify-export.ts';
import { officerToken } from '../../services/proof/officer-token.ts';
import { parseRecord } from '../../services/proof/record.ts';
import { signingKeyFromPem } from '../../services/proof/signature.ts';
import { collect, given } from '../support/memory-ledger.ts';
import { startTestPlatform, type TestDepartment, type TestPlatform } from '../support/test-platform.ts';

const ERASURE = { reason: '当事人申请,依法删除', at: '2026-11-22T10:00:00+08:00' };

let test: TestPlatform;
let insurance: TestDepartment;
let police: TestDepartment;
let clue: Receipt;

/** As the front door would hand it on; a subject is said by its name. */
const submit = (command: string, said: Record<string, string>, more: object): Promise<Answer> => {
  const party = Object.fromEntries(
    Object.entries(said).map(([path, text]) => [path, path.startsWith('subjects/') ? { name: text } : text]),
  );
  return test.platform.bus.registrar.submit(insurance.signed('o-1', command, { ...more, party }), {
    department: insurance.id,
  });
};
/** A fact; `isNew` where its subject is named for the first time. */
const note = (party: Record<string, string>, isNew = false) => {
  const about = Object.keys(party).flatMap((path) => /^subjects\/(s\d+)$/.exec(path)?.[1] ?? []);
  const subjects = isNew ? { newSubjects: about.map((subject) => ({ subject })) } : { subjects: about };
  const body = { fact: 'interview-held', ...(about.length > 0 ? subjects : {}) };
  return submit('record-fact', party, { case: clue.case, body });
};

const valuesOverHttp = async (department: TestDepartment): Promise<string[]> => {
  const { signKeyPem } = department.credentials;
  const now = Math.floor(Date.now() / 1_000);
  const token = await officerToken(signingKeyFromPem(department.id, signKeyPem), department.id, 'o-1', now);
  const answer = await fetch(`${test.platform.httpUrl}/v1/cases/${clue.case}`, {
    headers: { authorization: `Bearer ${token}` },
  });
  const { values } = (await answer.json()) as {
    values: { path: string; value: string | { name: string } }[];
  };
  const textOf = (value: string | { name: string }) => (typeof value === 'string' ? value : value.name);
  return values.map(({ path, value }) => `${path} ${textOf(value)}`).toSorted();
};

const partsAt = async (ledgerSequence: number) => {
  const message = await messageAt(test.platform.bus.connections.relay, ledgerSequence);
  return parseRecord(message?.data ?? new Uint8Array()).envelope?.parts.map(({ key }) => key);
};

beforeAll(async () => {
  test = await startTestPlatform();
  insurance = await test.department('653023/medical-insurance');
  police = await test.department('653023/public-security');
  const sent = await submit(
    'send-clue',
    { summary: '虚假住院', 'subjects/s1': '甲某', 'subjects/s2': '乙某' },
    {
      body: {
        to: [police.id],
        fields: { topic: 'fraud' },
        newSubjects: [{ subject: 's1' }, { subject: 's2' }],
      },
    },
  );
  if (!sent.ok) throw new Error(sent.code);
  clue = sent;
});
afterAll(() => test?.stop());

const verified = async () => {
  const { bus, keys } = test.platform;
  const lines = exportLedger({ source: streamSource(bus.connections.relay), key: keys.services.ledger });
  return verifyExport(given(await collect(lines)), { rootKey: keys.root.publicKey });
};
const wiping = () => jetstreamManager(test.platform.bus.connections.operator);

describe('before anybody is erased', () => {
  it('a clue about two persons has a part for the case and one for each of them, and reaches its receiver whole', async () => {
    expect(await partsAt(clue.ledgerSequence)).toEqual(['case', 's1', 's2']);
    const [notice] = await police.notices(1);
    expect(notice?.data.disclosures.map(({ path }) => path).toSorted()).toEqual([
      '/subjects/s1',
      '/subjects/s2',
      '/summary',
    ]);
    expect(await valuesOverHttp(police)).toEqual([
      '/subjects/s1 甲某',
      '/subjects/s2 乙某',
      '/summary 虚假住院',
    ]);
  });
});

describe('a person who was erased', () => {
  beforeAll(async () => {
    const { bus } = test.platform;
    await bus.caseKeys.eraseSubjectKey(clue.case, 's1', ERASURE, await wiping());
  });

  it('is named to nobody any more; the other person and the case are', async () => {
    for (const department of [police, insurance])
      expect(await valuesOverHttp(department)).toEqual(['/subjects/s2 乙某', '/summary 虚假住院']);
    expect(await test.platform.bus.caseKeys.readKey(clue.case, 's1')).toMatchObject({
      state: 'erased',
      of: 's1',
      reason: ERASURE.reason,
    });
  });

  it('has nothing new taken of it, and the rest of such a command is not taken either', async () => {
    const before = await lastSequence(test.platform.bus.connections.registrar);
    for (const party of [
      { 'subjects/s1': '甲某' },
      { reason: '补充', 'subjects/s1': '甲某', 'subjects/s2': '乙' },
    ])
      expect(await note(party)).toMatchObject({ ok: false, code: 'SUBJECT_ERASED', details: ['s1'] });
    expect(await lastSequence(test.platform.bus.connections.registrar)).toBe(before);
  });

  it('keeps nobody else out: what concerns the case or another person is taken', async () => {
    const taken = await note({ reason: '补充', 'subjects/s2': '乙某某' });
    if (!taken.ok) throw new Error(taken.code);
    expect(await partsAt(taken.ledgerSequence)).toEqual(['case', 's2']);
    const only = await note({ 'subjects/s3': '丙某' }, true);
    if (!only.ok) throw new Error(only.code);
    expect(await partsAt(only.ledgerSequence)).toEqual(['s3']);
    expect(await valuesOverHttp(insurance)).toEqual([
      '/reason 补充',
      '/subjects/s2 乙某',
      '/subjects/s2 乙某某',
      '/subjects/s3 丙某',
      '/summary 虚假住院',
    ]);
  });

  it('leaves a ledger that verifies', async () => {
    expect(await verified()).toMatchObject({ ok: true, notRerun: {} });
  });
});

describe('a case that was erased', () => {
  it('names nobody, takes no values of anybody, and goes on without', async () => {
    const { bus } = test.platform;
    await bus.caseKeys.eraseCaseKey(clue.case, ERASURE, await wiping());
    for (const department of [police, insurance]) expect(await valuesOverHttp(department)).toEqual([]);
    for (const party of [{ reason: '补充' }, { 'subjects/s2': '乙' }, { 'subjects/s1': '甲' }])
      expect(await note(party)).toMatchObject({ ok: false, code: 'CASE_ERASED' });
    expect(await note({})).toMatchObject({ ok: true });
    expect(await verified()).toMatchObject({ ok: true, notRerun: {} });
  });
});
