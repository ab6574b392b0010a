// The front door: what is not a department's own, well-made, properly signed command gets its code and changes nothing;
// whatever comes is answered or kept in DEAD with its reason, and nothing brings the door down.
import { randomBytes } from 'node:crypto';
import { createUser } from '@nats-io/nkeys';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rawKeyOfNkey } from '../../case/register/nkey.ts';
import type { CaseCommand, SignedCommand } from '../../schemas/command.ts';
import type { Answer } from '../../schemas/entry.ts';
import { ERRORS, type ErrorCode } from '../../schemas/errors.ts';
import { plusMillis } from '../../schemas/instant.ts';
import { clueSubject, commandSubject, inboxStream } from '../../schemas/subjects.ts';
import { lastSequence } from '../../services/bus/ledger/read.ts';
import { DEAD_LETTERS_EACH } from '../../services/bus/ledger/stream.ts';
import { realClock } from '../../services/clock.ts';
import { type DeadLetter, openDeadLetter, readDeadLetters } from '../../services/doors/dead-letters.ts';
import { LARGEST_BODY } from '../../services/doors/front-door.ts';
import { conceal } from '../../services/proof/commitment.ts';
import { generateSigningKey, keyId, sign } from '../../services/proof/signature.ts';
import { eventually } from '../support/eventually.ts';
import { garbage } from '../support/garbage.ts';
import { foldedCases, ledgerReading } from '../support/ledger-audit.ts';
import { startTestBus, type TestBus } from '../support/test-bus.ts';
import type { TestDepartment } from '../support/test-platform.ts';

const GARBAGE = 2_000;

let test: TestBus;
let insurance: TestDepartment;
let police: TestDepartment;
let health: TestDepartment;
let caseId: string;
let opening: SignedCommand;
/** Everything sent here, and everything that was answered. */
const count = { sent: 0, answered: 0 };

beforeAll(async () => {
  test = await startTestBus();
  insurance = await test.department('653023/medical-insurance');
  police = await test.department('653023/public-security');
  health = await test.department('653023/health');
  opening = insurance.signed('o-1', 'send-clue', {
    body: { to: [police.id], fields: { topic: 'fund-fraud' } },
    party: { title: '线索', summary: '内容' },
  });
  const answer = await ask(insurance, opening);
  if (!answer.ok) throw new Error(answer.code);
  caseId = answer.case;
});
afterAll(async () => {
  console.log(
    `front door: ${count.sent} messages sent, ${count.answered} answered, vanished ${count.sent - count.answered}`,
  );
  await test?.stop();
});

type Body = SignedCommand | Uint8Array | string | object;

const bytesOf = (body: Body): Uint8Array =>
  body instanceof Uint8Array ? body : Buffer.from(typeof body === 'string' ? body : JSON.stringify(body));

async function ask(
  department: TestDepartment,
  body: Body,
  subject = commandSubject(department.id),
): Promise<Answer> {
  count.sent += 1;
  const message = await department.nc.request(subject, bytesOf(body), { timeout: 20_000 });
  count.answered += 1;
  return message.json<Answer>();
}

/** Ledger head, every case, every inbox: what must not move. */
const standing = async () => {
  const { relay, operator } = test.bus.connections;
  await eventually(async () => (await test.bus.inboxes.pending()) === 0);
  const cases = foldedCases(await ledgerReading(relay)());
  const inboxes = await Promise.all(
    [insurance, police, health].map(({ id }) => lastSequence(operator, inboxStream(id))),
  );
  return { head: await lastSequence(relay), cases: JSON.stringify([...cases]), inboxes };
};

const deadLetters = async (): Promise<DeadLetter[]> => {
  const letters: DeadLetter[] = [];
  for await (const letter of readDeadLetters(test.bus.connections.gateway)) letters.push(letter);
  return letters;
};

/** A clue of the insurer's, correct in everything. */
const clue = (rest: Partial<CaseCommand> & { party?: Record<string, unknown> } = {}) =>
  insurance.signed('o-1', 'send-clue', {
    body: { to: [police.id], fields: { topic: 'fund-fraud' } },
    ...rest,
  });
const resigned = (command: CaseCommand, by = insurance, disclosures: SignedCommand['disclosures'] = []) => ({
  command,
  signature: sign(by.signingKey, command.format, command),
  disclosures,
});

