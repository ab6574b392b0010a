// A clerk who fills in everything a command demands, so that nothing but the table, a condition or a clock can refuse it.
import { isAbove } from '../../case/register/is-above.ts';
import type { Register } from '../../case/register/register.ts';
import type { CaseState, Proceeding } from '../../case/state.ts';
import { type Law, law as ourLaw } from '../../law/law.ts';
import { remember } from '../../law/remember.ts';
import { type OpenBody, PartyBody } from '../../schemas/command.ts';
import { asksAnother, testsIn } from '../../schemas/condition.ts';
import { type FieldValues, isGiven } from '../../schemas/field.ts';
import { Body as BodyKind, bodyOf, type DepartmentId, departmentId, regionOf } from '../../schemas/ids.ts';
import { type Instant, plusMillis } from '../../schemas/instant.ts';
import type { Procedure, ProcedureCommand } from '../../schemas/procedure.ts';
import { registerWith, type Told } from './case-driver.ts';
import { sampleOf } from './field-samples.ts';
import { digest } from './unsigned-record.ts';

/** Every kind of department there is today, save whoever publishes a fact. */
const departmentsOf = (region: string): DepartmentId[] =>
  BodyKind.options
    .filter((body) => body !== 'publisher' && ourLaw.formerBody(body) === undefined)
    .map((body) => departmentId(region, body));
/** One county and its neighbour, each with every kind of department, and who stands above them. */
export const COUNTY = departmentsOf('653023');
export const NEIGHBOUR = departmentsOf('653022');
export const ABOVE = [
  '653000/medical-insurance',
  '653000/public-security',
  '653000/procuratorate',
  '653000/discipline-inspection',
  '653000/court',
];
/** Asked where a condition wants the provincial level. */
const PROVINCE = ['650000/health'];
/** Party to a case without a role in it, from a county that no case here concerns. */
export const BYSTANDER = '653024/audit';
/** Never party to anything. */
export const STRANGER = '653024/tax';

/** The county's register, where the filing review may be prolonged and paused. */
export const generousRegister = (): Register =>
  registerWith(
    [...COUNTY, ...NEIGHBOUR, ...ABOVE, ...PROVINCE, BYSTANDER, STRANGER],
    [
      { change: 'limit-switched', limit: 'fwd-filing-review', active: false, basis: '试点规定' },
      { change: 'limit-switched', limit: 'fwd-filing-review-econ', active: true, basis: '试点规定' },
      { change: 'pause-allowed', limit: 'fwd-filing-review-econ', basis: '试点规定' },
    ],
  );

/** Whoever holds a role the command asks for. */
export const actorFor = (p: Proceeding, command: ProcedureCommand): DepartmentId | undefined =>
  command.by.map((role) => p.roles[role]?.[0]).find((d) => d !== undefined);

/** Whether a condition of the procedure wants the provincial level. */
const asksProvince = ({ conditions }: Procedure): boolean =>
  Object.values(conditions).some(({ if: test }) =>
    testsIn(test).some((one) => 'role' in one && one.role.provincial),
  );

/** A department that could take the role and neither holds it nor acts; `rather`: another than these, where there is one. */
export const otherFor = (
  procedure: Procedure,
  role: string,
  not: readonly (string | undefined)[],
  holders: Proceeding['roles'] = {},
  rather: readonly string[] = [],
  isNear = false,
): DepartmentId => {
  const { bodies = [], above = '', counterpartOf = '' } = procedure.roles[role] ?? {};
  const under = holders[above] ?? [];
  const counterparts = holders[counterpartOf] ?? [];
  const fitting = [
    ...(asksProvince(procedure) ? PROVINCE : []),
    ...(isNear ? [] : NEIGHBOUR),
    ...COUNTY,
    ...ABOVE,
  ].filter(
    (d) =>
      (bodies.length === 0 || bodies.includes(bodyOf(d))) &&
      under.every((one) => isAbove(d, one)) &&
      // A counterpart is the only one there is.
      (counterparts.length > 0
        ? counterparts.every((one) => bodyOf(one) !== bodyOf(d) && regionOf(one) === regionOf(d))
        : !not.includes(d)),
  );
  const found = fitting.find((d) => !rather.includes(d)) ?? fitting[0];
  if (!found) throw new Error(`nobody could be ${role}`);
  return found;
};

