// Everything the platform promises after a fault, looked up in the ledger and the inboxes; printed, then asserted.
import { join } from 'node:path';
import type { NatsConnection } from 'nats';
import { expect, onTestFailed } from 'vitest';
import { loadPlatformKeys } from '../../services/host/platform/keys.ts';
import { eventually } from './eventually.ts';
import type { Sender } from './hand-off-load.ts';
import { type InboxReader, outOfOrder } from './inbox-reader.ts';
import {
  doubledIn,
  type ledgerReading,
  missingIn,
  momentsIn,
  noticesOwed,
  verifiedExport,
  type Written,
} from './ledger-audit.ts';
import type { PlatformProcess } from './platform-process.ts';
import type { TestDepartment } from './test-platform.ts';

export type Audited = {
  readonly platform: PlatformProcess;
  readonly folder: string;
  /** Connection of service `relay`. */
  readonly ledger: NatsConnection;
  readonly entries: ReturnType<typeof ledgerReading>;
  readonly departments: readonly TestDepartment[];
  /** In the order of `departments`. */
  readonly inboxes: readonly InboxReader[];
  readonly load: Sender;
};

/** Waits until relays and enforcement have nothing left to do and all notices are in hand; then counts and asserts. */
export const auditPlatform = async (
  title: string,
  { platform, folder, ledger, entries, departments, inboxes, load }: Audited,
): Promise<readonly Written[]> => {
  let waitedFor: unknown = 'the platform to say what is pending';
  // Where it waits in vain, what for.
  onTestFailed(() => console.log(`${title}: waited for`, waitedFor));
  await eventually(async () => {
    const { inboxes: notices, temporal } = await platform.ask('pending');
    waitedFor = { notices, temporal };
    return notices === 0 && temporal === 0;
  });
  const written = await entries();
  const owed = noticesOwed(written);
  const missingNotices = (): string[] =>
    departments.flatMap(({ id }, at) => {
      const have = new Set(inboxes[at]?.notices.map((notice) => notice.id));
      return [...(owed.get(id) ?? [])].filter((notice) => !have.has(notice));
    });
  await eventually(async () => {
    const missing = missingNotices();
    waitedFor = { missing: missing.length, first: missing.slice(0, 5), last: missing.slice(-5) };
    return missing.length === 0;
  });
  waitedFor = 'nothing more';
  const { receipts, refusals, count } = load;
  const { moments, early, twice, late, wronglyMarked } = momentsIn(written);
  const verified = await verifiedExport(ledger, await loadPlatformKeys(join(folder, 'keys')));
  const told = inboxes.reduce((sum, { notices }) => sum + notices.length, 0);
  const repeated = inboxes.reduce((sum, inbox) => sum + inbox.repeated(), 0);
  console.log(
    `${title}: entries ${written.length}, acknowledged ${receipts.length}, missing ${missingIn(written, receipts).length}, ` +
      `doubled ${doubledIn(written).length}, sent again ${count.unanswered + count.retryable} (answered as repeated ${count.repeated}); ` +
      `notices ${told}, missing ${missingNotices().length}, delivered again under the same id ${repeated}; ` +
      `moments ${moments.length}, early ${early.length}, twice ${twice.length}, late ${late.length}, wrongly marked ${wronglyMarked.length}; ` +
      `export ${verified.ok ? 'verifies' : verified.code}`,
  );
  expect(missingIn(written, receipts)).toEqual([]);
  expect(doubledIn(written)).toEqual([]);
  expect(refusals).toEqual([]);
  expect(inboxes.flatMap(({ faults }) => faults)).toEqual([]);
  expect(inboxes.flatMap(({ notices }) => outOfOrder(notices))).toEqual([]);
  expect([early, twice, wronglyMarked]).toEqual([[], [], []]);
  expect(verified).toMatchObject({ ok: true, entries: written.length, notRerun: {} });
  return written;
};
