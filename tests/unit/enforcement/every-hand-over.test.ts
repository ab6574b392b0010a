// Whatever the procedure: a hand-over that is open when the relay comes to it has its hand-off workflow, a limit that runs has its next
// moment in a docket. Shown on the invented case, entry by entry, and all at once as after an outage.
import { describe, expect, it } from 'vitest';
import { nextMomentsOf } from '../../../case/next-moments.ts';
import { law } from '../../../law/law.ts';
import { openHandOffsOf } from '../../../services/bus/enforcement/open-hand-offs.ts';
import { messagesOf } from '../../../services/bus/relay/to-temporal-messages.ts';
import { inventedCase } from '../../../services/rehearsal/invented-case.ts';
import { playInvented } from '../../support/invented-story.ts';

/** So late that every moment falls within the time that is armed. */
const LATER = '2099-01-01T00:00:00+08:00';
const keyOf = ({ proceeding, hop }: { proceeding: string; hop: number }): string => `${proceeding}/${hop}`;

describe('step by step', () => {
  const open = new Map<string, string>();
  const armed = new Set<string>();
  const procedures = new Map<string, string>();
  let told = 0;
  for (const { step } of inventedCase.steps) {
    const { driver } = playInvented(step);
    const news = driver.entries.slice(told).flatMap(({ events }) => events);
    told = driver.entries.length;
    const { started, closed, moments } = messagesOf([{ state: driver.state, events: news }], LATER);
    for (const handOff of started) {
      open.set(keyOf(handOff), handOff.to);
      procedures.set(keyOf(handOff), driver.state.proceedings[handOff.proceeding]?.procedure ?? '');
    }
    for (const { key } of closed) open.delete(keyOf(key));
    for (const { clock } of moments) armed.add(clock);
    const [openNow, unarmed] = [
      [...open],
      nextMomentsOf(driver.state).filter(({ clock }) => !armed.has(clock)),
    ];
    it(`${step}: Temporal knows what is open and what runs`, () => {
      expect(openNow).toEqual(openHandOffsOf(driver.state).map((one) => [keyOf(one), one.to]));
      expect(unarmed).toEqual([]);
    });
  }

  it('covers hand-overs of many procedures, and none is left open at the end', () => {
    expect(new Set(procedures.values())).toEqual(
      new Set([
        'clue-notice',
        'criminal-transfer',
        'criminal-process',
        'practice-licence',
        'agreement-handling',
        'discipline-referral',
      ]),
    );
    expect(open.size).toBe(0);
  });
});

describe('all at once', () => {
  const { driver } = playInvented(42);
  const events = driver.entries.flatMap((entry) => entry.events);
  const told = messagesOf([{ state: driver.state, events }], LATER);

  it('starts only what is still open', () => {
    expect(told.started).toEqual(openHandOffsOf(driver.state));
    expect(told.started.length).toBeGreaterThan(0);
  });

  it('arms only what still runs', () => {
    const byClock = (all: readonly { readonly clock: string }[]) => all.map(({ clock }) => clock).sort();
    expect(byClock(told.moments)).toEqual(byClock(nextMomentsOf(driver.state)));
  });
});

describe('every procedure that hands over', () => {
  const handing = law.newest.filter((p) => Object.values(p.commands).some(({ handsTo }) => handsTo));

  it.each(handing.map((p) => [p.title.zh, p] as const))('%s has an end of it: received', (_title, p) => {
    const ends = Object.values(p.commands).flatMap(({ closesHandOff }) => closesHandOff ?? []);
    expect(ends).toContain('received');
  });
});
