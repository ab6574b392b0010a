// A case of more bytes than a server sends at once: 1,100 entries of 20,000 characters. It is read whole or not at all, and a command
// sent again has its first receipt without the case being read again.
import { performance } from 'node:perf_hooks';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { SignedCommand } from '../../schemas/command.ts';
import type { Answer, Receipt } from '../../schemas/entry.ts';
import { caseSubject } from '../../schemas/subjects.ts';
import { caseEntries } from '../../services/bus/ledger/case-entries.ts';
import { countSubjects } from '../../services/bus/ledger/read.ts';
import { inLanes } from '../support/hand-off-load.ts';
import { verifiedExport } from '../support/ledger-audit.ts';
import { startTestBus, type TestBus } from '../support/test-bus.ts';
import type { TestDepartment } from '../support/test-platform.ts';

const ENTRIES = 1_100;
const SUMMARY = '涉案医院虚构住院'.repeat(2_500);

let test: TestBus;
let insurance: TestDepartment;
let police: TestDepartment;
let caseId: string;
const receipts: Receipt[] = [];
const sent: SignedCommand[] = [];

const submit = (signed: SignedCommand): Promise<Answer> =>
  test.bus.registrar.submit(signed, { department: insurance.id });

beforeAll(async () => {
  test = await startTestBus();
  insurance = await test.department('653023/medical-insurance');
  police = await test.department('653023/public-security');
  const opened = await submit(
    insurance.signed('o-1', 'send-clue', {
      body: { to: [police.id], fields: { topic: 'fund-fraud' } },
      party: { title: '线索', summary: '内容' },
    }),
  );
  if (!opened.ok) throw new Error(opened.code);
  caseId = opened.case;
  await inLanes(
    Array.from({ length: ENTRIES }, (_, n) => n),
    8,
    async (n) => {
      const signed = insurance.signed('o-1', 'record-fact', {
        case: caseId,
        body: { fact: 'interview-held' },
        party: { summary: SUMMARY },
      });
      const answer = await submit(signed);
      if (!answer.ok) throw new Error(answer.code);
      sent[n] = signed;
      receipts[n] = answer;
    },
  );
});
afterAll(() => test?.stop());

it('starts again with it', async () => {
  await test.restart();
  expect(await countSubjects(test.bus.connections.relay, caseSubject(caseId))).toBe(ENTRIES + 1);
});

it('answers a command sent again with its first receipt, and another under the same id with a refusal', async () => {
  const last = ENTRIES - 1;
  const signed = sent[last] as SignedCommand;
  expect(await submit(signed)).toEqual({ ...receipts[last], repeated: true });
  const other = insurance.signed('o-1', 'record-fact', {
    case: caseId,
    commandId: signed.command.commandId,
    body: { fact: 'agreement-suspended' },
  });
  expect(await submit(other)).toMatchObject({ ok: false, code: 'COMMAND_ID_REUSED' });
});

it('reads no more than that one entry for each command sent again', async () => {
  const { registrar } = test.bus.connections;
  const before = registrar.stats().inBytes;
  const begun = performance.now();
  for (let n = 0; n < 40; n += 1) {
    expect(await submit(sent[n] as SignedCommand)).toEqual({ ...receipts[n], repeated: true });
  }
  const took = performance.now() - begun;
  const each = (registrar.stats().inBytes - before) / 40;
  console.log(
    `40 commands sent again to a case of ${ENTRIES} entries: ${Math.round(took)} ms, ${Math.round(each)} bytes each`,
  );
  expect(each).toBeLessThan(300_000);
});

it('reads every entry of the case, and every one of the ledger for an export that verifies', async () => {
  const entries = await caseEntries(test.bus.connections.relay)(caseId);
  expect(entries.map(({ entry }) => entry.sequence)).toEqual(entries.map((_, n) => n + 1));
  expect(entries).toHaveLength(ENTRIES + 1);
  expect(await verifiedExport(test.bus.connections.relay, test.keys)).toMatchObject({
    ok: true,
    notRerun: {},
  });
});
