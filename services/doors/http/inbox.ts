// GET /v1/inbox: what came for the caller's department, as notices sealed to its own key; who has read what is kept for each
// officer. POST /v1/inbox/read: read by the caller. Neither touches what the department's software has acknowledged on the bus.
import * as z from 'zod';
import { placeIn, shownLaterIn } from '../../../case/backfill.ts';
import type { Recipient } from '../../../case/who-is-told.ts';
import type { Notice } from '../../../schemas/entry.ts';
import { CaseId, type DepartmentId } from '../../../schemas/ids.ts';
import type { InboxLine } from '../../bus/reading-room/queries/inbox.ts';
import { caseReads, type ReadCase } from './case-reads.ts';
import type { FoldedCase } from './case-shown.ts';
import { InboxAnswer, InboxPlace, type ReceivedNotice } from './inbox-answer.ts';
import { pageOf } from './page.ts';
import type { HttpPorts } from './ports.ts';
import { problems, sendCode } from './problem.ts';
import { type HttpServer, officerOf } from './server.ts';
import { wholeNumber } from './whole-number.ts';

const LONGEST_PAGE = 100;
const USUAL_PAGE = 50;

const partOf = (place: string): { read: boolean; after: number } => ({
  read: place.startsWith('read:'),
  after: Number(place.slice(place.indexOf(':') + 1)),
});

const NoticeId = z
  .string()
  .max(160)
  .describe('id of a notice; of one that came with another (`earlier`) the other is read too');

/** How a department was told of an entry at the time. */
const toldOf = ({ view }: FoldedCase, sequence: number, department: DepartmentId): Recipient | undefined =>
  view.shown[placeIn(view, sequence)]?.told.find((recipient) => recipient.department === department);

export const inboxRoutes = (app: HttpServer, ports: HttpPorts): void => {
  const { room, roomLag, reads, noticeAgain, commandAt, clock } = ports;
  const cases = caseReads(ports);
  const security = [{ bearer: [] }];

  /** The notices an entry made for a department, its own last; none where it was not told of it. */
  const noticesOf = async (
    { folded, entries }: ReadCase,
    sequence: number,
    department: DepartmentId,
  ): Promise<Notice[]> => {
    const { known, view, passedOn } = folded;
    const told = toldOf(folded, sequence, department);
    const placed = entries[placeIn(view, sequence)];
    if (!known || !told || !placed) return [];
    const { ledgerSequence: by } = placed;
    const passed = (passedOn.get(sequence) ?? []).filter(({ to }) => to === department);
    const earlier = passed.flatMap(({ sequence: of, paths }) => {
      const one = entries[placeIn(view, of)];
      const recipient = one && shownLaterIn(view, known.state, one.entry.events, department);
      return one && recipient
        ? [{ recipient, ledgerSequence: one.ledgerSequence, passedOn: { paths, by } }]
        : [];
    });
    return Promise.all([...earlier, { recipient: told, ledgerSequence: by }].map(noticeAgain));
  };

  /** A line says where to look; what is shown of it is decided on the case. */
  const receivedOf = async (
    { sequence: place, case: id, readBy }: InboxLine,
    department: DepartmentId,
    own: boolean,
  ): Promise<ReceivedNotice | undefined> => {
    const read = await cases.read(id, department);
    const entry = read?.entries.findLast(({ ledgerSequence }) => ledgerSequence === place)?.entry;
    const earlier = read && entry ? await noticesOf(read, entry.sequence, department) : [];
    const notice = earlier.pop();
    return notice && { notice, earlier, own, readBy: readBy.map((reading) => ({ ...reading })) };
  };

  app.get(
    '/v1/inbox',
    {
      config: { audience: 'officer' },
      schema: {
        summary: '收件箱 / what came for this department',
        description:
          '先列本人未阅的，最早的在前；all=true 再列已阅的，最近的在前。每名经办人的已阅分别记录，一人阅过不影响他人。通报与总线上的相同，只有部门的封装密钥能打开其中的内容。What the caller has not read comes first, oldest first; with all=true what was read follows, newest first. Who has read what is kept for each officer: reading by one hides nothing from another. The notices are those of the bus, and only the sealing key of the department opens their values.',
        security,
        querystring: z.strictObject({
          all: z.literal('true').optional().describe('What the caller has read, too'),
          own: z.literal('true').optional().describe('What this department submitted itself, instead'),
          after: InboxPlace.optional().describe('`next` of the page before'),
          limit: wholeNumber(1, LONGEST_PAGE).optional(),
        }),
        response: { 200: InboxAnswer, ...problems },
      },
    },
    async (request) => {
      const { department, officer } = officerOf(request);
      const { all, own, after, limit = USUAL_PAGE } = request.query;
      const lagging = await roomLag();
      const { sequence: readTo } = await room.position();
      const isOwn = own !== undefined;
      const begun = partOf(after ?? 'unread:0');
      const linesOf = async (read: boolean, most: number) =>
        (
          await reads.inbox({
            department,
            officer,
            own: isOwn,
            read,
            limit: most,
            ...(begun.read === read && after !== undefined ? { after: begun.after } : {}),
          })
        ).map((line) => ({ ...line, read }));
      // One more than is shown says whether there is a next page.
      const unread = begun.read ? [] : await linesOf(false, limit + 1);
      const isShort = unread.length <= limit && (all !== undefined || begun.read);
      const lines = [...unread, ...(isShort ? await linesOf(true, limit + 1 - unread.length) : [])];
      const { answers, rest } = await pageOf(lines, limit, (line) => receivedOf(line, department, isOwn));
      const last = rest && lines[answers.length - 1];
      return {
        lagging,
        notices: answers.flatMap((one) => one ?? []),
        next: last ? `${last.read ? 'read' : 'unread'}:${last.sequence}` : null,
        readTo,
      };
    },
  );

  /** Ledger sequence of the entry that made a notice for the department, or `null`. */
  const placeOf = async (id: string, department: DepartmentId): Promise<number | null> => {
    const [caseId = '', sequence = '', region, body, by] = id.split('/');
    if (`${region}/${body}` !== department || !CaseId.safeParse(caseId).success) return null;
    // What came with another may be of the case that that one's was split off.
    const of = by === undefined ? caseId : ((await commandAt(Number(by)))?.case ?? caseId);
    const read = await cases.read(of, department);
    const place = by === undefined ? Number(sequence) : undefined;
    const placed = read?.entries.find(
      ({ entry, ledgerSequence }) => entry.sequence === place || String(ledgerSequence) === by,
    );
    return placed && read && toldOf(read.folded, placed.entry.sequence, department)
      ? placed.ledgerSequence
      : null;
  };

  app.post(
    '/v1/inbox/read',
    {
      config: { audience: 'officer' },
      schema: {
        summary: '标为已阅 / notices read by the caller, all of them or none; again changes nothing',
        security,
        body: z.strictObject({ notices: z.array(NoticeId).min(1).max(200) }),
        response: { 200: z.strictObject({ marked: z.int() }), ...problems },
      },
    },
    async (request, reply) => {
      const { department, officer } = officerOf(request);
      const { notices } = request.body;
      const places = await Promise.all([...new Set(notices)].map((id) => placeOf(id, department)));
      if (places.includes(null)) return sendCode(request, reply, 'NOTICE_NOT_FOUND');
      const all = [...new Set(places.flatMap((place) => place ?? []))];
      const marked = await reads.mark({ department, officer, sequences: all, at: clock.now() });
      return { marked };
    },
  );
};
