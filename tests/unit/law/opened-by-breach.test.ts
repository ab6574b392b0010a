// What a breach opens is sound: the bus brings nothing that an officer must answer for, and no agreed limit opens anything.
import { expect, it } from 'vitest';
import { lawData } from '../../../law/law.ts';
import { checkByBreach, checkOpening } from '../../../law/soundness/by-breach.ts';
import type { Procedure, ProcedureCommand } from '../../../schemas/procedure.ts';
import type { TimeLimit } from '../../../schemas/time-limit.ts';

const referral = lawData.procedures.find(({ byBreach }) => byBreach !== undefined) as Procedure;
const { opens = '', lifted = '' } = referral.byBreach ?? {};
const opening = (p: Procedure): ProcedureCommand => p.commands[opens] as ProcedureCommand;

const faultsOf = (edit: (p: Procedure) => void): string[] => {
  const faults: string[] = [];
  const p = structuredClone(referral);
  edit(p);
  checkByBreach(p, lawData, (what) => faults.push(what));
  return faults;
};
const openingFaults = (edit: Partial<TimeLimit>, procedures = lawData.procedures): string[] => {
  const faults: string[] = [];
  const limit = lawData.timeLimits.find(({ ladder }) =>
    lawData.ladders[ladder]?.some((step) => step.opens !== undefined),
  ) as TimeLimit;
  checkOpening({ ...limit, ...edit }, { ...lawData, procedures }, (what) => faults.push(what));
  return faults;
};

it('nothing is wrong with what we have', () => {
  expect([faultsOf(() => {}), openingFaults({})]).toEqual([[], []]);
});

it.each<[string, (p: Procedure) => void]>([
  [`command ${opens} is of the bus and has papers`, (p) => Object.assign(opening(p), { papers: ['letter'] })],
  [`command ${opens} is of the bus and has rank`, (p) => Object.assign(opening(p), { rank: 'head' })],
  [`command ${opens} is of the bus and of others`, (p) => opening(p).by.push('referrer')],
  [
    'command send-discipline-referral is of the bus, and neither a breach takes it nor does it fall with another',
    (p) => Object.assign(p.commands['send-discipline-referral'] as object, { by: ['bus'] }),
  ],
  [
    `a breach takes ${lifted}, which is no command of the bus`,
    (p) => Object.assign(p.commands[lifted] as object, { by: ['referrer'] }),
  ],
  [`a breach opens it by ${opens}, which it does not open on`, (p) => delete p.opensOn[opens]],
  [
    'a breach opens it, though it is one for each subject',
    (p) => {
      p.per = 'subject';
    },
  ],
  [
    'a breach opens it, and not one role is cast as whoever opens it',
    (p) => delete p.roles['referrer']?.cast,
  ],
  [
    `a breach says disciplineSource, which ${opens} does not take`,
    (p) => Object.assign(opening(p), { takes: ['disciplineNature'] }),
  ],
  ['role bus is the name of the bus', (p) => Object.assign(p.roles, { bus: p.roles['referrer'] })],
])('%s', (says, edit) => {
  expect(faultsOf(edit)).toContain(says);
});

it('an agreed limit opens nothing, nor does a ladder open what is not there or no breach opens', () => {
  expect(openingFaults({ kind: 'agreed' })).toEqual([
    `is agreed, and its ladder opens ${referral.procedure}`,
  ]);
  const others = lawData.procedures.filter(({ procedure }) => procedure !== referral.procedure);
  expect(openingFaults({}, others)).toEqual([`its ladder opens unknown procedure ${referral.procedure}`]);
  const { byBreach: _, ...plain } = referral;
  expect(openingFaults({}, [...others, plain])).toEqual([
    `its ladder opens ${referral.procedure}, which no breach opens`,
  ]);
});

it('exactly the limits of O310 5(2), 8 and 9(2) open one, whose breach O310 16 or 17 names, and those to file, which CF 76(2) names', () => {
  const limits = lawData.timeLimits.filter(({ ladder }) =>
    lawData.ladders[ladder]?.some((step) => step.opens !== undefined),
  );
  expect([...new Set(limits.map(({ id }) => id))].sort()).toEqual([
    'clue-verify',
    'fwd-filing-review',
    'fwd-filing-review-2006',
    'fwd-filing-review-econ',
    'fwd-filing-review-general',
    'fwd-handover',
    'fwd-head-decision',
    'fwd-reconsider-decision',
    'smr-verify',
  ]);
});
