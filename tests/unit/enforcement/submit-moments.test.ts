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

describe('a case that cannot be decided', () => {
  const due = Array.from({ length: 299 }, (_, n) => ({
    case: `653023-${String.fromCharCode(97 + (n % 26)).repeat(8)}${String.fromCharCode(97 + Math.floor(n / 26)).repeat(8)}`,
    clock: 'p1/a/1',
    moment: 'due',
    at: AT,
  }));
  const culprit = due[64]?.case;

  it('holds up none of the others, and is named without what the error says', async () => {
    const { log, lines } = logLines();
    const registrar: Pick<Registrar, 'submitAsService'> = {
      submitAsService: async (_, command) => {
        if (command.case === culprit) throw new TypeError('张三 is not iterable');
        return { ok: true } as Answer;
      },
    };
    const commands = momentsByCase(due);
    const answers = await momentSubmitter(registrar, log)(commands);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(298);
    const at = commands.findIndex((command) => command.case === culprit);
    expect(answers[at]).toMatchObject({ ok: false, code: 'INTERNAL_ERROR', retryable: true });
    expect(lines.some((line) => line.includes(`${culprit}`))).toBe(true);
    expect(lines.join()).not.toContain('张三');
  });

  it('is asked about moment by moment, so that one alone is left', async () => {
    const moments = ['a', 'b', 'c', 'd', 'e'].map((clock) => ({ ...armed[0], clock: `p1/${clock}/1` }));
    const taken: string[] = [];
    const registrar: Pick<Registrar, 'submitAsService'> = {
      submitAsService: async (_, { body }) => {
        const clocks = body?.moments?.map(({ clock }) => clock) ?? [];
        if (clocks.includes('p1/d/1')) return refusal('INTERNAL_ERROR');
        taken.push(...clocks);
        return { ok: true } as Answer;
      },
    };
    const [answer] = await momentSubmitter(registrar, logLines().log)(momentsByCase(moments as typeof armed));
    expect(taken).toEqual(['p1/a/1', 'p1/b/1', 'p1/c/1', 'p1/e/1']);
    expect(answer).toMatchObject({ ok: false, code: 'INTERNAL_ERROR' });
  });
});
