// A step of the invented case as a command: said outright, so nothing is searched and nothing is filled in. Pure.
import type { AskedCommand } from '../../schemas/asked-command.ts';
import type { CaseId } from '../../schemas/ids.ts';
import type { InventedCase } from './invented-case.ts';

/** What the step acts in: a new case, a new proceeding of the case, a proceeding, or the case as a whole. */
const placeOf = (
  { procedure, proceeding, opens }: InventedCase['steps'][number],
  caseId: CaseId | undefined,
): Pick<AskedCommand, 'case' | 'procedure' | 'proceeding'> => {
  if (caseId === undefined) return { procedure };
  if (opens) return { case: caseId, procedure };
  return proceeding === undefined ? { case: caseId } : { case: caseId, proceeding };
};

/** @param caseId absent for the step that opens the case */
export const inventedCommand = (
  invented: Pick<InventedCase, 'id'>,
  step: InventedCase['steps'][number],
  caseId: CaseId | undefined,
): AskedCommand => ({
  commandId: `${invented.id}.${step.step}`,
  ...placeOf(step, caseId),
  command: step.command,
  occurredAt: step.at,
  precision: 'instant',
  body: step.body,
  ...(step.party === undefined ? {} : { party: step.party }),
});
