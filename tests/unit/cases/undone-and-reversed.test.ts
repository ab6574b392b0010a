// Published cases whose decisions were taken back, and those that come from where cases usually go: from the procuratorate, the
// court, discipline inspection or audit to an organ. Told from their text.
import { describe, expect, it } from 'vitest';
import { handedOver, refunded, toldOf } from '../../support/published-acts.ts';
import { publishedCase } from '../../support/published-case.ts';
import type { Act } from '../../support/told-of-act.ts';

const POLICE = 'public-security';
/** The court above the one of 汕尾城区. */
const ABOVE = '441500/court';
const notProsecuted = (sent: string, decided: string): Act[] => [
  [sent, POLICE, 'criminal-process send-for-prosecution', 'sent-for-review'],
  [sent, 'procuratorate', 'criminal-process accept-for-review', 'under-review'],
  [decided, 'procuratorate', 'criminal-process hold-hearing', 'under-review'],
  [
    decided,
    'procuratorate',
    'criminal-process decide-non-prosecution',
    'non-prosecuted',
    { fields: { nonProsecutionKind: 'discretionary' } },
  ],
];
/** From the clue of discipline inspection to the case. */
const dutyCase = (clue: string, filed: string): Act[] => [
  [clue, 'discipline-inspection', 'discipline-case register-report', 'registered'],
  [clue, 'discipline-inspection', 'discipline-case propose-disposal', 'disposal-pending'],
  [clue, 'discipline-inspection', 'discipline-case approve-preliminary-check', 'checking'],
  [filed, 'discipline-inspection', 'discipline-case file-duty-case', 'filed'],
];

