// The course that every administrative penalty takes (CF 39 to 75), whichever organ imposes it: roles, commands, states and clocks
// that the procedures of insurance, market, health and drug regulation share. What is an organ's own (its law, its limits, what its
// law lets stop the ninety days, whether it may seal) stands in the procedure of that organ.
import type { Procedure } from '../../schemas/procedure.ts';
import { defineProcedure } from '../define-procedure.ts';
import { reviewedByAnother } from '../heavy-decision.ts';
import { AUTHORITY, COURT } from '../remedy.ts';
import { clocksFor } from './clocks.ts';
import { commandsFor } from './commands.ts';
import { CONDITIONS } from './conditions.ts';
import { FIELDS } from './fields.ts';
import { handledBy, reviewedByAnotherIn } from './handled-by.ts';
import { PAPERS } from './papers.ts';
import { ALL_DECISIONS, type PenaltyLaw } from './penalty-law.ts';
import { statesFor } from './states.ts';

/** The penalty procedure of one organ: the course of all, with its own law. */
export const penaltyProcedure = (law: PenaltyLaw): Procedure => {
  const { procedure, title, inForce, basis, organ, kinds, matters, own = {} } = law;
  return defineProcedure<string, string, string, string, string>({
    procedure,
    version: 1,
    inForce,
    title,
    basis,
    roles: {
      organ: { title: ['处罚机关', 'organ of the penalty'], bodies: [organ], cast: 'actor', side: 'sending' },
      court: { ...COURT, side: 'receiving', confirms: true },
      authority: AUTHORITY,
      ...own.roles,
    },
    fields: { ...FIELDS, ...kinds.fields, ...matters.fields, ...own.fields },
    papers: { ...PAPERS, 'effective-judgment': ['生效裁判文书', 'Effective judgment'], ...own.papers },
    conditions: {
      ...CONDITIONS,
      [reviewedByAnotherIn(law)]: reviewedByAnother(...handledBy(law)),
      ...kinds.conditions,
      ...matters.conditions,
      ...own.conditions,
    },
    commands: commandsFor(law),
    results: [...ALL_DECISIONS, 'note-annulment', 'note-change', 'decide-anew', ...(own.results ?? [])],
    opensOn: { 'verify-lead': 'verifying', 'file-penalty': 'investigating', ...own.opensOn },
    per: 'subject-or-case',
    states: statesFor({
      ...law,
      own: {
        ...own,
        on: {
          ...own.on,
          verifying: {
            ...(law.verify.isExtended ? { 'extend-lead-verification': null } : {}),
            ...(law.verify.leavesOut ? { 'begin-appraisal': null, 'end-appraisal': null } : {}),
            ...own.on?.['verifying'],
          },
        },
      },
    }),
    // A crime may be suspected at any time, after the penalty too.
    always: { 'find-crime': null, ...own.always },
    clocks: clocksFor(law),
    // CF 44, 62: no more than the party was told of.
    balance: {
      owes: ['decide-fine', ...(own.fines ?? []), 'note-change'],
      owedIn: 'fineFen',
      told: 'give-penalty-notice',
      adds: 'add-late-fee',
      pays: 'note-part-payment',
      clears: 'note-payment',
      voids: ['note-annulment', 'note-order-to-redo'],
    },
    report: {
      counts: [
        { id: `${procedure}-filings`, title: ['行政立案', 'Cases filed'], of: 'file-penalty' },
        {
          id: `${procedure}-inspections`,
          title: ['检查、询问、调取', 'Inspections and inquiries'],
          of: 'record-investigation',
        },
        { id: `${procedure}-fines`, title: ['罚款决定', 'Fines decided'], of: 'decide-fine' },
        {
          id: `${procedure}-others`,
          title: ['其他处罚决定', 'Other penalties decided'],
          of: 'decide-without-fine',
        },
        { id: `${procedure}-none`, title: ['不予处罚', 'No penalty'], of: 'decide-no-penalty' },
        ...(own.counts ?? []),
      ],
      durations: [
        {
          id: `${procedure}-decision`,
          title: ['行政立案至处理决定', 'Filing to decision'],
          from: 'file-penalty',
          to: [...ALL_DECISIONS],
        },
      ],
    },
  });
};
