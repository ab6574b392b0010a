// How a hand-over ends without a receipt: sent back by whoever got it, who says why, or taken back by whoever sent it.
/** A matter that the police got, whatever became of it; not one that was misdirected and taken back. */
export const HANDED_OVER = 'handed-to-police';

type Words = readonly [zh: string, en: string];

export const sentBack = <const R>(by: R, event: string, title: Words) =>
  ({ event, title, by, reason: 'required', closesHandOff: 'returned' }) as const;

export const takenBack = <const R>(by: R, event: string, title: Words) =>
  ({ event, title, by, closesHandOff: 'taken-back' }) as const;
