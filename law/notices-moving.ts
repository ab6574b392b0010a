// What goes by the name of another procedure and yet opens or moves a proceeding of this one: whoever asks for all about a
// procedure asks for these too.
import type { Law } from './law.ts';

/** A notice by its name: the procedure and the event of what was done first. */
export type NoticeName = { readonly procedure: string; readonly event: string };

/** Events of other procedures whose command opens or moves a proceeding of one of these, in any version, each once. */
export const noticesMoving = (
  { procedures }: Pick<Law, 'procedures'>,
  names: readonly string[],
): NoticeName[] => {
  const found = procedures.flatMap(({ procedure, commands }) =>
    names.includes(procedure)
      ? []
      : Object.values(commands).flatMap(({ event, opens = [], also = [] }) =>
          [...opens, ...also].some((other) => names.includes(other.procedure)) ? [{ procedure, event }] : [],
        ),
  );
  return [...new Map(found.map((one) => [`${one.procedure} ${one.event}`, one])).values()];
};
