// The ten rules of the rehearsal, each with published facts it was written for.

import { describe, expect, it } from 'vitest';
import { law } from '../../../law/law.ts';
import type { Body } from '../../../schemas/ids.ts';
import { bodyOfWord, DepartmentWord } from '../../../services/rehearsal/bodies.ts';
import { planCases } from '../../../services/rehearsal/plan.ts';
import { corrections } from '../../../services/rehearsal/reading-rows.ts';
import { wordingOf } from '../../../services/rehearsal/transfer-wording.ts';
import { caseOf, cases, fact, plan } from './shipped.ts';

describe('rule 1, bodies', () => {
  it('knows thirteen words', () => {
    expect(Object.fromEntries(DepartmentWord.options.map((word) => [word, bodyOfWord(word)]))).toEqual({
      insurance: 'medical-insurance',
      police: 'public-security',
      procuratorate: 'procuratorate',
      court: 'court',
      discipline: 'discipline-inspection',
      health: 'health',
      market: 'market-regulation',
      drug: 'drug-regulation',
      audit: 'audit',
      finance: 'finance',
      tax: 'tax',
      civilAffairs: 'civil-affairs',
      justice: 'justice',
    } satisfies Record<DepartmentWord, Body>);
  });

  it.each(['RC-081#2', 'RC-092#3', 'RC-096#1', 'RC-096#5', 'RC-101#1'])(
    'tells the agency from the bureau where the text does: %s',
    (published) => {
      expect(fact(published).actor).toMatch(/\/insurance-agency$/);
    },
  );
});

describe('an organ of its day', () => {
  it('is the one the text calls by the name it had then: 卫计部门 before January 2019 is no 卫生健康委 (JG2018)', () => {
    expect(fact('RC-085#3')).toMatchObject({
      actor: '150782/health-family-planning',
      does: { kind: 'act' },
    });
  });

  it('is today’s in every other case', () => {
    expect(plan.departments.filter((department) => department.endsWith('/health-family-planning'))).toEqual([
      '150782/health-family-planning',
    ]);
  });
});

describe('rule 2, the level an organ acts at', () => {
  it.each([
    ['RC-001#2', '320200/medical-insurance', '无锡市医保局'],
    ['RC-001#5', '100000/medical-insurance', '国家和省级检查组'],
    ['RC-001#8', '100000/medical-insurance', '国家医保局'],
    ['RC-004#4', '340000/health', '省市卫健'],
    ['RC-004#5', '341200/discipline-inspection', '阜阳市纪委监委'],
    ['RC-004#7', '340000/medical-insurance', '全省'],
    ['RC-005#9', '140000/discipline-inspection', '山西省纪委监委'],
    ['RC-007#3', '500108/discipline-inspection', '报市纪委监委批准: not the actor'],
    ['RC-019#4', '100000/public-security', '公安部'],
    ['RC-025#2', '310000/medical-insurance', '市医保局 in a district of a municipality'],
    ['RC-027#4', '110000/court', '北京二中院'],
    ['RC-028#3', '100000/court', '最高法'],
    ['RC-031#2', '310116/court', '金山法院'],
    ['RC-035#2', '440000/court', '广东高院'],
    ['RC-041#1', '520000/medical-insurance', '省级医保'],
    ['RC-046#1', '100000/audit', '审计署'],
    ['RC-057#2', '100000/medical-insurance', '国家局'],
    ['RC-063#2', '360700/court', '终审 without a court named'],
    ['RC-065#5', '230000/medical-insurance', '省医保局'],
    ['RC-079#3', '330602/court', '越城法院'],
    ['RC-091#4', '330700/medical-insurance', '市级医保'],
    ['RC-095#2', '430900/civil-affairs', '大通湖管理区 has no code'],
    ['RC-096#3', '000000/insurance-agency', '地区未公开'],
    ['RC-097#1', '441502/court', '汕尾城区法院'],
    ['RC-103#5', '330106/court', '西湖区法院'],
    ['RC-105#2', '433100/court', '湘西中院'],
    ['RC-111#2', '100000/discipline-inspection', '中央纪委'],
  ])('%s is by %s: %s', (published, actor) => {
    expect(fact(published).actor).toBe(actor);
  });

  it('also places those who are told', () => {
    expect(fact('RC-023#2').does).toMatchObject({ to: ['420116/public-security'] });
    expect(fact('RC-026#1').does).toMatchObject({ to: ['310000/medical-insurance'] });
    expect(fact('RC-094#1').does).toMatchObject({ to: ['430921/medical-insurance'] });
  });
});

