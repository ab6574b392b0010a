// The probe suite of the bus: what a department can do, cannot do, and cannot do through a reply subject.
// Runs against a real nats-server with the configuration the product writes; prints its counts.

import {
  AckPolicy,
  DiscardPolicy,
  type JetStreamManager,
  jetstream,
  jetstreamManager,
} from '@nats-io/jetstream';
import { createUser } from '@nats-io/nkeys';
import { connect, headers, type NatsConnection, nkeyAuthenticator } from 'nats';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DepartmentId } from '../../schemas/ids.ts';
import {
  clueSubject,
  commandSubject,
  filterSubjects,
  inboxStream,
  noticeFilter,
  noticeSubject,
  readsSubject,
  STREAMS,
} from '../../schemas/subjects.ts';
import { ensureFilters } from '../../services/bus/ledger/inbox-consumers.ts';
import { departmentInboxPrefix } from '../../services/host/stack/department-permissions.ts';
import { forbiddenSubjects } from '../support/forbidden-subjects.ts';
import { type Refusals, watchRefusals } from '../support/refusals.ts';
import { type ReplyInjection, replyInjections } from '../support/reply-injections.ts';
import {
  connectionOf,
  startTestStack,
  type TestDepartment,
  type TestStack,
  testDepartment,
} from '../support/test-stack.ts';

const bureau = testDepartment('653023/medical-insurance', ['licences']);
const police = testDepartment('653023/public-security', ['licences']);
const court = testDepartment('653023/court');
const standIn = createUser();
const insider = createUser();
const nothingClosed = { denyPublish: [], denySubscribe: [] };
const noticesEach = 40;

let stack: TestStack;
let operator: NatsConnection;
let relay: NatsConnection;
let provisioning: JetStreamManager;
let bureauBus: NatsConnection;
let policeBus: NatsConnection;
let gateway: NatsConnection;
const counts = { positives: 0, negatives: 0, injections: 0, insideOneAccount: 0 };
/** What the spies saw arrive where only the police or nobody may speak. */
const seen = { policeCommands: 0, policeReplies: 0 };

async function makeInbox(id: DepartmentId): Promise<void> {
  const stream = inboxStream(id);
  await provisioning.streams.add({ name: stream, subjects: [noticeFilter(id)], max_bytes: 16 * 1024 * 1024 });
  await makeInboxConsumer(stream);
  // Everybody has it on its own inbox; only who is granted its name may read it.
  await ensureFilters(provisioning, id, {
    licences: filterSubjects(id, { procedures: ['practice-licence'] }),
  });
}

const makeInboxConsumer = (stream: string) =>
  provisioning.consumers.add(stream, {
    durable_name: 'inbox',
    ack_policy: AckPolicy.Explicit,
    ack_wait: 30_000_000_000,
    max_ack_pending: 1_000,
  });

const sendNotice = (id: DepartmentId) =>
  jetstream(relay).publish(
    noticeSubject(id, 'criminal-transfer', 'handed-over', '653023'),
    JSON.stringify({ to: id }),
  );

const inboxOf = (connection: NatsConnection, department: TestDepartment) =>
  jetstream(connection, { apiPrefix: 'bus.API' }).consumers.get(inboxStream(department.id), 'inbox');

beforeAll(async () => {
  const publicKeys = { standIn: standIn.getPublicKey(), insider: insider.getPublicKey() };
  stack = await startTestStack({
    departments: [bureau, police],
    nats: {
      extraServices: [
        // A gateway as naive as can be, with every right: what protects must be the wire, not its manners.
        { name: 'stand-in-gateway', publicKey: publicKeys.standIn, permissions: nothingClosed },
        { name: 'insider', publicKey: publicKeys.insider, permissions: nothingClosed },
      ],
    },
  });
  operator = await stack.connectService('operator');
  relay = await stack.connectService('relay');
  provisioning = await jetstreamManager(operator);
  await provisioning.streams.add({
    name: 'LEDGER',
    subjects: ['ledger.>'],
    discard: DiscardPolicy.New,
    deny_delete: true,
    deny_purge: true,
    allow_direct: true,
  });
  // The product answers clues from the gateway; a stream on the same subjects is the harder case, for the server
  // itself then answers with an acknowledgement.
  await provisioning.streams.add({ name: 'CLUES', subjects: ['clue.>'] });
  for (const department of [bureau, police]) await makeInbox(department.id);
  const registrar = await stack.connectService('registrar');
  await jetstream(registrar).publish('ledger.case.653023.first', '{}');
  for (let sent = 0; sent < noticesEach; sent++) {
    await sendNotice(bureau.id);
    await sendNotice(police.id);
  }

  gateway = await connect({ servers: stack.nats.url, authenticator: nkeyAuthenticator(standIn.getSeed()) });
  gateway.subscribe('command.*.*', { callback: (_error, message) => void message.respond(message.data) });
  // A delivery to a reply subject keeps the subject of the notice, so the spies count arrivals, not names.
  gateway.subscribe(commandSubject(police.id), { callback: () => void seen.policeCommands++ });
  await gateway.flush();
  bureauBus = await stack.connectDepartment(bureau);
  policeBus = await stack.connectDepartment(police);
});

