// A timeline says until when a limit runs: by the strict and by the latest reading where they differ.
import { describe, expect, it } from 'vitest';
import { law } from '../../../law/law.ts';
import { timelineOf } from '../../../services/rehearsal/timeline.ts';
import { dueText } from '../../../services/words/instants.ts';
import { playedInMemory } from '../../support/played-in-memory.ts';
import { cases } from './shipped.ts';

const all = await playedInMemory(cases);
const limitsSaid = all.cases.map((recorded) =>
  timelineOf({ recorded, law, textOf: () => undefined, isInvented: false })
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
      texts.filter((text) => text.startsWith('起算')).map((text) => text.replace('(暂定)', '')),
    );
    expect(said).toEqual(wanted);
    expect(said.flat().filter((text) => text.includes('从严')).length).toBeGreaterThan(0);
  });
});