describe('rule 2, the organ that is not named again', () => {
  it.each([
    ['RC-004#8', '341200/discipline-inspection', '阜阳市纪委监委 had the case'],
    ['RC-026#4', '310000/insurance-agency', '市医保局 joined in finding it; the agreement is its agency’s'],
    ['RC-026#5', '310000/insurance-agency', '市医保局 joined in finding it; the agreement is its agency’s'],
    ['RC-065#3', '230100/insurance-agency', '市医保局 had transferred it; the agreement is its agency’s'],
    ['RC-065#4', '230100/medical-insurance', '市医保局 had transferred it'],
    ['RC-073#2', '120000/medical-insurance', '市医保局 had received the report'],
    ['RC-094#3', '430921/medical-insurance', '县局 was named since'],
    ['RC-005#2', '141182/public-security', 'no organ of the city was named'],
  ])('%s stays with %s: %s', (published, actor) => {
    expect(fact(published).actor).toBe(actor);
  });

  it('is the one that receives as well', () => {
    expect(fact('RC-073#5')).toMatchObject({ actor: '120000/medical-insurance' });
  });

  it('is no ministry and no province, which report on a case and do not handle it', () => {
    const { facts } = planCases(
      [
        caseOf(
          [
            { from: 'insurance', action: 'status_notice', text: '国家医保局通报' },
            { from: 'insurance', action: 'status_notice', text: '省医保局曝光' },
            { from: 'insurance', action: 'fine', text: '罚款' },
          ],
          { region: '湖南省益阳市南县' },
        ),
      ],
      law,
    );
    expect(facts.map(({ actor }) => actor)).toEqual([
      '100000/medical-insurance',
      '430000/medical-insurance',
      '430921/medical-insurance',
    ]);
  });
});

describe('rule 2, several organs named at once', () => {
  const told = (event: Parameters<typeof caseOf>[0][number], region = '湖南省益阳市南县') =>
    planCases([caseOf([event], { region })], law).facts[0]?.does;

  it('both receivers are told of a clue', () => {
    expect(
      told({ from: 'insurance', to: 'market', action: 'clue_transferred', text: '线索移送市场监管、药监' }),
    ).toMatchObject({ kind: 'clue', to: ['430921/market-regulation', '430921/drug-regulation'] });
    expect(
      told({ from: 'insurance', to: 'police', action: 'transfer_to_police', text: '线索移送公安和卫健部门' }),
    ).toMatchObject({ kind: 'clue', to: ['430921/public-security', '430921/health'] });
  });

  it('only organs of one list belong together', () => {
    expect(
      told({
        from: 'insurance',
        to: 'market',
        action: 'clue_transferred',
        text: '线索移送市场监管,药监局另查',
      }),
    ).toMatchObject({ to: ['430921/market-regulation'] });
  });

  it('two levels are two organs, and a list shares its level', () => {
    expect(fact('RC-004#4')).toMatchObject({
      actor: '340000/health',
      does: { to: ['341200/health', '340000/medical-insurance', '341200/medical-insurance'] },
    });
    expect(fact('RC-001#5')).toMatchObject({
      actor: '100000/medical-insurance',
      does: { to: ['320000/medical-insurance'] },
    });
    expect(fact('RC-091#4').does).toMatchObject({
      told: [
        '330700/market-regulation',
        '330700/public-security',
        '330700/health',
        '330700/procuratorate',
        '330700/court',
      ],
    });
  });
});