/** A clue of the insurer's with another's name in it, signed again. */
const inTheNameOf = (actor: CaseCommand['actor']): SignedCommand => {
  const { command, disclosures } = clue();
  return resigned({ ...command, actor }, insurance, disclosures);
};

const nested = (depth: number): unknown => (depth === 0 ? 1 : { a: nested(depth - 1) });

type Attempt = readonly [ErrorCode, () => Promise<Answer>];

/** So many days before now. */
const daysAgo = (days: number): string => plusMillis(realClock().now(), -days * 86_400_000);

/** Several steps of the insurance bureau, just now, as one command. */
const together = (commands: readonly string[], party: Record<string, unknown> = {}): SignedCommand =>
  insurance.signed('o-1', 'record-steps', {
    body: {
      steps: commands.map((command) => ({
        command,
        officer: 'o-1',
        occurredAt: plusMillis(realClock().now(), -1_000),
        precision: 'instant' as const,
        body:
          command === 'send-clue'
            ? { to: [police.id], fields: { topic: 'fund-fraud' } }
            : { fact: 'meeting-held' },
      })),
    },
    party,
  });

const REFUSED: Readonly<Record<string, Attempt>> = {
  'a signature over other content': [
    'BAD_SIGNATURE',
    () => ask(insurance, { ...clue(), signature: clue().signature }),
  ],
  'a signature that is no base64url of 64 bytes': [
    'BAD_SIGNATURE',
    () => ask(insurance, { ...clue(), signature: { ...clue().signature, value: 'AAAA' } }),
  ],
  'a key nobody registered': [
    'UNKNOWN_KEY',
    () => {
      const { command } = clue();
      const stranger = generateSigningKey(insurance.id);
      return ask(insurance, { command, signature: sign(stranger, command.format, command), disclosures: [] });
    },
  ],
  'a registered key id with another key behind it': [
    'BAD_SIGNATURE',
    () => {
      const { command, signature } = clue();
      const stranger = generateSigningKey(insurance.id);
      const forged = { ...sign(stranger, command.format, command), key: signature.key };
      return ask(insurance, { command, signature: forged, disclosures: [] });
    },
  ],
  'another department’s command, properly signed, on one’s own connection': [
    'ACTOR_MISMATCH',
    () => ask(insurance, police.signed('o-1', 'acknowledge', { case: caseId })),
  ],
  'another department’s name over one’s own signature': [
    'ACTOR_MISMATCH',
    () => ask(insurance, inTheNameOf({ department: police.id, officer: 'o-1' })),
  ],
  'the name of a service over a department’s signature': [
    'ACTOR_MISMATCH',
    () => ask(insurance, inTheNameOf({ service: 'docket' })),
  ],
  'a command only a service may give': [
    'SERVICE_ONLY',
    () =>
      ask(
        insurance,
        insurance.signed('o-1', 'reach-moment', {
          case: caseId,
          body: { moments: [{ clock: 'p1/agr-clue-acknowledge/1', moment: 'due' }] },
        }),
      ),
  ],
  'an officer nobody appointed': [
    'UNKNOWN_OFFICER',
    () =>
      ask(
        insurance,
        insurance.signed('o-9', 'send-clue', { body: { to: [police.id], fields: { topic: 'fund-fraud' } } }),
      ),
  ],
  'a value that was not disclosed': [
    'COMMITMENT_MISMATCH',
    () => ask(insurance, { ...clue({ party: { title: '标题' } }), disclosures: [] }),
  ],
  'a value that was altered': [
    'COMMITMENT_MISMATCH',
    () => {
      const signed = clue({ party: { title: '标题' } });
      return ask(insurance, {
        ...signed,
        disclosures: signed.disclosures.map((d) => ({ ...d, value: '别的' })),
      });
    },
  ],
  'a value nobody committed to': [
    'COMMITMENT_MISMATCH',
    () => ask(insurance, { ...clue(), disclosures: conceal({ title: '标题' }).disclosures }),
  ],
  'a value disclosed twice': [
    'COMMITMENT_MISMATCH',
    () => {
      const signed = clue({ party: { title: '标题' } });
      return ask(insurance, { ...signed, disclosures: [...signed.disclosures, ...signed.disclosures] });
    },
  ],
  'the same command id for other content': [
    'COMMAND_ID_REUSED',
    () =>
      ask(
        insurance,
        insurance.signed('o-1', 'send-clue', {
          commandId: opening.command.commandId,
          body: { to: [health.id], fields: { topic: 'fund-fraud' } },
        }),
      ),
  ],
  'two names for one field, of which the signature covers the first': [
    'BAD_SIGNATURE',
    () =>
      ask(
        insurance,
        JSON.stringify(clue()).replace(
          '"command":"send-clue"',
          '"command":"send-clue","command":"record-fact"',
        ),
      ),
  ],
  'a step called filled in, which would stop every breach': [
    'REHEARSAL_ONLY',
    () => ask(insurance, clue({ body: { to: [police.id], fields: { topic: 'fund-fraud' }, filled: true } })),
  ],
  'a step without a date': ['REHEARSAL_ONLY', () => ask(insurance, clue({ precision: 'undated' }))],
  'a step dated to the month': [
    'REHEARSAL_ONLY',
    () => ask(insurance, clue({ occurredAt: daysAgo(2), precision: 'month' })),
  ],
  'a step of eight days ago without the reason why it is told so late': [
    'DATED_BACK',
    () =>
      ask(
        insurance,
        insurance.signed('head', 'send-clue', {
          occurredAt: daysAgo(8),
          body: { to: [police.id], fields: { topic: 'fund-fraud' } },
        }),
      ),
  ],
  'a step older than the register, without the head’s word': [
    'RANK_TOO_LOW',
    () => ask(insurance, clue({ occurredAt: daysAgo(8), party: { reason: '补录' } })),
  ],
  'steps together of which the first reaches others': [
    'STEP_NOT_LAST',
    () =>
      ask(insurance, together(['send-clue', 'record-fact'], { steps: { 1: { summary: '疑似虚假住院' } } })),
  ],
  'a value of a step that is not among them': [
    'FIELD_REFUSED',
    () => ask(insurance, together(['record-fact', 'record-fact'], { steps: { 3: { summary: '摘要' } } })),
  ],
  'what happens in a minute': [
    'OCCURRED_IN_FUTURE',
    () => ask(insurance, clue({ occurredAt: plusMillis(realClock().now(), 60_000) })),
  ],
  'a receiver nobody registered': [
    'UNKNOWN_DEPARTMENT',
    () =>
      ask(
        insurance,
        clue({
          body: { to: ['110000/public-security'], fields: { topic: 'fund-fraud' } },
          party: { title: '线索', summary: '内容' },
        }),
      ),
  ],
  'a clue that says nothing': ['CONTENT_REQUIRED', () => ask(insurance, clue())],
  'a clue with a reason and nothing else': [
    'CONTENT_REQUIRED',
    () => ask(insurance, clue({ party: { reason: '见附件' } })),
  ],
  'itself as receiver': [
    'RECEIVER_NOT_FITTING',
    () =>
      ask(
        insurance,
        clue({
          body: { to: [insurance.id], fields: { topic: 'fund-fraud' } },
          party: { title: '线索', summary: '内容' },
        }),
      ),
  ],
  'a reply date in the year 9999': [
    'FIELD_REFUSED',
    () =>
      ask(
        insurance,
        clue({
          body: { to: [police.id], fields: { topic: 'fund-fraud', replyBy: '9999-12-31' } },
        }),
      ),
  ],
  'a proceeding the case does not have': [
    'PROCEEDING_NOT_FOUND',
    () => ask(police, police.signed('o-1', 'acknowledge', { case: caseId, proceeding: 'p99' })),
  ],
  'the other side’s step': [
    'NOT_YOUR_ROLE',
    () => ask(insurance, insurance.signed('o-1', 'acknowledge', { case: caseId, proceeding: 'p1' })),
  ],
  'a step before the one before it, dated to the day': [
    'OCCURRED_BEFORE_PREVIOUS',
    () =>
      ask(
        police,
        police.signed('o-1', 'acknowledge', {
          case: caseId,
          occurredAt: daysAgo(2),
          precision: 'day',
        }),
      ),
  ],
  'a case opened with an id of its own choice': [
    'CASE_NOT_FOUND',
    () => ask(insurance, clue({ case: '110000-aaaaaaaaaaaaaaaa' })),
  ],
  'a case that does not exist': [
    'CASE_NOT_FOUND',
    () => ask(police, police.signed('o-1', 'acknowledge', { case: '653023-aaaaaaaaaaaaaaaa' })),
  ],
  'a case that is not one’s own to see': [
    'CASE_NOT_FOUND',
    () => ask(health, health.signed('o-1', 'acknowledge', { case: caseId })),
  ],
};

