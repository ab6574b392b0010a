// What an event means for workflows: a table, the only place that says so. Pure; procedures do not occur in it.
import type { HandOffOutcome } from '../../../activities/hand-off-status.ts';
import type { CaseEvent } from '../../../schemas/event.ts';
import type { Chase, HandOffKey } from '../../../workflows/messages.ts';

/** What a workflow is to be told because of an event, before the case as it is now has been looked at. */
export type Meaning =
  /** The clock's next moment changed: enter it into its docket. */
  | { readonly tell: 'arm'; readonly clock: string }
  | { readonly tell: 'start-hand-off'; readonly hop: number; readonly proceeding: string }
  | {
      readonly tell: 'close-hand-off';
      readonly key: Omit<HandOffKey, 'case'>;
      readonly outcome: HandOffOutcome;
    }
  | { readonly tell: 'chase'; readonly proceeding: string; readonly chase: Chase };

/** Moments of a limit on the office receipt chase the receiver of the open hand-over. */
const chases = (event: Extract<CaseEvent, { kind: 'moment' }>, isReceipt: boolean): Meaning[] =>
  isReceipt && event.type !== 'strict-limit-reached'
    ? [
        {
          tell: 'chase',
          proceeding: event.proceeding,
          chase: { clock: event.clock, moment: event.moment, at: event.plannedAt },
        },
      ]
    : [];

type Of<T extends CaseEvent['type']> = Extract<CaseEvent, { type: T }>;
type Row<T extends CaseEvent['type']> = (event: Of<T>) => readonly Meaning[];

const arm = ({ clock }: { readonly clock: string }): readonly Meaning[] => [{ tell: 'arm', clock }];
const nothing = (): readonly Meaning[] => [];

/** A clock that stops or pauses is not taken out of its docket: its moment decides to nothing. */
const clockEvents: { readonly [T in Extract<CaseEvent, { kind: 'clock' }>['type']]: Row<T> } = {
  'clock-started': arm,
  'clock-resumed': arm,
  'clock-extended': arm,
  'clock-recalculated': arm,
  'clock-restarted': arm,
  'clock-passed-on': arm,
  'clock-taken-up': arm,
  'clock-stopped': nothing,
  'clock-escalation-ended': nothing,
  'clock-paused': nothing,
  'clock-settled': nothing,
  'clock-start-claimed': nothing,
};

/** `isReceipt` says of a clock whether it is about the office receipt of the open hand-over. */
export const meaningsOf = (event: CaseEvent, isReceipt: (clock: string) => boolean): readonly Meaning[] => {
  switch (event.kind) {
    case 'clock':
      return (clockEvents[event.type] as Row<CaseEvent['type']>)(event as never);
    case 'moment':
      return [{ tell: 'arm', clock: event.clock }, ...chases(event, isReceipt(event.clock))];
    case 'hand-off': {
      const { proceeding, hop, outcome = 'received' } = event;
      return event.type === 'hand-off-started'
        ? [{ tell: 'start-hand-off', proceeding, hop }]
        : [{ tell: 'close-hand-off', key: { proceeding, hop }, outcome }];
    }
    case 'arrival':
      return event.carried.clocks.map(({ clock }) => ({ tell: 'arm', clock }));
    case 'move':
    case 'restriction':
    case 'join':
    case 'join-turn':
    case 'joined':
    case 'standing':
    case 'standing-noted':
    case 'case':
    case 'subject':
    case 'follow-up':
    case 'follow-up-end':
    case 'proceeding':
    case 'step':
    case 'roles':
    case 'draft':
    case 'urge':
    case 'fact':
    case 'admission':
    case 'link':
    case 'correction':
    case 'void':
    case 'closing':
    case 'version':
      return [];
  }
};
