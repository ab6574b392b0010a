// A batch of entries → what workflows are told, seen from the cases as they stand now: what a later entry has undone is
// not told at all. Pure.

import type { HandOffOutcome } from '../../../activities/hand-off-status.ts';
import { ARMED_WITHIN_MS, type NextMoment } from '../../../activities/roll-call.ts';
import { nextMomentOf } from '../../../case/next-moments.ts';
import type { CaseState } from '../../../case/state.ts';
import type { CaseEvent } from '../../../schemas/event.ts';
import { type Instant, plusMillis } from '../../../schemas/instant.ts';
import type { Chase, HandOffInput, HandOffKey } from '../../../workflows/messages.ts';
import { openHandOffIn, openHandOffsOf } from '../enforcement/open-hand-offs.ts';
import { type Meaning, meaningsOf } from './event-signals.ts';

/** Events of a case in the batch, with the case at the head of the ledger. */
export type CaseNews = { readonly state: CaseState; readonly events: readonly CaseEvent[] };

export type WorkflowMessages = {
  readonly moments: readonly NextMoment[];
  readonly started: readonly HandOffInput[];
  readonly closed: readonly { readonly key: HandOffKey; readonly outcome: HandOffOutcome }[];
  readonly chased: readonly { readonly key: HandOffKey; readonly chase: Chase }[];
};

export const messagesOf = (news: readonly CaseNews[], now: Instant): WorkflowMessages => {
  const until = plusMillis(now, ARMED_WITHIN_MS);
  const moments = new Map<string, NextMoment>();
  const started: HandOffInput[] = [];
  const closed: { key: HandOffKey; outcome: HandOffOutcome }[] = [];
  const chased: { key: HandOffKey; chase: Chase }[] = [];

  const tell = (state: CaseState, meaning: Meaning): void => {
    switch (meaning.tell) {
      case 'arm': {
        const clock = state.clocks[meaning.clock];
        const next = clock && nextMomentOf(state, clock);
        if (next && next.at <= until) moments.set(`${state.id} ${next.clock}`, next);
        return;
      }
      case 'start-hand-off': {
        const { proceeding, hop } = meaning;
        const open = openHandOffsOf(state).find((h) => h.proceeding === proceeding && h.hop === hop);
        if (open) started.push(open);
        return;
      }
      case 'close-hand-off':
        closed.push({ key: { case: state.id, ...meaning.key }, outcome: meaning.outcome });
        return;
      case 'chase': {
        const open = openHandOffIn(state, meaning.proceeding);
        if (!open) return;
        const { case: caseId, proceeding, hop } = open;
        chased.push({ key: { case: caseId, proceeding, hop }, chase: meaning.chase });
      }
    }
  };

  for (const { state, events } of news) {
    for (const event of events)
      for (const meaning of meaningsOf(event, (clock) => state.clocks[clock]?.receipt === true))
        tell(state, meaning);
  }
  return { moments: [...moments.values()], started, closed, chased };
};
