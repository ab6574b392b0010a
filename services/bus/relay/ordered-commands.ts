// What an entry orders to be taken next, in an entry of its own, as the commands the relay submits: a table from event to command. Their
// content follows from the entry alone, so sent again each is the same command. Pure.
import type { Entry } from '../../../schemas/entry.ts';
import type { CaseEvent } from '../../../schemas/event.ts';
import type { Instant } from '../../../schemas/instant.ts';
import type { ServiceCommand } from '../registrar/registrar.ts';

type Of<K extends CaseEvent['kind']> = Extract<CaseEvent, { kind: K }>;
/** Where no case is named it is the one that the case of the entry was joined to. */
export type OrderedCommand = ServiceCommand;
type Place = Pick<Entry, 'id' | 'sequence'>;
type Row<K extends CaseEvent['kind']> = (event: Of<K>, entry: Place) => OrderedCommand;

const noteJoined = (at: Instant, { id, sequence }: Place): OrderedCommand => ({
  commandId: `joined-${id}-${sequence}`,
  command: 'note-joined-case',
  occurredAt: at,
  body: { from: { case: id, sequence } },
});

const ORDERS: { readonly [K in CaseEvent['kind']]?: Row<K> } = {
  'follow-up': ({ followUp, at, precision }, { id }) => ({
    commandId: `follow-up-${followUp}`,
    case: id,
    command: 'take-follow-up',
    occurredAt: at,
    precision,
    body: { followUp },
  }),
  move: ({ proceeding, case: to, at }, { id, sequence }) => ({
    commandId: `receive-${id}-${sequence}-${proceeding}`,
    case: to,
    proceeding,
    command: 'receive-proceeding',
    occurredAt: at,
    body: { from: { case: id, sequence } },
  }),
  join: ({ at, into }, entry) => ({ ...noteJoined(at, entry), case: into }),
  'join-turn': ({ at }, entry) => noteJoined(at, entry),
};

/** As they stand in the JSON of an entry: nearly every one orders nothing, and is not parsed to find that out. */
export const ORDERING: readonly string[] = Object.keys(ORDERS).map((kind) => `"kind":"${kind}"`);

/** In the order of the events. */
export const orderedBy = (entry: Pick<Entry, 'id' | 'sequence' | 'events'>): readonly OrderedCommand[] =>
  entry.events.flatMap((event) => {
    const row = ORDERS[event.kind] as Row<typeof event.kind> | undefined;
    return row ? [row(event as never, entry)] : [];
  });
