// Inboxes: a department that does not read its own stops nobody else, and gets everything when it comes back.
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AckPolicy, jetstream, jetstreamManager } from '@nats-io/jetstream';
import { afterEach, expect, it } from 'vitest';
import type { Credentials } from '../../schemas/credentials.ts';
import type { Notice } from '../../schemas/entry.ts';
import {
  CURSOR_STREAM,
  caseSubject,
  cursorSubject,
  INBOX_CONSUMER,
  inboxStream,
} from '../../schemas/subjects.ts';
import { lastOf, lastSequence, messageAt } from '../../services/bus/ledger/read.ts';
import { ensureInbox } from '../../services/bus/ledger/stream.ts';
import { realClock } from '../../services/clock.ts';
import { parseRecord } from '../../services/proof/record.ts';
import { eventually } from '../support/eventually.ts';
import { inboxMessages } from '../support/inbox-messages.ts';
import { type InboxReader, outOfOrder, readInbox } from '../support/inbox-reader.ts';
import { lawAlone } from '../support/law-alone.ts';
import { logLines } from '../support/log-lines.ts';
import { leaveConsumerStateAlone, loseHalfOfInbox, lostNotices } from '../support/lost-notices.ts';
import { endServersOf, freePorts, startPlatformProcess } from '../support/platform-process.ts';
import { startTestBus, type TestBus } from '../support/test-bus.ts';
import { openDepartment, type TestDepartment } from '../support/test-platform.ts';

/** All its cases are clues. */
const CLUES = lawAlone('clue-notice');
const CASES = 40;
/** Room for some ten of these notices. */
const SMALL = 65_536;

let test: TestBus | undefined;
const readers: InboxReader[] = [];
afterEach(async () => {
  await Promise.all(readers.splice(0).map((reader) => reader.stop()));
  await test?.stop();
  test = undefined;
});

const reading = async (department: TestDepartment): Promise<InboxReader> => {
  const reader = await readInbox(department);
  readers.push(reader);
  return reader;
};

const started = async (inboxBytes?: number, inboxAgeMs?: number, syncedWithinMs?: number) => {
  const { log, seen, lines } = logLines();
  test = await startTestBus({
    law: CLUES,
    log,
    ...(inboxBytes === undefined ? {} : { inboxBytes }),
    ...(inboxAgeMs === undefined ? {} : { inboxAgeMs }),
    ...(syncedWithinMs === undefined ? {} : { syncedWithinMs }),
  });
  return {
    seen,
    lines,
    sender: await test.department('653023/medical-insurance'),
    slow: await test.department('653023/public-security'),
    prompt: await test.department('653023/health'),
  };
};

/** A clue to both receivers, then two facts on the same case: a large entry, a small one, a middling one. */
const openCase = async (sender: TestDepartment, slow: TestDepartment, prompt: TestDepartment) => {
  const to = [slow.id, prompt.id];
  const opened = await sender.send('o-1', 'send-clue', {
    body: { to, fields: { topic: 'fund-fraud' } },
    party: { title: '线索', summary: '大'.repeat(2_000) },
  });
  if (!opened.ok) throw new Error(opened.code);
  for (const summary of ['小', '中'.repeat(500)]) {
    const fact = await sender.send('o-1', 'record-fact', {
      case: opened.case,
      body: { fact: 'interview-held', to },
      party: { summary },
    });
    if (!fact.ok) throw new Error(fact.code);
  }
};

const openCases = async (count: number, ...who: [TestDepartment, TestDepartment, TestDepartment]) => {
  let left = count;
  const lane = async () => {
    while (left-- > 0) await openCase(...who);
  };
  await Promise.all(Array.from({ length: 8 }, lane));
};

