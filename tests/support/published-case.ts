// A published case told act by act, each with the state it should lead to: the clerk of tests/support/clerk.ts fills in what a
// command demands beside what the text says. Acts of one day follow each other at ten minutes. A case may be split, and others joined
// to it: what follows there is the relay's, as on the bus.
import { refusedInto } from '../../case/joining/join-case.ts';
import type { Register } from '../../case/register/register.ts';
import type { Proceeding } from '../../case/state.ts';
import { recipientsOf } from '../../case/who-is-told.ts';
import { CASE_COMMANDS } from '../../law/case-commands.ts';
import { law } from '../../law/law.ts';
import type { OpenBody } from '../../schemas/command.ts';
import { Body, type DepartmentId, departmentId } from '../../schemas/ids.ts';
import { plusMillis } from '../../schemas/instant.ts';
import type { Procedure } from '../../schemas/procedure.ts';
import type { RegisterChange } from '../../schemas/register.ts';
import { type CaseDriver, caseDriver, registerWith, type Told } from './case-driver.ts';
import { toldFor } from './clerk.ts';
import { relay } from './two-cases.ts';

/**
 * Day, who (a body of the region of the case, or a department of another), `procedure command` or `procedure:subject command`, the
 * state it leads to, and what the text says of it. A command on the case itself leads to no state of a proceeding: `known`.
 */
export type Act = readonly [day: string, who: string, step: string, state: string, body?: OpenBody];

const TEN_MINUTES = 600_000;
const allBodiesOf = (region: string): DepartmentId[] =>
  Body.options.filter((body) => body !== 'publisher').map((body) => departmentId(region, body));

/** Every kind of department of these regions. */
const regionsOf = (regions: readonly string[], more: readonly RegisterChange[]): Register =>
  registerWith(regions.flatMap(allBodiesOf), more);

const offers = (p: Proceeding, command: string): boolean =>
  Object.hasOwn(law.procedure(p.procedure, p.version)?.states[p.state]?.on ?? {}, command);

const procedureOf = (name: string, day: string): Procedure => {
  const found = law.procedures.findLast(
    (p) => p.procedure === name && p.inForce.from <= day && (p.inForce.until ?? '9999') > day,
  );
  if (!found) throw new Error(`${name} was not in force on ${day}`);
  return found;
};

const lineOf = (day: string, who: string, step: string, state: string): string =>
  `${day} ${who} ${step} → ${state}`;
const nameOf = ({ procedure, subject }: Proceeding): string => `${procedure}${subject ? `:${subject}` : ''}`;

type Room = {
  readonly region: string;
  readonly register: Register;
  /** A case of the same region that there was not yet. */
  readonly newCase: () => CaseDriver;
};

export type PublishedCase = {
  readonly c: CaseDriver;
  /** Takes the acts in order; answers with the timeline as it came out. */
  play(...acts: readonly Act[]): string[];
  /** The timeline as the text has it. */
  asTold(...acts: readonly Act[]): string[];
  /** 分案: the new case in which these proceedings, or those of these subjects, go on; throws with the refusal. */
  split(day: string, who: string, what: Pick<OpenBody, 'subjects' | 'proceedings'>): PublishedCase;
  /** 并案: joined to another case, which is asked first, as on the bus; answers as an act. */
  merge(day: string, who: string, into: PublishedCase): string;
  /** Another case of the same region, with nothing in it. */
  another(): PublishedCase;
  /** Proceedings of the case and where each stands; one that goes on in another case is `moved`. */
  sideBySide(): Record<string, string>;
  /** Departments told by the newest act of a command. */
  told(): string[];
  /** Whom the newest clock of a limit obliges, its last day at the latest, how it ended or stands; of a subject where it is named. */
  clock(limit: string, subject?: string): string | undefined;
};