/** An extension that some clock which the command prolongs could still use, for as long as it allows. */
const extensionOf = (
  law: Law,
  { clocks }: Procedure,
  name: string,
  state: CaseState | null,
  p: Proceeding | undefined,
): Partial<OpenBody> => {
  for (const clock of Object.values(state?.clocks ?? {})) {
    if (clock.proceeding !== p?.proceeding || clock.status === 'stopped') continue;
    if (!clocks[clock.limit]?.extendsOn?.includes(name)) continue;
    const limit = law.timeLimit(clock.limit, clock.version);
    const open = limit?.extensions.find((e) => !clock.extensions.some((used) => used.id === e.id));
    if (!open) continue;
    const most = 'to' in open && open.upTo ? { extensionTo: Number(Object.values(open.to)[0]) } : {};
    return { extension: open.id, approver: open.approver, ...most };
  }
  return { extension: 'none', approver: 'head' };
};

/** The role that a command needs a department named for: whom it hands the case to, or who takes part in what it opens. */
const receiverOf = (
  law: Law,
  procedure: Procedure,
  { handsTo, opens, needs }: ProcedureCommand,
): { of: Procedure; role: string } | undefined => {
  if (handsTo) return { of: procedure, role: handsTo };
  const meant = [
    ...(opens ?? []).map((opened) => ({
      of: law.newest.find((p) => p.procedure === opened.procedure),
      given: opened.roles,
    })),
    { of: needs?.includes('to') ? procedure : undefined, given: {} },
  ];
  return meant
    .flatMap(({ of, given }) =>
      Object.entries(of?.roles ?? {}).flatMap(([role, { cast }]) =>
        of && cast === 'to' && !Object.hasOwn(given, role) ? [{ of, role }] : [],
      ),
    )
    .at(0);
};

/** Whom the proceeding is about, else somebody of the case, whom nobody has named yet where it has nobody. */
const namingParty = (state: CaseState | null, p: Proceeding | undefined): Partial<OpenBody> => {
  const subject = p?.subject ?? Object.keys(state?.subjects ?? {})[0];
  return subject === undefined
    ? { newSubjects: [{ subject: 's1' }], subjects: ['s1'] }
    : { subjects: [subject] };
};

/** Where a condition of the command asks of a date that it is the end of a limit: the last day of the one that ends last. */
const endAsked = (
  procedure: Procedure,
  { when = [] }: ProcedureCommand,
  name: string,
  state: CaseState | null,
  p: Proceeding | undefined,
): string | undefined => {
  const limits = when
    .flatMap((id) => testsIn(procedure.conditions[id]?.if ?? { allOf: [] }))
    .flatMap((test) => ('endOf' in test && test.endOf.field === name ? test.endOf.limits : []));
  const ends = Object.values(state?.clocks ?? {}).flatMap(({ proceeding, limit, times }) =>
    proceeding === p?.proceeding && limits.includes(limit) ? (times.latestDueAt ?? []) : [],
  );
  const last = ends.toSorted().at(-1);
  return last && plusMillis(last, -1).slice(0, 10);
};

/** Whether a command wants whom it goes to in the place of somebody. */
const asksNear = ({ conditions }: Procedure, command: ProcedureCommand | undefined): boolean =>
  (command?.when ?? []).some((id) =>
    testsIn(conditions[id]?.if ?? { allOf: [] }).some((test) => 'role' in test && test.role.within),
  );