it('parks a department whose inbox is full, with an alarm; the others go on, and nothing is dropped', async () => {
  const { sender, slow, prompt, seen, lines } = await started(SMALL);
  const senderInbox = await reading(sender);
  const promptInbox = await reading(prompt);
  await openCases(CASES, sender, slow, prompt);
  await seen(({ code, department }) => code === 'INBOX_FULL' && department === slow.id);
  await promptInbox.until(() => promptInbox.notices.length === 3 * CASES);
  await senderInbox.until(() => senderInbox.notices.length === 3 * CASES);

  const before = lines.length;
  const slowInbox = await reading(slow);
  await slowInbox.until(() => slowInbox.notices.length === 3 * CASES);
  await seen(({ msg, department }) => msg === 'department caught up' && department === slow.id, before);
  for (const { faults, notices } of [senderInbox, promptInbox, slowInbox]) {
    expect(faults).toEqual([]);
    expect(outOfOrder(notices)).toEqual([]);
  }
  // Caught up, it is served like everybody else again.
  await openCases(1, sender, slow, prompt);
  await slowInbox.until(() => slowInbox.notices.length === 3 * CASES + 3);
  console.log(
    `inbox full: ${3 * CASES} notices to each of 3, parked 1, others stopped 0, dropped 0, out of order 0, ` +
      `repeated under one id ${slowInbox.repeated()}`,
  );
});

/** As the server tells it: what lies in an inbox, and what of it nobody has acknowledged. */
const inboxOf = async (department: TestDepartment) => {
  const jsm = await jetstreamManager((test as TestBus).bus.connections.relay, { checkAPI: false });
  const name = inboxStream(department.id);
  const { state } = await jsm.streams.info(name);
  const { num_pending, num_ack_pending } = await jsm.consumers.info(name, INBOX_CONSUMER);
  return { kept: state.messages, first: state.first_seq, unacknowledged: num_pending + num_ack_pending };
};

it('keeps what was acknowledged, and lets go of it when room is needed, before anybody is parked', async () => {
  const { sender, slow, prompt, lines } = await started(SMALL);
  const all = await Promise.all([sender, slow, prompt].map(reading));
  await openCase(sender, slow, prompt);
  for (const inbox of all) await inbox.until(() => inbox.notices.length === 3);
  await eventually(async () => (await inboxOf(slow)).unacknowledged === 0);
  expect(await inboxOf(slow)).toMatchObject({ kept: 3, first: 1 });
  // Read as it comes, ten times as much as there is room for passes through.
  for (let n = 2; n <= CASES; n += 1) {
    await openCase(sender, slow, prompt);
    for (const inbox of all) await inbox.until(() => inbox.notices.length === 3 * n);
    await eventually(async () => (await inboxOf(slow)).unacknowledged === 0);
  }
  expect((await inboxOf(slow)).first).toBeGreaterThan(1);
  expect(lines.filter((line) => line.includes('INBOX_FULL'))).toEqual([]);
  for (const { faults, notices } of all) {
    expect(faults).toEqual([]);
    expect(outOfOrder(notices)).toEqual([]);
  }
});

it('lets go of nothing that a second consumer of the department still needs', async () => {
  const { sender, slow, prompt, seen } = await started(SMALL);
  await reading(sender);
  await reading(prompt);
  const slowInbox = await reading(slow);
  const { operator } = (test as TestBus).bus.connections;
  const jsm = await jetstreamManager(operator, { checkAPI: false });
  await jsm.consumers.add(inboxStream(slow.id), { durable_name: 'f-second', ack_policy: AckPolicy.Explicit });
  await openCases(CASES, sender, slow, prompt);
  await seen(({ code, department }) => code === 'INBOX_FULL' && department === slow.id);
  expect((await inboxOf(slow)).first).toBe(1);
  // Once that one is gone, the first one's acknowledgements make room again.
  await jsm.consumers.delete(inboxStream(slow.id), 'f-second');
  await slowInbox.until(() => slowInbox.notices.length === 3 * CASES);
  expect(slowInbox.faults).toEqual([]);
});

