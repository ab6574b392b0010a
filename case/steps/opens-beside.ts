// What a command opens beside as the case stands: which of the things that it may open, for whom, and what it brings along for them.
import type { Law } from '../../law/law.ts';
import { remember } from '../../law/remember.ts';
import type { SubjectId } from '../../schemas/ids.ts';
import { dateOf } from '../../schemas/instant.ts';
import type { Procedure, ProcedureCommand } from '../../schemas/procedure.ts';
import { caseOf, procedureOf, type UnderWay } from '../decision-under-way.ts';
import type { CaseState, Doer, Proceeding } from '../state.ts';
import { isClosed } from '../who-is-told.ts';
import { aboutOf, mustBeAboutSomebody, onlyParty } from './about-whom.ts';
import { lacksPapersOrTeam } from './demands.ts';
import type { Offered } from './offered.ts';
import { areMet, situationOf } from './step-conditions.ts';

type Opens = NonNullable<ProcedureCommand['opens']>[number];

type Openable = {
  readonly opens: Opens;
  readonly opening: ProcedureCommand | undefined;
  /** Nobody was named where somebody must be. */
  readonly isAnybody: boolean;
  readonly about: readonly SubjectId[];
};

/** Whom it would be about: those that a field of the command names, else those that the command does, else whom its proceeding is about. */
const whomOf = (work: UnderWay, p: Proceeding, { about }: Opens): readonly SubjectId[] =>
  about === undefined ? aboutOf(work, p) : ([work.command.body.fields?.[about] ?? []].flat() as SubjectId[]);

/**
 * What one of the things that a command may open comes to as the case stands, asked for each subject by itself: for those the command
 * names, else for its own; where nobody is named and somebody must be, for whoever of the case that may be.
 */
const openableAs = (
  work: UnderWay,
  procedure: Procedure,
  p: Proceeding,
  name: string,
  opens: Opens,
  who: Doer,
): Openable | undefined => {
  const { when = [] } = opens;
  const isOpened = (subject?: SubjectId): boolean =>
    areMet(work, procedure, when, situationOf(work, procedure, name, who, p, subject));
  const opened = work.context.law.procedureOn(opens.procedure, dateOf(work.command.occurredAt));
  const opening = opened?.commands[opens.command];
  const named = opened?.per.startsWith('subject') ? whomOf(work, p, opens) : [];
  if (opens.about !== undefined && named.length === 0) return undefined;
  const isAnybody = named.length === 0 && opening !== undefined && mustBeAboutSomebody(work, opening);
  const asked = isAnybody ? Object.keys(caseOf(work).subjects) : named;
  const about = asked.filter(isOpened);
  const isAny = about.length > 0 || (asked.length === 0 && isOpened());
  return isAny ? { opens, opening, isAnybody, about } : undefined;
};

/** The case without what is closed in it, as all who read an open entry may know it. */
const inTheOpen = remember((law: Law) =>
  remember((state: CaseState): CaseState => {
    const all = Object.entries(state.proceedings);
    const open = all.filter(([, p]) => !isClosed(procedureOf(law, p)));
    return open.length === all.length ? state : { ...state, proceedings: Object.fromEntries(open) };
  }),
);

/**
 * What a command may open. An order to a closed procedure stands in an entry that others read, so it follows from what they may know, and
 * tells no more than the law does; the rest is asked when it is taken.
 */
const openable = (
  work: UnderWay,
  procedure: Procedure,
  p: Proceeding,
  { name, command }: Pick<Offered, 'name' | 'command'>,
  who: Doer,
): readonly Openable[] =>
  (command.opens ?? []).flatMap((opens) => {
    const opened = work.context.law.procedureOn(opens.procedure, dateOf(work.command.occurredAt));
    const isForAll = !isClosed(procedure) && opened !== undefined && isClosed(opened);
    const seen = isForAll ? { ...work, state: inTheOpen(work.context.law)(caseOf(work)) } : work;
    return openableAs(seen, procedure, p, name, opens, who) ?? [];
  });

type Brought = Pick<ProcedureCommand, 'papers' | 'officers'>;

/** Of what is opened on the record, the commands whose papers and officers are asked for too. */
const asking = ({ context }: UnderWay, opened: readonly Openable[]): readonly Brought[] =>
  context.clock === 'real'
    ? opened.flatMap(({ opens, opening }) => (opens.asks && opening ? [opening] : []))
    : [];

/** Commands whose papers and officers a command brings along, for it opens others by them. */
export const broughtAlong = (
  work: UnderWay,
  procedure: Procedure,
  p: Proceeding,
  { name, command }: Offered,
  who: Doer,
): readonly Brought[] => {
  const opens = command.opens?.filter(({ asks }) => asks) ?? [];
  return asking(work, openable(work, procedure, p, { name, command: { ...command, opens } }, who));
};

export type Opening = { readonly opens: Opens; readonly subjects?: SubjectId[] };

const openingOf = (work: UnderWay, { opens, opening, isAnybody, about }: Openable): Opening => {
  const subjects = isAnybody && opening ? onlyParty(work, opening) : about;
  return { opens, ...(subjects.length > 0 ? { subjects: [...subjects] } : {}) };
};

/** What one of the things that a command may open is opened for, or nothing. */
export const openingAs = (...asked: Parameters<typeof openableAs>): Opening | undefined => {
  const found = openableAs(...asked);
  return found && openingOf(asked[0], found);
};

export const openedBy = (...asked: Parameters<typeof openable>): readonly Opening[] => {
  const [work] = asked;
  const found = openable(...asked);
  const opened = found.map((one) => openingOf(work, one));
  for (const demanded of asking(work, found)) {
    const lacking = lacksPapersOrTeam(work, demanded);
    if (lacking) throw lacking;
  }
  return opened;
};
