// Published cases in which several departments act side by side (一案多查、一案多处), told from their text: what each did, where its
// proceeding stands, who is told, which clock runs. Steps the text passes over are those the law demands between.
import { describe, expect, it } from 'vitest';
import {
  decidedOn,
  fined,
  handedOver,
  investigated,
  refunded,
  terminated,
  toldOf,
} from '../../support/published-acts.ts';
import { publishedCase } from '../../support/published-case.ts';
import type { Act } from '../../support/told-of-act.ts';

const SETTLED = {
  change: 'condition-switched',
  condition: 'no-criminal-side-open',
  active: false,
  basis: '本地区确定',
} as const;
const measure = (coerciveMeasure: string, personsConcerned: number) => ({
  fields: { coerciveMeasure, personsConcerned },
});

describe('一案多查、一案多处', () => {
  const wuxi: Act[] = [
    [
      '2024-08-20',
      'medical-insurance',
      'insurance-penalty verify-lead',
      'verifying',
      { fields: { leadOrigin: 'report' } },
    ],
    ['2024-08-30', 'medical-insurance', 'insurance-penalty file-penalty', 'investigating'],
    toldOf('2024-09-22', 'medical-insurance', 'insurance-agency'),
    ...terminated('2024-09-22'),
    ...handedOver('2024-09-22', '2024-09-22'),
    [
      '2024-09-23',
      'public-security',
      'criminal-process take-measure',
      'investigating',
      measure('detention', 15),
    ],
    toldOf('2024-09-27', 'medical-insurance', 'health'),
    ['2024-09-27', 'health', 'practice-licence begin-measure', 'investigating'],
    [
      '2024-10-08',
      'public-security',
      'criminal-process take-measure',
      'investigating',
      measure('detention', 24),
    ],
    ['2024-11-01', 'medical-insurance', 'insurance-penalty conclude-investigation', 'concluded'],
    ['2024-11-01', 'medical-insurance', 'insurance-penalty give-penalty-notice', 'notified'],
  ];
  const wuxiLicence: Act[] = [
    ['2024-11-06', 'health', 'practice-licence inform-party', 'party-informed'],
    ['2024-11-06', 'health', 'practice-licence record-statement', 'party-heard'],
    ['2024-11-06', 'health', 'practice-licence submit-to-legal-review', 'under-legal-review'],
    ['2024-11-06', 'health', 'practice-licence pass-legal-review', 'legally-reviewed'],
    ['2024-11-06', 'health', 'practice-licence revoke-practice-licence', 'decided'],
  ];

  it('RC-001 无锡虹桥医院: the agreement, the police, the fine and the licence, in four proceedings of one case', () => {
    const w = publishedCase(['320200'], [SETTLED]);
    expect(w.play(...wuxi)).toEqual(w.asTold(...wuxi));
    // Filed on 30 August: ninety days end on Thursday 28 November. To hand it over is a decision (N4 43(5)).
    expect(w.clock('pen-decision')).toBe('medical-insurance 2024-11-28 met');
    // The text has the fine of 58.95 million before the criminal side ended: only where the region settled it so.
    const fine = fined('2024-11-06');
    expect(w.play(...fine, ...wuxiLicence)).toEqual(w.asTold(...fine, ...wuxiLicence));
    expect(w.sideBySide()).toEqual({
      'insurance-penalty': 'fine-due',
      'agreement-handling': 'terminated',
      'criminal-transfer': 'filed',
      'criminal-process': 'investigating',
      'practice-licence': 'decided',
    });
    expect(w.clock('mea-decision')).toBe('health 2024-12-26 met');
  });

  it('RC-001, where the region settled nothing: no fine is decided while the police have the case (O310 11)', () => {
    const w = publishedCase(['320200']);
    w.play(...wuxi);
    expect(w.play(['2024-11-06', 'medical-insurance', 'insurance-penalty decide-fine', ''])).toEqual([
      expect.stringContaining('CRIMINAL_SIDE_OPEN'),
    ]);
    // What is no fine goes on: the licence is revoked all the same.
    expect(w.play(...wuxiLicence)).toEqual(w.asTold(...wuxiLicence));
    const ended: Act[] = [
      ['2024-11-07', 'medical-insurance', 'insurance-penalty terminate-on-hand-over', 'terminated'],
    ];
    expect(w.play(...ended)).toEqual(w.asTold(...ended));
  });

  it('RC-002 哈尔滨4家药店: handed over, agreements ended, filed, money frozen, people detained, three of them by a penalty of the police alone', () => {
    const w = publishedCase(['230100']);
    const acts: Act[] = [
      ...handedOver('2024-09-02', '2024-09-04'),
      toldOf('2024-10-12', 'medical-insurance', 'insurance-agency'),
      ...terminated('2024-10-12'),
      [
        '2024-10-14',
        'public-security',
        'criminal-process take-measure',
        'investigating',
        measure('detention', 13),
      ],
      ['2024-10-14', 'public-security', 'criminal-process seize-property', 'investigating'],
      [
        '2024-10-14',
        'public-security',
        'criminal-process take-measure',
        'investigating',
        measure('bail', 15),
      ],
      ['2024-10-14', 'public-security', 'public-order file-public-order-case', 'public-order-investigation'],
      [
        '2024-10-15',
        'public-security',
        'public-order decide-public-order-penalty',
        'public-order-decided',
        { fields: { publicOrderPenalty: ['detention'], personsConcerned: 3 } },
      ],
    ];
    expect(w.play(...acts)).toEqual(w.asTold(...acts));
    expect(w.told()).toContain('public-security');
    // Monday 2 September + three days, decided on Wednesday.
    expect(w.clock('fwd-filing-review')).toBe('public-security 2024-09-05 met');
    expect(w.clock('fwd-handover')).toContain(' met');
    expect(w.sideBySide()).toEqual({
      'criminal-transfer': 'filed',
      'agreement-handling': 'terminated',
      'criminal-process': 'investigating',
      'public-order': 'public-order-decided',
    });
    // Thirty days from 14 October: 13 November.
    expect(w.clock('po-decision')).toBe('public-security 2024-11-13 met');
  });

  it('RC-004 太和县: settlement stopped, people detained, officials held to account behind a closed door', () => {
    const w = publishedCase(['341222']);
    const acts: Act[] = [
      ['2020-12-15', 'insurance-agency', 'agreement-handling open-agreement-handling', 'checking'],
      ['2020-12-15', 'insurance-agency', 'agreement-handling suspend-payment', 'checking'],
      toldOf(
        '2020-12-15',
        'insurance-agency',
        'medical-insurance',
        'public-security',
        'discipline-inspection',
      ),
      [
        '2020-12-16',
        'public-security',
        'criminal-process take-measure',
        'investigating',
        measure('detention', 56),
      ],
      ['2020-12-16', 'discipline-inspection', 'discipline-case register-report', 'registered'],
      ['2020-12-16', 'discipline-inspection', 'discipline-case propose-disposal', 'disposal-pending'],
      ['2020-12-17', 'discipline-inspection', 'discipline-case approve-preliminary-check', 'checking'],
      ['2020-12-17', 'discipline-inspection', 'discipline-case file-duty-case', 'filed'],
    ];
    expect(w.play(...acts)).toEqual(w.asTold(...acts));
    // Told of the filing: the office by a word, of the other departments nobody.
    expect(w.told()).toEqual(['discipline-inspection', 'joint-meeting-office (status)']);
    const sanctioned: Act[] = [
      ['2021-06-05', 'discipline-inspection', 'discipline-case hold-leader-accountable', 'dealt-with'],
    ];
    expect(w.play(...sanctioned)).toEqual(w.asTold(...sanctioned));
    expect(w.sideBySide()).toEqual({
      'agreement-handling': 'checking',
      'criminal-process': 'investigating',
      'discipline-case': 'dealt-with',
    });
  });

  it('RC-005 汾阳残康医院: agreement ended, money back in two parts, officials looked into; the fine waits for the police', () => {
    const [w, settled] = [publishedCase(['141182']), publishedCase(['141182'], [SETTLED])];
    const acts: Act[] = [
      ['2024-05-13', 'medical-insurance', 'insurance-penalty file-penalty', 'investigating'],
      toldOf(
        '2024-05-13',
        'medical-insurance',
        'public-security',
        'insurance-agency',
        'discipline-inspection',
      ),
      [
        '2024-05-14',
        'public-security',
        'criminal-process take-measure',
        'investigating',
        measure('detention', 10),
      ],
      ...terminated('2024-05-14'),
      ['2024-05-14', 'medical-insurance', 'fund-recovery demand-repayment', 'demanded'],
      ['2024-05-15', 'medical-insurance', 'fund-recovery record-part', 'partly-repaid'],
      ['2024-05-20', 'medical-insurance', 'fund-recovery record-full-repayment', 'repaid'],
      ['2024-05-16', 'discipline-inspection', 'discipline-case register-report', 'registered'],
      ['2024-05-22', 'medical-insurance', 'insurance-penalty conclude-investigation', 'concluded'],
      ['2024-05-22', 'medical-insurance', 'insurance-penalty give-penalty-notice', 'notified'],
    ];
    expect(w.play(...acts)).toEqual(w.asTold(...acts));
    expect(w.play(['2024-05-30', 'medical-insurance', 'insurance-penalty decide-fine', ''])).toEqual([
      expect.stringContaining('CRIMINAL_SIDE_OPEN'),
    ]);
    // As the text has it: fined all the same, where the region settled it so.
    const fine = fined('2024-05-30');
    expect(settled.play(...acts, ...fine)).toEqual(settled.asTold(...acts, ...fine));
    expect(settled.clock('pen-decision')).toBe('medical-insurance 2024-08-12 met');
    expect(w.sideBySide()).toMatchObject({ 'fund-recovery': 'repaid', 'agreement-handling': 'terminated' });
  });

  it('RC-038 天津张某: fined and settlement stopped first, handed to the police afterwards', () => {
    const w = publishedCase(['120100']);
    const acts: Act[] = [
      ...investigated('2025-03-03', '2025-03-24'),
      ...fined('2025-04-02'),
      ...refunded('2025-04-02', '2025-04-08'),
      ['2025-04-10', 'medical-insurance', 'insurance-penalty note-payment', 'executed'],
      ...handedOver('2025-04-11', '2025-04-14', { fields: { penaltyDecidedOn: '2025-04-02' } }),
    ];
    expect(w.play(...acts)).toEqual(w.asTold(...acts));
    // Ten days from the decision of 2 April, to Saturday 12, so Monday 14 April (GJ2006 1).
    expect(w.clock('fwd-late-penalty-copy')).toBe('medical-insurance 2025-04-14 running');
    const copied: Act[] = [
      ['2025-04-14', 'medical-insurance', 'criminal-transfer send-penalty-copy', 'filed'],
    ];
    expect(w.play(...copied)).toEqual(w.asTold(...copied));
    expect(w.clock('fwd-late-penalty-copy')).toBe('medical-insurance 2025-04-14 met');
    expect(w.told()).toEqual(expect.arrayContaining(['procuratorate', 'public-security']));
  });

  it('RC-052 水旷医院: fined five times, points of two persons, and handed to police and health at once', () => {
    const w = publishedCase(['520200']);
    const eligible = (subject: string, points: number, months: number): Act[] => [
      [
        '2025-08-13',
        'insurance-agency',
        `payment-eligibility:${subject} establish-responsibility`,
        'found',
        { newSubjects: [{ subject, kind: 'person' }], fields: { decisionReceivedOn: '2025-08-13' } },
      ],
      [
        '2025-08-14',
        'insurance-agency',
        `payment-eligibility:${subject} record-points`,
        'total-to-check',
        { fields: { points } },
      ],
      ['2025-08-14', 'insurance-agency', `payment-eligibility:${subject} check-total`, 'suspension-due'],
      [
        '2025-08-15',
        'insurance-agency',
        `payment-eligibility:${subject} suspend-eligibility`,
        'suspension-issued',
        { fields: { suspendedMonths: months } },
      ],
    ];
    const acts: Act[] = [
      ...investigated('2025-06-16', '2025-07-28'),
      ...fined('2025-08-12'),
      ...refunded('2025-08-12', '2025-08-20'),
      toldOf('2025-08-12', 'medical-insurance', 'insurance-agency'),
      ...eligible('s1', 11, 6),
      ...eligible('s2', 10, 3),
      ...handedOver('2025-08-18', undefined, { fields: { penaltyDecidedOn: '2025-08-12' } }),
      ['2025-08-18', 'medical-insurance', 'clue-notice send-clue', 'sent', { to: ['520200/health'] }],
      ['2025-08-19', 'health', 'clue-notice acknowledge', 'acknowledged'],
    ];
    expect(w.play(...acts)).toEqual(w.asTold(...acts));
    expect(w.sideBySide()).toEqual({
      'insurance-penalty': 'fine-due',
      'fund-recovery': 'repaid',
      'payment-eligibility:s1': 'suspension-issued',
      'payment-eligibility:s2': 'suspension-issued',
      'criminal-transfer': 'accepted',
      'clue-notice': 'acknowledged',
    });
    // The notice within five working days of the decision received on Wednesday 13 August.
    expect(w.clock('elig-notice')).toBe('insurance-agency 2025-08-20 met');
    expect(w.clock('fwd-filing-review')).toBe('public-security 2025-08-21 running');
  });

  it('RC-062 惠民县光耀医院: the fine and the transfer on one day, the charge disputed, fourteen sentenced', () => {
    const w = publishedCase(['371621']);
    const acts: Act[] = [
      ...investigated('2019-04-01', '2019-05-20'),
      ...fined('2019-06-10'),
      ...handedOver('2019-06-10', '2019-06-12', { fields: { penaltyDecidedOn: '2019-06-10' } }),
      ['2019-08-05', 'public-security', 'criminal-process report-investigation', 'investigating'],
      [
        '2019-09-10',
        'public-security',
        'criminal-process report-finding',
        'investigating',
        { fields: { progress: 'charge-disputed' } },
      ],
      ['2019-11-04', 'public-security', 'criminal-process send-for-prosecution', 'sent-for-review'],
      ['2019-11-05', 'procuratorate', 'criminal-process accept-for-review', 'under-review'],
      ['2019-12-03', 'procuratorate', 'criminal-process prosecute', 'indicted'],
      ['2019-12-04', 'court', 'criminal-process accept-for-trial', 'on-trial'],
      ['2020-01-20', 'court', 'criminal-process judge-with-fine', 'judged'],
    ];
    expect(w.play(...acts)).toEqual(w.asTold(...acts));
    // Before 15 July 2021 no act set the bureau a time for its decision.
    expect(w.clock('pen-decision')).toBeUndefined();
    // Received on 4 November: one month ends with 4 December.
    expect(w.clock('pro-review')).toBe('procuratorate 2019-12-04 met');
    expect(w.sideBySide()).toMatchObject({ 'insurance-penalty': 'fine-due', 'criminal-process': 'judged' });
  });

  it('RC-065 呼兰德济堂大药房: handed over, agreement ended, money claimed', () => {
    const w = publishedCase(['230111']);
    const acts: Act[] = [
      ...handedOver('2020-06-01', '2020-06-04'),
      toldOf('2020-06-05', 'medical-insurance', 'insurance-agency'),
      ...terminated('2020-06-05'),
      ...refunded('2020-06-05', '2020-07-10', 'insurance-agency'),
    ];
    expect(w.play(...acts)).toEqual(w.asTold(...acts));
    expect(w.clock('fwd-filing-review')).toBe('public-security 2020-06-04 met');
    expect(w.sideBySide()).toEqual({
      'criminal-transfer': 'filed',
      'agreement-handling': 'terminated',
      'fund-recovery': 'repaid',
    });
  });

  it('RC-067 金城医院: eighteen sentenced with fines, business stopped, payment refused, the agreement ended', () => {
    const w = publishedCase(['210781']);
    const acts: Act[] = [
      ['2019-03-04', 'public-security', 'criminal-process report-investigation', 'investigating'],
      ['2019-05-06', 'public-security', 'criminal-process send-for-prosecution', 'sent-for-review'],
      ['2019-05-07', 'procuratorate', 'criminal-process accept-for-review', 'under-review'],
      ['2019-06-05', 'procuratorate', 'criminal-process prosecute', 'indicted'],
      ['2019-06-06', 'court', 'criminal-process accept-for-trial', 'on-trial'],
      ['2019-08-01', 'court', 'criminal-process judge-with-fine', 'judged'],
      toldOf('2019-08-01', 'court', 'health', 'insurance-agency'),
      ...decidedOn('2019-08-05', '2019-09-02', 'stop-business'),
      ['2019-09-03', 'insurance-agency', 'agreement-handling open-agreement-handling', 'checking'],
      ['2019-09-03', 'insurance-agency', 'agreement-handling hear-party', 'checking'],
      ['2019-09-03', 'insurance-agency', 'agreement-handling refuse-payment', 'handled'],
      ['2019-09-04', 'insurance-agency', 'agreement-handling terminate-agreement', 'terminated'],
    ];
    expect(w.play(...acts)).toEqual(w.asTold(...acts));
    expect(w.clock('pro-trial')).toBe('court 2019-08-06 met');
    expect(w.sideBySide()).toEqual({
      'criminal-process': 'judged',
      'practice-licence': 'carried-out',
      'agreement-handling': 'terminated',
    });
  });

  it('RC-083 临夏6家民营医院: agreement ended, licence revoked, twenty-five detained for several crimes', () => {
    const w = publishedCase(['622901']);
    const acts: Act[] = [
      ...terminated('2019-03-01'),
      toldOf('2019-03-01', 'insurance-agency', 'health', 'public-security'),
      ...decidedOn('2019-03-04', '2019-05-06', 'revoke-practice-licence').map(
        (act): Act =>
          act[2].endsWith('revoke-practice-licence')
            ? [act[0], act[1], act[2], act[3], { fields: { issuedHere: true } }]
            : act,
      ),
      [
        '2019-06-10',
        'public-security',
        'criminal-process take-measure',
        'investigating',
        measure('detention', 25),
      ],
    ];
    expect(w.play(...acts)).toEqual(w.asTold(...acts));
    expect(w.sideBySide()).toEqual({
      'agreement-handling': 'terminated',
      'practice-licence': 'carried-out',
      'criminal-process': 'investigating',
    });
  });

  it('RC-088 黄石字祥医院: one case, two fines, and one department suspended for six months', () => {
    const w = publishedCase(['420200']);
    const acts: Act[] = [
      [
        '2025-02-10',
        'medical-insurance',
        'insurance-penalty:s1 file-penalty',
        'investigating',
        { newSubjects: [{ subject: 's1' }] },
      ],
      [
        '2025-02-10',
        'medical-insurance',
        'insurance-penalty:s2 file-penalty',
        'investigating',
        { newSubjects: [{ subject: 's2' }] },
      ],
      ...(['s1', 's2'] as const).flatMap((subject): Act[] => [
        [
          '2025-03-20',
          'medical-insurance',
          `insurance-penalty:${subject} conclude-investigation`,
          'concluded',
        ],
        ['2025-03-20', 'medical-insurance', `insurance-penalty:${subject} give-penalty-notice`, 'notified'],
        ['2025-04-02', 'medical-insurance', `insurance-penalty:${subject} decide-fine`, 'fine-decided'],
      ]),
      toldOf('2025-04-02', 'medical-insurance', 'insurance-agency'),
      ['2025-04-03', 'insurance-agency', 'agreement-handling open-agreement-handling', 'checking'],
      ['2025-04-03', 'insurance-agency', 'agreement-handling hear-party', 'checking'],
      [
        '2025-04-03',
        'insurance-agency',
        'agreement-handling suspend-services',
        'suspended',
        { fields: { suspendedScope: 'department', suspendedUntil: '2025-10-03' } },
      ],
    ];
    expect(w.play(...acts)).toEqual(w.asTold(...acts));
    expect(w.sideBySide()).toEqual({
      'insurance-penalty:s1': 'fine-decided',
      'insurance-penalty:s2': 'fine-decided',
      'agreement-handling': 'suspended',
    });
    expect(w.clock('agr-suspension-end')).toBe('insurance-agency 2025-10-03 running');
  });

  it('RC-092 玲鑫中医诊所: the bureau fines, the centre ends the agreement, health is told of the breach', () => {
    const w = publishedCase(['440300']);
    const acts: Act[] = [
      ...investigated('2024-03-04', '2024-04-01'),
      ...fined('2024-04-15'),
      ...refunded('2024-04-15', '2024-04-22'),
      toldOf('2024-04-16', 'medical-insurance', 'insurance-agency'),
      ...terminated('2024-04-16'),
      ['2024-04-17', 'medical-insurance', 'clue-notice send-clue', 'sent', { to: ['440300/health'] }],
    ];
    expect(w.play(...acts)).toEqual(w.asTold(...acts));
    expect(w.told()).toContain('health');
    // Two working days to acknowledge: Friday 19 April, as agreed.
    expect(w.clock('agr-clue-acknowledge')).toBe('health 2024-04-19 running');
    expect(w.sideBySide()).toEqual({
      'insurance-penalty': 'fine-due',
      'fund-recovery': 'repaid',
      'agreement-handling': 'terminated',
      'clue-notice': 'sent',
    });
  });

  it('RC-085 图里河镇中心卫生院: fined five times, and health deals with the persons', () => {
    const w = publishedCase(['150782']);
    const acts: Act[] = [
      ...investigated('2018-10-08', '2018-11-05'),
      ...fined('2018-11-20'),
      ...refunded('2018-11-20', '2018-12-03'),
      [
        '2018-11-21',
        'medical-insurance',
        'handling-recommendation send-recommendation',
        'sent',
        { to: ['150782/health'], fields: { recommendedMeasure: 'remove-post' } },
      ],
      ['2018-11-22', 'health', 'handling-recommendation sign-recommendation', 'signed-for'],
      ['2018-11-26', 'health', 'handling-recommendation take-on-recommendation', 'handling'],
      [
        '2018-12-20',
        'health',
        'handling-recommendation report-recommendation-result',
        'answered',
        { fields: { recommendationResult: 'followed' } },
      ],
    ];
    expect(w.play(...acts)).toEqual(w.asTold(...acts));
    expect(w.clock('agr-recommendation-result')).toContain(' met');
  });

  it('RC-053 平湖聚隆大药房: the pharmacy is penalised, the pharmacist has points', () => {
    const w = publishedCase(['330482']);
    const acts: Act[] = [
      [
        '2025-04-07',
        'medical-insurance',
        'insurance-penalty verify-lead',
        'verifying',
        { fields: { leadOrigin: 'report' } },
      ],
      ...investigated('2025-04-14', '2025-05-12'),
      ...fined('2025-05-26'),
      toldOf('2025-05-26', 'medical-insurance', 'insurance-agency'),
      [
        '2025-05-27',
        'insurance-agency',
        'payment-eligibility:s1 establish-responsibility',
        'found',
        { newSubjects: [{ subject: 's1', kind: 'person' }], fields: { decisionReceivedOn: '2025-05-27' } },
      ],
      [
        '2025-05-28',
        'insurance-agency',
        'payment-eligibility:s1 record-points',
        'total-to-check',
        { fields: { points: 5 } },
      ],
      ['2025-05-28', 'insurance-agency', 'payment-eligibility:s1 check-total', 'notice-due'],
      ['2025-05-29', 'insurance-agency', 'payment-eligibility:s1 issue-points-notice', 'notice-issued'],
    ];
    expect(w.play(...acts)).toEqual(w.asTold(...acts));
    // From Monday 7 April fifteen working days: Sunday 27 April is worked. From 27 May five: 31 May to 2 June are off.
    expect(w.clock('clue-verify')).toBe('medical-insurance 2025-04-27 met');
    expect(w.clock('elig-notice')).toBe('insurance-agency 2025-06-04 met');
  });

  it('RC-103 杭州初月堂: payment stopped, handed over within the month, judged two years on', () => {
    const w = publishedCase(['330106']);
    const acts: Act[] = [
      ['2015-12-01', 'insurance-agency', 'agreement-handling open-agreement-handling', 'checking'],
      ['2015-12-02', 'insurance-agency', 'agreement-handling suspend-payment', 'checking'],
      toldOf('2015-12-02', 'insurance-agency', 'medical-insurance'),
      ...handedOver('2015-12-14', '2015-12-16'),
      ['2016-03-07', 'public-security', 'criminal-transfer send-for-prosecution', 'sent-with-property-due'],
      ['2016-03-08', 'procuratorate', 'criminal-process accept-for-review', 'under-review'],
      ['2016-04-06', 'procuratorate', 'criminal-process return-for-supplement', 'supplementing'],
      ['2016-05-05', 'public-security', 'criminal-process send-again-after-supplement', 'under-review'],
      ['2016-06-03', 'procuratorate', 'criminal-process prosecute', 'indicted'],
      ['2016-06-06', 'court', 'criminal-process accept-for-trial', 'on-trial'],
      ['2016-08-01', 'court', 'criminal-process prolong-trial', 'on-prolonged-trial'],
      [
        '2017-07-10',
        'court',
        'criminal-process judge-without-fine',
        'judged',
        { fields: { verdict: 'fine-undisclosed' } },
      ],
    ];
    expect(w.play(...acts)).toEqual(w.asTold(...acts));
    // Counted anew from 5 May: Sunday 5 June, so Monday. The law of 2012 is known from memory only: shown, never met or breached.
    expect(w.clock('pro-review')).toBe('procuratorate 2016-06-06 undetermined');
    expect(w.clock('pro-supplement')).toBe('public-security 2016-05-06 undetermined');
    expect(w.sideBySide()).toMatchObject({
      'agreement-handling': 'checking',
      'criminal-process': 'judged',
    });
    // Prolonged with approval: no day is known of it.
    expect(w.clock('pro-trial')).toContain(' moot');
  });
});
