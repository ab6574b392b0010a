// A clerk types the amount: the band is made of it, a band typed beside it must fit, and the same command sent again says the same.
import { describe, expect, it } from 'vitest';
import { bandRules } from '../../../case/register/band-rules.ts';
import { emptyRegister } from '../../../case/register/register.ts';
import { law } from '../../../law/law.ts';
import type { Instant } from '../../../schemas/instant.ts';
import { requireFitting, saysAmount, withBandsOf } from '../../../services/cli/bands.ts';
import { amountStandardFrom } from '../../../services/cli/commands/settle.ts';
import { noticeText } from '../../../services/cli/text/notice-text.ts';
import type { Given } from '../../../services/client/outbox-folder.ts';
import { wordsOf } from '../../../services/words/words.ts';
import { caseDriver } from '../../support/case-driver.ts';
import { BUREAU, countyRegister, POLICE } from '../../support/transfer-story.ts';
import { recordOf } from '../../support/unsigned-record.ts';

const NOW: Instant = '2026-03-04T09:00:00+08:00';
const words = wordsOf(law);
const rules = bandRules(emptyRegister, law, '320922', NOW);
const clue = (fields: Record<string, string>) => ({ command: 'send-clue', body: { fields } });

describe('typing an amount', () => {
  it('is noticed wherever one may stand', () => {
    expect(saysAmount({ amountFen: '100' })).toBe(true);
    expect(saysAmount({ steps: { 2: { amountFen: '100' } } })).toBe(true);
    expect(saysAmount({ fields: { proposedFine: '5000' } })).toBe(true);
    expect(saysAmount({ title: '100' })).toBe(false);
    expect(saysAmount()).toBe(false);
  });

  it('refuses a band beside it that it does not make, and says which it makes', () => {
    const wrong = () => requireFitting(clue({ fraudBand: 'large' }), { amountFen: '6000000' }, rules, words);
    expect(wrong).toThrow('诈骗数额档次填报“数额较大”，与金额不符：按江苏省标准应为“数额巨大”');
    expect(() =>
      requireFitting(clue({ fraudBand: 'huge' }), { amountFen: '6000000' }, rules, words),
    ).not.toThrow();
    expect(() => requireFitting(clue({ fraudBand: 'large' }), {}, rules, words)).not.toThrow();
  });

  it('sent again says the bands of the first time, and those alone', () => {
    const first = { signed: { command: { body: { fields: { topic: 'fraud', fraudBand: 'huge' } } } } };
    expect(withBandsOf(clue({ topic: 'fraud' }), first as unknown as Given, law).body?.fields).toEqual({
      topic: 'fraud',
      fraudBand: 'huge',
    });
    const bare = { signed: { command: { body: {} } } };
    const asked = clue({ topic: 'fraud' });
    expect(withBandsOf(asked, bare as unknown as Given, law)).toBe(asked);
  });
});

describe('settle --amounts', () => {
  const begins = (text: string) => amountStandardFrom(text, '依据', NOW, law).data;

  it('names each band of the scale in its order, in yuan', () => {
    expect(begins('fraud=4000,40000,500000')).toEqual({
      begins: [
        { band: 'large', atLeast: '400000' },
        { band: 'huge', atLeast: '4000000' },
        { band: 'especially-huge', atLeast: '50000000' },
      ],
    });
    expect(begins('public-institution=100000')).toEqual({ begins: [{ band: 'large', atLeast: '10000000' }] });
  });

  it.each(['fraud=4000', 'theft=1,2,3', 'fraud', 'fraud=a,b,c'])('does not take %s', (text) => {
    expect(() => begins(text)).toThrow();
  });
});

describe('a notice in the inbox', () => {
  it('warns below the amount where the band does not fit', () => {
    const c = caseDriver(countyRegister());
    c.must({
      as: `${BUREAU}/o-1`,
      command: 'send-clue',
      at: '2024-03-04T09:00:00+08:00',
      body: { to: [POLICE], fields: { topic: 'fraud', fraudBand: 'below' } },
      with: ['amountFen'],
    });
    const [entry] = c.entries;
    if (!entry) throw new Error('no clue was sent');
    const { head, body, signature } = recordOf(entry);
    const disclosures = [{ path: '/amountFen', salt: 'A'.repeat(22), value: '60000000' }];
    const notice = {
      type: 'xianjie.clue-notice.clue-sent.v1',
      data: { head, body, signature, ledgerSequence: 9, disclosures },
    };
    const words = wordsOf(law);
    expect(noticeText(notice, 200, words, () => rules)).toContain(
      '⚠ 诈骗数额档次填报“未达数额较大”，与金额不符：按江苏省标准应为“数额特别巨大”',
    );
    expect(
      noticeText({ ...notice, data: { ...notice.data, disclosures: [] } }, 200, words, () => rules),
    ).not.toContain('⚠');
  });
});
