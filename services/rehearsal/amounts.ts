// Rule 6: amounts of published cases, in fen, each with its source; totals of a region or campaign belong to no case.
import type { PublishedCase, PublishedSource } from './published-case.ts';

const TOTAL_IN_TEXT = /全国|全省|全市|各省|各市|各县|各区|批量/;
const TOTAL_IN_NOTE = /批量|非单案/;

/** Yuan, exact to the fen, as a string of fen. */
const fenOf = (yuan: number): string => String(Math.round(yuan * 100));

/** `站点《标题》`, the source people read. */
export const sourceText = ({ site, title, url }: PublishedSource): string => `${site}《${title}》${url}`;

/** Main source first, as many of the others as fit into the field. */
export const sourcesText = (published: PublishedCase): string =>
  [published.source, ...(published.moreSources ?? [])]
    .map(sourceText)
    .reduce((all, next) => (all.length + next.length + 1 > 1_000 ? all : `${all}；${next}`));

type Amount = { amountFen?: string; amountSource?: string };

/** A version of the case's amount with its source; of a total only that it is one, and that it is not the case's. */
export const amountOf = (published: PublishedCase, yuan: number | null | undefined, text: string): Amount => {
  if (yuan === null || yuan === undefined) return {};
  const note = published.amountNote ?? '';
  if (TOTAL_IN_TEXT.test(text) || TOTAL_IN_NOTE.test(note)) {
    return {
      amountSource: `地区或专项合计 ${yuan} 元，不作为本案金额 (total of a region or campaign, not this case's amount)`,
    };
  }
  const { site, title } = published.source;
  return { amountFen: fenOf(yuan), amountSource: `${site}《${title}》`.slice(0, 300) };
};
