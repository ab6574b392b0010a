// The law as far as some procedures reach: they, every procedure they name, and the limits these watch. What reads a whole ledger need
// not read thirty procedures that nobody in it takes a step of.
import { law, lawItems } from '../../law/law.ts';
import { procedures } from '../../law/procedures/registry.ts';
import type { LawItem } from '../../schemas/law.ts';
import type { Procedure } from '../../schemas/procedure.ts';

/** Names of procedures anywhere in a literal: opened, moved, asked about by a condition. */
const namedIn = (literal: object): string[] =>
  [...JSON.stringify(literal).matchAll(/"procedure":"([a-z0-9-]+)"/g)].flatMap(([, name]) => name ?? []);

/** Names of procedures that the ladders of its limits open. */
const openedBy = ({ clocks }: Procedure): string[] =>
  Object.keys(clocks).flatMap((limit) =>
    law
      .versionsOf(limit)
      .flatMap(({ ladder }) => law.ladderOf(ladder))
      .flatMap(({ opens }) => opens?.procedure ?? []),
  );

/** Items of our law in their order, without procedures and limits that these do not reach. */
export const lawAround = (...names: readonly string[]): readonly LawItem[] => {
  const reached = new Set(names);
  for (const name of reached)
    for (const p of procedures.filter(({ procedure }) => procedure === name))
      for (const other of [...namedIn(p), ...openedBy(p)]) reached.add(other);
  const watched = new Set(
    procedures.filter((p) => reached.has(p.procedure)).flatMap((p) => Object.keys(p.clocks)),
  );
  return lawItems.filter(
    ({ kind, id }) => (kind !== 'procedure' || reached.has(id)) && (kind !== 'limit' || watched.has(id)),
  );
};