describe('rule 2, organs of the country', () => {
  const actorOf = (from: 'health' | 'police' | 'drug' | 'finance', text: string) =>
    planCases([caseOf([{ from, action: 'status_notice', text }], { region: '重庆市' })], law).facts[0]?.actor;

  it.each<['health' | 'police' | 'drug' | 'finance', string, string]>([
    ['health', '卫生部通报', '100000/health'],
    ['health', '国家卫健委通报', '100000/health'],
    ['health', '卫生部门责令整改', '500000/health'],
    ['police', '公安部发布', '100000/public-security'],
    ['police', '公安部门立案', '500000/public-security'],
    ['police', '报公安部批准后立案', '500000/public-security'],
    ['drug', '国家药监局通报', '100000/drug-regulation'],
    ['finance', '财政部门追缴', '500000/finance'],
  ])('%s “%s” is %s', (from, text, actor) => {
    expect(actorOf(from, text)).toBe(actor);
  });
});

describe('rule 3, order', () => {
  it('plays the implied transfer before the filing of 22 September and the copy after it', () => {
    const wuxi = plan.facts.filter((planned) => planned.case === 'RC-001');
    expect(wuxi.map((planned) => (planned.filled ? `(${planned.fact})` : planned.fact))).toEqual([
      1,
      2,
      3,
      '(7)',
      4,
      5,
      6,
      7,
      8,
      9,
      10,
      11,
    ]);
  });

  it('keeps day, month and year apart', () => {
    expect([fact('RC-001#4').at, fact('RC-001#4').precision]).toEqual(['2024-09-22T12:00:00+08:00', 'day']);
    expect(fact('RC-004#6').precision).toBe('year');
    expect(fact('RC-005#2').precision).toBe('month');
    expect(fact('RC-017#2').precision).toBe('undated');
  });
});

describe('rule 5, transfer or clue', () => {
  it.each([
    'RC-017#2',
    'RC-025#2',
    'RC-038#5',
    'RC-043#2',
    'RC-048#2',
    'RC-065#2',
    'RC-073#2',
    'RC-099#2',
    'RC-103#3',
  ])('%s is a transfer', (published) => {
    expect(fact(published).does.kind).toBe('transfer');
  });

  it.each([
    'RC-002#3',
    'RC-011#2',
    'RC-019#1',
    'RC-021#1',
    'RC-022#1',
    'RC-023#2',
    'RC-030#2',
    'RC-045#2',
    'RC-052#5',
    'RC-057#4',
    'RC-059#4',
    'RC-062#3',
    'RC-081#2',
    'RC-100#2',
    'RC-101#2',
  ])('%s is a clue to the police', (published) => {
    expect(fact(published).does).toMatchObject({ kind: 'clue', topic: 'suspected-crime' });
  });

  it.each<[string, 'transfer' | 'clue']>([
    ['依法移送公安机关', 'transfer'],
    ['发出涉嫌犯罪案件移送书', 'transfer'],
    ['移送案件及材料', 'transfer'],
    ['案件移交司法机关', 'transfer'],
    ['移送司法机关处理', 'transfer'],
    ['依法移交司法机关', 'transfer'],
    ['线索移交司法机关', 'clue'],
    ['将线索移送公安', 'clue'],
    ['移交公安协查', 'clue'],
    ['请公安关注', 'clue'],
  ])('%s is a %s', (wording, kind) => {
    expect(wordingOf(wording)).toBe(kind);
  });

  it('a transfer known only from its copy is filled in, and the copy tells of it as a clue', () => {
    const implied = plan.facts.filter(({ filled }) => filled);
    expect(implied).toHaveLength(1);
    expect(implied[0]).toMatchObject({
      case: 'RC-001',
      actor: '320200/medical-insurance',
      precision: 'undated',
      does: { kind: 'transfer', to: '320200/public-security', supervisor: '320200/procuratorate' },
    });
    expect(fact('RC-001#7').does).toMatchObject({ kind: 'receipt', to: ['320200/health'] });
    expect(fact('RC-001#4').does).toEqual({ kind: 'file', transfer: 'RC-001#7' });
  });

  it('what is told to have been received is the receiver’s, and begins what the receiver goes on with', () => {
    expect(fact('RC-001#7').party.summary).toContain('市卫健委收到医保局');
    expect(fact('RC-001#7')).toMatchObject({
      actor: '320200/health',
      does: {
        from: '320200/medical-insurance',
        topic: 'medical-practice',
        begins: { ways: [{ procedure: 'practice-licence', command: 'begin-measure' }] },
      },
    });
  });

  it('received and no more, it begins nothing', () => {
    const told = caseOf([
      {
        date: '2024-03-01',
        from: 'insurance',
        to: 'health',
        action: 'clue_transferred',
        text: '市卫健委收到医保局移送的线索',
      },
      { date: '2024-03-08', from: 'health', action: 'licence_revoked', text: '吊销执业许可证' },
    ]);
    const [receipt] = planCases([told], law).facts;
    expect(receipt).toMatchObject({ actor: '320200/health', does: { kind: 'receipt' } });
    expect(receipt?.does).not.toHaveProperty('begins');
  });

  it('a transfer that grew out of a clue says which', () => {
    expect(fact('RC-017#2').does).toMatchObject({ kind: 'transfer', upgrades: 'RC-017#1' });
  });

  it('the receiver of a clue verifies it and files an administrative case', () => {
    expect(fact('RC-095#2').does).toEqual({ kind: 'clue-step', command: 'accept-clue', clue: 'RC-095#1' });
    expect(fact('RC-095#3').does).toEqual({ kind: 'clue-step', command: 'file-admin', clue: 'RC-095#1' });
  });

  it('a filing by the police without an open transfer begins the criminal process', () => {
    const ways = [{ procedure: 'criminal-process', command: 'report-investigation' }];
    expect(fact('RC-002#5').does).toMatchObject({ kind: 'act', ways });
    expect(fact('RC-011#3').does).toMatchObject({ kind: 'act', ways });
  });
});

