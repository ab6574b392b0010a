// Points of a person across a year's end, which no published case shows: they count within a calendar year (ZF48J 28), so eight of
// December and eight of January end nothing, and four more in spring end the eligibility for a year. Written before it was played.
import { expect, it } from 'vitest';
import type { Told } from '../../support/case-driver.ts';
import { AGENCY, begun, by, head, papers } from '../../support/measure-story.ts';
import { limitsOf, timelineOf } from '../../support/timeline.ts';

const found = (day: string): Told =>
  by(AGENCY, day, 'establish-responsibility', { body: { fields: { decisionReceivedOn: day } } });
const points = (day: string, many: number): Told =>
  by(AGENCY, day, 'record-points', { body: { fields: { points: many } } });
const check = (day: string): Told => by(AGENCY, day, 'check-total');
const NOTICE = { body: { papers: papers('points-notice') } };
const notice = (day: string): Told => by(AGENCY, day, 'issue-points-notice', NOTICE);
const serve = (day: string): Told => by(AGENCY, day, 'serve-points-notice');

it('跨年度累计记分: eight in December and eight in January are a notice each; four more in May make twelve of that year', () => {
  const c = begun(
    {
      ...found('2025-12-15'),
      procedure: 'payment-eligibility',
      body: {
        newSubjects: [{ subject: 's1', kind: 'person' }],
        fields: { decisionReceivedOn: '2025-12-15' },
      },
    },
    points('2025-12-15', 8),
    check('2025-12-15'),
    notice('2025-12-17'),
    serve('2025-12-18'),
    found('2026-01-12'),
    points('2026-01-12', 8),
    check('2026-01-12'),
    notice('2026-01-14'),
    serve('2026-01-15'),
    found('2026-05-18'),
    points('2026-05-18', 4),
    head(AGENCY, '2026-05-20', 'terminate-eligibility', NOTICE),
    serve('2026-05-21'),
    by(AGENCY, '2026-05-22', 'lock-nationwide'),
  );
  expect(timelineOf(c)).toEqual([
    '2025-12-15 insurance-agency 认定责任或者收到责任认定 → 已认定责任，待记分',
    '2025-12-15 insurance-agency 记分 → 已记分，待核对当年累计',
    '2025-12-15 insurance-agency 核对当年累计记分 → 待出具记分通知',
    '2025-12-17 insurance-agency 出具记分通知 → 记分通知待送达',
    '2025-12-18 insurance-agency 送达所在定点医药机构 → 本程序未暂停、终止支付资格',
    '2026-01-12 insurance-agency 认定责任或者收到责任认定 → 已认定责任，待记分',
    '2026-01-12 insurance-agency 记分 → 已记分，待核对当年累计',
    '2026-01-12 insurance-agency 核对当年累计记分 → 待出具记分通知',
    '2026-01-14 insurance-agency 出具记分通知 → 记分通知待送达',
    '2026-01-15 insurance-agency 送达所在定点医药机构 → 本程序未暂停、终止支付资格',
    '2026-05-18 insurance-agency 认定责任或者收到责任认定 → 已认定责任，待记分',
    '2026-05-18 insurance-agency 记分 → 达到12分，待终止',
    '2026-05-20 insurance-agency 终止医保支付资格 → 终止通知待送达（1年）',
    '2026-05-21 insurance-agency 送达所在定点医药机构 → 终止已送达，待全国联动',
    '2026-05-22 insurance-agency 登记备案状态全国联动 → 本程序终止支付资格',
  ]);
  // One year of 20 May 2026 (ZF48J 29): 20 May 2027 is a Thursday.
  expect(limitsOf(c, 'elig-bar-one-year', 'elig-bar-three-years')).toEqual([
    'elig-bar-one-year s1 2027-05-21T00:00 running',
  ]);
});
