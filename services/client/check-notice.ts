// Whether a notice is what the ledger recorded: shape, receiver, the ledger's signature over the head, the body against the
// head, and every value shown against its commitment. A notice that fails is never handed to the department's software.
import type { Credentials } from '../../schemas/credentials.ts';
import { Notice } from '../../schemas/entry.ts';
import type { DepartmentId } from '../../schemas/ids.ts';
import { checkDisclosures } from '../proof/commitment.ts';
import { bodyDigest } from '../proof/record.ts';
import { verifySignature } from '../proof/signature.ts';

export type CheckedNotice =
  | { readonly ok: true; readonly notice: Notice }
  | { readonly ok: false; readonly faults: readonly string[] };

const no = (...faults: string[]): CheckedNotice => ({ ok: false, faults });

const parse = (bytes: Uint8Array): unknown => {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
};

/** Faults name places, never values. */
export const checkNotice = (
  bytes: Uint8Array,
  receiver: DepartmentId,
  ledgerKeys: readonly Credentials['ledgerKeys'][number][],
): CheckedNotice => {
  const parsed = Notice.safeParse(parse(bytes));
  if (!parsed.success) {
    return no(...parsed.error.issues.slice(0, 10).map((i) => `${i.path.join('.') || '(body)'}: ${i.code}`));
  }
  const notice = parsed.data;
  const { head, body, signature, disclosures } = notice.data;
  if (notice.recipient !== receiver) return no(`recipient: ${notice.recipient}`);
  if (notice.subject !== head.id || notice.id !== `${head.id}/${head.sequence}/${receiver}`) {
    return no('id: does not name its entry');
  }
  const key = ledgerKeys.find((known) => known.key === signature.key);
  if (!key) return no(`signature: unknown ledger key ${signature.key}`);
  if (!verifySignature(key.publicKey, head.format, head, signature)) return no('signature: does not fit');
  if (body !== null && bodyDigest(body) !== head.body) return no('body: does not fit its head');
  // A party's values stand committed in the command, status words in the head; who gets no body has those alone.
  const ofCommand = body !== null && 'commitments' in body.command ? body.command.commitments : {};
  const faults = checkDisclosures({ commitments: { ...ofCommand, ...head.shows } }, disclosures, false);
  return faults.length > 0 ? no(...faults) : { ok: true, notice };
};
