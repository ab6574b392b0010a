// What starts a limit, taken again while the limit runs: nobody sheds a duty by repeating the step that began it.
import { expect, it } from 'vitest';
import type { CaseDriver } from '../../support/case-driver.ts';
import { by, COURT, openCase, reasoned } from '../../support/criminal-story.ts';
import { BUREAU, POLICE } from '../../support/transfer-story.ts';

const TWO = { team: ['o-1', 'o-2'] };
const person = { newSubjects: [{ subject: 's1', kind: 'person' as const }] };
const due = (c: CaseDriver, limit: string) =>
  Object.values(c.state.clocks)
    .filter((clock) => clock.limit === limit)
    .map(({ times, outcome }) => `${times.latestDueAt?.slice(0, 10)} ${outcome ?? 'running'}`);

const measure = (day: string, coerciveMeasure: string) =>
  reasoned(POLICE, day, 'take-measure', { subjects: ['s1'], fields: { coerciveMeasure } });
const detained = (): CaseDriver => {
  const c = openCase();
  c.onRecord();
  c.must(
    reasoned(
      POLICE,
      '2026-03-02',
      'take-measure',
      { ...person, fields: { coerciveMeasure: 'detention' } },
      { procedure: 'criminal-process', with: ['reason', 'subjects/s1'] },
    ),
  );
  return c;
};

it('刑拘后再次录入刑拘，提请批捕期限仍自首次刑拘起算 (XS 91)', () => {
  const c = detained();
  c.must(measure('2026-03-05', 'detention'), measure('2026-03-08', 'detention'));
  expect(due(c, 'pro-arrest-request')).toEqual(['2026-03-06 running']);
});

it('逮捕后再次录入逮捕，侦查羁押期限不重新计算 (XS 156)', () => {
  const c = detained();
  c.must(measure('2026-03-21', 'arrest'));
  const before = due(c, 'pro-custody');
  c.must(measure('2026-05-20', 'arrest'));
  expect(due(c, 'pro-custody')).toEqual(before);
});

it('解除后再采取的措施另行起算', () => {
  const c = detained();
  c.must(
    reasoned(POLICE, '2026-03-04', 'lift-measure', { subjects: ['s1'] }),
    measure('2026-03-10', 'detention'),
  );
  expect(due(c, 'pro-arrest-request')).toEqual(['2026-03-06 moot', '2026-03-14 running']);
});

it('每一处罚决定各自在十日内抄送，一次抄送全部办结 (GJ2006 1)', () => {
  const c = openCase();
  c.onRecord();
  c.must(
    by(
      BUREAU,
      '2026-03-02',
      'suspect-crime',
      { ...person, ...TWO, fields: { penaltyDecidedOn: '2026-03-02' } },
      { procedure: 'criminal-transfer', with: ['summary', 'subjects/s1'] },
    ),
    by(BUREAU, '2026-03-11', 'record-penalty', { fields: { penaltyDecidedOn: '2026-03-11' } }),
  );
  expect(due(c, 'fwd-late-penalty-copy')).toEqual(['2026-03-13 running', '2026-03-24 running']);
  c.must(by(BUREAU, '2026-03-15', 'send-penalty-copy', {}, { paper: 'penalty-decision-copy' }));
  expect(due(c, 'fwd-late-penalty-copy')).toEqual(['2026-03-13 breached', '2026-03-24 met']);
});

it('后一上诉不使前一上诉的移送期限作废 (XS 231)', () => {
  const c = openCase();
  c.onRecord();
  c.must(
    reasoned(
      COURT,
      '2026-03-02',
      'judge-without-fine',
      { ...person, fields: { verdict: 'punished' } },
      { procedure: 'criminal-process', paper: 'judgment', with: ['reason', 'subjects/s1', 'offence'] },
    ),
    reasoned(COURT, '2026-03-05', 'lodge-appeal', { subjects: ['s1'] }, { paper: 'appeal-paper' }),
    reasoned(COURT, '2026-03-08', 'lodge-appeal', { subjects: ['s1'] }, { paper: 'appeal-paper' }),
  );
  expect(due(c, 'pro-appeal-forward')).toEqual(['2026-03-10 running', '2026-03-12 running']);
});

it('改期听证的，通知期限按新的听证日计算 (CF 64)', () => {
  const c = openCase();
  const set = (day: string, hearingDate: string) =>
    by(BUREAU, day, 'set-hearing', { fields: { hearingDate } });
  c.must(
    by(
      BUREAU,
      '2024-03-04',
      'file-penalty',
      { ...TWO, newSubjects: [{ subject: 's1', kind: 'institution' }] },
      { procedure: 'insurance-penalty', paper: 'case-filing-form' },
    ),
    by(BUREAU, '2024-04-01', 'conclude-investigation', TWO, { paper: 'investigation-conclusion' }),
    by(
      BUREAU,
      '2024-04-02',
      'give-penalty-notice',
      { fields: { hearingDue: true } },
      { paper: 'penalty-notice' },
    ),
    by(BUREAU, '2024-04-08', 'request-hearing'),
    set('2024-04-09', '2024-04-26'),
    set('2024-04-10', '2024-05-17'),
  );
  expect(due(c, 'pen-hearing-notice')).toEqual(['2024-04-17 moot', '2024-05-09 running']);
});
