// What a follower of the ledger is: where it stands, what it is asked, what it is given.
import type { NatsConnection } from 'nats';
import type { Log } from '../../log.ts';
import type { Source } from './ledger-source.ts';
import type { Parked } from './parked-cases.ts';
import type { StoredMessage } from './read.ts';

/** How far a follower is, and which cases it passed over. */
export type Place = { readonly sequence: number; readonly parked: readonly Parked[] };

/** Where a follower's place is kept: in the tables it fills, or in a stream of cursors. */
export type Cursor = {
  /** Place up to which all is acted on; asked at the start, again after each failure, and whenever the ledger is read anew. */
  at(): Promise<Place>;
  note(place: Place): void;
  /** Writes it now. Rejects where that cannot be done: what fails then is no entry's fault. */
  prove(): Promise<void>;
  close(): Promise<void>;
};

/** How a follower stands. `failing`: what it tries again just now, and is held up by. */
export type Standing = Place & {
  readonly failing: { readonly sequence: number; readonly code: string } | null;
};

export type Following = {
  /** Entries not yet acted on. */
  pending(): Promise<number>;
  /** Resolves when what the ledger has now is acted on, or it was stopped. */
  idle(): Promise<void>;
  /** Ledger sequence up to which all is acted on, and was when this last ran. */
  done(): number;
  standing(): Standing;
  /** Ledger sequence from which on the entries of a subject are passed over; `undefined` where none are. */
  parkedFrom(subject: string): number | undefined;
  /** Sets aside the case of an entry that whoever works beside it could not take, where all else is there. @returns whether it did */
  parkIfAtFault(message: StoredMessage, error: unknown): Promise<boolean>;
  stop(): Promise<void>;
};

/** What has come and not been acted on: entries read, and entries the server has still to give. */
export type Left = { readonly waiting: number; readonly pending: number };

/** Beside the entries of a batch: its last one, how many of it are of parked cases, and what is parked then. */
export type Batch = {
  readonly last: StoredMessage;
  readonly passedOver: number;
  readonly parked: readonly Parked[];
  readonly left: () => Left;
  readonly signal: AbortSignal;
};

export type FollowOptions = {
  readonly nc: NatsConnection;
  /** For the log. */
  readonly name: string;
  readonly source: Source;
  readonly cursor: Cursor;
  readonly log: Log;
  /** Gets messages in order of the ledger, without those of parked cases; it may see one again after a restart. */
  readonly onBatch: (messages: readonly StoredMessage[], batch: Batch) => Promise<void>;
  /** Takes an entry of a parked case, from where it was parked; as any other where not given. */
  readonly onParked?: (message: StoredMessage) => Promise<void>;
  /** Each entry stands for itself: of a parked case the others are taken all the same, those after the one at fault too. */
  readonly oneByOne?: true;
  /** Rejects while something else the follower needs, beside its cursor, is away. */
  readonly works?: () => Promise<void>;
  /**
   * Waited for before each batch, which then takes what came meanwhile.
   * @param since when its oldest entry was stored, milliseconds since the epoch
   */
  readonly beforeBatch?: (since: number, signal: AbortSignal) => Promise<void>;
  /** Pauses between two tries of what is parked, milliseconds. */
  readonly tryParked?: { readonly first: number; readonly longest: number };
};
