// The id of a case follows from who opened it and under which command id, so that opening it twice opens one case; that of one split
// off follows from the command that splits it.
import { createHash } from 'node:crypto';

import { actorKey, type CaseCommand } from '../../schemas/command.ts';
import { type CaseId, type Region, regionOf, regionOfCase } from '../../schemas/ids.ts';

const ALPHABET = 'abcdefghijklmnopqrstuvwxyz234567';

/** First 80 bits of SHA-256, base32, after the region of origin. */
const idFrom = (region: Region, text: string): CaseId => {
  const digest = createHash('sha256').update(text).digest();
  let bits = 0n;
  for (const byte of digest.subarray(0, 10)) bits = (bits << 8n) | BigInt(byte);
  let id = '';
  for (let i = 75n; i >= 0n; i -= 5n) id += ALPHABET[Number((bits >> i) & 31n)];
  return `${region}-${id}`;
};

/** Over `<actor> <commandId>`. */
export const openedCaseId = (command: CaseCommand): CaseId => {
  const { actor, body, commandId } = command;
  const region =
    'department' in actor ? regionOf(actor.department) : regionOf(body.to?.[0] ?? '000000/publisher');
  return idFrom(region, `${actorKey(actor)} ${commandId}`);
};

/** Over `split <case> <actor> <commandId>`, in the region of the case that is split; none of a command that chooses nothing of it. */
export const splitCaseId = (
  caseId: CaseId,
  { actor, commandId, body }: Pick<CaseCommand, 'actor' | 'commandId' | 'body'>,
): CaseId | undefined =>
  body.proceedings || body.subjects
    ? idFrom(regionOfCase(caseId), `split ${caseId} ${actorKey(actor)} ${commandId}`)
    : undefined;
