// What a procedure demands of a command, supplied by a simulated officer: papers, team, fields, rank. Pure.
import type { OpenBody, PartyBody } from '../../schemas/command.ts';
import { asksAnother } from '../../schemas/condition.ts';
import type { FieldValue, FieldValues } from '../../schemas/field.ts';
import type { DepartmentId, OfficerId, Rank } from '../../schemas/ids.ts';
import { type CivilDate, dateOf } from '../../schemas/instant.ts';
import type { Procedure, ProcedureCommand } from '../../schemas/procedure.ts';
import type { PlannedFact } from './planned-fact.ts';

/** Officers of every simulated department. */
export const SIMULATED_OFFICERS: readonly { officer: OfficerId; ranks: Rank[] }[] = [
  { officer: 'o-1', ranks: ['officer'] },
  { officer: 'o-2', ranks: ['officer'] },
  { officer: 'o-3', ranks: ['officer'] },
  { officer: 'head', ranks: ['head'] },
  { officer: 'liaison', ranks: ['liaison'] },
];

/** Who of a simulated department takes a step of this rank; a colleague outside the team, where whoever took an earlier one may not. */
export const officerFor = (
  { rank = 'officer', when = [] }: Pick<ProcedureCommand, 'rank' | 'when'>,
  conditions: Procedure['conditions'],
): OfficerId => {
  const ranked = SIMULATED_OFFICERS.filter(({ ranks }) => ranks.includes(rank));
  const isAnother = when.some((id) => asksAnother(conditions[id]));
  return ranked.at(isAnother ? -1 : 0)?.officer ?? 'o-1';
};

/** Ids of papers that nobody published begin with this. */
const FILLED_PAPER = 'filled-';

/** Declared fields that a filled-in step needs: the first code it may have, and the day of the fact. */
const filledFields = (needs: readonly string[], declared: Procedure['fields'], day: CivilDate): FieldValues =>
  Object.fromEntries(
    needs.flatMap((name): [string, FieldValue][] => {
      const field = declared[name];
      const [code] = Object.keys(field?.options ?? {});
      if (field?.kind === 'date') return [[name, day]];
      return field?.kind === 'code' && code !== undefined ? [[name, field.list ? [code] : code]] : [];
    }),
  );

/**
 * Open fields a command demands. Papers get ids `filled-…`, for what a published fact left out is filled in as well.
 * @param fillable declared fields that may be filled in: none of a published fact
 */
export const demandedBody = (
  demanded: ProcedureCommand,
  { published: about, at }: Pick<PlannedFact, 'published' | 'at'>,
  to: readonly DepartmentId[],
  fillable: Procedure['fields'] = {},
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
    fields: {
      ...filledFields([...needs], fillable, dateOf(at)),
      ...(needs.has('topic') ? { topic: 'fund-use' } : {}),
    },
  };
};

/** Party fields a command demands of a filled-in step. */
export const demandedParty = (demanded: ProcedureCommand): PartyBody =>
  demanded.reason === undefined ? {} : { reason: '演练补记，公开信息未载明理由' };
