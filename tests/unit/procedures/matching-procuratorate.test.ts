// A procuratorate addresses organs of its own place, of its level or below; one elsewhere or higher is for the matching procuratorate,
// to which the matter is passed (JCJY 3; FX2024).
import { describe, expect, it } from 'vitest';
import { regionOf } from '../../../schemas/ids.ts';
import { type CaseDriver, caseDriver, registerWith } from '../../support/case-driver.ts';
import { ABOVE, COUNTY, NEIGHBOUR } from '../../support/clerk.ts';
import { because, by, OTHER_BUREAU, UPPER_BUREAU } from '../../support/referral-story.ts';
import { BUREAU, PROCURATORATE, papers } from '../../support/transfer-story.ts';

const UPPER = '653000/procuratorate';
const register = registerWith([...new Set([...COUNTY, ...NEIGHBOUR, ...ABOVE, UPPER])]);
const HEAD = `${PROCURATORATE}/head`;
const REFUSED = 'NOT_THE_MATCHING_PROCURATORATE';

/** What was published of it stands as it was done; the record holds to the law. */
const onTheRecord = (): CaseDriver => {
  const c = caseDriver(register);
  c.onRecord();
  return c;
};
const suggestion = (to: string, day = '2025-03-10T10', who = HEAD) =>
  by(who, day, 'issue-suggestion', { to: [to], papers: papers('procuratorial-suggestion') });
const opinion = (to: string, day = '2025-03-10T10', who = HEAD) =>
  by(who, day, 'issue-penalty-opinion', { to: [to], papers: papers('procuratorial-opinion') });
const asking = (askedRegion: string, day = '2025-03-05T09') =>
  by(PROCURATORATE, day, 'ask-other-region', { fields: { askedRegion } });
const reviewed = (): CaseDriver => {
  const c = onTheRecord();
  c.must(by(PROCURATORATE, '2025-03-03T10', 'register-review', { newSubjects: [{ subject: 's1' }] }));
  return c;
};

describe('检察意见', () => {
  it('goes to an organ of its own place; a higher one gets it from the procuratorate of its level', () => {
    const c = reviewed();
    expect(c.answer(opinion(UPPER_BUREAU))).toBe(REFUSED);
    c.must(
      because(HEAD, '2025-03-11T09', 'pass-to-matching-procuratorate', { to: [UPPER] }),
      by(UPPER, '2025-03-12T09', 'receive-passed-review'),
      opinion(UPPER_BUREAU, '2025-03-13T09', `${UPPER}/head`),
    );
    expect(c.proceeding('reverse-referral').state).toBe('opinion-served');
    const own = reviewed();
    own.must(opinion(BUREAU));
    expect(own.proceeding('reverse-referral').state).toBe('opinion-served');
  });

  it('goes to an organ elsewhere once the procuratorate there was asked, to a higher one not even then', () => {
    const c = reviewed();
    expect(c.answer(opinion(OTHER_BUREAU))).toBe(REFUSED);
    c.must(asking(regionOf(OTHER_BUREAU)), by(PROCURATORATE, '2025-03-07T09', 'note-other-region-answer'));
    expect(c.answer(opinion(UPPER_BUREAU))).toBe(REFUSED);
    c.must(opinion(OTHER_BUREAU));
  });

  it('the region that was asked opens no other: each is asked for itself, its own and those above never', () => {
    const c = reviewed();
    c.must(asking('653125'), by(PROCURATORATE, '2025-03-07T09', 'note-other-region-answer'));
    expect(c.answer(opinion(OTHER_BUREAU))).toBe(REFUSED);
    for (const region of ['653023', '653000', '650000', '100000'])
      expect(c.answer(asking(region, '2025-03-08T09'))).toBe('NOT_ANOTHER_REGION');
    c.must(
      asking(regionOf(OTHER_BUREAU), '2025-03-08T09'),
      by(PROCURATORATE, '2025-03-09T09', 'note-other-region-answer'),
      opinion(OTHER_BUREAU),
    );
  });
});

describe('检察建议', () => {
  it('is issued to a unit of its own place, to one elsewhere or higher by the procuratorate of that', () => {
    const c = onTheRecord();
    for (const to of [UPPER_BUREAU, OTHER_BUREAU]) expect(c.answer(suggestion(to))).toBe(REFUSED);
    c.must(
      by(PROCURATORATE, '2025-03-10T11', 'find-suggestion-matter', { to: [UPPER_BUREAU] }),
      because(HEAD, '2025-03-11T09', 'pass-to-matching-procuratorate', { to: [UPPER] }),
      by(UPPER, '2025-03-12T09', 'receive-passed-matter'),
      suggestion(UPPER_BUREAU, '2025-03-13T09', `${UPPER}/head`),
    );
    expect(c.clock('sug-reply')?.obliged).toBe(UPPER_BUREAU);
  });

  it('of a higher procuratorate may go to a unit below', () => {
    const c = onTheRecord();
    c.must(suggestion(BUREAU, '2025-03-10T10', `${UPPER}/head`));
  });
});

describe('公益诉讼', () => {
  it('asks an organ of its own place; a matter of another is passed on, or comes back', () => {
    const c = onTheRecord();
    c.must(by(HEAD, '2025-03-03T10', 'file-public-interest-case', { to: [UPPER_BUREAU] }));
    const ask = by(HEAD, '2025-03-10T10', 'issue-pre-suit-suggestion', {
      papers: papers('pre-suit-suggestion'),
    });
    expect(c.answer(ask)).toBe(REFUSED);
    c.must(
      because(HEAD, '2025-03-11T09', 'pass-to-matching-procuratorate', { to: [UPPER] }),
      because(UPPER, '2025-03-12T09', 'return-passed-matter'),
    );
    expect(c.proceeding('public-interest-suit')).toMatchObject({
      state: 'public-interest-filed',
      roles: { procuratorate: [PROCURATORATE] },
    });
  });

  it('passes a clue on before it files it, and that comes back as the clue it was', () => {
    const registered = () => {
      const c = onTheRecord();
      c.must(
        by(HEAD, '2025-03-03T10', 'register-public-interest-clue', { to: [UPPER_BUREAU] }),
        because(HEAD, '2025-03-11T09', 'pass-to-matching-procuratorate', { to: [UPPER] }),
      );
      return c;
    };
    const c = registered();
    c.must(by(UPPER, '2025-03-12T09', 'receive-passed-matter'));
    expect(c.proceeding('public-interest-suit')).toMatchObject({
      state: 'public-interest-clue',
      roles: { procuratorate: [UPPER], 'former-procuratorate': [PROCURATORATE] },
    });
    expect(c.answer(because(UPPER, '2025-03-13T09', 'drop-public-interest-clue'))).toBe('ok');
    const back = registered();
    back.must(because(UPPER, '2025-03-12T09', 'return-passed-matter'));
    expect(back.proceeding('public-interest-suit')).toMatchObject({
      state: 'public-interest-clue',
      roles: { procuratorate: [PROCURATORATE] },
    });
  });
});
