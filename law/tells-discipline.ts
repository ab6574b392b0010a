// What concerns discipline inspection reaches it from every track, said once: what came of a procedure is copied to it (S4 1), and an
// official among those it is about is proposed to be referred, when it begins and with each result until that was done (JC 37, O310 18).
// A procedure that others see no more of than a status word says nothing beside itself, and tells nobody by itself.
import type { Procedure, ProcedureCommand } from '../schemas/procedure.ts';
import { conditionsOf, fieldsOf, rolesOf } from './define-procedure.ts';
import { DISCIPLINE_COPY } from './discipline-copy.ts';
import { OFFICIAL_INVOLVED, proposesReferralBy } from './opens-referral.ts';
import { AMOUNT_BANDS } from './shared-fields.ts';

const { publicInstitutionBand } = AMOUNT_BANDS;
const ROLES = rolesOf({ discipline: DISCIPLINE_COPY.role });
const FIELDS = fieldsOf({ publicInstitutionBand });
const CONDITIONS = conditionsOf(DISCIPLINE_COPY.conditions);
const COPY = DISCIPLINE_COPY.copyWhere.map(({ to, when }) => ({ to, when: [when] }));

/** Closed, or a procedure that discipline inspection conducts itself. */
const isTheirs = ({ roles }: Procedure): boolean =>
  Object.entries(roles).some(
    ([role, { sees, bodies }]) =>
      sees === 'status' || (role !== 'discipline' && bodies?.join() === 'discipline-inspection'),
  );

const add = <T>(list: readonly T[] | undefined, more: readonly T[]): T[] => [
  ...(list ?? []),
  ...more.filter((one) => !list?.some((other) => JSON.stringify(other) === JSON.stringify(one))),
];

const proposing = (command: ProcedureCommand): ProcedureCommand =>
  command.by.includes('bus')
    ? command
    : { ...command, opens: add(command.opens, [proposesReferralBy(command.by)]) };

const copied = (command: ProcedureCommand): ProcedureCommand => ({
  ...command,
  takes: add(command.takes, ['publicInstitutionBand']),
  copyWhere: add(command.copyWhere, COPY),
});

/** A procedure with what it tells discipline inspection. */
export const tellsDiscipline = (p: Procedure): Procedure => {
  if (isTheirs(p)) return p;
  const { results = [], opensOn, commands } = p;
  const isCopied = results.length > 0;
  const told = Object.entries(commands).map(([name, command]) => {
    const isResult = results.includes(name);
    const one = isResult || Object.hasOwn(opensOn, name) ? proposing(command) : command;
    return [name, isResult ? copied(one) : one];
  });
  return {
    ...p,
    roles: { ...p.roles, ...(isCopied ? ROLES : {}) },
    fields: { ...p.fields, ...(isCopied ? FIELDS : {}) },
    conditions: { ...p.conditions, ...(isCopied ? CONDITIONS : {}), ...conditionsOf(OFFICIAL_INVOLVED) },
    commands: Object.fromEntries(told),
  };
};
