// From which amounts on a fraud is 数额较大, 巨大 and 特别巨大, province by province as its paper says; the range of the interpretation
// where the paper was not seen; and what a region sets itself.
import { describe, expect, it } from 'vitest';
import { amountStandard } from '../../../case/register/amount-standard.ts';
import { decideRegister } from '../../../case/register/decide-register.ts';
import { emptyRegister } from '../../../case/register/register.ts';
import { law } from '../../../law/law.ts';
import { AmountScale, bandsOf } from '../../../schemas/amount-scale.ts';
import type { Instant } from '../../../schemas/instant.ts';
import type { RegisterChange } from '../../../schemas/register.ts';
import { changed, registerCommand } from '../../support/case-driver.ts';

const NOW: Instant = '2026-03-04T09:00:00+08:00';
const fraud = law.amountScale('fraud') as AmountScale;

/** `5,000 50,000 500,000` in yuan, `3,000–10,000` for a range; with the number of the paper. */
const saidOf = (region: string, at = NOW, register = emptyRegister): string => {
  const standard = amountStandard(register, law, 'fraud', region, at);
  const yuan = (fen: string) => Number(fen.slice(0, -2)).toLocaleString('en-US');
  const amounts = standard?.begins.map(({ atLeast, atMost }) =>
    atMost === undefined ? yuan(atLeast) : `${yuan(atLeast)}–${yuan(atMost)}`,
  );
  const paper =
    standard && 'law' in standard ? law.act(standard.law.basis[0]?.act ?? '')?.number : standard?.basis;
  return [...(amounts ?? []), paper].join(' ');
};

describe('诈骗数额标准', () => {
  it.each([
    ['110101', '5,000 100,000 500,000 文号未见'],
    ['320922', '6,000 60,000 500,000 苏高法〔2011〕370号'],
    ['360704', '5,000 50,000 500,000 法释〔2011〕7号'],
    ['370102', '6,000 80,000 500,000 文号未见'],
    ['420106', '5,000 50,000 500,000 鄂高法发〔2012〕9号'],
    // Guangzhou and Shenzhen; Shaoguan and Jieyang.
    ['440103', '6,000 100,000 500,000 文号未见'],
    ['440304', '6,000 100,000 500,000 文号未见'],
    ['440203', '4,000 60,000 500,000 文号未见'],
    ['445202', '4,000 60,000 500,000 文号未见'],
    ['500112', '5,000 70,000 500,000 文号未见'],
    ['512021', '5,000 50,000 500,000 文号未见'],
    ['530102', '5,000 50,000 500,000 云高法〔2013〕145号'],
  ])('of %s is %s', (region, said) => {
    expect(saidOf(region)).toBe(said);
  });

  it('is the range of the interpretation where the province’s paper was not seen (FS2011 1)', () => {
    expect(saidOf('653023')).toBe('3,000–10,000 30,000–100,000 500,000 法释〔2011〕7号');
    expect(saidOf('653023001')).toBe('3,000–10,000 30,000–100,000 500,000 法释〔2011〕7号');
  });

  it('holds from its day on: Hubei from 1 July 2012, Shanghai until it was replaced', () => {
    expect(saidOf('420106', '2012-06-30T23:59:59+08:00')).toContain('3,000–10,000');
    expect(saidOf('420106', '2012-07-01T00:00:00+08:00')).toContain('5,000 50,000');
    expect(saidOf('310101', '2023-04-30T23:00:00+08:00')).toBe('10,000 100,000 500,000 沪高法〔2011〕241号');
    expect(saidOf('310101', '2023-05-01T00:00:00+08:00')).toContain('3,000–10,000');
  });

  it('lies within the range of the interpretation everywhere', () => {
    for (const { begins } of fraud.standards.filter(({ region }) => region !== '100000')) {
      const [large, huge, most] = begins.map(({ atLeast }) => Number(atLeast) / 100);
      expect(large).toSatisfy((n: number) => n >= 3_000 && n <= 10_000);
      expect(huge).toSatisfy((n: number) => n >= 30_000 && n <= 100_000);
      expect(most).toBe(500_000);
    }
  });

  it('none rests on memory', () => {
    expect(fraud.standards.map(({ source }) => source)).not.toContain('from-memory');
  });
});

