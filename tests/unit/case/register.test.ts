// The register: what may be entered, what it answers, and that the past stays as it was.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldCalendar } from '../../../case/due/calendar.ts';
import { dueDate } from '../../../case/due/due-date.ts';
import { applyRegister } from '../../../case/register/apply-register.ts';
import { decideRegister } from '../../../case/register/decide-register.ts';
import { filtersOf } from '../../../case/register/items.ts';
import { rawKeyOfNkey } from '../../../case/register/nkey.ts';
import {
  emptyRegister,
  grantAt,
  isActive,
  type KeyGrant,
  keyOf,
  officersOf,
  ranksOf,
  ranksWhen,
  regionChain,
  routeTo,
  settingsOf,
  speaksFor,
  superiorOf,
  tokenOf,
} from '../../../case/register/register.ts';
import { law } from '../../../law/law.ts';
import { timeLimits } from '../../../law/time-limits.ts';
import { KEY_SUITES, RegisterChange, RegisterCommand } from '../../../schemas/register.ts';
import { changed, registerCommand, registerWith } from '../../support/case-driver.ts';
import { deepFreeze } from '../../support/deep-freeze.ts';

const BUREAU = '653023/medical-insurance';
const POLICE = '653023/public-security';
const AT = '2024-03-04T09:00:00+08:00';
const register = deepFreeze(registerWith([BUREAU, POLICE]));
/** Connect key of every department of `registerWith`, as the bytes inside it. */
const CONNECT = rawKeyOfNkey(`U${'A'.repeat(55)}`);

const said = (change: RegisterChange | RegisterChange[], region = '653023', on = register): string => {
  const command = registerCommand([change].flat(), { region, occurredAt: AT });
  const answer = decideRegister(on, command, AT, law);
  return answer.ok ? 'ok' : answer.code;
};
const grant = (
  key: string,
  publicKey: string,
  use: 'sign' | 'seal' = 'sign',
  department = BUREAU,
): Extract<RegisterChange, { change: 'key-granted' }> => ({
  change: 'key-granted',
  key,
  holder: { department },
  use,
  suite: KEY_SUITES[use],
  publicKey,
  from: AT,
});
const add = (department: string, connectKey = `U${'B'.repeat(55)}`): RegisterChange => ({
  change: 'department-added',
  department,
  name: department,
  connectKey,
});