describe('撤销、重作、诉讼', () => {
  it('RC-096 省中心与区中心: both end the agreement, the province takes its letter back, what followed from it falls, and it decides anew', () => {
    const province = publishedCase(['430000']);
    const theirs: Act[] = [
      ['2021-12-20', 'insurance-agency', 'agreement-handling open-agreement-handling', 'checking'],
      ['2021-12-21', 'insurance-agency', 'agreement-handling hear-party', 'checking'],
      ['2021-12-23', 'insurance-agency', 'agreement-handling refuse-payment', 'handled'],
      ['2021-12-23', 'insurance-agency', 'agreement-handling terminate-agreement', 'terminated'],
      ['2021-12-23', 'insurance-agency', 'agreement-handling claw-back', 'terminated'],
      ['2022-06-09', 'insurance-agency', 'agreement-handling revoke-agreement-decision', 'checking'],
      ['2022-07-18', 'insurance-agency', 'agreement-handling hear-party', 'checking'],
      ['2022-07-22', 'insurance-agency', 'agreement-handling terminate-agreement', 'terminated'],
    ];
    expect(province.play(...theirs)).toEqual(province.asTold(...theirs));
    expect(province.sideBySide()).toEqual({
      'agreement-handling': 'terminated',
      'fund-recovery': 'demanded',
    });
    const district = publishedCase(['430102']);
    const acts: Act[] = [
      ['2021-12-27', 'insurance-agency', 'agreement-handling open-agreement-handling', 'checking'],
      ['2021-12-28', 'insurance-agency', 'agreement-handling hear-party', 'checking'],
      ['2021-12-29', 'insurance-agency', 'agreement-handling terminate-agreement', 'terminated'],
      // What it rested on was revoked on 9 June: its own decision goes too.
      ['2022-06-10', 'insurance-agency', 'agreement-handling revoke-agreement-decision', 'checking'],
      ['2022-06-13', 'insurance-agency', 'agreement-handling dismiss-breach', 'dismissed'],
      ['2022-06-14', 'insurance-agency', 'agreement-handling close-agreement-handling', 'closed'],
    ];
    expect(district.play(...acts)).toEqual(district.asTold(...acts));
    expect(district.told()).toContain('medical-insurance');
  });

  it('RC-097 海丰县: the hospital sues over the decision of the bureau, both sides appeal, judged at second instance', () => {
    const w = publishedCase(['441521', '441502', '441500']);
    const acts: Act[] = [
      ['2022-09-05', 'medical-insurance', 'insurance-penalty file-penalty', 'investigating'],
      ['2022-10-10', 'medical-insurance', 'insurance-penalty conclude-investigation', 'concluded'],
      ['2022-10-10', 'medical-insurance', 'insurance-penalty give-penalty-notice', 'notified'],
      ['2022-10-20', 'medical-insurance', 'insurance-penalty decide-without-fine', 'decided'],
      ['2022-10-20', 'medical-insurance', 'insurance-penalty serve-decision', 'in-force'],
      toldOf('2023-02-06', 'medical-insurance', '441502/court'),
      ['2023-02-06', '441502/court', 'penalty-remedy accept-suit', 'in-suit', { to: ['medical-insurance'] }],
      ['2023-02-16', 'medical-insurance', 'penalty-remedy answer-suit', 'in-suit'],
      ['2023-08-01', '441502/court', 'penalty-remedy judge-against-organ', 'lost'],
      ['2023-08-10', 'medical-insurance', 'penalty-remedy appeal-judgment', 'on-appeal'],
      ['2023-08-11', '441502/court', 'penalty-remedy register-suit-appeal', 'on-appeal'],
      [
        '2024-04-08',
        '441502/court',
        'penalty-remedy forward-suit-appeal',
        'appeal-forwarded',
        { to: [ABOVE] },
      ],
      ['2024-04-09', ABOVE, 'penalty-remedy accept-suit-appeal', 'second-instance'],
      ['2024-06-21', ABOVE, 'penalty-remedy hear-suit-appeal', 'second-instance'],
      // How it ended the text does not say: here as it was judged before.
      ['2024-06-28', ABOVE, 'penalty-remedy decide-suit-against-organ', 'undone'],
    ];
    expect(w.play(...acts)).toEqual(w.asTold(...acts));
    expect(w.sideBySide()).toEqual({ 'insurance-penalty': 'in-force', 'penalty-remedy': 'undone' });
    // Accepted on 9 April: three months end with 9 July.
    expect(w.clock('rem-second-instance')).toBe('441500/court 2024-07-09 met');
    // Ninety days from Monday 5 September end on Sunday 4 December.
    expect(w.clock('pen-decision')).toBe('medical-insurance 2022-12-05 met');
  });

  it('RC-063 信丰马鞍山医院: seven sentenced, the appeal dismissed, the hospital goes on under another name', () => {
    const w = publishedCase(['360722', '360700']);
    const acts: Act[] = [
      ['2019-10-08', POLICE, 'criminal-process send-for-prosecution', 'sent-for-review'],
      ['2019-10-09', 'procuratorate', 'criminal-process accept-for-review', 'under-review'],
      ['2019-11-07', 'procuratorate', 'criminal-process prosecute', 'indicted'],
      ['2019-11-08', 'court', 'criminal-process accept-for-trial', 'on-trial'],
      ['2020-01-07', 'court', 'criminal-process judge-with-fine', 'judged'],
      ['2020-01-17', 'court', 'criminal-process lodge-appeal', 'appealed'],
      [
        '2020-01-19',
        'court',
        'criminal-process forward-appeal',
        'appeal-forwarded',
        { to: ['360700/court'] },
      ],
      ['2020-02-10', '360700/court', 'criminal-process accept-appeal', 'second-instance'],
      ['2020-07-13', '360700/court', 'criminal-process decide-appeal-with-fine', 'effective-with-fine'],
    ];
    expect(w.play(...acts)).toEqual(w.asTold(...acts));
    // Accepted on 8 November: two months end on 8 January; two months of second instance passed long before July.
    expect(w.clock('pro-trial')).toBe('court 2020-01-08 met');
    expect(w.clock('pro-second-instance')).toBe('360700/court 2020-04-10 breached');
  });
});

