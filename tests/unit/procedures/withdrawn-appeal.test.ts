// An appeal or a protest withdrawn: within its ten days of the own will of whoever lodged it, afterwards as the court of second instance
// rules (XSJS 383; 385, 386 from memory). Judged and served on Friday 10 May 2024: the ten days end with Monday 20 May.
import { describe, expect, it } from 'vitest';
import type { OpenBody } from '../../../schemas/command.ts';
import type { CaseDriver, Told } from '../../support/case-driver.ts';
import { by, COURT, HIGHER_COURT, onTrial } from '../../support/criminal-story.ts';
import { PROCURATORATE } from '../../support/transfer-story.ts';

const appeal = (day: string): Told => by(COURT, day, 'lodge-appeal', {}, { paper: 'appeal-paper' });
const protest = (day: string): Told => by(PROCURATORATE, day, 'lodge-protest', {}, { paper: 'protest' });
const withdrawAppeal = (day: string): Told =>
  by(COURT, day, 'withdraw-appeal', {}, { paper: 'appeal-withdrawal' });
const withdrawProtest = (day: string): Told => by(PROCURATORATE, day, 'withdraw-protest');
const allowed = (day: string): Told =>
  by(HIGHER_COURT, day, 'allow-withdrawal', {}, { paper: 'appeal-judgment' });
const forwarded = (day: string): Told => by(COURT, day, 'forward-appeal', { to: [HIGHER_COURT] });
const goesUp = (day: string): Told[] => [
  forwarded(day),
  by(HIGHER_COURT, `${day}T15:00:00+08:00`, 'accept-appeal'),
];
const DEFENDANT: OpenBody = { newSubjects: [{ subject: 's1', kind: 'person' }] };
const served = (...told: Told[]): CaseDriver => {
  const c = onTrial();
  c.must(
    by(COURT, '2024-05-10', 'judge-with-fine', {}, { paper: 'judgment' }),
    by(COURT, '2024-05-10T15:00:00+08:00', 'serve-judgment', {
      ...DEFENDANT,
      fields: { servedOn: '2024-05-10' },
    }),
    ...told,
  );
  return c;
};
const stateOf = (c: CaseDriver): string => c.proceeding('criminal-process').state;
const details = (c: CaseDriver, told: Told): unknown => (c.tell(told) as { details?: unknown }).details;

describe('上诉、抗诉期限内撤回', () => {
  it('the judgment takes effect as the days end, not before, and nothing is to be passed up any more', () => {
    const c = served(appeal('2024-05-13'), withdrawAppeal('2024-05-15'));
    expect([stateOf(c), c.clock('pro-appeal-forward')?.outcome]).toEqual(['judged', 'moot']);
    expect(c.answer(by(COURT, '2024-05-20', 'confirm-effect'))).toBe('GUARD_REFUSED');
    c.must(by(COURT, '2024-05-21', 'confirm-effect'));
    expect(stateOf(c)).toBe('effective-with-fine');
  });

  it('who withdrew may appeal again within the days, for the last word in them counts (XSJS 378(2))', () => {
    const c = served(appeal('2024-05-13'), withdrawAppeal('2024-05-14'), appeal('2024-05-20'));
    expect(stateOf(c)).toBe('appealed');
  });

  it('what the other lodged stands, until that is withdrawn too', () => {
    const c = served(appeal('2024-05-13'), protest('2024-05-14'), withdrawAppeal('2024-05-15'));
    expect(stateOf(c)).toBe('appealed');
    c.must(withdrawProtest('2024-05-16'));
    expect([stateOf(c), c.clock('pro-protest')?.status]).toEqual(['judged', 'running']);
  });

  it('is for what was lodged and not withdrawn yet, and for the head of the procuratorate', () => {
    const c = served(appeal('2024-05-13'));
    expect(details(c, withdrawProtest('2024-05-14'))).toEqual(['a-protest-stands']);
    const protested = served(protest('2024-05-13'));
    expect(details(protested, withdrawAppeal('2024-05-14'))).toEqual(['an-appeal-stands']);
    expect(protested.answer({ ...withdrawProtest('2024-05-14'), as: `${PROCURATORATE}/o-1` })).toBe(
      'RANK_TOO_LOW',
    );
  });

  it('of a case that was remanded and tried anew, what was lodged before counts no more', () => {
    const c = served(
      protest('2024-05-13'),
      ...goesUp('2024-05-17'),
      by(HIGHER_COURT, '2024-06-20', 'remand-for-retrial', { reasonCode: 'stated' }, { with: ['reason'] }),
      by(COURT, '2024-08-01', 'judge-with-fine', {}, { paper: 'judgment' }),
      by(COURT, '2024-08-01T15:00:00+08:00', 'serve-judgment', { fields: { servedOn: '2024-08-01' } }),
      appeal('2024-08-05'),
      withdrawAppeal('2024-08-06'),
    );
    expect(stateOf(c)).toBe('judged');
  });
});

