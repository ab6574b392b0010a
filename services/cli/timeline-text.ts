// A case's timeline on a terminal: when, ‹补› where a simulated officer filled it in, who, what, and the limits below.
import stringWidth from 'string-width';
import type { Bilingual } from '../../schemas/ids.ts';
import type { LimitNote, Timeline } from '../rehearsal/timeline.ts';
import { padded } from './table.ts';
import { hanging } from './wrap-text.ts';

const FILLED = '‹补›';
const WHEN = 17;
const MARK = 6;
const WHO_AT_MOST = 26;

/** One language after the other; once where both are the same. */
const both = ({ zh, en }: Bilingual): string => (zh === en ? zh : `${zh} / ${en}`);

/** Limits of one entry: each in its line, those that can be neither met nor breached together by their reason. */
const limitTexts = (limits: readonly LimitNote[]): string[] => {
  const decided = limits
    .filter(({ isUndetermined }) => !isUndetermined)
    .map(
      ({ title, kind, said }) => `${title.zh}(${kind.zh}):${said.zh} / ${title.en} (${kind.en}): ${said.en}`,
    );
  const byReason = Map.groupBy(
    limits.filter(({ isUndetermined }) => isUndetermined),
    ({ said }) => both(said),
  );
  return [
    ...decided,
    ...[...byReason].map(([reason, those]) => `${those.map(({ title }) => title.zh).join('、')}:${reason}`),
  ];
};

/** Lines without line ends, at most `width` cells wide where the text allows it. */
export const timelineText = ({ lines, reminders }: Timeline, width: number): string[] => {
  const who = Math.min(WHO_AT_MOST, Math.max(0, ...lines.map((line) => stringWidth(line.who)))) + 2;
  const indent = ' '.repeat(2 + WHEN + MARK);
  const shown = lines.flatMap((line, index) => {
    const before = lines[index - 1];
    const isSameTime = before?.when === line.when && !before.isFilled;
    const lead = [
      '  ',
      padded(line.isFilled || isSameTime ? '' : line.when, WHEN),
      padded(line.isFilled ? FILLED : '', MARK),
      padded(line.who, who),
    ].join('');
    return [
      ...hanging(lead, both(line.what), width),
      ...limitTexts(line.limits).flatMap((text) => hanging(`${indent}· `, text, width)),
    ];
  });
  return reminders === 0
    ? shown
    : [...shown, `  另有到期前提醒 ${reminders} 次 / and ${reminders} reminders`];
};
