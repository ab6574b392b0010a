// A clerk who fills in everything a command demands, so that nothing but the table, a condition or a clock can refuse it.
import type { Register } from '../../case/register/register.ts';
import type { CaseState, Proceeding } from '../../case/state.ts';
import { law } from '../../law/law.ts';
import type { OpenBody } from '../../schemas/command.ts';
import type { FieldValue } from '../../schemas/field.ts';
import { bodyOf, type DepartmentId } from '../../schemas/ids.ts';
import { type Instant, plusMillis } from '../../schemas/instant.ts';
import type { Procedure, ProcedureCommand } from '../../schemas/procedure.ts';
import { registerWith, type Told } from './case-driver.ts';
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

/** Whoever holds a role the command asks for. */
export const actorFor = (p: Proceeding, command: ProcedureCommand): DepartmentId | undefined =>
  command.by.map((role) => p.roles[role]?.[0]).find((d) => d !== undefined);

/** A department that could take the role and neither holds it nor acts. */
export const otherFor = (
  procedure: Procedure,
  role: string,
  not: readonly (string | undefined)[],
): DepartmentId => {
  const bodies: readonly string[] = procedure.roles[role]?.bodies ?? [];
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
    const limit = law.timeLimit(clock.limit, clock.version);
    const open = limit?.extensions.find((e) => !clock.extensions.some((used) => used.id === e.id));
    if (open) return { extension: open.id, approver: open.approver };
  }
  return { extension: 'none', approver: 'head' };
};

/** A value of each kind of field that a command may need. */
const sampleOf = (kind: string, at: Instant): FieldValue => {
  if (kind === 'flag') return true;
  if (kind === 'date') return plusMillis(at, 30 * 86_400_000).slice(0, 10);
  return kind === 'count' ? 1 : 'case-clue';
};

/** All that the command needs, in the open body. */
const bodyFor = (
  procedure: Procedure,
  command: ProcedureCommand,
  state: CaseState | null,
  p: Proceeding | undefined,
  actor: DepartmentId,
  at: Instant,
): OpenBody => {
  const handsTo = command.handsTo ?? (command.opens?.procedure === 'clue-notice' ? 'receiver' : undefined);
  const needs = command.needs ?? [];
  const fields = needs.flatMap((name) => {
    const field = procedure.fields[name];
    return field ? [[name, sampleOf(field.kind, at)] as const] : [];
  });
  return {
    ...(needs.includes('to') || (p && handsTo && !p.roles[handsTo])
      ? { to: [otherFor(procedure, handsTo ?? 'receiver', [actor, p?.roles[handsTo ?? 'receiver']?.[0]])] }
      : {}),
    ...(command.papers
      ? { papers: command.papers.map((code) => ({ code, id: `${code}-1`, sha256: digest })) }
      : {}),
    ...(command.reason || needs.includes('reasonCode') ? { reasonCode: 'stated' } : {}),
    ...(command.officers ? { team: ['o-1', 'o-2'] } : {}),
    ...(fields.length > 0 ? { fields: Object.fromEntries(fields) } : {}),
    ...(needs.includes('basis') ? { basis: '试点规定' } : {}),
    ...(needs.includes('extension') ? extensionOf(state, p) : {}),
  };
};

/** The command as a careful clerk of the right department would submit it. */
export const toldFor = (
  procedure: Procedure,
  name: string,
  command: ProcedureCommand,
  state: CaseState | null,
  p: Proceeding | undefined,
  actor: DepartmentId,
  at: Instant,
): Told => ({
  as: `${actor}/${command.rank === 'head' ? 'head' : 'o-1'}`,
  at,
  command: name,
  body: bodyFor(procedure, command, state, p, actor, at),
  with: command.reason ? ['reason'] : [],
  ...(p ? { proceeding: p.proceeding } : { procedure: procedure.procedure }),
});
