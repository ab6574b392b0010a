// Which clocks of a procedure a command, or a state entered, has to do with: looked up, not searched, on every command.

import { remember } from '../../law/remember.ts';
import type { ClockRule } from '../../schemas/procedure.ts';

export type Named = { limit: string; rule: ClockRule };
/** A clock with the name of one of its pauses. */
export type NamedPause = { limit: string; pause: string };

/** Clocks by what a command or state does to them. */
export type Touched = {
  starts: readonly Named[];
  stops: readonly (Named & { pointless: boolean; first?: true })[];
  pauses: readonly NamedPause[];
  resumes: readonly NamedPause[];
  extends: readonly string[];
  escalates: readonly string[];
  reopens: readonly Named[];
};

const NOTHING: Touched = {
  starts: [],
  stops: [],
  pauses: [],
  resumes: [],
  extends: [],
  escalates: [],
  reopens: [],
};

const pausesOf = (rule: ClockRule) => Object.entries(rule.pauses ?? {});

const indexed = remember((rules: Readonly<Record<string, ClockRule>>): ReadonlyMap<string, Touched> => {
  const all = Object.entries(rules).map(([limit, rule]) => ({ limit, rule }));
  const names = new Set(
    all.flatMap(({ rule }) => [
      ...rule.startsOn,
      ...rule.stopsOn,
      ...(rule.mootOn ?? []),
      ...(rule.mootsFirst ?? []),
      ...(rule.extendsOn ?? []),
      ...(rule.escalatesOn ?? []),
      ...(rule.reopensOn ?? []),
      ...pausesOf(rule).flatMap(([, { from, to }]) => [from, ...to]),
    ]),
  );
  const touchedBy = (name: string): Touched => {
    const ids = (what: 'extendsOn' | 'escalatesOn') =>
      all.filter(({ rule }) => rule[what]?.includes(name)).map(({ limit }) => limit);
    const pauses = (isEnd: (ends: { from: string; to: readonly string[] }) => boolean) =>
      all.flatMap(({ limit, rule }) =>
        pausesOf(rule).flatMap(([pause, ends]) => (isEnd(ends) ? [{ limit, pause }] : [])),
      );
    return {
      starts: all.filter(({ rule }) => rule.startsOn.includes(name)),
      stops: all.flatMap(({ limit, rule }) => {
        if (rule.mootsFirst?.includes(name)) return [{ limit, rule, pointless: true, first: true as const }];
        const pointless = rule.mootOn?.includes(name) ?? false;
        return pointless || rule.stopsOn.includes(name) ? [{ limit, rule, pointless }] : [];
      }),
      pauses: pauses(({ from }) => from === name),
      resumes: pauses(({ to }) => to.includes(name)),
      extends: ids('extendsOn'),
      escalates: ids('escalatesOn'),
      reopens: all.filter(({ rule }) => rule.reopensOn?.includes(name)),
    };
  };
  return new Map([...names].map((name) => [name, touchedBy(name)]));
});

/** What a command or a state entered does to the clocks of a procedure. */
export const touchedBy = (rules: Readonly<Record<string, ClockRule>>, name: string): Touched =>
  indexed(rules).get(name) ?? NOTHING;
