// What was said last of a field, and by whom that counts.
import type { FieldValue } from '../schemas/field.ts';
import type { DepartmentId } from '../schemas/ids.ts';
import type { Situation } from './situation.ts';
import { type CaseState, statedKey } from './state.ts';

type Said = CaseState['stated'][string]['by'][string];

/** What a department states counts where it takes part, and moves nothing in a proceeding of others. */
const speaksHere = ({ proceeding: p, by }: Situation, department: DepartmentId): boolean =>
  department === by.department ||
  (p !== undefined &&
    (p.participants.includes(department) || Object.values(p.roles).flat().includes(department)));

/** What was said last: by the command itself, by the proceeding, or by whoever stated the amount of its subject or the case since. */
export const lastSaid = (s: Situation, name: string): FieldValue | undefined => {
  const { proceeding: p } = s;
  if (s.fields[name] !== undefined) return s.fields[name];
  const stated = [p?.subject ?? s.subject, undefined]
    .map((subject) =>
      Object.entries(s.state?.stated[statedKey('amount-stated', subject)]?.by ?? {})
        .filter(([by, { fields }]) => fields?.[name] !== undefined && speaksHere(s, by))
        .map(([, said]) => said)
        .reduce<Said | undefined>(
          (one, other) => (one && one.sequence > other.sequence ? one : other),
          undefined,
        ),
    )
    .find((said) => said !== undefined);
  const step = p?.steps.findLast(({ fields }) => fields?.[name] !== undefined);
  return stated && stated.sequence > (step?.sequence ?? 0) ? stated.fields?.[name] : p?.fields[name];
};
