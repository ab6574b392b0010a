// What an entry orders to be taken next, in an entry of its own, as the commands the relay submits: a table from event to command. Their
// content follows from the entry alone, so sent again each is the same command. Pure.
import { countsIn } from '../../../case/joining/marks-elsewhere.ts';
import type { CaseState } from '../../../case/state.ts';
import type { Entry } from '../../../schemas/entry.ts';
import type { CaseEvent } from '../../../schemas/event.ts';
import type { CaseId } from '../../../schemas/ids.ts';
import type { Instant } from '../../../schemas/instant.ts';
import type { ServiceCommand } from '../registrar/registrar.ts';

type Of<K extends CaseEvent['kind']> = Extract<CaseEvent, { kind: K }>;
/** Where no case is named it is meant for those that the case of the entry counts with: `casesFor` says which. */
export type OrderedCommand = ServiceCommand;
type Place = Pick<Entry, 'id' | 'sequence'>;
type Row<K extends CaseEvent['kind']> = (event: Of<K>, entry: Place) => readonly OrderedCommand[];

const noteJoined = (at: Instant, { id, sequence }: Place, into?: CaseId): readonly OrderedCommand[] => [
  {
    commandId: `joined-${id}-${sequence}`,
    ...(into ? { case: into } : {}),
    command: 'note-joined-case',
    occurredAt: at,
    body: { from: { case: id, sequence } },
  },
];

/** To all cases that it counts with: who knows it already notes nothing, and tells nothing on. */
const noteMarks = (at: Instant, { id, sequence }: Place): readonly OrderedCommand[] => [
  {
    commandId: `marks-${id}-${sequence}`,
    command: 'note-marks',
    occurredAt: at,
    body: { from: { case: id, sequence } },
  },
];

const ORDERS: { readonly [K in CaseEvent['kind']]?: Row<K> } = {
  'follow-up': ({ followUp, at, precision }, { id }) => [
    {
      commandId: `follow-up-${followUp}`,
      case: id,
      command: 'take-follow-up',
      occurredAt: at,
      precision,
      body: { followUp },
    },
  ],
  move: ({ proceeding, case: to, at: occurredAt }, { id, sequence }) => {
    const following = { case: to, occurredAt, body: { from: { case: id, sequence } } };
    return [
      {
        ...following,
        commandId: `receive-${id}-${sequence}-${proceeding}`,
        proceeding,
        command: 'receive-proceeding',
      },
      { ...following, commandId: `restrict-${id}-${sequence}`, command: 'receive-restrictions' },
    ];
  },
  join: ({ at, into }, entry) => noteJoined(at, entry, into),
  'join-turn': ({ at }, entry) => noteJoined(at, entry),
  joined: ({ type, at, case: to }, { id, sequence }) =>
    type === 'joined-case-refused'
      ? [
          {
            commandId: `refused-${id}-${sequence}`,
            case: to,
            command: 'note-join-refused',
            occurredAt: at,
            body: { from: { case: id, sequence } },
          },
        ]
      : [],
  standing: ({ at }, entry) => noteMarks(at, entry),
  'standing-noted': ({ at }, entry) => noteMarks(at, entry),
};

/** Where an order that names no case goes: one about joining to the case it was joined to then, since they may have been parted. */
export const casesFor = (
  { command }: OrderedCommand,
  { sequence }: Pick<Place, 'sequence'>,
  state: CaseState | undefined,
): readonly CaseId[] => {
  if (!state) return [];
  if (command === 'note-marks') return countsIn(state);
  return state.joinTurns.filter((one) => one.in === sequence).map((one) => one.case);
};

/** As they stand in the JSON of an entry: nearly every one orders nothing, and is not parsed to find that out. */
export const ORDERING = new RegExp(`"kind":"(?:${Object.keys(ORDERS).join('|')})"`);

/** In the order of the events, each once. */
export const orderedBy = (entry: Pick<Entry, 'id' | 'sequence' | 'events'>): readonly OrderedCommand[] => [
  ...new Map(
    entry.events
      .flatMap((event) => {
        const row = ORDERS[event.kind] as Row<typeof event.kind> | undefined;
        return row ? row(event as never, entry) : [];
      })
      .map((ordered) => [ordered.commandId, ordered]),
  ).values(),
];
