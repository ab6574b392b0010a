// What the player remembers of the files it has opened: which case each is, and which proceedings a published fact led to.
import type { CaseId, DepartmentId, ProceedingId } from '../../schemas/ids.ts';
import type { PlannedCase, PlannedFact } from './planned-fact.ts';

/** One file: the case of a published case, or a linked one. */
export type CaseFile = {
  readonly filedUnder: string;
  caseId?: CaseId;
  /** Who acted on it last, and so is the one to bring in the next. */
  lastActor?: DepartmentId;
  /** `published` → proceedings its command opened or moved. */
  readonly proceedings: Map<string, readonly ProceedingId[]>;
  /** Who is told of a fact that opens the file and names nobody (rule 7). */
  readonly keeper: DepartmentId;
};

/**
 * The department a file begins with where its first fact is nobody's: the first that acts in it, else the first that is told,
 * else the insurance bureau of the case's region.
 */
const keeperOf = (facts: readonly PlannedFact[], home: PlannedCase | undefined): DepartmentId => {
  const acting = facts.map(({ actor }) => actor).find((actor) => actor !== 'publisher');
  const told = facts.flatMap(({ does }) => ('told' in does ? does.told : []))[0];
  return acting ?? told ?? `${home?.region ?? '000000'}/medical-insurance`;
};

/** A file for each `filedUnder` of the plan. */
export const caseFiles = (
  facts: readonly PlannedFact[],
  cases: readonly PlannedCase[],
): ReadonlyMap<string, CaseFile> => {
  const byFile = Map.groupBy(facts, ({ filedUnder }) => filedUnder);
  const files = new Map<string, CaseFile>();
  for (const [filedUnder, theirs] of byFile) {
    const home = cases.find(({ id }) => id === theirs[0]?.case);
    files.set(filedUnder, { filedUnder, proceedings: new Map(), keeper: keeperOf(theirs, home) });
  }
  return files;
};
