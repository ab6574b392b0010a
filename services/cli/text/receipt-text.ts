// A receipt as a clerk reads it: what was taken, under which number, and what it set going.
import type { Receipt } from '../../../schemas/entry.ts';
import { whenText } from '../../words/instants.ts';
import type { Words } from '../../words/words.ts';

/** What it did to limits, and to which case or department it led: a line each, where that is known. */
export type Did = { readonly limits: readonly string[]; readonly elsewhere: readonly string[] };
export const NOTHING_SAID: Did = { limits: [], elsewhere: [] };

export const receiptText = (
  command: string,
  receipt: Receipt,
  did: Did,
  { commandTitle, eventTitle }: Words,
): string => {
  const counted = Map.groupBy(receipt.events, (event) => eventTitle(event).zh);
  const events = [...counted].map(([title, all]) =>
    all.length > 1 ? `${title}（${all.length} 项）` : title,
  );
  return [
    `已受理 accepted  ${commandTitle(command).zh}${receipt.repeated ? '（此前已受理，以下是首次的回执 / taken before, this is its first receipt）' : ''}`,
    `  案件 case      ${receipt.case}${receipt.proceedings.length > 0 ? `  程序 ${receipt.proceedings.join(' ')}` : ''}`,
    `  记录 entry     本案第 ${receipt.sequence} 条，账本第 ${receipt.ledgerSequence} 条，${whenText(receipt.recordedAt)}`,
    `  事件 events    ${events.join('、')}`,
    ...did.elsewhere.map((line, n) => `  ${n === 0 ? '涉及 concerns  ' : '               '}${line}`),
    ...did.limits.map((line, n) => `  ${n === 0 ? '期限 limits    ' : '               '}${line}`),
    `  回执 receipt   ${receipt.hash} （签名 ${receipt.signature.key}）`,
  ].join('\n');
};
