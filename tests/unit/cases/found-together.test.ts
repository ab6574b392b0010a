// Published cases that two departments found or worked together (联合排查、联合查办), and those an agency and a bureau dealt with side by
// side, told from their text. Days that the text leaves open are chosen within what it says.
import { describe, expect, it } from 'vitest';
import {
  exposed,
  fined,
  handedOver,
  investigated,
  terminated,
  toldOf,
} from '../../support/published-acts.ts';
import { publishedCase } from '../../support/published-case.ts';
import type { Act } from '../../support/told-of-act.ts';

const POLICE = 'public-security';
const NATION = '100000/medical-insurance';
const measure = (coerciveMeasure: string, personsConcerned: number) => ({
  fields: { coerciveMeasure, personsConcerned },
});
const persons = (subject: string) => ({ newSubjects: [{ subject, kind: 'person' as const }] });
const institution = (subject: string) => ({ newSubjects: [{ subject, kind: 'institution' as const }] });
const begun = (day: string, ...names: string[]): Act[] =>
  names.map((s) => [day, POLICE, `criminal-process:${s} report-investigation`, 'investigating', persons(s)]);
const lead = (day: string, leadOrigin: string): Act => [
  day,
  'medical-insurance',
  'insurance-penalty verify-lead',
  'verifying',
  { fields: { leadOrigin } },
];
/** The police ask the bureau to verify, and it does. */
const helped = (asked: string, given: string): Act[] => [
  [
    asked,
    POLICE,
    'assistance ask-for-assistance',
    'asked-for',
    { to: ['medical-insurance'], fields: { assistanceKind: 'verification' } },
  ],
  [asked, 'medical-insurance', 'assistance sign-assistance-letter', 'assisting'],
  [given, 'medical-insurance', 'assistance give-assistance', 'given'],
];

describe('联合查办', () => {
  it('RC-022 上海池某等: several accounts are one transfer; the charge is illegal trade; caught in two rounds, the second brings in two clinics', () => {
    const w = publishedCase(['310000']);
    const acts: Act[] = [
      ...handedOver('2021-01-11', '2021-01-13'),
      ['2021-01-14', POLICE, 'criminal-process report-investigation', 'investigating'],
      ['2021-01-14', POLICE, 'case state-charge', 'known'],
      ['2021-04-12', POLICE, 'criminal-process take-measure', 'investigating', measure('capture', 20)],
      ['2021-06-07', POLICE, 'criminal-process take-measure', 'investigating', measure('capture', 30)],
      ...['s1', 's2'].map(
        (s): Act => [
          '2021-06-08',
          POLICE,
          `criminal-process:${s} report-investigation`,
          'investigating',
          institution(s),
        ],
      ),
    ];
    expect(w.play(...acts)).toEqual(w.asTold(...acts));
    // Signed for on Monday 11 January: three days.
    expect(w.clock('fwd-filing-review')).toBe('public-security 2021-01-14 met');
    expect(w.told()).toContain('medical-insurance');
    expect(w.sideBySide()).toEqual({
      'criminal-transfer': 'filed',
      'criminal-process': 'investigating',
      'criminal-process:s1': 'investigating',
      'criminal-process:s2': 'investigating',
    });
    expect(Object.keys(w.c.state.stated)).toEqual(['charge-stated case']);
  });

  it('RC-043 平凉微信套现团伙: from an advertisement to seventy-five persons, handed to the police', () => {
    const w = publishedCase(['620800', '100000']);
    const acts: Act[] = [
      lead('2025-02-10', 'inspection'),
      ...handedOver('2025-03-03', '2025-03-05'),
      ['2025-04-07', POLICE, 'criminal-process take-measure', 'investigating', measure('capture', 75)],
      toldOf('2025-09-29', 'medical-insurance', NATION),
      ...exposed('2025-09-29', '2025-10-09', NATION),
    ];
    expect(w.play(...acts)).toEqual(w.asTold(...acts));
    expect(w.clock('fwd-filing-review')).toBe('public-security 2025-03-06 met');
    // From Monday 10 February fifteen working days, to 3 March, on which the bureau decided to begin the transfer.
    expect(w.clock('clue-verify')).toBe('medical-insurance 2025-03-03 met');
    expect(w.sideBySide()).toEqual({
      'insurance-penalty': 'verifying',
      'criminal-transfer': 'filed',
      'criminal-process': 'investigating',
      publicity: 'published',
    });
  });

  it('RC-108 长沙望城坡春望医院: the police find it, the bureau verifies, the nation tells of it', () => {
    const w = publishedCase(['430100', '100000']);
    const acts: Act[] = [
      ...begun('2020-09-07', 's1', 's2'),
      ...helped('2020-09-08', '2020-10-12'),
      [
        '2020-10-13',
        POLICE,
        'criminal-process:s1 report-finding',
        'investigating',
        { fields: { progress: 'finding' } },
      ],
      toldOf('2021-02-08', 'medical-insurance', NATION),
      ...exposed('2021-02-08', '2021-02-24', NATION),
    ];
    expect(w.play(...acts)).toEqual(w.asTold(...acts));
    // N4 34 is of July 2021: before it nothing bound the bureau by days.
    expect(w.clock('ast-request')).toBeUndefined();
    expect(w.sideBySide()).toEqual({
      'criminal-process:s1': 'investigating',
      'criminal-process:s2': 'investigating',
      assistance: 'given',
      publicity: 'published',
    });
  });

  it('RC-110 长沙医学院附属第一医院: a clue to the police, the bureau helps, six times as much is found', () => {
    const w = publishedCase(['430112']);
    const acts: Act[] = [
      ['2017-09-11', POLICE, 'criminal-process report-investigation', 'investigating'],
      ['2017-09-11', POLICE, 'case state-amount', 'known'],
      ...helped('2017-09-12', '2017-10-30'),
      [
        '2017-11-06',
        POLICE,
        'criminal-process report-finding',
        'investigating',
        { fields: { progress: 'finding' } },
      ],
      ['2017-11-06', POLICE, 'case state-amount', 'known'],
    ];
    expect(w.play(...acts)).toEqual(w.asTold(...acts));
    // Seven million were reported, forty-four found: the last counts, the first stays in the record.
    expect(w.c.state.stated['amount-stated case']?.at.slice(0, 10)).toBe('2017-11-06');
    const versions = w.c.entries.flatMap(({ events }) =>
      events.filter(({ type }) => type === 'amount-stated'),
    );
    expect(versions).toHaveLength(2);
    expect(w.told()).toContain('medical-insurance');
  });
});

