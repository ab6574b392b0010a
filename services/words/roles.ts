// What a department is in a proceeding, and what an officer is in a department.
import type { Law } from '../../law/law.ts';
import { type Bilingual, type Body, BUS, type Rank } from '../../schemas/ids.ts';
import type { Procedure } from '../../schemas/procedure.ts';

const BY_ITSELF: Bilingual = { zh: '总线（逾期在案时自动）', en: 'the bus, by a breach on record' };

/** Who may take a command, as its procedure calls them. */
export const takerTitle = ({ roles }: Pick<Procedure, 'roles'>, role: string): Bilingual =>
  role === BUS ? BY_ITSELF : (roles[role]?.title ?? { zh: role, en: role });

/** How a law calls the roles of its procedures. */
export const roleWords = (law: Law) => ({
  /** Of whichever procedure has it. */
  roleTitle: (role: string): string =>
    role === BUS
      ? BY_ITSELF.zh
      : (law.newest.find((p) => Object.hasOwn(p.roles, role))?.roles[role]?.title.zh ?? role),
});

const RANKS: Readonly<Record<Rank, string>> = {
  officer: '经办人',
  head: '负责人',
  liaison: '联络员',
  auditor: '审计',
};

/** Whom the law means by the head of an organ, where it has a name for it: GA127 178, JG2019 557(3). */
const HEADS: Readonly<Partial<Record<Body, Bilingual>>> = {
  'public-security': {
    zh: '县级以上公安机关负责人',
    en: 'the head of a police organ of county level or above',
  },
  procuratorate: { zh: '检察长', en: 'the chief procurator' },
};

/** What an officer of this rank is called, in a department of this kind where that is known. */
export const rankTitle = (rank: string, body?: Body): string =>
  (rank === 'head' && body !== undefined ? HEADS[body]?.zh : undefined) ??
  (Object.hasOwn(RANKS, rank) ? RANKS[rank as Rank] : rank);

/** The same of several kinds of department, of every kind where none is named: for whom it has a name of its own, that is said. */
export const rankOfAll = (rank: string, bodies: readonly Body[] = []): Bilingual => {
  if (rank !== 'head') return { zh: rankTitle(rank), en: `a ${rank}` };
  const all = Object.entries(HEADS).flatMap(([body, head]) =>
    bodies.length === 0 || bodies.includes(body as Body) ? [head] : [],
  );
  if (all.length === 0) return { zh: rankTitle(rank), en: 'the head' };
  return {
    zh: `${rankTitle(rank)}（${all.map(({ zh }) => zh).join('、')}）`,
    en: `the head (${all.map(({ en }) => en).join(', ')})`,
  };
};
