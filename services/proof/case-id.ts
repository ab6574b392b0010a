// The id of a case follows from who opened it and under which command id, so that opening it twice opens one case.
import { createHash } from 'node:crypto';

import { actorKey, type CaseCommand } from '../../schemas/command.ts';
import { type CaseId, regionOf } from '../../schemas/ids.ts';

const ALPHABET = 'abcdefghijklmnopqrstuvwxyz234567';

/** First 80 bits of SHA-256 over `<actor> <commandId>`, base32, after the region of origin. */
export const openedCaseId = (command: CaseCommand): CaseId => {
  const digest = createHash('sha256')
    .update(`${actorKey(command.actor)} ${command.commandId}`)
    .digest();
  let bits = 0n;
  for (const byte of digest.subarray(0, 10)) bits = (bits << 8n) | BigInt(byte);
  let id = '';
  for (let i = 75n; i >= 0n; i -= 5n) id += ALPHABET[Number((bits >> i) & 31n)];
  const { actor, body } = command;
  const region =
    'department' in actor ? regionOf(actor.department) : regionOf(body.to?.[0] ?? '000000/publisher');
  return `${region}-${id}`;
};