it('delivers again what nobody acknowledged for long, before it ages out', async () => {
  const age = 9_000;
  const { sender, slow, prompt, seen } = await started(undefined, age);
  await reading(sender);
  await reading(prompt);
  await openCases(2, sender, slow, prompt);
  await eventually(async () => (await inboxOf(slow)).unacknowledged === 6);
  const [before] = await inboxMessages((test as TestBus).bus.connections.relay, slow.id);
  const again = ({ msg, department }: Record<string, unknown>) =>
    department === slow.id && `${msg}`.startsWith('inbox not read for long');
  const caughtUp = ({ msg, department }: Record<string, unknown>) =>
    department === slow.id && msg === 'department caught up';
  // Twice: it is not read for twice the time a notice lives.
  await seen(again);
  await seen(caughtUp);
  await openCase(sender, slow, prompt);
  await eventually(async () => (await inboxOf(slow)).unacknowledged === 9);
  await eventually(async () => (await inboxOf(slow)).first > 8);
  await eventually(async () => (await inboxOf(slow)).unacknowledged === 9);
  const slowInbox = await reading(slow);
  await slowInbox.until(() => slowInbox.notices.length === 9);
  expect(slowInbox.faults).toEqual([]);
  expect(outOfOrder(slowInbox.notices)).toEqual([]);
  const oldest = JSON.parse(Buffer.from(before?.data ?? []).toString()) as Notice;
  expect(slowInbox.notices.map(({ id }) => id)).toContain(oldest.id);
  // Read and acknowledged, they are not delivered a third time.
  await eventually(async () => (await inboxOf(slow)).unacknowledged === 0);
  await eventually(async () => (await inboxOf(slow)).kept === 0);
  expect(slowInbox.notices).toHaveLength(9);
  console.log(`inbox not read for twice its age: 9 owed, missing 0, repeated ${slowInbox.repeated()}`);
});

it('owes a parked department everything after a restart, also when nothing new is recorded', async () => {
  const { sender, slow, prompt, seen } = await started(SMALL);
  await reading(sender);
  await reading(prompt);
  await openCases(CASES, sender, slow, prompt);
  await seen(({ code, department }) => code === 'INBOX_FULL' && department === slow.id);
  await test?.restart();
  const slowInbox = await reading(slow);
  await slowInbox.until(() => slowInbox.notices.length === 3 * CASES);
  expect(slowInbox.faults).toEqual([]);
  expect(outOfOrder(slowInbox.notices)).toEqual([]);
  console.log(`restart while parked: ${3 * CASES} owed, missing 0, out of order 0`);
});

it('brings back what an inbox was told and never had on the disk, when nats-server stops under the running services', async () => {
  const { sender, slow, prompt } = await started();
  const { folder, bus } = test as TestBus;
  const promptInbox = await reading(prompt);
  await openCases(CASES, sender, slow, prompt);
  await eventually(async () => (await bus.inboxes.pending()) === 0);
  expect((await inboxOf(slow)).unacknowledged).toBe(3 * CASES);
  await test?.restartNats(() => loseHalfOfInbox(join(folder, 'data'), slow.id));
  await eventually(async () => (await inboxOf(slow)).unacknowledged >= 3 * CASES);
  await openCases(1, sender, slow, prompt);
  // Its connection is made again meanwhile.
  const slowInbox = await eventually(() => reading(slow));
  await slowInbox.until(() => slowInbox.notices.length === 3 * CASES + 3);
  await promptInbox.until(() => promptInbox.notices.length === 3 * CASES + 3);
  for (const { faults, notices } of [slowInbox, promptInbox]) {
    expect(faults).toEqual([]);
    expect(outOfOrder(notices)).toEqual([]);
  }
  // What was not lost was known to the server by its id. Who read meanwhile may get again what it acknowledged last.
  expect(slowInbox.repeated()).toBe(0);
});

it('brings back what an inbox never had on the disk, when all was stopped', async () => {
  const { sender, slow, prompt } = await started();
  const { folder, bus } = test as TestBus;
  const folders = { dataDir: join(folder, 'data'), keysDir: join(folder, 'keys') };
  await openCases(CASES, sender, slow, prompt);
  await eventually(async () => (await bus.inboxes.pending()) === 0);
  await test?.restart(undefined, async () => {
    expect(await lostNotices(folders, [slow.id])).toEqual([]);
    await loseHalfOfInbox(folders.dataDir, slow.id);
    // The control: without going back they would be missing for ever.
    expect((await lostNotices(folders, [slow.id])).length).toBeGreaterThan(CASES);
  });
  const slowInbox = await reading(slow);
  await slowInbox.until(() => slowInbox.notices.length === 3 * CASES);
  expect(slowInbox.faults).toEqual([]);
  expect(outOfOrder(slowInbox.notices)).toEqual([]);
});

