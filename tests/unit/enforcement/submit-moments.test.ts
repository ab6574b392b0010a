// How moments reach the registrar: together where they may stand in one entry, apart where not all may read them.
import { describe, expect, it } from 'vitest';
import { momentsByCase } from '../../../activities/moments-by-case.ts';
import type { Answer } from '../../../schemas/entry.ts';
import { refusal } from '../../../schemas/errors.ts';
import { momentSubmitter } from '../../../services/bus/enforcement/submit-moments.ts';
import type { Registrar } from '../../../services/bus/registrar/registrar.ts';
import { logLines } from '../../support/log-lines.ts';

type Asked = Parameters<Registrar['submitAsService']>[1];

const AT = '2024-03-08T00:00:00+08:00';
const armed = ['p1/a/1', 'p1/b/1', 'p2/c/1'].map((clock) => ({
  case: '653023-aaaaaaaaaaaaaaaa',
  clock,
  moment: 'due',
  at: AT,
}));

describe('moments of two proceedings that not all may read', () => {
  it('are asked for once, and then by proceeding under ids of their own', async () => {
    const asked: Asked[] = [];
    const registrar: Pick<Registrar, 'submitAsService'> = {
      submitAsService: async (_, command) => {
        asked.push(command);
        const clocks = command.body?.moments?.map(({ clock }) => clock.slice(0, 2)) ?? [];
        return new Set(clocks).size > 1
          ? refusal('PROCEEDING_AMBIGUOUS', ['p1', 'p2'])
          : refusal('MOMENT_STALE');
      },
    };
    const [answer] = await momentSubmitter(registrar, logLines().log)(momentsByCase(armed));
    expect(asked.map(({ body }) => body?.moments?.map(({ clock }) => clock))).toEqual([
      ['p1/a/1', 'p1/b/1', 'p2/c/1'],
      ['p1/a/1', 'p1/b/1'],
      ['p2/c/1'],
    ]);
    expect(new Set(asked.map(({ commandId }) => commandId)).size).toBe(3);
    expect(answer).toMatchObject({ ok: false, code: 'MOMENT_STALE' });
  });

  it('are both early if one of them is: what was recorded is stale the next time', async () => {
    const receipt = { ok: true } as Answer;
    const registrar: Pick<Registrar, 'submitAsService'> = {
      submitAsService: async (_, { body }) => {
        const moments = body?.moments ?? [];
        if (moments.length > 2) return refusal('PROCEEDING_AMBIGUOUS', ['p1', 'p2']);
        return moments.length === 2 ? receipt : refusal('MOMENT_TOO_EARLY');
      },
    };
    expect(await momentSubmitter(registrar, logLines().log)(momentsByCase(armed))).toMatchObject([
      { code: 'MOMENT_TOO_EARLY' },
    ]);
  });
});

describe('moments whose entry would be too large', () => {
  /** A registrar that takes so many moments in one entry. */
  const taking = (most: number) => {
    const taken: string[] = [];
    const ids: string[] = [];
    const registrar: Pick<Registrar, 'submitAsService'> = {
      submitAsService: async (_, { commandId, body }) => {
        const moments = body?.moments ?? [];
        ids.push(commandId);
        if (moments.length > most) return refusal('ENTRY_TOO_LARGE', ['600000 > 524288']);
        taken.push(...moments.map(({ clock }) => clock));
        return { ok: true } as Answer;
      },
    };
    return { registrar, taken, ids };
  };
  const many = Array.from({ length: 12 }, (_, n) => ({
    case: '653023-aaaaaaaaaaaaaaaa',
    clock: `p${n + 1}/fwd-filing-review/1`,
    moment: 'due',
    at: AT,
  }));

  it('are divided until each entry is small enough, and every one is recorded once', async () => {
    const { registrar, taken, ids } = taking(3);
    const [answer] = await momentSubmitter(registrar, logLines().log)(momentsByCase(many));
    expect(answer?.ok).toBe(true);
    expect(taken.toSorted()).toEqual(many.map(({ clock }) => clock).toSorted());
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('are refused only where one alone is too large, and hold up no other case', async () => {
    const { registrar, taken } = taking(0);
    const other = { ...many[0], case: '653023-bbbbbbbbbbbbbbbb' } as (typeof many)[number];
    const answers = await momentSubmitter(
      registrar,
      logLines().log,
    )(momentsByCase([...many.slice(0, 2), other]));
    expect(answers.map((answer) => !answer.ok && answer.code)).toEqual([
      'ENTRY_TOO_LARGE',
      'ENTRY_TOO_LARGE',
    ]);
    expect(taken).toEqual([]);
  });
});
