// What a department may try with its own key and a well-formed command: nothing of it may crash, or bend time or law.
import { describe, expect, it } from 'vitest';
import { decide } from '../../../case/decide.ts';
import { law } from '../../../law/law.ts';
import { CaseCommand, PartyBody } from '../../../schemas/command.ts';
import { CivilDate, Instant } from '../../../schemas/instant.ts';
import { caseDriver, changed, commandOf, registerWith, type Told } from '../../support/case-driver.ts';
import {
  accepted,
  BUREAU,
  countyRegister,
  delivered,
  OFFICE,
  POLICE,
  steps,
} from '../../support/transfer-story.ts';

const answerOn = (clock: 'real' | 'rehearsal', told: Told): string => {
  const { state } = delivered();
  const decision = decide(state, commandOf(told, state.id, 99), {
    at: '2024-03-06T09:00:00+08:00',
    caseId: state.id,
    register: countyRegister(),
    law,
    clock,
  });
  return decision.ok ? 'ok' : decision.code;
};

describe('命令名称', () => {
  it.each(['constructor', 'record', 'proto'])('%s is no command, in a case or without one', (command) => {
    const told = { as: `${BUREAU}/o-1`, command, at: '2024-03-06T09:00:00+08:00' };
    expect(caseDriver(countyRegister()).answer(told)).toBe('UNKNOWN_COMMAND');
    expect(delivered().answer(told)).toBe('UNKNOWN_COMMAND');
    expect(delivered().answer({ ...told, proceeding: 'p1' })).toBe('NOT_ALLOWED_IN_STATE');
    expect(delivered().answer({ ...told, as: 'docket' })).toBe('UNKNOWN_COMMAND');
    expect(delivered().answer({ ...told, procedure: 'constructor' })).toBe('UNKNOWN_PROCEDURE');
  });
});

describe('正式账本上不能补造', () => {
  const sign = steps.sign('2024-03-05T11:00:00+08:00');

  it.each([
    ['a step called filled in', { ...sign, body: { filled: true } }],
    ['a step called published', { ...sign, body: { published: 'RC-001#1' } }],
    [
      'a step that lies between two days',
      { ...sign, body: { within: { from: '2024-03-04', to: '2024-03-06' } } },
    ],
    ['a step without a date', { ...sign, precision: 'undated' as const }],
  ])('%s would end every breach: it is a rehearsal’s only', (_, told) => {
    expect(answerOn('real', told)).toBe('REHEARSAL_ONLY');
    expect(answerOn('rehearsal', told)).toBe('ok');
  });

  it('takes the same step as it happened', () => {
    expect(answerOn('real', sign)).toBe('ok');
    expect(answerOn('real', { ...sign, precision: 'day' })).toBe('ok');
  });
});

describe('说的是不存在的事物', () => {
  const sign = steps.sign('2024-03-05T11:00:00+08:00');
  const refused: readonly (readonly [string, Told])[] = [
    [
      'moments, which only a docket sends',
      { ...sign, body: { moments: [{ clock: 'p1/x/1', moment: 'due' }] } },
    ],
    ['a follow-up, which only the relay takes', { ...sign, body: { followUp: 1 } }],
    ['a clock, which the command is not about', { ...sign, body: { clock: 'p1/fwd-handover/1' } }],
    ['a step to correct', { ...sign, body: { corrects: { sequence: 1 } } }],
    ['the title of a paper that is not attached', { ...sign, with: ['papers/zz/title'] }],
    ['a value of one of several steps, where there is one', { ...sign, with: ['steps/1/title'] }],
  ];
  it.each(refused)('%s is refused, for nobody would ever see it', (_, told) => {
    expect(answerOn('real', told)).toBe('FIELD_REFUSED');
  });

  it('的标题只有空白的，视为没有标题', () => {
    for (const title of ['', '   ', '\u3000'])
      expect(PartyBody.safeParse({ title }).success || PartyBody.safeParse({ summary: title }).success).toBe(
        false,
      );
  });
});