const NOT_A_MESSAGE: Readonly<Record<string, Attempt>> = {
  'a format no longer supported': [
    'STALE_SCHEMA',
    () => ask(insurance, { ...clue(), command: { ...clue().command, format: 'xianjie.command.v0' } }),
  ],
  'a body larger than allowed': ['TOO_LARGE', () => ask(insurance, Buffer.alloc(LARGEST_BODY + 1, 0x20))],
  'deep nesting': ['TOO_DEEP', () => ask(insurance, nested(500) as object)],
  'deep nesting beyond any stack': [
    'TOO_DEEP',
    () => ask(insurance, `${'['.repeat(100_000)}${']'.repeat(100_000)}`),
  ],
  'no JSON': ['NOT_JSON', () => ask(insurance, 'not json at all')],
  'no UTF-8': ['NOT_JSON', () => ask(insurance, Buffer.from([0x22, 0xff, 0xfe, 0x22]))],
  'an empty body': ['NOT_JSON', () => ask(insurance, Buffer.alloc(0))],
  'a field nobody knows': ['SCHEMA_MISMATCH', () => ask(insurance, { ...clue(), extra: 1 })],
  'an unknown field inside the command': [
    'SCHEMA_MISMATCH',
    () => ask(insurance, { ...clue(), command: { ...clue().command, surprise: true } }),
  ],
  'a number beyond what JSON numbers can say': [
    'SCHEMA_MISMATCH',
    () => {
      const signed = clue({ party: { title: '标题' } });
      const text = JSON.stringify({ ...signed, disclosures: [{ ...signed.disclosures[0], value: 'HUGE' }] });
      return ask(insurance, text.replace('"HUGE"', '1e999'));
    },
  ],
  'half of a surrogate pair': [
    'SCHEMA_MISMATCH',
    () => ask(insurance, JSON.stringify(clue()).replace('"fund-fraud"', '"fund\\ud800"')),
  ],
  'half of a surrogate pair in an open text': [
    'SCHEMA_MISMATCH',
    () => ask(insurance, JSON.stringify(clue()).replace('"fund-fraud"', '"fund-fraud","basis":"\\ud800"')),
  ],
  'a field named __proto__': [
    'SCHEMA_MISMATCH',
    () => ask(insurance, JSON.stringify(clue()).replace('"body":{', '"body":{"__proto__":{"filled":true},')),
  ],
  'a Cyrillic letter in an officer’s id': [
    'SCHEMA_MISMATCH',
    () =>
      ask(insurance, resigned({ ...clue().command, actor: { department: insurance.id, officer: 'о-1' } })),
  ],
  'a day there is not': [
    'SCHEMA_MISMATCH',
    () => ask(insurance, clue({ occurredAt: '2024-02-30T09:00:00+08:00' })),
  ],
  'an instant of another zone': [
    'SCHEMA_MISMATCH',
    () => ask(insurance, clue({ occurredAt: '2024-02-20T09:00:00Z' })),
  ],
  'a value for a field there is not': [
    'SCHEMA_MISMATCH',
    () => ask(insurance, clue({ party: { nickname: '甲' } })),
  ],
  'a value of another kind than its field': [
    'SCHEMA_MISMATCH',
    () => ask(insurance, clue({ party: { amountFen: 12 } })),
  ],
  'a reporter’s name in plain': [
    'SCHEMA_MISMATCH',
    () => ask(insurance, clue({ party: { reporter: '张三丰' } })),
  ],
  'the name of what every object has': [
    'UNKNOWN_COMMAND',
    () => ask(insurance, insurance.signed('o-1', 'constructor')),
  ],
  'a command nobody knows': [
    'UNKNOWN_COMMAND',
    () => ask(insurance, insurance.signed('o-1', 'fly-to-the-moon')),
  ],
  'a procedure nobody knows': [
    'UNKNOWN_PROCEDURE',
    () =>
      ask(
        insurance,
        insurance.signed('o-1', 'send-clue', {
          procedure: 'no-such',
          body: { to: [police.id], fields: { topic: 'x' } },
        }),
      ),
  ],
  'a clue on the subject of another topic': [
    'WRONG_SUBJECT',
    () => ask(insurance, clue(), clueSubject(insurance.id, 'drug-resale')),
  ],
  'another command on the subject of clues': [
    'WRONG_SUBJECT',
    () =>
      ask(
        insurance,
        insurance.signed('o-1', 'suspect-crime', { body: { team: ['o-1', 'o-2'] } }),
        clueSubject(insurance.id, 'fund-fraud'),
      ),
  ],
};

