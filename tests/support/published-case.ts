// A published case told act by act, each with the state it should lead to: the clerk of tests/support/clerk.ts fills in what a
// command demands beside what the text says. Acts of one day follow each other at ten minutes.
import type { Register } from '../../case/register/register.ts';
import type { Proceeding } from '../../case/state.ts';
import { recipientsOf } from '../../case/who-is-told.ts';
import { law } from '../../law/law.ts';
import type { OpenBody } from '../../schemas/command.ts';
import { Body, type DepartmentId, departmentId } from '../../schemas/ids.ts';
import { plusMillis } from '../../schemas/instant.ts';
import type { Procedure } from '../../schemas/procedure.ts';
import type { RegisterChange } from '../../schemas/register.ts';
import { caseDriver, registerWith, type Told } from './case-driver.ts';
import { toldFor } from './clerk.ts';

/**
 * Day, who (a body of the region of the case, or a department of another), `procedure command` or `procedure:subject command`, the
 * state it leads to, and what the text says of it.
 */
export type Act = readonly [day: string, who: string, step: string, state: string, body?: OpenBody];

const TEN_MINUTES = 600_000;
const allBodiesOf = (region: string): DepartmentId[] =>
  Body.options.filter((body) => body !== 'publisher').map((body) => departmentId(region, body));

/** Every kind of department of these regions. */
export const regionsOf = (regions: readonly string[], more: readonly RegisterChange[] = []): Register =>
  registerWith(regions.flatMap(allBodiesOf), more);

const offers = (p: Proceeding, command: string): boolean =>
  Object.hasOwn(law.procedure(p.procedure, p.version)?.states[p.state]?.on ?? {}, command);

const short = (department: string, region: string): string =>
  department.startsWith(`${region}/`) ? department.slice(region.length + 1) : department;

export const publishedCase = (
  regions: readonly [string, ...string[]],
  more: readonly RegisterChange[] = [],
) => {
  const [region] = regions;
  const register = regionsOf(regions, more);
  const c = caseDriver(register, `${region}-aaaaaaaaaaaaaaaa`);
  const told: string[][] = [];
  let last = { day: '', n: 0 };

  const procedureOf = (name: string, day: string): Procedure => {
    const found = law.procedures.findLast(
      (p) => p.procedure === name && p.inForce.from <= day && (p.inForce.until ?? '9999') > day,
    );
    if (!found) throw new Error(`${name} was not in force on ${day}`);
    return found;
  };
  const proceedingOf = (name: string, subject: string | undefined, command: string): Proceeding | undefined =>
    Object.values(c.maybe?.proceedings ?? {}).findLast(
      (p) => p.procedure === name && offers(p, command) && (subject === undefined || p.subject === subject),
    );

  const tellingOf = ([day, who, step, , body = {}]: Act): { told: Told; found: Proceeding | undefined } => {
    const [target = '', command = ''] = step.split(' ');
    const [name = '', subject] = target.split(':');
    last = { day, n: last.day === day ? last.n + 1 : 0 };
    const at = plusMillis(`${day}T09:00:00+08:00`, last.n * TEN_MINUTES);
    const actor = who.includes('/') ? who : departmentId(region, who as Body);
    const said = {
      ...body,
      ...(body.to
        ? { to: body.to.map((to) => (to.includes('/') ? to : departmentId(region, to as Body))) }
        : {}),
      ...(subject ? { subjects: [subject] } : {}),
    };
    if (name === 'case') return { found: undefined, told: { as: `${actor}/head`, at, command, body: said } };
    const found = proceedingOf(name, subject, command);
    const procedure = (found && law.procedure(found.procedure, found.version)) ?? procedureOf(name, day);
    const rule = procedure.commands[command];
    if (!rule) throw new Error(`${name} has no ${command}`);
    const filled = toldFor(procedure, command, rule, c.maybe, found, actor, at);
    return {
      found,
      told: {
        ...filled,
        body: { ...filled.body, ...said, fields: { ...filled.body?.fields, ...body.fields } },
      },
    };
  };

  const followOrders = (): void => {
    for (const { followUp } of [...c.state.followUps])
      c.must({
        as: 'relay',
        at: plusMillis(c.entries.at(-1)?.recordedAt ?? '', 1000),
        command: 'take-follow-up',
        body: { followUp },
      });
  };

  const stateAfter = (step: string, found: Proceeding | undefined): string => {
    const [name = ''] = step.split(/[ :]/);
    if (name === 'case') return 'known';
    return (c.state.proceedings[found?.proceeding ?? ''] ?? c.proceeding(name)).state;
  };

  const lineOf = (day: string, who: string, step: string, state: string): string =>
    `${day} ${who} ${step} → ${state}`;
  /** Takes the acts in order; answers with the timeline as it came out. */
  const play = (...acts: readonly Act[]): string[] =>
    acts.map((act) => {
      const [day, who, step] = act;
      const { told: telling, found } = tellingOf(act);
      const decision = c.tell(telling);
      if (!decision.ok)
        return lineOf(day, who, step, `${decision.code} ${decision.details.join(', ')}`.trim());
      const entry = c.entries.at(-1);
      told.push(
        entry
          ? recipientsOf(c.state, entry, register, law)
              .map(
                ({ department, sees }) => `${short(department, region)}${sees === 'all' ? '' : ` (${sees})`}`,
              )
              .sort()
          : [],
      );
      const state = stateAfter(step, found);
      followOrders();
      return lineOf(day, who, step, state);
    });

  return {
    c,
    play,
    /** The timeline as the text has it. */
    asTold: (...acts: readonly Act[]): string[] =>
      acts.map(([day, who, step, state]) => lineOf(day, who, step, state)),
    /** Proceedings of the case and where each stands. */
    sideBySide: (): Record<string, string> =>
      Object.fromEntries(
        Object.values(c.state.proceedings).map((p) => [
          `${p.procedure}${p.subject ? `:${p.subject}` : ''}`,
          p.state,
        ]),
      ),
    /** Departments told by the newest act of a command. */
    told: (): string[] => told.at(-1) ?? [],
    /** Whom the newest clock of a limit obliges, its last day at the latest, how it ended or stands. */
    clock: (limit: string): string | undefined => {
      const clock = c.clock(limit);
      const due = clock?.times.latestDueAt;
      return (
        clock &&
        `${short(clock.obliged, region)} ${due ? plusMillis(due, -1).slice(0, 10) : '–'} ${clock.outcome ?? clock.status}`
      );
    },
  };
};

