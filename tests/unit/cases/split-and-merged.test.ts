// Published cases that part by person or charge, or come together, told from their text.
import { describe, expect, it } from 'vitest';
import {
  type Act,
  fined,
  handedOver,
  investigated,
  publishedCase,
  refunded,
  toldOf,
} from '../../support/published-case.ts';

const POLICE = 'public-security';
const persons = (...names: string[]) => ({
  newSubjects: names.map((subject) => ({ subject, kind: 'person' as const })),
});
const measure = (coerciveMeasure: string, body = {}) => ({ fields: { coerciveMeasure }, ...body });
/** One person from the request to prosecute to the judgment of first instance. */
const tried = (
  s: string,
  sent: string,
  indicted: string,
  judged: string,
  command = 'judge-with-fine',
): Act[] => [
  [sent, POLICE, `criminal-process:${s} send-for-prosecution`, 'sent-for-review'],
  [sent, 'procuratorate', `criminal-process:${s} accept-for-review`, 'under-review'],
  [indicted, 'procuratorate', `criminal-process:${s} prosecute`, 'indicted'],
  [indicted, 'court', `criminal-process:${s} accept-for-trial`, 'on-trial'],
  [judged, 'court', `criminal-process:${s} ${command}`, 'judged'],
];
/** A person's process begun by the police. */
const begun = (day: string, ...names: string[]): Act[] =>
  names.map((s) => [day, POLICE, `criminal-process:${s} report-investigation`, 'investigating', persons(s)]);
/** Appealed in time, sent up, and upheld or changed by the court above. */
const onAppeal = (s: string, appealed: string, accepted: string, decided: string, court: string): Act[] => [
  [appealed, 'court', `criminal-process:${s} lodge-appeal`, 'appealed'],
  [appealed, 'court', `criminal-process:${s} forward-appeal`, 'appeal-forwarded', { to: [court] }],
  [accepted, court, `criminal-process:${s} accept-appeal`, 'second-instance'],
  [decided, court, `criminal-process:${s} decide-appeal-with-fine`, 'effective-with-fine'],
];

