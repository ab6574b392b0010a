// What a penalty is about (案由): each organ punishes its own matters, by the law of the day of the conduct (CF 37), and by the kinds of
// penalty that the article gives (CF 4, 16).
import { describe, expect, it } from 'vitest';
import { procedures } from '../../../law/procedures/registry.ts';
import type { OpenBody } from '../../../schemas/command.ts';
import { penaltyStory } from '../../support/penalty-story.ts';

const bureau = penaltyStory('653023/medical-insurance', 'insurance-penalty');
const market = penaltyStory('653023/market-regulation', 'market-penalty');
const health = penaltyStory('653023/health', 'health-penalty');
const drug = penaltyStory('653023/drug-regulation', 'drug-penalty');

type Fields = NonNullable<OpenBody['fields']>;

/** Told of the kinds named on 2 April, with a hearing offered, and decided on the 22nd. */
const decided = (own: typeof bureau, kinds: string[], fields: Fields): string => {
  const c = own.begun(
    own.conclude('2024-04-01'),
    own.notify('2024-04-02', { penaltyKinds: kinds, hearingDue: true }),
  );
  const command = kinds.includes('fine') ? 'decide-fine' : 'decide-without-fine';
  return c.answer(own.told('2024-04-22', command, { fields }, 'penalty-decision'));
};
const fined = (own: typeof bureau, matter: string, more: Fields = {}): string =>
  decided(own, ['fine'], { penaltyMatters: [matter], ...more });

