// What an item of the law is known by: two that read the same, to the letter, have the same hash.
import type { LawItem } from '../../schemas/law.ts';
import { sha256, signedBytes } from './canonical.ts';

/** SHA-256 over the context line `xianjie.law-item.v1` and the item's RFC 8785 bytes, base64url. */
export const lawItemHash = (item: LawItem): string => sha256(signedBytes('xianjie.law-item.v1', item));
