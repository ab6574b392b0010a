// The steps of a penalty, from the lead to its end, and what an organ's own law adds to them.
import { DECISION_COMMANDS } from './commands/decision.ts';
import { EXECUTION_COMMANDS } from './commands/execution.ts';
import { INVESTIGATION_COMMANDS, SUSPENSION_COMMANDS } from './commands/investigation.ts';
import { PUBLICATION_AND_REMEDY_COMMANDS } from './commands/publication-and-remedy.ts';
import type { Literal, PenaltyLaw } from './penalty-law.ts';

const COMMANDS = {
  ...INVESTIGATION_COMMANDS,
  ...DECISION_COMMANDS,
  ...EXECUTION_COMMANDS,
  ...PUBLICATION_AND_REMEDY_COMMANDS,
} as const;

const extension = (event: string, zh: string, en: string) =>
  ({
    event,
    title: [zh, en],
    by: 'organ',
    rank: 'head',
    reason: 'required',
    needs: ['extension', 'approver'],
  }) as const;

/** What says kinds of penalty says none but the organ's own. */
const saidBy = (
  { kinds }: PenaltyLaw,
  command: Literal['commands'][string],
): Literal['commands'][string] => ({
  ...command,
  takes: [...(command.takes ?? []), ...kinds.takes],
  when: [...kinds.when, ...[command.when ?? []].flat()],
});

const decidedBy = (law: PenaltyLaw, name: 'decide-fine' | 'decide-without-fine') => {
  const command = COMMANDS[name];
  return saidBy(law, {
    ...command,
    takes: [...command.takes, ...(law.own?.decides?.takes ?? [])],
    when: [
      ...command.when,
      ...(law.own?.decides?.when ?? []),
      ...((name === 'decide-fine' && law.own?.decides?.finesWhen) || []),
    ],
  });
};

export const commandsFor = (law: PenaltyLaw): Literal['commands'] => {
  const { verify, decision, isSuspended, legalReview, own = {} } = law;
  return {
    ...COMMANDS,
    'give-penalty-notice': saidBy(law, COMMANDS['give-penalty-notice']),
    'decide-fine': decidedBy(law, 'decide-fine'),
    'decide-without-fine': decidedBy(law, 'decide-without-fine'),
    ...(verify.isExtended
      ? {
          'extend-lead-verification': extension(
            'lead-verification-extended',
            '批准延长核查期限',
            'Prolong the verification',
          ),
        }
      : {}),
    ...(decision.isExtended
      ? {
          'extend-decision': extension('decision-extended', '批准延长办案期限', 'Prolong the time to decide'),
        }
      : {}),
    // Approved in the legal unit, or by the head: the limit says by whom.
    ...(legalReview
      ? {
          'extend-legal-review': {
            event: 'legal-review-extended',
            title: ['批准延长法制审核', 'Prolong the legal review'],
            by: 'organ',
            reason: 'required',
            needs: ['extension', 'approver'],
          } as const,
        }
      : {}),
    ...(isSuspended ? SUSPENSION_COMMANDS : {}),
    ...own.commands,
  };
};
