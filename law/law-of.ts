// What the law is to those who decide and speak by it: one value, made of its items and passed as an argument.
import type { AmountScale } from '../schemas/amount-scale.ts';
import type { Bilingual, Body, RegisterRegion } from '../schemas/ids.ts';
import type { CivilDate } from '../schemas/instant.ts';
import type { Act, Divisions, FormerBody, LadderStep, LaterBody } from '../schemas/law.ts';
import type { Procedure } from '../schemas/procedure.ts';
import type { LocalRegime, TimeLimit } from '../schemas/time-limit.ts';

/** What the law consists of, item by item: of procedures and limits every version, of all else the newest. */
export type LawData = {
  readonly acts: Readonly<Record<string, Act>>;
  readonly procedures: readonly Procedure[];
  readonly timeLimits: readonly TimeLimit[];
  readonly ladders: Readonly<Record<string, readonly LadderStep[]>>;
  /** Titles of documents that several procedures ask for, by code. */
  readonly papers: Readonly<Record<string, Bilingual>>;
  /** Where there are local days off, and which to expect. */
  readonly regimes: readonly LocalRegime[];
  /** Absent in a law that was published without them: then no division is unknown. */
  readonly divisions?: Divisions;
  /** Kinds of organ that are no more; absent in a law that was published without them. */
  readonly formerBodies?: Readonly<Partial<Record<Body, FormerBody>>>;
  /** Kinds of organ that there were not always; absent in a law that was published without them. */
  readonly laterBodies?: Readonly<Partial<Record<Body, LaterBody>>>;
  /** Absent in a law that was published without any. */
  readonly amountScales?: Readonly<Record<string, AmountScale>>;
};

export type Law = {
  /** Every version of every procedure. */
  readonly procedures: readonly Procedure[];
  readonly timeLimits: readonly TimeLimit[];
  /** A version of a procedure. */
  procedure(name: string, version: number): Procedure | undefined;
  /** The highest version in force on a date, or `undefined`. */
  procedureOn(name: string, date: CivilDate): Procedure | undefined;
  /** The newest version, in force or not. */
  newestProcedure(name: string): Procedure | undefined;
  /** The newest version of each, oldest registered first. */
  readonly newest: readonly Procedure[];
  timeLimit(id: string, version: number): TimeLimit | undefined;
  /** The highest version in force on a date (`from` ≤ date < `until`), or `undefined`. */
  timeLimitOn(id: string, date: CivilDate): TimeLimit | undefined;
  /** Every version of a limit, oldest first; none where it never existed. */
  versionsOf(id: string): readonly TimeLimit[];
  /** Steps of a ladder; none for an unknown key. */
  ladderOf(key: string): readonly LadderStep[];
  /** Title of a document, of the procedure's own or of those shared; `undefined` where there is none. */
  paperTitle(code: string, procedure?: Procedure): Bilingual | undefined;
  /** The act with this key; `basis[].act` of a limit or a procedure is one. */
  act(key: string): Act | undefined;
  readonly regimes: readonly LocalRegime[];
  /** Codes of the divisions there are; `undefined` where the law does not say. */
  readonly divisions: ReadonlySet<RegisterRegion> | undefined;
  /** When a kind of organ ended and who took over; `undefined` for one there is. */
  formerBody(body: Body): FormerBody | undefined;
  /** Since when there is a kind of organ, and who did before what it does; `undefined` for one that there always was. */
  laterBody(body: Body): LaterBody | undefined;
  /** The scale of amounts with this id. */
  amountScale(id: string): AmountScale | undefined;
};

type InForce = { readonly from: CivilDate; readonly until?: CivilDate | undefined };
const inForce = ({ from, until }: InForce, date: CivilDate): boolean =>
  from <= date && (until === undefined || date < until);

const own = <T>(record: Readonly<Record<string, T>>, key: string): T | undefined =>
  Object.hasOwn(record, key) ? record[key] : undefined;

/** The law made of its items, which fit each other: what is published was asked that first (law/soundness.ts). */
export const lawFrom = (data: LawData): Law => {
  const byName = Map.groupBy(data.procedures, (p) => p.procedure);
  for (const versions of byName.values()) versions.sort((a, b) => b.version - a.version);
  const byId = Map.groupBy(data.timeLimits, (limit) => limit.id);
  for (const versions of byId.values()) versions.sort((a, b) => a.version - b.version);
  const ownPapers = new Map(data.procedures.flatMap((p) => Object.entries(p.papers)));
  return {
    procedures: data.procedures,
    timeLimits: data.timeLimits,
    procedure: (name, version) => byName.get(name)?.find((p) => p.version === version),
    procedureOn: (name, date) => byName.get(name)?.find((p) => inForce(p.inForce, date)),
    newestProcedure: (name) => byName.get(name)?.[0],
    newest: [...byName.values()].flatMap(([first]) => (first ? [first] : [])),
    timeLimit: (id, version) => byId.get(id)?.find((limit) => limit.version === version),
    timeLimitOn: (id, date) => byId.get(id)?.findLast((limit) => inForce(limit, date)),
    versionsOf: (id) => byId.get(id) ?? [],
    ladderOf: (key) => own(data.ladders, key) ?? [],
    paperTitle: (code, procedure) => procedure?.papers[code] ?? own(data.papers, code) ?? ownPapers.get(code),
    act: (key) => own(data.acts, key),
    regimes: data.regimes,
    divisions: data.divisions && new Set(data.divisions.codes),
    formerBody: (body) => own<FormerBody | undefined>(data.formerBodies ?? {}, body),
    laterBody: (body) => own<LaterBody | undefined>(data.laterBodies ?? {}, body),
    amountScale: (id) => own(data.amountScales ?? {}, id),
  };
};
