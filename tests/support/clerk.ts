// A clerk who fills in everything a transition demands, so that nothing but the table, a guard or a clock can refuse it.
import type { Register } from '../../case/register/register.ts';
import type { CaseState, Proceeding } from '../../case/state.ts';
import { law } from '../../law/law.ts';
import type { OpenBody } from '../../schemas/command.ts';
import { bodyOf, type DepartmentId } from '../../schemas/ids.ts';
import { type Instant, plusMillis } from '../../schemas/instant.ts';
import type { Procedure, Transition } from '../../schemas/procedure.ts';
import { registerWith, type Told } from './case-driver.ts';
import { rolesThatAct } from './procedure-table.ts';
import { digest } from './unsigned-record.ts';

const BODIES = [
  'medical-insurance',
  'health',
  'public-security',
  'procuratorate',
  'market-regulation',
  'audit',
  'tax',
];
/** One county and its neighbour, each with the same departments, and who stands above them. */
export const COUNTY = BODIES.map((body) => `653023/${body}`);
export const NEIGHBOUR = BODIES.map((body) => `653022/${body}`);
export const ABOVE = [
  '653023/joint-meeting-office',
  '653023/government-office',
  '653000/medical-insurance',
  '653000/public-security',
  '653000/procuratorate',
];
/** Party to a case without a role in any procedure. */
export const BYSTANDER = '653023/audit';
/** Never party to anything. */
export const STRANGER = '653023/tax';

/** The county's register, where the filing review may be prolonged and paused. */
export const generousRegister = (): Register =>
  registerWith(
    [...COUNTY, ...NEIGHBOUR, ...ABOVE],
    [
      { change: 'limit-switched', limit: 'fwd-filing-review', active: false, basis: '试点规定' },
      { change: 'limit-switched', limit: 'fwd-filing-review-econ', active: true, basis: '试点规定' },
      { change: 'pause-allowed', limit: 'fwd-filing-review-econ', basis: '试点规定' },
    ],
  );

/** Whoever holds a role the transition asks for. */
export const actorFor = (p: Proceeding, transition: Transition): DepartmentId | undefined =>
  rolesThatAct(transition)
    .map((role) => p.roles[role]?.[0])
    .find((d) => d !== undefined);

/** A department that could take the role and neither holds it nor acts. */
export const otherFor = (
  procedure: Procedure,
  role: string,
  not: readonly (string | undefined)[],
): DepartmentId => {
  const bodies: readonly string[] = procedure.roles[role] ?? [];
  const found = [...NEIGHBOUR, ...COUNTY, '653000/public-security'].find(
    (d) => (bodies.length === 0 || bodies.includes(bodyOf(d))) && !not.includes(d) && d !== STRANGER,
  );
  if (!found) throw new Error(`nobody could be ${role}`);
  return found;
};

/** An extension that some clock of the procedure could still use. */
const extensionOf = (state: CaseState | null, p: Proceeding | undefined): Partial<OpenBody> => {
  for (const clock of Object.values(state?.clocks ?? {})) {
    if (clock.proceeding !== p?.proceeding || clock.status === 'stopped') continue;
    const limit = law.timeLimitOn(clock.limit, clock.startedAt.slice(0, 10));
    const open = limit?.extensions.find((e) => !clock.extensions.some((used) => used.id === e.id));
    if (open) return { extension: open.id, approver: open.approver };
  }
  return { extension: 'none', approver: 'head' };
};

/** All that the transition needs, in the open body. */
const bodyFor = (
  procedure: Procedure,
  transition: Transition,
  state: CaseState | null,
  p: Proceeding | undefined,
  actor: DepartmentId,
  at: Instant,
): OpenBody => {
  const handsTo =
    transition.handsTo ?? (transition.opens?.procedure === 'clue-notice' ? 'receiver' : undefined);
  const needs = transition.needs ?? [];
  return {
    ...(needs.includes('to') || (p && handsTo && !p.roles[handsTo])
      ? { to: [otherFor(procedure, handsTo ?? 'receiver', [actor, p?.roles[handsTo ?? 'receiver']?.[0]])] }
      : {}),
    ...(transition.papers
      ? { papers: transition.papers.map((code) => ({ code, id: `${code}-1`, sha256: digest })) }
      : {}),
    ...(transition.reason || needs.includes('reasonCode') ? { reasonCode: 'stated' } : {}),
    ...(transition.officers ? { team: ['o-1', 'o-2'] } : {}),
    ...(needs.includes('topic') ? { topic: 'case-clue' } : {}),
    ...(needs.includes('replyBy') ? { replyBy: plusMillis(at, 30 * 86_400_000).slice(0, 10) } : {}),
    ...(needs.includes('basis') ? { basis: '试点规定' } : {}),
    ...(needs.includes('extension') ? extensionOf(state, p) : {}),
  };
};

/** The command as a careful clerk of the right department would submit it. */
export const toldFor = (
  procedure: Procedure,
  command: string,
  transition: Transition,
  state: CaseState | null,
  p: Proceeding | undefined,
  actor: DepartmentId,
  at: Instant,
): Told => ({
  as: `${actor}/${transition.rank === 'head' ? 'head' : 'o-1'}`,
  at,
  command,
  body: bodyFor(procedure, transition, state, p, actor, at),
  with: transition.reason ? ['reason'] : [],
  ...(p ? { proceeding: p.proceeding } : { procedure: procedure.procedure }),
});