describe('密钥', () => {
  const [one, two] = ['1'.repeat(43), '2'.repeat(43)];
  const granted = changed(register, '653023', [grant('k1', one)]);

  it('reads the raw key out of an nkey', () => {
    // Public key of the seed of 32 zero bytes is not needed: 55 letters A after U are zero bits throughout.
    expect(CONNECT).toBe('A'.repeat(43));
  });

  it('refuses a sign key that is the connect key: a client signs any nonce a server sends it', () => {
    expect(said(grant('k', CONNECT))).toBe('EQUAL_KEYS');
  });

  it('refuses a connect key that is a sign key already granted', () => {
    const signs = changed(register, '653023', [grant('k9', rawKeyOfNkey(`U${'B'.repeat(55)}`))]);
    expect(said(add('653023/health'), '653023', signs)).toBe('EQUAL_KEYS');
  });

  it('refuses a seal key that is the sign key, of this department or another', () => {
    expect(said(grant('k2', one, 'seal'), '653023', granted)).toBe('EQUAL_KEYS');
    expect(said(grant('k2', one, 'sign', POLICE), '653023', granted)).toBe('EQUAL_KEYS');
    expect(said(grant('k2', two, 'seal'), '653023', granted)).toBe('ok');
  });

  it('never lets a key id mean another key, nor a revoked key come back', () => {
    expect(said(grant('k1', two), '653023', granted)).toBe('EQUAL_KEYS');
    const revoked = changed(granted, '653023', [{ change: 'key-revoked', key: 'k1', reason: '遗失' }], AT);
    expect(keyOf(revoked, 'k1')?.revokedAt).toBe(AT);
    expect(said(grant('k1', one), '653023', revoked)).toBe('EQUAL_KEYS');
  });

  it('stays revoked though it is granted or issued again on a register that did not know', () => {
    const revoked = changed(granted, '653023', [{ change: 'key-revoked', key: 'k1', reason: '遗失' }], AT);
    const again = changed(revoked, '653023', [grant('k1', one)]);
    expect(keyOf(again, 'k1')?.revokedAt).toBe(AT);
    expect(grantAt(again, 'k1', AT)).toBeUndefined();
    const sha256 = 's'.repeat(43);
    const issue: RegisterChange = {
      change: 'token-issued',
      token: 't1',
      department: BUREAU,
      officer: 'o-1',
      sha256,
    };
    const taken = changed(register, '653023', [issue, { change: 'token-revoked', token: 't1' }], AT);
    expect(tokenOf(changed(taken, '653023', [issue]), sha256)?.revokedAt).toBe(AT);
  });

  it('counts from its first instant, no more from its last, and never once revoked', () => {
    const [begin, end] = ['2024-04-01T00:00:00+08:00', '2024-07-01T00:00:00+08:00'];
    const change = { ...grant('k3', two), from: begin, until: end };
    const given = changed(register, '653023', [change]);
    const counts = (at: string, on = given) => grantAt(on, 'k3', at) !== undefined;
    expect(counts('2024-03-31T23:59:59+08:00')).toBe(false);
    expect(counts(begin)).toBe(true);
    expect(counts('2024-06-30T23:59:59.999+08:00')).toBe(true);
    expect(counts(end)).toBe(false);
    const revoked = changed(given, '653023', [{ change: 'key-revoked', key: 'k3', reason: '遗失' }]);
    expect(counts(begin, revoked)).toBe(false);
    expect(grantAt(given, 'constructor', begin)).toBeUndefined();
  });

  it('is of the suite its use needs, and does not end before it begins', () => {
    const wrongSuite = { ...grant('k4', two, 'seal'), suite: 'Ed25519' as const };
    expect(said(wrongSuite)).toBe('KEY_GRANT_WRONG');
    expect(said({ ...grant('k4', two), suite: 'X25519' })).toBe('KEY_GRANT_WRONG');
    expect(said({ ...grant('k4', two), use: 'report', suite: 'X25519' })).toBe('ok');
    expect(said({ ...grant('k4', two), until: AT })).toBe('KEY_GRANT_WRONG');
    expect(said({ ...grant('k4', two), until: '2024-03-04T09:00:00.001+08:00' })).toBe('ok');
  });

  it('of an officer is for one in office, speaks for that officer alone, and goes when the officer goes', () => {
    const own = (officer: string) => ({ ...grant('k5', two), holder: { department: BUREAU, officer } });
    expect(said(own('o-9'))).toBe('UNKNOWN_OFFICER');
    expect(said(own('o-1'))).toBe('ok');
    const given = changed(register, '653023', [own('o-1'), grant('k6', one)]);
    const [officers, departments] = [keyOf(given, 'k5') as KeyGrant, keyOf(given, 'k6') as KeyGrant];
    const of = (officer: string, department = BUREAU) => ({ department, officer });
    expect([of('o-1'), of('o-2'), of('o-1', POLICE)].map((a) => speaksFor(officers, a))).toEqual([
      true,
      false,
      false,
    ]);
    expect([of('o-1'), of('o-2'), of('o-1', POLICE)].map((a) => speaksFor(departments, a))).toEqual([
      true,
      true,
      false,
    ]);
    const left = changed(given, '653023', [
      { change: 'officer-retired', department: BUREAU, officer: 'o-1' },
      { change: 'officer-appointed', department: BUREAU, officer: 'o-1', ranks: ['officer'] },
    ]);
    expect(grantAt(left, 'k5', AT)).toBeUndefined();
    expect(grantAt(left, 'k6', AT)).toBeDefined();
  });

  it('refuses to revoke a key there is not, and a key for a department there is not', () => {
    expect(said({ change: 'key-revoked', key: 'k7', reason: 'x' })).toBe('UNKNOWN_KEY');
    expect(said(grant('k', one, 'sign', '653023/health'))).toBe('UNKNOWN_DEPARTMENT');
  });
});