describe('为他人提交', () => {
  const forWhom = (value: NonNullable<CaseCommand['for']>, rest: Partial<Told> = {}): string => {
    const { state } = delivered();
    const told = { ...steps.sign('2024-03-05T11:00:00+08:00'), ...rest };
    const command = { ...commandOf(told, state.id, 99), for: value };
    expect(CaseCommand.safeParse(command).success).toBe(true);
    const at = '2024-03-06T09:00:00+08:00';
    const decision = decide(state, command, { at, caseId: state.id, register: countyRegister(), law });
    return decision.ok ? 'ok' : decision.code;
  };

  it.each<[string, NonNullable<CaseCommand['for']>]>([
    ['the organ that entrusted it', { department: BUREAU, as: 'entrusting-organ' }],
    ['an organ whose paper it records', { department: POLICE, as: 'recorded-from-paper' }],
    ['the officer it is deputy of', { officer: 'head', as: 'deputy' }],
  ])('no command is taken yet for %s', (_, value) => {
    expect(forWhom(value)).toBe('NOT_SUPPORTED_YET');
  });

  it('is said before anything else is looked at', () => {
    const late = { at: '2024-03-07T11:00:00+08:00', as: 'docket', command: 'constructor' };
    expect(forWhom({ as: 'deputy' }, late)).toBe('NOT_SUPPORTED_YET');
  });

  it('has no other form', () => {
    const command = commandOf(steps.sign('2024-03-05T11:00:00+08:00'), undefined, 1);
    for (const wrong of [{}, { as: 'friend' }, { as: 'deputy', name: '某某' }, { as: 'deputy', officer: '' }])
      expect(CaseCommand.safeParse({ ...command, for: wrong }).success).toBe(false);
  });
});

describe('发生时间', () => {
  it.each([
    ['day', '2024-03-04T12:00:00+08:00', 'OCCURRED_BEFORE_PREVIOUS'],
    ['day', '2024-03-05T00:00:00+08:00', 'ok'],
    ['month', '2024-02-29T12:00:00+08:00', 'OCCURRED_BEFORE_PREVIOUS'],
    ['month', '2024-03-01T00:00:00+08:00', 'ok'],
    ['year', '2023-12-31T12:00:00+08:00', 'OCCURRED_BEFORE_PREVIOUS'],
    ['year', '2024-01-01T00:00:00+08:00', 'ok'],
  ] as const)('known to the %s, %s against a step of 5 March 10:00: %s', (precision, at, answer) => {
    const told = { ...steps.sign(at), precision, recordedAt: '2024-03-06T09:00:00+08:00' };
    expect(delivered().answer(told)).toBe(answer);
  });

  it('cannot lie before a step that is known to the day', () => {
    const c = delivered();
    c.must({ ...steps.sign('2024-03-08T12:00:00+08:00'), precision: 'day' });
    const review = (at: string) => ({ ...steps.review(at), recordedAt: '2024-03-09T09:00:00+08:00' });
    expect(c.answer(review('2024-03-07T23:59:59+08:00'))).toBe('OCCURRED_BEFORE_PREVIOUS');
    expect(c.answer(review('2024-03-08T00:00:00+08:00'))).toBe('ok');
  });

  it.each([
    '2024-02-30T09:00:00+08:00',
    '2023-02-29T09:00:00+08:00',
    '2024-13-01T09:00:00+08:00',
    '2024-04-31T09:00:00+08:00',
    '2024-03-05T24:00:00+08:00',
    '2024-03-05T09:60:00+08:00',
    '2024-03-05T09:00:61+08:00',
    '2024-03-05T09:00:00+09:00',
    '2024-03-05T09:00:00Z',
    '2024-03-05T09:00:00.000+08:00',
    '0001-01-01T00:00:00+08:00',
    '9999-12-31T00:00:00+08:00',
  ])('%s is no instant', (text) => {
    expect(Instant.safeParse(text).success).toBe(false);
  });

  it.each(['2024-02-30', '2023-02-29', '2024-00-10', '2024-10-00', '9999-12-31', '2024-1-01'])(
    '%s is no date: a reply date of the year 9999 would have made an entry that nobody can read',
    (text) => {
      expect(CivilDate.safeParse(text).success).toBe(false);
    },
  );

  it.each(['2024-02-29', '2000-02-29', '1900-01-01', '2199-12-31'])('%s is a date', (text) => {
    expect(CivilDate.safeParse(text).success).toBe(true);
    expect(Instant.safeParse(`${text}T23:59:59.999+08:00`).success).toBe(true);
  });
});

describe('理由与文书', () => {
  it('takes no reason of blanks', () => {
    expect(PartyBody.safeParse({ reason: ' \u3000\n' }).success).toBe(false);
    expect(PartyBody.safeParse({ reason: '不符合立案标准' }).success).toBe(true);
  });

  it('takes no more papers in a proceeding than a drafted request can list', () => {
    const c = accepted();
    const many = (n: number, at: string): Told => ({
      as: `${POLICE}/o-1`,
      command: 'take-urgent-measures',
      at,
      body: {
        papers: Array.from({ length: n }, (_, k) => ({ code: 'note', id: `no-${at.slice(11, 13)}-${k}` })),
      },
    });
    for (let hour = 12; hour < 16; hour += 1) c.must(many(100, `2024-03-05T${hour}:00:00+08:00`));
    expect(c.answer(many(100, '2024-03-05T16:00:00+08:00'))).toBe('TOO_LARGE');
    expect(c.answer(many(50, '2024-03-05T16:00:00+08:00'))).toBe('ok');
  });
});