describe('拆案：按人、按罪名分开', () => {
  it('RC-013 赣榆王某、相某: from the procuratorate to the bureau; one prosecuted and sentenced, the other not prosecuted', () => {
    const w = publishedCase(['320707']);
    const acts: Act[] = [
      ['2022-03-07', 'procuratorate', 'clue-notice send-clue', 'sent', { to: ['medical-insurance'] }],
      ['2022-03-08', 'medical-insurance', 'clue-notice acknowledge', 'acknowledged'],
      ['2022-03-09', 'medical-insurance', 'clue-notice accept-clue', 'verifying'],
      ['2022-03-28', 'medical-insurance', 'clue-notice upgrade-to-transfer', 'concluded'],
      [
        '2022-03-28',
        'medical-insurance',
        'criminal-transfer submit-transfer-report',
        'awaiting-head-decision',
      ],
      ['2022-03-29', 'medical-insurance', 'criminal-transfer approve-transfer', 'approved-for-handover'],
      ['2022-03-29', 'medical-insurance', 'criminal-transfer hand-over', 'delivered'],
      ['2022-03-30', POLICE, 'criminal-transfer sign-receipt', 'accepted'],
      ['2022-04-01', POLICE, 'criminal-transfer file-case', 'filed'],
      ...begun('2022-04-02', 's1', 's2'),
      ...tried('s1', '2023-03-20', '2023-04-18', '2023-05-10'),
      ['2023-03-20', POLICE, 'criminal-process:s2 send-for-prosecution', 'sent-for-review'],
      ['2023-03-20', 'procuratorate', 'criminal-process:s2 accept-for-review', 'under-review'],
      [
        '2023-04-18',
        'procuratorate',
        'criminal-process:s2 decide-non-prosecution',
        'non-prosecuted',
        { fields: { nonProsecutionKind: 'discretionary' } },
      ],
    ];
    expect(w.play(...acts)).toEqual(w.asTold(...acts));
    // Received on Monday 7 March: fifteen working days end with 28 March.
    expect(w.clock('clue-verify')).toBe('medical-insurance 2022-03-28 met');
    expect(w.sideBySide()).toMatchObject({
      'clue-notice': 'concluded',
      'criminal-process:s1': 'judged',
      'criminal-process:s2': 'non-prosecuted',
    });
    const batch: Act[] = [
      ['2023-06-12', 'procuratorate', 'clue-notice send-clue', 'sent', { to: ['653022/medical-insurance'] }],
    ];
    expect(publishedCase(['320707', '653022']).play(...batch)).toEqual(w.asTold(...batch));
  });

  it('RC-073 天津崔某某: a clue about one, four found by the police, four sentenced each by what he took', () => {
    const w = publishedCase(['120119']);
    const four = ['s1', 's2', 's3', 's4'];
    const acts: Act[] = [
      ...handedOver('2019-05-06', '2019-05-08', persons('s1')),
      ...begun('2019-05-09', ...four).map(
        (act): Act => (act[2].includes(':s1 ') ? [act[0], act[1], act[2], act[3]] : act),
      ),
      ...four.map(
        (s): Act => [
          '2019-08-05',
          POLICE,
          `criminal-process:${s} report-finding`,
          'investigating',
          { fields: { progress: 'finding' } },
        ],
      ),
      ...four.flatMap((s) => tried(s, '2020-03-02', '2020-03-30', '2020-07-06')),
    ];
    expect(w.play(...acts)).toEqual(w.asTold(...acts));
    expect(Object.entries(w.sideBySide()).filter(([name]) => name.startsWith('criminal-process'))).toEqual(
      four.map((s) => [`criminal-process:${s}`, 'judged']),
    );
    const back = refunded('2020-08-03', '2020-08-20');
    expect(w.play(...back)).toEqual(w.asTold(...back));
  });

  it('RC-079 绍兴袍江医院: the surgeon surrenders and is tried alone and appeals; the organisers are tried apart', () => {
    const w = publishedCase(['330600', '330000']);
    const acts: Act[] = [
      ...begun('2022-05-16', 's1', 's2'),
      [
        '2022-05-16',
        POLICE,
        'criminal-process:s1 report-finding',
        'investigating',
        { fields: { progress: 'surrender' } },
      ],
      ...tried('s1', '2023-12-04', '2024-01-03', '2024-05-06'),
      ['2024-05-13', 'court', 'criminal-process:s1 lodge-appeal', 'appealed'],
      [
        '2024-05-15',
        'court',
        'criminal-process:s1 forward-appeal',
        'appeal-forwarded',
        { to: ['330000/court'] },
      ],
      ['2024-05-20', '330000/court', 'criminal-process:s1 accept-appeal', 'second-instance'],
    ];
    expect(w.play(...acts)).toEqual(w.asTold(...acts));
    // On appeal and on trial stands the one, with the police the other.
    expect(w.sideBySide()).toEqual({
      'criminal-process:s1': 'second-instance',
      'criminal-process:s2': 'investigating',
    });
    // Accepted on 3 January: two months end with 3 March, a Sunday; a third month was not asked for.
    expect(w.clock('pro-trial')).toBe('court 2024-03-04 breached');
    expect(w.clock('pro-appeal-forward')).toBe('court 2024-05-16 met');
  });

  it('RC-105 凤凰为民同济医院: twelve by judgment of second instance, the public official in a case of crime in office', () => {
    const w = publishedCase(['433123', '433100']);
    const acts: Act[] = [
      ...handedOver('2018-07-23', '2018-07-25', persons('s1')),
      ...begun('2018-07-26', 's1').map((act): Act => [act[0], act[1], act[2], act[3]]),
      ...tried('s1', '2020-11-02', '2020-12-01', '2021-01-25'),
      ...onAppeal('s1', '2021-02-01', '2021-02-08', '2021-09-06', '433100/court'),
      toldOf('2021-09-07', 'medical-insurance', 'discipline-inspection'),
      [
        '2021-09-07',
        'medical-insurance',
        'discipline-referral:s2 identify-discipline-clue',
        'identified',
        {
          newSubjects: [{ subject: 's2', kind: 'person', publicOfficial: true }],
          fields: { disciplineNature: 'duty-crime' },
        },
      ],
      ['2021-09-07', 'medical-insurance', 'discipline-referral:s2 approve-discipline-referral', 'approved'],
      ['2021-09-08', 'medical-insurance', 'discipline-referral:s2 send-discipline-referral', 'sent'],
      [
        '2021-09-09',
        'discipline-inspection',
        'discipline-referral:s2 receive-discipline-referral',
        'received',
      ],
      ['2021-09-10', 'discipline-inspection', 'discipline-referral:s2 take-on-discipline-clue', 'taken-on'],
    ];
    expect(w.play(...acts)).toEqual(w.asTold(...acts));
    expect(w.sideBySide()).toMatchObject({
      'criminal-process:s1': 'effective-with-fine',
      'discipline-referral:s2': 'taken-on',
      'discipline-case:s2': 'registered',
    });
  });

  it('RC-061 临汾仁和医院: the fugitive, the cancelled licence; who took money to get him out is a case of its own, linked', () => {
    const w = publishedCase(['141002']);
    const acts: Act[] = [
      ...begun('2024-05-06', 's1'),
      [
        '2024-06-03',
        POLICE,
        'criminal-process:s1 report-finding',
        'investigating',
        { fields: { progress: 'fugitive-sought' } },
      ],
      toldOf('2025-04-01', POLICE, 'health'),
      ['2025-04-01', 'health', 'practice-licence begin-measure', 'investigating'],
      ['2025-06-02', 'health', 'practice-licence inform-party', 'party-informed'],
      ['2025-06-05', 'health', 'practice-licence record-statement', 'party-heard'],
      [
        '2025-06-09',
        'health',
        'practice-licence cancel-practice-licence',
        'decided',
        { fields: { issuedHere: true } },
      ],
      [
        '2025-06-10',
        POLICE,
        'case link-case',
        'known',
        { links: [{ case: '141002-bbbbbbbbbbbbbbbb', relation: 'derived' }] },
      ],
    ];
    expect(w.play(...acts)).toEqual(w.asTold(...acts));
    expect(w.clock('mea-decision')).toBe('health 2025-06-30 met');
    // The two fixers: another case, judged and appealed at once.
    const fixers = publishedCase(['141002', '141000']);
    const theirs: Act[] = [
      ['2024-12-02', 'discipline-inspection', 'discipline-outbound find-outbound-matter', 'found'],
      [
        '2024-12-02',
        'discipline-inspection',
        'discipline-outbound send-outbound-matter',
        'sent',
        { to: [POLICE] },
      ],
      ['2024-12-03', POLICE, 'discipline-outbound sign-outbound-matter', 'signed-for'],
      ...begun('2024-12-04', 's1', 's2'),
      ...['s1', 's2'].flatMap((s) => tried(s, '2025-02-05', '2025-03-05', '2025-06-03')),
      ['2025-06-10', 'court', 'criminal-process:s1 lodge-appeal', 'appealed'],
      ['2025-06-10', 'court', 'criminal-process:s2 lodge-appeal', 'appealed'],
    ];
    expect(fixers.play(...theirs)).toEqual(fixers.asTold(...theirs));
  });

  it('RC-099 渌口刘某金: the bureau names the father, the police find the son; who is prosecuted is the son', () => {
    const w = publishedCase(['430212']);
    const acts: Act[] = [
      ...handedOver('2022-06-06', '2022-06-08', persons('s1')),
      ['2022-06-20', POLICE, 'criminal-process:s1 report-investigation', 'investigating'],
      ['2022-07-04', POLICE, 'criminal-process:s2 report-investigation', 'investigating', persons('s2')],
      [
        '2022-07-04',
        POLICE,
        'criminal-process:s2 report-finding',
        'investigating',
        { fields: { progress: 'finding' } },
      ],
      ['2022-07-05', POLICE, 'criminal-process:s1 end-investigation', 'investigation-ended'],
      ...tried('s2', '2022-11-01', '2022-12-01', '2023-01-09'),
    ];
    expect(w.play(...acts)).toEqual(w.asTold(...acts));
    expect(w.sideBySide()).toMatchObject({
      'criminal-process:s1': 'investigation-ended',
      'criminal-process:s2': 'judged',
    });
  });

  it('RC-030 马某雨: the procuratorate joins early, sentenced to a fine too, the appeal dismissed: nothing may be fined on top', () => {
    const w = publishedCase(['110118', '110000']);
    const acts: Act[] = [
      ...handedOver('2020-08-03', '2020-08-05', persons('s1')),
      ['2020-08-06', POLICE, 'criminal-process:s1 report-investigation', 'investigating', { parent: 'p1' }],
      ['2020-08-10', 'procuratorate', 'criminal-process:s1 join-early', 'investigating'],
      ['2021-01-04', POLICE, 'criminal-transfer send-for-prosecution', 'sent-with-property-due'],
      ...tried('s1', '2021-01-04', '2021-02-03', '2021-04-01').slice(1),
      ...onAppeal('s1', '2021-04-08', '2021-04-12', '2021-06-10', '110000/court'),
    ];
    expect(w.play(...acts)).toEqual(w.asTold(...acts));
    const penalty: Act[] = [
      ['2021-07-19', 'medical-insurance', 'insurance-penalty:s1 file-penalty', 'investigating'],
      ['2021-08-02', 'medical-insurance', 'insurance-penalty:s1 conclude-investigation', 'concluded'],
      ['2021-08-02', 'medical-insurance', 'insurance-penalty:s1 give-penalty-notice', 'notified'],
    ];
    expect(w.play(...penalty)).toEqual(w.asTold(...penalty));
    expect(w.play(['2021-08-12', 'medical-insurance', 'insurance-penalty:s1 decide-fine', ''])).toEqual([
      expect.stringContaining('CRIMINAL_FINE_IMPOSED'),
    ]);
  });

  it('RC-025 上海孟某夫妇 and RC-031 金山陈某美等: collectors and sellers, each judged for himself', () => {
    const w = publishedCase(['310109']);
    const acts: Act[] = [
      ...handedOver('2023-03-06', '2023-03-08', persons('s1', 's2')),
      ...['s1', 's2'].map(
        (s): Act => ['2023-03-09', POLICE, `criminal-process:${s} report-investigation`, 'investigating'],
      ),
      ...['s1', 's2'].flatMap((s): Act[] => [
        ['2023-05-04', POLICE, `criminal-process:${s} send-for-prosecution`, 'sent-for-review'],
        ['2023-05-04', 'procuratorate', `criminal-process:${s} accept-for-review`, 'under-review'],
      ]),
    ];
    expect(w.play(...acts)).toEqual(w.asTold(...acts));
    expect(w.clock('pro-review')).toBe('procuratorate 2023-06-05 running');
    const jinshan = publishedCase(['310116']);
    const three = ['s1', 's2', 's3'];
    const judged: Act[] = [
      ...begun('2021-03-01', ...three),
      toldOf('2021-03-01', POLICE, 'medical-insurance'),
      ...three.flatMap((s) => tried(s, '2021-06-01', '2021-07-01', '2021-08-16')),
      ...refunded('2021-08-17', '2021-08-20'),
    ];
    expect(jinshan.play(...judged)).toEqual(jinshan.asTold(...judged));
  });

  it('RC-037 广东余某某、吴某某: the two who checked the bills, by discipline inspection to the procuratorate', () => {
    const w = publishedCase(['441200']);
    const one = (s: string): Act[] => [
      [
        '2018-06-04',
        'discipline-inspection',
        `discipline-case:${s} register-report`,
        'registered',
        {
          newSubjects: [{ subject: s, kind: 'person', publicOfficial: true }],
          fields: { disciplineNature: 'dereliction' },
        },
      ],
      ['2018-06-05', 'discipline-inspection', `discipline-case:${s} propose-disposal`, 'disposal-pending'],
      ['2018-06-06', 'discipline-inspection', `discipline-case:${s} approve-preliminary-check`, 'checking'],
      ['2018-07-02', 'discipline-inspection', `discipline-case:${s} file-duty-case`, 'filed'],
      [
        '2018-09-03',
        'discipline-inspection',
        `discipline-case:${s} send-to-procuratorate`,
        'sent-to-procuratorate',
        { to: ['procuratorate'] },
      ],
      ['2018-09-04', 'procuratorate', `discipline-case:${s} sign-duty-case`, 'with-procuratorate'],
      [
        '2018-10-08',
        'procuratorate',
        `discipline-case:${s} record-duty-prosecution`,
        'prosecution-known',
        { fields: { prosecutionResult: 'prosecuted' } },
      ],
    ];
    const acts = [...one('s1'), ...one('s2')];
    expect(w.play(...acts)).toEqual(w.asTold(...acts));
    expect(w.sideBySide()).toEqual({
      'discipline-case:s1': 'prosecution-known',
      'discipline-case:s2': 'prosecution-known',
    });
  });

  it('RC-028 大兴靳某等, RC-035 广东刘某平等: many accused of one fraud, each sentenced by his part', () => {
    const w = publishedCase(['110115']);
    const three = ['s1', 's2', 's3'];
    const acts: Act[] = [
      ...begun('2018-03-05', ...three),
      ...three.flatMap((s) => tried(s, '2018-06-04', '2018-07-03', '2018-09-03')),
    ];
    expect(w.play(...acts)).toEqual(w.asTold(...acts));
    // Accepted on 3 July: two months end with Monday 3 September; the law of 2012 is known from memory only.
    expect(w.clock('pro-trial')).toBe('court 2018-09-03 undetermined');
    expect(w.sideBySide()).toEqual(Object.fromEntries(three.map((s) => [`criminal-process:${s}`, 'judged'])));
  });

  it('RC-084 兴城城关医院: the hospital is fined, its head gets a suspended sentence', () => {
    const w = publishedCase(['211481']);
    const acts: Act[] = [
      [
        '2014-03-03',
        POLICE,
        'criminal-process:s1 report-investigation',
        'investigating',
        { newSubjects: [{ subject: 's1', kind: 'institution' }] },
      ],
      ['2014-03-03', POLICE, 'criminal-process:s2 report-investigation', 'investigating', persons('s2')],
      ...tried('s1', '2014-05-05', '2014-06-04', '2014-08-04'),
      ...tried('s2', '2014-05-05', '2014-06-04', '2014-08-04', 'judge-without-fine').map(
        (act): Act =>
          act[2].endsWith('judge-without-fine')
            ? [act[0], act[1], act[2], act[3], { fields: { verdict: 'punished' } }]
            : act,
      ),
    ];
    expect(w.play(...acts)).toEqual(w.asTold(...acts));
    // The law of 2012 was seen from memory only: its clock is shown and counts no breach.
    expect(w.c.clock('pro-review')?.undetermined).toBe('source-unverified');
    expect(w.sideBySide()).toEqual({ 'criminal-process:s1': 'judged', 'criminal-process:s2': 'judged' });
  });
});

