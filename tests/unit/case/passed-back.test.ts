// A case that goes to and fro wins nobody time: who passed its role on gets it again from the common superior alone (domain 2.3), and
// takes up the days that it had used.
import { describe, expect, it } from 'vitest';
import { lawOf } from '../../../law/law.ts';
import { handedFile } from '../../fixtures/procedures/handed-file.ts';
import { type CaseDriver, caseDriver, registerWith } from '../../support/case-driver.ts';
import { ABOVE, COUNTY, NEIGHBOUR } from '../../support/clerk.ts';
import { by, reasoned } from '../../support/criminal-story.ts';
import { lawWith } from '../../support/law-with.ts';
import { BUREAU, OTHER_POLICE, POLICE, papers } from '../../support/transfer-story.ts';

const SUPERIOR = '653000/public-security';
const driver = (): CaseDriver => {
  const c = caseDriver(registerWith([...COUNTY, ...ABOVE, ...NEIGHBOUR]));
  c.onRecord();
  return c;
};
const due = (c: CaseDriver, limit: string) =>
  Object.values(c.state.clocks)
    .filter((clock) => clock.limit === limit)
    .map(
      ({ obliged, times, outcome }) => `${obliged.slice(0, 6)} ${times.latestDueAt} ${outcome ?? 'running'}`,
    );

describe('移送案件在公安机关之间', () => {
  const pass = (from: string, at: string, to: string) =>
    reasoned(
      from,
      at,
      'forward-to-competent-police',
      { to: [to] },
      { paper: 'jurisdiction-transfer-notice' },
    );
  const review = (police: string, day: string) => [
    by(police, `${day}T10:00:00+08:00`, 'sign-receipt'),
    by(police, `${day}T11:00:00+08:00`, 'start-review'),
  ];
  const forwarded = (): CaseDriver => {
    const c = driver();
    c.must(
      by(
        BUREAU,
        '2026-03-02T09:00:00+08:00',
        'suspect-crime',
        { team: ['o-1', 'o-2'], newSubjects: [{ subject: 's1', kind: 'person' }] },
        { procedure: 'criminal-transfer', with: ['summary', 'subjects/s1'], officer: 'o-1' },
      ),
      by(
        BUREAU,
        '2026-03-02T10:00:00+08:00',
        'submit-transfer-report',
        {},
        { paper: 'transfer-report', officer: 'o-1' },
      ),
      by(BUREAU, '2026-03-02T11:00:00+08:00', 'approve-transfer'),
      by(BUREAU, '2026-03-02T12:00:00+08:00', 'hand-over', {
        papers: papers('transfer-letter', 'investigation-report', 'property-list'),
      }),
      ...review(POLICE, '2026-03-03'),
      pass(POLICE, '2026-03-05T23:00:00+08:00', OTHER_POLICE),
      ...review(OTHER_POLICE, '2026-03-06'),
    );
    return c;
  };

  it('不得移回曾经办的公安机关', () => {
    const c = forwarded();
    expect(c.answer(pass(OTHER_POLICE, '2026-03-06T12:00:00+08:00', POLICE))).toBe('HELD_BEFORE');
    expect(c.answer(pass(OTHER_POLICE, '2026-03-06T12:00:00+08:00', SUPERIOR))).toBe('ok');
  });

  it('由共同上级指定再次承办的，已用的审查期限不重新给予', () => {
    const c = forwarded();
    const [first] = due(c, 'fwd-filing-review');
    expect(first).toBe('653023 2026-03-07T00:00:00+08:00 moot');
    c.must(
      pass(OTHER_POLICE, '2026-03-06T12:00:00+08:00', SUPERIOR),
      by(SUPERIOR, '2026-03-06T14:00:00+08:00', 'sign-receipt'),
      pass(SUPERIOR, '2026-03-06T15:00:00+08:00', POLICE),
      ...review(POLICE, '2026-03-10'),
    );
    // From 5 to 10 March, six days, it was with others: 6 March and six days.
    expect(due(c, 'fwd-filing-review').at(-1)).toBe('653023 2026-03-13T00:00:00+08:00 running');
  });

  it('逾期后移出又收回的，不另给期限', () => {
    const c = forwarded();
    c.must(
      pass(OTHER_POLICE, '2026-03-16T10:00:00+08:00', SUPERIOR),
      by(SUPERIOR, '2026-03-16T14:00:00+08:00', 'sign-receipt'),
      pass(SUPERIOR, '2026-03-16T15:00:00+08:00', OTHER_POLICE),
      ...review(OTHER_POLICE, '2026-03-17'),
    );
    expect(
      due(c, 'fwd-filing-review')
        .filter((one) => one.startsWith('653022'))
        .map((one) => one.split(' ')[2]),
    ).toEqual(['breached']);
  });
});

