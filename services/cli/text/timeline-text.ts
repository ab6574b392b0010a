// A timeline on a terminal, of a recorded case or of a rehearsed one: when, a mark, who, what, and notes below.
import stringWidth from 'string-width';
import { padded } from './table.ts';
import { hanging } from './wrap-text.ts';

/** What nobody published: a step taken by a simulated officer. */
export const FILLED = '‹补›';

/** A line; `when` stays empty where it is not to be shown, and is left out where it is that of the line before. */
export type TimelineEntry = {
  readonly when: string;
  readonly mark: string;
  readonly who: string;
  readonly what: string;
  readonly notes: readonly string[];
};

const WHEN = 17;
export const MARK = 6;
const WHO_AT_MOST = 26;

const widest = (texts: readonly string[], least: number): number =>
  Math.max(least, ...texts.map((t) => stringWidth(t) + 1));

/**
 * Lines without line ends, at most `width` cells wide where the text allows it.
 * @param mark cells kept for marks
 */
export const timelineText = (entries: readonly TimelineEntry[], width: number, mark = MARK): string[] => {
  const when = widest(
    entries.map((entry) => entry.when),
    WHEN,
  );
  const who = Math.min(WHO_AT_MOST, Math.max(0, ...entries.map((entry) => stringWidth(entry.who)))) + 2;
  const indent = ' '.repeat(2 + when + mark);
  return entries.flatMap((entry, index) => {
    const lead = [
      '  ',
      padded(entries[index - 1]?.when === entry.when ? '' : entry.when, when),
      padded(entry.mark, mark),
      padded(entry.who, who),
    ].join('');
    return [
      ...hanging(lead, entry.what, width),
      ...entry.notes.flatMap((note) => hanging(`${indent}· `, note, width)),
    ];
  });
};
