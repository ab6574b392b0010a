// A proceeding that is closed: those whose role shows a status word hear it when it changes and learn nothing else, and no entry
// tells what moves it together with what others may see.
import { describe, expect, it } from 'vitest';
import { type Recipient, recipientsOf } from '../../../case/who-is-told.ts';
import { type CaseDriver, caseDriver, changed } from '../../support/case-driver.ts';
import { fileSteps, INQUIRER, lawOfFiles } from '../../support/file-story.ts';
import { BUREAU, countyRegister, OFFICE } from '../../support/transfer-story.ts';

const register = countyRegister();
type Entry = CaseDriver['entries'][number];

/** Who is told of the newest entry, how much, and under which name. */
const told = ({ entries, state }: CaseDriver, entry = entries.at(-1) as Entry): string[] =>
  recipientsOf(state, entry, register, lawOfFiles)
    .map(({ department, sees, procedure, event }: Recipient) => `${sees} ${department} ${procedure}.${event}`)
    .sort();

/** A file opened on Monday 4 March 2024 at 09:00, with a closed inquiry beside it. */
const withInquiry = (): CaseDriver => {
  const all = caseDriver(register, undefined, lawOfFiles);
  all.must(
    fileSteps.open('2024-03-04T09:00:00+08:00'),
    fileSteps.report('2024-03-04T09:00:00+08:00'),
    fileSteps.takeUp('2024-03-04T09:00:00+08:00'),
  );
  return all;
};

describe('a proceeding that shows a status word', () => {
  const word = [BUREAU, OFFICE].map((department) => `status ${department} closed-inquiry.status-changed`);

  it('tells the word when it changes, and nothing when it does not', () => {
    const c = withInquiry();
    // The department that ordered it took it up, and sees the word only all the same.
    expect(told(c)).toEqual([`all ${INQUIRER} closed-inquiry.inquiry-taken-up`, ...word].sort());
    c.must(fileSteps.interview('2024-03-05T09:00:00+08:00'));
    expect(told(c)).toEqual([`all ${INQUIRER} closed-inquiry.official-interviewed`]);
    c.must(fileSteps.conclude('2024-03-06T09:00:00+08:00'));
    expect(told(c)).toEqual([`all ${INQUIRER} closed-inquiry.inquiry-concluded`, ...word].sort());
  });

  it('is moved, and moves others, in entries of its own', () => {
    const c = withInquiry();
    c.must(
      fileSteps.interview('2024-03-05T09:00:00+08:00'),
      fileSteps.conclude('2024-03-06T09:00:00+08:00'),
      fileSteps.takeUp('2024-03-06T09:00:00+08:00', 2),
    );
    expect(told(c)).toEqual([
      `all ${BUREAU} handed-file.outcome-noted`,
      `open ${INQUIRER} handed-file.outcome-noted`,
      `open ${OFFICE} handed-file.outcome-noted`,
    ]);
    for (const { events } of c.entries) {
      const moved = new Set(
        events.flatMap((e) => ('proceeding' in e && e.kind !== 'follow-up' ? [e.proceeding] : [])),
      );
      expect(moved.size).toBe(1);
    }
  });

  it('keeps its bodies from whoever it is closed to, even where an entry moved another proceeding too', () => {
    const c = withInquiry();
    c.must(fileSteps.interview('2024-03-05T09:00:00+08:00'));
    const [file, inquiry] = [c.entries[0] as Entry, c.entries.at(-1) as Entry];
    const both: Entry = { ...file, events: [...file.events.slice(-1), ...inquiry.events] };
    expect(told(c, both)).toEqual([`all ${INQUIRER} closed-inquiry.official-interviewed`]);
  });
});

describe('an order of a follow-up', () => {
  it('is void where the rules refuse it, and leaves nothing behind', () => {
    const c = withInquiry();
    c.must(
      fileSteps.interview('2024-03-05T09:00:00+08:00'),
      fileSteps.conclude('2024-03-06T09:00:00+08:00'),
      { as: `${BUREAU}/o-1`, command: 'close-file', at: '2024-03-06T10:00:00+08:00' },
    );
    const before = c.state;
    const events = c.must(fileSteps.takeUp('2024-03-06T10:00:00+08:00', 2));
    expect(events.map(({ type }) => type)).toEqual(['follow-up-void']);
    expect(c.state.proceedings).toEqual(before.proceedings);
    expect(c.state.followUps).toEqual([]);
    expect(c.answer(fileSteps.takeUp('2024-03-06T10:00:00+08:00', 2))).toBe('MOMENT_STALE');
  });

  it('is void where what it opens finds no receiver any more', () => {
    const c = caseDriver(register, undefined, lawOfFiles);
    c.must(fileSteps.open('2024-03-04T09:00:00+08:00'), fileSteps.report('2024-03-04T09:00:00+08:00'));
    c.under(changed(register, '653023', [{ change: 'department-retired', department: INQUIRER }]));
    const order = c.state.followUps[0];
    c.must({ as: `${BUREAU}/o-1`, command: 'note-file', at: '2024-03-04T09:30:00+08:00' });
    expect(order?.roles).toEqual({ informant: BUREAU, inquirer: INQUIRER });
    const events = c.must(fileSteps.takeUp('2024-03-04T09:00:00+08:00'));
    expect(events.at(-1)?.kind).toBe('follow-up-end');
  });
});
