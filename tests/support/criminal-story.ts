// How far a criminal case usually goes, told step by step: beginnings of scenario tests about the criminal side.
import type { OpenBody } from '../../schemas/command.ts';
import { type CaseDriver, caseDriver, registerWith, type Told } from './case-driver.ts';
import { BUREAU, OFFICE, OTHER_POLICE, POLICE, PROCURATORATE, papers } from './transfer-story.ts';

export const COURT = '653023/court';
export const HIGHER_COURT = '653000/court';
export const HEALTH = '653023/health';
export const NEIGHBOUR_PROCURATORATE = '653022/procuratorate';

/** The county with its court, and the court above. */
export const criminalRegister = () =>
  registerWith([
    BUREAU,
    POLICE,
    OTHER_POLICE,
    PROCURATORATE,
    NEIGHBOUR_PROCURATORATE,
    COURT,
    HIGHER_COURT,
    OFFICE,
    HEALTH,
    '653023/justice',
    '653023/discipline-inspection',
    '653000/procuratorate',
    '653000/public-security',
  ]);

/** Everything a command may want of papers, reasons and values, by the head unless said otherwise. */
export const by = (
  department: string,
  day: string,
  command: string,
  body: OpenBody = {},
  more: Partial<Told> & { paper?: string; officer?: string } = {},
): Told => {
  const { paper, officer = 'head', ...rest } = more;
  return {
    as: `${department}/${officer}`,
    at: day.length === 10 ? `${day}T10:00:00+08:00` : day,
    command,
    body: { ...(paper ? { papers: papers(paper) } : {}), ...body },
    ...rest,
  };
};
/** The same with a reason. */
export const reasoned = (
  department: string,
  day: string,
  command: string,
  body: OpenBody = {},
  more: Parameters<typeof by>[4] = {},
): Told => by(department, day, command, { reasonCode: 'stated', ...body }, { with: ['reason'], ...more });

export const openCase = (): CaseDriver => caseDriver(criminalRegister());

/** The police tell the bureau of the case, sent for prosecution on Monday 4 March 2024 and accepted a day later. */
export const underReview = (): CaseDriver => {
  const c = openCase();
  c.must(
    by(POLICE, '2024-03-01', 'report-investigation', {}, { procedure: 'criminal-process' }),
    by(POLICE, '2024-03-01', 'admit-departments', { to: [BUREAU] }),
    by(POLICE, '2024-03-04', 'send-for-prosecution', {}, { paper: 'prosecution-opinion' }),
    by(PROCURATORATE, '2024-03-05', 'accept-for-review'),
  );
  return c;
};

/** Prosecuted on 25 March 2024, accepted for trial on Tuesday 26 March. */
export const onTrial = (): CaseDriver => {
  const c = underReview();
  c.must(
    by(PROCURATORATE, '2024-03-25', 'prosecute', {}, { paper: 'indictment' }),
    by(COURT, '2024-03-26', 'accept-for-trial'),
  );
  return c;
};

/** Not prosecuted for minor circumstances on Monday 25 March 2024. */
export const notProsecuted = (): CaseDriver => {
  const c = underReview();
  c.must(
    reasoned(
      PROCURATORATE,
      '2024-03-25',
      'decide-non-prosecution',
      { fields: { nonProsecutionKind: 'discretionary' } },
      { paper: 'non-prosecution-decision' },
    ),
  );
  return c;
};
