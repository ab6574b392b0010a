// What the player remembers of the files it has opened: which case each is, and which proceedings a published fact led to.
import { UNDISCLOSED_REGION } from '../../law/regions.ts';
import {
  type CaseId,
  type DepartmentId,
  departmentId,
  type ProceedingId,
  type Region,
  type SubjectId,
} from '../../schemas/ids.ts';
import type { PlannedCase, PlannedFact } from './planned-fact.ts';

export type SubjectKind = 'institution' | 'person' | 'other';

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
  /** Where the case is at home. */
  readonly home: Region;
  /** What its subject is, as far as everybody of a case may know. */
  readonly subjectKind: SubjectKind;
  /**
   * Persons and institutions named so far, the case's own subject under the empty name. More than one number where it was named in what
   * is closed, and anew by who does not know that.
   */
  readonly subjects: Map<string, readonly SubjectId[]>;
};

const KINDS: Readonly<Record<string, SubjectKind>> = {
  hospital: 'institution',
  clinic: 'institution',
  pharmacy: 'institution',
  employer: 'institution',
  individual: 'person',
  insider: 'person',
};

/**
 * The department a file begins with where its first fact is nobody's: the first that acts in it, else the first that is told,
 * else the insurance bureau of the case's region.
 */
const keeperOf = (facts: readonly PlannedFact[], home: PlannedCase | undefined): DepartmentId => {
  const acting = facts.map(({ actor }) => actor).find((actor) => actor !== 'publisher');
  const told = facts.flatMap(({ does }) => ('told' in does ? does.told : 'to' in does ? does.to : []))[0];
  return acting ?? told ?? departmentId(home?.region ?? UNDISCLOSED_REGION, 'medical-insurance');
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
    files.set(filedUnder, {
      filedUnder,
      proceedings: new Map(),
      keeper: keeperOf(theirs, home),
      home: home?.region ?? UNDISCLOSED_REGION,
      subjectKind: KINDS[home?.subjectType ?? ''] ?? 'other',
      subjects: new Map(),
    });
  }
  return files;
};
