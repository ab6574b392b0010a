// Whoever has a lead decides on filing within fifteen working days (N4 14; SAMR2 18): nothing sheds that but the decision, or what the
// law lets be. Monday 4 March 2024 and the days after; the discipline matter in July 2025.
import { describe, expect, it } from 'vitest';
import type { Told } from '../../support/case-driver.ts';
import { publishedCase } from '../../support/published-case.ts';
import { because, begun, by, clockOf, DISCIPLINE, HEALTH, MARKET } from '../../support/referral-story.ts';
import type { Act } from '../../support/told-of-act.ts';
import { BUREAU, POLICE, papers } from '../../support/transfer-story.ts';

const clue = (at: string, more: Told['body'] = {}, to = BUREAU): Told =>
  by(
    HEALTH,
    at,
    'send-clue',
    { to: [to], ...more, fields: { topic: 'fraud', ...more.fields } },
    { procedure: 'clue-notice', with: ['summary'] },
  );
const first = (fields: NonNullable<Told['body']>['fields'] = {}, to = BUREAU): Told =>
  clue('2024-03-04T09', { newSubjects: [{ subject: 's1', kind: 'institution' }], fields }, to);
const second = (subject = 's1'): Told => clue('2024-03-05T09', { subjects: [subject] });
const of = (proceeding: string, told: Told): Told => ({ ...told, proceeding });
const on = (proceeding: string, at: string, command: string, body: Told['body'] = {}): Told =>
  of(proceeding, by(BUREAU, at, command, body));

describe('知悉备查', () => {
  it('is for a clue that was sent for information', () => {
    const c = begun(first({ noticeType: 'info' }), by(BUREAU, '2024-03-05T09', 'acknowledge'));
    expect(c.answer(by(BUREAU, '2024-03-06T09', 'note-for-information'))).toBe('ok');
    expect(clockOf(c, 'clue-verify')?.[2]).toBe('moot');
  });

  it.each([
    ['to be verified and answered', { noticeType: 'verify-and-reply' }],
    ['as urgent', { noticeType: 'urgent' }],
    ['without a word on it', {}],
  ])('is refused where the clue was sent %s, and the days to decide on filing run on', (_how, fields) => {
    const c = begun(first(fields), by(BUREAU, '2024-03-05T09', 'acknowledge'));
    expect(c.answer(by(BUREAU, '2024-03-06T09', 'note-for-information'))).toBe('NOT_FOR_INFORMATION');
    expect(clockOf(c, 'clue-verify')).toEqual([BUREAU, '2024-03-26', 'running']);
  });
});