describe('部门', () => {
  it('is added once, in its own region', () => {
    expect(said(add(BUREAU))).toBe('DUPLICATE_DEPARTMENT');
    expect(said(add('653022/health'))).toBe('UNKNOWN_DEPARTMENT');
    expect(said(add('653023/health'))).toBe('ok');
  });

  it('of a township or zone is added to the register of its county', () => {
    expect(said(add('653023001/medical-insurance'))).toBe('ok');
    expect(said(add('653022001/medical-insurance'))).toBe('UNKNOWN_DEPARTMENT');
    const command = registerCommand([add('653023001/health')], { region: '653023001' });
    expect(RegisterCommand.safeParse(command).success).toBe(false);
  });

  it('stands in a division of the law’s list, or states the paper that set its division up', () => {
    const added = (region: string, more: object = {}) =>
      said({ ...add(`${region}/health`), ...more } as RegisterChange, region.slice(0, 6));
    expect(added('513721')).toBe('UNKNOWN_DIVISION');
    expect(added('513721001')).toBe('UNKNOWN_DIVISION');
    expect(added('999999')).toBe('UNKNOWN_DIVISION');
    expect(
      ['653023', '653023001', '110000', '442000', '659001', '100000'].map((region) => added(region)),
    ).toEqual(Array(6).fill('ok'));
    expect(added('513721', { divisionBasis: '国函〔2026〕3号' })).toBe('ok');
    // What was not made public is a division of rehearsals alone.
    expect([added('000000'), added('000000', { simulated: true })]).toEqual(['UNKNOWN_DIVISION', 'ok']);
  });

  it('once on a basis of its own makes its division known, with all that is settled there', () => {
    const newer = { ...add('513721/health'), divisionBasis: '国函〔2026〕3号' } as RegisterChange;
    const unit: RegisterChange = { change: 'unit-settled', unit: 'working', basis: '纪要' };
    expect(said(unit, '513721')).toBe('UNKNOWN_DIVISION');
    const known = changed(register, '513721', [newer]);
    expect(said(unit, '513721', known)).toBe('ok');
    expect(said(add('513721/audit'), '513721', known)).toBe('ok');
    expect(said(add('513721001/audit'), '513721', known)).toBe('ok');
  });

  it('an older law without a list of divisions knows no better', () => {
    const command = registerCommand([add('513721/health')], { region: '513721', occurredAt: AT });
    expect(decideRegister(register, command, AT, { ...law, divisions: undefined })).toEqual({ ok: true });
  });

  it('is appointed an officer, or routed to, only where it is registered', () => {
    const appoint: RegisterChange = {
      change: 'officer-appointed',
      department: '653023/court',
      officer: 'o-1',
      ranks: ['officer'],
    };
    expect(said(appoint)).toBe('UNKNOWN_DEPARTMENT');
    const route = (department: string): RegisterChange => ({
      change: 'routing-set',
      body: 'health',
      department,
      basis: '委托',
    });
    expect([said(route('653022/health')), said(route(POLICE))]).toEqual(['UNKNOWN_DEPARTMENT', 'ok']);
  });

  it('a calendar is of divisions that there are', () => {
    const publish = (region: string): RegisterChange => ({
      change: 'calendar-published',
      records: [
        {
          region,
          year: 2027,
          name: '节',
          daysOff: [],
          makeUpWorkdays: [],
          basis: '某号',
          confidence: 'notice',
        },
      ],
    });
    expect(
      ['', '65', '6530', '653023', '99', '513721'].map((prefix) => said(publish(prefix), '100000')),
    ).toEqual(['ok', 'ok', 'ok', 'ok', 'UNKNOWN_DIVISION', 'UNKNOWN_DIVISION']);
  });

  it('enters nothing in a register itself, as yet', () => {
    const asked = registerCommand([add('653023/health')], {
      region: '653023',
      actor: { department: BUREAU, officer: 'head' },
    });
    expect(RegisterCommand.safeParse(asked).success).toBe(true);
    expect(decideRegister(register, asked, AT, law)).toMatchObject({ ok: false, code: 'NOT_PERMITTED' });
    const named = registerCommand([add('653023/health')], {
      region: '653023',
      actor: { service: 'operator', operator: 'op-1' },
    });
    expect(RegisterCommand.safeParse(named).success).toBe(true);
    expect(decideRegister(register, named, AT, law)).toEqual({ ok: true });
  });

  it('is not there twice in one command either', () => {
    expect(said([add('653023/health'), add('653023/health')])).toBe('DUPLICATE_DEPARTMENT');
  });

  it('can be given officers in the command that adds it', () => {
    expect(
      said([
        add('653023/health'),
        { change: 'officer-appointed', department: '653023/health', officer: 'o-1', ranks: ['officer'] },
      ]),
    ).toBe('ok');
  });

  it('answers for nothing once it is retired, and may come back', () => {
    const retired = changed(register, '653023', [{ change: 'department-retired', department: POLICE }]);
    expect(isActive(retired, POLICE)).toBe(false);
    expect(routeTo(retired, '653023', 'public-security')).toBeUndefined();
    const appoint: RegisterChange = {
      change: 'officer-appointed',
      department: POLICE,
      officer: 'o-3',
      ranks: ['officer'],
    };
    expect(said(appoint, '653023', retired)).toBe('UNKNOWN_DEPARTMENT');
    expect(said(add(POLICE), '653023', retired)).toBe('ok');
  });

  it('takes along its officers, keys and tokens, and comes back without them', () => {
    const [own, common] = ['1'.repeat(43), '2'.repeat(43)];
    const [sha, gone, other] = ['s'.repeat(43), 'g'.repeat(43), 'o'.repeat(43)];
    const issue = (department: string, sha256: string): RegisterChange => ({
      change: 'token-issued',
      token: `t-${sha256[0]}`,
      department,
      officer: 'o-1',
      sha256,
    });
    const before = changed(
      register,
      '653023',
      [
        { ...grant('k1', own), holder: { department: POLICE, officer: 'o-1' } },
        grant('k2', common, 'sign', POLICE),
        grant('k3', '3'.repeat(43)),
        issue(POLICE, sha),
        issue(POLICE, gone),
        issue(BUREAU, other),
        { change: 'token-revoked', token: 't-g' },
      ],
      '2024-03-01T00:00:00+08:00',
    );
    const back = changed(
      before,
      '653023',
      [{ change: 'department-retired', department: POLICE }, add(POLICE)],
      AT,
    );
    expect(isActive(back, POLICE)).toBe(true);
    expect(officersOf(back, POLICE)).toEqual([]);
    expect(ranksOf(back, POLICE, 'o-1', '2024-03-03T09:00:00+08:00')).toEqual(['officer']);
    expect(['k1', 'k2', 'k3'].map((key) => keyOf(back, key)?.revokedAt)).toEqual([AT, AT, undefined]);
    expect(tokenOf(back, sha)?.revokedAt).toBe(AT);
    expect(tokenOf(back, gone)?.revokedAt).toBe('2024-03-01T00:00:00+08:00');
    expect(tokenOf(back, other)?.revokedAt).toBeUndefined();
    expect(officersOf(back, BUREAU)).toEqual(officersOf(register, BUREAU));
  });

  it('takes back a token of its own only, and once', () => {
    const issued: RegisterChange = {
      change: 'token-issued',
      token: 't-a',
      department: BUREAU,
      officer: 'o-1',
      sha256: 'a'.repeat(43),
    };
    const given = changed(register, '653023', [issued]);
    const revoke = (department: string): RegisterChange => ({
      change: 'token-revoked',
      token: 't-a',
      department,
    });
    expect(said(revoke(POLICE), '653023', given)).toBe('UNKNOWN_TOKEN');
    expect(said(revoke(BUREAU), '653023', given)).toBe('ok');
    expect(said(revoke(BUREAU), '653023', changed(given, '653023', [revoke(BUREAU)]))).toBe('UNKNOWN_TOKEN');
  });

  it('cannot be entered for tomorrow', () => {
    const command = registerCommand([add('653023/health')], { region: '653023', occurredAt: AT });
    expect(decideRegister(register, command, '2024-03-04T08:59:59+08:00', law)).toMatchObject({
      code: 'OCCURRED_IN_FUTURE',
    });
  });
});