describe('经办与行政、行政与刑事并行', () => {
  it('RC-064 什邡宏达医院: the agreement is ended, and from the head to the cashier they answer to the police', () => {
    const w = publishedCase(['510682']);
    const acts: Act[] = [
      ...terminated('2015-09-07'),
      toldOf('2015-09-08', 'insurance-agency', POLICE),
      ...['s1', 's2'].map(
        (s): Act => [
          '2015-10-12',
          POLICE,
          `criminal-process:${s} take-measure`,
          'investigating',
          { ...persons(s), fields: { coerciveMeasure: 'undisclosed' } },
        ],
      ),
    ];
    expect(w.play(...acts)).toEqual(w.asTold(...acts));
    expect(w.sideBySide()).toEqual({
      'agreement-handling': 'terminated',
      'criminal-process:s1': 'investigating',
      'criminal-process:s2': 'investigating',
    });
  });

  it('RC-068 凤城市中医院: the agency refuses 2.5 million, the bureau fines five times the little that was fraud', () => {
    const w = publishedCase(['210682']);
    const acts: Act[] = [
      ...investigated('2023-03-06', '2023-04-03'),
      toldOf('2023-04-03', 'medical-insurance', 'insurance-agency'),
      ['2023-04-04', 'insurance-agency', 'agreement-handling open-agreement-handling', 'checking'],
      ['2023-04-10', 'insurance-agency', 'agreement-handling hear-party', 'checking'],
      ['2023-04-17', 'insurance-agency', 'agreement-handling refuse-payment', 'handled'],
      ...fined('2023-04-24'),
    ];
    expect(w.play(...acts)).toEqual(w.asTold(...acts));
    // Ninety days from 6 March: Sunday 4 June.
    expect(w.clock('pen-decision')).toBe('medical-insurance 2023-06-05 met');
    expect(w.sideBySide()).toEqual({ 'insurance-penalty': 'fine-due', 'agreement-handling': 'handled' });
  });
});