it('repeats no name that a sender made up, neither in the answer nor in DEAD', async () => {
  const name = '张三丰';
  const pinyin = 'zhangsanfeng';
  const { command } = clue();
  const disclosed = { path: `/${pinyin}`, salt: 'A'.repeat(22), value: 'x' };
  const answers = [
    await ask(insurance, {
      ...clue(),
      command: { ...command, commitments: { [`/${name}`]: 'd'.repeat(43) } },
    }),
    await ask(insurance, { ...clue(), disclosures: [disclosed] }),
  ];
  expect(answers.map((answer) => !answer.ok && answer.code)).toEqual(['SCHEMA_MISMATCH', 'SCHEMA_MISMATCH']);
  const kept = JSON.stringify([answers, (await deadLetters()).map(({ sealed: _, ...open }) => open)]);
  expect(kept).not.toContain(name);
  expect(kept).not.toContain(pinyin);
});

describe('a command that must not be taken', () => {
  for (const [what, [code, attempt]] of Object.entries(REFUSED)) {
    it(`${what} is answered ${code} and changes nothing`, async () => {
      const [before, dead] = [await standing(), (await deadLetters()).length];
      expect(await attempt()).toMatchObject({ ok: false, code, retryable: false });
      expect(await standing()).toEqual(before);
      expect(await deadLetters()).toHaveLength(dead);
    });
  }
});

