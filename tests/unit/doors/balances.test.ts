// Money demanded and what came back of it shows to whoever may open the amounts; parts that do not add up show so.
import { describe, expect, it } from 'vitest';
import { law } from '../../../law/law.ts';
import { caseText } from '../../../services/cli/text/case-text.ts';
import type { CaseAnswer } from '../../../services/doors/http/case-answer.ts';
import { wordsOf } from '../../../services/words/words.ts';
import type { CaseDriver, Told } from '../../support/case-driver.ts';
import {
  AGENCY,
  BUREAU,
  begun,
  by,
  FINANCE,
  head,
  measureRegister,
  papers,
  withReason,
} from '../../support/measure-story.ts';
import { penaltyStory } from '../../support/penalty-story.ts';
import { readCase } from '../../support/read-case.ts';

const register = measureRegister();
const demanded: Told = by(BUREAU, '2024-03-04', 'demand-repayment', {
  procedure: 'fund-recovery',
  body: { newSubjects: [{ subject: 's1', kind: 'institution' }], fields: { recoveryGround: 'order' } },
  with: ['amountFen'],
});
const paid = (day: string, command: string): Told => by(BUREAU, day, command, { with: ['amountFen'] });
const PARTS = [paid('2024-03-20', 'record-part'), paid('2024-03-27', 'record-part')];
const ALL = paid('2024-04-03', 'record-full-repayment');

/** Amounts of the entries in yuan, one after the other. */
const readBy = (c: CaseDriver, department: string, ...yuan: number[]): CaseAnswer => {
  const said = Object.fromEntries(yuan.map((one, n) => [`${n + 1}/amountFen`, `${one}00`]));
  const read = readCase(c, department, said, { register, law, asOf: '2024-04-20T10:00:00+08:00' });
  if (!read) throw new Error('not shown');
  return read.view;
};
const balanceOf = (c: CaseDriver, ...yuan: number[]) => readBy(c, BUREAU, ...yuan).balances;
const textOf = (c: CaseDriver, ...yuan: number[]): string =>
  caseText(readBy(c, BUREAU, ...yuan), 200, `${BUREAU}/o-1`, wordsOf(law));