describe('并入在办案件', () => {
  const merge = (proceeding = 'p1', at = '2024-03-06T09'): Told => on(proceeding, at, 'merge-clue');

  it('is refused while nothing about the party is in hand', () => {
    const c = begun(first(), by(BUREAU, '2024-03-05T09', 'acknowledge'));
    expect(c.answer(merge())).toBe('NOTHING_IN_HAND');
    expect(clockOf(c, 'clue-verify')?.[2]).toBe('running');
  });

  it('goes into no other lead, which would lend it its own days: not into a clue that is verified, nor a lead of its own motion', () => {
    const c = begun(
      first(),
      second(),
      on('p1', '2024-03-05T10', 'acknowledge'),
      on('p2', '2024-03-05T11', 'acknowledge'),
      on('p2', '2024-03-06T10', 'accept-clue'),
    );
    expect(c.answer(merge('p1', '2024-03-06T11'))).toBe('NOTHING_IN_HAND');
    c.must(
      by(
        BUREAU,
        '2024-03-22T09',
        'verify-lead',
        { subjects: ['s1'], fields: { leadOrigin: 'report' } },
        { procedure: 'insurance-penalty' },
      ),
    );
    expect(c.answer(merge('p1', '2024-03-22T11'))).toBe('NOTHING_IN_HAND');
  });

  it('goes into the penalty case of the party, and into none that was not filed', () => {
    const verified = () =>
      begun(
        first(),
        second(),
        on('p1', '2024-03-05T10', 'acknowledge'),
        on('p2', '2024-03-05T11', 'acknowledge'),
        on('p1', '2024-03-06T10', 'accept-clue'),
      );
    const filed = verified();
    filed.must(on('p1', '2024-03-07T09', 'file-admin', { team: ['o-1', 'o-2'] }));
    expect(filed.answer(merge('p2', '2024-03-08T09'))).toBe('ok');
    const unfiled = verified();
    unfiled.must(of('p1', because(BUREAU, '2024-03-07T09', 'close-unfiled')));
    expect(unfiled.answer(merge('p2', '2024-03-08T09'))).toBe('NOTHING_IN_HAND');
  });

  it('goes into nothing about another party', () => {
    const other = begun(
      clue('2024-03-04T09', {
        newSubjects: [
          { subject: 's1', kind: 'institution' },
          { subject: 's2', kind: 'institution' },
        ],
        subjects: ['s1'],
      }),
      second('s2'),
      on('p1', '2024-03-05T10', 'acknowledge'),
      on('p2', '2024-03-05T11', 'acknowledge'),
      on('p1', '2024-03-06T10', 'accept-clue'),
      on('p1', '2024-03-06T11', 'file-admin', { team: ['o-1', 'o-2'] }),
    );
    expect(other.answer(merge('p2', '2024-03-06T12'))).toBe('NOTHING_IN_HAND');
  });

  it('goes into the penalty case of another file once the two are joined', () => {
    const w = publishedCase(['653023']);
    expect(
      w.play(['2024-03-04', 'medical-insurance', 'insurance-penalty file-penalty', 'investigating']),
    ).toEqual(
      w.asTold(['2024-03-04', 'medical-insurance', 'insurance-penalty file-penalty', 'investigating']),
    );
    const other = w.another();
    const came: Act[] = [
      ['2024-03-05', 'health', 'clue-notice send-clue', 'sent', { to: ['medical-insurance'] }],
      ['2024-03-06', 'medical-insurance', 'clue-notice acknowledge', 'acknowledged'],
    ];
    expect(other.play(...came)).toEqual(other.asTold(...came));
    const merged: Act = ['2024-03-07', 'medical-insurance', 'clue-notice merge-clue', 'merged'];
    expect(other.play(merged).join()).toContain('NOTHING_IN_HAND');
    other.merge('2024-03-07', 'joint-meeting-office', w);
    expect(other.play(['2024-03-08', ...(merged.slice(1) as [string, string, string])])).toEqual([
      expect.stringContaining('merged'),
    ]);
  });

  it('goes into a measure that market regulation has filed against the party and not decided', () => {
    const begin = by(
      MARKET,
      '2024-03-05T09',
      'begin-measure',
      { team: ['o-1', 'o-2'], subjects: ['s1'] },
      { procedure: 'drug-business' },
    );
    const c = begun(first({}, MARKET), by(MARKET, '2024-03-04T10', 'acknowledge'));
    const told = of('p1', by(MARKET, '2024-03-06T09', 'merge-clue'));
    expect(c.answer(told)).toBe('NOTHING_IN_HAND');
    c.must(begin);
    expect(c.answer(told)).toBe('ok');
  });

  it('is for the police and others to judge, whom no act gives days to decide on filing a lead', () => {
    const c = begun(first({}, POLICE), by(POLICE, '2024-03-05T09', 'acknowledge'));
    expect(c.answer(by(POLICE, '2024-03-06T09', 'merge-clue'))).toBe('ok');
  });
});

describe('纪检监察机关移送', () => {
  const accepted = () =>
    begun(
      by(DISCIPLINE, '2025-07-07T09', 'find-outbound-matter', {}, { procedure: 'discipline-outbound' }),
      by(DISCIPLINE, '2025-07-07T11', 'send-outbound-matter', {
        to: [BUREAU],
        papers: papers('outbound-referral-letter'),
      }),
      by(BUREAU, '2025-07-08T09', 'sign-outbound-matter'),
      by(BUREAU, '2025-07-09T09', 'accept-outbound-matter'),
      by(BUREAU, '2025-07-10T09', 'report-outbound-result', { fields: { outboundResult: 'penalised' } }),
    );
  const close = (at: string) => by(DISCIPLINE, at, 'close-outbound-matter');

  it('is not closed on a result before the bureau decided on filing', () => {
    const c = accepted();
    expect(c.answer(close('2025-07-11T09'))).toBe('FILING_UNDECIDED');
    expect(clockOf(c, 'clue-verify')?.[2]).toBe('running');
    c.must(because(BUREAU, '2025-07-14T09', 'decline-outbound-filing'));
    expect(clockOf(c, 'clue-verify')?.[2]).toBe('met');
    c.must(
      by(BUREAU, '2025-07-14T10', 'report-outbound-result', { fields: { outboundResult: 'not-filed' } }),
    );
    expect(c.answer(close('2025-07-15T09'))).toBe('ok');
  });
});