describe('what is not a message we know', () => {
  for (const [what, [code, attempt]] of Object.entries(NOT_A_MESSAGE)) {
    it(`${what} is answered ${code}, kept in DEAD with its reason, and changes nothing`, async () => {
      const [before, dead] = [await standing(), (await deadLetters()).length];
      expect(await attempt()).toMatchObject({ ok: false, code });
      expect(await standing()).toEqual(before);
      const [letter, ...more] = (await deadLetters()).slice(dead);
      expect(more).toEqual([]);
      expect(letter).toMatchObject({ code, department: insurance.id });
    });
  }
});

it('answers a command sent again with its first receipt, also after a restart', async () => {
  const before = await standing();
  const first = await ask(insurance, opening);
  await test.restart();
  const again = await eventually(() => ask(insurance, opening));
  expect(first).toMatchObject({ ok: true, case: caseId, sequence: 1, repeated: true });
  expect(again).toEqual(first);
  expect(await standing()).toEqual(before);
});

it('refuses equal keys for connecting and signing', async () => {
  const connectKey = createUser().getPublicKey();
  const publicKey = rawKeyOfNkey(connectKey);
  const before = await standing();
  const answer = await test.operator.enter('653024', [
    {
      change: 'department-added',
      department: '653024/health',
      name: '某县卫健委',
      connectKey,
    },
    {
      change: 'key-granted',
      key: keyId('653024/health', publicKey),
      holder: { department: '653024/health' },
      use: 'sign',
      suite: 'Ed25519',
      publicKey,
      from: test.bus.registrar.now(),
    },
  ]);
  expect(answer).toMatchObject({ ok: false, code: 'EQUAL_KEYS' });
  expect(await standing()).toEqual(before);
});

