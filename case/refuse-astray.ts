// What is said of something that is not there would be signed, kept, and seen by nobody: it is refused.
import { Rejection, type UnderWay } from './decision-under-way.ts';

const OF_A_PAPER = /^\/papers\/([^/]+)\/title$/;
/** Which commands say what they are about by these. */
const SAID_BY: Readonly<Record<string, readonly string[]>> = {
  attributes: ['revise-subject'],
  clock: ['confirm-claim', 'dispute-claim', 'confirm-receipt', 'urge-limit'],
  corrects: ['correct-step'],
  links: ['link-case'],
  proceedings: ['split-case'],
  from: [],
  into: ['merge-case', 'unmerge-case'],
  followUp: [],
  moments: [],
};

/** What no command of a procedure says: by these others say what they are about. */
export const NOT_OF_PROCEDURES: readonly string[] = [...Object.keys(SAID_BY), 'steps'];

/** @throws Rejection FIELD_REFUSED, with the fields */
export const refuseAstray = ({ command: { command, body, commitments } }: UnderWay): void => {
  const fields = Object.entries(SAID_BY).flatMap(([name, commands]) =>
    (body as Record<string, unknown>)[name] === undefined || commands.includes(command) ? [] : [name],
  );
  const papers = new Set(body.papers?.map(({ id }) => id));
  const astray = Object.keys(commitments).some((path) => {
    const paper = OF_A_PAPER.exec(path)?.[1];
    return path.startsWith('/steps/') || (paper !== undefined && !papers.has(paper));
  });
  // A correction names values of another entry.
  const values = astray && command !== 'correct-step' ? ['commitments'] : [];
  if (fields.length + values.length > 0) throw new Rejection('FIELD_REFUSED', [...fields, ...values]);
};
