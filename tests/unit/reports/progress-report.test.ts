// The progress report: what it counts, what it never adds up, and that the same ledger gives the same bytes.
import { describe, expect, it } from 'vitest';
import { law } from '../../../law/law.ts';
import { documentHtml } from '../../../services/reports/document-html.ts';
import { documentMarkdown } from '../../../services/reports/document-markdown.ts';
import { progressOutput } from '../../../services/reports/progress-output.ts';
import {
  defaultAsOf,
  type ProgressReport,
  progressReport,
  type ReportPeriod,
} from '../../../services/reports/progress-report.ts';
import { wordsOf } from '../../../services/words/words.ts';
import { progressRows } from '../../support/progress-rows.ts';
import { AS_OF, CHECKPOINT, reportedLedger } from '../../support/reported-ledger.ts';

const words = wordsOf(law);
const messages = reportedLedger();
const rows = progressRows(messages);
const source = { sequence: messages.length, checkpoint: CHECKPOINT, rehearsal: false };
const period: ReportPeriod = { region: 'all', from: '2024-09-01', to: '2024-10-31', asOf: AS_OF };
const report = (more: Partial<ReportPeriod> = {}, rehearsal = false): ProgressReport =>
  progressReport(rows, { ...period, ...more }, { ...source, rehearsal }, words);
const group = (of: ProgressReport, name: string) => {
  const found = of.limits.find((g) => g.group === name);
  if (!found) throw new Error(name);
  return found;
};
const kinds = (of: ProgressReport, kind: string) =>
  of.attention.filter((i) => i.kind === kind).map((i) => `${i.case.slice(7, 8)} ${i.limit ?? i.proceeding}`);

describe('the report of two months', () => {
  it('is the golden Markdown and JSON', async () => {
    await expect(progressOutput(report(), 'md', words)).toMatchFileSnapshot('golden/progress.md');
    await expect(progressOutput(report(), 'json', words)).toMatchFileSnapshot('golden/progress.json');
  });

  it('is the same, byte for byte, whatever order rows of one kind come in, save that of the ledger', () => {
    const again = progressReport(
      {
        ...progressRows(reportedLedger()),
        clocks: rows.clocks.toReversed(),
        proceedings: rows.proceedings.toReversed(),
        departments: rows.departments.toReversed(),
      },
      period,
      source,
      words,
    );
    for (const format of ['md', 'html', 'json'] as const)
      expect(progressOutput(again, format, words)).toBe(progressOutput(report(), format, words));
  });

  it('counts clues, transfers, filings, non-filings and supervision, and names no figure of which there is none', () => {
    expect(report().main.map(({ id, count }) => [id, count])).toEqual([
      ['clues', 3],
      ['transfers', 4],
      ['filings', 1],
      ['non-filings', 1],
      ['supervision', 1],
    ]);
    expect(report().byRegion.map((r) => [r.region, r.counts[1]?.count])).toEqual([
      ['320200', 3],
      ['320500', 1],
    ]);
  });

  it('tells what a rehearsal filled in apart', () => {
    const suspected = report().events.find((e) => e.event === 'crime-suspected');
    expect(suspected).toMatchObject({ count: 7, filled: 1 });
  });

  it('has what a party did or let pass in a group of its own, in no rate and with no department', () => {
    const ofParty = (of: (clock: (typeof rows.clocks)[number]) => boolean) =>
      progressReport(
        { ...rows, clocks: rows.clocks.map((clock) => (of(clock) ? { ...clock, obliged: 's1' } : clock)) },
        period,
        source,
        words,
      );
    const isKept = ({ outcome, limit_kind }: (typeof rows.clocks)[number]) =>
      outcome === 'met' && limit_kind === 'statutory';
    const kept = ofParty(isKept);
    expect(group(report(), 'statutory').total.met).toBeGreaterThan(0);
    expect(group(kept, 'statutory').total.met).toBe(0);
    expect(group(kept, 'party').total.met).toBe(group(report(), 'statutory').total.met);
    const isLate = ({ limit_id, stopped_at }: (typeof rows.clocks)[number]) =>
      limit_id === 'fwd-handover' && stopped_at === null;
    const late = ofParty(isLate);
    expect(kinds(report(), 'party-late')).toEqual([]);
    expect(kinds(late, 'party-late')).toContain('c fwd-handover');
    expect(kinds(late, 'overdue')).not.toContain('c fwd-handover');
    expect(kinds(late, 'escalated')).not.toContain('c fwd-handover');
    for (const of of [kept, late]) {
      expect(Object.keys(of.departments)).not.toContain('s1');
      expect(group(of, 'party').byDepartment).toEqual([]);
      expect(progressOutput(of, 'md', words)).not.toMatch(/\bs1\b/);
    }
    const text = progressOutput(kept, 'md', words);
    expect(text).toMatch(/当事人的期限（不计入部门按期率）：期间期内办理 \d+ 项，期满后办理 0 项；/);
  });

  it('looks at a region with all below it, and at no other', () => {
    expect(report({ region: '320500' }).byRegion.map((r) => r.region)).toEqual(['320500']);
    expect(report({ region: '320000' }).main[1]?.count).toBe(4);
    expect(report({ region: '540121' }).main).toEqual([]);
    expect(progressOutput(report({ region: '110000' }), 'md', words)).toContain('无列入统计的事项');
    expect(report({ region: '540121' }).regionName).toBe('林周县');
  });
});