afterAll(async () => {
  await gateway?.close();
  await stack?.stop();
  process.stdout.write(
    `NATS permission probes: ${counts.positives} direct positives, ${counts.negatives} direct negatives, ` +
      `${counts.injections} of 14 reply injections harmless ` +
      `(the same from inside one account: ${counts.insideOneAccount} of 14 do harm)\n`,
  );
});

describe('what a department may do', () => {
  const may = (sentence: string, probe: () => Promise<void>) =>
    it(sentence, async () => {
      await probe();
      counts.positives++;
    });

  may('submits a command and gets the answer', async () => {
    const answer = await bureauBus.request(commandSubject(bureau.id), 'hello', { timeout: 5_000 });
    expect(answer.string()).toBe('hello');
  });
  may('two departments submit at once and each gets its own answer', async () => {
    const [mine, theirs] = await Promise.all([
      bureauBus.request(commandSubject(bureau.id), 'mine', { timeout: 5_000 }),
      policeBus.request(commandSubject(police.id), 'theirs', { timeout: 5_000 }),
    ]);
    expect([mine.string(), theirs.string()]).toEqual(['mine', 'theirs']);
  });
  may('submits a hundred commands in flight and gets a hundred answers', async () => {
    const bodies = Array.from({ length: 100 }, (_, at) => `c${at}`);
    const answers = await Promise.all(
      bodies.map((body) => bureauBus.request(commandSubject(bureau.id), body, { timeout: 10_000 })),
    );
    expect(answers.map((answer) => answer.string())).toEqual(bodies);
  });
  may('submits a clue and gets an answer', async () => {
    const answer = await bureauBus.request(clueSubject(bureau.id, 'leads'), '{}', { timeout: 5_000 });
    expect(answer.json<{ stream: string }>().stream).toBe('CLUES');
  });
  may('submits a clue that names the stream it expects', async () => {
    const expected = headers();
    expected.set('Nats-Expected-Stream', 'CLUES');
    const answer = await bureauBus.request(clueSubject(bureau.id, 'leads'), '{}', {
      timeout: 5_000,
      headers: expected,
    });
    expect(answer.json<{ error?: unknown }>().error).toBeUndefined();
  });
  may('reads the state of its own inbox', async () => {
    const state = await (await inboxOf(bureauBus, bureau)).info();
    expect(state.num_pending).toBe(noticesEach);
  });
  may('fetches notices and acknowledges them', async () => {
    const inbox = await inboxOf(bureauBus, bureau);
    let taken = 0;
    for await (const message of await inbox.fetch({ max_messages: 5, expires: 5_000 })) {
      expect(message.json()).toEqual({ to: bureau.id });
      message.ack();
      taken++;
    }
    expect(taken).toBe(5);
  });
  may('sees its acknowledgements counted, so that they do not come again', async () => {
    const inbox = await inboxOf(bureauBus, bureau);
    await expect
      .poll(async () => (await inbox.info()).ack_floor.stream_seq, { timeout: 5_000 })
      .toBeGreaterThan(0);
    expect((await inbox.info()).num_ack_pending).toBe(0);
  });
  may('takes the next notice and acknowledges it with confirmation', async () => {
    const message = await (await inboxOf(bureauBus, bureau)).next({ expires: 5_000 });
    expect(await message?.ackAck({ timeout: 5_000 })).toBe(true);
  });
  may('gives a notice back and gets it again', async () => {
    const inbox = await inboxOf(bureauBus, bureau);
    const givenBack = await inbox.next({ expires: 5_000 });
    givenBack?.nak();
    // Nobody promises that it is the very next one.
    for (;;) {
      const message = await inbox.next({ expires: 5_000 });
      expect(await message?.ackAck({ timeout: 5_000 })).toBe(true);
      if (message?.seq !== givenBack?.seq) continue;
      expect(message?.redelivered).toBe(true);
      break;
    }
  });
  may('asks for more time for a notice, then acknowledges it', async () => {
    const message = await (await inboxOf(bureauBus, bureau)).next({ expires: 5_000 });
    message?.working();
    expect(await message?.ackAck({ timeout: 5_000 })).toBe(true);
  });
  may('ends the delivery of a notice it cannot use', async () => {
    const inbox = await inboxOf(bureauBus, bureau);
    const message = await inbox.next({ expires: 5_000 });
    message?.term('unknown version');
    await expect.poll(async () => (await inbox.info()).num_ack_pending, { timeout: 5_000 }).toBe(0);
  });
  may('pulls without any library, by plain request and reply subject', async () => {
    const reply = `${departmentInboxPrefix(connectionOf(bureau))}.plain`;
    const subscription = bureauBus.subscribe(reply, { max: 1, timeout: 5_000 });
    const pull = `bus.API.CONSUMER.MSG.NEXT.${inboxStream(bureau.id)}.inbox`;
    bureauBus.publish(pull, JSON.stringify({ batch: 1 }), { reply });
    for await (const message of subscription) {
      expect(message.json()).toEqual({ to: bureau.id });
      bureauBus.publish(message.reply ?? '', '+ACK');
    }
  });
  may('reads a filter of its own inbox and acknowledges what it lets through, and nothing else', async () => {
    const subject = noticeSubject(bureau.id, 'practice-licence', 'measure-requested', '653023');
    await jetstream(relay).publish(subject, '{}');
    const licences = await jetstream(bureauBus, { apiPrefix: 'bus.API' }).consumers.get(
      inboxStream(bureau.id),
      'f-licences',
    );
    expect((await licences.info()).num_pending).toBe(1);
    const message = await licences.next({ expires: 5_000 });
    expect(message?.subject).toBe(subject);
    expect(await message?.ackAck({ timeout: 5_000 })).toBe(true);
    expect((await licences.info()).num_pending).toBe(0);
  });
  may('consumes continuously with heartbeats', async () => {
    const messages = await (await inboxOf(policeBus, police)).consume({
      max_messages: 10,
      idle_heartbeat: 1_000,
    });
    let taken = 0;
    for await (const message of messages) {
      message.ack();
      if (++taken === 20) break;
    }
    expect(taken).toBe(20);
  });
  may('gets a notice that is sent while it waits', async () => {
    const inbox = await inboxOf(policeBus, police);
    for await (const message of await inbox.fetch({ max_messages: noticesEach - 20, expires: 1_000 }))
      message.ack();
    const waiting = inbox.next({ expires: 10_000 });
    await sendNotice(police.id);
    expect((await waiting)?.json()).toEqual({ to: police.id });
  });
});