it('hands out again what a power cut took from an inbox, though the disk kept how far its reader was', async () => {
  const { sender, slow, prompt } = await started();
  const { folder, bus } = test as TestBus;
  const before = await readInbox(slow);
  await openCases(2, sender, slow, prompt);
  await before.until(() => before.notices.length === 6);
  await before.stop();
  await eventually(async () => (await bus.inboxes.pending()) === 0);
  await test?.restart(undefined, () => leaveConsumerStateAlone(join(folder, 'data'), slow.id));
  const after = await eventually(() => reading(slow));
  await after.until(() => after.notices.length === 6);
  expect(after.notices.map(({ id }) => id)).toEqual(before.notices.map(({ id }) => id));
});

it('owes a department that was caught up a moment ago everything again, when nats-server stops before it is on the disk', async () => {
  const { sender, slow, prompt, seen } = await started(SMALL, undefined, 10_000);
  const { folder, bus } = test as TestBus;
  await reading(sender);
  await reading(prompt);
  await openCases(CASES, sender, slow, prompt);
  await seen(({ code, department }) => code === 'INBOX_FULL' && department === slow.id);
  // Where the relay goes back to is beyond every entry: only who was parked is still owed any.
  const { relay } = bus.connections;
  await eventually(async () => {
    const cursor = await lastOf(relay, cursorSubject('relay-inbox'), CURSOR_STREAM);
    const { sure } = JSON.parse(Buffer.from(cursor?.data ?? []).toString());
    return sure.sequence === (await lastSequence(relay));
  });
  const jsm = await jetstreamManager(bus.connections.operator, { checkAPI: false });
  const { config } = await jsm.streams.info(inboxStream(slow.id));
  await jsm.streams.update(config.name, { ...config, max_bytes: 100 * SMALL });
  await seen(({ msg, department }) => msg === 'department caught up' && department === slow.id);
  await test?.restartNats(() => loseHalfOfInbox(join(folder, 'data'), slow.id));
  // Its connection is made again meanwhile.
  const slowInbox = await eventually(() => reading(slow));
  await slowInbox.until(() => slowInbox.notices.length === 3 * CASES);
  expect(slowInbox.faults).toEqual([]);
  expect(outOfOrder(slowInbox.notices)).toEqual([]);
});

it('keeps everything for a receiver that is gone for long, in order, through restarts', async () => {
  const { sender, slow, prompt } = await started();
  await slow.nc.close();
  for (let run = 0; run < 3; run += 1) {
    await openCases(20, sender, slow, prompt);
    await test?.restart();
  }
  const back = (await test?.reconnect(slow)) as TestDepartment;
  const slowInbox = await reading(back);
  await slowInbox.until(() => slowInbox.notices.length === 180);
  expect(slowInbox.faults).toEqual([]);
  // In the order of each case; cases pass one another where the relay has fallen behind and works on many at once.
  expect(outOfOrder(slowInbox.notices)).toEqual([]);
  console.log(
    `receiver gone through 3 restarts: 180 owed, missing 0, out of order 0, repeated under one id ${slowInbox.repeated()}`,
  );
});

it('catches a parked department up though the services are killed −9 while parked and in the middle of it', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'xianjie-test-'));
  const ports = await freePorts();
  let platform = await startPlatformProcess(folder, ports, { inboxBytes: SMALL });
  const departments: TestDepartment[] = [];
  const enlist = async (id: string): Promise<TestDepartment> => {
    const credentials = (await platform.ask('addDepartment', id)) as Credentials;
    const department = await openDepartment(credentials, realClock());
    departments.push(department);
    return department;
  };
  const parked = async (): Promise<boolean> =>
    (await readFile(join(folder, 'child.log'), 'utf8')).includes('"code":"INBOX_FULL"');
  try {
    const sender = await enlist('653023/medical-insurance');
    const slow = await enlist('653023/public-security');
    const prompt = await enlist('653023/health');
    await reading(sender);
    await reading(prompt);
    await openCases(CASES, sender, slow, prompt);
    await eventually(parked);
    await platform.kill9();
    platform = await startPlatformProcess(folder, ports, { inboxBytes: SMALL });
    const slowInbox = await reading(slow);
    // Some of what was owed has come: it is being caught up.
    await slowInbox.until(() => slowInbox.notices.length > CASES);
    await platform.kill9();
    platform = await startPlatformProcess(folder, ports, { inboxBytes: SMALL });
    await slowInbox.until(() => slowInbox.notices.length === 3 * CASES);
    expect(slowInbox.faults).toEqual([]);
    expect(outOfOrder(slowInbox.notices)).toEqual([]);
    console.log(
      `killed −9 while parked and while catching up: ${3 * CASES} owed, missing 0, out of order 0, ` +
        `repeated under one id ${slowInbox.repeated()}`,
    );
  } finally {
    await Promise.all(readers.splice(0).map((reader) => reader.stop()));
    await Promise.all(departments.map(({ nc }) => nc.close()));
    await platform.stop();
    await endServersOf(folder);
    await rm(folder, { recursive: true, force: true });
  }
});

