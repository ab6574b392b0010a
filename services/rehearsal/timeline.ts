// A recorded case as lines a clerk can read: when as exactly as it is known, who, what, which limit, met or not, and what was
// filled in. Pure; made from the entries of the ledger and the published texts.
import type { Clock } from '../../case/state.ts';
import type { Law } from '../../law/law.ts';
import { titlesOf } from '../../law/titles.ts';
import type { CaseCommand } from '../../schemas/command.ts';
import type { Entry } from '../../schemas/entry.ts';
import type { CaseEvent, ClockTimes } from '../../schemas/event.ts';
import type { Bilingual } from '../../schemas/ids.ts';
import { dateOf } from '../../schemas/instant.ts';
import { actorTitle, departmentTitle } from '../words/departments.ts';
import { dueText, whenKnown } from '../words/instants.ts';
import { kindTitle, outcomeTitle, undeterminedTitle } from '../words/limits.ts';
import { type RecordedCase, standingOf } from './collect.ts';
import { isByBounds, WHY_TITLES, whyUndetermined } from './decided-by.ts';
import { type NotTaken, notTakenIn, wouldHaveEnded } from './not-taken.ts';

/** A limit that began or ended: its name, its kind, and what became of it. */
export type LimitNote = {
  readonly title: Bilingual;
  readonly kind: Bilingual;
  readonly said: Bilingual;
  /** Neither met nor breached whatever happens: told in one line with its like. */
  readonly isUndetermined: boolean;
};

type TimelineLine = {
  readonly when: string;
  readonly who: string;
  readonly what: Bilingual;
  /** Taken by a simulated officer, not published. */
  readonly isFilled: boolean;
  /** What is to be known of it beside: that the bus did not take it, and why. */
  readonly note?: Bilingual;
  readonly limits: readonly LimitNote[];
};

export type Timeline = {
  readonly lines: readonly TimelineLine[];
  /** Reminders before a limit ran out; they would drown the rest. */
  readonly reminders: number;
};

export type TimelineOf = {
  readonly recorded: RecordedCase;
  readonly law: Law;
  /** Text of a fact by its `published`, or of an invented step by its command id. */
  readonly textOf: (command: CaseCommand) => string | undefined;
  /** Published acts that the bus did not take, by their `published`. */
  readonly notTaken: ReadonlyMap<string, NotTaken>;
  /** Of an invented case it may be said that something is overdue; of a published one only what is published. */
  readonly isInvented: boolean;
};

const titleOf = (law: Law, { limit, startedAt }: Pick<Clock, 'limit' | 'startedAt'>): Bilingual =>
  law.timeLimitOn(limit, dateOf(startedAt))?.title ?? { zh: limit, en: limit };

/** Until when a clock runs: by both readings where they differ. */
const runsTo = ({ strictDueAt, latestDueAt, provisional }: ClockTimes): Bilingual => {
  if (latestDueAt === null) return { zh: '应立即办理', en: 'due at once' };
  const latest = `${dueText(latestDueAt)}${provisional ? '（暂定）' : ''}`;
  return strictDueAt === latestDueAt
    ? { zh: `起算，至 ${latest}`, en: 'runs' }
    : {
        zh: `起算，从严至 ${dueText(strictDueAt)}，从宽至 ${latest}`,
        en: 'runs, strictly and at the latest',
      };
};

/** What an event says about a limit, or nothing. */
const limitNotes = (of: TimelineOf, event: CaseEvent): LimitNote[] => {
  if (event.kind !== 'clock') return [];
  const clock = of.recorded.state.clocks[event.clock];
  if (!clock) return [];
  const note = (zh: string, en: string, isUndetermined = false): LimitNote[] => [
    { title: titleOf(of.law, clock), kind: kindTitle(clock.limitKind), said: { zh, en }, isUndetermined },
  ];
  const isMetByBounds = standingOf(clock) === 'met' && isByBounds(of.recorded, clock);
  if (event.type === 'clock-started') {
    if (event.undetermined && isMetByBounds) {
      const { zh, en } = undeterminedTitle(event.undetermined);
      const { startedAt, startedAtLatest = startedAt } = event;
      const [first, last] = [dateOf(startedAt), dateOf(startedAtLatest)];
      return note(`${zh}，在 ${first} 至 ${last} 之间`, `${en}, between ${first} and ${last}`);
    }
    if (event.undetermined) {
      const { zh, en } = undeterminedTitle(event.undetermined);
      return note(`无法认定（${zh}）`, `undetermined (${en})`, true);
    }
    const { zh, en } = runsTo(event.times);
    return note(zh, en);
  }
  if (event.type !== 'clock-stopped') return [];
  if (isMetByBounds)
    return note(
      '按期（未公开的日期介于两个公开日期之间，无论是哪一日均在期限内）',
      'met, whatever the day was that is not published, for it lies between two that are',
    );
  if (clock.undetermined) return [];
  switch (standingOf(clock)) {
    case 'undetermined': {
      const { zh, en } = WHY_TITLES[whyUndetermined(of.recorded, clock)];
      return note(`无法认定（${zh}）`, `undetermined (${en})`, true);
    }
    default: {
      const { zh, en } = outcomeTitle(clock.outcome ?? 'moot', of.law.timeLimit(clock.limit, clock.version));
      return note(zh, en);
    }
  }
};

type MomentEvent = Extract<CaseEvent, { kind: 'moment' }>;

/** Whether a published act that the bus did not take would have ended what ran out here. */
const isEndedElsewhere = (of: TimelineOf, entry: Entry, event: MomentEvent): boolean => {
  const { recorded, law, notTaken } = of;
  const clock = recorded.state.clocks[event.clock];
  const before = recorded.entries.filter(({ sequence }) => sequence < entry.sequence);
  return clock !== undefined && wouldHaveEnded(recorded, law, clock, before, notTaken);
};

