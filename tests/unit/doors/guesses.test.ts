// Who shows wrong tokens has to wait, and nobody else does.
import { describe, expect, it } from 'vitest';
import { countGuesses } from '../../../services/doors/http/guesses.ts';

const HERE = '192.0.2.1';
const [MINE, GUESS, JWT] = ['a-token-that-was-issued', 'guessed', 'head.body.signature'];

const counting = () => {
  let now = 1_000;
  const guesses = countGuesses(() => now);
  return {
    ...guesses,
    guess: (times: number, address = HERE) => {
      for (let n = 0; n < times; n += 1) guesses.noteWrong(address, `${GUESS}-${n}`);
    },
    pass: (seconds: number) => {
      now += seconds;
    },
  };
};

describe('an address that shows tokens nobody was given', () => {
  it('has to wait after sixty of them, and may then try one at a time', () => {
    const { guess, waitFor, pass } = counting();
    guess(59);
    expect(waitFor(HERE, GUESS)).toBe(0);
    guess(1);
    expect(waitFor(HERE, GUESS)).toBe(2);
    pass(2);
    expect(waitFor(HERE, GUESS)).toBe(0);
    guess(1);
    expect(waitFor(HERE, GUESS)).toBe(2);
  });

  it('waits no longer for having gone on meanwhile, and starts afresh after two minutes', () => {
    const { guess, waitFor, pass } = counting();
    guess(10_000);
    expect(waitFor(HERE, GUESS)).toBe(2);
    pass(120);
    guess(59);
    expect(waitFor(HERE, GUESS)).toBe(0);
  });

  it('keeps no other address waiting', () => {
    const { guess, waitFor } = counting();
    guess(100);
    expect(waitFor('192.0.2.2', GUESS)).toBe(0);
  });

  it('shuts out neither a token that was let in before, nor what a department signed', () => {
    const { guess, noteRight, waitFor } = counting();
    noteRight(MINE);
    guess(100);
    expect(waitFor(HERE, MINE)).toBe(0);
    expect(waitFor(HERE, JWT)).toBe(0);
    expect(waitFor(HERE, 'issued-but-never-shown')).toBeGreaterThan(0);
  });
});