describe('what a department may not do', () => {
  let refusals: Refusals;
  beforeAll(() => {
    refusals = watchRefusals(bureauBus);
  });

  const rows = forbiddenSubjects({ own: bureau.id, other: police.id, otherSecret: police.inboxSecret });
  for (const { sentence, operation, subject, queue } of rows)
    it(`${sentence}: ${subject}`, async () => {
      const refused = await refusals.refuses(operation, subject, () => {
        if (operation === 'publish') bureauBus.publish(subject, '{}');
        else bureauBus.subscribe(subject, { callback: () => {}, ...(queue === undefined ? {} : { queue }) });
      });
      expect(refused).toBe(true);
      counts.negatives++;
    });

  const refusedConnection = async (options: Parameters<typeof connect>[0]) => {
    await expect(connect({ servers: stack.nats.url, reconnect: false, ...options })).rejects.toThrow(
      /Authorization Violation/,
    );
    counts.negatives++;
  };
  it('may not connect without a key', () => refusedConnection({}));
  it('may not connect with a key nobody granted', () =>
    refusedConnection({ authenticator: nkeyAuthenticator(createUser().getSeed()) }));
  it('may not connect by name and password', () => refusedConnection({ user: bureau.id, pass: 'password' }));

  it('has left no trace after all these attempts', async () => {
    const ledger = await provisioning.streams.info('LEDGER');
    expect(ledger.state.messages).toBe(1);
    const names = (await provisioning.streams.names().next()).toSorted();
    expect(names).toEqual(['CLUES', inboxStream(bureau.id), inboxStream(police.id), 'LEDGER'].toSorted());
    for (const department of [bureau, police]) {
      expect(
        (await provisioning.consumers.list(inboxStream(department.id)).next()).map(({ name }) => name),
      ).toEqual(['f-licences', 'inbox']);
    }
  });
});

