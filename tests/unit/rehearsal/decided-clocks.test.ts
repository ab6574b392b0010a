// Rule 4: which clocks published dates decide. Two days do; so do two days between which an undated step lies, where it was kept whatever
// the day. Nothing is ever late by what lies between.
import { describe, expect, it } from 'vitest';
import { law } from '../../../law/law.ts';
import type { CaseCommand } from '../../../schemas/command.ts';
import { countClocks } from '../../../services/rehearsal/collect.ts';
import { outputOf } from '../../../services/rehearsal/output-of.ts';
import { timelineOf } from '../../../services/rehearsal/timeline.ts';
import { playedInMemory } from '../../support/played-in-memory.ts';
import { caseOf, cases, fact } from './shipped.ts';

type Played = Awaited<ReturnType<typeof playedInMemory>>;
type Event = Parameters<typeof caseOf>[0][number];

const verified = { ok: true, entries: 9, head: { sequence: 9, hash: 'h' } } as never;
const outputFor = ({ plan, played, cases: recorded }: Played) =>
  outputOf(plan, played, recorded, { noticesOf: new Map(), faults: [] }, verified, 9);

const all = await playedInMemory(cases);
const output = outputFor(all);
const decided = output.clocksDecided.map(
  ({ case: id, limit, outcome, by }) => `${id} ${limit} ${outcome} ${by}`,
);

/** What became of a limit in a case of one's own. */
const became = async (limit: string, ...events: Event[]): Promise<string | undefined> => {
  const played = await playedInMemory([caseOf(events)]);
  const one = outputFor(played).clocksDecided.find((clock) => clock.case === 'T-1' && clock.limit === limit);
  return one && `${one.outcome} ${one.by}`;
};
const filed = (date: string | null): Event => ({
  date,
  from: 'insurance',
  action: 'admin_filing',
  text: '立案',
});
const finedOn = (date: string | null): Event => ({ date, from: 'insurance', action: 'fine', text: '罚款' });
const published = (date: string | null): Event => ({
  date,
  from: 'insurance',
  action: 'status_notice',
  text: '公布处罚决定书',
});

describe('the ninety days to decide (N4 45)', () => {
  it('were kept where filing and decision were published to the day, in time', async () => {
    expect(await became('pen-decision', filed('2024-03-01'), finedOn('2024-05-06'))).toBe('met dates');
  });

  it('were kept whatever the day of a decision that lies between filing and publication, both in time', async () => {
    expect(await became('pen-decision', filed('2024-03-01'), finedOn(null), published('2024-05-06'))).toBe(
      'met bounds',
    );
  });

  it('also where the decision itself was not published, only that it was made public', async () => {
    expect(await became('pen-decision', filed('2024-03-01'), published('2024-05-06'))).toBe('met bounds');
  });

  it('may have been kept or not where publication came after their end: nothing is said', async () => {
    expect(
      await became('pen-decision', filed('2024-03-01'), finedOn(null), published('2025-05-06')),
    ).toBeUndefined();
  });

  it('were never broken by what lies between, be it all after their end', async () => {
    const late = await became(
      'pen-decision',
      filed('2024-03-01'),
      { date: '2025-03-03', from: 'insurance', action: 'inspection', text: '现场检查' },
      finedOn(null),
      published('2025-05-06'),
    );
    expect(late).toBeUndefined();
  });

  it('are not known where a month or a year alone says when it was decided or made public', async () => {
    expect(await became('pen-decision', filed('2024-03-01'), finedOn('2024-04'))).toBeUndefined();
    expect(
      await became('pen-decision', filed('2024-03-01'), finedOn(null), published('2024-05')),
    ).toBeUndefined();
    expect(await became('pen-decision', filed('2024-03'), finedOn('2024-04-08'))).toBeUndefined();
  });

  it('are not known where the filing has no date and nothing was published before it', async () => {
    expect(await became('pen-decision', filed(null), finedOn('2024-04-08'))).toBeUndefined();
  });
});

