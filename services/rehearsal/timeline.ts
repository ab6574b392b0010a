// A recorded case as lines a clerk can read: when as exactly as it is known, who, what, which limit, met or not, and what was
// filled in. Pure; made from the entries of the ledger and the published texts.
import type { Clock } from '../../case/state.ts';
import type { Law } from '../../law/law.ts';
import { regionName } from '../../law/regions.ts';
import type { CaseCommand } from '../../schemas/command.ts';
import type { Entry } from '../../schemas/entry.ts';
import type { CaseEvent } from '../../schemas/event.ts';
import { type Bilingual, BODIES, bodyOf, type DepartmentId, regionOf } from '../../schemas/ids.ts';
import { dateOf } from '../../schemas/instant.ts';
import { type RecordedCase, standingOf } from './collect.ts';
import { dueText, whenText } from './when-text.ts';

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
  /** Of an invented case it may be said that something is overdue; of a published one only what is published. */
  readonly isInvented: boolean;
};

/** `无锡市公安机关`. */
const departmentText = (department: DepartmentId): string =>
  `${regionName(regionOf(department))}${BODIES[bodyOf(department)].zh}`;

const SERVICES: Readonly<Record<string, string>> = { publisher: '公开发布方', docket: '平台到时办理' };

const KINDS: Readonly<Record<Clock['limitKind'], Bilingual>> = {
  statutory: { zh: '法定', en: 'statutory' },
  local: { zh: '地方', en: 'local' },
  agreed: { zh: '约定', en: 'agreed' },
};

const WHY_UNDETERMINED: Readonly<Record<NonNullable<Clock['undetermined']>, Bilingual>> = {
  filled: { zh: '起点为补记', en: 'its start was filled in' },
  undated: { zh: '起点未公开日期', en: 'its start is undated' },
  'coarser-than-unit': { zh: '起点不够精确', en: 'its start is not known exactly enough' },
  'source-unverified': { zh: '期限来源待核', en: 'the source of the limit is to be checked' },
};

const titleOf = (law: Law, { limit, startedAt }: Pick<Clock, 'limit' | 'startedAt'>): Bilingual =>
  law.timeLimitOn(limit, dateOf(startedAt))?.title ?? { zh: limit, en: limit };

/** What an event says about a limit, or nothing. */
const limitNotes = (of: TimelineOf, event: CaseEvent): LimitNote[] => {
  if (event.kind !== 'clock') return [];
  const clock = of.recorded.state.clocks[event.clock];
  if (!clock) return [];
  const note = (zh: string, en: string, isUndetermined = false): LimitNote[] => [
    { title: titleOf(of.law, clock), kind: KINDS[clock.limitKind], said: { zh, en }, isUndetermined },
  ];
  if (event.type === 'clock-started') {
    if (event.undetermined) {
      const why = WHY_UNDETERMINED[event.undetermined];
      return note(`不定(${why.zh})`, `undetermined (${why.en})`, true);
    }
    const { latestDueAt } = event.times;
    return latestDueAt === null
      ? note('应立即办理', 'due at once')
      : note(`起算,至 ${dueText(latestDueAt)}`, 'runs');
  }
  if (event.type !== 'clock-stopped' || clock.undetermined) return [];
  switch (standingOf(clock)) {
    case 'met':
      return note('按期', 'met');
    case 'breached':
      return clock.limitKind === 'agreed'
        ? note('超过约定', 'later than agreed, no breach of law')
        : note('逾期', 'overdue');
    case 'undetermined':
      return note(
        '不定(止点为补记、不够精确,或无人收到)',
        'undetermined (its end was filled in, is not exact, or reached nobody)',
        true,
      );
    default:
      return clock.outcome === 'lapsed' ? note('期满', 'ran out') : note('不再适用', 'no longer applies');
  }
};

const momentText = (of: TimelineOf, event: Extract<CaseEvent, { kind: 'moment' }>): Bilingual => {
  const clock = of.recorded.state.clocks[event.clock];
  const title = clock ? titleOf(of.law, clock) : { zh: event.clock, en: event.clock };
  const kind = clock ? `(${KINDS[clock.limitKind].zh})` : '';
  const isAgreed = clock?.limitKind === 'agreed';
  const said = ((): Bilingual => {
    switch (event.type) {
      case 'limit-reminded':
        return { zh: '到期前提醒', en: 'reminder' };
      case 'strict-limit-reached':
        return { zh: '从严计算已到期', en: 'strictly counted, due now' };
      case 'limit-overdue':
        if (!of.isInvented) return { zh: '到期,未见办结的公开记录', en: 'due; no completion was published' };
        return isAgreed ? { zh: '超过约定期限', en: 'past the agreed limit' } : { zh: '逾期', en: 'overdue' };
      case 'limit-escalated':
        return {
          zh: `提请第${event.level ?? ''}级关注`,
          en: `taken to level ${event.level ?? ''}`,
        };
    }
  })();
  return { zh: `${title.zh}${kind}:${said.zh}`, en: `${title.en}: ${said.en}` };
};

/** What the procedure calls it. */
const stepTitle = (of: TimelineOf, event: Extract<CaseEvent, { kind: 'step' }>): Bilingual => {
  const p = of.recorded.state.proceedings[event.proceeding];
  const procedure = p && of.law.procedure(p.procedure, p.version);
  const transition =
    event.from === null
      ? procedure?.opensOn[event.command]
      : (procedure?.states[event.from]?.on?.[event.command] ?? procedure?.always?.[event.command]);
  return transition?.title ?? { zh: event.command, en: event.command };
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
        return [momentText(of, event)];
      case 'draft':
        return [{ zh: '已备好文书草稿,待部门签发', en: 'a document was drafted for the department to sign' }];
      case 'admission': {
        const names = event.departments.map(departmentText).join('、');
        return [{ zh: `使${names}参与本案`, en: `brings in ${event.departments.join(', ')}` }];
      }
      case 'link':
        return [{ zh: `与案件 ${event.case} 关联`, en: `linked to case ${event.case}` }];
      default:
        return [];
    }
  });
  const isMoments = entry.events.some(({ kind }) => kind === 'moment');
  // A clue to several receivers, or a step that moves two proceedings, is still one deed.
  return isMoments ? found : [said(found[0] ?? { zh: command.command, en: command.command })];
};

const whoOf = ({ actor }: CaseCommand): string =>
  'service' in actor ? (SERVICES[actor.service] ?? actor.service) : departmentText(actor.department);

const isReminder = (event: CaseEvent): boolean => event.type === 'limit-reminded';

/** One line an entry; what time did at one instant may be several. */
export const timelineOf = (of: TimelineOf): Timeline => {
  const { entries } = of.recorded;
  const lines = entries.flatMap((entry): TimelineLine[] => {
    const events = entry.events.filter((event) => !isReminder(event));
    if (events.length === 0) return [];
    const command = entry.command as CaseCommand;
    const limits = events.flatMap((event) => limitNotes(of, event));
    return whatOf(of, { ...entry, events }, command).map((what, index, all) => ({
      when: whenText(entry.occurredAt, command.precision),
      who: whoOf(command),
      what,
      isFilled: command.body.filled === true,
      limits: index === all.length - 1 ? limits : [],
    }));
  });
  return { lines, reminders: entries.flatMap(({ events }) => events).filter(isReminder).length };
};
