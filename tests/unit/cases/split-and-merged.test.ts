// Published cases that part by person or charge, or come together, told from their text.

import { describe, expect, it } from 'vitest';
import { joinedInto } from '../../../case/state.ts';
import type { OpenBody } from '../../../schemas/command.ts';
import {
  exposed,
  fined,
  handedOver,
  investigated,
  refunded,
  terminated,
  toldOf,
} from '../../support/published-acts.ts';
import { type PublishedCase, publishedCase } from '../../support/published-case.ts';
import { SERIES, SURGEON } from '../../support/told-by-the-text.ts';
import type { Act } from '../../support/told-of-act.ts';

const POLICE = 'public-security';
const persons = (...names: string[]) => ({
  newSubjects: names.map((subject) => ({ subject, kind: 'person' as const })),
});
const OFFICE = 'joint-meeting-office';
const COMMISSION = 'discipline-inspection';
const measure = (coerciveMeasure: string, body = {}) => ({ fields: { coerciveMeasure }, ...body });
/** How the judgment is said: where the text names no fine, whether there was one was not published. */
type Judged = readonly [command: string, body: OpenBody];
const WITH_FINE: Judged = ['judge-with-fine', {}];
const PUNISHED: Judged = ['judge-without-fine', { fields: { verdict: 'punished' } }];
const UNDISCLOSED: Judged = ['judge-without-fine', { fields: { verdict: 'fine-undisclosed' } }];
/** One person from the request to prosecute to the judgment of first instance. */
const tried = (s: string, sent: string, indicted: string, judged: string, [how, body] = WITH_FINE): Act[] => [
  [sent, POLICE, `criminal-process:${s} send-for-prosecution`, 'sent-for-review'],
  [sent, 'procuratorate', `criminal-process:${s} accept-for-review`, 'under-review'],
  [indicted, 'procuratorate', `criminal-process:${s} prosecute`, 'indicted'],
  [indicted, 'court', `criminal-process:${s} accept-for-trial`, 'on-trial'],
  [judged, 'court', `criminal-process:${s} ${how}`, 'judged', body],
];
/** A person's process begun by the police. */
const begun = (day: string, ...names: string[]): Act[] =>
  names.map((s) => [day, POLICE, `criminal-process:${s} report-investigation`, 'investigating', persons(s)]);
/** Appealed in time and sent up. */
const appealed = (s: string, lodged: string, accepted: string, court: string): Act[] => [
  [lodged, 'court', `criminal-process:${s} lodge-appeal`, 'appealed'],
  [lodged, 'court', `criminal-process:${s} forward-appeal`, 'appeal-forwarded', { to: [court] }],
  [accepted, court, `criminal-process:${s} accept-appeal`, 'second-instance'],
];
/** And upheld or changed by the court above. */
const onAppeal = (s: string, lodged: string, accepted: string, decided: string, court: string): Act[] => [
  ...appealed(s, lodged, accepted, court),
  [decided, court, `criminal-process:${s} decide-appeal-with-fine`, 'effective-with-fine'],
];

