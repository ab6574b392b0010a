// Departments come and go while the platform runs; all of it is entries of the region's register, and a restart keeps it.
import { readFile, stat } from 'node:fs/promises';
import { connect, nkeyAuthenticator } from 'nats';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { departmentsOf, keyOf, officersOf, ranksOf, tokenOf } from '../../case/register/register.ts';
import type { Credentials } from '../../schemas/credentials.ts';
import { departmentId } from '../../schemas/ids.ts';
import { plusMillis } from '../../schemas/instant.ts';
import type { RegisterCommand } from '../../schemas/register.ts';
import { registerSubject } from '../../schemas/subjects.ts';
import { lastSequence, readSubject } from '../../services/bus/ledger/read.ts';
import { credentialsFile } from '../../services/host/platform/provisioning.ts';
import { startPlatform } from '../../services/host/platform/start.ts';
import { sha256 } from '../../services/proof/canonical.ts';
import { officerToken } from '../../services/proof/officer-token.ts';
import { parseRecord } from '../../services/proof/record.ts';
import { signingKeyFromPem } from '../../services/proof/signature.ts';
import { eventually } from '../support/eventually.ts';
import { startTestPlatform, type TestDepartment, type TestPlatform } from '../support/test-platform.ts';

const INSURANCE = '653023/medical-insurance';
const POLICE = '653023/public-security';

let test: TestPlatform;
let insurance: TestDepartment;
let police: TestDepartment;

beforeAll(async () => {
  test = await startTestPlatform();
  insurance = await test.department(INSURANCE);
  police = await test.department(POLICE);
});
afterAll(() => test?.stop());

const registerEntries = async () =>
  (await readSubject(test.platform.bus.connections.relay, registerSubject('653023'))).map(
    ({ data }) => parseRecord(data).body,
  );

describe('a department added while the platform runs', () => {
  it('gets credentials that nobody else can read', async () => {
    const { file } = await test.platform.operator.addDepartment('653023/health', '阿合奇县卫生健康委');
    expect((await stat(file)).mode & 0o777).toBe(0o600);
  });

  it('is refused a second time, with its code, and keeps the credentials it has', async () => {
    const { answer, file } = await test.platform.operator.addDepartment('653023/health', '另一个名称');
    expect(answer).toMatchObject({ ok: false, code: 'DUPLICATE_DEPARTMENT' });
    expect(JSON.parse(await readFile(file, 'utf8'))).toMatchObject({ name: '阿合奇县卫生健康委' });
  });

  it('stands in a division that there is: what is refused leaves no credentials, no inbox and no entry', async () => {
    const { operator, bus } = test.platform;
    const id = '513721/health';
    const { answer, file } = await operator.addDepartment(id, '某县卫健委');
    expect(answer).toMatchObject({ ok: false, code: 'UNKNOWN_DIVISION', details: ['513721'] });
    await expect(stat(file)).rejects.toMatchObject({ code: 'ENOENT' });
    expect(departmentsOf(await bus.registers.refresh()).map(({ department }) => department)).not.toContain(
      id,
    );
    const options = { divisionBasis: '国函〔2026〕3号' };
    expect((await operator.addDepartment(id, '某县卫健委', options)).answer).toMatchObject({ ok: true });
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect((await operator.addDepartment('513721/audit', '某县审计局')).answer).toMatchObject({ ok: true });
  });

  it('is added once when two ask for it at the same time, and the credentials are those of its registered keys', async () => {
    const { operator, bus } = test.platform;
    const id = '653023/audit';
    const asked = await Promise.all(['甲', '乙', '丙'].map((name) => operator.addDepartment(id, name)));
    expect(asked.filter(({ answer }) => answer.ok)).toHaveLength(1);
    const [refused, ...more] = asked.filter(({ answer }) => !answer.ok);
    expect([refused, ...more].map((other) => other?.answer)).toMatchObject([
      { code: 'DUPLICATE_DEPARTMENT' },
      { code: 'DUPLICATE_DEPARTMENT' },
    ]);
    const kept = JSON.parse(await readFile(asked[0]?.file as string, 'utf8')) as Credentials;
    const key = signingKeyFromPem(id, kept.signKeyPem);
    expect(keyOf(bus.registers.current(), key.id)).toMatchObject({ publicKey: key.publicKey });
  });

  it('can connect, also when many are added at the same time', async () => {
    const bodies = ['tax', 'finance', 'justice', 'court', 'civil-affairs', 'government-office'];
    const added = await Promise.all(bodies.map((body) => test.department(`653023/${body}`)));
    const flushed = await Promise.all(added.map(({ nc }) => nc.flush().then(() => 'connected')));
    expect(flushed).toEqual(bodies.map(() => 'connected'));
  });

  it('can send and be sent to at once', async () => {
    const answer = await insurance.send('o-1', 'send-clue', {
      body: { to: [POLICE], fields: { topic: 'fraud' } },
      party: { title: '线索', summary: '内容' },
    });
    expect(answer.ok).toBe(true);
    expect((await police.notices(1)).map((notice) => notice.type)).toEqual([
      'xianjie.clue-notice.clue-sent.v1',
    ]);
  });
});