const momentText = (of: TimelineOf, entry: Entry, event: MomentEvent): Bilingual => {
  const clock = of.recorded.state.clocks[event.clock];
  const title = clock ? titleOf(of.law, clock) : { zh: event.clock, en: event.clock };
  const kind = clock ? `（${kindTitle(clock.limitKind).zh}）` : '';
  const said = ((): Bilingual => {
    switch (event.type) {
      case 'limit-reminded':
        return { zh: '到期前提醒', en: 'reminder' };
      case 'strict-limit-reached':
        return { zh: '从严计算已到期', en: 'strictly counted, due now' };
      case 'limit-overdue':
        if (isEndedElsewhere(of, entry, event))
          return {
            zh: '到期；公开的办结总线未受理，是否按期不作认定',
            en: 'due; the completion that was published was not taken, so whether it was kept is not said',
          };
        if (!of.isInvented) return { zh: '到期，未见办结的公开记录', en: 'due; no completion was published' };
        return outcomeTitle('breached', clock && of.law.timeLimit(clock.limit, clock.version));
      case 'limit-escalated':
        return {
          zh: `提请第${event.level ?? ''}级关注`,
          en: `taken to level ${event.level ?? ''}`,
        };
    }
  })();
  return { zh: `${title.zh}${kind}：${said.zh}`, en: `${title.en}: ${said.en}` };
};

/** What the procedure calls it. */
const stepTitle = (of: TimelineOf, event: Extract<CaseEvent, { kind: 'step' }>): Bilingual => {
  const p = of.recorded.state.proceedings[event.proceeding];
  const procedure = p && of.law.procedure(p.procedure, p.version);
  const here = event.from === null ? undefined : procedure?.states[event.from]?.on?.[event.command];
  return here?.title ?? procedure?.commands[event.command]?.title ?? { zh: event.command, en: event.command };
};

const whatOf = (of: TimelineOf, entry: Entry, command: CaseCommand): Bilingual[] => {
  const text = of.textOf(command);
  const said = (title: Bilingual): Bilingual => (text === undefined ? title : { zh: text, en: title.en });
  const found = entry.events.flatMap((event): Bilingual[] => {
    switch (event.kind) {
      case 'step':
        return [stepTitle(of, event)];
      case 'fact':
        return [{ zh: event.fact, en: event.fact.replaceAll('-', ' ') }];
      case 'moment':
        return [momentText(of, entry, event)];
      case 'draft':
        return [
          { zh: '已备好文书草稿，待部门签发', en: 'a document was drafted for the department to sign' },
        ];
      case 'admission': {
        const names = event.departments.map((id) => departmentTitle(id)).join('、');
        return [{ zh: `使${names}参与本案`, en: `brings in ${event.departments.join(', ')}` }];
      }
      case 'join':
        return [{ zh: `并入案件 ${event.into}`, en: `joined to case ${event.into}` }];
      case 'joined':
        return [{ zh: `案件 ${event.case} 并入本案`, en: `case ${event.case} joined` }];
      case 'move':
        return [{ zh: `分案，在案件 ${event.case} 中继续办理`, en: `goes on in case ${event.case}` }];
      case 'arrival':
        return [{ zh: `由案件 ${event.from.case} 分来`, en: `came from case ${event.from.case}` }];
      case 'link':
        return [{ zh: `与案件 ${event.case} 关联`, en: `linked to case ${event.case}` }];
      default:
        return [];
    }
  });
  const isMoments = entry.events.some(({ kind }) => kind === 'moment');
  // A clue to several receivers, or a step that moves two proceedings, is still one deed.
  return isMoments ? found : [said(found[0] ?? titlesOf(of.law).commandTitle(command.command))];
};

const whoOf = ({ actor }: CaseCommand): string =>
  'service' in actor ? actorTitle(`service:${actor.service}`) : departmentTitle(actor.department);

/** Nobody is called to account for what a published act would have ended. */
const isIdle = (of: TimelineOf, entry: Entry, event: CaseEvent): boolean =>
  event.kind === 'moment' && event.type !== 'limit-overdue' && isEndedElsewhere(of, entry, event);

const noteOf = (of: TimelineOf, entry: Entry): Bilingual | undefined => {
  const kept = notTakenIn(entry, of.notTaken);
  return (
    kept && {
      zh: `总线未受理，仅记为事实：${kept.reason.zh}`,
      en: `not taken, kept as a fact only: ${kept.reason.en}`,
    }
  );
};

const isReminder = (event: CaseEvent): boolean => event.type === 'limit-reminded';

/** One line an entry; what time did at one instant may be several. */
export const timelineOf = (of: TimelineOf): Timeline => {
  const { entries } = of.recorded;
  const lines = entries.flatMap((entry): TimelineLine[] => {
    const events = entry.events.filter((event) => !isReminder(event) && !isIdle(of, entry, event));
    if (events.length === 0) return [];
    const command = entry.command as CaseCommand;
    const limits = events.flatMap((event) => limitNotes(of, event));
    const note = noteOf(of, entry);
    return whatOf(of, { ...entry, events }, command).map((what, index, all) => ({
      when: whenKnown(entry.occurredAt, command.precision),
      who: whoOf(command),
      what,
      isFilled: command.body.filled === true,
      ...(note ? { note } : {}),
      limits: index === all.length - 1 ? limits : [],
    }));
  });
  return { lines, reminders: entries.flatMap(({ events }) => events).filter(isReminder).length };
};