/** A registered clue of the commission from its disposal to the case. */
const dutyCase = (s: string, checked: string, filed: string): Act[] => [
  [checked, COMMISSION, `discipline-case:${s} propose-disposal`, 'disposal-pending'],
  [checked, COMMISSION, `discipline-case:${s} approve-preliminary-check`, 'checking'],
  [filed, COMMISSION, `discipline-case:${s} file-duty-case`, 'filed'],
];
/** And from there to the procuratorate, past the police. */
const sentOn = (s: string, sent: string, prosecuted: string): Act[] => [
  [
    sent,
    COMMISSION,
    `discipline-case:${s} send-to-procuratorate`,
    'sent-to-procuratorate',
    { to: ['procuratorate'] },
  ],
  [sent, 'procuratorate', `discipline-case:${s} sign-duty-case`, 'with-procuratorate'],
  [
    prosecuted,
    'procuratorate',
    `discipline-case:${s} record-duty-prosecution`,
    'prosecution-known',
    { fields: { prosecutionResult: 'prosecuted' } },
  ],
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

  it('RC-079 绍兴袍江医院: the surgeon surrenders, is tried alone and appeals; one organiser goes on in a case of his own (另案处理), another is prosecuted apart (另案起诉)', () => {
    const { regions, begun: first, organiserLeaves, otherLeaves, tried: surgeon, apart: indicted } = SURGEON;
    const w = publishedCase(regions);
    expect(w.play(...first)).toEqual(w.asTold(...first));
    const organiser = w.split(organiserLeaves, POLICE, { subjects: ['s2'] });
    const apart = w.split(otherLeaves, POLICE, { subjects: ['s3'] });
    expect(w.play(...surgeon)).toEqual(w.asTold(...surgeon));
    expect(apart.play(...indicted)).toEqual(apart.asTold(...indicted));
    // Three cases: one at second instance, one with the police, one on trial.
    expect(w.sideBySide()).toEqual({
      'criminal-process:s1': 'second-instance',
      'criminal-process:s2': 'moved',
      'criminal-process:s3': 'moved',
    });
    expect(organiser.sideBySide()).toEqual({ 'criminal-process:s2': 'investigating' });
    expect(apart.sideBySide()).toEqual({ 'criminal-process:s3': 'on-trial' });
    expect(w.play(['2024-05-21', POLICE, 'criminal-process:s2 end-investigation', ''])).toEqual([
      expect.stringContaining('PROCEEDING_MOVED'),
    ]);
    // Accepted on 3 January: two months end with 3 March, a Sunday; a third month was not asked for.
    expect(w.clock('pro-trial')).toBe('court 2024-03-04 breached');
    // Accepted on 3 April: two months end on 3 June.
    expect(apart.clock('pro-trial')).toBe('court 2024-06-03 running');
    expect(w.clock('pro-appeal-forward')).toBe('court 2024-05-16 met');
    expect(w.clock('pro-second-instance')).toBe('330600/court 2024-07-22 running');
  });

  it('RC-105 凤凰为民同济医院: twelve by judgment of second instance; the public official is tried in a case of crime in office of his own', () => {
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
      ['2021-09-09', COMMISSION, 'discipline-referral:s2 receive-discipline-referral', 'received'],
      ['2021-09-10', COMMISSION, 'discipline-referral:s2 take-on-discipline-clue', 'taken-on'],
    ];
    expect(w.play(...acts)).toEqual(w.asTold(...acts));
    // What the bureau referred stays, to be answered here; the commission's case goes on alone.
    const { proceeding } = w.c.proceeding('discipline-case');
    const official = w.split('2021-09-13', COMMISSION, { proceedings: [proceeding] });
    const office: Act[] = [
      ...dutyCase('s2', '2021-09-14', '2021-09-27'),
      ...sentOn('s2', '2021-10-25', '2021-11-22'),
      ['2021-11-23', 'court', 'criminal-process:s2 accept-for-trial', 'on-trial'],
      ['2021-12-20', 'court', `criminal-process:s2 ${UNDISCLOSED[0]}`, 'judged', UNDISCLOSED[1]],
    ];
    expect(official.play(...office)).toEqual(official.asTold(...office));
    // It was never for the police.
    expect(official.c.state.parties).not.toContain(`433123/${POLICE}`);
    expect(w.sideBySide()).toMatchObject({
      'criminal-process:s1': 'effective-with-fine',
      'discipline-referral:s2': 'taken-on',
      'discipline-case:s2': 'moved',
    });
    expect(official.sideBySide()).toEqual({
      'discipline-case:s2': 'prosecution-known',
      'criminal-process:s2': 'judged',
      // Whether others have him in hand is closed to the court: its own word is proposed, and its head decides.
      'discipline-referral:s2': 'identified',
    });
    // Accepted on 23 November: two months end on Sunday 23 January.
    expect(official.clock('pro-trial')).toBe('court 2022-01-24 met');
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

  it('RC-030 马某雨: who bought from him is tried apart and judged first (另案先判); his own appeal is dismissed', () => {
    const w = publishedCase(['110118', '110000']);
    const acts: Act[] = [
      ...handedOver('2020-08-03', '2020-08-05', persons('s1')),
      ['2020-08-06', POLICE, 'criminal-process:s1 report-investigation', 'investigating', { parent: 'p1' }],
      ...begun('2020-08-06', 's2'),
      ['2020-08-10', POLICE, 'criminal-process:s1 ask-to-join-early', 'investigating'],
      ['2020-08-11', 'procuratorate', 'criminal-process:s1 join-early', 'investigating'],
    ];
    expect(w.play(...acts)).toEqual(w.asTold(...acts));
    const buyer = w.split('2020-09-14', POLICE, { subjects: ['s2'] });
    const first: Act[] = tried('s2', '2020-09-21', '2020-10-19', '2020-11-30');
    expect(buyer.play(...first)).toEqual(buyer.asTold(...first));
    const seller: Act[] = [
      ['2021-01-04', POLICE, 'criminal-transfer send-for-prosecution', 'sent-with-property-due'],
      ...tried('s1', '2021-01-04', '2021-02-03', '2021-04-01').slice(1),
      ...onAppeal('s1', '2021-04-08', '2021-04-12', '2021-06-10', '110000/court'),
    ];
    expect(w.play(...seller)).toEqual(w.asTold(...seller));
    expect([w.sideBySide(), buyer.sideBySide()]).toEqual([
      {
        'criminal-transfer': 'sent-with-property-due',
        'criminal-process:s1': 'effective-with-fine',
        'criminal-process:s2': 'moved',
      },
      { 'criminal-process:s2': 'judged' },
    ]);
    // The court's fine of the seller is the only one (O310 11(3)), whatever becomes of the buyer in the other case.
    const penalty: Act[] = [
      ['2021-07-19', 'medical-insurance', 'insurance-penalty:s1 file-penalty', 'investigating'],
      ['2021-08-02', 'medical-insurance', 'insurance-penalty:s1 conclude-investigation', 'concluded'],
      ['2021-08-02', 'medical-insurance', 'insurance-penalty:s1 give-penalty-notice', 'notified'],
    ];
    expect(w.play(...penalty)).toEqual(w.asTold(...penalty));
    const fine: Act = ['2021-08-12', 'medical-insurance', 'insurance-penalty:s1 decide-fine', ''];
    expect(w.play(fine)).toEqual([expect.stringContaining('CRIMINAL_FINE_IMPOSED')]);
    const inEffect: Act[] = [
      ['2021-08-12', 'court', 'criminal-process:s2 serve-judgment', 'judged'],
      ['2021-08-30', 'court', 'criminal-process:s2 confirm-effect', 'effective-with-fine'],
    ];
    expect(buyer.play(...inEffect)).toEqual(buyer.asTold(...inEffect));
    expect(w.play(fine)).toEqual([expect.stringContaining('CRIMINAL_FINE_IMPOSED')]);
    // Two months from 12 April end on Saturday 12 June.
    expect(w.clock('pro-second-instance')).toBe('110000/court 2021-06-15 met');
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

  it('RC-037 广东余某某、吴某某: the hospital’s head is judged apart (另案判刑); the two who checked the bills go from discipline inspection to the court, and lose their appeal', () => {
    const w = publishedCase(['441283', '441200']);
    const both = ['s2', 's3'];
    const official = (s: string) => ({
      newSubjects: [{ subject: s, kind: 'person' as const, publicOfficial: true as const }],
      fields: { disciplineNature: 'dereliction' },
    });
    const acts: Act[] = [
      ...begun('2017-03-06', 's1'),
      toldOf('2018-06-01', POLICE, COMMISSION),
      ...both.map(
        (s): Act => [
          '2018-06-04',
          COMMISSION,
          `discipline-case:${s} register-report`,
          'registered',
          official(s),
        ],
      ),
    ];
    expect(w.play(...acts)).toEqual(w.asTold(...acts));
    const checkers = w.split('2018-06-05', COMMISSION, { subjects: both });
    const head: Act[] = tried('s1', '2018-06-11', '2018-07-10', '2018-08-20', UNDISCLOSED);
    expect(w.play(...head)).toEqual(w.asTold(...head));
    const theirs: Act[] = [
      // The audit says how much each let pass.
      [
        '2018-06-06',
        COMMISSION,
        'assistance ask-for-assistance',
        'asked-for',
        { to: ['audit'], fields: { assistanceKind: 'appraisal' } },
      ],
      ['2018-06-07', 'audit', 'assistance sign-assistance-letter', 'assisting'],
      ['2018-06-20', 'audit', 'assistance give-assistance', 'given'],
      ...both.flatMap((s) => [
        ...dutyCase(s, '2018-06-21', '2018-07-02'),
        ...sentOn(s, '2018-09-03', '2018-10-08'),
        ['2018-10-09', 'court', `criminal-process:${s} accept-for-trial`, 'on-trial'] as const,
        ['2018-12-03', 'court', `criminal-process:${s} ${PUNISHED[0]}`, 'judged', PUNISHED[1]] as const,
        ...appealed(s, '2018-12-10', '2018-12-17', '441200/court'),
        [
          '2019-02-11',
          '441200/court',
          `criminal-process:${s} decide-appeal-without-fine`,
          'effective-without-fine',
          { fields: { verdict: 'punished' } },
        ] as const,
      ]),
    ];
    expect(checkers.play(...theirs)).toEqual(checkers.asTold(...theirs));
    expect([w.sideBySide(), checkers.sideBySide()]).toEqual([
      { 'criminal-process:s1': 'judged', 'discipline-case:s2': 'moved', 'discipline-case:s3': 'moved' },
      {
        assistance: 'given',
        'discipline-case:s2': 'prosecution-known',
        'discipline-case:s3': 'prosecution-known',
        'criminal-process:s2': 'effective-without-fine',
        'criminal-process:s3': 'effective-without-fine',
        'discipline-referral:s2': 'identified',
        'discipline-referral:s3': 'identified',
      },
    ]);
    // The hospital's police learn nothing of it.
    expect(checkers.c.state.parties).not.toContain(`441283/${POLICE}`);
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

  it('RC-032 天津刘某甲等: the investor, his staff and the collectors of cards, each by his part; the first at the upper limit', () => {
    const w = publishedCase(['120000', '100000']);
    const layers = ['s1', 's2', 's3'];
    const acts: Act[] = [
      ...begun('2017-03-06', ...layers),
      ...layers.flatMap((s) =>
        tried(s, '2017-06-05', '2017-07-04', '2017-09-04', s === 's1' ? WITH_FINE : UNDISCLOSED),
      ),
      toldOf('2024-02-26', 'court', '100000/court'),
      ...exposed('2024-02-26', '2024-03-01', '100000/court'),
    ];
    expect(w.play(...acts)).toEqual(w.asTold(...acts));
    // Accepted on 4 July: two months end with Monday 4 September; the law of 2012 is known from memory only.
    expect(w.clock('pro-trial', 's1')).toBe('court 2017-09-04 undetermined');
    expect(w.sideBySide()).toEqual({
      ...Object.fromEntries(layers.map((s) => [`criminal-process:${s}`, 'judged'])),
      publicity: 'published',
    });
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
      ...tried('s2', '2014-05-05', '2014-06-04', '2014-08-04', PUNISHED),
    ];
    expect(w.play(...acts)).toEqual(w.asTold(...acts));
    // The law of 2012 was seen from memory only: its clock is shown and counts no breach.
    expect(w.c.clock('pro-review')?.undetermined).toBe('source-unverified');
    expect(w.sideBySide()).toEqual({ 'criminal-process:s1': 'judged', 'criminal-process:s2': 'judged' });
  });
});

describe('并案：合在一起', () => {
  it('RC-054 潼南何某: two cases of one doctor are joined: ten points, and four more in the same year, are twelve and more: eligibility ends for a year', () => {
    const w = publishedCase(['500152']);
    const inspection: Act[] = [
      [
        '2025-04-07',
        'medical-insurance',
        'insurance-penalty verify-lead',
        'verifying',
        { fields: { leadOrigin: 'inspection' } },
      ],
      ...investigated('2025-04-14', '2025-05-12'),
      ...fined('2025-05-26'),
      ...refunded('2025-05-26', '2025-06-02'),
    ];
    expect(w.play(...inspection)).toEqual(w.asTold(...inspection));
    // The clue of the traceability codes is a second case of the bureau, joined to the first.
    const codes = w.another();
    const traced: Act[] = [...investigated('2025-06-16', '2025-07-14'), ...fined('2025-08-04')];
    expect(codes.play(...traced)).toEqual(codes.asTold(...traced));
    expect(codes.merge('2025-08-05', 'medical-insurance', w)).toBe(
      '2025-08-05 medical-insurance case merge-case → known',
    );
    expect(w.c.state.joinedCases).toEqual({ [codes.c.id]: true });
    // No limit of either was touched: ninety days from 14 April and from 16 June.
    expect(w.clock('pen-decision')).toBe('medical-insurance 2025-07-14 met');
    expect(codes.clock('pen-decision')).toBe('medical-insurance 2025-09-15 met');
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
    const year = w.another();
    const acts: Act[] = [
      ...points('2025-06-03', 10, 'total-to-check'),
      ['2025-06-03', 'insurance-agency', 'payment-eligibility:s1 check-total', 'suspension-due'],
      [
        '2025-06-04',
        'insurance-agency',
        'payment-eligibility:s1 suspend-eligibility',
        'suspension-issued',
        { fields: { suspendedMonths: 3 } },
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
      ['2025-08-13', 'insurance-agency', 'payment-eligibility:s1 serve-points-notice', 'termination-served'],
      ['2025-08-13', 'insurance-agency', 'payment-eligibility:s1 lock-nationwide', 'terminated'],
    ];
    expect(year.play(...acts)).toEqual(year.asTold(...acts));
    expect(year.clock('elig-bar-one-year')).toContain('2026-08-12');
  });

  it('RC-069 吴忠假发票系列: the audit’s finding, one task force for sixteen persons, filed in part: the cases of the persons are joined to it', () => {
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
    ];
    expect(w.play(...acts)).toEqual(w.asTold(...acts));
    const filed = ['2019-07-01', '2019-07-02'].map((day) => {
      const one = w.another();
      const theirs = begun(day, 's1');
      expect(one.play(...theirs)).toEqual(one.asTold(...theirs));
      return one;
    });
    for (const one of filed) {
      expect(one.merge('2019-07-16', OFFICE, w)).toBe(`2019-07-16 ${OFFICE} case merge-case → known`);
      expect(one.sideBySide()).toEqual({ 'criminal-process:s1': 'investigating' });
    }
    // One that is joined already is not joined again.
    expect(filed[0]?.merge('2019-07-17', OFFICE, w)).toContain('MERGE_NOT_POSSIBLE');
    expect(Object.values(w.c.state.joinedCases)).toEqual([true, true]);
    const ended: Act[] = [
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
    expect(w.play(...ended)).toEqual(w.asTold(...ended));
    // Wednesday 26 June + three days is a Saturday: Monday 1 July.
    expect(w.clock('fwd-filing-review')).toBe('public-security 2019-07-01 met');
  });

  it('RC-021 镇江倒卖药品: the gangs found one after the other are cases of the police, joined to the first; of a further clue it is said that it is merged', () => {
    const w = publishedCase(['321100']);
    const acts: Act[] = [
      ...handedOver('2020-07-06', '2020-07-08'),
      ['2020-08-03', 'medical-insurance', 'clue-notice send-clue', 'sent', { to: [POLICE] }],
      ['2020-08-04', POLICE, 'clue-notice acknowledge', 'acknowledged'],
      ['2020-08-05', POLICE, 'clue-notice merge-clue', 'merged'],
    ];
    expect(w.play(...acts)).toEqual(w.asTold(...acts));
    const gangs = ['2020-12-01', '2021-03-01'].map((day) => {
      const gang = w.another();
      const theirs: Act[] = [
        ...begun(day, 's1', 's2'),
        ...['s1', 's2'].map(
          (s): Act => [
            '2021-09-01',
            POLICE,
            `criminal-process:${s} take-measure`,
            'investigating',
            measure('capture'),
          ],
        ),
      ];
      expect(gang.play(...theirs)).toEqual(gang.asTold(...theirs));
      return gang;
    });
    const [first, second] = gangs as [PublishedCase, PublishedCase];
    // The bureau opened the first case and takes part in no other: it may not join what it does not know.
    expect(first.merge('2021-09-02', 'medical-insurance', w)).toContain('CASE_NOT_FOUND');
    expect([first, second].map((gang) => gang.merge('2021-09-02', OFFICE, w))).toEqual(
      [first, second].map(() => `2021-09-02 ${OFFICE} case merge-case → known`),
    );
    expect(first.told()).toEqual([OFFICE, POLICE]);
    const ended: Act[] = [
      ['2021-09-03', POLICE, 'criminal-process take-measure', 'investigating', measure('capture')],
      ['2021-09-03', POLICE, 'criminal-process seize-property', 'investigating'],
      ['2021-10-08', POLICE, 'clue-notice give-final-feedback', 'feedback-given'],
    ];
    expect(w.play(...ended)).toEqual(w.asTold(...ended));
    // As agreed: accepted within the days.
    expect(w.clock('agr-clue-triage')).toContain(' met');
    expect(w.sideBySide()).toEqual({
      'criminal-transfer': 'filed',
      'clue-notice': 'feedback-given',
      'criminal-process': 'investigating',
    });
    // It is not closed before them.
    expect(w.play(['2021-10-09', OFFICE, 'case close-case', ''])).toEqual([
      expect.stringContaining(second.c.id),
    ]);
  });

  it('RC-039 深圳李某系列: what was bought with the accounts of several is one series of cases', () => {
    const { first, later, joined } = SERIES;
    const w = publishedCase(['440300', '100000']);
    expect(w.play(...first)).toEqual(w.asTold(...first));
    const other = w.another();
    expect(other.play(...later)).toEqual(other.asTold(...later));
    expect(other.merge(joined, 'medical-insurance', w)).toContain('→ known');
    // Told of as one series by the bureau of the nation.
    const told: Act[] = [
      toldOf('2025-09-08', 'medical-insurance', '100000/medical-insurance'),
      ...exposed('2025-09-08', '2025-09-11', '100000/medical-insurance'),
    ];
    expect(w.play(...told)).toEqual(w.asTold(...told));
    // Each kept its three days: from Monday 15 July and from Monday 5 August.
    expect(w.clock('fwd-filing-review')).toBe('public-security 2024-07-18 met');
    expect(other.clock('fwd-filing-review')).toBe('public-security 2024-08-08 met');
    expect(joinedInto(other.c.state)?.case).toBe(w.c.id);
  });

  it('RC-027 丰台李某辉: four arrested on one day; the district procuratorate passes it up, and a higher court judges several crimes together (数罪并罚)', () => {
    const w = publishedCase(['110106', '110000']);
    const four = ['s1', 's2', 's3', 's4'];
    const each = (day: string, who: string, step: string, state: string, body: OpenBody = {}): Act[] =>
      four.map((s) => [day, who, `criminal-process:${s} ${step}`, state, body]);
    const acts: Act[] = [
      ...four.map(
        (s): Act => [
          '2020-07-29',
          POLICE,
          `criminal-process:${s} take-measure`,
          'investigating',
          measure('detention', persons(s)),
        ],
      ),
      ...each('2020-08-28', POLICE, 'request-arrest', 'arrest-requested'),
      ...each('2020-09-04', 'procuratorate', 'approve-arrest', 'arrested'),
      ...each('2020-12-01', POLICE, 'send-for-prosecution', 'sent-for-review'),
      ...each('2020-12-01', 'procuratorate', 'accept-for-review', 'under-review'),
      ...each('2020-12-14', 'procuratorate', 'pass-to-competent-procuratorate', 'passed-to-procuratorate', {
        to: ['110000/procuratorate'],
      }),
      ...each('2020-12-15', '110000/procuratorate', 'accept-for-review', 'under-review'),
      ...four.map(
        (s): Act => ['2021-01-11', '110000/procuratorate', 'case state-charge', 'known', { subjects: [s] }],
      ),
      ...each('2021-01-14', '110000/procuratorate', 'prosecute', 'indicted', { to: ['110000/court'] }),
      ...each('2021-01-18', '110000/court', 'accept-for-trial', 'on-trial'),
      ...each('2021-03-15', '110000/court', 'prolong-trial', 'on-prolonged-trial'),
      ...each('2023-12-29', '110000/court', 'judge-with-fine', 'judged'),
    ];
    expect(w.play(...acts)).toEqual(w.asTold(...acts));
    // Passed on on 14 December, the month begins anew with whom it came to.
    expect(w.clock('pro-review')).toBe('110000/procuratorate 2021-01-14 met');
    expect(w.sideBySide()).toEqual(Object.fromEntries(four.map((s) => [`criminal-process:${s}`, 'judged'])));
  });

  it('RC-055 福华社区卫生服务站: fine, agreement and the points of three in one case', () => {
    const w = publishedCase(['150902']);
    const acts: Act[] = [
      ...investigated('2025-03-03', '2025-04-02'),
      ...fined('2025-04-15'),
      ...refunded('2025-04-15', '2025-04-28'),
      toldOf('2025-04-15', 'medical-insurance', 'insurance-agency'),
      ...terminated('2025-04-16'),
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
