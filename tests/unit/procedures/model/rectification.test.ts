// An item of rectification: another officer verifies it than carried it out; it is struck off when five things have happened.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plusMillis } from '../../../../schemas/instant.ts';
import type { CaseDriver, Told } from '../../../support/case-driver.ts';
import { reachAll } from '../../../support/docket.ts';
import { courseOf, dueLines, modelCase, told } from '../../../support/model-case.ts';
import { BUREAU, OFFICE } from '../../../support/transfer-story.ts';

const START = '2024-03-04T09:00:00+08:00';
const by = (officer: string, hour: number, command: string): Told => ({
  as: `${BUREAU}/${officer}`,
  at: plusMillis(START, hour * 3_600_000),
  command,
});
const entered = (): CaseDriver => {
  const c = modelCase();
  c.must(by('o-1', 0, 'enter-item'));
  return c;
};

describe('verifying', () => {
  it('is refused to the officer who carried it out, with its own code and words', () => {
    const c = entered();
    c.must(by('o-1', 1, 'carry-out'));
    expect(c.tell(by('o-1', 2, 'verify-item'))).toEqual({
      ok: false,
      code: 'SAME_OFFICER',
      details: ['another-officer'],
      words: { zh: '核验人不得为整改人', en: 'Who carried it out may not verify it' },
    });
    expect(c.answer(by('o-2', 2, 'verify-item'))).toBe('ok');
  });

  it('looks at whoever carried it out, not at who did last alone', () => {
    const c = entered();
    c.must(by('o-1', 1, 'carry-out'), by('o-2', 2, 'carry-out'));
    const answers = ['o-1', 'o-2', 'o-3'].map((officer) => c.answer(by(officer, 3, 'verify-item')));
    expect(answers).toEqual(['SAME_OFFICER', 'SAME_OFFICER', 'ok']);
  });

  it('looks at who was named for it, too', () => {
    const c = entered();
    c.must({ ...by('o-1', 1, 'carry-out'), body: { team: ['o-2'] } });
    const answers = ['o-1', 'o-2', 'o-3'].map((officer) => c.answer(by(officer, 3, 'verify-item')));
    expect(answers).toEqual(['SAME_OFFICER', 'SAME_OFFICER', 'ok']);
  });
});

describe('striking off', () => {
  const FIVE = ['verify-item', 'recover-money', 'settle-liability', 'change-rules', 'publish-result'];

  it('is possible after the five things in any order, and not one before the last', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(FIVE, { minLength: 5 }), (order) => {
        const c = entered();
        order.forEach((command, n) => {
          expect(c.answer(by('o-1', 10 + n, 'strike-off'))).toBe('GUARD_REFUSED');
          c.must(by('o-2', 10 + n, command));
        });
        expect(c.answer(by('o-1', 20, 'strike-off'))).toBe('ok');
      }),
    );
  });

  it('does not come of the same thing five times', () => {
    const c = entered();
    for (let n = 0; n < 5; n += 1) c.must(by('o-1', n + 1, 'recover-money'));
    expect(c.answer(by('o-1', 9, 'strike-off'))).toBe('GUARD_REFUSED');
  });
});

describe('thirty days', () => {
  it('end on the first day worked after 3 April, and are told in words', () => {
    const c = entered();
    expect(told(c)).toEqual([
      `all ${BUREAU} model-rectification.item-entered`,
      `open ${OFFICE} model-rectification.item-entered`,
    ]);
    reachAll(c, '2024-04-04T00:00:00+08:00');
    expect(dueLines(c, '2024-04-04T00:00:00+08:00')).toEqual([
      `overdue ${BUREAU} model-rectification until 2024-04-04T00:00:00+08:00`,
    ]);
    expect(courseOf(c)).toEqual([
      '2024-03-04 09:00 阿合奇县医疗保障局 登记问题 [整改 起算，至 2024-04-03 24时]',
      '2024-04-04 00:00 计时服务 整改（法定）：逾期',
    ]);
  });
});
