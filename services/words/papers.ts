// A paper as a clerk compares it with the one in hand: what it is, its number, when it was served, its hash in full.
import type { Paper } from '../../schemas/command.ts';

type Titles = { readonly paperTitle: (code: string) => { readonly zh: string } };

/**
 * What it is on the first line, what else is known of it on the others.
 * @param title as its sender calls it, where that is shown
 */
export const paperLines = (
  { code, number, explained, class: handling, servedOn, serviceReceipt, sha256 }: Paper,
  { paperTitle }: Titles,
  title?: string,
): string[] => {
  const served = [
    ...(servedOn ? [`送达 ${servedOn}`] : []),
    ...(serviceReceipt ? [`送达回证 ${serviceReceipt}`] : []),
    ...(handling ? [`密级 ${handling}`] : []),
  ];
  return [
    [
      paperTitle(code).zh,
      ...(number ? [number] : []),
      ...(title ? [`“${title}”`] : []),
      ...(explained ? ['（未附，已说明）'] : []),
    ].join(' '),
    ...(served.length > 0 ? [served.join('，')] : []),
    ...(sha256 ? [`SHA-256 ${sha256}`] : []),
  ];
};
