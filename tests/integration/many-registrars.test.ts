// Several registrars write one ledger, some in processes of their own: one wins, the others look again and decide again.
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { decide } from '../../case/decide.ts';
import { applyEntry } from '../../case/evolve.ts';
import type { CaseState } from '../../case/state.ts';
import { law } from '../../law/law.ts';
import type { SignedCommand } from '../../schemas/command.ts';
import type { Answer, Receipt, Refusal } from '../../schemas/entry.ts';
import { eventually } from '../support/eventually.ts';
import { inLanes } from '../support/hand-off-load.ts';
import {
  doubledIn,
  foldedRegister,
  ledgerReading,
  missingIn,
  verifiedExport,
  type Written,
} from '../support/ledger-audit.ts';
import { type AnotherRegistrar, forkRegistrar, openRegistrar } from '../support/registrar-process.ts';
import { startTestBus, type TestBus } from '../support/test-bus.ts';
import type { TestDepartment } from '../support/test-platform.ts';

let test: TestBus;
let registrars: AnotherRegistrar[];
let entries: ReturnType<typeof ledgerReading>;
let insurance: TestDepartment;
let police: TestDepartment;
let health: TestDepartment;

beforeAll(async () => {
  test = await startTestBus();
  insurance = await test.department('653023/medical-insurance');
  police = await test.department('653023/public-security');
  health = await test.department('653023/health');
  const keysDir = join(test.folder, 'keys');
  registrars = await Promise.all([
    ...Array.from({ length: 3 }, () => openRegistrar(test.nats.url, keysDir)),
    ...Array.from({ length: 2 }, () => forkRegistrar(test.nats.url, keysDir)),
  ]);
  registrars.push({
    submit: (signed, department) => test.bus.registrar.submit(signed, { department }),
    stop: async () => undefined,
  });
  entries = ledgerReading(test.bus.connections.relay);
});
afterAll(async () => {
  await Promise.all((registrars ?? []).map((registrar) => registrar.stop()));
  await test?.stop();
});

/** Sends until it is answered for good; a busy case is tried again, as its answer says. */
const submit = async (via: number, by: TestDepartment, signed: SignedCommand): Promise<Answer> => {
  for (;;) {
    const answer = await (registrars[via % registrars.length] as AnotherRegistrar).submit(signed, by.id);
    if (answer.ok || !answer.retryable) return answer;
  }
};

const opened = async (): Promise<string> => {
  const answer = await submit(
    0,
    insurance,
    insurance.signed('o-1', 'send-clue', {
      body: { to: [police.id, health.id], fields: { topic: 'fund-fraud', noticeType: 'info' } },
      party: { title: '线索', summary: '内容' },
    }),
  );
  if (!answer.ok) throw new Error(answer.code);
  return answer.case;
};
const fact = (by: TestDepartment, caseId: string) =>
  by.signed('o-1', 'record-fact', {
    case: caseId,
    body: { fact: 'interview-held' },
    party: { summary: '内容' },
  });

/** The case after 0, 1, 2 … of its entries, with the register and instant of each. */
const statesOf = async (caseId: string) => {
  const own = (await entries()).filter(({ entry }) => entry.kind === 'case' && entry.id === caseId);
  const states: CaseState[] = [];
  for (const { entry } of own) states.push(applyEntry(states.at(-1) ?? null, entry));
  return { own, states };
};

it('takes every one of 300 facts recorded on one case at once through six registrars', async () => {
  const caseId = await opened();
  const asked = Array.from({ length: 300 }, (_, n) => {
    const by = [insurance, police, health][n % 3] as TestDepartment;
    return { n, by, signed: fact(by, caseId) };
  });
  const receipts: Receipt[] = [];
  await inLanes(asked, 48, async ({ n, by, signed }) => {
    const answer = await submit(n, by, signed);
    if (!answer.ok) throw new Error(answer.code);
    receipts.push(answer);
  });
  const { own, states } = await statesOf(caseId);
  const written = await entries();
  expect(own).toHaveLength(301);
  expect(receipts.map(({ sequence }) => sequence).toSorted((a, b) => a - b)).toEqual(
    Array.from({ length: 300 }, (_, n) => n + 2),
  );
  expect(receipts.every(({ repeated }) => !repeated)).toBe(true);
  expect(states.at(-1)?.facts).toBe(300);
  expect([doubledIn(written), missingIn(written, receipts)]).toEqual([[], []]);
  console.log(
    `six registrars, one case: 300 commands, entries 300, lost 0, doubled 0, chain 1 to ${own.length} without a gap`,
  );
});

it('gives one command sent through all registrars at once one entry, and everybody its receipt', async () => {
  const caseId = await opened();
  for (let round = 0; round < 20; round += 1) {
    const signed = fact(police, caseId);
    const answers = await Promise.all(registrars.map((_, via) => submit(via, police, signed)));
    const receipts = answers.filter((answer) => answer.ok);
    expect(receipts).toHaveLength(registrars.length);
    expect(new Set(receipts.map(({ hash }) => hash)).size).toBe(1);
    expect(receipts.filter(({ repeated }) => !repeated)).toHaveLength(1);
  }
  expect((await statesOf(caseId)).own).toHaveLength(21);
});

