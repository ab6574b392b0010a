// The due list as people read it: a list that leaves something out says how much.
import { describe, expect, it } from 'vitest';
import { law } from '../../../law/law.ts';
import { dueListText } from '../../../services/cli/text/due-list-text.ts';
import { wordsOf } from '../../../services/words/words.ts';

const item = {
  case: '653023-k7m2qd5x3ab6ycfe',
  region: '653023',
  proceeding: 'p1',
  procedure: 'criminal-transfer',
  clock: 'p1/fwd-filing-review/1',
  limit: 'fwd-filing-review',
  shelf: 'binding',
  status: 'overdue',
  obliged: '653023/public-security',
  obligedName: '阿合奇县公安局',
  liaison: [],
  startedAt: '2026-11-20T09:30:00+08:00',
  strictDueAt: '2026-11-24T00:00:00+08:00',
  latestDueAt: '2026-11-24T00:00:00+08:00',
  ends: 'before' as const,
  lateByMillis: 86_400_000,
  basis: [],
  kind: 'statutory' as const,
  source: 'primary-text' as const,
  provisional: false,
  undetermined: null,
};
const counted = (all: number) => [{ shelf: 'binding', all, late: all, strictLate: 0, close: 0 }];
const text = (counts: ReturnType<typeof counted>): string =>
  dueListText({ asOf: '2026-11-25T00:00:00+08:00', lagging: null, items: [item], counts }, wordsOf(law));

describe('the due list', () => {
  it('says how many limits it leaves out, and how to see them', () => {
    expect(text(counted(234))).toContain('共 234 项，只列出每类最先到期的，还有 233 项未列：加 --limit');
  });

  it('says nothing of the kind where all are shown, or where they may not be counted', () => {
    for (const counts of [counted(1), []]) expect(text(counts)).not.toContain('未列');
  });
});
