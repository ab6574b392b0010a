// What a department is in a proceeding, and what an officer is in a department.
import type { Law } from '../../law/law.ts';
import type { Rank } from '../../schemas/ids.ts';

/** How a law calls the roles of its procedures. */
export const roleWords = (law: Law) => ({
  /** Of whichever procedure has it. */
  roleTitle: (role: string): string =>
    law.newest.find((p) => Object.hasOwn(p.roles, role))?.roles[role]?.title.zh ?? role,
});

const RANKS: Readonly<Record<Rank, string>> = {
  officer: '经办人',
  head: '负责人',
  liaison: '联络员',
  auditor: '审计',
};
export const rankTitle = (rank: string): string => (Object.hasOwn(RANKS, rank) ? RANKS[rank as Rank] : rank);
