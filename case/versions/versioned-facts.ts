// What a case says of a subject, of an amount and of a charge is never edited: a change is a new version, with its reason, by a
// department that takes part. The last one counts; those before it stay in the record.
import { SubjectAttributes } from '../../schemas/command.ts';
import type { FieldValues } from '../../schemas/field.ts';
import type { SubjectId } from '../../schemas/ids.ts';
import { caseOf, emit, Rejection, refuseBefore, requireHead, type UnderWay } from '../decision-under-way.ts';
import { bandFields } from '../register/band-rules.ts';
import { PUBLIC, statedKey } from '../state.ts';
import { nameSubjects, OPENLY, requireMembers } from '../steps/name-subjects.ts';
import type { ActingOfficer } from '../steps/take-step.ts';
import { takesPartOpenly } from '../who-is-told.ts';
import { askAgain } from './ask-again.ts';

type Version = 'subject-revised' | 'amount-stated' | 'charge-stated';
type Content = Pick<Extract<Parameters<typeof emit>[1], { kind: 'version' }>, 'attributes' | 'fields'>;

/** Whose it is: the one subject that the command names, or the case's. */
const subjectOf = ({ command: { body } }: UnderWay): SubjectId | undefined => {
  const [subject, ...others] = new Set(body.subjects);
  if (others.length > 0) throw new Rejection('FIELD_REFUSED', ['subjects']);
  return subject;
};

const begin = (work: UnderWay, who: ActingOfficer): SubjectId | undefined => {
  if (!takesPartOpenly(caseOf(work), work.context.law, who.department))
    throw new Rejection('NOT_YOUR_ROLE', ['participants']);
  if (!work.command.commitments['/reason']) throw new Rejection('REASON_REQUIRED', ['reason']);
  const subject = subjectOf(work);
  // Of one that is hidden in what that is hidden in, which reaches nobody else.
  nameSubjects(work, subject && caseOf(work).hidden[subject] ? () => caseOf(work).hidden[subject] : OPENLY);
  return subject;
};

/** A version did not come before the one it follows. */
const record = (
  work: UnderWay,
  who: ActingOfficer,
  type: Version,
  subject: SubjectId | undefined,
  content: Content = {},
): void => {
  const before = caseOf(work).stated[statedKey(type, subject)];
  if (before) refuseBefore(work, before.at);
  const old = caseOf(work);
  emit(work, {
    kind: 'version',
    type,
    by: who.department,
    officer: who.officer,
    ...(subject ? { subject } : {}),
    ...content,
  });
  askAgain(work, who, subject, old);
};

const requireValue = ({ command: { commitments } }: UnderWay, name: string): void => {
  if (!Object.hasOwn(commitments, `/${name}`)) throw new Rejection('FIELD_REQUIRED', [name]);
};

const isSame = (one: SubjectAttributes, other: SubjectAttributes): boolean =>
  SubjectAttributes.keyof().options.every((name) => String(one[name]) === String(other[name]));

/** By what is public a case is copied to discipline inspection: a head of whoever said so may take it back, nobody else. */
const refuseUnsaying = (
  work: UnderWay,
  who: ActingOfficer,
  subject: SubjectId,
  attributes: SubjectAttributes,
): void => {
  const { subjects, publicBy, openedBy } = caseOf(work);
  const said = subjects[subject] ?? {};
  const isUnsaid = PUBLIC.some((name) => said[name] === true && attributes[name] !== true);
  if (!isUnsaid) return;
  if (who.department !== (publicBy[subject] ?? openedBy))
    throw new Rejection('NOT_YOUR_ROLE', ['subjects', subject]);
  requireHead(work, who);
};

/** `revise-subject`, naming it: `attributes` are all that everybody may know of it from here on; a value at /subjects/… its name. */
export const reviseSubject = (work: UnderWay, who: ActingOfficer): void => {
  if (subjectOf(work) === undefined) throw new Rejection('FIELD_REQUIRED', ['subjects']);
  const subject = begin(work, who) as SubjectId;
  const { body, commitments } = work.command;
  const { attributes } = body;
  const named = Object.keys(commitments).filter((path) => path.startsWith('/subjects/'));
  if (named.some((path) => path !== `/subjects/${subject}`))
    throw new Rejection('FIELD_REFUSED', ['subjects']);
  if (named.length === 0 && attributes === undefined) throw new Rejection('FIELD_REQUIRED', ['attributes']);
  if (attributes) refuseUnsaying(work, who, subject, attributes);
  if (named.length === 0 && attributes && isSame(attributes, caseOf(work).subjects[subject] ?? {}))
    throw new Rejection('FIELD_REFUSED', ['attributes']);
  if (attributes) requireMembers(work, subject, attributes);
  record(work, who, 'subject-revised', subject, attributes ? { attributes } : {});
};

/** The bands sent with an amount: declared ones of it, each in a band of its scale. */
const bandsIn = ({ command: { body }, context: { law } }: UnderWay): FieldValues => {
  const declared = new Map(bandFields(law).map((one) => [one.name, one]));
  const refused = Object.entries(body.fields ?? {}).flatMap(([name, value]) => {
    const field = declared.get(name);
    const isBand = field && law.amountScale(field.scale)?.bands.some(({ band }) => band === value);
    return isBand && field.of === 'amountFen' ? [] : [name];
  });
  if (refused.length > 0) throw new Rejection('FIELD_REFUSED', refused);
  return body.fields ?? {};
};

/** `state-amount`, with a value at /amountFen and the bands it makes. */
export const stateAmount = (work: UnderWay, who: ActingOfficer): void => {
  const subject = begin(work, who);
  requireValue(work, 'amountFen');
  const fields = bandsIn(work);
  record(work, who, 'amount-stated', subject, Object.keys(fields).length > 0 ? { fields } : {});
};

/** `state-charge`, with a value at /offence. */
export const stateCharge = (work: UnderWay, who: ActingOfficer): void => {
  const subject = begin(work, who);
  requireValue(work, 'offence');
  record(work, who, 'charge-stated', subject);
};
