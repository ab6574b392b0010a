// The figures as a table for people. Chinese first, as all that people read here.
import stringWidth from 'string-width';
import type { Figures } from './figures.ts';

const padded = (text: string, width: number): string =>
  ' '.repeat(Math.max(0, width - stringWidth(text))) + text;

const table = (rows: readonly (readonly (string | number)[])[]): string => {
  const texts = rows.map((row) => row.map(String));
  const widths = (texts[0] ?? []).map((_, n) => Math.max(...texts.map((row) => stringWidth(row[n] ?? ''))));
  return texts.map((row) => row.map((text, n) => padded(text, widths[n] ?? 0)).join('  ')).join('\n');
};

export const report = ({ handOffs, storm, relay }: Figures): string =>
  [
    '移交 hand-offs (一次移交 = 两条签名命令 two signed commands, 2 KB each)',
    table([
      ['并发 in flight', '每秒 /s', 'p50 ms', 'p99 ms', '裸写 floor /s', '比 ratio', '处理器 CPU ms'],
      ...handOffs.map((h) => [
        h.inFlight,
        h.perSecond,
        h.p50Ms,
        h.p99Ms,
        h.floorPerSecond,
        h.ratio.toFixed(2),
        h.processorMs ?? '–',
      ]),
    ]),
    '',
    '同一时刻到期 deadlines at one instant',
    table([
      ['数量 count', '首条 first ms', '末条 last ms', '提前 early', '重复 twice'],
      [storm.count, storm.firstMs, storm.lastMs, storm.early, storm.twice],
    ]),
    '',
    '入账到送达 ledger to receiver, p99 ms (100 次移交/秒 hand-offs/s)',
    table([
      ['收件箱 inbox', 'Temporal'],
      [relay.inboxP99Ms, relay.temporalP99Ms],
    ]),
  ].join('\n');
