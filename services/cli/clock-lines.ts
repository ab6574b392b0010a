// What an entry did to limits, and which moment came: a line each, for who must act on it.
import { eventTitle } from '../../law/titles.ts';
import type { CaseEvent } from '../../schemas/event.ts';
import { departmentTitle, dueText, dueTexts, limitTitle, outcomeTitle, when } from './words.ts';

/** The key of a clock is `<proceeding>/<limit>/<number>`. */
const titleOf = (clock: string): string => limitTitle(clock.split('/')[1] ?? clock);

const clockLine = (event: Extract<CaseEvent, { kind: 'clock' }>): string => {
  switch (event.type) {
    case 'clock-started':
      return `计时 ${limitTitle(event.limit)},${departmentTitle(event.obliged)},到期 ${dueTexts(event.times)}`;
    case 'clock-stopped':
      return `止计 ${titleOf(event.clock)},${outcomeTitle(event.outcome)}`;
    case 'clock-paused':
      return `中止 ${titleOf(event.clock)},自 ${when(event.pausedAt)}`;
    case 'clock-resumed':
      return `恢复 ${titleOf(event.clock)},到期 ${dueTexts(event.times)}`;
    case 'clock-extended':
      return `延长 ${titleOf(event.clock)},到期 ${dueTexts(event.times)}`;
    case 'clock-recalculated':
      return `重算 ${titleOf(event.clock)},到期 ${dueTexts(event.before)} 改为 ${dueTexts(event.times)}`;
  }
};

/** One line for each moment and each change of a clock among an entry's events. */
export const clockLines = (events: readonly CaseEvent[]): string[] =>
  events.flatMap((event) => {
    if (event.kind === 'clock') return [clockLine(event)];
    if (event.kind !== 'moment') return [];
    const { type, clock, plannedAt, late } = event;
    return [`${eventTitle(type).zh}: ${titleOf(clock)},时点 ${dueText(plannedAt)}${late ? '(补记)' : ''}`];
  });
