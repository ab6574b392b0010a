// How often one address may show a token that is none. What it showed before and was let in with goes on; so does what a
// department signed, for nobody guesses a signature: whoever shares the address with a guesser is not shut out.
import { LRUCache } from 'lru-cache';
import { sha256 } from '../../proof/canonical.ts';
import { isJwt } from './caller.ts';

/** Wrong tokens of an address before it has to wait, and how many seconds give back one of them. */
const WRONG_AT_MOST = 60;
const FORGIVEN_AFTER_S = 2;
const REMEMBERED = 10_000;

/** @param seconds a clock that never goes back */
export const countGuesses = (seconds: () => number) => {
  const wrong = new LRUCache<string, { readonly count: number; readonly at: number }>({ max: REMEMBERED });
  const letIn = new LRUCache<string, true>({ max: REMEMBERED });
  const countOf = (address: string): number => {
    const { count, at } = wrong.get(address) ?? { count: 0, at: 0 };
    return Math.max(0, count - (seconds() - at) / FORGIVEN_AFTER_S);
  };
  /** Whole seconds until the address may guess again; 0 when it may now. */
  const wait = (address: string): number =>
    Math.ceil(Math.max(0, countOf(address) - WRONG_AT_MOST + 1) * FORGIVEN_AFTER_S);
  return {
    /** The same for one token: one that cannot be a guess never waits. */
    waitFor: (address: string, token: string): number =>
      isJwt(token) || letIn.has(sha256(token)) ? 0 : wait(address),
    noteWrong: (address: string, token: string): void => {
      if (isJwt(token)) return;
      wrong.set(address, { count: Math.min(countOf(address) + 1, WRONG_AT_MOST), at: seconds() });
    },
    noteRight: (token: string): void => {
      if (!isJwt(token)) letIn.set(sha256(token), true);
    },
  };
};
