// A proceeding opened: under which version, for whom one each, and who holds its roles. What its first step does is performed after.
import { BUS, type DepartmentId, type ProceedingId, type SubjectId } from '../../schemas/ids.ts';
import { dateOf } from '../../schemas/instant.ts';
import type { Procedure, ProcedureCommand, Role } from '../../schemas/procedure.ts';
import { caseOf, emit, procedureOf, proceedingOf, Rejection, type UnderWay } from '../decision-under-way.ts';
import { type CaseState, type Doer, lastNumber, type Proceeding } from '../state.ts';
import { isClosed } from '../who-is-told.ts';
import { concernedBy, namedSubjects, onlyParty } from './about-whom.ts';
import { activeReceivers, castRoles } from './casting.ts';
import type { Offered } from './offered.ts';
import { unsaidOnRecord } from './require-content.ts';
import { refusedBy, situationOf } from './step-conditions.ts';

/** Proceedings of one case: what a new calendar does to all their clocks must fit into one entry. */
const MOST_PROCEEDINGS = 200;

/** The version that an opening takes: the highest in force when it happened. */
export const openingOn = (work: UnderWay, name: string): Procedure => {
  const { law } = work.context;
  const found = law.procedureOn(name, dateOf(work.command.occurredAt));
  if (!found) throw new Rejection('UNKNOWN_PROCEDURE', [name]);
  return found;
};

type Whom = { readonly receiver?: DepartmentId; readonly subject?: SubjectId };

/** For whom one is opened each: receivers, subjects, or once. */
const forWhom = (
  work: UnderWay,
  procedure: Procedure,
  command: ProcedureCommand,
  who: Doer,
): readonly Whom[] => {
  if (procedure.per === 'receiver') {
    const receivers = activeReceivers(work);
    if (receivers.length === 0) throw new Rejection('RECEIVER_REQUIRED', ['to']);
    if (receivers.includes(who.department)) throw new Rejection('RECEIVER_NOT_FITTING', [who.department]);
    return receivers.map((receiver) => ({ receiver }));
  }
  if (procedure.per === 'case') return [{}];
  const named = namedSubjects(work);
  const subjects = named.length > 0 ? named : onlyParty(work, command);
  if (procedure.per === 'subject-or-case' && subjects.length === 0) return [{}];
  if (subjects.length === 0) throw new Rejection('FIELD_REQUIRED', ['subjects']);
  return [...new Set(subjects)].map((subject) => ({ subject }));
};

/** One after the last, or as many later: those that came from another case keep the ids they had there. */
export const nextProceeding = (state: CaseState, later = 0): ProceedingId =>
  `p${lastNumber(state) + 1 + later}`;

/** Where it came from: the proceeding it grew out of, the clock whose breach opened it. */
export type Born = Pick<Proceeding, 'parent' | 'breach'>;

/** Who opens it; for the bus, who is to act on it. */
const openerOf = ({ department }: Doer, given: Readonly<Record<Role, DepartmentId>>): DepartmentId => {
  const opener = department === BUS ? Object.values(given)[0] : department;
  if (opener === undefined) throw new Rejection('NOT_YOUR_ROLE', [BUS]);
  return opener;
};

/** A command that opens, and the state that it opens in. */
type Opener = Offered & { readonly target: { readonly to: string } };

/**
 * The command of a procedure that opens it, and for whom it is opened each.
 * @throws Rejection where the procedure is not opened by it, or something is not said, or the case would hold too many
 */
export const toOpen = (
  work: UnderWay,
  procedure: Procedure,
  name: string,
  who: Doer,
): { readonly offered: Opener; readonly each: readonly Whom[] } => {
  const command = procedure.commands[name];
  const opensIn = procedure.opensOn[name];
  if (!command || opensIn === undefined) throw new Rejection('UNKNOWN_COMMAND', [name]);
  const unsaid = unsaidOnRecord(work, command);
  if (unsaid) throw unsaid;
  const each = forWhom(work, procedure, command, who);
  if (Object.keys(caseOf(work).proceedings).length + each.length > MOST_PROCEEDINGS)
    throw new Rejection('TOO_LARGE', [`proceedings > ${MOST_PROCEEDINGS}`]);
  return { offered: { name, command, target: { to: opensIn } }, each };
};

/**
 * Whom one that is not opened for each concerns: those the command names, else whom it grew out of concerns, where one is opened for the
 * whole of it; what grew out of something others see less of says of nobody.
 */
const concerning = (work: UnderWay, { per }: Procedure, { parent }: Born): readonly SubjectId[] => {
  const named = namedSubjects(work);
  if (named.length > 0) return named;
  const from = parent && !per.startsWith('subject') ? proceedingOf(work, parent) : undefined;
  return (from && !isClosed(procedureOf(work.context.law, from)) && concernedBy(from)) || [];
};

/** Opens one for one of them, in the state that the command leads to. */
export const openFor = (
  work: UnderWay,
  procedure: Procedure,
  { name, command, target }: Opener,
  who: Doer,
  given: Readonly<Record<Role, DepartmentId>>,
  born: Born,
  { receiver, subject }: Whom,
): ProceedingId => {
  const concerns = subject === undefined ? concerning(work, procedure, born) : [];
  let cast: Record<Role, DepartmentId[]> | undefined;
  const opening = {
    ...born,
    // Cast once, where a condition first asks for it: what else is refused is refused first.
    get roles() {
      cast ??= castRoles(work, procedure, openerOf(who, given), command.by, given, receiver);
      return cast;
    },
  };
  const situation = {
    ...situationOf(work, procedure, name, who, undefined, subject),
    named: concerns,
    opening,
  };
  const refused = refusedBy(work, procedure, command.when ?? [], situation);
  if (refused) throw refused;
  const { roles } = opening;
  const proceeding = nextProceeding(caseOf(work));
  emit(work, {
    kind: 'proceeding',
    type: 'proceeding-opened',
    proceeding,
    procedure: procedure.procedure,
    version: procedure.version,
    state: target.to,
    roles,
    ...born,
    ...(subject ? { subject } : {}),
    ...(concerns.length > 0 ? { concerns: [...new Set(concerns)] } : {}),
  });
  return proceeding;
};