describe('案卷已移送而尚未受理时撤回', () => {
  const withdrawn = (): CaseDriver =>
    served(appeal('2024-05-13'), forwarded('2024-05-14'), withdrawAppeal('2024-05-15'));

  it('is recorded as before: nothing is taken up any more, the file comes back and the judgment takes effect', () => {
    const c = withdrawn();
    expect([stateOf(c), c.answer(by(HIGHER_COURT, '2024-05-16', 'accept-appeal'))]).toEqual([
      'file-to-come-back',
      'NOT_ALLOWED_IN_STATE',
    ]);
    c.must(by(COURT, '2024-05-17', 'take-back-appeal'));
    expect(stateOf(c)).toBe('judged');
    c.must(by(COURT, '2024-05-21', 'confirm-effect'));
    expect(stateOf(c)).toBe('effective-with-fine');
  });

  it('or is sent back by the court that got it', () => {
    const c = withdrawn();
    c.must(by(HIGHER_COURT, '2024-05-16', 'return-appeal', { reasonCode: 'stated' }, { with: ['reason'] }));
    expect([stateOf(c), Object.values(c.state.handOffs).at(-1)?.outcome]).toEqual(['judged', 'returned']);
  });

  it('leaves it where it is while a protest stands', () => {
    const c = served(
      appeal('2024-05-13'),
      protest('2024-05-14'),
      forwarded('2024-05-15'),
      withdrawAppeal('2024-05-16'),
    );
    expect(stateOf(c)).toBe('appeal-forwarded');
    c.must(withdrawProtest('2024-05-17'));
    expect(stateOf(c)).toBe('file-to-come-back');
  });

  it('and who appeals again within the days is heard by the court that has the file (XSJS 378(2))', () => {
    const c = withdrawn();
    c.must(appeal('2024-05-20'));
    expect([stateOf(c), c.clock('pro-appeal-forward')?.status]).toEqual(['appeal-forwarded', 'running']);
    c.must(by(COURT, '2024-05-21', 'pass-on-later-appeal'), by(HIGHER_COURT, '2024-05-22', 'accept-appeal'));
    expect(stateOf(c)).toBe('second-instance');
  });

  it('not once the days are over: then the court of second instance takes it up and rules', () => {
    const c = served(appeal('2024-05-13'), forwarded('2024-05-14'));
    expect(details(c, withdrawAppeal('2024-05-21'))).toEqual(['days-to-appeal-run']);
  });
});

describe('期限届满、上诉抗诉均已撤回，案卷待退回', () => {
  it('nothing is revived by an appeal or a protest that comes after the days: the judgment took effect as they ended (XSJS 386)', () => {
    const c = served(appeal('2024-05-13'), forwarded('2024-05-14'), withdrawAppeal('2024-05-15'));
    expect(details(c, appeal('2024-05-23'))).toEqual(['days-to-appeal-run']);
    expect(details(c, protest('2024-05-23'))).toEqual(['days-to-protest-run']);
    c.must(by(COURT, '2024-05-23', 'take-back-appeal'), by(COURT, '2024-05-24', 'confirm-effect'));
    expect(stateOf(c)).toBe('effective-with-fine');
  });
});