describe('经办人', () => {
  const appoint = (officer: string, rank: 'officer' | 'head'): RegisterChange => ({
    change: 'officer-appointed',
    department: BUREAU,
    officer,
    ranks: [rank],
  });
  const PROMOTED = '2024-03-01T00:00:00+08:00';
  const RETIRED = '2024-06-01T00:00:00+08:00';
  const promoted = changed(register, '653023', [appoint('o-1', 'head')], PROMOTED);
  const retired = changed(
    promoted,
    '653023',
    [{ change: 'officer-retired', department: BUREAU, officer: 'o-1' }],
    RETIRED,
  );

  it('has the ranks of the day: who was promoted in March was no head in February', () => {
    expect(ranksOf(promoted, BUREAU, 'o-1', '2024-02-01T09:00:00+08:00')).toEqual(['officer']);
    expect(ranksOf(promoted, BUREAU, 'o-1', PROMOTED)).toEqual(['head']);
    expect(ranksWhen(promoted, BUREAU, 'o-1', '2024-02-01T09:00:00+08:00', AT)).toEqual(['officer']);
  });

  it('keeps them for the time before he left, and has none after', () => {
    expect(ranksOf(retired, BUREAU, 'o-1', '2024-05-31T23:59:59+08:00')).toEqual(['head']);
    expect(ranksOf(retired, BUREAU, 'o-1', RETIRED)).toEqual([]);
    expect(officersOf(retired, BUREAU).map(({ officer }) => officer)).not.toContain('o-1');
    expect(officersOf(promoted, BUREAU)).toContainEqual({ officer: 'o-1', ranks: ['head'] });
  });

  it('records what is older than the registration with the ranks of today', () => {
    expect(ranksWhen(register, BUREAU, 'head', '1999-01-04T09:00:00+08:00', AT)).toEqual(['head']);
    expect(
      ranksWhen(retired, BUREAU, 'o-1', '1999-01-04T09:00:00+08:00', '2024-07-01T09:00:00+08:00'),
    ).toEqual([]);
  });

  it('is known by a token until that is revoked', () => {
    const sha256 = 's'.repeat(43);
    const issued = changed(register, '653023', [
      { change: 'token-issued', token: 't1', department: BUREAU, officer: 'o-1', sha256 },
    ]);
    expect(tokenOf(issued, sha256)).toMatchObject({ department: BUREAU, officer: 'o-1' });
    const revoked = changed(issued, '653023', [{ change: 'token-revoked', token: 't1' }], AT);
    expect(tokenOf(revoked, sha256)?.revokedAt).toBe(AT);
  });
});

