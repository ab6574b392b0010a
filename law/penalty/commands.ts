// The steps of a penalty, from the lead to its end, and what an organ's own law adds to them.
import { extendLegalReview, heavyDecisionCommands } from '../heavy-decision.ts';
import { DECISION_COMMANDS } from './commands/decision.ts';
import { EXECUTION_COMMANDS } from './commands/execution.ts';
import { INVESTIGATION_COMMANDS, SUSPENSION_COMMANDS } from './commands/investigation.ts';
import { PUBLICATION_AND_REMEDY_COMMANDS } from './commands/publication-and-remedy.ts';
import { reviewedByAnotherIn } from './handled-by.ts';
import type { ALL_DECISIONS, Literal, PenaltyLaw } from './penalty-law.ts';

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

/** The decision names its matter, and the law by which it is liable (CF 59). */
const decidedBy = (law: PenaltyLaw, name: 'decide-fine' | 'decide-without-fine') => {
  const { matters } = law;
  const command: Literal['commands'][string] = COMMANDS[name];
  return saidBy(law, {
    ...command,
    takes: [...(command.takes ?? []), ...matters.decided, ...(law.own?.decides ?? [])],
    onRecord: [...(command.onRecord ?? []), ...matters.told],
    when: [
      ...[command.when ?? []].flat(),
      ...matters.whenDecided,
      ...(name === 'decide-fine' ? matters.whenFined : []),
    ],
  });
};

/** What an organ's own law asks for comes first: whether the case may still be decided at all. */
const ofOwn = (
  { own }: PenaltyLaw,
  name: (typeof ALL_DECISIONS)[number],
  command: Literal['commands'][string],
): Literal['commands'][string] => ({
  ...command,
  when: [...(own?.decidesWhen?.[name] ?? []), ...[command.when ?? []].flat()],
});

const toldBy = (law: PenaltyLaw) => {
  const command = COMMANDS['give-penalty-notice'];
  return saidBy(law, {
    ...command,
    takes: [...command.takes, ...law.matters.told],
    when: [command.when, ...law.matters.whenTold],
  });
};

export const commandsFor = (law: PenaltyLaw): Literal['commands'] => {
  const { verify, decision, isSuspended, legalReview, own = {} } = law;
  return {
    ...COMMANDS,
    ...heavyDecisionCommands('organ', reviewedByAnotherIn(law)),
    'file-penalty': {
      ...COMMANDS['file-penalty'],
      takes: [...COMMANDS['file-penalty'].takes, ...law.matters.told],
    },
    'give-penalty-notice': toldBy(law),
    'decide-fine': ofOwn(law, 'decide-fine', decidedBy(law, 'decide-fine')),
    'decide-without-fine': ofOwn(law, 'decide-without-fine', decidedBy(law, 'decide-without-fine')),
    'decide-no-penalty': ofOwn(law, 'decide-no-penalty', COMMANDS['decide-no-penalty']),
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
    ...(legalReview ? extendLegalReview('organ') : {}),
    ...(isSuspended ? SUSPENSION_COMMANDS : {}),
    ...own.commands,
  };
};
