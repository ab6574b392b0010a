// What a department is in a proceeding, and what an officer is in a department.
import { law } from '../../law/law.ts';
import type { Rank } from '../../schemas/ids.ts';

/** What a role of a procedure is called; without one, of whichever procedure has it. */
export const roleTitle = (role: string, procedure?: string): string =>
  law.newest.find(
    (p) => (procedure === undefined || p.procedure === procedure) && Object.hasOwn(p.roles, role),
  )?.roles[role]?.title.zh ?? role;

const RANKS: Readonly<Record<Rank, string>> = {
  officer: '经办人',
  head: '负责人',
  liaison: '联络员',
  auditor: '审计',
};
export const rankTitle = (rank: string): string => (Object.hasOwn(RANKS, rank) ? RANKS[rank as Rank] : rank);
