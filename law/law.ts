// All of the law in one value, so that it can be passed as an argument: procedures, time limits, ladders, papers.
import type { Bilingual } from '../schemas/ids.ts';
import type { CivilDate } from '../schemas/instant.ts';
import type { Procedure } from '../schemas/procedure.ts';
import type { TimeLimit } from '../schemas/time-limit.ts';
import { type LadderStep, ladders } from './ladders.ts';
import { PAPER_TITLES } from './paper-titles.ts';
import { procedures } from './procedures/registry.ts';
import { soundnessFaults } from './soundness.ts';
import { timeLimits } from './time-limits.ts';

/** What the law consists of, item by item. */
export type LawData = {
  readonly procedures: readonly Procedure[];
  readonly timeLimits: readonly TimeLimit[];
  readonly ladders: Readonly<Record<string, readonly LadderStep[]>>;
  /** Titles of documents that several procedures ask for, by code. */
  readonly papers: Readonly<Record<string, Bilingual>>;
};

export type Law = {
  /** Every version of every procedure. */
  readonly procedures: readonly Procedure[];
  readonly timeLimits: readonly TimeLimit[];
  /** A version of a procedure. */
  procedure(name: string, version: number): Procedure | undefined;
  /** The highest version in force on a date, or `undefined`. */
  procedureOn(name: string, date: CivilDate): Procedure | undefined;
  /** The newest version of each, oldest registered first. */
  readonly newest: readonly Procedure[];
  timeLimit(id: string, version: number): TimeLimit | undefined;
  /** The limit in force on a date (`from` ≤ date < `until`), or `undefined`. */
  timeLimitOn(id: string, date: CivilDate): TimeLimit | undefined;
  /** Every version of a limit; none where it never existed. */
  versionsOf(id: string): readonly TimeLimit[];
  /** Steps of a ladder; none for an unknown key. */
  ladderOf(key: string): readonly LadderStep[];
  /** Title of a document, of the procedure's own or of those shared; `undefined` where there is none. */
  paperTitle(code: string, procedure?: Procedure): Bilingual | undefined;
};

const inForce = (from: CivilDate, until: CivilDate | undefined, date: CivilDate): boolean =>
  from <= date && (until === undefined || date < until);

/**
 * The law made of its items.
 * @throws Error naming every fault, where a procedure could not be played
 */
export const lawOf = (data: LawData): Law => {
  const faults = soundnessFaults(data);
  if (faults.length > 0) throw new Error(`unsound law: ${faults.join('; ')}`);
  const byName = Map.groupBy(data.procedures, (p) => p.procedure);
  for (const versions of byName.values()) versions.sort((a, b) => b.version - a.version);
  const byId = Map.groupBy(data.timeLimits, (limit) => limit.id);
  const ownPapers = new Map(data.procedures.flatMap((p) => Object.entries(p.papers)));
  return {
    procedures: data.procedures,
    timeLimits: data.timeLimits,
    procedure: (name, version) => byName.get(name)?.find((p) => p.version === version),
    procedureOn: (name, date) =>
      byName.get(name)?.find((p) => inForce(p.inForce.from, p.inForce.until, date)),
    newest: [...byName.values()].flatMap(([first]) => (first ? [first] : [])),
    timeLimit: (id, version) => byId.get(id)?.find((limit) => limit.version === version),
    timeLimitOn: (id, date) => byId.get(id)?.find((limit) => inForce(limit.from, limit.until, date)),
    versionsOf: (id) => byId.get(id) ?? [],
    ladderOf: (key) => (Object.hasOwn(data.ladders, key) ? (data.ladders[key] ?? []) : []),
    paperTitle: (code, procedure) =>
      procedure?.papers[code] ?? (Object.hasOwn(data.papers, code) ? data.papers[code] : ownPapers.get(code)),
  };
};

/** The law as this build knows it. */
export const lawData: LawData = { procedures, timeLimits, ladders, papers: PAPER_TITLES };
export const law: Law = lawOf(lawData);