it('takes nothing signed with a revoked key, and nothing of a retired department', async () => {
  const audit = await test.department('653023/audit');
  const tax = await test.department('653023/tax');
  const revoked = await test.operator.enter('653023', [
    { change: 'key-revoked', key: audit.signingKey.id, reason: '私钥疑似泄露' },
  ]);
  expect(revoked.ok).toBe(true);
  const retired = await test.operator.retireDepartment(tax.id);
  expect(retired.ok).toBe(true);
  const before = await standing();
  const body = { to: [police.id], fields: { topic: 'fund-fraud' } };
  expect(await ask(audit, audit.signed('o-1', 'send-clue', { body }))).toMatchObject({ code: 'UNKNOWN_KEY' });
  const signed = tax.signed('o-1', 'send-clue', { body });
  expect(await test.bus.registrar.submit(signed, { department: tax.id })).toMatchObject({
    code: 'UNKNOWN_KEY',
  });
  await eventually(
    async () =>
      tax.nc.isClosed() ||
      (await tax.nc.flush().then(
        () => false,
        () => true,
      )),
  );
  expect(await standing()).toEqual(before);
});

it('is not led astray by forged reply subjects', async () => {
  const targets = [
    `ledger.case.653023.${caseId}`,
    `notice.653023.public-security.clue-notice.clue-sent`,
    commandSubject(police.id),
    `$JS.API.STREAM.PURGE.${inboxStream(police.id)}`,
    `$JS.API.CONSUMER.DELETE.${inboxStream(police.id)}.inbox`,
    `_INBOX_653023_public-security_guess.1`,
  ];
  const before = await standing();
  const dead = (await deadLetters()).length;
  for (const reply of targets) insurance.nc.publish(commandSubject(insurance.id), 'not json', { reply });
  // A message that asks for no answer could not be told of its fate: it is kept, and nothing is done.
  insurance.nc.publish(commandSubject(insurance.id), JSON.stringify(clue()));
  await insurance.nc.flush();
  await eventually(async () => (await deadLetters()).length === dead + targets.length + 1);
  expect(
    (await deadLetters())
      .slice(dead)
      .map(({ code }) => code)
      .toSorted(),
  ).toEqual([...targets.map(() => 'NOT_JSON'), 'NO_REPLY_SUBJECT'].toSorted());
  expect(await standing()).toEqual(before);
});

it(`answers each of ${GARBAGE} garbage bodies, and goes on working`, async () => {
  const before = await standing();
  const dead = (await deadLetters()).length;
  const bodies = [...garbage(GARBAGE, 20_261_122, clue({ party: { title: '标题' } }))];
  const codes = new Map<string, number>();
  let contracts = 0;
  let next = 0;
  const lane = async () => {
    while (next < bodies.length) {
      const answer = await ask(insurance, bodies[next++] as Uint8Array);
      const code = answer.ok ? 'taken' : answer.code;
      codes.set(code, (codes.get(code) ?? 0) + 1);
      if (!answer.ok && ERRORS[answer.code as ErrorCode].kind === 'contract') contracts += 1;
    }
  };
  await Promise.all(Array.from({ length: 32 }, lane));
  console.log(
    `garbage: ${GARBAGE} sent, ${[...codes].map(([code, n]) => `${code} ${n}`).join(', ')}, dead letters ${contracts}`,
  );
  expect([...codes.values()].reduce((a, b) => a + b, 0)).toBe(GARBAGE);
  expect(codes.get('taken') ?? 0).toBe(0);
  expect(codes.get('INTERNAL_ERROR') ?? 0).toBe(0);
  expect(await standing()).toEqual(before);
  // Of one department its share is kept, and the beginning of each: all the others were answered all the same.
  const letters = (await deadLetters()).slice(dead);
  expect(contracts).toBeGreaterThan(DEAD_LETTERS_EACH);
  expect(letters.length).toBeLessThanOrEqual(DEAD_LETTERS_EACH);
  expect(letters.length).toBeGreaterThan(DEAD_LETTERS_EACH / 2);
  const sent = new Set(bodies.map((body) => Buffer.from(body).subarray(0, 4_096).toString('base64')));
  expect(
    letters.every((letter) => sent.has(openDeadLetter(test.keys.deadLetters, letter).toString('base64'))),
  ).toBe(true);
  expect(
    await ask(
      insurance,
      clue({ commandId: randomBytes(8).toString('hex'), party: { title: '线索', summary: '内容' } }),
    ),
  ).toMatchObject({
    ok: true,
  });
});