/** All that the command needs, in the open body. */
const bodyFor = (
  law: Law,
  procedure: Procedure,
  name: string,
  command: ProcedureCommand,
  state: CaseState | null,
  p: Proceeding | undefined,
  actor: DepartmentId,
  at: Instant,
  said: FieldValues,
): OpenBody => {
  const receiver = receiverOf(law, procedure, command);
  const present = receiver && p?.roles[receiver.role]?.[0];
  // Who passed the role on gets it again from nobody but who stands above it.
  const passers =
    receiver && p
      ? p.steps.flatMap(({ command: done, by }) =>
          procedure.commands[done]?.handsTo === receiver.role ? [by] : [],
        )
      : [];
  const needs = command.needs ?? [];
  const needed = needs.flatMap((need) => {
    const field = procedure.fields[need];
    // A date that a clock runs from has come by then.
    const isStart = Object.values(procedure.clocks).some(({ startsAt }) => startsAt === need);
    const ended = endAsked(procedure, command, need, state, p);
    const value = field && (ended ?? (isStart ? at.slice(0, 10) : sampleOf(field, at)));
    return field?.class === 'open' && !isGiven(field) && value !== undefined ? [[need, value] as const] : [];
  });
  const fields = { ...Object.fromEntries(needed), ...said };
  // Where one is opened, the register may know who it is.
  const isRouted =
    p === undefined && receiver?.of.roles[receiver.role]?.cast === 'routing' && !asksProvince(receiver.of);
  const isNear =
    asksNear(procedure, command) ||
    (command.opens ?? []).some(({ procedure: id, command: first }) => {
      const theirs = law.newest.find((one) => one.procedure === id);
      return theirs !== undefined && asksNear(theirs, theirs.commands[first]);
    });
  const isNamed = needs.includes('to') || (receiver !== undefined && !present && !isRouted);
  return {
    ...(isNamed
      ? {
          to: [
            otherFor(
              receiver?.of ?? procedure,
              receiver?.role ?? '',
              [actor, present],
              p?.roles,
              passers,
              isNear,
            ),
          ],
        }
      : {}),
    ...(p === undefined && procedure.per === 'subject' ? { newSubjects: [{ subject: 's1' }] } : {}),
    ...(command.papers
      ? { papers: command.papers.map((code) => ({ code, id: `${code}-1`, sha256: digest })) }
      : {}),
    ...(command.reason || needs.includes('reasonCode') ? { reasonCode: 'stated' } : {}),
    ...(command.officers ? { team: ['o-1', 'o-2'] } : {}),
    ...(Object.keys(fields).length > 0 ? { fields } : {}),
    ...(needs.includes('subjects') ? namingParty(state, p) : {}),
    ...(needs.includes('basis') ? { basis: '试点规定' } : {}),
    ...(command.approvedBy ? { approver: command.approvedBy } : {}),
    ...(needs.includes('extension') ? extensionOf(law, procedure, name, state, p) : {}),
  };
};

/** Fields whose value a clock or a condition of the procedure looks at. */
const fieldsAskedOf = remember(({ clocks, conditions }: Procedure): ReadonlySet<string> => {
  const byConditions = Object.values(conditions).flatMap(({ if: test }) =>
    testsIn(test).flatMap((one) => ('field' in one ? [one.field.name] : [])),
  );
  const byClocks = Object.values(clocks).flatMap(({ when, unless }) => [when, unless]);
  return new Set([...byConditions, ...byClocks].filter((name) => name !== undefined));
});

/** What a command can say that makes a difference: each option of a code that somebody looks at. */
const optionsFor = (procedure: Procedure, { needs = [], takes = [] }: ProcedureCommand): FieldValues[] =>
  [...needs, ...takes]
    .filter((name) => fieldsAskedOf(procedure).has(name))
    .flatMap((name) => {
      const { list, options = {}, class: of } = procedure.fields[name] ?? {};
      if (of !== 'open') return [];
      return Object.keys(options).map((option) => ({ [name]: list ? [option] : option }));
    });

/**
 * No more than it needs; of what a procedure adds up the counts worth trying, for it may lead elsewhere once it is enough (9 and 12 points
 * of a year): the most there can be first, for it may be lowered later.
 */
export const neededFor = (procedure: Procedure, { needs = [] }: ProcedureCommand): readonly FieldValues[] => {
  const counts = needs.filter((name) => procedure.fields[name]?.kind === 'count');
  const [first] = counts;
  if (first === undefined) return [{}];
  const most = procedure.fields[first]?.most;
  const tried = most === undefined ? [1, 9, 12] : new Set([12, 9, 1].map((count) => Math.min(count, most)));
  return [...tried].map((count) => Object.fromEntries(counts.map((name) => [name, count])));
};

/** All that is worth saying by a command, one after another: what it needs, then what makes a difference. */
export const sayingsFor = (procedure: Procedure, command: ProcedureCommand): readonly FieldValues[] => [
  ...neededFor(procedure, command),
  ...optionsFor(procedure, command),
];

/** The head where the rank asks for one; a colleague outside the team where whoever took an earlier step may not take this one. */
const officerFor = (procedure: Procedure, { rank, when = [] }: ProcedureCommand): string => {
  if (rank === 'head') return 'head';
  return when.some((id) => asksAnother(procedure.conditions[id])) ? 'o-3' : 'o-1';
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
  law = ourLaw,
  said: FieldValues = {},
): Told => ({
  as: `${actor}/${officerFor(procedure, command)}`,
  at,
  command: name,
  body: bodyFor(law, procedure, name, command, state, p, actor, at, said),
  with: [
    ...(command.reason ? ['reason'] : []),
    ...(command.needs ?? []).flatMap((need) =>
      (procedure.fields[need]?.class ?? 'open') === 'open' ? [] : [`fields/${need}`],
    ),
    ...(command.needs ?? []).filter((need) => Object.hasOwn(PartyBody.shape, need)),
  ],
  ...(p ? { proceeding: p.proceeding } : { procedure: procedure.procedure }),
});
