// Which clocks of a procedure a command, or a state entered, has to do with: looked up, not searched, on every command.
import type { ClockRule } from '../../schemas/procedure.ts';
import { remember } from '../remember.ts';

export type Named = { limit: string; rule: ClockRule };

/** Clocks by what a command or state does to them. */
export type Touched = {
  starts: readonly Named[];
  stops: readonly (Named & { pointless: boolean })[];
  pauses: readonly string[];
  resumes: readonly string[];
  extends: readonly string[];
  escalates: readonly string[];
};

const listOf = (names: string | readonly string[] | undefined): readonly string[] =>
  names === undefined ? [] : typeof names === 'string' ? [names] : names;

const NOTHING: Touched = { starts: [], stops: [], pauses: [], resumes: [], extends: [], escalates: [] };

const indexed = remember((rules: Readonly<Record<string, ClockRule>>): ReadonlyMap<string, Touched> => {
  const all = Object.entries(rules).map(([limit, rule]) => ({ limit, rule }));
  const names = new Set(
    all.flatMap(({ rule }) =>
      [
        rule.startsOn,
        rule.stopsOn,
        rule.mootOn,
        rule.pausesOn,
        rule.resumesOn,
        rule.extendsOn,
        rule.escalatesOn,
      ].flatMap(listOf),
    ),
  );
  const touchedBy = (name: string): Touched => {
    const by = (what: Exclude<keyof ClockRule, 'obliges' | 'reaches' | 'window' | 'when' | 'onOverdue'>) =>
      all.filter(({ rule }) => listOf(rule[what]).includes(name));
    const ids = (what: 'pausesOn' | 'resumesOn' | 'extendsOn' | 'escalatesOn') =>
      by(what).map(({ limit }) => limit);
    return {
      starts: by('startsOn'),
      stops: all.flatMap(({ limit, rule }) => {
        const pointless = listOf(rule.mootOn).includes(name);
        return pointless || listOf(rule.stopsOn).includes(name) ? [{ limit, rule, pointless }] : [];
      }),
      pauses: ids('pausesOn'),
      resumes: ids('resumesOn'),
      extends: ids('extendsOn'),
      escalates: ids('escalatesOn'),
    };
  };
  return new Map([...names].map((name) => [name, touchedBy(name)]));
});

/** What a command or a state entered does to the clocks of a procedure. */
export const touchedBy = (rules: Readonly<Record<string, ClockRule>>, name: string): Touched =>
  indexed(rules).get(name) ?? NOTHING;