describe('rule 6, amounts', () => {
  it.each([
    ['RC-005#5', '5250719'],
    ['RC-106#4', '873290'],
    ['RC-036#1', '664358'],
    ['RC-099#2', '1579100'],
    ['RC-099#3', '1105370'],
  ])('%s is %s fen, with its source', (published, fen) => {
    expect(fact(published).party.amountFen).toBe(fen);
    expect(fact(published).party.amountSource).not.toBe('');
  });

  it.each(['RC-004#7', 'RC-013#6', 'RC-015#3', 'RC-015#6', 'RC-069#4'])(
    '%s is a total of a region or campaign and no amount of the case',
    (published) => {
      expect(fact(published).party.amountFen).toBeUndefined();
      expect(fact(published).party.amountSource).toContain('不作为本案金额');
    },
  );

  it('holds for the amount of the case as well', () => {
    const amounts = new Map(plan.cases.map((planned) => [planned.id, planned.amountFen]));
    expect(amounts.get('RC-001')).toBe('1179200000');
    expect(amounts.get('RC-014')).toBeUndefined();
    expect(amounts.get('RC-015')).toBeUndefined();
  });
});

describe('rule 7, nobody’s fact', () => {
  it.each(['RC-011#1', 'RC-026#6', 'RC-046#3', 'RC-087#3', 'RC-004#2'])(
    '%s is noted by the publisher',
    (published) => {
      expect(fact(published).actor).toBe('publisher');
    },
  );

  it.each([
    ['RC-001#1', '320200/medical-insurance'],
    ['RC-073#1', '120000/medical-insurance'],
    ['RC-110#1', '430112/public-security'],
  ])('%s names its actor in the text: %s', (published, actor) => {
    expect(fact(published)).toMatchObject({ actor });
  });

  it.each([
    ['RC-053#1', '330482/medical-insurance'],
    ['RC-100#1', '430225/medical-insurance'],
    ['RC-007#2', '500108/discipline-inspection'],
  ])('that reached an organ is its receipt: %s, by %s', (published, actor) => {
    expect(fact(published)).toMatchObject({ actor, does: { kind: 'act' } });
  });

  it('of an investigation is the police’s, who investigate (RC-062#4)', () => {
    expect(fact('RC-062#4')).toMatchObject({ actor: '371621/public-security' });
  });
});