describe('the shipped cases', () => {
  it.each([
    // Filed on 14 April, made public on 14 May: the decision lies between, and ninety days end on 14 July.
    ['RC-094', 'pen-decision', '2025-04-14', '2025-05-14'],
    // Filed on 9 July, made public on 18 September: ninety days end after National Day.
    ['RC-113', 'pen-decision', '2025-07-09', '2025-09-18'],
  ])('%s: %s was kept, between %s and %s', (id, limit) => {
    expect(decided).toContain(`${id} ${limit} met bounds`);
  });

  it('decide these clocks and no others', () => {
    expect(decided.toSorted()).toEqual([
      // Health signed for the copy and took it up on the day that was published.
      'RC-001 agr-clue-triage met dates',
      // Indicted on 18 April, judged on 10 May: the court accepted the case between, and two months end on 18 June at the earliest.
      'RC-013 pro-trial met bounds',
      'RC-094 pen-decision met bounds',
      'RC-113 pen-decision met bounds',
    ]);
  });

  it('say of nobody that anything was late', () => {
    expect(output.clocksDecided.filter(({ outcome }) => outcome !== 'met')).toEqual([]);
  });

  it('count why the others are not known: the reasons together are all that is undetermined', () => {
    const why = Object.values(output.whyUndetermined).reduce((sum, count) => sum + count, 0);
    expect(why).toBe(output.clocks.undetermined);
    expect(output.clocksDecided.length).toBe(output.clocks.met + output.clocks.breached);
    expect(countClocks(all.cases.filter(({ id }) => id !== all.played.inventedCase))).toEqual(output.clocks);
  });

  it('say in the timeline that no single day decided it', () => {
    const recorded = all.cases.find(({ id }) => id === all.played.files.get('RC-113')?.caseId);
    if (!recorded) throw new Error('RC-113');
    const said = timelineOf({
      recorded,
      law,
      textOf: () => undefined,
      notTaken: new Map(),
      isInvented: false,
    })
      .lines.flatMap(({ limits }) => limits)
      .filter(({ title }) => title.zh === '作出处理决定')
      .map(({ said: { zh } }) => zh);
    expect(said).toEqual([
      expect.stringMatching(/^起算，至 2025-10-/),
      '按期（未公开的日期介于两个公开日期之间，无论是哪一日均在期限内）',
    ]);
  });
});

describe('what a simulated officer filled in', () => {
  const begun = all.cases
    .filter(({ id }) => id !== all.played.inventedCase)
    .flatMap(({ state, entries }) =>
      Object.values(state.clocks).map((clock) => {
        const entry = entries.find(({ sequence }) => sequence === clock.startedIn);
        if (!entry) throw new Error(clock.clock);
        const { body, precision } = entry.command as CaseCommand;
        return { clock, isKnown: body.filled !== true && precision === 'day' };
      }),
    );

  it('starts no limit that anybody is reminded of or called for, nor does what has no day', () => {
    const known = begun.filter(({ clock, isKnown }) => !isKnown && clock.undetermined === undefined);
    expect(known.map(({ clock }) => `${clock.limit} ${clock.startedAt}`)).toEqual([]);
    expect(begun.filter(({ clock, isKnown }) => !isKnown && clock.times.moments.length > 0)).toEqual([]);
  });
});

describe('an undated fact', () => {
  it('lies between the days of those told before and after it, where both are days', () => {
    expect(fact('RC-113#3').within).toEqual({ from: '2025-07-09', to: '2025-09-18' });
    expect(fact('RC-095#3').within).toEqual({ from: '2025-06-16', to: '2025-11-13' });
  });

  it('is bound by no month, and by nothing that is not there', () => {
    // 2023-05 after it; nothing before it.
    expect(fact('RC-025#2').within).toBeUndefined();
    expect(fact('RC-059#3').within).toBeUndefined();
  });
});
