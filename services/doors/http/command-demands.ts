// What a command of a procedure asks for, said once for the descriptions of the doors and for whoever asks which commands there are.
import { isOfTheBus } from '../../../case/steps/offered.ts';
import type { Law } from '../../../law/law.ts';
import { PartyBody } from '../../../schemas/command.ts';
import { type Field, isGiven } from '../../../schemas/field.ts';
import type { Bilingual } from '../../../schemas/ids.ts';
import type { Procedure, ProcedureCommand } from '../../../schemas/procedure.ts';

export type NamedField = readonly [name: string, field: Field];

/** Commands that somebody may send: what only a breach on record does is none of them. */
export const commandsSent = ({ commands }: Procedure): [name: string, command: ProcedureCommand][] =>
  Object.entries(commands).filter(([, command]) => !isOfTheBus(command));

const isValue = (name: string): boolean => Object.hasOwn(PartyBody.shape, name);

/** Fields a sender gives. */
export const fieldsOf = (p: Procedure, { needs = [], takes = [] }: ProcedureCommand): NamedField[] =>
  [...new Set([...needs, ...takes])].flatMap((name) => {
    const field = p.fields[name];
    return field && !isGiven(field) ? [[name, field] as const] : [];
  });

/** Values of a party that the command cannot do without, of those that may go with every command. */
export const valuesOf = ({ needs = [] }: ProcedureCommand): string[] => needs.filter(isValue);

/** Fields of the body that every command shares, which this one cannot do without. */
export const sharedOf = (
  p: Procedure,
  { needs = [], officers, reason, papers }: ProcedureCommand,
): string[] => [
  ...needs.filter((need) => !Object.hasOwn(p.fields, need) && !isValue(need)),
  ...(papers?.length ? ['papers'] : []),
  ...(officers ? ['team'] : []),
  ...(reason && !needs.includes('reasonCode') ? ['reasonCode'] : []),
];

export const papersOf = (law: Law, p: Procedure, { papers = [] }: ProcedureCommand) =>
  papers.map((code): { code: string; title: Bilingual } => ({
    code,
    title: law.paperTitle(code, p) ?? { zh: code, en: code },
  }));

/** Conditions that must hold wherever it is taken, and those of single states. */
export const conditionsOf = (p: Procedure, name: string, { when = [] }: ProcedureCommand) => {
  const ids = new Set([
    ...when,
    ...Object.values(p.states).flatMap(({ on = {} }) => {
      const target = Object.hasOwn(on, name) ? on[name] : undefined;
      return target?.else === undefined ? (target?.when ?? []) : [];
    }),
  ]);
  return [...ids].flatMap((id) => {
    const condition = p.conditions[id];
    return condition
      ? [{ id, title: condition.title, code: condition.code, refusal: condition.refusal }]
      : [];
  });
};

/** States in which it is offered. */
export const statesOf = (p: Procedure, name: string): string[] =>
  Object.entries(p.states).flatMap(([state, { on = {} }]) => (Object.hasOwn(on, name) ? [state] : []));

/** Names of the JSON Schemas of its body and of its party values in the descriptions; of an older version `….v1.…`. */
export const schemaNameOf = (law: Law, p: Procedure, name: string, part: 'Body' | 'Party'): string =>
  `${part}.${p.procedure}${law.newest.includes(p) ? '' : `.v${p.version}`}.${name}`;

/** Whether it asks for values of a party at all. */
export const asksValues = (p: Procedure, c: ProcedureCommand): boolean =>
  fieldsOf(p, c).some(([, field]) => field.class !== 'open') ||
  valuesOf(c).length > 0 ||
  c.reason !== undefined;
