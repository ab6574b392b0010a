// A progress report as bytes: Markdown, HTML or JSON.
import type { Words } from '../words/words.ts';
import { documentHtml } from './document-html.ts';
import { documentMarkdown } from './document-markdown.ts';
import { progressDocument } from './progress-document.ts';
import type { ProgressReport } from './progress-report.ts';

export const REPORT_FORMATS = ['md', 'html', 'json'] as const;
export type ReportFormat = (typeof REPORT_FORMATS)[number];

/** UTF-8 text ending in a newline. */
export const progressOutput = (report: ProgressReport, format: ReportFormat, words: Words): string => {
  if (format === 'json') return `${JSON.stringify(report, null, 2)}\n`;
  const document = progressDocument(report, words);
  return format === 'md' ? documentMarkdown(document) : documentHtml(document);
};