describe('判决先后送达', () => {
  const onParty = (day: string, servedOn = day, body: OpenBody = {}): Told =>
    by(COURT, day, 'serve-on-party', { ...body, fields: { servedOn } });
  const onProcuratorate = (day: string): Told =>
    by(COURT, day, 'serve-on-procuratorate', { fields: { servedOn: day } });
  const servedEach = (...told: Told[]): CaseDriver => {
    const c = onTrial();
    c.must(
      by(COURT, '2024-05-08', 'judge-with-fine', {}, { paper: 'judgment' }),
      onProcuratorate('2024-05-09'),
      onParty('2024-05-13', '2024-05-13', DEFENDANT),
      // Another who may appeal for him, told later of and served before.
      onParty('2024-05-14', '2024-05-10'),
      ...told,
    );
    return c;
  };
  const confirmed = (day: string): Told => by(COURT, day, 'confirm-effect');

  it('each has its own ten days, and it takes effect only as the last of them end (XS 230)', () => {
    const c = servedEach();
    expect(
      Object.values(c.state.clocks)
        .filter(({ limit }) => limit === 'pro-appeal' || limit === 'pro-protest')
        .map(({ times }) => times.latestDueAt?.slice(0, 10)),
    ).toEqual(['2024-05-21', '2024-05-24', '2024-05-21']);
    expect(c.answer(confirmed('2024-05-21'))).toBe('GUARD_REFUSED');
    expect(c.answer(confirmed('2024-05-23'))).toBe('GUARD_REFUSED');
    c.must(confirmed('2024-05-24'));
    expect(stateOf(c)).toBe('effective-with-fine');
  });

  it('it does not take effect where it was served on one side alone', () => {
    const c = onTrial();
    c.must(
      by(COURT, '2024-05-08', 'judge-with-fine', {}, { paper: 'judgment' }),
      onProcuratorate('2024-05-09'),
    );
    expect(c.answer(confirmed('2024-06-03'))).toBe('GUARD_REFUSED');
    c.must(onParty('2024-06-03', '2024-06-03', DEFENDANT));
    expect(c.answer(confirmed('2024-06-13'))).toBe('GUARD_REFUSED');
    c.must(confirmed('2024-06-14'));
  });

  it('on the record it is said whose days they are, and served again it waits for those of the second service', () => {
    const c = onTrial();
    c.must(by(COURT, '2024-05-08', 'judge-with-fine', {}, { paper: 'judgment' }));
    c.onRecord();
    const serve = (day: string, body: OpenBody = {}): Told =>
      by(COURT, day, 'serve-judgment', { ...body, fields: { servedOn: day } });
    expect(c.answer(serve('2024-05-09'))).toBe('FIELD_REQUIRED');
    c.must(serve('2024-05-09', DEFENDANT), serve('2024-05-13'));
    expect(c.answer(confirmed('2024-05-21'))).toBe('GUARD_REFUSED');
    c.must(confirmed('2024-05-24'));
    expect(stateOf(c)).toBe('effective-with-fine');
  });

  it('an appeal withdrawn gives the days of everyone back', () => {
    const c = servedEach(appeal('2024-05-15'), withdrawAppeal('2024-05-16'));
    const open = Object.values(c.state.clocks).filter(
      ({ limit, status }) => limit === 'pro-appeal' && status === 'running',
    );
    expect(open.map(({ times }) => times.latestDueAt?.slice(0, 10)).toSorted()).toEqual([
      '2024-05-21',
      '2024-05-24',
    ]);
    expect(c.answer(confirmed('2024-05-23'))).toBe('GUARD_REFUSED');
  });

  it('whom it reaches while the file is at second instance has the days from then on', () => {
    const c = served(appeal('2024-05-13'), ...goesUp('2024-05-15'), onParty('2024-05-16'));
    // Ten days end with Sunday 26 May, so Monday.
    expect(details(c, allowed('2024-05-27'))).toEqual([
      'days-to-appeal-are-over',
      'from: 2024-05-28T00:00:00+08:00',
    ]);
  });
});

