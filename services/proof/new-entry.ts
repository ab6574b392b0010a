// An entry about to be written: what was decided, and where it stands, become a head and a body.
import { randomBytes } from 'node:crypto';
import type { Body, Envelope, Head } from '../../schemas/entry.ts';
import { envelopeHash } from './envelope.ts';
import { showsOf } from './status-words.ts';

const SALT_BYTES = 16;

/** What was decided about an id, by which decider, on which register and under which law. */
export type Decided = Pick<
  Head,
  'kind' | 'region' | 'id' | 'registerAt' | 'lawAt' | 'decider' | 'recordedAt'
> &
  Omit<Body, 'salt'>;

/** Not yet sealed: the head does not name its body's digest yet. */
export type NewEntry = { readonly head: Omit<Head, 'body'>; readonly body: Body };

/** @param former last entry of the same id, `null` before the first */
export const newEntry = (
  decided: Decided,
  former: { readonly sequence: number; readonly hash: string } | null,
  envelope: Envelope | null,
): NewEntry => {
  const { kind, region, id, registerAt, lawAt, decider, recordedAt, command, attestation, events } = decided;
  const body: Body = { salt: randomBytes(SALT_BYTES).toString('base64url'), command, attestation, events };
  return {
    head: {
      format: 'xianjie.entry.v2',
      kind,
      region,
      id,
      sequence: (former?.sequence ?? 0) + 1,
      previous: former?.hash ?? null,
      shows: showsOf(body),
      registerAt,
      lawAt,
      decider,
      recordedAt,
      envelope: envelope ? envelopeHash(envelope) : null,
    },
    body,
  };
};
