// Reading one case for one department: first that the reading room knows what the ledger knows, then what may be seen of it.
import { InfrastructureError } from '../../../schemas/errors.ts';
import { CaseId, type DepartmentId, regionOfCase } from '../../../schemas/ids.ts';
import type { CaseView } from '../../bus/reading-room/queries/case-view.ts';
import type { TimelineEntry, Value } from './case-answers.ts';
import { isSecretariatOf } from './may.ts';
import type { HttpPorts } from './ports.ts';
import { visibleCase } from './visible-case.ts';

/** Milliseconds a read waits for the reading room to catch up with the case asked for. */
const CATCH_UP_WITHIN = 5_000;

/** Resolves once the reading room has this ledger sequence. @throws InfrastructureError READING_ROOM_BEHIND */
const caughtUp = async (room: HttpPorts['room'], sequence: number): Promise<void> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new InfrastructureError('READING_ROOM_BEHIND')), CATCH_UP_WITHIN);
  });
  try {
    await Promise.race([room.idle(sequence), late]);
  } finally {
    clearTimeout(timer);
  }
};

/** Every answer is `null` for a case that does not exist, and for one the department was never told of. */
export const caseReads = (ports: HttpPorts) => {
  const { room, registrar, disclosuresAt } = ports;

  const told = async (caseId: string, department: DepartmentId): Promise<readonly TimelineEntry[] | null> => {
    if (!CaseId.safeParse(caseId).success) return null;
    const head = await registrar.caseHead(caseId);
    if (!head) return null;
    await caughtUp(room, head.ledgerSequence);
    return room.caseTimeline(caseId, department);
  };

  const cut = async (
    caseId: string,
    department: DepartmentId,
    entries: readonly TimelineEntry[],
  ): Promise<CaseView | null> => {
    const view = await room.caseView(caseId, department);
    const seesAll = isSecretariatOf(registrar.register(), department, regionOfCase(caseId));
    return view && visibleCase(view, entries, department, seesAll);
  };

  /** The values an entry shows its reader; none where the case's key was erased. */
  const valuesOf = async (entry: TimelineEntry): Promise<Value[]> =>
    entry.sees === 'all'
      ? (await disclosuresAt(entry.ledgerSequence)).map(({ path, value }) => ({
          path,
          value,
          entry: entry.sequence,
        }))
      : [];

  return {
    view: async (caseId: string, department: DepartmentId) => {
      const entries = await told(caseId, department);
      const view = entries && (await cut(caseId, department, entries));
      return view && { view, values: (await Promise.all(entries.map(valuesOf))).flat() };
    },
    timeline: async (caseId: string, department: DepartmentId) => {
      const entries = await told(caseId, department);
      return entries && Promise.all(entries.map(async (e) => ({ ...e, values: await valuesOf(e) })));
    },
    /** The case as folded, cut to what the department may see. */
    state: async (caseId: string, department: DepartmentId) => {
      const entries = await told(caseId, department);
      return entries && ((await cut(caseId, department, entries))?.state ?? null);
    },
  };
};