describe('everybody else', () => {
  it('gets answers while departments are added one after the other', async () => {
    const { operator, bus } = test.platform;
    let adding = true;
    const asking = (async () => {
      while (adding) await lastSequence(bus.connections.registrar);
    })();
    asking.catch(() => undefined);
    for (const body of ['finance', 'justice', 'tax', 'court', 'drug-regulation', 'health'] as const) {
      const { answer } = await operator.addDepartment(departmentId('653022', body), body);
      expect(answer.ok).toBe(true);
    }
    adding = false;
    await asking;
  });
});

describe('the register', () => {
  it('has every change as an entry attested by the service operator', async () => {
    const entries = await registerEntries();
    expect(entries.length).toBeGreaterThan(0);
    for (const entry of entries) {
      expect(entry.attestation.by).toBe('service');
      expect(entry.attestation.signature.key).toBe(test.platform.keys.services.operator.id);
    }
  });

  it('keeps ranks with the instants they were given', async () => {
    const { operator, bus } = test.platform;
    const before = '2020-01-01T00:00:00+08:00';
    await operator.appointOfficer(POLICE, 'new-head', ['head']);
    const register = bus.registers.current();
    expect(ranksOf(register, POLICE, 'new-head', bus.registrar.now())).toEqual(['head']);
    expect(ranksOf(register, POLICE, 'new-head', before)).toEqual([]);
  });

  it('knows a token by its hash alone', async () => {
    const { operator, bus } = test.platform;
    const { token } = await operator.issueToken(POLICE, 'o-1');
    expect(tokenOf(bus.registers.current(), sha256(token))).toMatchObject({
      department: POLICE,
      officer: 'o-1',
    });
    const written = (await registerEntries()).map((entry) => JSON.stringify(entry)).join('\n');
    expect(written).not.toContain(token);
  });

  it('refuses an officer who has left, also for what is dated before', async () => {
    await test.platform.operator.retireOfficer(INSURANCE, 'liaison');
    const answer = await insurance.send('liaison', 'send-clue', {
      body: { to: [POLICE], fields: { topic: 'fraud' } },
      party: { title: '线索', summary: '内容' },
    });
    expect(answer).toMatchObject({ ok: false, code: 'UNKNOWN_OFFICER' });
    const backDated = await insurance.send('liaison', 'send-clue', {
      occurredAt: plusMillis(test.platform.bus.registrar.now(), -3_600_000),
      body: { to: [POLICE], fields: { topic: 'fraud' } },
      party: { title: '线索', summary: '内容' },
    });
    expect(backDated).toMatchObject({ ok: false, code: 'UNKNOWN_OFFICER' });
  });
});

describe('a department that is retired and joins again', () => {
  it('begins anew: its former tokens, keys, connection, officers and reply prefix stay dead', async () => {
    const { operator, bus } = test.platform;
    const id = '653024/health';
    const officers = [{ officer: 'o-1', ranks: ['officer' as const] }];
    const before = await operator.addDepartment(id, id, { officers });
    const { token } = await operator.issueToken(id, 'o-1');
    await operator.retireDepartment(id);
    const again = await operator.addDepartment(id, id);
    expect(again.answer.ok).toBe(true);
    expect(officersOf(bus.registers.current(), id)).toEqual([]);
    await operator.appointOfficer(id, 'o-1', ['head']);

    const asked = async (bearer: string) => {
      const headers = { authorization: `Bearer ${bearer}` };
      const response = await fetch(`${test.platform.httpUrl}/v1/cases`, { headers });
      return ((await response.json()) as { details: string[] }).details;
    };
    const jwt = officerToken(
      signingKeyFromPem(id, before.credentials.signKeyPem),
      id,
      'o-1',
      Math.floor(Date.now() / 1_000),
    );
    expect(await asked(token)).toEqual(['token: revoked']);
    expect(await asked(await jwt)).toEqual(['kid: no signing key in force']);
    const entering = connect({
      servers: before.credentials.url,
      authenticator: nkeyAuthenticator(new TextEncoder().encode(before.credentials.connectSeed)),
      reconnect: false,
    });
    await expect(entering).rejects.toThrow(/Authorization/);
    expect(again.credentials.inboxSecret).not.toBe(before.credentials.inboxSecret);
  });
});

