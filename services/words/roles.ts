// What a department is in a proceeding, and what an officer is in a department.
import type { Rank } from '../../schemas/ids.ts';

/** Short, as a column of a table takes them. */
export const ROLES: Readonly<Record<string, string>> = {
  sender: '发送',
  receiver: '接收',
  supervisor: '监督',
  designator: '共同上级',
  'former-receiver': '原接收',
  applicant: '申请',
  police: '公安',
};
export const roleTitle = (role: string): string => ROLES[role] ?? role;

const RANKS: Readonly<Record<Rank, string>> = {
  officer: '经办人',
  head: '负责人',
  liaison: '联络员',
  auditor: '审计',
};
export const rankTitle = (rank: string): string => (Object.hasOwn(RANKS, rank) ? RANKS[rank as Rank] : rank);
