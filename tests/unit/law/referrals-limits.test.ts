// Every limit of what goes between organs, to discipline inspection and back, against the acts; the agreed ones with their numbers.
import { describe, expect, it } from 'vitest';
import { actOf } from '../../../law/acts.ts';
import { administrativeOrgans } from '../../../law/administrative-organs.ts';
import { law } from '../../../law/law.ts';
import { referralLimits } from '../../../law/time-limits/referrals.ts';
import { Body } from '../../../schemas/ids.ts';
import type { Span } from '../../../schemas/time-limit.ts';

const lengthOf = (span: Span): string => {
  if ('calendarDays' in span) return `${span.calendarDays} cd`;
  if ('workingDays' in span) return `${span.workingDays} wd`;
  if ('months' in span) return `${span.months} mo`;
  return 'setByDocument' in span ? 'doc' : '–';
};
const BUREAU = 'medical-insurance';
const DISCIPLINE = 'discipline-inspection';
/** O310 18 and JC 37: enforcement organs, police, procuratorate, court, government. */
const STATE = [
  ...administrativeOrgans,
  'public-security',
  'procuratorate',
  'court',
  'government-office',
].join(' ');
const ANY = Body.options.filter((body) => body !== 'publisher').join(' ');
const TODAY = '2026-11-27';

/** Of law and of places: number, who, article, how it was seen, whether it is active; on a day. */
const BY_LAW: readonly (readonly [
  id: string,
  day: string,
  limit: string,
  obliges: string,
  basis: string,
  source: string,
  kind: 'statutory' | 'local',
])[] = [
  ['jur-dispute', TODAY, '7 wd', BUREAU, 'N4 10', 'primary-text', 'statutory'],
  ['ast-request', TODAY, '15 cd', BUREAU, 'N4 34', 'primary-text', 'statutory'],
  ['dis-refer', TODAY, '–', STATE, 'O310 18, JC 37', 'primary-text', 'statutory'],
  ['dis-refer', '2025-05-31', '–', STATE, 'O310 18, JC2018 34', 'primary-text', 'statutory'],
  ['dis-refer', '2020-08-06', '–', STATE, 'JC2018 34', 'primary-text', 'statutory'],
  ['dis-refer-local-15wd', TODAY, '15 wd', STATE, 'DISLOC', 'web-excerpt', 'local'],
  ['dis-refer-local-10wd', TODAY, '10 wd', STATE, 'DISLOC', 'web-excerpt', 'local'],
  ['dis-outbound-local', TODAY, '15 wd', DISCIPLINE, 'DISLOC', 'web-excerpt', 'local'],
  ['dis-triage', TODAY, '–', DISCIPLINE, 'JCT 201', 'primary-text', 'statutory'],
  ['dis-triage', '2025-05-31', '–', DISCIPLINE, 'JCT2021 171', 'from-memory', 'statutory'],
  ['dis-forward', TODAY, '5 wd', DISCIPLINE, 'JCT 201', 'primary-text', 'statutory'],
  ['dis-forward', '2025-05-31', '5 wd', DISCIPLINE, 'JCT2021 171', 'from-memory', 'statutory'],
  ['dis-report-forward', TODAY, '5 wd', DISCIPLINE, 'JCT 199', 'primary-text', 'statutory'],
  ['dis-report-forward', '2025-05-31', '5 wd', DISCIPLINE, 'JCT2021 169', 'from-memory', 'statutory'],
  ['dis-disposal-proposal', TODAY, '1 mo', DISCIPLINE, 'JZ2019', 'from-memory', 'statutory'],
  ['dis-realname-accept', TODAY, '15 wd', DISCIPLINE, 'JCT 209, JK2020', 'primary-text', 'statutory'],
  ['dis-realname-accept', '2025-05-31', '15 wd', DISCIPLINE, 'JK2020', 'web-excerpt', 'statutory'],
  ['dis-realname-feedback', TODAY, '15 wd', DISCIPLINE, 'JCT 209, JK2020', 'primary-text', 'statutory'],
  ['dis-realname-feedback', '2025-05-31', '15 wd', DISCIPLINE, 'JK2020', 'web-excerpt', 'statutory'],
  ['dis-supplement', TODAY, '1 mo', DISCIPLINE, 'JC 54(3)', 'primary-text', 'statutory'],
  ['dis-supplement', '2025-05-31', '1 mo', DISCIPLINE, 'JC2018 47(3)', 'primary-text', 'statutory'],
];

