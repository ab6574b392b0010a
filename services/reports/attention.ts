// What a joint meeting should look at, in the order it should: breaches of law first, what was only agreed apart from them.
import type { Law } from '../../law/law.ts';
import type { Bilingual, DepartmentId } from '../../schemas/ids.ts';
import type { Instant } from '../../schemas/instant.ts';
import type { ReportRule } from '../../schemas/procedure.ts';
import type { LegalBasis } from '../../schemas/time-limit.ts';
import type { ProgressRows, StepRow } from '../bus/reading-room/queries/progress.ts';
import type { ClockAsOf } from './clock-as-of.ts';
import { type LimitGroup, limitGroup } from './limit-group.ts';
import type { OpenProceeding } from './open-proceedings.ts';

/** What is looked at whatever the procedure; the others are named by the procedures. */
const GENERAL = {
  overdue: { zh: '逾期未办（法定及地方规定）', en: 'Overdue, by law or local rule' },
  'strict-overdue': { zh: '已过从严期限，尚未过从宽期限', en: 'Past the strict reading, not yet the latest' },
  escalated: { zh: '已升级督办', en: 'Escalated' },
  'agreed-late': { zh: '超过约定期限（非法定）', en: 'Past what was agreed (not law)' },
  'party-late': { zh: '当事人期满未办', en: 'Not done by a party in its time' },
  unacknowledged: { zh: '移交后尚未签收', en: 'Handed over and not acknowledged' },
} as const satisfies Record<string, Bilingual>;

type AttentionKind = { readonly kind: string; readonly title: Bilingual };

/** Every kind with its title, in the order it is looked at. */
const allKinds = (law: Law): readonly AttentionKind[] => [
  ...Object.entries(GENERAL).map(([kind, title]) => ({ kind, title })),
  ...rulesOf(law).map(({ id: kind, title }) => ({ kind, title })),
];

/** The kinds of these items, in that order. */
export const attentionKinds = (items: readonly AttentionItem[], law: Law): readonly AttentionKind[] =>
  allKinds(law).filter(({ kind }) => items.some((item) => item.kind === kind));

type AttentionRule = NonNullable<ReportRule['attention']>[number] & { readonly procedure: string };
const rulesOf = (law: Law): AttentionRule[] =>
  law.newest.flatMap((p) => (p.report?.attention ?? []).map((rule) => ({ ...rule, procedure: p.procedure })));

export type AttentionItem = {
  readonly kind: string;
  readonly case: string;
  readonly proceeding: string;
  /** Who must act; nobody where it is a party's to do. */
  readonly departments: readonly DepartmentId[];
  readonly since: Instant;
  readonly limit?: string;
  readonly basis?: readonly LegalBasis[];
  readonly provisional?: boolean;
  /** Rung of the ladder that was reached. */
  readonly level?: number;
};

/** What a limit that has passed is called, by its group. */
const LATE_BY_GROUP: Readonly<Partial<Record<LimitGroup, keyof typeof GENERAL>>> = {
  agreed: 'agreed-late',
  party: 'party-late',
};

const clockItem = (kind: string, { row }: ClockAsOf, since: Instant | null): AttentionItem => ({
  kind,
  case: row.case_id,
  proceeding: row.proceeding,
  departments: limitGroup(row) === 'party' ? [] : [row.obliged],
  since: since ?? row.started_at,
  limit: row.limit_id,
  basis: row.basis,
  ...(row.provisional ? { provisional: true } : {}),
});

const clockItems = (clocks: readonly ClockAsOf[], moments: ProgressRows['moments'], asOf: Instant) => {
  const level = new Map<string, number>();
  for (const m of moments.filter((x) => x.planned_at <= asOf && x.level !== null)) {
    const key = `${m.case_id} ${m.clock}`;
    level.set(key, Math.max(level.get(key) ?? 0, m.level ?? 0));
  }
  return clocks.flatMap((clock): AttentionItem[] => {
    const { row, status } = clock;
    if (status === 'strict-overdue') return [clockItem('strict-overdue', clock, row.strict_due_at)];
    if (status !== 'overdue') return [];
    const late = clockItem(LATE_BY_GROUP[limitGroup(row)] ?? 'overdue', clock, row.latest_due_at);
    const reached = level.get(`${row.case_id} ${row.clock}`) ?? 0;
    if (late.kind !== 'overdue') return [reached > 1 ? { ...late, level: reached } : late];
    return reached > 1 ? [late, { ...late, kind: 'escalated', level: reached }] : [late];
  });
};

const proceedingItem = (kind: string, p: OpenProceeding): AttentionItem => ({
  kind,
  case: p.case,
  proceeding: p.proceeding,
  departments: p.holders,
  since: p.since,
});

/** Whether a procedure wants an open proceeding looked at. */
const isMeant = (rule: AttentionRule, p: OpenProceeding, steps: readonly StepRow[]): boolean => {
  if (rule.procedure !== p.procedure) return false;
  const { when } = rule;
  if ('open' in when) return true;
  if ('state' in when) return p.state === when.state;
  const taken = steps.filter((s) => s.command === when.command);
  return taken.length >= when.times;
};

/** Everything to look at as of the instant, kind by kind, longest standing first. */
export const attention = (
  rows: Pick<ProgressRows, 'moments' | 'steps'>,
  clocks: readonly ClockAsOf[],
  open: readonly OpenProceeding[],
  asOf: Instant,
  law: Law,
): AttentionItem[] => {
  const rules = rulesOf(law);
  const steps = Map.groupBy(
    rows.steps.filter((s) => s.occurred_at <= asOf),
    (s) => `${s.case_id} ${s.proceeding}`,
  );
  const items = [
    ...clockItems(clocks, rows.moments, asOf),
    ...open.flatMap((p) => [
      ...(p.unacknowledged ? [proceedingItem('unacknowledged', p)] : []),
      ...rules
        .filter((rule) => isMeant(rule, p, steps.get(`${p.case} ${p.proceeding}`) ?? []))
        .map((rule) => proceedingItem(rule.id, p)),
    ]),
  ];
  const order = allKinds(law).map(({ kind }) => kind);
  const key = (i: AttentionItem): string => `${i.since} ${i.case} ${i.proceeding} ${i.limit ?? ''}`;
  return items.toSorted(
    (a, b) =>
      order.indexOf(a.kind) - order.indexOf(b.kind) || (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0),
  );
};
