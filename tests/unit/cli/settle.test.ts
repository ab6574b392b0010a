// What `xianjie settle` asks the register to enter, option by option.
import { describe, expect, it } from 'vitest';
import { law } from '../../../law/law.ts';
import { askedIn, changesOf } from '../../../services/cli/commands/settle.ts';

const NOW = '2026-11-20T09:00:00+08:00';
type Options = Parameters<typeof changesOf>[0];
const settled = (options: Partial<Options>) =>
  changesOf({ basis: '阿医保联〔2026〕3号', ...options } as Options, NOW, law).filter(
    (change) => change !== null,
  );

describe('xianjie settle', () => {
  it('agrees on the days of one procedure and kind of department, or of all', () => {
    const agreed = {
      change: 'agreed-limit-set',
      limit: 'agr-answer-after-penalty',
      span: { workingDays: 10 },
    };
    const basis = '阿医保联〔2026〕3号';
    expect(settled({ agreed: 'agr-answer-after-penalty=10wd' })).toEqual([{ ...agreed, basis }]);
    expect(
      settled({ agreed: 'agr-answer-after-penalty=10wd', procedure: 'practice-licence', body: 'health' }),
    ).toEqual([{ ...agreed, procedure: 'practice-licence', body: 'health', basis }]);
  });

  it('says which limit and how long, as it was typed', () => {
    expect(askedIn({ agreed: 'agr-hand-off-receipt=3wd' })).toBe('agr-hand-off-receipt=3wd');
    expect(askedIn({ limitOff: 'agr-clue-acknowledge' })).toBe('agr-clue-acknowledge');
  });

  it('narrows nothing but what is agreed', () => {
    expect(() => settled({ unit: 'working', body: 'health' })).toThrow(
      '--procedure 和 --body 只限定 --agreed',
    );
  });

  it('registers members for the results of a procedure from now on, or none any more', () => {
    const told = (to: string[]) => [
      {
        ...{ change: 'item-set', kind: 'results-told', id: 'insurance-penalty', data: { to } },
        ...{ basis: '阿医保联〔2026〕3号', from: NOW },
      },
    ];
    expect(settled({ results: 'insurance-penalty=653023/finance,653023/health' })).toEqual(
      told(['653023/finance', '653023/health']),
    );
    expect(settled({ results: 'insurance-penalty=' })).toEqual(told([]));
    expect(() => settled({ results: 'insurance-penalty' })).toThrow('应写作 程序=部门（多个以逗号分隔）');
    expect(() => settled({ results: 'insurance-penalty=653023/bakery' })).toThrow();
  });
});
