// Published cases that reach into another region: by where care was given, by who investigates, by who hands down. Told from their text.
import { describe, expect, it } from 'vitest';
import {
  concluded,
  exposed,
  fined,
  handedOver,
  investigated,
  refunded,
  terminated,
  toldOf,
} from '../../support/published-acts.ts';
import { publishedCase } from '../../support/published-case.ts';
import { HANDED_DOWN } from '../../support/told-by-the-text.ts';
import type { Act } from '../../support/told-of-act.ts';

const POLICE = 'public-security';
const measure = (coerciveMeasure: string, personsConcerned: number) => ({
  fields: { coerciveMeasure, personsConcerned },
});

describe('跨区域', () => {
  it('RC-023 武汉黄陂药店: clues from one district, people captured in twenty-one provinces, reviewed for prosecution', () => {
    const w = publishedCase(['420116', '330100']);
    const acts: Act[] = [
      [
        '2024-01-22',
        'medical-insurance',
        'insurance-penalty verify-lead',
        'verifying',
        { fields: { leadOrigin: 'inspection' } },
      ],
      ...handedOver('2024-02-05', '2024-02-07'),
      [
        '2024-02-19',
        'medical-insurance',
        'assistance ask-for-assistance',
        'asked-for',
        { to: ['330100/medical-insurance'], fields: { assistanceKind: 'data' } },
      ],
      ['2024-02-20', '330100/medical-insurance', 'assistance sign-assistance-letter', 'assisting'],
      ['2024-03-04', '330100/medical-insurance', 'assistance give-assistance', 'given'],
      [
        '2024-04-08',
        POLICE,
        'criminal-process take-measure',
        'investigating',
        { ...measure('capture', 22), parent: 'p2' },
      ],
      ['2024-09-09', POLICE, 'criminal-transfer send-for-prosecution', 'sent-with-property-due'],
      ['2024-09-10', 'procuratorate', 'criminal-process accept-for-review', 'under-review'],
    ];
    expect(w.play(...acts)).toEqual(w.asTold(...acts));
    // The letter of 19 February: fifteen days end with Tuesday 5 March (N4 34).
    expect(w.clock('ast-request')).toBe('330100/medical-insurance 2024-03-05 met');
    expect(w.clock('fwd-filing-review')).toBe('public-security 2024-02-08 met');
    expect(w.clock('pro-review')).toBe('procuratorate 2024-10-09 running');
  });

  it('RC-026 上海逸养: police of 虹口, institutions of 嘉定: two agreements ended, settlement stopped', () => {
    const w = publishedCase(['310109', '310114']);
    const acts: Act[] = [
      ['2024-08-05', POLICE, 'criminal-process report-investigation', 'investigating'],
      toldOf(
        '2024-08-06',
        POLICE,
        'medical-insurance',
        '310114/medical-insurance',
        '310114/insurance-agency',
        'insurance-agency',
      ),
      [
        '2024-08-07',
        '310114/insurance-agency',
        'agreement-handling:s1 open-agreement-handling',
        'checking',
        { newSubjects: [{ subject: 's1', kind: 'institution', region: '310114' }] },
      ],
      ['2024-08-07', '310114/insurance-agency', 'agreement-handling:s1 suspend-payment', 'checking'],
      [
        '2024-08-08',
        'insurance-agency',
        'agreement-handling:s2 open-agreement-handling',
        'checking',
        { newSubjects: [{ subject: 's2', kind: 'institution', region: '310109' }] },
      ],
      ['2024-08-08', 'insurance-agency', 'agreement-handling:s2 suspend-payment', 'checking'],
      ['2025-08-04', POLICE, 'criminal-process take-measure', 'investigating', measure('capture', 120)],
      ['2025-08-11', '310114/insurance-agency', 'agreement-handling:s1 hear-party', 'checking'],
      ['2025-08-11', '310114/insurance-agency', 'agreement-handling:s1 terminate-agreement', 'terminated'],
      ['2025-08-11', 'insurance-agency', 'agreement-handling:s2 hear-party', 'checking'],
      ['2025-08-11', 'insurance-agency', 'agreement-handling:s2 terminate-agreement', 'terminated'],
    ];
    expect(w.play(...acts)).toEqual(w.asTold(...acts));
    expect(w.sideBySide()).toEqual({
      'criminal-process': 'investigating',
      'agreement-handling:s1': 'terminated',
      'agreement-handling:s2': 'terminated',
    });
  });

  it('RC-057 黑龙江、广西: inspected from above, clues to police, health and market at once, each with its own clock', () => {
    const w = publishedCase(['450100', '450000']);
    const acts: Act[] = [
      [
        '2024-09-23',
        '450000/medical-insurance',
        'clue-notice send-clue',
        'sent',
        { to: [POLICE, 'health', 'market-regulation'] },
      ],
      ['2024-09-24', POLICE, 'clue-notice acknowledge', 'acknowledged'],
      ['2024-09-24', 'health', 'clue-notice acknowledge', 'acknowledged'],
      ['2024-09-26', 'market-regulation', 'clue-notice acknowledge', 'acknowledged'],
    ];
    const [sent, ...acknowledged] = acts;
    expect(w.play(sent as Act)).toEqual(w.asTold(sent as Act));
    expect(w.told().filter((who) => !who.startsWith('450000'))).toEqual(
      expect.arrayContaining(['health', 'market-regulation', 'public-security']),
    );
    for (const act of acknowledged) {
      const [day, who, step, state] = act;
      const mine = Object.values(w.c.state.proceedings).find(
        (p) => p.roles.receiver?.[0] === `450100/${who}`,
      );
      const decision = w.c.tell({
        as: `450100/${who}/o-1`,
        at: `${day}T10:00:00+08:00`,
        command: 'acknowledge',
        proceeding: mine?.proceeding ?? '',
      });
      expect([decision.ok, w.c.state.proceedings[mine?.proceeding ?? '']?.state], step).toEqual([
        true,
        state,
      ]);
    }
    // Two working days from Monday 23 September: Wednesday. Two were in time, the third a day late; late as agreed is no breach of law.
    expect(
      Object.values(w.c.state.clocks)
        .filter((clock) => clock.limit === 'agr-clue-acknowledge')
        .map((clock) => [clock.obliged, clock.outcome, clock.limitKind]),
    ).toEqual([
      [`450100/${POLICE}`, 'met', 'agreed'],
      ['450100/health', 'met', 'agreed'],
      ['450100/market-regulation', 'breached', 'agreed'],
    ]);
    // Agreements suspended or ended, hospital by hospital.
    const institution = (s: string) => ({ newSubjects: [{ subject: s, kind: 'institution' as const }] });
    const agreements: Act[] = [
      toldOf('2024-09-27', '450000/medical-insurance', 'insurance-agency', 'medical-insurance'),
      ...['s1', 's2'].flatMap((s): Act[] => [
        [
          '2024-09-27',
          'insurance-agency',
          `agreement-handling:${s} open-agreement-handling`,
          'checking',
          institution(s),
        ],
        ['2024-09-29', 'insurance-agency', `agreement-handling:${s} hear-party`, 'checking'],
      ]),
      [
        '2024-09-30',
        'insurance-agency',
        'agreement-handling:s1 suspend-agreement',
        'suspended',
        { fields: { suspendedUntil: '2025-03-30' } },
      ],
      ['2024-09-30', 'insurance-agency', 'agreement-handling:s2 terminate-agreement', 'terminated'],
    ];
    expect(w.play(...agreements)).toEqual(w.asTold(...agreements));
    expect(w.clock('agr-suspension-end')).toBe('insurance-agency 2025-03-30 running');
  });

  it('RC-041 遵义赵某等3人: the province sees it in its data, the city and its police work on it together', () => {
    const w = publishedCase(['520300', '520000', '100000']);
    const acts: Act[] = [
      [
        '2023-03-06',
        '520000/medical-insurance',
        'clue-notice send-clue',
        'sent',
        { to: ['medical-insurance'] },
      ],
      ['2023-03-07', 'medical-insurance', 'clue-notice acknowledge', 'acknowledged'],
      ['2023-03-08', 'medical-insurance', 'clue-notice accept-clue', 'verifying'],
      toldOf('2023-03-09', 'medical-insurance', POLICE),
      ['2023-03-20', 'medical-insurance', 'clue-notice upgrade-to-transfer', 'concluded'],
      ...handedOver('2023-03-21', '2023-03-23').slice(1),
      ...['s1', 's2', 's3'].map(
        (s): Act => [
          '2023-03-24',
          POLICE,
          `criminal-process:${s} report-investigation`,
          'investigating',
          { newSubjects: [{ subject: s, kind: 'person' }] },
        ],
      ),
      toldOf('2025-09-29', 'medical-insurance', '100000/medical-insurance'),
      ...exposed('2025-09-29', '2025-10-09', '100000/medical-insurance'),
    ];
    expect(w.play(...acts)).toEqual(w.asTold(...acts));
    // From Monday 6 March fifteen working days: 27 March. Signed for on Tuesday 21 March: three days.
    expect(w.clock('clue-verify')).toBe('medical-insurance 2023-03-27 met');
    expect(w.clock('fwd-filing-review')).toBe('public-security 2023-03-24 met');
    expect(w.sideBySide()).toEqual({
      'clue-notice': 'concluded',
      'criminal-transfer': 'filed',
      'criminal-process:s1': 'investigating',
      'criminal-process:s2': 'investigating',
      'criminal-process:s3': 'investigating',
      publicity: 'published',
    });
  });

  it('RC-087 湘雅二医院: inspected by the nation, handed down to the province, which fines it; nineteen of its staff are dealt with by who stands above them', () => {
    const w = publishedCase(['430000', '100000']);
    const acts: Act[] = [
      [
        '2019-05-20',
        '100000/medical-insurance',
        'clue-notice send-clue',
        'sent',
        { to: ['medical-insurance'] },
      ],
      ['2019-05-21', 'medical-insurance', 'clue-notice acknowledge', 'acknowledged'],
      ['2019-05-22', 'medical-insurance', 'clue-notice accept-clue', 'verifying'],
      ['2019-06-03', 'medical-insurance', 'clue-notice file-admin', 'concluded'],
      ...concluded('2019-08-05'),
      ...fined('2019-09-02'),
      ...refunded('2019-09-02', '2019-10-14'),
      [
        '2019-09-03',
        'medical-insurance',
        'handling-recommendation send-recommendation',
        'sent',
        { to: ['health'], fields: { recommendedMeasure: 'sanction' } },
      ],
      ['2019-09-04', 'health', 'handling-recommendation sign-recommendation', 'signed-for'],
      ['2019-09-09', 'health', 'handling-recommendation take-on-recommendation', 'handling'],
      [
        '2019-10-21',
        'health',
        'handling-recommendation report-recommendation-result',
        'answered',
        { fields: { recommendationResult: 'followed' } },
      ],
      ...exposed('2019-11-25', '2019-11-28', 'medical-insurance'),
    ];
    expect(w.play(...acts)).toEqual(w.asTold(...acts));
    // N4 is of July 2021: before it neither the clue nor the decision had a day.
    expect([w.clock('clue-verify'), w.clock('pen-decision')]).toEqual([undefined, undefined]);
    expect(w.clock('agr-recommendation-result')).toContain(' met');
    expect(w.sideBySide()).toEqual({
      'clue-notice': 'concluded',
      'insurance-penalty': 'fine-due',
      'fund-recovery': 'repaid',
      'handling-recommendation': 'answered',
      publicity: 'published',
    });
  });

  it('RC-059 郑州豫丰、周口庆康: one inspection, two cities: each bureau hands over to its own police', () => {
    const zhengzhou = publishedCase(['410100']);
    const zhoukou = publishedCase(['411600']);
    const acts: Act[] = [
      [
        '2024-05-11',
        'medical-insurance',
        'insurance-penalty verify-lead',
        'verifying',
        { fields: { leadOrigin: 'superior' } },
      ],
      toldOf('2024-05-24', 'medical-insurance', 'insurance-agency'),
      ...terminated('2024-05-27'),
      ...handedOver('2024-05-28', '2024-05-30'),
    ];
    for (const w of [zhengzhou, zhoukou]) {
      expect(w.play(...acts)).toEqual(w.asTold(...acts));
      expect(w.clock('fwd-filing-review')).toBe('public-security 2024-05-31 met');
      expect(w.told().every((who) => !who.includes('/'))).toBe(true);
    }
  });

  it('RC-051 北京陈某: one doctor in three institutions of several districts, points with one agency', () => {
    const w = publishedCase(['110114', '110108']);
    const acts: Act[] = [
      ...['s1', 's2', 's3'].map(
        (s): Act => [
          '2025-03-03',
          'medical-insurance',
          `insurance-penalty:${s} file-penalty`,
          'investigating',
          { newSubjects: [{ subject: s, kind: 'institution' }] },
        ],
      ),
      toldOf('2025-06-02', 'medical-insurance', 'insurance-agency'),
      [
        '2025-06-03',
        'insurance-agency',
        'payment-eligibility:s4 establish-responsibility',
        'found',
        { newSubjects: [{ subject: 's4', kind: 'person' }], fields: { decisionReceivedOn: '2025-06-03' } },
      ],
      [
        '2025-06-04',
        'insurance-agency',
        'payment-eligibility:s4 record-points',
        'termination-due',
        { fields: { points: 12 } },
      ],
      [
        '2025-06-05',
        'insurance-agency',
        'payment-eligibility:s4 terminate-eligibility',
        'terminated-three-years',
      ],
      ['2025-06-06', 'insurance-agency', 'payment-eligibility:s4 serve-points-notice', 'termination-served'],
      ['2025-06-06', 'insurance-agency', 'payment-eligibility:s4 lock-nationwide', 'terminated'],
    ];
    expect(w.play(...acts)).toEqual(w.asTold(...acts));
    // Twelve at once: three years from 5 June 2025.
    expect(w.clock('elig-bar-three-years')).toContain('2028-06-05');
  });

  it('RC-074 平陆董某某: a reimbursement from elsewhere is asked about where the care was given', () => {
    const w = publishedCase(['140829', '610100']);
    const acts: Act[] = [
      [
        '2020-05-11',
        'medical-insurance',
        'insurance-penalty verify-lead',
        'verifying',
        { fields: { leadOrigin: 'inspection' } },
      ],
      [
        '2020-05-12',
        'medical-insurance',
        'assistance ask-for-assistance',
        'asked-for',
        { to: ['610100/medical-insurance'], fields: { assistanceKind: 'verification' } },
      ],
      ['2020-05-13', '610100/medical-insurance', 'assistance sign-assistance-letter', 'assisting'],
      ['2020-05-25', '610100/medical-insurance', 'assistance give-assistance', 'given'],
    ];
    expect(w.play(...acts)).toEqual(w.asTold(...acts));
    // N4 34 is of July 2021: before it nothing bound the other bureau by days.
    expect(w.clock('ast-request')).toBeUndefined();
  });

  it('RC-095 大通湖区: the city’s bureau hands down to the civil-affairs office that enforces there', () => {
    const w = publishedCase(['430900', '430921']);
    const acts: Act[] = [
      [
        '2025-06-13',
        'medical-insurance',
        'peer-transfer send-peer-case',
        'sent',
        { to: ['430921/civil-affairs'], fields: { peerGround: 'other-law' } },
      ],
      ['2025-06-16', '430921/civil-affairs', 'peer-transfer sign-peer-case', 'signed-for'],
      ['2025-06-16', '430921/civil-affairs', 'peer-transfer accept-peer-case', 'accepted'],
      ['2025-07-02', '430921/civil-affairs', 'peer-transfer file-peer-case', 'handling'],
      [
        '2025-11-13',
        '430921/civil-affairs',
        'peer-transfer report-peer-result',
        'reported',
        { fields: { peerResult: 'penalised' } },
      ],
    ];
    expect(w.play(...acts)).toEqual(w.asTold(...acts));
    expect(w.told()).toContain('medical-insurance');
    // Accepted on 16 June: sixty days were agreed for the result, it took 150: late as agreed, no breach of law.
    expect(w.clock('agr-peer-result')).toBe('430921/civil-affairs 2025-08-15 breached');
  });

  it('RC-094 南县光明卫生院: handed down within the insurance, filed, concluded in nine days, decided within ninety', () => {
    const { regions, received, filed, penalised } = HANDED_DOWN;
    const w = publishedCase(regions);
    const acts = [...received, ...penalised];
    expect(w.play(...acts)).toEqual(w.asTold(...acts));
    // With the clue the penalty is filed, once.
    expect(w.c.proceeding('insurance-penalty').openedAt.slice(0, 10)).toBe(filed[0]);
    expect(Object.keys(w.sideBySide())).toEqual(['clue-notice', 'insurance-penalty']);
    expect(Object.keys(w.c.state.proceedings)).toHaveLength(2);
    // From 7 April fifteen working days: Sunday 27 April is worked, so 27 April; ninety days from 14 April: Sunday 13 July.
    expect(w.clock('clue-verify')).toBe('medical-insurance 2025-04-27 met');
    expect(w.clock('pen-decision')).toBe('medical-insurance 2025-07-14 met');
    // Seven working days from 8 May.
    expect(w.clock('pub-penalty-credit')).toBe('medical-insurance 2025-05-19 met');
  });

  it('RC-055 乌兰察布福华站: codes settled first in another province: the bureau there is told and answers', () => {
    const w = publishedCase(['150902', '130100']);
    const acts: Act[] = [
      ...investigated('2025-03-03', '2025-04-02'),
      ...fined('2025-04-15'),
      ...refunded('2025-04-15', '2025-04-28'),
      [
        '2025-04-16',
        'medical-insurance',
        'clue-notice send-clue',
        'sent',
        { to: ['130100/medical-insurance'] },
      ],
      ['2025-04-17', '130100/medical-insurance', 'clue-notice acknowledge', 'acknowledged'],
    ];
    expect(w.play(...acts)).toEqual(w.asTold(...acts));
    expect(w.told()).toContain('130100/medical-insurance');
    // From Wednesday 16 April fifteen working days: Sunday 27 April is worked, 1 to 5 May are off.
    expect(w.clock('clue-verify')).toBe('130100/medical-insurance 2025-05-09 running');
  });
});
