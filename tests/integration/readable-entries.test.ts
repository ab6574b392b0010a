// What its readers could not take is refused by the registrar whoever asks, leaves nothing behind, and holds up no other command.
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Answer } from '../../schemas/entry.ts';
import { lastSequence } from '../../services/bus/ledger/read.ts';
import { realClock } from '../../services/clock.ts';
import { verifiedExport } from '../support/ledger-audit.ts';
import { startTestBus, type TestBus } from '../support/test-bus.ts';
import type { TestDepartment } from '../support/test-platform.ts';

let test: TestBus;
let police: TestDepartment;
beforeAll(async () => {
  test = await startTestBus();
  police = await test.department('653023/public-security');
});
afterAll(() => test?.stop());

let asked = 0;
/** A fact as a service of the platform records it: no door has looked at it before. */
const recorded = (more: {
  readonly basis?: string;
  readonly commitments?: Readonly<Record<string, string>>;
}): Promise<Answer> => {
  asked += 1;
  return test.bus.registrar.submitAsService('publisher', {
    commandId: `fact-${asked}`,
    command: 'record-fact',
    occurredAt: realClock().now(),
    body: {
      to: [police.id],
      fact: 'case-published',
      ...(more.basis === undefined ? {} : { basis: more.basis }),
    },
    commitments: more.commitments ?? {},
  });
};
const titles = (count: number): Record<string, string> =>
  Object.fromEntries(Array.from({ length: count }, (_, n) => [`/papers/paper-${n}/title`, 'd'.repeat(43)]));

it('refuses a control character and names it, an entry above 512 kB and says its size, and appends nothing', async () => {
  const before = await lastSequence(test.bus.connections.relay);
  expect(await recorded({ basis: '依据\u0000' })).toMatchObject({ ok: false, code: 'ENTRY_UNREADABLE' });
  expect(await recorded({ basis: '\u001b[2J' })).toMatchObject({ ok: false, code: 'ENTRY_UNREADABLE' });
  expect(await recorded({ commitments: titles(8_000) })).toMatchObject({
    ok: false,
    code: 'ENTRY_TOO_LARGE',
    retryable: false,
    details: [expect.stringMatching(/^\d{6} > 524288$/)],
  });
  expect(await lastSequence(test.bus.connections.relay)).toBe(before);
});

it('takes what comes after it, and what just fits', async () => {
  expect(await recorded({ basis: '依据 \\u0000，原文如此' })).toMatchObject({ ok: true });
  expect(await recorded({ commitments: titles(7_000) })).toMatchObject({ ok: true });
  expect(await verifiedExport(test.bus.connections.relay, test.keys)).toMatchObject({ ok: true });
});