describe('反向衔接、逆向移送', () => {
  it('RC-011 洪湖刘某某: handed over, not prosecuted after a public hearing, and back to the bureau for a penalty', () => {
    const w = publishedCase(['421083']);
    const acts: Act[] = [
      ...handedOver('2025-04-07', '2025-04-09'),
      ...refunded('2025-05-12', '2025-05-19'),
      ['2025-06-16', POLICE, 'criminal-transfer send-for-prosecution', 'sent-with-property-due'],
      ...notProsecuted('2025-06-16', '2025-07-15').slice(1),
      ['2025-07-17', 'procuratorate', 'criminal-process refer-for-penalty-review', 'non-prosecuted'],
      [
        '2025-07-29',
        'procuratorate',
        'reverse-referral issue-penalty-opinion',
        'opinion-served',
        { to: ['medical-insurance'], fields: { replyBy: '2025-09-29' } },
      ],
      ['2025-07-30', 'medical-insurance', 'reverse-referral sign-for-referral', 'signed'],
      ['2025-07-31', 'medical-insurance', 'reverse-referral accept-referral', 'accepted'],
      [
        '2025-08-01',
        'medical-insurance',
        'reverse-referral open-administrative-case',
        'administrative-case-open',
      ],
      ['2025-08-25', 'medical-insurance', 'insurance-penalty conclude-investigation', 'concluded'],
      ['2025-08-25', 'medical-insurance', 'insurance-penalty give-penalty-notice', 'notified'],
      ['2025-09-08', 'medical-insurance', 'insurance-penalty decide-fine', 'fine-decided'],
      [
        '2025-09-10',
        'medical-insurance',
        'reverse-referral reply-with-result',
        'replied',
        { fields: { result: 'penalised' } },
      ],
      ['2025-09-12', 'procuratorate', 'reverse-referral close-referral', 'referral-closed'],
    ];
    expect(w.play(...acts)).toEqual(w.asTold(...acts));
    // The penalty was filed with the referral.
    expect(w.c.proceeding('insurance-penalty').openedAt.slice(0, 10)).toBe('2025-08-01');
    // Registered on Thursday 17 July: ten working days end with Thursday 31 July; the opinion names 29 September.
    expect(w.clock('rev-review')).toBe('procuratorate 2025-07-31 met');
    expect(w.clock('rev-organ-reply')).toBe('medical-insurance 2025-09-29 met');
    expect(w.clock('rev-internal-transfer')).toBe('procuratorate 2025-07-18 met');
    expect(w.sideBySide()).toMatchObject({
      'criminal-process': 'non-prosecuted',
      'insurance-penalty': 'fine-decided',
    });
  });

  it('RC-048 上海杨某: the fine waits for the criminal side and follows it where no court imposed one', () => {
    const w = publishedCase(['310106']);
    const before: Act[] = [
      ['2024-03-04', 'medical-insurance', 'insurance-penalty file-penalty', 'investigating'],
      ...handedOver('2024-03-18', '2024-03-20'),
      ['2024-03-25', 'medical-insurance', 'insurance-penalty terminate-on-hand-over', 'terminated'],
      ['2024-03-26', 'medical-insurance', 'insurance-penalty close-penalty', 'closed-without-penalty'],
      ...refunded('2024-04-15', '2024-04-22'),
      ['2024-06-03', POLICE, 'criminal-transfer send-for-prosecution', 'sent-with-property-due'],
      ...notProsecuted('2024-06-03', '2024-07-02').slice(1),
    ];
    expect(w.play(...before)).toEqual(w.asTold(...before));
    const after: Act[] = [
      [
        '2024-07-03',
        'medical-insurance',
        'insurance-penalty verify-lead',
        'verifying',
        { fields: { leadOrigin: 'criminal-side' } },
      ],
      ['2024-07-15', 'medical-insurance', 'insurance-penalty file-penalty', 'investigating'],
      ['2024-08-05', 'medical-insurance', 'insurance-penalty conclude-investigation', 'concluded'],
      ['2024-08-05', 'medical-insurance', 'insurance-penalty give-penalty-notice', 'notified'],
      ['2024-08-19', 'medical-insurance', 'insurance-penalty decide-fine', 'fine-decided'],
    ];
    expect(w.play(...after)).toEqual(w.asTold(...after));
    // From Wednesday 3 July fifteen working days end with 24 July.
    expect(w.clock('clue-verify')).toBe('medical-insurance 2024-07-24 met');
    // A new case with ninety days of its own (N4 47(2)): from 15 July to Sunday 13 October, which is after the holiday: Monday.
    expect(w.clock('pen-decision')).toBe('medical-insurance 2024-10-14 met');
  });

  it('RC-014 石嘴山: the procuratorate begins supervision of the police and suggests to the bureau', () => {
    const w = publishedCase(['640200']);
    const acts: Act[] = [
      ['2024-03-04', 'procuratorate', 'filing-supervision begin-supervision', 'requested'],
      ['2024-03-04', 'procuratorate', 'filing-supervision accept-supervision', 'examining'],
      ['2024-03-05', 'procuratorate', 'filing-supervision require-reasons', 'reasons-required'],
      ['2024-03-11', POLICE, 'filing-supervision file-under-supervision', 'filed'],
      [
        '2024-03-12',
        'procuratorate',
        'procuratorial-suggestion issue-suggestion',
        'suggestion-sent',
        { to: ['medical-insurance'] },
      ],
      [
        '2024-03-13',
        'medical-insurance',
        'procuratorial-suggestion sign-for-suggestion',
        'suggestion-signed',
      ],
      [
        '2024-05-09',
        'medical-insurance',
        'procuratorial-suggestion reply-to-suggestion',
        'suggestion-replied',
      ],
    ];
    expect(w.play(...acts)).toEqual(w.asTold(...acts));
    expect(w.clock('sup-state-reasons')).toBe('public-security 2024-03-12 met');
    // Sent on 12 March: two months end on Sunday 12 May, so Monday.
    expect(w.clock('sug-reply')).toBe('medical-insurance 2024-05-13 met');
  });

  it('RC-015 天津检一分院: a case in the public interest, the audit’s data, a suggestion to the bureau, the money back', () => {
    const w = publishedCase(['120100']);
    const acts: Act[] = [
      [
        '2024-04-08',
        'procuratorate',
        'public-interest-suit file-public-interest-case',
        'public-interest-filed',
        { to: ['medical-insurance'] },
      ],
      toldOf('2024-05-06', 'procuratorate', 'audit'),
      ['2024-09-02', 'procuratorate', 'public-interest-suit issue-pre-suit-suggestion', 'pre-suit-sent'],
      [
        '2024-09-03',
        'medical-insurance',
        'public-interest-suit sign-for-pre-suit-suggestion',
        'pre-suit-signed',
      ],
      ['2024-10-30', 'medical-insurance', 'public-interest-suit reply-on-duty', 'duty-answered'],
      ...refunded('2024-10-30', '2025-07-31'),
      [
        '2025-08-04',
        'procuratorate',
        'public-interest-suit close-public-interest-case',
        'public-interest-closed',
      ],
    ];
    expect(w.play(...acts)).toEqual(w.asTold(...acts));
    // Two months from 2 September: Saturday 2 November, so Monday 4.
    expect(w.clock('pis-reply')).toBe('medical-insurance 2024-11-04 met');
  });

  it('RC-016 岷县乔某 and RC-091 金华胡某: from one case to a suggestion about all of its kind', () => {
    const w = publishedCase(['621126']);
    const acts: Act[] = [
      [
        '2024-10-08',
        'procuratorate',
        'procuratorial-suggestion issue-suggestion',
        'suggestion-sent',
        { to: ['medical-insurance'] },
      ],
      [
        '2024-10-09',
        'medical-insurance',
        'procuratorial-suggestion sign-for-suggestion',
        'suggestion-signed',
      ],
      ...refunded('2024-10-21', '2024-11-18'),
      [
        '2024-12-05',
        'medical-insurance',
        'procuratorial-suggestion reply-to-suggestion',
        'suggestion-replied',
      ],
      ['2024-12-06', 'procuratorate', 'procuratorial-suggestion close-suggestion', 'suggestion-closed'],
    ];
    expect(w.play(...acts)).toEqual(w.asTold(...acts));
    // Two months from 8 October end on Sunday 8 December.
    expect(w.clock('sug-reply')).toBe('medical-insurance 2024-12-09 met');
    const jinhua = publishedCase(['330702']);
    const theirs: Act[] = [
      ['2021-06-07', POLICE, 'criminal-process send-for-prosecution', 'sent-for-review'],
      ['2021-06-08', 'procuratorate', 'criminal-process accept-for-review', 'under-review'],
      ['2021-07-06', 'procuratorate', 'criminal-process prosecute', 'indicted'],
      ['2021-07-07', 'court', 'criminal-process accept-for-trial', 'on-trial'],
      ['2021-09-06', 'court', 'criminal-process judge-with-fine', 'judged'],
      [
        '2021-10-11',
        'procuratorate',
        'procuratorial-suggestion issue-suggestion',
        'suggestion-sent',
        { to: ['medical-insurance'] },
      ],
    ];
    expect(jinhua.play(...theirs)).toEqual(jinhua.asTold(...theirs));
  });

  it('RC-017 丹巴县: found by the procuratorate, verified by the bureau, filed by the police, reviewed where it was found', () => {
    const w = publishedCase(['513323']);
    const acts: Act[] = [
      ['2023-03-06', 'procuratorate', 'clue-notice send-clue', 'sent', { to: ['medical-insurance'] }],
      ['2023-03-07', 'medical-insurance', 'clue-notice acknowledge', 'acknowledged'],
      ['2023-03-08', 'medical-insurance', 'clue-notice accept-clue', 'verifying'],
      ['2023-03-22', 'medical-insurance', 'clue-notice upgrade-to-transfer', 'concluded'],
      [
        '2023-03-22',
        'medical-insurance',
        'criminal-transfer submit-transfer-report',
        'awaiting-head-decision',
      ],
      ['2023-03-23', 'medical-insurance', 'criminal-transfer approve-transfer', 'approved-for-handover'],
      ['2023-03-23', 'medical-insurance', 'criminal-transfer hand-over', 'delivered'],
      ['2023-03-24', POLICE, 'criminal-transfer sign-receipt', 'accepted'],
      ['2023-03-27', POLICE, 'criminal-transfer file-case', 'filed'],
      ['2023-05-08', POLICE, 'criminal-transfer send-for-prosecution', 'sent-with-property-due'],
      ['2023-05-09', 'procuratorate', 'criminal-process accept-for-review', 'under-review'],
    ];
    expect(w.play(...acts)).toEqual(w.asTold(...acts));
    expect(w.clock('clue-verify')).toBe('medical-insurance 2023-03-27 met');
    expect(w.clock('fwd-filing-review')).toBe('public-security 2023-03-27 met');
    expect(w.sideBySide()).toMatchObject({ 'clue-notice': 'concluded', 'criminal-process': 'under-review' });
  });

  it('RC-019 宣汉民泰医院: discipline inspection hands the clue to the police before anybody else knows', () => {
    const w = publishedCase(['511722']);
    const acts: Act[] = [
      ['2021-03-01', 'discipline-inspection', 'discipline-outbound find-outbound-matter', 'found'],
      [
        '2021-03-01',
        'discipline-inspection',
        'discipline-outbound send-outbound-matter',
        'sent',
        { to: [POLICE] },
      ],
      ['2021-03-02', POLICE, 'discipline-outbound sign-outbound-matter', 'signed-for'],
      ['2021-03-03', POLICE, 'discipline-outbound accept-outbound-matter', 'accepted'],
      ['2021-03-04', POLICE, 'discipline-outbound file-outbound-matter', 'handling'],
      [
        '2021-03-22',
        POLICE,
        'criminal-process take-measure',
        'investigating',
        { fields: { coerciveMeasure: 'capture', personsConcerned: 47 } },
      ],
      ['2021-03-22', POLICE, 'criminal-process seize-property', 'investigating'],
      [
        '2021-04-26',
        POLICE,
        'discipline-outbound report-outbound-result',
        'reported',
        { fields: { outboundResult: 'criminal-case' } },
      ],
    ];
    expect(w.play(...acts)).toEqual(w.asTold(...acts));
    expect(w.told()).not.toContain('medical-insurance');
    expect(w.clock('agr-outbound-result')).toContain(' met');
  });

  it('RC-008 雅安: the supervisory commission suggests, the bureau answers by the day named', () => {
    const w = publishedCase(['511800']);
    const acts: Act[] = [
      [
        '2019-02-25',
        'discipline-inspection',
        'supervisory-suggestion issue-supervisory-suggestion',
        'issued',
        { to: ['medical-insurance'], fields: { suggestionReplyBy: '2019-04-25' } },
      ],
      [
        '2019-02-26',
        'medical-insurance',
        'supervisory-suggestion sign-supervisory-suggestion',
        'to-be-followed',
      ],
      ['2019-04-22', 'medical-insurance', 'supervisory-suggestion report-suggestion-followed', 'answered'],
      ['2019-04-25', 'discipline-inspection', 'supervisory-suggestion accept-rectification', 'closed'],
    ];
    expect(w.play(...acts)).toEqual(w.asTold(...acts));
    expect(w.clock('agr-supervisory-reply')).toBe('medical-insurance 2019-04-25 met');
  });

  it('RC-071 翠屏区郑某某: the commission investigates, dismisses, and sends to the procuratorate past the police', () => {
    const w = publishedCase(['511502']);
    const acts: Act[] = [
      ...dutyCase('2024-03-04', '2024-04-01'),
      [
        '2024-06-03',
        'discipline-inspection',
        'discipline-case impose-sanction',
        'dealt-with',
        { fields: { sanctionKind: 'dismissed' } },
      ],
      [
        '2024-06-10',
        'discipline-inspection',
        'discipline-case send-to-procuratorate',
        'sent-to-procuratorate',
        { to: ['procuratorate'] },
      ],
      ['2024-06-11', 'procuratorate', 'discipline-case sign-duty-case', 'with-procuratorate'],
    ];
    expect(w.play(...acts)).toEqual(w.asTold(...acts));
    expect(w.clock('agr-duty-case-receipt')).toBe('procuratorate 2024-06-12 met');
    expect(w.told()).not.toContain(POLICE);
  });

  it('RC-007 重庆学府医院, RC-009 石棉杨某, RC-111 北镇李某: officials and insiders before the commission, of the first after the police had filed', () => {
    const nanan = publishedCase(['500108']);
    const custody: Act[] = [
      [
        '2017-12-04',
        POLICE,
        'criminal-process:s1 report-investigation',
        'investigating',
        { newSubjects: [{ subject: 's1', kind: 'person' }] },
      ],
      toldOf('2018-01-15', POLICE, 'discipline-inspection'),
      ...dutyCase('2018-01-15', '2018-07-02'),
      ['2018-07-03', 'discipline-inspection', 'discipline-case take-into-custody', 'filed'],
    ];
    expect(nanan.play(...custody)).toEqual(nanan.asTold(...custody));
    const others: readonly (readonly [string, string, string])[] = [
      ['511824', '2019-04-04', '2019-05-06'],
      ['210782', '2024-03-04', '2024-06-03'],
    ];
    for (const [region, clue, filed] of others) {
      const w = publishedCase([region]);
      const acts = dutyCase(clue, filed);
      expect(w.play(...acts)).toEqual(w.asTold(...acts));
      expect(w.told().every((who) => who.startsWith('discipline-inspection') || who.includes('('))).toBe(
        true,
      );
    }
  });

  it('RC-070 广坝医院刘某: a letter to the commission, prosecuted for two crimes, sentenced by final judgment', () => {
    const w = publishedCase(['469007', '460000']);
    const acts: Act[] = [
      ...dutyCase('2020-03-02', '2020-05-06'),
      [
        '2020-09-07',
        'discipline-inspection',
        'discipline-case send-to-procuratorate',
        'sent-to-procuratorate',
        { to: ['procuratorate'] },
      ],
      ['2020-09-08', 'procuratorate', 'discipline-case sign-duty-case', 'with-procuratorate'],
      [
        '2020-10-20',
        'procuratorate',
        'discipline-case record-duty-prosecution',
        'prosecution-known',
        { fields: { prosecutionResult: 'prosecuted' } },
      ],
      ['2020-10-21', 'court', 'criminal-process accept-for-trial', 'on-trial'],
      ['2020-12-21', 'court', 'criminal-process judge-with-fine', 'judged'],
      ['2020-12-30', 'court', 'criminal-process lodge-appeal', 'appealed'],
      [
        '2020-12-31',
        'court',
        'criminal-process forward-appeal',
        'appeal-forwarded',
        { to: ['460000/court'] },
      ],
      ['2021-01-04', '460000/court', 'criminal-process accept-appeal', 'second-instance'],
      ['2021-03-01', '460000/court', 'criminal-process prolong-second-instance', 'second-instance'],
      ['2021-09-06', '460000/court', 'criminal-process decide-appeal-with-fine', 'effective-with-fine'],
    ];
    expect(w.play(...acts)).toEqual(w.asTold(...acts));
    expect(w.sideBySide()).toEqual({
      'discipline-case': 'prosecution-known',
      'criminal-process': 'effective-with-fine',
    });
    expect(w.c.proceeding('criminal-process').roles['investigator']).toEqual([
      '469007/discipline-inspection',
    ]);
    expect(w.clock('pro-trial')).toBe('court 2020-12-21 met');
    expect(w.told()).not.toContain(POLICE);
  });

  it('RC-089 绵阳佰信、天诚医院: the criminals are sentenced, the money is not back: a suggestion to the organ of then, and the suit stays open', () => {
    const w = publishedCase(['510703']);
    const acts: Act[] = [
      [
        '2017-12-19',
        'procuratorate',
        'public-interest-suit file-public-interest-case',
        'public-interest-filed',
        { to: ['human-resources'] },
      ],
      ['2017-12-26', 'procuratorate', 'public-interest-suit issue-pre-suit-suggestion', 'pre-suit-sent'],
      [
        '2017-12-27',
        'human-resources',
        'public-interest-suit sign-for-pre-suit-suggestion',
        'pre-suit-signed',
      ],
      ['2018-01-22', 'human-resources', 'public-interest-suit reply-on-duty', 'duty-answered'],
      [
        '2018-03-05',
        'procuratorate',
        'public-interest-suit close-public-interest-case',
        'public-interest-closed',
      ],
    ];
    expect(w.play(...acts)).toEqual(w.asTold(...acts));
    // The two months are of the interpretation of March 2018: before it no limit was known.
    expect(w.clock('pis-reply')).toBeUndefined();
  });

  it('RC-046 昆明生育津贴: the clue comes from the audit', () => {
    const w = publishedCase(['530100']);
    const acts: Act[] = [
      [
        '2025-09-01',
        'audit',
        'fund-finding send-finding',
        'sent',
        { to: ['medical-insurance'], fields: { findingKind: 'fraud-clue' } },
      ],
      ['2025-09-02', 'medical-insurance', 'fund-finding sign-finding', 'signed-for'],
      ['2025-09-03', 'medical-insurance', 'fund-finding take-on-finding', 'taken-on'],
      ['2025-09-16', 'medical-insurance', 'fund-finding file-finding-case', 'handling'],
    ];
    expect(w.play(...acts)).toEqual(w.asTold(...acts));
    // Fifteen working days from Monday 1 September.
    expect(w.clock('clue-verify')).toBe('medical-insurance 2025-09-22 met');
  });
});