describe('追回款项的余额', () => {
  it('shows what was demanded, what came back and what is left', () => {
    expect(balanceOf(begun(demanded, ...PARTS.slice(0, 1)), 8000, 3000)).toEqual([
      { proceedings: ['p1'], owedFen: '800000', paidFen: '300000', doubts: [] },
    ]);
    expect(textOf(begun(demanded, ...PARTS.slice(0, 1)), 8000, 3000)).toContain(
      'p1 应收 8,000.00 元，已收 3,000.00 元，尚欠 5,000.00 元',
    );
  });

  it('marks parts that make more than was demanded', () => {
    const c = begun(demanded, ...PARTS);
    expect(balanceOf(c, 8000, 3000, 9000)).toMatchObject([
      { paidFen: '1200000', doubts: ['more-than-owed'] },
    ]);
    expect(textOf(c, 8000, 3000, 9000)).toMatch(/多收 4,000\.00 元\n +⚠ 各笔合计多于应收/);
  });

  it('marks that all is said to be back where the parts make less', () => {
    const c = begun(demanded, ...PARTS, ALL);
    expect(balanceOf(c, 8000, 3000, 4000, 1)).toMatchObject([{ paidFen: '700100', doubts: ['not-all'] }]);
    expect(textOf(c, 8000, 3000, 4000, 1)).toMatch(/尚欠 999\.00 元\n +⚠ 已登记全部收回/);
  });

  it('takes the last payment or the whole for the amount with which all is back', () => {
    const c = begun(demanded, ...PARTS, ALL);
    for (const last of [1000, 8000])
      expect(balanceOf(c, 8000, 3000, 4000, last)).toMatchObject([{ paidFen: '800000', doubts: [] }]);
    expect(textOf(c, 8000, 3000, 4000, 1000)).toContain('已收齐');
    expect(textOf(c, 8000, 3000, 4000, 1000)).not.toContain('⚠');
    // The whole is not back once more where the parts alone are more than it.
    expect(balanceOf(c, 8000, 3000, 9000, 8000)).toMatchObject([{ doubts: ['more-than-owed'] }]);
  });

  it('counts an amount as it was corrected since', () => {
    const c = begun(
      demanded,
      ...PARTS,
      by(BUREAU, '2024-04-01', 'correct-step', {
        body: { corrects: { sequence: 3 } },
        with: ['amountFen', 'reason'],
      }),
    );
    expect(balanceOf(c, 8000, 3000, 9000, 900)).toMatchObject([{ paidFen: '390000', doubts: [] }]);
  });

  it('adds up steps that were recorded together', () => {
    const step = (day: string, command: string) => ({
      command,
      officer: 'o-1',
      occurredAt: `${day}T10:00:00+08:00` as const,
      precision: 'instant' as const,
      body: {},
    });
    const c = begun(
      demanded,
      by(BUREAU, '2024-04-03', 'record-steps', {
        proceeding: 'p1',
        body: { steps: [step('2024-03-20', 'record-part'), step('2024-03-27', 'record-full-repayment')] },
        with: ['steps/1/amountFen', 'steps/2/amountFen'],
      }),
    );
    const said = {
      '1/amountFen': '800000',
      '2/steps/1/amountFen': '300000',
      '2/steps/2/amountFen': '500000',
    };
    const read = readCase(c, BUREAU, said, { register, law, asOf: '2024-04-20T10:00:00+08:00' });
    expect(read?.view.balances).toMatchObject([{ paidFen: '800000', doubts: [] }]);
  });

  it('takes what the agency claws back as the amount of the recovery that this opens', () => {
    const c = begun(
      by(AGENCY, '2024-03-04', 'open-agreement-handling', {
        procedure: 'agreement-handling',
        body: { newSubjects: [{ subject: 's1', kind: 'institution' }] },
      }),
      by(AGENCY, '2024-03-05', 'hear-party'),
      head(AGENCY, '2024-03-06', 'claw-back', {
        body: { papers: papers('agreement-decision') },
        with: ['amountFen'],
      }),
    );
    const read = readBy(c, AGENCY, 0, 0, 5000);
    expect(read.balances).toMatchObject([{ proceedings: ['p2'], owedFen: '500000', paidFen: '0' }]);
  });

  it('of an order that is cancelled is what is to be returned, and was', () => {
    const c = begun(demanded, ...PARTS, head(BUREAU, '2024-05-06', 'cancel-recovery', withReason()));
    expect(balanceOf(c, 8000, 3000, 4000)).toMatchObject([
      { owedFen: '0', paidFen: '700000', doubts: ['more-than-owed'] },
    ]);
    c.must(by(BUREAU, '2024-05-08', 'return-repayment', { with: ['amountFen'] }));
    expect(balanceOf(c, 8000, 3000, 4000, 0, 7000)).toMatchObject([{ paidFen: '0', doubts: [] }]);
  });

  it('of an order that was changed is what it came to, and what is more than that to be returned', () => {
    const c = begun(
      demanded,
      by(BUREAU, '2024-03-05', 'serve-decision', { body: { papers: papers('service-return') } }),
      ...PARTS,
      head(BUREAU, '2024-04-15', 'note-change', {
        body: { papers: papers('remedy-decision') },
        with: ['amountFen'],
      }),
    );
    expect(balanceOf(c, 8000, 0, 3000, 4000, 7500)).toMatchObject([
      { owedFen: '750000', paidFen: '700000', doubts: [] },
    ]);
    expect(balanceOf(c, 8000, 0, 3000, 4000, 6000)).toMatchObject([
      { owedFen: '600000', paidFen: '700000', doubts: ['more-than-owed'] },
    ]);
    c.must(by(BUREAU, '2024-04-16', 'return-repayment', { with: ['amountFen'] }));
    expect(balanceOf(c, 8000, 0, 3000, 4000, 6000, 1000)).toMatchObject([{ paidFen: '600000', doubts: [] }]);
  });

  it('marks what was returned beyond the surplus, in however many parts', () => {
    const change = head(BUREAU, '2024-04-15', 'note-change', {
      body: { papers: papers('remedy-decision') },
      with: ['amountFen'],
    });
    const back = (day: string) => by(BUREAU, day, 'return-repayment', { with: ['amountFen'] });
    const c = begun(demanded, ...PARTS, change, back('2024-04-16'), back('2024-04-17'));
    expect(balanceOf(c, 8000, 3000, 4000, 6000, 400, 600)).toMatchObject([{ paidFen: '600000', doubts: [] }]);
    expect(balanceOf(c, 8000, 3000, 4000, 6000, 400, 700)).toMatchObject([{ doubts: ['more-than-surplus'] }]);
    expect(textOf(c, 8000, 3000, 4000, 6000, 400, 700)).toContain('⚠ 返还多于多退部分');
    const cancelled = begun(
      demanded,
      ...PARTS,
      head(BUREAU, '2024-05-06', 'cancel-recovery', withReason()),
      back('2024-05-08'),
      back('2024-05-09'),
    );
    expect(balanceOf(cancelled, 8000, 3000, 4000, 0, 4000, 3000)).toMatchObject([
      { paidFen: '0', doubts: [] },
    ]);
    expect(balanceOf(cancelled, 8000, 3000, 4000, 0, 4000, 4000)).toMatchObject([
      { doubts: ['more-than-surplus'] },
    ]);
  });

  it('of an order that was raised once all was back is what is left of it', () => {
    const raise = head(BUREAU, '2024-04-15', 'note-increase', {
      body: { papers: papers('remedy-decision') },
      with: ['amountFen'],
    });
    const sought = by(BUREAU, '2024-03-05', 'note-remedy');
    const c = begun(demanded, sought, ALL, raise);
    expect(balanceOf(c, 8000, 0, 8000, 9000)).toMatchObject([
      { owedFen: '900000', paidFen: '800000', doubts: [] },
    ]);
    c.must(paid('2024-04-16', 'record-full-repayment'));
    expect(balanceOf(c, 8000, 0, 8000, 9000, 1000)).toMatchObject([{ paidFen: '900000', doubts: [] }]);
    expect(balanceOf(c, 8000, 0, 8000, 9000, 900)).toMatchObject([{ doubts: ['not-all'] }]);
  });

  it('a payment is no version of the amount that was demanded', () => {
    const c = begun(demanded, ...PARTS);
    const amounts = readBy(c, BUREAU, 8000, 3000, 4000).values.filter(({ path }) => path === '/amountFen');
    expect(amounts.map(({ value, newest, payment }) => [value, newest, payment])).toEqual([
      ['800000', true, false],
      ['300000', true, true],
      ['400000', true, true],
    ]);
    const text = textOf(c, 8000, 3000, 4000);
    expect(text).toMatch(/金额 +8,000\.00 元\n/);
    expect(text).toMatch(/款项 Money\n.*尚欠 1,000\.00 元\n +3,000\.00 元 {2}2024-03-20/);
  });

  it('is shown to nobody who may not open every amount, and where nothing was demanded or paid there is none', () => {
    const c = begun(demanded, ...PARTS, ALL);
    c.must(
      by(BUREAU, '2024-04-08', 'pay-into-fund', {
        body: { papers: papers('fund-account-receipt'), fields: { fundKind: 'employees' } },
      }),
    );
    expect(readBy(c, FINANCE, 8000, 3000, 4000, 1000).balances).toEqual([]);
    const without = begun({ ...demanded, with: [] });
    expect(balanceOf(without)).toEqual([]);
    without.must(PARTS[0] as Told);
    expect(balanceOf(without, 0, 3000)).toMatchObject([{ owedFen: null, paidFen: '300000', doubts: [] }]);
    expect(textOf(without, 0, 3000)).toContain('应收未填报，已收 3,000.00 元');
  });
});

