// A step of the invented case as a command: said outright, so nothing is searched and nothing is filled in. Pure.
import type { AskedCommand } from '../../schemas/asked-command.ts';
import type { CaseId } from '../../schemas/ids.ts';
import type { InventedCase } from './invented-case.ts';

/** @param caseId absent for the step that opens the case */
export const inventedCommand = (
  invented: Pick<InventedCase, 'id'>,
  step: InventedCase['steps'][number],
  caseId: CaseId | undefined,
): AskedCommand => ({
  commandId: `${invented.id}.${step.step}`,
  ...(caseId === undefined ? { procedure: step.procedure } : { case: caseId, proceeding: step.proceeding }),
  command: step.command,
  occurredAt: step.at,
  precision: 'instant',
  body: step.body,
  ...(step.party === undefined ? {} : { party: step.party }),
});