describe('案由', () => {
  it.each([
    ['price', market],
    ['commercial-bribery', market],
    ['practising-pharmacist', market],
    ['drug-channel', market],
    ['drug-channel', drug],
    ['false-records-or-certificates', health],
    ['institution', health],
    ['institution-fraud', bureau],
    ['individual', bureau],
  ] as const)('%s is fined by whose matter it is: %#', (matter, own) => {
    expect(fined(own, matter)).toBe('ok');
  });

  it.each([
    ['institution-fraud', 'services-stopped', { servicesStoppedMonths: 6 }],
    ['individual', 'settlement-stopped', { settlementStoppedMonths: 3 }],
  ])('%s under the Social Insurance Law is fined and no more: %s came with O735', (matter, kind, months) => {
    const old = {
      penaltyMatters: [matter],
      liabilityLaw: 'social-insurance-law',
      conductEndedOn: '2020-06-01',
      discoveredOn: '2021-06-01',
    };
    const answered = (told: Fields) => {
      const notice = bureau.notify('2024-04-02', { hearingDue: true, ...told });
      const c = bureau.begun(bureau.conclude('2024-04-01'), notice);
      return c.answer(bureau.told('2024-04-22', 'decide-fine', { fields: old }, 'penalty-decision'));
    };
    expect(answered({ penaltyKinds: ['fine', kind], ...months })).toBe('KIND_NOT_OF_THE_MATTER');
    expect(answered({ penaltyKinds: ['fine'] })).toBe('ok');
  });

  it.each([
    ['false-records-or-certificates', market],
    ['institution-fraud', market],
    ['price', health],
    ['drug-channel', health],
    ['price', drug],
    ['commercial-bribery', bureau],
  ] as const)('%s is no matter of another organ: %#', (matter, own) => {
    expect(fined(own, matter)).toBe('FIELD_REFUSED');
  });

  it('says act and article where the article was read, and that it is to be checked where not', () => {
    const titleOf = (procedure: string, matter: string): string | undefined =>
      procedures.find((p) => p.procedure === procedure)?.fields['penaltyMatters']?.options?.[matter]?.zh;
    expect(titleOf('drug-penalty', 'drug-channel')).toBe('药品购进渠道违法（药品管理法第129条）');
    expect(titleOf('market-penalty', 'price')).toBe('价格违法（条款来源待核）');
    expect(titleOf('insurance-penalty', 'institution-fraud')).toBe(
      '定点医药机构骗取基金（社会保险法第87条；医疗保障基金使用监督管理条例第40条；医疗保障法第49条）',
    );
  });

  describe('处罚种类', () => {
    it('a penalty that the article does not give is not decided, nor told of (CF 16)', () => {
      // YP 130: warned, in grave cases revoked; never fined.
      expect(fined(drug, 'drug-records-or-dispensing')).toBe('KIND_NOT_OF_THE_MATTER');
      expect(decided(drug, ['warning'], { penaltyMatters: ['drug-records-or-dispensing'] })).toBe('ok');
      // O735 41 stops the settlement of a person; the services of an institution are stopped by O735 38, 40.
      const c = bureau.begun(bureau.conclude('2024-04-01'));
      const notice = (matter: string) =>
        bureau.notify('2024-04-02', {
          penaltyMatters: [matter],
          penaltyKinds: ['settlement-stopped'],
          settlementStoppedMonths: 3,
          hearingDue: true,
        });
      expect(c.answer(notice('institution-violation'))).toBe('KIND_NOT_OF_THE_MATTER');
      expect(c.answer(notice('individual'))).toBe('ok');
    });

    it('of several matters each brings its own, and one that was not read refuses nothing', () => {
      const both: Fields = { penaltyMatters: ['drug-records-or-dispensing', 'drug-channel'] };
      expect(decided(drug, ['warning', 'fine'], both)).toBe('ok');
      expect(decided(drug, ['business-stopped'], both)).toBe('KIND_NOT_OF_THE_MATTER');
      expect(decided(market, ['business-stopped'], { penaltyMatters: ['price'] })).toBe('ok');
      expect(decided(drug, ['business-stopped'], { penaltyMatters: ['other'] })).toBe('ok');
    });
  });

  describe('责任法律', () => {
    const punished = (own: typeof bureau, matter: string, law: string, day: string): string =>
      fined(own, matter, { liabilityLaw: law, conductEndedOn: day, discoveredOn: day });

    it.each([
      [drug, 'drug-channel', 'drug-law-2001', '2019-11-30', 'drug-law', '2019-12-01'],
      [market, 'drug-channel', 'drug-law-2001', '2019-11-30', 'drug-law', '2019-12-01'],
      [
        market,
        'commercial-bribery',
        'competition-law-1993',
        '2017-12-31',
        'competition-law-2017',
        '2018-01-01',
      ],
      [health, 'unnecessary-treatment', 'physicians-law-1998', '2022-02-28', 'physicians-law', '2022-03-01'],
      [bureau, 'institution-fraud', 'social-insurance-law', '2021-04-30', 'order-735', '2021-05-01'],
    ] as const)('is that of the day of the conduct (CF 37): %#', (own, matter, old, before, next, since) => {
      expect(punished(own, matter, old, before)).toBe('ok');
      expect(punished(own, matter, next, before)).toBe('LAW_OF_ANOTHER_DAY');
      expect(punished(own, matter, next, since)).toBe('ok');
      expect(punished(own, matter, old, since)).toBe('LAW_OF_ANOTHER_DAY');
      expect(
        fined(own, matter, {
          liabilityLaw: next,
          conductEndedOn: before,
          discoveredOn: before,
          lighterNewLaw: true,
        }),
      ).toBe('ok');
    });

    it('of which no article was read, an older law is not held to the articles of the new one', () => {
      const old = { conductEndedOn: '2019-11-30', discoveredOn: '2019-11-30' };
      const fine = (liabilityLaw: string): string =>
        fined(drug, 'drug-records-or-dispensing', { ...old, liabilityLaw });
      expect(fine('drug-law-2001')).toBe('ok');
      expect(fined(drug, 'drug-records-or-dispensing', old)).toBe('KIND_NOT_OF_THE_MATTER');
    });

    it('is a law of that matter, and no other of the organ', () => {
      expect(punished(market, 'price', 'price-penalties', '2024-01-31')).toBe('ok');
      expect(punished(market, 'price', 'drug-law', '2024-01-31')).toBe('LAW_OF_ANOTHER_DAY');
      expect(punished(health, 'institution', 'physicians-law', '2024-01-31')).toBe('LAW_OF_ANOTHER_DAY');
    });

    it('that knew the matter: before Order 735 a mere breach of an institution was none', () => {
      const of = (day: string) =>
        fined(bureau, 'institution-violation', { conductEndedOn: day, discoveredOn: day });
      expect([of('2021-04-30'), of('2021-05-01')]).toEqual(['LAW_OF_ANOTHER_DAY', 'ok']);
    });
  });

  it('is said on the record by whoever decides (CF 59)', () => {
    const c = market.begun(
      market.conclude('2024-04-01'),
      market.notify('2024-04-02', { penaltyKinds: ['warning'] }),
    );
    c.onRecord();
    const decide = (fields: Fields) =>
      market.told('2024-04-22', 'decide-without-fine', { fields }, 'penalty-decision');
    expect(c.tell(decide({}))).toMatchObject({ code: 'FIELD_REQUIRED', details: ['penaltyMatters'] });
    expect(c.answer(decide({ penaltyMatters: ['price'] }))).toBe('ok');
  });
});
