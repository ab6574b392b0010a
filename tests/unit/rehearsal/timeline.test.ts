// A timeline says until when a limit runs: by the strict and by the latest reading where they differ.
import { describe, expect, it } from 'vitest';
import { law } from '../../../law/law.ts';
import type { CaseCommand } from '../../../schemas/command.ts';
import { actsNotTaken, wouldHaveEnded } from '../../../services/rehearsal/not-taken.ts';
import { timelineOf } from '../../../services/rehearsal/timeline.ts';
import { dueText } from '../../../services/words/instants.ts';
import { playedInMemory } from '../../support/played-in-memory.ts';
import { cases } from './shipped.ts';

const all = await playedInMemory(cases);
const limitsSaid = all.cases.map((recorded) =>
  timelineOf({ recorded, law, textOf: () => undefined, notTaken: new Map(), isInvented: false })
    .lines.flatMap(({ limits }) => limits)
    .map(({ said }) => said.zh),
);
const started = all.cases.map(({ entries }) =>
  entries
    .flatMap(({ events }) => events)
    .filter((event) => event.kind === 'clock' && event.type === 'clock-started')
    .filter(({ undetermined, times }) => undetermined === undefined && times.latestDueAt !== null),
);

describe('a timeline', () => {
  it('prints both instants of a limit that is read in two ways, and one where they agree', () => {
    const wanted = started.map((clocks) =>
      clocks.map(({ times: { strictDueAt, latestDueAt } }) =>
        strictDueAt === latestDueAt
          ? `起算，至 ${dueText(latestDueAt)}`
          : `起算，从严至 ${dueText(strictDueAt)}，从宽至 ${dueText(latestDueAt)}`,
      ),
    );
    const said = limitsSaid.map((texts) =>
      texts.filter((text) => text.startsWith('起算')).map((text) => text.replace('（暂定）', '')),
    );
    expect(said).toEqual(wanted);
    expect(said.flat().filter((text) => text.includes('从严')).length).toBeGreaterThan(0);
  });
});

describe('an act that was published and that the bus did not take', () => {
  const notTaken = actsNotTaken(all.played.facts, law);
  const recordedOf = (id: string) => {
    const recorded = all.cases.find((one) => one.id === all.played.files.get(id)?.caseId);
    if (!recorded) throw new Error(id);
    return recorded;
  };
  const linesOf = (id: string) => {
    const recorded = recordedOf(id);
    const textOf = ({ body }: CaseCommand) =>
      body.filled
        ? undefined
        : all.plan.facts.find(({ published }) => published === body.published)?.party.summary;
    return timelineOf({ recorded, law, textOf, notTaken, isInvented: false }).lines;
  };

  // RC-001: the bureau fined a hospital while the police had the case; O310 11 and N4 47 stand against it.
  it('says so, and why', () => {
    const fined = linesOf('RC-001').filter(({ what }) => what.zh.includes('5895万元罚款'));
    expect(fined.map(({ note }) => note?.zh)).toEqual([
      expect.stringMatching(/^总线未受理，仅记为事实：.*刑事/),
    ]);
  });

  it('does not let a limit it would have kept be told as missed, nor anybody be called for it', () => {
    const recorded = recordedOf('RC-001');
    const clock = Object.values(recorded.state.clocks).find(({ limit }) => limit === 'pen-decision');
    if (!clock) throw new Error('pen-decision');
    const wouldBe = (told: typeof notTaken) => wouldHaveEnded(recorded, law, clock, recorded.entries, told);
    expect([wouldBe(notTaken), wouldBe(new Map())]).toEqual([true, false]);
  });

  // The day of the hand-over, which decided within the ninety days or not (N4 43(5)), was not published.
  it('nor is it said of what the hand-over had decided by then', () => {
    const said = linesOf('RC-001').flatMap(({ limits, what }) => [
      ...limits.filter(({ title }) => title.zh === '作出处理决定').map(({ said: { zh } }) => zh),
      ...(what.zh.startsWith('作出处理决定') ? [what.zh] : []),
    ]);
    expect(said).toEqual([expect.stringMatching(/^起算/), '无法认定（止点为补记）']);
  });

  it('is every act that became a fact, and no line of anything else has such a word', () => {
    const kept = all.played.facts.filter(
      ({ fact, became }) => fact.does.kind === 'act' && became.kind === 'fact',
    );
    expect([...notTaken.keys()].toSorted()).toEqual(kept.map(({ fact }) => fact.published).toSorted());
    const noted = all.plan.cases.flatMap(({ id, linked }) =>
      [id, ...linked.map((one) => one.id)].flatMap((file) =>
        all.played.files.get(file)?.caseId ? linesOf(file).filter(({ note }) => note) : [],
      ),
    );
    expect(noted).toHaveLength(kept.length);
  });
});