describe('经办人的令牌', () => {
  it('goes when the officer goes, and does not come back with the id', () => {
    const issue = (officer: string): RegisterChange => ({
      change: 'token-issued',
      token: `t-${officer}`,
      department: BUREAU,
      officer,
      sha256: officer.at(-1)?.repeat(43) as string,
    });
    const left = changed(
      register,
      '653023',
      [
        issue('o-1'),
        issue('o-2'),
        { change: 'officer-retired', department: BUREAU, officer: 'o-1' },
        { change: 'officer-appointed', department: BUREAU, officer: 'o-1', ranks: ['officer'] },
      ],
      AT,
    );
    expect(tokenOf(left, '1'.repeat(43))?.revokedAt).toBe(AT);
    expect(tokenOf(left, '2'.repeat(43))?.revokedAt).toBeUndefined();
  });
});

describe('路由', () => {
  it('goes from the county up to the country', () => {
    expect(regionChain('653023')).toEqual(['653023', '653000', '650000', '100000']);
    expect(regionChain('650000')).toEqual(['650000', '100000']);
  });

  it.each([
    ['its own department', ['653023/health', '653000/health'], '653023/health'],
    ['that of the prefecture', ['653000/health', '650000/health'], '653000/health'],
    ['that of the province', ['650000/health'], '650000/health'],
    ['nobody', [], undefined],
  ])('answers with %s', (_who, departments, expected) => {
    expect(routeTo(registerWith(departments), '653023', 'health')).toBe(expected);
  });

  it('goes where the region says, before the region above', () => {
    const routed = changed(registerWith(['653000/health', '653022/health']), '653023', [
      { change: 'routing-set', body: 'health', department: '653022/health', basis: '委托' },
    ]);
    expect(routeTo(routed, '653023', 'health')).toBe('653022/health');
  });

  it('goes from a township to its county, and where the county is routed', () => {
    expect(routeTo(registerWith(['653023001/health', '653023/health']), '653023001', 'health')).toBe(
      '653023001/health',
    );
    expect(routeTo(registerWith(['653023/health']), '653023001', 'health')).toBe('653023/health');
    const routed = changed(registerWith(['653022/health']), '653023', [
      { change: 'routing-set', body: 'health', department: '653022/health', basis: '委托' },
    ]);
    expect(routeTo(routed, '653023001', 'health')).toBe('653022/health');
    expect(superiorOf(registerWith(['653023/health']), '653023001/health')).toBe('653023/health');
  });

  it('finds the nearest superior of the same kind', () => {
    const chain = registerWith([POLICE, '650000/public-security']);
    expect(superiorOf(chain, POLICE)).toBe('650000/public-security');
    expect(superiorOf(chain, '650000/public-security')).toBeUndefined();
  });
});

