// A document before it is Markdown or HTML: blocks of plain text, so that both say the same and neither can smuggle markup in.
import type { Bilingual } from '../../schemas/ids.ts';

export type Cell = string | number;
type TableBlock = {
  readonly kind: 'table';
  readonly caption: Bilingual;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
  /** Said below the table, e.g. how many lines were left out. */
  readonly note?: string;
  /** `agreed` and `unverified` look different from what the law sets. */
  readonly tone?: 'law' | 'agreed' | 'unverified' | 'alarm';
};
export type Block =
  | { readonly kind: 'heading'; readonly level: 2 | 3; readonly text: Bilingual }
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'note'; readonly text: string }
  /** Kept as it is, line by line. */
  | { readonly kind: 'verbatim'; readonly text: string }
  | TableBlock;

export type ReportDocument = {
  readonly title: Bilingual;
  /** Lines under the title. */
  readonly subtitle: readonly string[];
  /** An exercise: said on every page, every heading and every figure. */
  readonly rehearsal: boolean;
  readonly blocks: readonly Block[];
};

/** Put before every heading and caption of a rehearsal. */
export const REHEARSAL_MARK = '【演练】';
export const REHEARSAL_NOTICE =
  '本报告出自演练账本：时间由程序步进，案件由演练重放，不是正式记录。 / Made from a rehearsal ledger: an exercise, not the record.';
