// Status words: of a proceeding that is closed to others they are shown one word, and check it by the signed head alone.
// The head commits to each word; its salt follows from the body's, so that nothing more need be kept.
import { createHmac } from 'node:crypto';
import type { Disclosure } from '../../schemas/command.ts';
import type { Body, Head } from '../../schemas/entry.ts';
import { commit } from './commitment.ts';

const SALT_BYTES = 16;

/** First 16 bytes of HMAC-SHA-256 of the path under the body's salt, base64url. */
const saltOf = (bodySalt: string, path: string): string =>
  createHmac('sha256', Buffer.from(bodySalt, 'base64url'))
    .update(path)
    .digest()
    .subarray(0, SALT_BYTES)
    .toString('base64url');

/** What to disclose of an entry to whoever may see status words only: one for each proceeding whose word it set. */
export const statusWords = ({ salt, events }: Pick<Body, 'salt' | 'events'>): Disclosure[] => {
  const words = new Map<string, string>();
  for (const event of events) {
    if (event.kind === 'step' && event.shows !== undefined)
      words.set(`/shows/${event.proceeding}`, event.shows);
  }
  return [...words].map(([path, value]) => ({ path, salt: saltOf(salt, path), value }));
};

/** What the head of a body commits to. */
export const showsOf = (body: Pick<Body, 'salt' | 'events'>): Head['shows'] =>
  Object.fromEntries(statusWords(body).map((word) => [word.path, commit(word)]));
