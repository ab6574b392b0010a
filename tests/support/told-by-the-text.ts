// Three published cases act by act, as their text has them, and what the law demands between: one that is split, one that is joined,
// one that crosses regions. Told in memory by tests/unit/cases, and on a running platform by tests/integration/published-cases.test.ts.
import { concluded, fined, handedOver } from './published-acts.ts';
import type { Act } from './told-of-act.ts';

const POLICE = 'public-security';
const person = (subject: string) => ({ newSubjects: [{ subject, kind: 'person' as const }] });
const upTo = (s: string, sent: string, indicted: string): Act[] => [
  [sent, POLICE, `criminal-process:${s} send-for-prosecution`, 'sent-for-review'],
  [sent, 'procuratorate', `criminal-process:${s} accept-for-review`, 'under-review'],
  [indicted, 'procuratorate', `criminal-process:${s} prosecute`, 'indicted'],
  [indicted, 'court', `criminal-process:${s} accept-for-trial`, 'on-trial'],
];

/** RC-079 绍兴袍江医院: the surgeon s1 surrendered, the organisers s2 (另案处理) and s3 (另案起诉) are tried apart. */
export const SURGEON = {
  regions: ['330602', '330600'],
  begun: [
    ...['s1', 's2', 's3'].map(
      (s): Act => [
        '2022-05-16',
        POLICE,
        `criminal-process:${s} report-investigation`,
        'investigating',
        person(s),
      ],
    ),
    [
      '2022-05-16',
      POLICE,
      'criminal-process:s1 report-finding',
      'investigating',
      { fields: { progress: 'surrender' } },
    ],
  ] satisfies Act[],
  organiserLeaves: '2023-11-20',
  otherLeaves: '2023-11-21',
  tried: [
    ...upTo('s1', '2023-12-04', '2024-01-03'),
    [
      '2024-05-06',
      'court',
      'criminal-process:s1 judge-without-fine',
      'judged',
      { fields: { verdict: 'fine-undisclosed' } },
    ],
    ['2024-05-13', 'court', 'criminal-process:s1 lodge-appeal', 'appealed'],
    [
      '2024-05-15',
      'court',
      'criminal-process:s1 forward-appeal',
      'appeal-forwarded',
      { to: ['330600/court'] },
    ],
    ['2024-05-20', '330600/court', 'criminal-process:s1 accept-appeal', 'second-instance'],
  ] satisfies Act[],
  apart: upTo('s3', '2024-03-04', '2024-04-03'),
} as const;

const ofTheSeries = (day: string, filed: string): Act[] => [
  ...handedOver(day, filed, person('s1')),
  [filed, POLICE, 'criminal-process:s1 report-investigation', 'investigating'],
];

/** RC-039 深圳李某系列: what was bought with the accounts of several is one series. */
export const SERIES = {
  regions: ['440300'],
  first: ofTheSeries('2024-07-15', '2024-07-17'),
  later: ofTheSeries('2024-08-05', '2024-08-07'),
  joined: '2024-08-08',
} as const;

/** RC-094 南县光明卫生院: handed down by the city, filed, concluded in nine days, published. */
export const HANDED_DOWN = {
  regions: ['430921', '430900'],
  received: [
    [
      '2025-04-07',
      '430900/medical-insurance',
      'clue-notice send-clue',
      'sent',
      { to: ['medical-insurance'] },
    ],
    ['2025-04-08', 'medical-insurance', 'clue-notice acknowledge', 'acknowledged'],
    ['2025-04-09', 'medical-insurance', 'clue-notice accept-clue', 'verifying'],
    ['2025-04-14', 'medical-insurance', 'clue-notice file-admin', 'concluded'],
  ] satisfies Act[],
  /** Nobody tells it: it is filed with the clue. */
  filed: ['2025-04-14', 'medical-insurance', 'insurance-penalty file-penalty', 'investigating'] satisfies Act,
  penalised: [
    ...concluded('2025-04-23'),
    ...fined('2025-05-08'),
    ['2025-05-14', 'medical-insurance', 'insurance-penalty publish-decision', 'fine-due'],
  ] satisfies Act[],
} as const;