describe('罚款的余额', () => {
  const bureau = penaltyStory(BUREAU, 'insurance-penalty');
  const fineFen = { with: ['fields/fineFen'] };
  const fined = (...more: Told[]): CaseDriver => {
    const c = begun(
      bureau.file(),
      bureau.conclude('2024-04-01'),
      { ...bureau.notify('2024-04-02'), ...fineFen },
      { ...bureau.fine('2024-04-08'), ...fineFen },
      bureau.serve('2024-04-09'),
    );
    c.must(...more);
    return c;
  };
  /** By entry: the notice is the third, the decision the fourth, what comes after it from the sixth on. */
  const read = (c: CaseDriver, told: number, decided: number, ...later: number[]): CaseAnswer => {
    const fen = (yuan: number): string => `${yuan}00`;
    const said = {
      '3/fields/fineFen': fen(told),
      '4/fields/fineFen': fen(decided),
      ...Object.fromEntries(later.map((one, n) => [`${n + 6}/amountFen`, fen(one)])),
    };
    const shown = readCase(c, BUREAU, said, { register, law, asOf: '2024-05-20T10:00:00+08:00' });
    if (!shown) throw new Error('not shown');
    return shown.view;
  };
  const part = (day: string): Told => ({ ...bureau.told(day, 'note-part-payment'), with: ['amountFen'] });

  it('is what was decided less what was paid of it, until it is paid in full', () => {
    const c = fined(part('2024-04-15'));
    expect(read(c, 8000, 8000, 3000).balances).toEqual([
      { proceedings: ['p1'], owedFen: '800000', paidFen: '300000', doubts: [] },
    ]);
    c.must(bureau.paid('2024-04-22'));
    expect(read(c, 8000, 8000, 3000, 5000).balances).toMatchObject([{ paidFen: '800000', doubts: [] }]);
    expect(read(c, 8000, 8000, 3000, 4000).balances).toMatchObject([{ doubts: ['not-all'] }]);
  });

  it('marks a fine above what the last notice told of it (CF 44, 62)', () => {
    expect(read(fined(), 5000, 8000).balances).toMatchObject([{ doubts: ['more-than-told'] }]);
    expect(read(fined(), 9000, 8000).balances).toMatchObject([{ doubts: [] }]);
    expect(caseText(read(fined(), 5000, 8000), 200, `${BUREAU}/o-1`, wordsOf(law))).toMatch(
      /应收 8,000\.00 元，已收 0\.00 元，尚欠 8,000\.00 元\n +⚠ 决定的罚款多于最近一次告知/,
    );
  });

  it('has the late fee on top of it, and nothing once it is annulled', () => {
    const late: Told = { ...bureau.told('2024-05-06', 'add-late-fee'), with: ['amountFen'] };
    const c = fined(late, bureau.paid('2024-05-08'));
    expect(read(c, 8000, 8000, 240, 8240).balances).toMatchObject([
      { owedFen: '824000', paidFen: '824000', doubts: [] },
    ]);
    c.must(bureau.told('2024-05-13', 'note-annulment', {}, 'remedy-decision'));
    expect(read(c, 8000, 8000, 240, 8240).balances).toMatchObject([
      { owedFen: '0', paidFen: '824000', doubts: ['more-than-owed'] },
    ]);
  });

  it('marks a change that said no amount, until one says it', () => {
    const change = (day: string, fields: readonly string[] = []): Told => ({
      ...bureau.told(day, 'note-change', {}, 'remedy-decision'),
      with: fields.map((name) => `fields/${name}`),
    });
    const c = fined(change('2024-05-06'));
    expect(read(c, 8000, 8000).balances).toMatchObject([
      { owedFen: '800000', doubts: ['change-without-amount'] },
    ]);
    expect(caseText(read(c, 8000, 8000), 200, `${BUREAU}/o-1`, wordsOf(law))).toContain('⚠ 决定已变更');
    c.must(change('2024-05-07', ['fineFen']));
    const said = { '3/fields/fineFen': '800000', '4/fields/fineFen': '800000', '7/fields/fineFen': '600000' };
    const shown = readCase(c, BUREAU, said, { register, law, asOf: '2024-05-20T10:00:00+08:00' });
    expect(shown?.view.balances).toMatchObject([{ owedFen: '600000', doubts: [] }]);
  });
});
