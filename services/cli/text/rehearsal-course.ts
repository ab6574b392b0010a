// A rehearsed case as lines: what happened, what was filled in, and what became of the limits.
import type { Bilingual } from '../../../schemas/ids.ts';
import { type LimitNote, type TimelineOf, timelineOf } from '../../rehearsal/timeline.ts';
import { FILLED, timelineText } from './timeline-text.ts';

/** One language after the other; once where both are the same. */
const both = ({ zh, en }: Bilingual): string => (zh === en ? zh : `${zh} / ${en}`);

/** Limits of one entry: each in its line, those that can be neither met nor breached together by their reason. */
const limitTexts = (limits: readonly LimitNote[]): string[] => {
  const decided = limits
    .filter(({ isUndetermined }) => !isUndetermined)
    .map(
      ({ title, kind, said }) =>
        `${title.zh}（${kind.zh}）：${said.zh} / ${title.en} (${kind.en}): ${said.en}`,
    );
  const byReason = Map.groupBy(
    limits.filter(({ isUndetermined }) => isUndetermined),
    ({ said }) => both(said),
  );
  return [
    ...decided,
    ...[...byReason].map(([reason, those]) => `${those.map(({ title }) => title.zh).join('、')}：${reason}`),
  ];
};

/** What happened, as lines; what was filled in stands without the instant it was given. */
export const courseText = (of: TimelineOf, width: number): string[] => {
  const { lines, reminders } = timelineOf(of);
  const shown = timelineText(
    lines.map(({ when, isFilled, who, what, note, limits }) => ({
      when: isFilled ? '' : when,
      mark: isFilled ? FILLED : '',
      who,
      what: both(what),
      notes: [...(note ? [both(note)] : []), ...limitTexts(limits)],
    })),
    width,
  );
  return reminders === 0
    ? shown
    : [...shown, `  另有到期前提醒 ${reminders} 次 / and ${reminders} reminders`];
};
