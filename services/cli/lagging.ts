// An answer out of tables that lack something of the ledger: said aloud, and in what the command ends with.
import type * as z from 'zod';
import { Lagging } from '../doors/http/standing.ts';
import { LAGGING } from './exit-codes.ts';

type Lag = z.infer<typeof Lagging>;

const parts = ({ behind, parked }: NonNullable<Lag>): { zh: string; en: string }[] => [
  ...(behind === null
    ? [{ zh: '无法得知账本现有多少条记录', en: 'the ledger does not say how long it is' }]
    : []),
  ...(behind ? [{ zh: `还有 ${behind} 条记录没有读入`, en: `${behind} entries are still to be read` }] : []),
  ...(parked > 0
    ? [{ zh: `${parked} 件案件有读不了的记录`, en: `${parked} cases have an entry that cannot be read` }]
    : []),
];

/** Says, beside the answer, that something may be missing in it; the command then ends with `LAGGING`. */
export const sayLag = (lag: Lag): void => {
  if (lag === null) return;
  const said = parts(lag);
  process.stderr.write(
    `注意：查询库落后于账本，${said.map(({ zh }) => zh).join('，')}，以上结果可能不全；请稍后再查，一直如此请运维人员查看 /ready\n` +
      `the tables are behind the ledger (${said.map(({ en }) => en).join(', ')}), so something may be missing above: ask again later; if it stays so, have the operator look at /ready\n`,
  );
  process.exitCode = LAGGING;
};

/** Out of a header. */
export const lagOf = (header: string | null): Lag =>
  header === null ? null : Lagging.parse(JSON.parse(header));