describe('rule 8, contradictions', () => {
  it('every correction names a fact whose text and field are as quoted, and is applied', () => {
    expect(plan.corrections).toHaveLength(corrections.length);
    expect(new Set(corrections.map((row) => `${row.case}#${row.fact}/${row.field}`)).size).toBe(
      corrections.length,
    );
  });

  it('the police asked the procuratorate to step in early, not the other way round', () => {
    expect(fact('RC-030#3')).toMatchObject({
      actor: '110118/public-security',
      does: { kind: 'act', to: ['110118/procuratorate'] },
    });
  });

  it.each([
    ['RC-004#2', 'publisher', { fact: 'joint-investigation' }],
    ['RC-009#1', '511824/discipline-inspection', { kind: 'act' }],
    ['RC-046#3', 'publisher', { fact: 'status-notice' }],
    ['RC-079#4', '330600/court', { ways: [{ procedure: 'criminal-process', command: 'accept-appeal' }] }],
    ['RC-096#6', 'publisher', { kind: 'conduct' }],
  ])('%s is by %s: %o', (published, actor, does) => {
    expect(fact(published)).toMatchObject({ actor, does });
  });

  it('a correction does not hold for another text under the same id', () => {
    const other = cases
      .filter(({ id }) => id === 'RC-030')
      .map((published) => ({
        ...published,
        events: published.events.map((event) => ({ ...event, text: `${event.text}(另一文本)` })),
      }));
    expect(planCases(other, law).corrections).toEqual([]);
  });
});

describe('rule 9, internal steps, supervision, linked cases', () => {
  it('what a city bureau hands down of a flying inspection goes to the county’s bureau', () => {
    expect(fact('RC-094#1')).toMatchObject({
      actor: '430900/medical-insurance',
      does: {
        ways: [{ procedure: 'flying-inspection', command: 'hand-over-findings' }],
        to: ['430921/medical-insurance'],
      },
    });
  });

  it('supervision without a published transfer stands on its own', () => {
    expect(fact('RC-014#2')).toMatchObject({
      actor: '640200/procuratorate',
      does: { kind: 'supervise', of: '640200/public-security' },
    });
  });

  it('a discipline body may send a clue, but no transfer', () => {
    expect(fact('RC-019#1')).toMatchObject({ actor: '511722/discipline-inspection', does: { kind: 'clue' } });
    const [sent] = planCases(
      [
        caseOf([
          { from: 'discipline', to: 'police', action: 'transfer_to_police', text: '纪委将案件移送公安' },
        ]),
      ],
      law,
    ).facts;
    expect(sent?.does.kind).toBe('clue');
  });

  it.each([
    ['RC-013#6', 'RC-013/2'],
    ['RC-026#6', 'RC-026/2'],
    ['RC-061#3', 'RC-061/2'],
    ['RC-061#4', 'RC-061/2'],
    ['RC-069#4', 'RC-069/2'],
    ['RC-105#3', 'RC-105/2'],
  ])('%s is about somebody else and hangs on %s', (published, file) => {
    expect(fact(published).filedUnder).toBe(file);
  });

  it('what follows in a linked case does not presume a filing in the main one', () => {
    const files = plan.facts.filter(({ filedUnder }) => filedUnder.includes('/'));
    expect(files.filter(({ presumesFilingOf }) => presumesFilingOf !== undefined)).toEqual([]);
  });
});

describe('rule 10, what must have happened before', () => {
  it.each([
    ['RC-017#3', 'RC-017#2'],
    ['RC-048#3', 'RC-048#2'],
    ['RC-073#3', 'RC-073#2'],
    ['RC-099#3', 'RC-099#2'],
    ['RC-103#5', 'RC-103#3'],
  ])('%s presumes that %s was filed', (published, transfer) => {
    expect(fact(published).presumesFilingOf).toBe(transfer);
  });
});