describe('a calendar published while the platform runs', () => {
  it('moves every open provisional clock that it concerns, with an entry that tells before, after and why', async () => {
    const { bus, operator } = test.platform;
    const year = Number(bus.registrar.now().slice(0, 4));
    const told = await insurance.send('o-1', 'send-clue', {
      body: { to: [POLICE], fields: { topic: 'calendar' } },
      party: { title: '线索', summary: '内容' },
    });
    if (!told.ok) throw new Error(told.code);
    const clockOf = async () => Object.values((await bus.cases.refresh(told.case))?.state.clocks ?? {})[0];
    const before = await clockOf();
    const dueDay = before?.times.latestDueAt?.slice(0, 10) as string;
    // The last day of the limit becomes a day off, by a notice of the county.
    const lastDay = new Date(Date.parse(`${dueDay}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
    const basis = '阿合奇县放假通知(测试)';
    const { answer, moved, failed } = await operator.publishCalendar(
      '653023',
      [
        {
          region: '653023',
          year,
          name: '测试节',
          daysOff: [lastDay],
          makeUpWorkdays: [],
          basis,
          confidence: 'notice',
        },
      ],
      // One that is not there holds up no other, and is named.
      () => ['653023-aaaaaaaaaaaaaaaa', told.case],
    );
    expect(answer.ok).toBe(true);
    expect(moved).toBe(1);
    expect(failed).toEqual([{ case: '653023-aaaaaaaaaaaaaaaa', code: 'CASE_NOT_FOUND' }]);
    const after = await clockOf();
    expect(after?.times.latestDueAt && after.times.latestDueAt > (before?.times.latestDueAt as string)).toBe(
      true,
    );
    const messages = await readSubject(bus.connections.relay, `ledger.case.653023.${told.case}`);
    const last = parseRecord(messages.at(-1)?.data as Uint8Array).body;
    expect(last.attestation.signature.key).toBe(test.platform.keys.services.calendar.id);
    expect(last.events).toMatchObject([
      {
        type: 'clock-recalculated',
        reason: basis,
        before: { latestDueAt: before?.times.latestDueAt },
        times: { latestDueAt: after?.times.latestDueAt },
      },
    ]);
  });
});

describe('a department of a township', () => {
  const TOWNSHIP = '653023100/insurance-agency';
  let township: TestDepartment;

  it('is entered in the register of its county', async () => {
    const before = (await registerEntries()).length;
    township = await test.department(TOWNSHIP);
    expect(await registerEntries()).toHaveLength(before + 1);
    expect(test.platform.bus.registers.headOf('653023100')).toBeNull();
  });

  it('opens cases of its own region, that its county’s departments are told of and its county’s due list has', async () => {
    const { bus, room } = test.platform;
    const answer = await township.send('o-1', 'send-clue', {
      body: { to: [POLICE], fields: { topic: 'township' } },
      party: { title: '线索', summary: '内容' },
    });
    if (!answer.ok) throw new Error(answer.code);
    expect(answer.case).toMatch(/^653023100-[a-z2-7]{16}$/);
    expect(await readSubject(bus.connections.relay, `ledger.case.653023100.${answer.case}`)).toHaveLength(1);
    await eventually(async () => (await room.position()).sequence >= answer.ledgerSequence);
    const casesIn = async (region: string) =>
      (await room.dueList({ asOf: bus.registrar.now(), region, limit: 1_000 })).items.map((i) => i.case);
    expect(await casesIn('653023100')).toEqual([answer.case]);
    for (const region of ['653023', '653000', '650000', '100000'])
      expect(await casesIn(region)).toContain(answer.case);
    expect(await casesIn('653023101')).toEqual([]);
    expect(await casesIn('653022')).not.toContain(answer.case);
    const notices = await township.notices(1);
    expect(notices.map(({ subject }) => subject)).toEqual([answer.case]);
  });
});

describe('what a reader could not take', () => {
  it('is not written: a calendar whose basis ends in NUL, a key’s reason with a line end', async () => {
    const { operator, bus } = test.platform;
    const before = await lastSequence(bus.connections.registrar);
    const record = {
      region: '65',
      year: 2027,
      name: '古尔邦节',
      daysOff: ['2027-05-16'],
      makeUpWorkdays: [],
      basis: '某号\u0000',
      confidence: 'notice' as const,
    };
    await expect(operator.publishCalendar('650000', [record], () => [])).rejects.toMatchObject({
      code: 'SCHEMA_MISMATCH',
      details: ['changes.0.records.0.basis: custom'],
    });
    await expect(
      operator.enter('653023', [{ change: 'key-revoked', key: insurance.signingKey.id, reason: '遗失\n' }]),
    ).rejects.toMatchObject({ code: 'SCHEMA_MISMATCH' });
    expect(await lastSequence(bus.connections.registrar)).toBe(before);
  });

  it('is not taken from a department either: a paper with NUL in its id', async () => {
    const papers = [{ code: 'transfer-letter', id: 'no\u0000-1' }];
    const answer = await insurance.send('o-1', 'hand-over', { body: { papers } });
    expect(answer).toMatchObject({ ok: false, code: 'SCHEMA_MISMATCH' });
  });
});

describe('a register command of a department', () => {
  it('is not taken yet', async () => {
    const { registrar } = test.platform.bus;
    const before = (await registerEntries()).length;
    const command: RegisterCommand = {
      format: 'xianjie.register.v1',
      commandId: 'own-1',
      actor: { department: INSURANCE, officer: 'head' },
      region: '653023',
      occurredAt: registrar.now(),
      changes: [{ change: 'officer-appointed', department: INSURANCE, officer: 'o-7', ranks: ['officer'] }],
    };
    const key = { key: insurance.signingKey, by: 'service' as const };
    expect(await registrar.submitRegister(command, key)).toMatchObject({ ok: false, code: 'NOT_PERMITTED' });
    expect(await registerEntries()).toHaveLength(before);
  });
});

describe('a department retired while the platform runs', () => {
  it('is cut off, its keys are revoked, and it can be sent to no more', async () => {
    const closed = police.nc.closed();
    const answer = await test.platform.operator.retireDepartment(POLICE);
    expect(answer.ok).toBe(true);
    const last = (await registerEntries()).at(-1)?.command as RegisterCommand | undefined;
    const { signingKey, credentials } = police;
    expect(last?.changes.map((change) => ('key' in change ? change.key : change.change)).toSorted()).toEqual(
      ['department-retired', signingKey.id, credentials.sealKey.kid].toSorted(),
    );
    expect(last?.changes.filter((change) => change.change === 'key-revoked')).toHaveLength(2);
    await police.nc.close();
    await closed;
    const refused = await insurance.send('o-1', 'send-clue', {
      body: { to: [POLICE], fields: { topic: 'fraud' } },
      party: { title: '线索', summary: '内容' },
    });
    expect(refused).toMatchObject({ ok: false, code: 'UNKNOWN_DEPARTMENT' });
  });

  it('can be registered again, with new keys', async () => {
    const { answer, credentials } = await test.platform.operator.addDepartment(POLICE, '阿合奇县公安局', {
      officers: [{ officer: 'o-1', ranks: ['officer'] }],
    });
    expect(answer.ok).toBe(true);
    expect(credentials.connectSeed).not.toBe(police.credentials.connectSeed);
    const received = await insurance.send('o-1', 'send-clue', {
      body: { to: [POLICE], fields: { topic: 'fraud' } },
      party: { title: '线索', summary: '内容' },
    });
    expect(received.ok).toBe(true);
  });
});

describe('an operator who mistypes', () => {
  it('is told that there is no such officer or token, and the register stays as it was', async () => {
    const { operator } = test.platform;
    const before = (await registerEntries()).length;
    expect(await operator.retireOfficer(INSURANCE, 'nobody')).toMatchObject({ code: 'UNKNOWN_OFFICER' });
    expect((await operator.issueToken(INSURANCE, 'nobody')).answer).toMatchObject({
      code: 'UNKNOWN_OFFICER',
    });
    expect(await operator.revokeToken(INSURANCE, 't-000000000000')).toMatchObject({ code: 'UNKNOWN_TOKEN' });
    expect(await registerEntries()).toHaveLength(before);
  });
});

describe('a platform stopped and started again', () => {
  it('has the register and the ledger it had', async () => {
    const { platform, options } = test;
    const known = departmentsOf(platform.bus.registers.current());
    const head = await readSubject(platform.bus.connections.relay, registerSubject('653023'));
    await insurance.nc.close();
    await platform.stop();
    const again = await startPlatform(options);
    try {
      const file = credentialsFile(options.keysDir, INSURANCE);
      const { url, httpUrl, ...own } = JSON.parse(await readFile(file, 'utf8')) as Credentials;
      expect([url, httpUrl]).toEqual([again.natsUrl, again.httpUrl]);
      expect(httpUrl).not.toBe(insurance.credentials.httpUrl);
      expect({ ...insurance.credentials, ...own }).toEqual(insurance.credentials);
      expect((await stat(file)).mode & 0o777).toBe(0o600);
      expect(departmentsOf(again.bus.registers.current())).toEqual(known);
      const now = await readSubject(again.bus.connections.relay, registerSubject('653023'));
      expect(now.map(({ data }) => Buffer.from(data).toString())).toEqual(
        head.map(({ data }) => Buffer.from(data).toString()),
      );
    } finally {
      await again.stop();
    }
  });
});
