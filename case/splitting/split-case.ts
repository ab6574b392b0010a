// A case is split (分案): chosen proceedings go on in a new case. Here they are told to leave; the relay has the new case take them
// over, each in an entry of its own, so that who reads the one learns nothing of the other.

import type { CaseId, DepartmentId, ProceedingId, SubjectId } from '../../schemas/ids.ts';
import { mayClose } from '../closing/closers.ts';
import {
  caseOf,
  emit,
  isOver,
  lastActOf,
  procedureOf,
  Rejection,
  refuseBefore,
  requireHead,
  type UnderWay,
} from '../decision-under-way.ts';
import { isRestricted } from '../restricting/is-restricted.ts';
import type { CaseState, Proceeding } from '../state.ts';
import { concernedBy } from '../steps/about-whom.ts';
import { allOffered, holdsRole } from '../steps/offered.ts';
import { openCase } from '../steps/open-case.ts';
import type { ActingOfficer } from '../steps/take-step.ts';
import { isClosedTo } from '../who-is-told.ts';
import { areBound } from './bound-together.ts';
import { handedOn, restrictedIn } from './carried.ts';

/** Whether it concerns these and nobody else. */
const isOf = (p: Proceeding, subjects: readonly SubjectId[]): boolean =>
  concernedBy(p)?.every((one) => subjects.includes(one)) ?? false;

/** Those that are named, and those of the subjects that are; of one that is not for it to see a department learns nothing. */
const chosenBy = (work: UnderWay, who: ActingOfficer): readonly Proceeding[] => {
  const { proceedings: named = [], subjects = [] } = work.command.body;
  const chosen = Object.values(caseOf(work).proceedings).filter(
    (p) =>
      (named.includes(p.proceeding) || isOf(p, subjects)) &&
      p.moved === undefined &&
      !isClosedTo(work.context.law, p, who.department),
  );
  const missing = named.filter((id) => !chosen.some(({ proceeding }) => proceeding === id));
  if (missing.length > 0) throw new Rejection('PROCEEDING_NOT_FOUND', missing);
  return chosen;
};

/** Whoever may close the case, and who must act in what goes on; of what has ended, who took part in it. */
const maySplit = (work: UnderWay, p: Proceeding, { department }: ActingOfficer): boolean => {
  const { law } = work.context;
  if (mayClose(work, department)) return true;
  return isOver(law, p)
    ? p.participants.includes(department)
    : allOffered(procedureOf(law, p), p.state).some(({ command }) => holdsRole(p, command, department));
};

/** What is under way between departments, or was ordered and not taken yet, is ended first. */
const isUnderWay = ({ handOffs, followUps }: CaseState, { proceeding }: Proceeding): boolean =>
  Object.values(handOffs).some((h) => h.proceeding === proceeding && h.outcome === undefined) ||
  followUps.some((order) => order.from === proceeding || order.proceeding === proceeding);

/** Bytes of what goes along with one proceeding: the entry by which it arrives holds it whole, and an entry has an end. */
const MOST_CARRIED = 384 * 1024;

/** Whether it could leave and not arrive. */
const isTooLarge = (state: CaseState, proceeding: ProceedingId, to: CaseId): boolean => {
  const from = { case: state.id, sequence: state.proceedings[proceeding]?.moved?.in ?? 0 };
  const handed = handedOn(state, { case: to, proceeding, body: { from } });
  return new TextEncoder().encode(JSON.stringify(handed ?? {})).length > MOST_CARRIED;
};

/** `split-case {proceedings, subjects}`: details of a refusal name what must go too, stay, or end first. */
export const splitCase = (work: UnderWay, who: ActingOfficer): void => {
  const { law, splitInto } = work.context;
  const { subjects = [] } = work.command.body;
  const state = caseOf(work);
  const chosen = chosenBy(work, who);
  const astray = chosen.filter((p) => !maySplit(work, p, who));
  if (astray.length > 0)
    throw new Rejection(
      'NOT_YOUR_ROLE',
      astray.map(({ proceeding }) => proceeding),
    );
  requireHead(work, who);
  const refuse = (why: string, all: readonly Proceeding[]): void => {
    if (all.length > 0)
      throw new Rejection('SPLIT_NOT_POSSIBLE', [why, ...all.map(({ proceeding }) => proceeding)]);
  };
  const staying = Object.values(state.proceedings).filter(
    (p) => !chosen.includes(p) && p.moved === undefined && !isClosedTo(law, p, who.department),
  );
  if (chosen.length === 0 || staying.length === 0) throw new Rejection('SPLIT_NOT_POSSIBLE', ['all']);
  // Who is told of the split learns of none but those that leave.
  const strangers = subjects.filter((id) => !chosen.some((p) => concernedBy(p)?.includes(id)));
  if (strangers.length > 0) throw new Rejection('FIELD_REFUSED', ['subjects', ...strangers]);
  refuse(
    'under-way',
    chosen.filter((p) => isUnderWay(state, p)),
  );
  refuse(
    'bound',
    staying.filter((p) => chosen.some((one) => areBound(law, state, one, p))),
  );
  refuseBefore(work, lastActOf(work));
  if (splitInto === undefined) throw new Error('nobody said which case this one is split into');
  for (const { proceeding } of chosen)
    emit(work, {
      kind: 'move',
      type: 'proceeding-moved',
      proceeding,
      case: splitInto,
      by: who.department,
      officer: who.officer,
    });
  refuse(
    'too-large',
    chosen.filter((p) => isTooLarge(caseOf(work), p.proceeding, splitInto)),
  );
};

/**
 * Who opened the case that was split opened what comes of it: nobody takes a case from it by splitting it. Where all that left is closed
 * to it, or the case is restricted from it, who split it does.
 */
const openerAfter = (
  { context: { law, other }, command }: UnderWay,
  splitter: DepartmentId,
): DepartmentId => {
  if (!other) return splitter;
  const left = Object.values(other.proceedings).filter(
    ({ moved }) => moved?.to === command.case && moved?.in === command.body.from?.sequence,
  );
  const isHidden = left.some(({ moved }) => moved && Object.hasOwn(moved.restricted, other.openedBy));
  return isHidden || left.every((p) => isClosedTo(law, p, other.openedBy)) ? splitter : other.openedBy;
};

/** `receive-proceeding {from}`: the new case takes over what the entry of the other one lets go, and opens with the first. */
export const receiveProceeding = (work: UnderWay): void => {
  const {
    command: { proceeding = '', body },
    context: { other },
  } = work;
  const handed = handedOn(other, work.command);
  if (!body.from || !handed) throw new Rejection('CASE_NOT_FOUND', ['from']);
  if (work.state && Object.hasOwn(work.state.proceedings, proceeding)) throw new Rejection('MOMENT_STALE');
  if (work.state === null) openCase(work, openerAfter(work, handed.by));
  emit(work, { kind: 'arrival', type: 'proceeding-arrived', proceeding, from: body.from, ...handed });
};

/**
 * `receive-restrictions {from}`: from whom the case it came from was restricted when it was split, the new one is too. In an entry of its
 * own, for who reads of the proceedings does not learn that.
 */
export const receiveRestrictions = (work: UnderWay): void => {
  const restricted = Object.entries(restrictedIn(work.context.other, work.command));
  const fresh = restricted.filter(([department]) => !isRestricted(work.state, department));
  if (fresh.length === 0) throw new Rejection('MOMENT_STALE');
  for (const [department, { department: by, officer }] of fresh)
    emit(work, { kind: 'restriction', type: 'case-restricted', department, by, officer });
};