describe('what our own services may not do', () => {
  const rows = [
    ['gateway', 'ledger.case.653023.x'],
    ['relay', 'ledger.case.653023.x'],
    ['projector', 'ledger.case.653023.x'],
    ['operator', 'ledger.case.653023.x'],
    ['gateway', 'keys.653023.x'],
    ['relay', '$KV.keys.x'],
    ['operator', 'keys.653023.x'],
    ...(['registrar', 'relay', 'projector', 'operator'] as const).map(
      (service) => [service, readsSubject(police.id)] as const,
    ),
    ['gateway', noticeSubject(police.id, 'a', 'b', '653023')],
    ['registrar', '$JS.API.STREAM.DELETE.LEDGER'],
    ...(['registrar', 'gateway', 'projector'] as const).map(
      (service) => [service, `$JS.API.STREAM.PURGE.${inboxStream(police.id)}`] as const,
    ),
    ...STREAMS.map((stream) => ['relay', `$JS.API.STREAM.PURGE.${stream}`] as const),
    ['gateway', '$JS.API.STREAM.CREATE.MINE'],
    ['projector', '$JS.API.STREAM.MSG.DELETE.LEDGER'],
  ] as const;
  it.each(rows)('%s may not publish %s', async (service, subject) => {
    const connection = await stack.connectService(service);
    const refused = await watchRefusals(connection).refuses('publish', subject, () =>
      connection.publish(subject, '{}'),
    );
    expect(refused).toBe(true);
    counts.negatives++;
  });
});

describe('what the relay may do beside', () => {
  it('purges an inbox up to a notice, which makes room there', async () => {
    const stream = inboxStream(police.id);
    const before = (await provisioning.streams.info(stream)).state;
    const relayed = await jetstreamManager(relay, { checkAPI: false });
    const { purged } = await relayed.streams.purge(stream, { seq: before.first_seq + 2 });
    expect(purged).toBe(2);
    counts.positives++;
  });
});