/** A department tells others of the case, by a copy or a circular: without that it is closed to them. */
export const toldOf = (day: string, who: string, ...to: string[]): Act => [
  day,
  who,
  'case admit-departments',
  'known',
  { to },
];

const POLICE = 'public-security';
const INSURANCE = 'medical-insurance';
/** O310 5 to 8: suspected, reported, approved and handed over on one day, filed by the police on another. */
export const handedOver = (day: string, filed?: string, body: OpenBody = {}): Act[] => [
  [day, INSURANCE, 'criminal-transfer suspect-crime', 'team-formed', body],
  [day, INSURANCE, 'criminal-transfer submit-transfer-report', 'awaiting-head-decision'],
  [day, INSURANCE, 'criminal-transfer approve-transfer', 'approved-for-handover'],
  [day, INSURANCE, 'criminal-transfer hand-over', 'delivered'],
  [day, POLICE, 'criminal-transfer sign-receipt', 'accepted'],
  ...(filed ? ([[filed, POLICE, 'criminal-transfer file-case', 'filed']] satisfies Act[]) : []),
];

/** From the filing to the notice of rights, and the fine decided and served. */
export const investigated = (
  day: string,
  concluded: string,
  who = INSURANCE,
  penalty = 'insurance-penalty',
): Act[] => [
  [day, who, `${penalty} file-penalty`, 'investigating'],
  [concluded, who, `${penalty} conclude-investigation`, 'concluded'],
  [concluded, who, `${penalty} give-penalty-notice`, 'notified'],
];
export const fined = (day: string): Act[] => [
  [day, INSURANCE, 'insurance-penalty decide-fine', 'fine-decided'],
  [day, INSURANCE, 'insurance-penalty serve-decision', 'fine-due'],
];
export const refunded = (demanded: string, paid: string, who = INSURANCE): Act[] => [
  [demanded, who, 'fund-recovery demand-repayment', 'demanded'],
  [paid, who, 'fund-recovery record-full-repayment', 'repaid'],
];
/** The agency hears the institution and ends its agreement. */
export const terminated = (day: string, agency = 'insurance-agency', of = 'agreement-handling'): Act[] => [
  [day, agency, `${of} open-agreement-handling`, 'checking'],
  [day, agency, `${of} hear-party`, 'checking'],
  [day, agency, `${of} terminate-agreement`, 'terminated'],
];
/** The owner of a licence informs the party, hears it, decides and carries out. */
export const decidedOn = (
  began: string,
  decided: string,
  command: string,
  of = 'practice-licence',
  who = 'health',
): Act[] => [
  [began, who, `${of} begin-measure`, 'investigating'],
  [decided, who, `${of} inform-party`, 'party-informed'],
  [decided, who, `${of} record-statement`, 'party-heard'],
  [decided, who, `${of} ${command}`, 'decided'],
  [decided, who, `${of} serve-decision`, 'served'],
  [decided, who, `${of} carry-out-measure`, 'carried-out'],
];