it('parks the case of an entry that no notice can hold, by name, and delivers everything else', async () => {
  const { sender, slow, prompt, seen } = await started();
  const inboxes = await Promise.all([slow, prompt].map(reading));
  const { registrar } = (test as TestBus).bus.connections;
  const opened = await sender.send('o-1', 'send-clue', {
    body: { to: [slow.id, prompt.id], fields: { topic: 'fund-fraud' } },
    party: { summary: '内容' },
  });
  if (!opened.ok) throw new Error(opened.code);
  const fact = await sender.send('o-1', 'record-fact', {
    case: opened.case,
    body: { fact: 'interview-held', to: [slow.id, prompt.id] },
    party: { summary: '内容' },
  });
  if (!fact.ok) throw new Error(fact.code);
  for (const inbox of inboxes) await inbox.until(() => inbox.notices.length === 2);
  // A record within 500 bytes of what a message may hold: with what a notice adds there is no message for it.
  const message = await messageAt(registrar, fact.ledgerSequence);
  const { head, body, envelope, signature } = parseRecord(message?.data ?? Buffer.alloc(0));
  const next = { ...head, sequence: head.sequence + 1 };
  const recordWith = (salt: string) =>
    JSON.stringify({ head: next, body: { ...body, salt }, envelope, signature });
  const padding = 'x'.repeat(1_048_576 - 400 - recordWith('').length);
  const subject = caseSubject(opened.case);
  const { seq } = await jetstream(registrar).publish(subject, recordWith(padding));
  await seen(({ level, case: id, sequence }) => level === 50 && id === opened.case && sequence === seq);
  await openCase(sender, slow, prompt);
  for (const inbox of inboxes) {
    await inbox.until(() => inbox.notices.length === 5);
    expect(inbox.faults).toEqual([]);
  }
  expect((await (test as TestBus).bus.inboxes.standing()).parked).toMatchObject([{ subject, from: seq }]);
});

it('delivers what it passed over of a case, in order and to all, once the fault is mended', async () => {
  const { sender, slow, prompt, seen } = await started();
  const promptInbox = await reading(prompt);
  const jsm = await jetstreamManager((test as TestBus).bus.connections.operator, { checkAPI: false });
  // An inbox that is gone though its department is registered: nothing addressed to it can be delivered.
  await jsm.streams.delete(inboxStream(slow.id));
  const opened = await sender.send('o-1', 'send-clue', {
    body: { to: [slow.id, prompt.id], fields: { topic: 'fund-fraud' } },
    party: { summary: '内容' },
  });
  if (!opened.ok) throw new Error(opened.code);
  await seen(({ level, case: id }) => level === 50 && id === opened.case);
  const fact = { fact: 'interview-held', to: [slow.id, prompt.id] };
  await sender.send('o-1', 'record-fact', { case: opened.case, body: fact, party: { summary: '内容' } });
  // Another case, of no concern to that department, goes on.
  const other = await sender.send('o-1', 'send-clue', {
    body: { to: [prompt.id], fields: { topic: 'fund-fraud' } },
    party: { summary: '内容' },
  });
  if (!other.ok) throw new Error(other.code);
  await promptInbox.until(() => promptInbox.notices.some(({ subject }) => subject === other.case));

  await ensureInbox(jsm, slow.id);
  await seen(({ msg, case: id }) => msg === 'a parked case goes on' && id === opened.case);
  const slowInbox = await reading(slow);
  await slowInbox.until(() => slowInbox.notices.length === 2);
  await promptInbox.until(() => promptInbox.notices.length === 3);
  expect((await (test as TestBus).bus.inboxes.standing()).parked).toEqual([]);
  for (const { faults, notices } of [slowInbox, promptInbox])
    expect([faults, outOfOrder(notices)]).toEqual([[], []]);
});
