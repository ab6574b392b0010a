// The working of due dates is listed by the instant a clock starts, to the millisecond.
import { describe, expect, it } from 'vitest';
import { law } from '../../../law/law.ts';
import { explainClocks } from '../../../services/doors/http/explain-clocks.ts';
import { countyRegister, delivered } from '../../support/transfer-story.ts';

describe('explain', () => {
  it('puts 10:00:00 before 10:00:00.001, and what has ended after what runs', () => {
    const { state } = delivered();
    const [ended] = Object.values(state.clocks).filter(({ status }) => status === 'stopped');
    const [running] = Object.values(state.clocks).filter(({ status }) => status === 'running');
    if (!ended || !running) throw new Error('no clocks');
    const at = (clock: string, startedAt: string) => ({ ...running, clock, startedAt });
    const clocks = [
      ended,
      at('p1/x/3', '2024-03-05T10:00:00.010+08:00'),
      at('p1/x/2', '2024-03-05T10:00:00.001+08:00'),
      at('p1/x/1', '2024-03-05T10:00:00+08:00'),
      at('p1/x/4', '2024-03-05T10:00:01+08:00'),
    ];
    const explained = explainClocks(
      { ...state, clocks: Object.fromEntries(clocks.map((c) => [c.clock, c])) },
      { register: countyRegister(), law, asOf: '2024-03-06T10:00:00+08:00' },
    );
    expect(explained.map(({ clock }) => clock)).toEqual([
      'p1/x/1',
      'p1/x/2',
      'p1/x/3',
      'p1/x/4',
      ended.clock,
    ]);
  });
});