describe('金额档次', () => {
  const bands = (region: string, fen: string) => {
    const standard = amountStandard(emptyRegister, law, 'fraud', region, NOW);
    return standard && bandsOf(fen, { bands: fraud.bands, begins: standard.begins });
  };

  it('begins with the amount itself: 以上 includes the number', () => {
    expect(bands('320922', '599999')).toEqual(['below']);
    expect(bands('320922', '600000')).toEqual(['large']);
    expect(bands('320922', '5999999')).toEqual(['large']);
    expect(bands('320922', '6000000')).toEqual(['huge']);
    expect(bands('320922', '50000000')).toEqual(['especially-huge']);
    expect(bands('320922', '9'.repeat(20))).toEqual(['especially-huge']);
  });

  it('is open within a range that a province may choose from, and certain beyond it', () => {
    expect(bands('653023', '299999')).toEqual(['below']);
    expect(bands('653023', '300000')).toEqual(['below', 'large']);
    expect(bands('653023', '1000000')).toEqual(['large']);
    expect(bands('653023', '5000000')).toEqual(['large', 'huge']);
    expect(bands('653023', '10000000')).toEqual(['huge']);
  });
});

describe('本行政区的标准', () => {
  const set = (begins: readonly object[], more: Partial<RegisterChange & { change: 'item-set' }> = {}) =>
    ({
      change: 'item-set',
      kind: 'amount-standard',
      id: 'fraud',
      data: { begins } as never,
      basis: '新高法〔2026〕1号',
      from: '2026-01-01T00:00:00+08:00',
      ...more,
    }) satisfies RegisterChange;
  const XINJIANG = [
    { band: 'large', atLeast: '400000' },
    { band: 'huge', atLeast: '4000000' },
    { band: 'especially-huge', atLeast: '50000000' },
  ];
  const said = (change: RegisterChange): string => {
    const answer = decideRegister(emptyRegister, registerCommand([change], { occurredAt: NOW }), NOW, law);
    return answer.ok ? 'ok' : `${answer.code} ${answer.details.join(' ')}`;
  };

  it('is entered with the paper it rests on, and counts for all below, for as long as it says', () => {
    const register = changed(emptyRegister, '650000', [
      set(XINJIANG, { until: '2027-01-01T00:00:00+08:00' }),
    ]);
    expect(saidOf('653023', NOW, register)).toBe('4,000 40,000 500,000 新高法〔2026〕1号');
    expect(saidOf('653023', '2025-12-31T23:00:00+08:00', register)).toContain('3,000–10,000');
    expect(saidOf('653023', '2027-01-01T00:00:00+08:00', register)).toContain('3,000–10,000');
    expect(saidOf('512021', NOW, register)).toContain('5,000 50,000');
  });

  it('gives way to that of the division nearer by, and to a later one of its own', () => {
    const county = [{ ...XINJIANG[0], atLeast: '500000' }, ...XINJIANG.slice(1)];
    const both = changed(changed(emptyRegister, '650000', [set(XINJIANG)]), '653023', [set(county)]);
    expect(saidOf('653023', NOW, both)).toContain('5,000 40,000');
    expect(saidOf('653022', NOW, both)).toContain('4,000 40,000');
    const again = changed(both, '653023', [set(XINJIANG)]);
    expect(saidOf('653023', NOW, again)).toContain('4,000 40,000');
  });

  it('names every band but the lowest, one above the other, of a scale there is', () => {
    expect(said(set(XINJIANG))).toBe('ok');
    expect(said(set(XINJIANG.slice(1)))).toBe('FIELD_REFUSED amount-standard fraud');
    expect(said(set(XINJIANG.toReversed()))).toBe('FIELD_REFUSED amount-standard');
    expect(said(set(XINJIANG, { id: 'theft' }))).toBe('FIELD_REFUSED amount-standard theft');
    expect(said(set(XINJIANG, { until: '2025-01-01T00:00:00+08:00' }))).toBe('FIELD_REFUSED until');
    expect(said(set([{ band: 'large', atLeast: '100000' }], { id: 'public-institution' }))).toBe('ok');
  });

  it('is the only one of a public institution’s amount: no paper says a number for all (S4 1)', () => {
    expect(amountStandard(emptyRegister, law, 'public-institution', '512021', NOW)).toBeUndefined();
  });
});

describe('a scale', () => {
  it('is refused where a standard leaves a band out or begins one below another', () => {
    expect(AmountScale.safeParse(fraud).success).toBe(true);
    const [first] = fraud.standards;
    const less = { ...fraud, standards: [{ ...first, begins: first?.begins.slice(1) }] };
    const turned = { ...fraud, standards: [{ ...first, begins: first?.begins.toReversed() }] };
    expect([less, turned].map((scale) => AmountScale.safeParse(scale).success)).toEqual([false, false]);
  });
});
