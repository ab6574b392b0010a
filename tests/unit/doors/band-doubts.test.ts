// A wrong band shows to whoever may open the amount, in the case as it is read and on the terminal; a corrected amount counts.
import { describe, expect, it } from 'vitest';
import { law } from '../../../law/law.ts';
import type { OpenBody } from '../../../schemas/command.ts';
import { caseText } from '../../../services/cli/text/case-text.ts';
import type { CaseAnswer } from '../../../services/doors/http/case-answer.ts';
import { wordsOf } from '../../../services/words/words.ts';
import { type CaseDriver, caseDriver, type Told } from '../../support/case-driver.ts';
import { readCase } from '../../support/read-case.ts';
import { BUREAU, countyRegister, OFFICE, POLICE, papers } from '../../support/transfer-story.ts';

/** Xinjiang: 数额较大 begins somewhere from 3,000 to 10,000 yuan, 数额巨大 from 30,000 to 100,000. */
const register = countyRegister();
const clue = (fraudBand: string): CaseDriver => {
  const c = caseDriver(register);
  const fields: OpenBody['fields'] = { topic: 'fraud', fraudBand };
  c.must({
    as: `${BUREAU}/o-1`,
    command: 'send-clue',
    at: '2024-03-04T10:00:00+08:00',
    body: { to: [POLICE], fields },
    with: ['amountFen'],
  });
  return c;
};
const readBy = (c: CaseDriver, department: string, said: Readonly<Record<string, string>>): CaseAnswer => {
  const read = readCase(c, department, said, { register, law, asOf: '2024-03-05T10:00:00+08:00' });
  if (!read) throw new Error('not shown');
  return read.view;
};
const TWENTY_THOUSAND = { '1/amountFen': '2000000' };
const textOf = (view: CaseAnswer) => caseText(view, 200, `${BUREAU}/o-1`, wordsOf(law));

describe('金额档次不符', () => {
  it('shows to sender and receiver, in the case and on the terminal', () => {
    const c = clue('huge');
    for (const department of [BUREAU, POLICE]) {
      const view = readBy(c, department, TWENTY_THOUSAND);
      expect(view.bandDoubts).toEqual([
        {
          entry: 1,
          amountEntry: 1,
          path: '/amountFen',
          field: 'fraudBand',
          said: 'huge',
          fits: ['large'],
          standardOf: '100000',
        },
      ]);
      expect(textOf(view)).toContain(
        '⚠ 本案第 1 条：诈骗数额档次填报“数额巨大”，与金额不符：按全国标准应为“数额较大”',
      );
    }
  });

  it('shows to nobody who may not open the amount', () => {
    expect(readBy(clue('huge'), OFFICE, TWENTY_THOUSAND).bandDoubts).toEqual([]);
  });

  it('is silent where it fits', () => {
    const view = readBy(clue('large'), BUREAU, TWENTY_THOUSAND);
    expect(view.bandDoubts).toEqual([]);
    expect(textOf(view)).not.toContain('⚠');
  });

  it('counts an amount as it was corrected: a band that was right is wrong by then', () => {
    const c = clue('large');
    c.must({
      as: `${BUREAU}/o-1`,
      command: 'correct-step',
      at: '2024-03-05T09:00:00+08:00',
      body: { corrects: { sequence: 1 } },
      with: ['amountFen', 'reason'],
    });
    const view = readBy(c, BUREAU, { ...TWENTY_THOUSAND, '2/amountFen': '20000000', '2/reason': '少记一位' });
    expect(view.bandDoubts).toMatchObject([{ entry: 1, said: 'large', fits: ['huge'] }]);
  });

  describe('of a band said without an amount', () => {
    /** The clue says the amount with its band; the bureau files with a band alone. */
    const filed = (fraudBand: string, ...before: Told[]): CaseDriver => {
      const c = clue('large');
      c.must(...before, {
        as: `${BUREAU}/o-1`,
        command: 'file-penalty',
        procedure: 'insurance-penalty',
        at: '2024-03-05T09:00:00+08:00',
        body: {
          team: ['o-1', 'o-2'],
          papers: papers('case-filing-form'),
          newSubjects: [{ subject: 's1', kind: 'institution' }],
          fields: { fraudBand },
        },
      });
      return c;
    };

    it('shows where the amount of the case makes another, and says where that stands', () => {
      const view = readBy(filed('huge'), BUREAU, TWENTY_THOUSAND);
      expect(view.bandDoubts).toMatchObject([{ entry: 2, amountEntry: 1, said: 'huge', fits: ['large'] }]);
      expect(textOf(view)).toContain('应为“数额较大”（金额见本案第 1 条）');
      expect(readBy(filed('large'), BUREAU, TWENTY_THOUSAND).bandDoubts).toEqual([]);
    });

    it('goes by the last amount stated of the case, and by none that was stated of one subject', () => {
      const stated: Told = {
        as: `${BUREAU}/o-1`,
        command: 'state-amount',
        at: '2024-03-05T08:00:00+08:00',
        body: { fields: { fraudBand: 'huge' } },
        with: ['amountFen', 'reason'],
      };
      const said = { ...TWENTY_THOUSAND, '2/amountFen': '20000000' };
      expect(readBy(filed('huge', stated), BUREAU, said).bandDoubts).toEqual([]);
      const ofOne = { ...stated, body: { ...stated.body, subjects: ['s2'] } };
      const named: Told = {
        as: `${BUREAU}/o-1`,
        command: 'record-fact',
        at: '2024-03-05T07:00:00+08:00',
        body: { fact: 'named', newSubjects: [{ subject: 's2', kind: 'person' }] },
      };
      expect(
        readBy(filed('huge', named, ofOne), BUREAU, { ...TWENTY_THOUSAND, '3/amountFen': '20000000' })
          .bandDoubts,
      ).toMatchObject([{ entry: 4, amountEntry: 1 }]);
    });

    it('is silent where nobody said an amount that its reader may open', () => {
      const c = filed('huge');
      expect(readBy(c, OFFICE, TWENTY_THOUSAND).bandDoubts).toEqual([]);
    });
  });
});
