// A published case told act by act in memory, each with the state it should lead to. Acts of one day follow each other at ten minutes. A case may be split, and others joined
// to it: what follows there is the relay's, as on the bus.
import { refusedInto } from '../../case/joining/join-case.ts';
import type { Register } from '../../case/register/register.ts';
import type { Proceeding } from '../../case/state.ts';
import { recipientsOf } from '../../case/who-is-told.ts';
import { law } from '../../law/law.ts';
import type { OpenBody } from '../../schemas/command.ts';
import { Body, type DepartmentId, departmentId } from '../../schemas/ids.ts';
import { plusMillis } from '../../schemas/instant.ts';
import type { RegisterChange } from '../../schemas/register.ts';
import { type CaseDriver, caseDriver, registerWith } from './case-driver.ts';
import { type Act, fullName, lineOf, nameOf, shortName, toldOfAct } from './told-of-act.ts';
import { settle } from './two-cases.ts';

const TEN_MINUTES = 600_000;
const allBodiesOf = (region: string): DepartmentId[] =>
  Body.options.filter((body) => body !== 'publisher').map((body) => departmentId(region, body));

/** Every kind of department of these regions. */
const regionsOf = (regions: readonly string[], more: readonly RegisterChange[]): Register =>
  registerWith(regions.flatMap(allBodiesOf), more);

type Room = {
  readonly region: string;
  readonly register: Register;
  /** All cases that there are. */
  readonly cases: readonly CaseDriver[];
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
  const { region, register, newCase, cases } = room;
  let told: string[] = [];
  let last = { day: '', n: 0 };

  const tellingOf = (act: Act): ReturnType<typeof toldOfAct> => {
    const [day] = act;
    last = { day, n: last.day === day ? last.n + 1 : 0 };
    return toldOfAct(act, c.maybe, region, plusMillis(`${day}T09:00:00+08:00`, last.n * TEN_MINUTES));
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
      .map(({ department, sees }) => `${shortName(region, department)}${sees === 'all' ? '' : ` (${sees})`}`)
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
    settle(cases);
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
      settle(cases);
      return actsOf(other, room);
    },
    merge: (day, who, into) => {
      const act: Act = [day, who, 'case merge-case', 'known', { into: into.c.state.id }];
      const by = { department: fullName(region, who), officer: 'head' };
      const refused = refusedInto(into.c.maybe, { actor: by, command: 'merge-case' }, c.maybe, register);
      if (refused) return lineOf(day, who, act[2], refused);
      return take(act);
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
        `${shortName(region, clock.obliged)} ${due ? plusMillis(due, -1).slice(0, 10) : '–'} ${clock.outcome ?? clock.status}`
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
  const cases: CaseDriver[] = [];
  const newCase = (): CaseDriver => {
    const c = caseDriver(register, `${region}-${'abcdef'.charAt(cases.length).repeat(16)}`);
    cases.push(c);
    return c;
  };
  return actsOf(newCase(), { region, register, newCase, cases });
};