describe('多名上诉人中的一人撤回', () => {
  const two = (...told: Told[]): CaseDriver => served(appeal('2024-05-13'), appeal('2024-05-15'), ...told);

  it('ends nothing: the other appeal stands, until that is withdrawn too', () => {
    const c = two(withdrawAppeal('2024-05-16'));
    expect(stateOf(c)).toBe('appealed');
    c.must(withdrawAppeal('2024-05-17'));
    expect(stateOf(c)).toBe('judged');
    expect(c.answer(withdrawAppeal('2024-05-17T15:00:00+08:00'))).toBe('NOT_ALLOWED_IN_STATE');
  });

  it('the other is passed up within its three days, counted from when it was lodged (XS 231)', () => {
    const c = two(withdrawAppeal('2024-05-16'));
    const forward = Object.values(c.state.clocks)
      .filter(({ limit }) => limit === 'pro-appeal-forward')
      .map(({ outcome, status }) => outcome ?? status);
    expect(forward).toEqual(['moot', 'running']);
    // Three days from Wednesday 15 May end with Saturday 18 May, so Monday.
    expect(c.clock('pro-appeal-forward')?.times.latestDueAt).toBe('2024-05-21T00:00:00+08:00');
  });

  it('what was passed up and withdrawn takes nothing from one that came later and was not: it goes after the file (XS 231)', () => {
    const c = served(
      appeal('2024-05-13'),
      forwarded('2024-05-13T15:00:00+08:00'),
      appeal('2024-05-14'),
      withdrawAppeal('2024-05-15'),
    );
    expect(c.clock('pro-appeal-forward')?.status).toBe('running');
    c.must(withdrawAppeal('2024-05-16'));
    expect([stateOf(c), c.clock('pro-appeal-forward')?.outcome]).toEqual(['file-to-come-back', 'moot']);
  });

  it('is withdrawn by what whoever lodged it wrote, not by the word of the court that owes the file (XSJS 383)', () => {
    const c = two();
    expect(c.answer(by(COURT, '2024-05-16', 'withdraw-appeal'))).toBe('PAPERS_MISSING');
  });

  it('the second instance goes on with its two months, of the other appeal as of a protest', () => {
    for (const other of [appeal('2024-05-14'), protest('2024-05-14')]) {
      const c = served(appeal('2024-05-13'), other, ...goesUp('2024-05-15'), withdrawAppeal('2024-05-16'));
      expect([stateOf(c), c.clock('pro-second-instance')?.status]).toEqual(['second-instance', 'running']);
    }
  });

  it('and of what was lodged and withdrawn before a remand nothing is counted', () => {
    const c = two(
      ...goesUp('2024-05-16'),
      by(HIGHER_COURT, '2024-06-20', 'remand-for-retrial', { reasonCode: 'stated' }, { with: ['reason'] }),
      by(COURT, '2024-08-01', 'judge-with-fine', {}, { paper: 'judgment' }),
      by(COURT, '2024-08-01T15:00:00+08:00', 'serve-judgment', { fields: { servedOn: '2024-08-01' } }),
      appeal('2024-08-05'),
      withdrawAppeal('2024-08-06'),
    );
    expect(stateOf(c)).toBe('judged');
  });
});

describe('期限届满后撤回', () => {
  it('is for the court of second instance to allow; the judgment takes effect with its ruling, a fine in it or not', () => {
    const c = served(appeal('2024-05-13'));
    expect(details(c, withdrawAppeal('2024-05-21'))).toEqual(['days-to-appeal-run']);
    c.must(...goesUp('2024-05-21'), allowed('2024-06-03'));
    expect([
      stateOf(c),
      c.clock('pro-second-instance')?.outcome,
      c.clock('pro-result-notice')?.status,
    ]).toEqual(['effective-with-fine', 'met', 'running']);
  });

  it('each is ruled on for itself: what stands beside it goes on, and the last ends it (XSJS 383, 385)', () => {
    const one = (day: string, command: string): Told =>
      by(HIGHER_COURT, day, command, {}, { paper: 'appeal-judgment' });
    const c = served(
      appeal('2024-05-13'),
      appeal('2024-05-13T15:00:00+08:00'),
      protest('2024-05-14'),
      ...goesUp('2024-05-15'),
    );
    expect(details(c, allowed('2024-06-03'))).toEqual(['one-stands']);
    c.must(one('2024-06-03', 'allow-appeal-withdrawal'), one('2024-06-04', 'allow-appeal-withdrawal'));
    expect([stateOf(c), c.clock('pro-second-instance')?.status]).toEqual(['second-instance', 'running']);
    expect(details(c, one('2024-06-05', 'allow-appeal-withdrawal'))).toEqual(['an-appeal-stands']);
    expect(details(c, one('2024-06-05', 'allow-protest-withdrawal'))).toEqual(['others-stand']);
    c.must(allowed('2024-06-05'));
    expect(stateOf(c)).toBe('effective-with-fine');
  });

  it('of an appeal and a protest the protest may be withdrawn, and the appeal is decided', () => {
    const c = served(appeal('2024-05-13'), protest('2024-05-14'), ...goesUp('2024-05-15'));
    c.must(by(HIGHER_COURT, '2024-06-03', 'allow-protest-withdrawal', {}, { paper: 'appeal-judgment' }));
    expect(stateOf(c)).toBe('second-instance');
    expect(
      details(
        c,
        by(HIGHER_COURT, '2024-06-04', 'allow-protest-withdrawal', {}, { paper: 'appeal-judgment' }),
      ),
    ).toEqual(['a-protest-stands']);
  });

  it('and is ruled on by nobody while the days run', () => {
    const c = served(protest('2024-05-13'), ...goesUp('2024-05-15'));
    expect(details(c, allowed('2024-05-17'))).toEqual([
      'days-to-appeal-are-over',
      'from: 2024-05-21T00:00:00+08:00',
    ]);
    c.must(withdrawProtest('2024-05-17'));
    expect([stateOf(c), c.clock('pro-second-instance')?.outcome]).toEqual(['judged', 'moot']);
  });
});
