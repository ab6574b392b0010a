// Cases that a department may know of no more: what it was told of them and has not fetched yet is withheld from it. An inbox cannot be
// cleared of one case alone, so it is emptied and what is owed of the others is delivered again.
import type { NatsConnection } from 'nats';
import type { CaseEvent } from '../../../schemas/event.ts';
import type { CaseId, DepartmentId } from '../../../schemas/ids.ts';
import { entryOf, parseRecord } from '../../proof/record.ts';
import { readLedger, type StoredMessage } from '../ledger/read.ts';

const CASES = 'ledger.case.>';
/** As it stands in the JSON of an entry: nearly none restricts anything, and is not parsed to find that out. */
const RESTRICTING = '"kind":"restriction"';

export type Restricting = Extract<CaseEvent, { kind: 'restriction' }> & { readonly case: CaseId };

/** Whom an entry closes its case to, or opens it again. */
export const restrictingIn = ({ data }: StoredMessage): readonly Restricting[] => {
  const bytes = Buffer.from(data.buffer, data.byteOffset, data.byteLength);
  if (!bytes.includes(RESTRICTING)) return [];
  const { id, events } = entryOf(parseRecord(data));
  return events.flatMap((event) => (event.kind === 'restriction' ? [{ ...event, case: id }] : []));
};

type Known = { readonly from: number; readonly to: number; readonly cases: ReadonlySet<CaseId> };

/**
 * Of the entries between two places of the ledger, the cases that are restricted from a department by the last of them. What is before
 * the first the entries themselves say.
 */
export const restrictedBetween = (nc: NatsConnection) => {
  const known = new Map<DepartmentId, Known>();
  return async (department: DepartmentId, from: number, to: number): Promise<ReadonlySet<CaseId>> => {
    const before = known.get(department);
    const start = before && before.from <= from ? before : { from, to: from - 1, cases: new Set<CaseId>() };
    if (start.to >= to) return start.cases;
    const cases = new Set(start.cases);
    for await (const message of readLedger(nc, { from: start.to + 1, to, subject: CASES }))
      for (const { department: whom, type, case: id } of restrictingIn(message))
        if (whom === department) type === 'case-restricted' ? cases.add(id) : cases.delete(id);
    known.set(department, { from: start.from, to, cases });
    return cases;
  };
};