describe('地区的决定', () => {
  it('are those of the nearest region that settled the question, each question on its own', () => {
    const province = changed(register, '650000', [
      { change: 'unit-settled', unit: 'working', basis: '自治区规定' },
      { change: 'limit-switched', limit: 'fwd-filing-review-econ', active: true, basis: '自治区规定' },
    ]);
    const county = changed(province, '653023', [
      { change: 'unit-settled', unit: 'calendar', basis: '县规定' },
    ]);
    expect(settingsOf(county, '653023')).toMatchObject({
      unsettledUnit: { unit: 'calendar', basis: '县规定' },
      limits: { 'fwd-filing-review-econ': { active: true } },
    });
    expect(settingsOf(county, '653022').unsettledUnit?.unit).toBe('working');
    expect(settingsOf(county, '110101').unsettledUnit).toBeUndefined();
  });

  it('hold in the townships and zones of a county as in the county itself', () => {
    const basis = fc.constant('县规定');
    const change = fc.oneof<fc.Arbitrary<RegisterChange>[]>(
      fc.record({
        change: fc.constant('unit-settled' as const),
        unit: fc.constantFrom('calendar' as const, 'working' as const),
        basis,
      }),
      fc.record({ change: fc.constant('local-days-settled' as const), count: fc.boolean(), basis }),
      fc.record({
        change: fc.constant('limit-switched' as const),
        limit: fc.constantFrom(...timeLimits.map(({ id }) => id)),
        active: fc.boolean(),
        basis,
      }),
      fc.record({
        change: fc.constant('condition-switched' as const),
        condition: fc.constantFrom('no-criminal-open', 'one-clue-at-a-time'),
        active: fc.boolean(),
        basis,
      }),
    );
    const settled = fc.array(fc.tuple(fc.constantFrom('653023', '653000', '650000', '100000'), change));
    fc.assert(
      fc.property(settled, fc.integer({ min: 100, max: 999 }), (all, n) => {
        const after = all.reduce((on, [region, what]) => changed(on, region, [what]), register);
        expect(settingsOf(after, `653023${n}`)).toEqual(settingsOf(after, '653023'));
      }),
    );
  });

  it('switch a condition of procedures on or off with its basis, nearest region first', () => {
    const switched = (active: boolean): RegisterChange => ({
      change: 'condition-switched',
      condition: 'no-criminal-open',
      active,
      basis: '高法复函',
    });
    // The law names no condition that a region may switch yet; where it does, this is what a switch leaves.
    expect(said(switched(false))).toBe('UNKNOWN_CONDITION');
    const after = changed(changed(register, '650000', [switched(true)]), '653023', [switched(false)]);
    expect(settingsOf(after, '653023').conditions).toEqual({
      'no-criminal-open': { active: false, basis: '高法复函' },
    });
    expect(settingsOf(after, '653022').conditions['no-criminal-open']?.active).toBe(true);
    expect(settingsOf(after, '110101').conditions).toEqual({});
  });

  it('set an item of a declared kind with data of its shape, and no other', () => {
    const item = (kind: string, data: unknown): RegisterChange => ({
      change: 'item-set',
      kind,
      id: '653023/health',
      data: data as never,
      basis: '已逐件核查',
      from: AT,
    });
    const by = { department: '653023/joint-meeting-office', officer: 'o-1' };
    const cleared = item('cleared-dead-letters', { upTo: 7, letters: 3, by });
    const deputy = item('deputy', { deputy: 'o-2' });
    const without = item('cleared-dead-letters', { upTo: 7, letters: 3 });
    for (const change of [cleared, deputy, without])
      expect(RegisterChange.safeParse(change).success).toBe(true);
    expect([cleared, deputy, without].map((change) => said(change))).toEqual([
      'ok',
      'UNKNOWN_ITEM_KIND',
      'FIELD_REFUSED',
    ]);
  });

  it('set a filter of an inbox for a department that is there, of procedures that are, and end it with the department', () => {
    const filter = (id: string, data: unknown, until?: string): RegisterChange => ({
      change: 'item-set',
      kind: 'inbox-filter',
      id,
      data: data as never,
      basis: '卫健委来函',
      from: AT,
      ...(until ? { until } : {}),
    });
    const HEALTH = '653023/health';
    const LATER = '2024-03-05T09:00:00+08:00';
    const withHealth = registerWith([BUREAU, HEALTH]);
    const licences = { procedures: ['practice-licence'], regions: ['653023'] };
    const id = `${HEALTH}/licences`;
    const asked: [string, unknown][] = [
      [id, licences],
      ['653023/tax/licences', licences],
      [`${HEALTH}/Licences`, licences],
      [id, { procedures: ['no-such-thing'] }],
      [id, {}],
      [id, { procedures: [] }],
      [id, { procedures: ['practice-licence', 'practice-licence'] }],
      [id, { regions: ['653023001'] }],
    ];
    const answers = asked.map(([of, data]) => said(filter(of, data), '653023', withHealth));
    expect(answers.slice(0, 4)).toEqual(['ok', 'UNKNOWN_DEPARTMENT', 'FIELD_REFUSED', 'UNKNOWN_PROCEDURE']);
    expect(new Set(answers.slice(4))).toEqual(new Set(['FIELD_REFUSED']));
    const set = changed(withHealth, '653023', [filter(id, licences)]);
    expect(filtersOf(set, HEALTH, LATER)).toEqual({ licences });
    expect(filtersOf(set, '653023/healt', LATER)).toEqual({});
    const ended = changed(set, '653023', [filter(id, licences, AT)]);
    expect(filtersOf(ended, HEALTH, LATER)).toEqual({});
    const retired = changed(set, '653023', [{ change: 'department-retired', department: HEALTH }], AT);
    expect(filtersOf(retired, HEALTH, LATER)).toEqual({});
  });

  const agree = (
    limit: string,
    span: RegisterChange & { change: 'agreed-limit-set' } extends { span: infer S } ? S : never,
  ): RegisterChange => ({
    change: 'agreed-limit-set',
    limit,
    span,
    basis: '联席会议纪要',
  });

  it('may set an agreed limit, never a statutory one', () => {
    expect(said(agree('agr-clue-acknowledge', { workingDays: 1 }))).toBe('ok');
    expect(said(agree('fwd-filing-review', { calendarDays: 30 }))).toBe('LIMIT_NOT_AGREED');
    expect(said(agree('agr-nothing', { workingDays: 1 }))).toBe('UNKNOWN_LIMIT');
    expect(said(agree('agr-clue-acknowledge', { setByDocument: true }))).toBe('LIMIT_NOT_AGREED');
  });

  it('leave a statutory limit as it is even where the register should hold another number', () => {
    const limit = law.timeLimitOn('fwd-filing-review', '2024-03-05');
    if (!limit) throw new Error('no such limit');
    const due = dueDate({
      limit,
      from: '2024-03-05T11:00:00+08:00',
      region: '320200',
      calendar: foldCalendar(register.calendarRecords, law.regimes),
      settings: {
        limits: {},
        pauses: {},
        agreed: { 'fwd-filing-review': { span: { calendarDays: 30 }, basis: 'x' } },
        conditions: {},
      },
    });
    expect(due.latestDueAt).toBe('2024-03-09T00:00:00+08:00');
  });

  it('name limits that exist', () => {
    expect(said({ change: 'limit-switched', limit: 'fwd-nothing', active: true, basis: 'x' })).toBe(
      'UNKNOWN_LIMIT',
    );
    expect(said({ change: 'pause-allowed', limit: 'fwd-nothing', basis: 'x' })).toBe('UNKNOWN_LIMIT');
  });
});