describe('limits', () => {
  it('of law and of agreement are never one number', () => {
    const [statutory, agreed] = [group(report(), 'statutory'), group(report(), 'agreed')];
    expect(statutory.total).toMatchObject({ breached: 1, overdue: 2 });
    expect(agreed.total).toMatchObject({ breached: 1, overdue: 4 });
    const limits = (g: typeof statutory) => g.byLimit.map((l) => l.limit);
    expect(limits(agreed).every((id) => id.startsWith('agr-'))).toBe(true);
    expect(limits(statutory).some((id) => id.startsWith('agr-'))).toBe(false);
    for (const g of report().limits) {
      const sum = (key: 'met' | 'breached' | 'running' | 'overdue') =>
        [g.byLimit, g.byDepartment].map((lines) => lines.reduce((n, l) => n + l[key], 0));
      for (const key of ['met', 'breached', 'running', 'overdue'] as const)
        expect(sum(key)).toEqual([g.total[key], g.total[key]]);
    }
    const markdown = progressOutput(report(), 'md', words);
    expect(markdown).not.toMatch(/逾期未办（[^）]*）（6 项）/);
    expect(markdown).toContain('超过约定期限（非法定）（4 项）');
  });

  it('whose number is only from memory stand apart and are never overdue', () => {
    const unverified = group(report(), 'unverified');
    expect(unverified.total).toMatchObject({ running: 1, overdue: 0, breached: 0, pastUndetermined: 1 });
    expect(unverified.byLimit.map((l) => l.limit)).toEqual(['sup-consult-reply']);
    expect(report().attention.some((i) => i.limit === 'sup-consult-reply')).toBe(false);
    expect(report().undetermined).toEqual([
      { reason: 'filled', count: 1 },
      { reason: 'source-unverified', count: 1 },
    ]);
  });

  it('to be met at once have no share in punctuality', () => {
    const team = group(report(), 'statutory').byLimit.find((l) => l.limit === 'fwd-form-team');
    expect(team).toMatchObject({ met: 0, atOnce: 6, undetermined: 1 });
  });

  it('that lean on an unknown year say that they are provisional', () => {
    const item = report().attention.find((i) => i.kind === 'strict-overdue');
    expect(item).toMatchObject({
      case: `540121-${'x'.repeat(16)}`,
      limit: 'fwd-head-decision',
      provisional: true,
    });
    expect(progressOutput(report(), 'md', words)).toContain('正职负责人审批移送（暂定）');
  });

  it('stand as they stood: the day before, nothing was past the strict reading', () => {
    const before = report({ asOf: '2024-10-29T23:59:59.999+08:00' });
    expect(kinds(before, 'strict-overdue')).toEqual([]);
    expect(kinds(report({ asOf: '2024-10-30T00:00:00+08:00' }), 'strict-overdue')).toEqual([
      'x fwd-head-decision',
    ]);
  });
});