describe('治安案件', () => {
  const pass = (from: string, at: string, to: string) =>
    reasoned(from, at, 'forward-public-order-case', { to: [to] }, { paper: 'jurisdiction-transfer-notice' });
  const file = (police: string, at: string, more = {}) =>
    reasoned(police, at, 'file-public-order-case', more, { paper: 'public-order-filing' });

  it('移出后经共同上级指定收回的，办案期限自首次立案接续计算', () => {
    const c = driver();
    c.must(
      reasoned(
        POLICE,
        '2026-03-02',
        'file-public-order-case',
        { newSubjects: [{ subject: 's1', kind: 'person' }] },
        {
          procedure: 'public-order',
          paper: 'public-order-filing',
          with: ['summary', 'subjects/s1', 'reason'],
        },
      ),
      pass(POLICE, '2026-03-30', OTHER_POLICE),
      by(OTHER_POLICE, '2026-03-31', 'sign-for-public-order-case'),
    );
    expect(c.answer(pass(OTHER_POLICE, '2026-04-01', POLICE))).toBe('HELD_BEFORE');
    c.must(
      pass(OTHER_POLICE, '2026-04-01', SUPERIOR),
      by(SUPERIOR, '2026-04-02', 'sign-for-public-order-case'),
      pass(SUPERIOR, '2026-04-03', POLICE),
      by(POLICE, '2026-04-07', 'sign-for-public-order-case'),
      file(POLICE, '2026-04-08'),
    );
    // From 30 March to 8 April are ten days: 1 April and ten are Saturday 11, so Monday 13 April.
    expect(due(c, 'po-decision')).toEqual([
      '653023 2026-04-02T00:00:00+08:00 moot',
      '653023 2026-04-14T00:00:00+08:00 running',
    ]);
  });
});

describe('由上级机关、主管部门再次交办', () => {
  const GOVERNMENT = '653023/government-office';
  const HEALTH = '653023/health';
  /** A file that its receiver may pass on, to its government too. */
  const passedOn = {
    ...handedFile,
    roles: {
      ...handedFile.roles,
      receiver: {
        title: handedFile.roles['receiver']?.title ?? { zh: '', en: '' },
        sees: 'all' as const,
        bodies: ['public-security' as const, 'health' as const, 'government-office' as const],
      },
    },
    commands: {
      ...handedFile.commands,
      'report-official': {
        event: 'official-reported',
        title: { zh: '报告线索', en: 'Report' },
        by: ['sender'],
      },
      'hand-file': {
        event: 'file-handed',
        title: { zh: '移送', en: 'Hand over' },
        by: ['sender', 'receiver'],
        needs: ['to'],
        handsTo: 'receiver',
      },
    },
  };
  const hand = (from: string, at: string, to: string) => by(from, at, 'hand-file', { to: [to] });

  it('政府交回其部门的，不属移回；部门之间不得移回', () => {
    const c = caseDriver(
      registerWith([BUREAU, POLICE, HEALTH, GOVERNMENT]),
      undefined,
      lawOf(lawWith(passedOn)),
    );
    c.must(
      by(BUREAU, '2026-03-02', 'open-file', {}, { procedure: 'handed-file' }),
      hand(BUREAU, '2026-03-03', POLICE),
      hand(POLICE, '2026-03-04', HEALTH),
    );
    expect(c.answer(hand(HEALTH, '2026-03-05', POLICE))).toBe('HELD_BEFORE');
    c.must(hand(HEALTH, '2026-03-05', GOVERNMENT));
    expect(c.answer(hand(GOVERNMENT, '2026-03-06', HEALTH))).toBe('ok');
  });
});
