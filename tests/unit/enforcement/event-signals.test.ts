// What events mean for workflows, and what is still told when the case has moved on.
import { describe, expect, it } from 'vitest';
import type { CaseEvent } from '../../../schemas/event.ts';
import { clockIndex } from '../../../services/bus/enforcement/clock-index.ts';
import { openHandOffsOf } from '../../../services/bus/enforcement/open-hand-offs.ts';
import { byDocket, docketId, handOffId } from '../../../services/bus/enforcement/workflow-ids.ts';
import { meaningsOf } from '../../../services/bus/relay/event-signals.ts';
import { messagesOf } from '../../../services/bus/relay/to-temporal-messages.ts';
import { caseNumber, insurance, momentOf, police } from '../../support/enforcement-under-test.ts';
import { acknowledge, clueSent } from '../../support/folded-cases.ts';

const at = '2024-10-08T09:30:00+08:00';
const now = '2024-10-08T12:00:00+08:00';
const eventsOf = (driver: ReturnType<typeof clueSent>) => driver.entries.flatMap(({ events }) => events);

describe('a clue just sent', () => {
  const driver = clueSent(1, at);
  const news = [{ state: driver.state, events: eventsOf(driver) }];

  it('starts one hand-off and arms what falls within 48 hours', () => {
    const told = messagesOf(news, now);
    expect(told.started).toEqual(openHandOffsOf(driver.state));
    expect(told.started.map(handOffId)).toEqual([`hand-off/653023/${caseNumber(1)}/p1/1`]);
    expect(told.moments.map(({ moment }) => moment)).toContain('remind-1');
    expect(told.moments.every((m) => m.at <= '2024-10-10T12:00:00+08:00')).toBe(true);
    expect(told.closed).toEqual([]);
  });

  it('arms nothing while its moments are further away', () => {
    expect(messagesOf(news, '2024-10-01T00:00:00+08:00').moments).toEqual([]);
  });
});

describe('a clue acknowledged before the relay came to it', () => {
  const driver = clueSent(2, at);
  acknowledge(driver, '2024-10-08T10:00:00+08:00');
  const told = messagesOf([{ state: driver.state, events: eventsOf(driver) }], now);

  it('starts no hand-off, says that it is closed, and arms running clocks only', () => {
    expect(told.started).toEqual([]);
    expect(told.closed).toEqual([
      { key: { case: caseNumber(2), proceeding: 'p1', hop: 1 }, outcome: 'received' },
    ]);
    expect(told.moments.every((m) => driver.state.clocks[m.clock]?.status === 'running')).toBe(true);
  });
});

describe('a moment recorded', () => {
  const event = (limit: string, type: 'limit-reminded' | 'limit-overdue'): CaseEvent => ({
    kind: 'moment',
    type,
    at,
    clock: `p1/${limit}/1`,
    proceeding: 'p1',
    moment: 'due',
    plannedAt: at,
    late: false,
    addressees: [],
  });

  it('arms its clock again', () => {
    expect(meaningsOf(event('fwd-filing-review', 'limit-overdue'), () => false)).toEqual([
      { tell: 'arm', clock: 'p1/fwd-filing-review/1' },
    ]);
  });

  it('of a limit on the office receipt chases the receiver too', () => {
    const meant = meaningsOf(event('agr-clue-acknowledge', 'limit-reminded'), () => true);
    expect(meant.map(({ tell }) => tell)).toEqual(['arm', 'chase']);
    const { state } = clueSent(4, at);
    const told = messagesOf([{ state, events: [event('agr-clue-acknowledge', 'limit-reminded')] }], now);
    expect(told.chased).toHaveLength(1);
  });

  it('chases nobody once the hand-over is closed', () => {
    const driver = clueSent(3, at);
    acknowledge(driver, '2024-10-08T10:00:00+08:00');
    const events = [event('agr-clue-acknowledge', 'limit-reminded')];
    expect(messagesOf([{ state: driver.state, events }], now).chased).toEqual([]);
  });
});

describe('dockets', () => {
  it('hold the moments of one department and one day in Beijing, in groups of a bounded size', () => {
    const groups = byDocket(
      [
        momentOf(1, '2024-10-08T23:59:59+08:00'),
        momentOf(2, '2024-10-09T00:00:00+08:00'),
        momentOf(3, '2024-10-09T00:00:00+08:00'),
        momentOf(4, '2024-10-09T00:00:00+08:00', { obliged: insurance }),
      ],
      1,
    );
    expect(groups.map((g) => `${docketId(g.department, g.day)} ${g.moments.length}`)).toEqual([
      `docket/${police}/2024-10-08 1`,
      `docket/${police}/2024-10-09 1`,
      `docket/${police}/2024-10-09 1`,
      `docket/${insurance}/2024-10-09 1`,
    ]);
  });
});

describe('the clocks of a rehearsal', () => {
  it('name the next instant at which time does something, as of the newest news', async () => {
    const index = clockIndex();
    const driver = clueSent(6, at);
    const before = driver.state;
    index.note(before);
    const first = index.nearest();
    const sent = Object.values(before.clocks).map((c) => c.times.moments[0]?.at);
    expect(first).toBe(sent.filter((x) => x !== undefined).sort()[0]);
    acknowledge(driver, '2024-10-08T10:00:00+08:00');
    index.note(driver.state);
    index.note(before);
    for await (const page of index.nextMoments('2099-01-01T00:00:00+08:00')) {
      expect(page.every((m) => driver.state.clocks[m.clock]?.status === 'running')).toBe(true);
    }
  });
});
