// Shapes of what the HTTP door says of an inbox.
import * as z from 'zod';
import { Notice } from '../../../schemas/entry.ts';
import { OfficerId } from '../../../schemas/ids.ts';
import { Instant } from '../../../schemas/instant.ts';
import { Lagging } from './standing.ts';

/** Where a page begins: in which part, after which entry of the ledger. */
export const InboxPlace = z.string().regex(/^(unread|read):(0|[1-9]\d{0,15})$/);

const ReceivedNotice = z.strictObject({
  notice: Notice,
  earlier: z
    .array(Notice)
    .describe('Entries from before the case was handed over, which came with this one; oldest first'),
  own: z.boolean().describe('The department submitted it itself'),
  readBy: z
    .array(z.strictObject({ officer: OfficerId, at: Instant }))
    .describe('Officers of the department who have read it, earliest first'),
});
export type ReceivedNotice = z.infer<typeof ReceivedNotice>;

export const InboxAnswer = z.strictObject({
  lagging: Lagging,
  notices: z.array(ReceivedNotice),
  next: InboxPlace.nullable().describe('`after` of the next page; null where there is none'),
  readTo: z.int().describe('Ledger sequence up to which the list is made'),
});
export type InboxAnswer = z.infer<typeof InboxAnswer>;