describe('what the meeting should look at', () => {
  it('is every breach, escalation, silence, refusal, double return and open supervision', () => {
    const found = report();
    expect(kinds(found, 'overdue')).toEqual(['a fwd-property-handover', 'c fwd-handover']);
    expect(found.attention.find((i) => i.kind === 'escalated')).toMatchObject({ level: 3 });
    expect(kinds(found, 'unacknowledged')).toEqual(['g p1', 'd p1']);
    expect(kinds(found, 'receipt-refused')).toEqual(['e p1']);
    expect(kinds(found, 'returned-twice')).toEqual(['h p1']);
    expect(kinds(found, 'supervision-open')).toEqual(['e p2']);
  });

  it('names who holds an open case and since when, also as of a past day', () => {
    const d = (of: ProgressReport) => of.open.find((p) => p.case.startsWith('320500-d'));
    expect(d(report())).toMatchObject({ holders: ['320500/public-security'], unacknowledged: true });
    expect(d(report({ asOf: '2024-10-22T08:59:59+08:00' }))).toMatchObject({
      state: 'approved-for-handover',
      holders: ['320500/medical-insurance'],
      since: '2024-10-21T16:00:00+08:00',
    });
    expect(d(report({ asOf: '2024-10-20T00:00:00+08:00' }))).toBeUndefined();
  });
});

describe('a rehearsal', () => {
  const markdown = progressOutput(report({}, true), 'md', words);
  const html = progressOutput(report({}, true), 'html', words);

  it('is marked on every heading, every figure and every page', () => {
    const titles = markdown.split('\n').filter((line) => /^(#|\*\*)/.test(line));
    expect(titles.length).toBeGreaterThan(15);
    expect(titles.filter((line) => !line.includes('【演练】'))).toEqual([]);
    const captions = [...html.matchAll(/<(?:h[123]|caption)>(.{4})/g)].map((m) => m[1]);
    expect(new Set(captions)).toEqual(new Set(['【演练】']));
    expect(html).toContain(`@top-center { content: '演练 REHEARSAL'`);
    expect(html).toContain('class="watermark"');
  });

  it('and the record bears no such mark', () => {
    expect(progressOutput(report(), 'md', words)).not.toContain('演练');
    expect(progressOutput(report(), 'html', words).replace(/<style>.*<\/style>/s, '')).not.toContain('演练');
  });
});

describe('the page', () => {
  it('fetches nothing, runs nothing and escapes what it prints', () => {
    const nasty = `<img src=x onerror="alert(1)">'&|*`;
    const named = {
      ...rows,
      departments: rows.departments.map((d) => ({ ...d, name: nasty })),
    };
    const html = progressOutput(progressReport(named, period, source, words), 'html', words);
    expect(html).not.toContain('<img');
    expect(html).toContain('&lt;img src=x onerror=&quot;alert(1)&quot;&gt;&#39;&amp;|*');
    expect(html).not.toMatch(/<script|<link|src=["']|url\(|https?:/);
    const markdown = progressOutput(progressReport(named, period, source, words), 'md', words);
    expect(markdown).toContain('\\<img src=x onerror="alert(1)"\\>\'\\&\\|\\*');
  });

  it('says that there is nothing where there is nothing', () => {
    const empty = { title: { zh: '空', en: 'empty' }, subtitle: [], rehearsal: false };
    const table = { kind: 'table', caption: { zh: '表', en: 't' }, columns: ['甲', '乙'], rows: [] } as const;
    expect(documentMarkdown({ ...empty, blocks: [table] })).toContain('（无 / none）');
    expect(documentHtml({ ...empty, blocks: [table] })).toContain('<td colspan="2">（无 / none）</td>');
  });
});

describe('the instant a report is of', () => {
  it('is the end of its period, or of what the ledger has', () => {
    expect(defaultAsOf('2024-10-31', '2025-01-01T00:00:00+08:00')).toBe('2024-11-01T00:00:00+08:00');
    expect(defaultAsOf('2024-10-31', '2024-10-30T12:00:00+08:00')).toBe('2024-10-30T12:00:00+08:00');
  });
});
