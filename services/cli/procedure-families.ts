// Procedures in the order people read them: family by family, as this version of the program groups them.
import type { Bilingual } from '../../schemas/ids.ts';
import type { Procedure } from '../../schemas/procedure.ts';

export type Family = { readonly title: Bilingual; readonly procedures: readonly Procedure[] };

/** Where a platform has what this version does not know. */
const OTHERS: Bilingual = { zh: '其他', en: 'Others' };

/** These procedures under the families they belong to; a family with none of them is left out. */
export const inFamilies = (
  procedures: readonly Procedure[],
  families: readonly Family[],
): readonly Family[] => {
  const titles = new Map(
    families.flatMap((family) => family.procedures.map((p) => [p.procedure, family.title] as const)),
  );
  return [...families.map(({ title }) => title), OTHERS]
    .map((title) => ({
      title,
      procedures: procedures.filter((p) => (titles.get(p.procedure) ?? OTHERS) === title),
    }))
    .filter((family) => family.procedures.length > 0);
};
