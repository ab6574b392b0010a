// What a procedure demands of a command, supplied by a simulated officer: papers, team, fields, rank. Pure.
import type { OpenBody, PartyBody } from '../../schemas/command.ts';
import type { DepartmentId, OfficerId, Rank } from '../../schemas/ids.ts';
import type { ProcedureCommand } from '../../schemas/procedure.ts';

/** Officers of every simulated department. */
export const SIMULATED_OFFICERS: readonly { officer: OfficerId; ranks: Rank[] }[] = [
  { officer: 'o-1', ranks: ['officer'] },
  { officer: 'o-2', ranks: ['officer'] },
  { officer: 'head', ranks: ['head'] },
  { officer: 'liaison', ranks: ['liaison'] },
];

/** Who of a simulated department takes a step of this rank. */
export const officerFor = (rank: Rank | undefined): OfficerId =>
  SIMULATED_OFFICERS.find(({ ranks }) => ranks.includes(rank ?? 'officer'))?.officer ?? 'o-1';

/** Ids of papers that nobody published begin with this. */
const FILLED_PAPER = 'filled-';

/**
 * Open fields a command demands. Papers get ids `filled-…`, for what a published fact left out is filled in as well.
 * @param about the published fact, `RC-001#3`
 */
export const demandedBody = (
  demanded: ProcedureCommand,
  about: string,
  to: readonly DepartmentId[],
): OpenBody => {
  const needs = new Set(demanded.needs);
  const papers = demanded.papers ?? [];
  return {
    ...(to.length > 0 ? { to: [...to] } : {}),
    ...(papers.length > 0
      ? {
          papers: papers.map((code) => ({
            code,
            id: `${FILLED_PAPER}${about.replace('#', '-').replace('/', '-')}-${code}`.slice(0, 80),
          })),
        }
      : {}),
    ...(demanded.officers === undefined
      ? {}
      : { team: SIMULATED_OFFICERS.slice(0, demanded.officers).map(({ officer }) => officer) }),
    ...(demanded.reason === undefined && !needs.has('reasonCode') ? {} : { reasonCode: 'filled-in' }),
    ...(needs.has('topic') ? { fields: { topic: 'fund-use' } } : {}),
  };
};

/** Party fields a command demands of a filled-in step. */
export const demandedParty = (demanded: ProcedureCommand): PartyBody =>
  demanded.reason === undefined ? {} : { reason: '演练补记，公开信息未载明理由' };
