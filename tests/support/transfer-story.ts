// How far a transfer of a suspected crime usually goes, told step by step: the common beginnings of scenario tests.
import type { Register } from '../../case/register/register.ts';
import type { Instant } from '../../schemas/instant.ts';
import { type CaseDriver, caseDriver, registerWith, type Told } from './case-driver.ts';
import { digest } from './unsigned-record.ts';

export const BUREAU = '653023/medical-insurance';
export const POLICE = '653023/public-security';
export const OTHER_POLICE = '653022/public-security';
export const PROCURATORATE = '653023/procuratorate';
export const OFFICE = '653023/joint-meeting-office';

/** Aheqi county with its neighbour's police and what stands above. */
export const countyRegister = (): Register =>
  registerWith([
    BUREAU,
    POLICE,
    OTHER_POLICE,
    PROCURATORATE,
    OFFICE,
    '653023/health',
    '650000/health',
    '653023/discipline-inspection',
    '653023/audit',
    '653023/government-office',
    '653000/government-office',
    '653000/public-security',
    '653000/procuratorate',
  ]);

export const papers = (...codes: string[]) =>
  codes.map((code) => ({ code, id: `${code}-1`, sha256: digest }));

const step = (as: string, command: string, at: Instant, more: Partial<Told> = {}): Told => ({
  as,
  command,
  at,
  ...more,
});

/** Each step of the ordinary course, in the order of the law. */
export const steps = {
  suspect: (at: Instant) =>
    step(`${BUREAU}/o-1`, 'suspect-crime', at, {
      procedure: 'criminal-transfer',
      body: { team: ['o-1', 'o-2'] },
    }),
  report: (at: Instant) =>
    step(`${BUREAU}/o-1`, 'submit-transfer-report', at, { body: { papers: papers('transfer-report') } }),
  approve: (at: Instant) => step(`${BUREAU}/head`, 'approve-transfer', at),
  handOver: (at: Instant) =>
    step(`${BUREAU}/o-1`, 'hand-over', at, {
      body: { papers: papers('transfer-letter', 'investigation-report', 'property-list') },
    }),
  sign: (at: Instant, police = POLICE) => step(`${police}/o-1`, 'sign-receipt', at),
  review: (at: Instant, police = POLICE) => step(`${police}/o-1`, 'start-review', at),
  file: (at: Instant, police = POLICE) =>
    step(`${police}/head`, 'file-case', at, { body: { papers: papers('filing-notice') } }),
  refuse: (at: Instant, body: Told['body'] = {}) =>
    step(`${POLICE}/head`, 'refuse-filing', at, {
      body: { papers: papers('non-filing-notice'), reasonCode: 'no-crime', ...body },
      with: ['reason'],
    }),
  reconsider: (at: Instant) =>
    step(`${BUREAU}/o-1`, 'request-reconsideration', at, {
      body: { papers: papers('reconsideration-request') },
    }),
  uphold: (at: Instant) =>
    step(`${POLICE}/head`, 'uphold-non-filing', at, {
      body: { papers: papers('reconsideration-decision'), reasonCode: 'no-crime' },
      with: ['reason'],
    }),
  requestSupervision: (at: Instant) =>
    step(`${BUREAU}/o-1`, 'request-supervision', at, {
      body: { papers: papers('filing-supervision-suggestion') },
    }),
};

/** A transfer delivered on Tuesday 5 March 2024 at 10:00, one hour after the head approved it. */
export const delivered = (register: Register = countyRegister()): CaseDriver => {
  const it = caseDriver(register);
  it.must(
    steps.suspect('2024-03-04T09:00:00+08:00'),
    steps.report('2024-03-04T15:00:00+08:00'),
    steps.approve('2024-03-05T09:00:00+08:00'),
    steps.handOver('2024-03-05T10:00:00+08:00'),
  );
  return it;
};

/** Accepted on Tuesday 5 March 2024 at 11:00: the review ends with Friday 8 March. */
export const accepted = (register?: Register): CaseDriver => {
  const it = delivered(register);
  it.must(steps.sign('2024-03-05T11:00:00+08:00'));
  return it;
};

export const underReview = (register?: Register): CaseDriver => {
  const it = accepted(register);
  it.must(steps.review('2024-03-05T14:00:00+08:00'));
  return it;
};

/** Refused on Wednesday 6 March 2024 at 10:00. */
export const notFiled = (register?: Register, body?: Told['body']): CaseDriver => {
  const it = underReview(register);
  it.must(steps.refuse('2024-03-06T10:00:00+08:00', body));
  return it;
};

export const filed = (register?: Register): CaseDriver => {
  const it = underReview(register);
  it.must(steps.file('2024-03-06T10:00:00+08:00'));
  return it;
};

/** A moment of a clock, asked for by the docket at an instant. */
export const reach = (clock: string, moment: string, at: Instant): Told => ({
  as: 'docket',
  at,
  command: 'reach-moment',
  body: { moments: [{ clock, moment }] },
});
