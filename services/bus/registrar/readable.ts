// What is written, every reader can take: looked at before it is appended, for what is in the ledger stays there. Readers are the
// schema of a record, a notice of one message, a database and a terminal that refuse or obey control characters.

import type { Refusal } from '../../../schemas/entry.ts';
import { LedgerRecord } from '../../../schemas/entry.ts';
import { refusal } from '../../../schemas/errors.ts';
import { issueDetails } from '../../../schemas/issues.ts';
import { OpenJson } from '../../../schemas/open-text.ts';
import type { SealedRecord } from '../../proof/record.ts';

/** Bytes of a record: a notice of it, with its values sealed once more, stays well below the server's 1 MiB. */
export const LARGEST_ENTRY = 512 * 1_024;

/**
 * What an open text may not hold, in JSON: control characters, which it escapes save DEL and C1; marks that turn the direction
 * of text; private use. An escape may also be a backslash of the text's own: then each text is looked at.
 */
const SUSPECT =
  /\\[bfnrtu]|[\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ue000-\uf8ff]|[\udb80-\udbff]/;

const holdsMarks = ({ record, bodyText }: SealedRecord): boolean =>
  SUSPECT.test(bodyText) && !OpenJson.safeParse(record.body).success;

/** Why a record may not be appended (ENTRY_TOO_LARGE, ENTRY_UNREADABLE with the fields), or `null`. */
export const unreadable = (sealed: SealedRecord): Refusal | null => {
  const { record, bytes } = sealed;
  if (bytes.byteLength > LARGEST_ENTRY)
    return refusal('ENTRY_TOO_LARGE', [`${bytes.byteLength} > ${LARGEST_ENTRY}`]);
  const parsed = LedgerRecord.safeParse(record);
  if (!parsed.success) return refusal('ENTRY_UNREADABLE', issueDetails(parsed.error.issues));
  return holdsMarks(sealed) ? refusal('ENTRY_UNREADABLE', ['control character']) : null;
};
