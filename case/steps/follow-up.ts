// What one proceeding orders in another that others may see less of: taken next, in an entry of its own, which the relay
// submits. It acts for whoever gave the order; what no longer applies is void.

import { BUS } from '../../schemas/ids.ts';
import {
  caseOf,
  emit,
  narrowed,
  procedureOf,
  proceedingOf,
  Rejection,
  rejectionOf,
  type UnderWay,
} from '../decision-under-way.ts';
import type { Doer, FollowUp } from '../state.ts';
import { openedBy } from './by-breach.ts';
import { holdsRole, offeredIn } from './offered.ts';
import { openingOn } from './opening.ts';
import { type Opening, openingAs } from './opens-beside.ts';
import { openWith, perform } from './perform.ts';
import { conditionRefusing } from './step-conditions.ts';

/** It happened when it was ordered, with what the order carried. */
const actingFor = (work: UnderWay, ordered: FollowUp): UnderWay => {
  const { at: occurredAt, precision, to, subjects, filled, fields, papers, reasonCode } = ordered;
  const body = {
    ...(to ? { to } : {}),
    ...(subjects ? { subjects } : {}),
    ...(filled ? { filled } : {}),
    ...(fields ? { fields } : {}),
    ...(papers ? { papers } : {}),
    ...(reasonCode ? { reasonCode } : {}),
  };
  return { ...work, events: [], command: { ...work.command, occurredAt, precision, body } };
};

/** What is opened for each of whom, or once; nothing where it is not called for, with more of the case looked at than when it was ordered. */
const openingNow = (work: UnderWay, ordered: FollowUp, who: Doer): Pick<Opening, 'subjects'> | undefined => {
  const { on, breach } = ordered;
  if (on === undefined) return openedBy(work, breach) ? undefined : {};
  const from = proceedingOf(work, ordered.from);
  const procedure = procedureOf(work.context.law, from);
  const opens = procedure.commands[on]?.opens?.find(
    (one) => one.procedure === ordered.procedure && one.command === ordered.command,
  );
  // Its fields are those of what it opens.
  return opens && openingAs(narrowed(work, { fields: {} }), procedure, from, on, opens, who);
};

const taken = (work: UnderWay, ordered: FollowUp): boolean => {
  const { officer } = ordered;
  const who: Doer = officer ? { department: ordered.by, officer } : { department: BUS };
  if (ordered.roles !== undefined) {
    const opening = openingNow(work, ordered, who);
    if (!opening) return false;
    const { subjects } = opening;
    const own = subjects ? narrowed(work, { subjects }) : work;
    openWith(own, openingOn(work, ordered.procedure), ordered.command, who, ordered.roles, {
      parent: ordered.from,
      ...(ordered.breach ? { breach: ordered.breach } : {}),
    });
    work.state = own.state;
    return true;
  }
  const { proceeding, breach } = ordered;
  const p = proceeding === undefined ? openedBy(work, breach) : caseOf(work).proceedings[proceeding];
  const procedure = p && procedureOf(work.context.law, p);
  const offered = procedure && offeredIn(procedure, p.state, ordered.command);
  if (!offered || !holdsRole(p, offered.command, who.department)) return false;
  if (conditionRefusing(work, procedure, p, offered, who)) return false;
  perform(work, procedure, p.proceeding, offered, who, p.state);
  return true;
};

/** Whether it was taken; what the rules refuse by now is not, and leaves nothing behind. */
const isTaken = (own: UnderWay, ordered: FollowUp): boolean => {
  try {
    return taken(own, ordered);
  } catch (error) {
    if (rejectionOf(error)) return false;
    throw error;
  }
};

/** `take-follow-up {followUp}`: takes an order that stands. Rejects one that was taken. */
export const takeFollowUp = (work: UnderWay): void => {
  const { followUp } = work.command.body;
  const ordered = caseOf(work).followUps.find((f) => f.followUp === followUp);
  if (!ordered) throw new Rejection('MOMENT_STALE');
  const own = actingFor(work, ordered);
  const applies = caseOf(work).voided === undefined && isTaken(own, ordered);
  if (applies) {
    work.events.push(...own.events);
    work.state = own.state;
  }
  emit(work, {
    kind: 'follow-up-end',
    type: applies ? 'follow-up-taken' : 'follow-up-void',
    followUp: ordered.followUp,
  });
};
