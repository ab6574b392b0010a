// Two counties with every kind of department and who stands above them, for what goes from one organ to another.
import type { OpenBody } from '../../schemas/command.ts';
import { type CaseDriver, caseDriver, registerWith, type Told } from './case-driver.ts';
import { ABOVE, COUNTY, NEIGHBOUR } from './clerk.ts';

export const HEALTH = '653023/health';
export const MARKET = '653023/market-regulation';
export const AUDIT = '653023/audit';
export const DISCIPLINE = '653023/discipline-inspection';
export const OTHER_DISCIPLINE = '653022/discipline-inspection';
export const OTHER_BUREAU = '653022/medical-insurance';
export const UPPER_BUREAU = '653000/medical-insurance';

export const bothCounties = () => registerWith([...COUNTY, ...NEIGHBOUR, ...ABOVE]);

/** `at` is a day and an hour, `2024-03-04T09`; a department without an officer sends its officer. */
export const by = (
  who: string,
  at: string,
  command: string,
  body: OpenBody = {},
  more: Partial<Told> = {},
): Told => ({
  as: who.split('/').length === 3 ? who : `${who}/o-1`,
  at: `${at}:00:00+08:00`,
  command,
  body,
  ...more,
});

/** The same with a reason, code and text. */
export const because = (who: string, at: string, command: string, body: OpenBody = {}): Told =>
  by(who, at, command, { reasonCode: 'stated', ...body }, { with: ['reason'] });

export const begun = (...told: Told[]): CaseDriver => {
  const c = caseDriver(bothCounties());
  c.must(...told);
  return c;
};

/** What the relay does with the orders that stand: takes each in an entry of its own. */
export const takeOrders = (c: CaseDriver, at: string): void => {
  for (const { followUp } of [...c.state.followUps])
    c.must(by('relay', at, 'take-follow-up', { followUp }, { as: 'relay' }));
};

/** A clock as a clerk reads it: who, until when, how it ended. */
export const clockOf = (c: CaseDriver, limit: string) => {
  const clock = c.clock(limit);
  return clock && [clock.obliged, clock.times.latestDueAt?.slice(0, 10), clock.outcome ?? clock.status];
};