describe('speaking through a reply subject', () => {
  const injections = replyInjections(bureau.id, police.id);

  /** Everything an injection could change: two spies and what the streams hold. */
  async function observed() {
    const policeClues = await provisioning.streams.info('CLUES', {
      subjects_filter: clueSubject(police.id, '>'),
    });
    const consumers = await provisioning.consumers.list(inboxStream(police.id)).next();
    return {
      ...seen,
      ledger: (await provisioning.streams.info('LEDGER')).state.last_seq,
      policeInbox: (await provisioning.streams.info(inboxStream(police.id))).state.messages,
      policeClues: Object.values(policeClues.state.subjects ?? {}).reduce((total, count) => total + count, 0),
      policeConsumers: consumers.length,
    };
  }

  /** Answers of the same kind asked for later come later: when these are in, the injected ones have gone out. */
  async function settle(connection: NatsConnection, api: 'bus.API' | '$JS.API') {
    await connection.request(commandSubject(bureau.id), 'settle', { timeout: 5_000 });
    await connection.request(clueSubject(bureau.id, 'leads'), '{}', { timeout: 5_000 });
    await sendNotice(bureau.id);
    const inbox = await jetstream(connection, { apiPrefix: api }).consumers.get(
      inboxStream(bureau.id),
      'inbox',
    );
    expect(await (await inbox.next({ expires: 5_000 }))?.ackAck({ timeout: 5_000 })).toBe(true);
    await policeBus.flush();
    await gateway.flush();
  }

  const attempt = async (
    injection: ReplyInjection,
    connection: NatsConnection,
    api: 'bus.API' | '$JS.API',
  ) => {
    await sendNotice(bureau.id);
    const before = await observed();
    const replyPrefix = api === 'bus.API' ? departmentInboxPrefix(connectionOf(bureau)) : '_INBOX';
    await injection.attempt(connection, api, replyPrefix);
    await settle(connection, api);
    return before;
  };

  beforeAll(() => {
    policeBus.subscribe(`${departmentInboxPrefix(connectionOf(police))}.>`, {
      callback: (_error, message) => {
        if (message.string() === '' || message.subject.endsWith('AAAAAA')) seen.policeReplies++;
      },
    });
  });

  for (const injection of injections)
    it(`${injection.id}: ${injection.sentence} does nothing`, async () => {
      const before = await attempt(injection, bureauBus, 'bus.API');
      expect(await observed()).toEqual(before);
      counts.injections++;
    });

  it('would do harm if departments and services shared one account, so the spies are not blind', async () => {
    const inside = await connect({
      servers: stack.nats.url,
      authenticator: nkeyAuthenticator(insider.getSeed()),
    });
    for (const injection of injections) {
      await makeInboxConsumer(inboxStream(police.id));
      await sendNotice(police.id);
      const before = JSON.stringify(await attempt(injection, inside, '$JS.API'));
      if (JSON.stringify(await observed()) !== before) counts.insideOneAccount++;
    }
    await inside.close();
    expect(counts.insideOneAccount).toBeGreaterThanOrEqual(9);
  });

  it('only who knows the secret can send a stray message to a reply prefix', async () => {
    const before = seen.policeReplies;
    const reply = `${departmentInboxPrefix(connectionOf(police))}.AAAAAA`;
    bureauBus.publish(commandSubject(bureau.id), '', { reply });
    await bureauBus.request(commandSubject(bureau.id), 'settle', { timeout: 5_000 });
    await expect.poll(() => seen.policeReplies, { timeout: 5_000 }).toBe(before + 1);
  });
});

describe('departments that come and go while others work', () => {
  /** A hundred submissions each second until told to stop; every one must be answered. */
  function submitting(connection: NatsConnection, id: DepartmentId) {
    const pending: Promise<boolean>[] = [];
    const timer = setInterval(() => {
      const answer = connection.request(clueSubject(id, 'leads'), '{}', { timeout: 10_000 });
      pending.push(
        answer.then(
          () => true,
          () => false,
        ),
      );
    }, 10);
    return {
      sent: () => pending.length,
      async stop() {
        clearInterval(timer);
        const answered = await Promise.all(pending);
        return { sent: answered.length, lost: answered.filter((ok) => !ok).length };
      },
    };
  }

  it('a department is added and removed while another submits 100 a second: none is lost', async () => {
    const load = submitting(policeBus, police.id);
    await expect.poll(load.sent, { timeout: 10_000 }).toBeGreaterThanOrEqual(100);

    await stack.applyDepartments([bureau, police, court]);
    await makeInbox(court.id);
    await sendNotice(court.id);
    const courtBus = await stack.connectDepartment(court, { reconnect: false });
    expect((await courtBus.request(commandSubject(court.id), 'here', { timeout: 5_000 })).string()).toBe(
      'here',
    );
    const notice = await (await inboxOf(courtBus, court)).next({ expires: 5_000 });
    expect(await notice?.ackAck({ timeout: 5_000 })).toBe(true);
    const afterAdding = load.sent();
    await expect.poll(load.sent, { timeout: 10_000 }).toBeGreaterThanOrEqual(afterAdding + 100);

    await stack.applyDepartments([bureau, police]);
    // Resolves only when the server has cut the connection.
    await courtBus.closed();
    await expect(stack.connectDepartment(court, { reconnect: false })).rejects.toThrow(
      /Authorization Violation/,
    );
    const afterRemoving = load.sent();
    await expect.poll(load.sent, { timeout: 10_000 }).toBeGreaterThanOrEqual(afterRemoving + 100);

    const { sent, lost } = await load.stop();
    expect(lost).toBe(0);
    process.stdout.write(
      `departments added and removed under load: ${sent} submissions of another, ${lost} lost\n`,
    );
  });

  it('a department that comes back works as before', async () => {
    await stack.applyDepartments([bureau, police, court]);
    const courtBus = await stack.connectDepartment(court);
    expect((await courtBus.request(commandSubject(court.id), 'back', { timeout: 5_000 })).string()).toBe(
      'back',
    );
  });
});