/** The acts of one case. */
const actsOf = (c: CaseDriver, room: Room): PublishedCase => {
  const { region, register, newCase } = room;
  let told: string[] = [];
  let last = { day: '', n: 0 };
  const short = (department: string): string =>
    department.startsWith(`${region}/`) ? department.slice(region.length + 1) : department;
  const full = (who: string): DepartmentId =>
    who.includes('/') ? (who as DepartmentId) : departmentId(region, who as Body);

  const proceedingOf = (name: string, subject: string | undefined, command: string): Proceeding | undefined =>
    Object.values(c.maybe?.proceedings ?? {}).findLast(
      (p) =>
        p.procedure === name &&
        p.moved === undefined &&
        offers(p, command) &&
        (subject === undefined || p.subject === subject),
    );

  const tellingOf = ([day, who, step, , body = {}]: Act): { told: Told; found: Proceeding | undefined } => {
    const [target = '', command = ''] = step.split(' ');
    const [name = '', subject] = target.split(':');
    last = { day, n: last.day === day ? last.n + 1 : 0 };
    const at = plusMillis(`${day}T09:00:00+08:00`, last.n * TEN_MINUTES);
    const actor = full(who);
    const said = {
      ...body,
      ...(body.to ? { to: body.to.map(full) } : {}),
      ...(subject ? { subjects: [subject] } : {}),
    };
    if (name === 'case') {
      const values = CASE_COMMANDS[command]?.values.map((path) => path.slice(1)) ?? [];
      return { found: undefined, told: { as: `${actor}/head`, at, command, body: said, with: values } };
    }
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

  const toldOfLast = (): string[] => {
    const entry = c.entries.at(-1);
    const all = entry ? recipientsOf(c.state, entry, register, law) : [];
    return all
      .map(({ department, sees }) => `${short(department)}${sees === 'all' ? '' : ` (${sees})`}`)
      .sort();
  };

  const take = (act: Act): string => {
    const [day, who, step] = act;
    const { told: telling, found } = tellingOf(act);
    const decision = c.tell(telling);
    if (!decision.ok) return lineOf(day, who, step, `${decision.code} ${decision.details.join(', ')}`.trim());
    told = toldOfLast();
    const state = stateAfter(step, found);
    followOrders();
    return lineOf(day, who, step, state);
  };

  return {
    c,
    play: (...acts) => acts.map(take),
    asTold: (...acts) => acts.map(([day, who, step, state]) => lineOf(day, who, step, state)),
    split: (day, who, what) => {
      const other = newCase();
      c.elsewhere({ splitInto: other.id });
      c.must(tellingOf([day, who, 'case split-case', 'known', what]).told);
      told = toldOfLast();
      relay(c, other);
      return actsOf(other, room);
    },
    merge: (day, who, into) => {
      const act: Act = [day, who, 'case merge-case', 'known', { into: into.c.state.id }];
      const by = { department: full(who), officer: 'head' };
      const refused = refusedInto(into.c.maybe, { actor: by }, register);
      if (refused) return lineOf(day, who, act[2], refused);
      const entries = c.entries.length;
      const line = take(act);
      if (c.entries.length > entries) relay(c, into.c);
      return line;
    },
    another: () => actsOf(newCase(), room),
    sideBySide: () =>
      Object.fromEntries(
        Object.values(c.state.proceedings).map((p) => [nameOf(p), p.moved ? 'moved' : p.state]),
      ),
    told: () => told,
    clock: (limit, subject) => {
      const clock = Object.values(c.state.clocks).findLast(
        (one) =>
          one.limit === limit &&
          (subject === undefined || c.state.proceedings[one.proceeding]?.subject === subject),
      );
      const due = clock?.times.latestDueAt;
      return (
        clock &&
        `${short(clock.obliged)} ${due ? plusMillis(due, -1).slice(0, 10) : '–'} ${clock.outcome ?? clock.status}`
      );
    },
  };
};

export const publishedCase = (
  regions: readonly [string, ...string[]],
  more: readonly RegisterChange[] = [],
): PublishedCase => {
  const [region] = regions;
  const register = regionsOf(regions, more);
  let cases = 0;
  const newCase = (): CaseDriver => {
    cases += 1;
    return caseDriver(register, `${region}-${'abcdef'.charAt(cases - 1).repeat(16)}`);
  };
  return actsOf(newCase(), { region, register, newCase });
};