describe('并案：合在一起', () => {
  it('RC-054 潼南何某: ten points, and four more in the same year, are twelve and more: eligibility ends for a year', () => {
    const w = publishedCase(['500152']);
    const points = (day: string, n: number, next: string): Act[] => [
      [
        day,
        'insurance-agency',
        'payment-eligibility:s1 establish-responsibility',
        'found',
        { ...(n === 10 ? persons('s1') : {}), fields: { decisionReceivedOn: day } },
      ],
      [day, 'insurance-agency', 'payment-eligibility:s1 record-points', next, { fields: { points: n } }],
    ];
    const acts: Act[] = [
      ...points('2025-06-03', 10, 'total-to-check'),
      ['2025-06-03', 'insurance-agency', 'payment-eligibility:s1 check-total', 'suspension-due'],
      [
        '2025-06-04',
        'insurance-agency',
        'payment-eligibility:s1 suspend-eligibility',
        'suspension-issued',
        { fields: { suspendedMonths: 'three', suspendedUntil: '2025-09-04' } },
      ],
      ['2025-06-05', 'insurance-agency', 'payment-eligibility:s1 serve-points-notice', 'suspension-served'],
      ['2025-06-05', 'insurance-agency', 'payment-eligibility:s1 lock-nationwide', 'suspended'],
      ...points('2025-08-11', 4, 'termination-due'),
      [
        '2025-08-12',
        'insurance-agency',
        'payment-eligibility:s1 terminate-eligibility',
        'terminated-one-year',
      ],
    ];
    expect(w.play(...acts)).toEqual(w.asTold(...acts));
    expect(w.clock('elig-bar-one-year')).toContain('2026-08-12');
  });

  it('RC-069 吴忠假发票系列: the audit’s finding, one task force for sixteen persons, filed in part', () => {
    const w = publishedCase(['640300']);
    const acts: Act[] = [
      [
        '2019-06-20',
        'audit',
        'fund-finding send-finding',
        'sent',
        { to: ['medical-insurance'], fields: { findingKind: 'fraud-clue' } },
      ],
      ['2019-06-21', 'medical-insurance', 'fund-finding sign-finding', 'signed-for'],
      ['2019-06-24', 'medical-insurance', 'fund-finding take-on-finding', 'taken-on'],
      ...handedOver('2019-06-26', '2019-06-28'),
      ['2019-07-15', POLICE, 'criminal-process take-measure', 'investigating', measure('capture')],
      ['2019-08-05', 'medical-insurance', 'fund-finding file-finding-case', 'handling'],
      ...refunded('2019-08-05', '2019-09-02'),
      [
        '2019-09-03',
        'medical-insurance',
        'fund-finding report-finding-result',
        'reported',
        { fields: { findingResult: 'transferred' } },
      ],
      ['2019-09-05', 'audit', 'fund-finding close-fund-finding', 'closed'],
    ];
    expect(w.play(...acts)).toEqual(w.asTold(...acts));
    // Wednesday 26 June + three days is a Saturday: Monday 1 July.
    expect(w.clock('fwd-filing-review')).toBe('public-security 2019-07-01 met');
  });

  it('RC-021 镇江倒卖药品: what another department found of the same gangs is merged, not opened again', () => {
    const w = publishedCase(['321100']);
    const acts: Act[] = [
      ...handedOver('2020-07-06', '2020-07-08'),
      ['2020-08-03', 'medical-insurance', 'clue-notice send-clue', 'sent', { to: [POLICE] }],
      ['2020-08-04', POLICE, 'clue-notice acknowledge', 'acknowledged'],
      ['2020-08-05', POLICE, 'clue-notice merge-clue', 'merged'],
      ['2021-09-01', POLICE, 'criminal-process take-measure', 'investigating', measure('capture')],
      ['2021-09-02', POLICE, 'criminal-process seize-property', 'investigating'],
      ['2021-10-08', POLICE, 'clue-notice give-final-feedback', 'feedback-given'],
    ];
    expect(w.play(...acts)).toEqual(w.asTold(...acts));
    // As agreed sixty days from acceptance: a year late is late as agreed, never a breach of law.
    expect(w.clock('agr-clue-triage')).toContain(' met');
    expect(w.sideBySide()).toEqual({
      'criminal-transfer': 'filed',
      'clue-notice': 'feedback-given',
      'criminal-process': 'investigating',
    });
  });

  it('RC-039 深圳李某系列 and RC-027 丰台李某辉: several accounts, several crimes, one process', () => {
    const w = publishedCase(['440300']);
    const acts: Act[] = [
      ...handedOver('2024-07-15', '2024-07-17', persons('s1')),
      ['2024-07-18', POLICE, 'criminal-process:s1 report-investigation', 'investigating'],
    ];
    expect(w.play(...acts)).toEqual(w.asTold(...acts));
    const fengtai = publishedCase(['110106']);
    const four = ['s1', 's2', 's3', 's4'];
    const theirs: Act[] = [
      ...four.map(
        (s): Act => [
          '2020-07-29',
          POLICE,
          `criminal-process:${s} take-measure`,
          'investigating',
          measure('detention', persons(s)),
        ],
      ),
      ...four.map(
        (s): Act => ['2020-08-28', POLICE, `criminal-process:${s} request-arrest`, 'arrest-requested'],
      ),
      ...four.map(
        (s): Act => ['2020-09-04', 'procuratorate', `criminal-process:${s} approve-arrest`, 'arrested'],
      ),
    ];
    expect(fengtai.play(...theirs)).toEqual(fengtai.asTold(...theirs));
    expect(fengtai.sideBySide()).toEqual(
      Object.fromEntries(four.map((s) => [`criminal-process:${s}`, 'arrested'])),
    );
  });

  it('RC-055 福华社区卫生服务站: fine, agreement and the points of three in one case', () => {
    const w = publishedCase(['150902']);
    const acts: Act[] = [
      ...investigated('2025-03-03', '2025-04-02'),
      ...fined('2025-04-15'),
      ...refunded('2025-04-15', '2025-04-28'),
      toldOf('2025-04-15', 'medical-insurance', 'insurance-agency'),
      ...[
        ['s1', 4],
        ['s2', 5],
        ['s3', 6],
      ].flatMap(([s, n]): Act[] => [
        [
          '2025-04-16',
          'insurance-agency',
          `payment-eligibility:${s} establish-responsibility`,
          'found',
          { ...persons(String(s)), fields: { decisionReceivedOn: '2025-04-16' } },
        ],
        [
          '2025-04-17',
          'insurance-agency',
          `payment-eligibility:${s} record-points`,
          'total-to-check',
          { fields: { points: Number(n) } },
        ],
        ['2025-04-17', 'insurance-agency', `payment-eligibility:${s} check-total`, 'notice-due'],
        ['2025-04-18', 'insurance-agency', `payment-eligibility:${s} issue-points-notice`, 'notice-issued'],
      ]),
    ];
    expect(w.play(...acts)).toEqual(w.asTold(...acts));
    expect(w.clock('elig-notice-service')).toBe('insurance-agency 2025-04-23 running');
  });
});
