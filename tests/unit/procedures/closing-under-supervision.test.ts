// Nothing is closed under who may still move it: what grew out of a proceeding and moves it must have ended first, as a condition that
// the procedure states.
import { describe, expect, it } from 'vitest';
import { procedures } from '../../../law/procedures/registry.ts';
import type { Test } from '../../../schemas/condition.ts';
import type { Procedure } from '../../../schemas/procedure.ts';
import type { Told } from '../../support/case-driver.ts';
import {
  BUREAU,
  notFiled,
  POLICE,
  PROCURATORATE,
  papers,
  steps,
  underReview,
} from '../../support/transfer-story.ts';

/**
 * What ends a proceeding though something that moves it is open, each with its reason: the law gives the police and the sender days for it,
 * or the criminal case goes on without the supervision (JG2019 559(2) asks about a filing before the prosecution only).
 */
const GOES_ON = ['send-for-prosecution', 'notify-withdrawal', 'hand-over-property', 'declare-no-property'];

const asksForOpen = (test: Test, procedure: string): boolean =>
  'allOf' in test
    ? test.allOf.some((one) => asksForOpen(one, procedure))
    : 'noneOpen' in test && test.noneOpen.procedure === procedure;

/** Procedures that grow out of this one and move it by some command of theirs. */
const movingChildren = (p: Procedure): string[] => {
  const opened = new Set(
    Object.values(p.commands).flatMap(({ opens = [] }) => opens.map((o) => o.procedure)),
  );
  return procedures
    .filter((q) => opened.has(q.procedure))
    .filter((q) =>
      Object.entries(q.commands).some(
        ([name, { also = [] }]) =>
          !Object.hasOwn(q.opensOn, name) && also.some((a) => a.procedure === p.procedure),
      ),
    )
    .map((q) => q.procedure);
};

const closings = procedures.flatMap((p) =>
  movingChildren(p).flatMap((child) =>
    Object.entries(p.states)
      .filter(([, { terminal }]) => !terminal)
      .flatMap(([state, { on = {} }]) =>
        Object.entries(on)
          .filter(([command, { to }]) => to !== null && p.states[to]?.terminal && !GOES_ON.includes(command))
          .map(([command, target]) => ({ p, child, state, command, target })),
      ),
  ),
);

describe('有子程序的程序', () => {
  it.each(closings.map((one) => [`${one.p.procedure} ${one.state} ${one.command}`, one] as const))(
    '%s waits until no child that moves it is open',
    (_, { p, child, command, target }) => {
      const named = [...(p.commands[command]?.when ?? []), ...(target.when ?? [])];
      expect(named.some((id) => asksForOpen((p.conditions[id] as { if: Test }).if, child))).toBe(true);
    },
  );

  it('are found at all, and what goes on is there', () => {
    expect(closings.length).toBeGreaterThan(4);
    const [transfer] = procedures.filter(({ procedure }) => procedure === 'criminal-transfer');
    for (const command of GOES_ON) expect(Object.keys(transfer?.commands ?? {})).toContain(command);
  });
});

describe('立案监督未结', () => {
  const accept = (at: string): Told => ({ as: `${BUREAU}/o-1`, command: 'accept-non-filing', at });
  const supervise = (command: string, at: string, body: Told['body'] = {}): Told => ({
    as: `${PROCURATORATE}/o-1`,
    command,
    at,
    body: { reasonCode: 'stated', ...body },
    with: ['reason'],
  });

  it('the sender does not accept the non-filing while the supervision it asked for is open, and may once it has ended', () => {
    const c = notFiled();
    c.must(steps.requestSupervision('2024-03-07T09:00:00+08:00'));
    expect(c.tell(accept('2024-03-08T09:00:00+08:00'))).toMatchObject({
      code: 'GUARD_REFUSED',
      details: ['no-supervision-open'],
    });
    expect(c.proceeding('criminal-transfer').state).toBe('under-supervision');
    c.must(
      supervise('accept-supervision', '2024-03-08T10:00:00+08:00'),
      supervise('decline-supervision', '2024-03-11T10:00:00+08:00'),
    );
    expect(c.answer(accept('2024-03-12T09:00:00+08:00'))).toBe('ok');
    expect(c.proceeding('criminal-transfer').state).toBe('back-to-admin');
  });

  it('it is the same where the supervision was proposed by itself and names no transfer', () => {
    const c = notFiled();
    c.must({
      as: `${BUREAU}/o-1`,
      command: 'apply-for-supervision',
      at: '2024-03-07T09:00:00+08:00',
      procedure: 'filing-supervision',
      body: { papers: papers('filing-supervision-suggestion'), to: [POLICE] },
    });
    expect(c.proceeding('filing-supervision').parent).toBeUndefined();
    expect(c.answer(accept('2024-03-08T09:00:00+08:00'))).toBe('GUARD_REFUSED');
  });

  it('what the police sent back is not closed either, nor sent to others', () => {
    const c = underReview();
    c.must({
      as: `${POLICE}/o-1`,
      command: 'return-not-police-matter',
      at: '2024-03-06T09:00:00+08:00',
      body: { papers: papers('return-notice'), reasonCode: 'not-police' },
      with: ['reason'],
    });
    c.must(steps.requestSupervision('2024-03-07T09:00:00+08:00'));
    const close: Told = { as: `${BUREAU}/o-1`, command: 'close-returned', at: '2024-03-08T09:00:00+08:00' };
    const reroute: Told = {
      as: `${BUREAU}/o-1`,
      command: 'reroute',
      at: '2024-03-08T09:00:00+08:00',
      body: { to: ['653023/health'], fields: { topic: 'licence' } },
      with: ['summary'],
    };
    expect([c.answer(close), c.answer(reroute)]).toEqual(['GUARD_REFUSED', 'GUARD_REFUSED']);
  });
});