const FIRST_DAYS: readonly (readonly [id: string, from: string])[] = [
  ['jur-dispute', '2021-07-15'],
  ['ast-request', '2021-07-15'],
  ['dis-refer', '2018-03-20'],
  ['dis-triage', '2021-09-20'],
  ['dis-forward', '2021-09-20'],
  ['dis-report-forward', '2021-09-20'],
  ['dis-disposal-proposal', '2019-01-01'],
  ['dis-realname-accept', '2020-01-21'],
  ['dis-supplement', '2018-03-20'],
];

const AGREED: Readonly<Record<string, readonly [limit: string, obliges: string]>> = {
  'agr-peer-accept': ['5 wd', ANY],
  'agr-peer-reroute': ['5 wd', ANY],
  'agr-peer-designation': ['5 wd', ANY],
  'agr-peer-first-feedback': ['15 wd', ANY],
  'agr-peer-result': ['60 cd', ANY],
  'agr-peer-response': ['5 wd', ANY],
  'agr-peer-objection': ['15 wd', ANY],
  'agr-discipline-triage': ['5 wd', DISCIPLINE],
  'agr-discipline-material': ['5 wd', ANY],
  'agr-discipline-reroute': ['5 wd', ANY],
  'agr-discipline-feedback': ['60 cd', DISCIPLINE],
  'agr-duty-case-receipt': ['2 wd', 'procuratorate'],
  'agr-outbound-accept': ['5 wd', ANY],
  'agr-outbound-reroute': ['5 wd', DISCIPLINE],
  'agr-outbound-result': ['60 cd', ANY],
  'agr-supervisory-reply': ['doc', ANY],
  'agr-supervisory-review': ['15 wd', DISCIPLINE],
  'agr-supervisory-superior': ['15 wd', ANY],
  'agr-recommendation-accept': ['5 wd', ANY],
  'agr-recommendation-result': ['60 cd', ANY],
  'agr-recommendation-response': ['5 wd', ANY],
  'agr-assistance-reply': ['15 wd', ANY.replace('medical-insurance ', '')],
  'agr-assistance-until': ['doc', ANY],
  'agr-incident-follow-up': ['15 wd', ANY],
  'agr-incident-final': ['60 cd', ANY],
  'agr-incident-instruction': ['doc', ANY],
  'agr-fund-finding-accept': ['5 wd', ANY],
  'agr-fund-finding-first-feedback': ['15 wd', ANY],
  'agr-fund-finding-result': ['60 cd', ANY],
  'agr-fund-finding-response': ['5 wd', 'audit finance'],
  'agr-fund-finding-reroute': ['5 wd', 'audit finance'],
};

describe('limits of referrals', () => {
  it.each(BY_LAW)('%s on %s: %s', (id, day, limit, obliges, basis, source, kind) => {
    const found = law.timeLimitOn(id, day);
    expect({
      limit: found && lengthOf(found.span),
      obliges: found?.obliges.join(' '),
      basis: found?.basis.map(({ act, article }) => [act, article].filter(Boolean).join(' ')).join(', '),
      source: found?.source,
      kind: found?.kind,
      active: found?.active,
      pause: found?.pause,
      extensions: found?.extensions,
      lapses: found?.lapses,
      ladder: found?.ladder,
    }).toEqual({
      limit,
      obliges,
      basis,
      source,
      kind,
      active: kind === 'statutory',
      pause: false,
      extensions: [],
      lapses: false,
      ladder: 'superior',
    });
  });

  it.each(FIRST_DAYS)('%s is not known before %s', (id, from) => {
    expect(law.versionsOf(id)[0]?.from).toBe(from);
  });

  it.each(Object.entries(AGREED))('%s is agreed: %j', (id, [limit, obliges]) => {
    const found = law.timeLimitOn(id, TODAY);
    expect(found).toMatchObject({
      kind: 'agreed',
      source: 'agreed',
      ladder: 'agreed',
      active: true,
      basis: [{ act: 'AGREED' }],
    });
    expect([found && lengthOf(found.span), found?.obliges.join(' ')]).toEqual([limit, obliges]);
  });

  it('are these and no others', () => {
    const named = new Set([...BY_LAW.map(([id]) => id), ...Object.keys(AGREED)]);
    expect(new Set(referralLimits.map(({ id }) => id))).toEqual(named);
  });

  it('leave no day between two versions, and cite acts in force on every day they are', () => {
    for (const { id, from, until = '9999', basis } of referralLimits) {
      for (const { act } of basis) {
        const found = actOf(act);
        expect(found && found.from <= from && (found.until ?? '9999') >= until, `${id} ${act}`).toBe(true);
      }
    }
    for (const [id] of FIRST_DAYS) {
      const versions = law.versionsOf(id);
      expect(versions.slice(0, -1).map(({ until }) => until)).toEqual(
        versions.slice(1).map(({ from }) => from),
      );
    }
  });
});