describe('一案之内', () => {
  it('are no more proceedings than a new calendar can move in one entry', () => {
    const bodies = [
      'public-security',
      'procuratorate',
      'health',
      'audit',
      'court',
      'finance',
      'justice',
      'tax',
    ];
    const regions = ['653023', '653022', '653024', '653001', '653000'];
    const receivers = regions.flatMap((region) => bodies.map((body) => `${region}/${body}`));
    const c = caseDriver(registerWith([BUREAU, ...receivers]));
    const send = (minute: number): Told => ({
      as: `${BUREAU}/o-1`,
      command: 'send-clue',
      procedure: 'clue-notice',
      at: `2026-12-21T09:0${minute}:00+08:00`,
      body: { to: receivers, fields: { topic: 'claims' } },
    });
    c.must(send(0), send(1), send(2), send(3), send(4));
    expect(Object.keys(c.state.proceedings)).toHaveLength(200);
    expect(c.answer(send(5))).toBe('TOO_LARGE');
    c.under(
      changed(
        registerWith([BUREAU, ...receivers]),
        '100000',
        [
          {
            change: 'calendar-published',
            records: [
              {
                region: '',
                year: 2026,
                name: 'national',
                daysOff: ['2026-12-22', '2026-12-23', '2026-12-24'],
                makeUpWorkdays: [],
                basis: '测试',
                confidence: 'notice',
              },
            ],
          },
        ],
        '2026-12-21T09:10:00+08:00',
      ),
    );
    c.must({
      as: 'calendar',
      command: 'recalculate-clocks',
      at: '2026-12-21T09:20:00+08:00',
      body: { basis: '测试' },
    });
    const entry = c.entries.at(-1);
    expect(entry?.events).toHaveLength(200);
    expect(JSON.stringify(entry).length).toBeLessThan(700_000);
  });
});

describe('后来登记的部门', () => {
  it('takes the role that nobody could take before, once it is a party', () => {
    const HEALTH = '653023/health';
    const AUDIT = '653023/audit';
    const without = registerWith([BUREAU, HEALTH, AUDIT]);
    const c = caseDriver(without);
    c.must(
      {
        as: `${BUREAU}/o-1`,
        command: 'send-clue',
        at: '2024-03-04T09:00:00+08:00',
        body: { to: [HEALTH], fields: { topic: 'claims' } },
      },
      {
        as: `${HEALTH}/o-1`,
        command: 'return-clue',
        at: '2024-03-04T10:00:00+08:00',
        body: { reasonCode: 'not-ours' },
        with: ['reason'],
      },
      {
        as: `${BUREAU}/o-1`,
        command: 'reroute-clue',
        at: '2024-03-04T11:00:00+08:00',
        body: { to: [AUDIT] },
      },
      {
        as: `${AUDIT}/o-1`,
        command: 'return-clue',
        at: '2024-03-04T12:00:00+08:00',
        body: { reasonCode: 'not-ours' },
        with: ['reason'],
      },
    );
    const designate: Told = {
      as: `${OFFICE}/o-1`,
      command: 'designate-receiver',
      at: '2024-03-05T10:00:00+08:00',
      body: { to: [HEALTH] },
    };
    c.under(
      changed(
        without,
        '653023',
        [
          {
            change: 'department-added',
            department: OFFICE,
            name: OFFICE,
            connectKey: `U${'A'.repeat(55)}`,
          },
          { change: 'officer-appointed', department: OFFICE, officer: 'o-1', ranks: ['officer'] },
        ],
        '2024-03-05T08:00:00+08:00',
      ),
    );
    expect(c.answer(designate)).toBe('CASE_NOT_FOUND');
    c.must({
      as: `${BUREAU}/o-1`,
      command: 'admit-departments',
      at: '2024-03-05T09:00:00+08:00',
      body: { to: [OFFICE] },
    });
    expect(c.answer(designate)).toBe('ok');
    expect(c.proceeding('clue-notice')).toMatchObject({ state: 'sent', roles: { designator: [OFFICE] } });
  });
});

describe('a command of the case itself', () => {
  it.each([
    ['record-fact', { fact: 'interview-held' }],
    ['admit-departments', { to: ['653023/health'] }],
  ])('%s declares no fields, where a name could stand open for ever', (command, body) => {
    const { state } = delivered();
    const refused = (more: Partial<Told>) => {
      const told: Told = { as: `${POLICE}/o-1`, at: '2024-03-05T11:00:00+08:00', command, body, ...more };
      const decision = decide(state, commandOf(told, state.id, 99), {
        at: '2024-03-06T09:00:00+08:00',
        caseId: state.id,
        register: countyRegister(),
        law,
      });
      return decision.ok ? 'ok' : decision.code;
    };
    expect(refused({ body: { ...body, fields: { note: '王某' } } })).toBe('FIELD_REFUSED');
    expect(refused({ with: ['fields/note'] })).toBe('FIELD_REFUSED');
  });
});