type Step = {
  readonly by: 'insurance' | 'police' | 'health';
  readonly command: string;
  readonly via: number;
};
const COMMANDS = {
  insurance: ['record-fact', 'reroute-clue', 'withdraw-clue', 'close-clue'],
  police: [
    'record-fact',
    'acknowledge',
    'return-clue',
    'accept-clue',
    'note-for-information',
    'give-final-feedback',
  ],
  health: ['record-fact', 'acknowledge', 'return-clue', 'merge-clue', 'give-final-feedback'],
} as const;

const steps = fc.array(
  fc
    .constantFrom(...(Object.keys(COMMANDS) as Step['by'][]))
    .chain((by) =>
      fc.record({ by: fc.constant(by), command: fc.constantFrom(...COMMANDS[by]), via: fc.nat({ max: 5 }) }),
    ),
  { minLength: 30, maxLength: 60 },
);

const signedStep = ({ by, command }: Step, caseId: string): [TestDepartment, SignedCommand] => {
  const department = { insurance, police, health }[by];
  const proceeding = by === 'health' ? 'p2' : 'p1';
  return [
    department,
    command === 'record-fact'
      ? fact(department, caseId)
      : department.signed('o-1', command, {
          case: caseId,
          proceeding,
          body: { reasonCode: 'not-competent', to: [health.id] },
          party: { reason: '不属于本部门职责' },
        }),
  ];
};

it('answers every command of any schedule once, and refuses only what the case, as it then was, refuses', async () => {
  const count = { commands: 0, taken: 0, refused: 0, schedules: 0 };
  await fc.assert(
    fc.asyncProperty(steps, fc.integer({ min: 2, max: 16 }), async (schedule, lanes) => {
      const caseId = await opened();
      const answered: { signed: SignedCommand; answer: Answer; before: number }[] = [];
      // What somebody has a receipt for happened before whatever is sent from here on.
      let known = 1;
      await inLanes(schedule, lanes, async (step) => {
        const before = known;
        const [department, signed] = signedStep(step, caseId);
        const answer = await submit(step.via, department, signed);
        if (answer.ok) known = Math.max(known, answer.sequence);
        answered.push({ signed, answer, before });
      });
      const { own, states } = await statesOf(caseId);
      const register = foldedRegister(await entries());
      const receipts = answered.flatMap(({ answer }) => (answer.ok ? [answer] : []));
      expect(answered).toHaveLength(schedule.length);
      expect(own.map(({ entry }) => entry.sequence)).toEqual(own.map((_, n) => n + 1));
      expect(own).toHaveLength(receipts.length + 1);
      expect(missingIn(await entries(), receipts)).toEqual([]);
      for (const { signed, answer, before } of answered) {
        if (answer.ok) {
          expect(answer.sequence).toBeGreaterThan(before);
          continue;
        }
        const refusedAt = states.slice(before - 1).some((state, n) => {
          const { recordedAt } = (own[before - 1 + n] as Written).entry;
          const when = [recordedAt, signed.command.occurredAt].toSorted().at(-1) as string;
          const decision = decide(state, signed.command, { at: when, caseId, register, law });
          return !decision.ok && decision.code === (answer as Refusal).code;
        });
        expect({ command: signed.command.command, answer, refusedAt }).toMatchObject({ refusedAt: true });
      }
      count.schedules += 1;
      count.commands += answered.length;
      count.taken += receipts.length;
      count.refused += answered.length - receipts.length;
    }),
    { numRuns: 15, endOnFailure: true },
  );
  const verified = await verifiedExport(test.bus.connections.relay, test.keys);
  expect(verified).toMatchObject({ ok: true, notRerun: {} });
  console.log(
    `any schedule: ${count.schedules} schedules, ${count.commands} commands, taken ${count.taken}, refused ${count.refused}, ` +
      'refused wrongly 0, answered twice 0, export verifies',
  );
});

it('honours no key anywhere once it is revoked by one registrar, and writes nothing that does not verify', async () => {
  const count = { taken: 0, refused: 0 };
  for (const id of ['653023/audit', '653023/tax', '653023/finance', '653023/justice'] as const) {
    const department = await test.department(id);
    const open = () =>
      department.signed('o-1', 'send-clue', {
        body: { to: [police.id], fields: { topic: 'fund-fraud' } },
        party: { title: '线索', summary: '内容' },
      });
    // Added by one registrar, taken by all the others at once.
    const first = await Promise.all(registrars.map((_, via) => submit(via, department, open())));
    expect(first.map(({ ok }) => ok)).toEqual(registrars.map(() => true));
    await inLanes(
      Array.from({ length: 240 }, (_, n) => n),
      24,
      async (n) => {
        const answer = await submit(n, department, open());
        if (answer.ok) count.taken += 1;
        else {
          expect(answer.code).toBe('UNKNOWN_KEY');
          count.refused += 1;
        }
        if (n === 80) {
          const change = await test.operator.enter('653023', [
            { change: 'key-revoked', key: department.signingKey.id, reason: '私钥疑似泄露' },
          ]);
          expect(change.ok).toBe(true);
        }
      },
    );
    for (const [via] of registrars.entries()) {
      await eventually(async () => !(await submit(via, department, open())).ok);
    }
  }
  expect(count.refused).toBeGreaterThan(0);
  expect(await verifiedExport(test.bus.connections.relay, test.keys)).toMatchObject({
    ok: true,
    notRerun: {},
  });
  console.log(
    `4 keys revoked under load: taken before ${count.taken}, refused after ${count.refused}, export verifies`,
  );
});
