// What each moment of a clock is about, for who must act on it.
import { eventTitle } from '../../law/titles.ts';
import type { CaseEvent } from '../../schemas/event.ts';
import { dueText, limitTitle } from './words.ts';

/** The key of a clock is `<proceeding>/<limit>/<number>`. */
export const limitOfClock = (clock: string): string => clock.split('/')[1] ?? clock;

/** One line for each moment among an entry's events. */
export const momentLines = (events: readonly CaseEvent[]): string[] =>
  events.flatMap((event) =>
    event.kind === 'moment'
      ? [
          `${eventTitle(event.type).zh}: ${limitTitle(limitOfClock(event.clock))},时点 ${dueText(event.plannedAt)}${event.late ? '(补记)' : ''}`,
        ]
      : [],
  );
