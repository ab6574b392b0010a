// Ledgers written before `xianjie.entry.v2` are refused: their format was never released, and nothing here reads it.
import type { NatsConnection } from 'nats';
import { LedgerFault } from './ledger-fault.ts';
import { readMirror } from './mirror-files.ts';
import { messageAt, type StoredMessage } from './read.ts';

/** Whether a message keeps its entry in one piece, as ledgers did before head and body. */
const isOlder = ({ data }: StoredMessage): boolean => {
  try {
    const record = JSON.parse(Buffer.from(data).toString('utf8'));
    return record.entry?.format === 'xianjie.entry.v1';
  } catch {
    // Not JSON: damaged, which is for others to find.
    return false;
  }
};

/** @throws LedgerFault LEDGER_FORMAT_OLD */
export const refuseOlderFormat = (message: StoredMessage): void => {
  if (!isOlder(message)) return;
  throw new LedgerFault(
    'LEDGER_FORMAT_OLD',
    '这个账本由旧版本写成（xianjie.entry.v1），该格式从未发布，本版本不读取；请换一个新的数据目录重新开始',
    'this ledger was written by an older version (xianjie.entry.v1), whose format was never released: start with a new data folder',
  );
};

/**
 * Looks at the first entry of the ledger and of its mirror, before anything is written to either.
 * @throws LedgerFault LEDGER_FORMAT_OLD; InfrastructureError LEDGER_UNAVAILABLE
 */
export const refuseOlderLedger = async (nc: NatsConnection, mirrorDir: string): Promise<void> => {
  const first = await messageAt(nc, 1);
  if (first) refuseOlderFormat(first);
  for await (const row of readMirror(mirrorDir)) {
    if (!row) continue;
    refuseOlderFormat(row);
    return;
  }
};
