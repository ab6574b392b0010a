// What is said of something that is not there would be signed, kept, and seen by nobody: it is refused.
import { bodyFieldsOf, CASE_COMMANDS } from '../law/case-commands.ts';
import type { CaseCommand, OpenBody } from '../schemas/command.ts';
import { Rejection, type UnderWay } from './decision-under-way.ts';

const OF_A_PAPER = /^\/papers\/([^/]+)\/title$/;
/** What no command of a procedure says: by these commands on the case, and services, say what they are about. */
export const NOT_OF_PROCEDURES: readonly (keyof OpenBody)[] = [
  'attributes',
  'clock',
  'corrects',
  'fact',
  'links',
  'proceedings',
  'from',
  'into',
  'followUp',
  'moments',
  'steps',
];

const ruleOf = ({ command }: CaseCommand) =>
  Object.hasOwn(CASE_COMMANDS, command) ? CASE_COMMANDS[command] : undefined;

/** Fields of the body that its command has no use for. */
const refusedIn = (command: CaseCommand): readonly string[] => {
  const rule = ruleOf(command);
  const taken = rule && bodyFieldsOf(rule);
  const said = Object.keys(command.body) as (keyof OpenBody)[];
  return said.filter(
    (name) =>
      command.body[name] !== undefined && (taken ? !taken.includes(name) : NOT_OF_PROCEDURES.includes(name)),
  );
};

/** Fields of the body that a command on the case cannot do without: a list that holds nothing says nothing. */
const lackingIn = (command: CaseCommand): readonly string[] => {
  const { needs = [], needsOneOf = [] } = ruleOf(command) ?? {};
  const isSaid = (name: keyof OpenBody): boolean => {
    const value = command.body[name];
    return value !== undefined && !(Array.isArray(value) && value.length === 0);
  };
  return [
    ...needs.filter((name) => !isSaid(name)),
    ...(needsOneOf.some(isSaid) ? [] : needsOneOf.slice(0, 1)),
  ];
};

/**
 * @throws Rejection FIELD_REFUSED with the fields that say something of nothing; FIELD_REQUIRED with those that a command on the case
 * lacks
 */
export const refuseAstray = ({ command: sent }: UnderWay): void => {
  const { command, body, commitments } = sent;
  const fields = refusedIn(sent);
  const declared = ruleOf(sent) && Object.keys(commitments).some((path) => path.startsWith('/fields/'));
  const papers = new Set(body.papers?.map(({ id }) => id));
  const astray = Object.keys(commitments).some((path) => {
    const paper = OF_A_PAPER.exec(path)?.[1];
    return path.startsWith('/steps/') || (paper !== undefined && !papers.has(paper));
  });
  // A correction names values of another entry.
  const values = (astray && command !== 'correct-step') || declared ? ['commitments'] : [];
  if (fields.length + values.length > 0) throw new Rejection('FIELD_REFUSED', [...fields, ...values]);
  const lacking = lackingIn(sent);
  if (lacking.length > 0) throw new Rejection('FIELD_REQUIRED', [...lacking]);
};
