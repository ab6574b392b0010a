// What each command on the case itself takes, as JSON Schema, read off the rules that the bus goes by: one for its body, one for the
// values of a party that it commits to.
import { bodyFieldsOf, type CaseCommandRule } from '../../../law/case-commands.ts';
import { OpenBody } from '../../../schemas/command.ts';

type Schema = Readonly<Record<string, unknown>>;

export const caseSchemaName = (part: 'Body' | 'Party', command: string): string => `${part}.case.${command}`;

const isList = (name: keyof OpenBody): boolean => OpenBody.shape[name].unwrap().def.type === 'array';

/** Said at all: a list that holds nothing says nothing. */
const isSaid = (name: keyof OpenBody): Schema => ({
  required: [name],
  ...(isList(name) ? { properties: { [name]: { minItems: 1 } } } : {}),
});

/** All it may say has the shape it has everywhere. */
export const caseBodySchema = (rule: CaseCommandRule): Schema => {
  const taken: readonly string[] = bodyFieldsOf(rule);
  const refused = Object.keys(OpenBody.shape).filter((name) => !taken.includes(name));
  return {
    allOf: [{ $ref: '#/components/schemas/OpenBody' }, ...rule.needs.map(isSaid)],
    ...(rule.needsOneOf ? { anyOf: rule.needsOneOf.map(isSaid) } : {}),
    type: 'object',
    properties: Object.fromEntries(refused.map((name) => [name, false])),
  };
};

export const casePartySchema = ({ values }: CaseCommandRule): Schema => {
  const names = values.map((path) => path.slice(1));
  return {
    description:
      'Values the command asks for, each committed to at the path named, in the shape PartyBody gives it',
    type: 'object',
    properties: Object.fromEntries(
      names.map((name) => [name, { type: 'string', description: `At /${name}` }]),
    ),
    required: names,
  };
};