describe('登记簿的折叠', () => {
  it('changes nothing it was given and survives JSON', () => {
    const frozen = deepFreeze(structuredClone(register));
    const after = changed(frozen, '653023', [add('653023/health'), grant('k', '3'.repeat(43))]);
    expect(JSON.parse(JSON.stringify(after))).toEqual(after);
    expect(isActive(frozen, '653023/health')).toBe(false);
    expect(emptyRegister.at).toBe(0);
  });

  it('knows up to which entry it was folded, and which commands it took', () => {
    const after = changed(register, '653023', [add('653023/health')]);
    expect(after.at).toBe(register.at + 1);
    expect(after.commands[`653023 r-${register.at}`]).toBe(after.at);
  });
});

describe('the time stated by a person', () => {
  const state = (says: string, region = '100000'): string =>
    said({ change: 'clock-stated', says, basis: '授时中心' }, region);

  it('is entered where it agrees with the platform’s clock to ten minutes, and nowhere else', () => {
    expect(state(AT)).toBe('ok');
    expect(state('2024-03-04T09:10:00+08:00')).toBe('ok');
    expect(state('2024-03-04T08:49:59+08:00')).toBe('CLOCK_NOT_AS_STATED');
    expect(state('2029-03-04T09:00:00+08:00')).toBe('CLOCK_NOT_AS_STATED');
  });

  it('stands alone and in the national register', () => {
    expect(state(AT, '653023')).toBe('FIELD_REFUSED');
    const beside: RegisterChange[] = [
      { change: 'clock-stated', says: AT, basis: '授时中心' },
      { change: 'department-retired', department: BUREAU },
    ];
    expect(said(beside, '100000')).toBe('FIELD_REFUSED');
  });

  it('is kept by its place, and changes nothing else', () => {
    const command = registerCommand([{ change: 'clock-stated', says: AT, basis: '授时中心' }], {
      region: '100000',
      occurredAt: AT,
    });
    const after = applyRegister(register, command, 77);
    expect(after.clockStatedAt).toBe(77);
    expect({ ...after, at: 0, clockStatedAt: 0, commands: {} }).toEqual({ ...register, at: 0, commands: {} });
    expect(
      applyRegister(after, registerCommand([], { region: '653023', occurredAt: AT }), 78).clockStatedAt,
    ).toBe(77);
  });
});
