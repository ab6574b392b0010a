// What an entry corrected, what it did to limits, and which moment came: a line each, for who must act on it. What was only agreed
// says so in every one.
import type { titlesOf } from '../../law/titles.ts';
import type { CaseEvent } from '../../schemas/event.ts';
import { dueText, dueTexts, whenKnownRemarked, whenText } from './instants.ts';
import { limitMark, type limitWords } from './limits.ts';

type Words = Pick<ReturnType<typeof titlesOf>, 'eventTitle'> & ReturnType<typeof limitWords>;

const clockLine = (
  event: Extract<CaseEvent, { kind: 'clock' }>,
  titleOfDepartment: (id: string) => string,
  { limitTitle, markedTitle, clockOutcomeTitle }: Words,
): string => {
  const titleOf = (clock: string): string => markedTitle(clock).zh;
  switch (event.type) {
    case 'clock-started':
      return `计时 ${limitTitle(event.limit).zh}，${titleOfDepartment(event.obliged)}，到期 ${dueTexts(event.times)}，${limitMark({ kind: event.limitKind, source: event.limitSource }).zh}`;
    case 'clock-stopped':
      return `止计 ${titleOf(event.clock)}，${clockOutcomeTitle(event.clock, event.outcome).zh}`;
    case 'clock-escalation-ended':
      return `不再升级 ${titleOf(event.clock)}`;
    case 'clock-paused':
      return `中止 ${titleOf(event.clock)}，自 ${whenText(event.pausedAt)}`;
    case 'clock-resumed':
      return `恢复 ${titleOf(event.clock)}，到期 ${dueTexts(event.times)}`;
    case 'clock-extended':
      return `延长 ${titleOf(event.clock)}，到期 ${dueTexts(event.times)}`;
    case 'clock-recalculated':
      return `重算 ${titleOf(event.clock)}，到期 ${dueTexts(event.before)} 改为 ${dueTexts(event.times)}`;
    case 'clock-restarted':
      return `改起算 ${titleOf(event.clock)}，自 ${whenText(event.startedAt)}，到期 ${dueTexts(event.before)} 改为 ${dueTexts(event.times)}`;
    case 'clock-passed-on':
      return `改由${titleOfDepartment(event.obliged)}承担 ${titleOf(event.clock)}，到期不变`;
    case 'clock-taken-up':
      return `继续计时 ${titleOf(event.clock)}，到期 ${dueTexts(event.times)}`;
    case 'clock-settled':
      return `重新认定 ${titleOf(event.clock)}，${clockOutcomeTitle(event.clock, event.before).zh} 改为 ${clockOutcomeTitle(event.clock, event.outcome).zh}`;
    case 'clock-start-claimed':
      return `主张起算较晚 ${titleOf(event.clock)}，自 ${whenText(event.startedAt)}，到期不变`;
  }
};

const correctionLine = ({ corrects, before, after }: Extract<CaseEvent, { kind: 'correction' }>): string => {
  const isMoved = before.occurredAt !== after.occurredAt || before.precision !== after.precision;
  const [was, is] = [before, after].map(({ occurredAt, precision }) =>
    whenKnownRemarked(occurredAt, precision),
  );
  return `更正第 ${corrects} 条${isMoved ? `：发生时间 ${was} 改为 ${is}` : '所载内容'}`;
};

/** What an entry did to limits, in the words of a law. */
export const clockWords = (words: Words) => ({
  /** One line for each moment, each correction and each change of a clock among an entry's events. */
  clockLines: (events: readonly CaseEvent[], titleOfDepartment: (id: string) => string): string[] =>
    events.flatMap((event) => {
      if (event.kind === 'clock') return [clockLine(event, titleOfDepartment, words)];
      if (event.kind === 'correction') return [correctionLine(event)];
      if (event.kind === 'urge') return [`催办 ${words.markedTitle(event.clock).zh}`];
      if (event.kind !== 'moment') return [];
      const { type, clock, plannedAt, late } = event;
      return [
        `${words.eventTitle(type).zh}：${words.markedTitle(clock).zh}，时间节点 ${dueText(plannedAt)}${late ? '（补记）' : ''}`,
      ];
    }),
});
