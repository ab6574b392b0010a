// Whether a notice is what the ledger recorded: shape, receiver, the ledger's signature over the head, the body against the
// head, and every value, opened with the receiver's sealing key, against its commitment. A notice that fails is never handed
// to the department's software.
import * as z from 'zod';
import { Digest, Disclosure } from '../../schemas/command.ts';
import type { Credentials } from '../../schemas/credentials.ts';
import { type Body, Head, Notice, NoticeData, type OpenedNotice } from '../../schemas/entry.ts';
import type { DepartmentId } from '../../schemas/ids.ts';
import { checkDisclosures } from '../proof/commitment.ts';
import { bodyDigest } from '../proof/record.ts';
import { openSealed, SealError, type SealingKey } from '../proof/seal.ts';
import { verifySignature } from '../proof/signature.ts';
import { showsOf } from '../proof/status-words.ts';

export type CheckedNotice =
  | { readonly ok: true; readonly notice: OpenedNotice }
  | { readonly ok: false; readonly faults: readonly string[] };

/** Who receives, what opens its values, and the keys the ledger signs with. */
export type NoticeReceiver = {
  readonly department: DepartmentId;
  readonly sealKey: SealingKey;
  readonly ledgerKeys: readonly Credentials['ledgerKeys'][number][];
};

/**
 * What this check leans on. The ledger may say more than this build knows: that is left alone and hashed as it came, and what
 * it means is the affair of whoever reads the notice.
 */
const Received = Notice.loose().extend({
  data: NoticeData.loose().extend({
    head: Head.loose(),
    body: z
      .looseObject({
        salt: z.string(),
        command: z.looseObject({ commitments: z.record(z.string(), Digest).optional() }),
        events: z.array(z.looseObject({ kind: z.string(), type: z.string() })),
      })
      .nullable(),
  }),
});

const no = (...faults: string[]) => ({ ok: false, faults }) as const;

const parse = (text: string | Uint8Array): unknown => {
  try {
    return JSON.parse(
      typeof text === 'string' ? text : new TextDecoder('utf-8', { fatal: true }).decode(text),
    );
  } catch {
    return undefined;
  }
};

/** The values of a notice, or what is wrong with them. */
const opened = async (
  key: SealingKey,
  sealed: NoticeData['disclosures'],
): Promise<readonly Disclosure[] | string> => {
  if (sealed === null) return [];
  try {
    const values = z.array(Disclosure).safeParse(parse(await openSealed(key, sealed)));
    return values.success ? values.data : 'disclosures: not a list of values';
  } catch (error) {
    if (error instanceof SealError) return `disclosures: ${error.message}`;
    throw error;
  }
};

/** The id says entry and receiver, and of a backfill the later entry that entitled it. */
const isNamed = (
  { id, backfill, data }: z.infer<typeof Received>,
  { department }: NoticeReceiver,
): boolean => {
  const own = `${data.head.id}/${data.head.sequence}/${department}`;
  if (!backfill) return id === own;
  const by = id.startsWith(`${own}/`) ? id.slice(own.length + 1) : '';
  return /^[1-9]\d{0,15}$/.test(by) && Number(by) > data.ledgerSequence;
};

/** What the head and body commit to: party values in the command, status words in the head. Who gets no body has those alone. */
const commitmentsOf = ({ head, body }: z.infer<typeof Received>['data']): Record<string, string> => ({
  ...body?.command.commitments,
  ...head.shows,
});

const sameShows = (one: Record<string, string>, other: Record<string, string>): boolean =>
  Object.keys(one).length === Object.keys(other).length &&
  Object.entries(one).every(([path, commitment]) => other[path] === commitment);

/** Faults name places, never values. */
export const checkNotice = async (bytes: Uint8Array, receiver: NoticeReceiver): Promise<CheckedNotice> => {
  const parsed = Received.safeParse(parse(bytes));
  if (!parsed.success) {
    return no(...parsed.error.issues.slice(0, 10).map((i) => `${i.path.join('.') || '(body)'}: ${i.code}`));
  }
  const notice = parsed.data;
  const { head, signature } = notice.data;
  const body = notice.data.body as Body | null;
  if (notice.recipient !== receiver.department) return no(`recipient: ${notice.recipient}`);
  if (notice.subject !== head.id || !isNamed(notice, receiver)) return no('id: does not name its entry');
  if (notice.time !== head.recordedAt || notice.correlationid !== head.id || head.kind !== 'case')
    return no('envelope: does not fit its entry');
  if ((body === null) !== notice.type.includes('.status-changed.')) return no('type: does not fit its body');
  const key = receiver.ledgerKeys.find((known) => known.key === signature.key);
  if (!key) return no(`signature: unknown ledger key ${signature.key}`);
  if (!verifySignature(key.publicKey, head.format, head, signature)) return no('signature: does not fit');
  if (body !== null && bodyDigest(body) !== head.body) return no('body: does not fit its head');
  if (body !== null && !sameShows(showsOf(body), head.shows)) return no('shows: do not follow from the body');
  const disclosures = await opened(receiver.sealKey, notice.data.disclosures);
  if (typeof disclosures === 'string') return no(disclosures);
  const faults = checkDisclosures({ commitments: commitmentsOf(notice.data) }, disclosures, false);
  if (faults.length > 0) return no(...faults);
  return { ok: true, notice: { ...notice, data: { ...notice.data, body, disclosures } } as OpenedNotice };
};
