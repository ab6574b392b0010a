// When the notice of a penalty must offer a hearing (CF 63): by the kind of penalty always, by amount sooner for a person than for an
// organisation, by the numbers that the organ goes by where it is.
import { describe, expect, it } from 'vitest';
import { bandRules } from '../../../case/register/band-rules.ts';
import { emptyRegister } from '../../../case/register/register.ts';
import { law } from '../../../law/law.ts';
import { AskedCommand } from '../../../schemas/asked-command.ts';
import { rulesOf } from '../../../schemas/band-rule.ts';
import type { OpenBody } from '../../../schemas/command.ts';
import type { Instant } from '../../../schemas/instant.ts';
import type { RegisterChange } from '../../../schemas/register.ts';
import { bandDoubts, withBands } from '../../../services/proof/amount-bands.ts';
import { caseDriver, changed, registerWith } from '../../support/case-driver.ts';
import { ABOVE, COUNTY } from '../../support/clerk.ts';
import { penaltyStory } from '../../support/penalty-story.ts';

type Kind = 'institution' | 'person' | 'other';
const BUREAU = '653023/medical-insurance';
const story = penaltyStory(BUREAU, 'insurance-penalty');
const market = penaltyStory('653023/market-regulation', 'market-penalty');

/** What the region enters: from 2,000 yuan on for a person, from 50,000 for an organisation. */
const ENTERED = Object.entries({ 'hearing-person': '200000', 'hearing-organisation': '5000000' }).map(
  ([id, atLeast]): RegisterChange => ({
    change: 'item-set',
    kind: 'amount-standard',
    id,
    data: { begins: [{ band: 'large', atLeast }] },
    basis: '新政发〔2023〕1号',
    from: '2023-01-01T00:00:00+08:00',
  }),
);
const unsettled = registerWith([...COUNTY, ...ABOVE]);
const settled = changed(unsettled, '650000', ENTERED);

/** The investigation concluded, against a subject of this kind. */
const concluded = (kind: Kind, register = settled, own = story) => {
  const c = caseDriver(register);
  const file = own.file();
  c.must(
    { ...file, body: { ...file.body, newSubjects: [{ subject: 's1', kind }] } },
    own.conclude('2024-04-01'),
  );
  return c;
};
const answered = (kind: Kind, fields: OpenBody['fields']) =>
  concluded(kind).answer(story.notify('2024-04-02', fields));

describe('听证范围', () => {
  it.each([
    ['services-stopped', story],
    ['trade-barred', story],
    ['other-heavy', story],
    ['licence-revoked', market],
    ['business-stopped', market],
  ] as const)('a notice of %s always offers a hearing', (kind, own) => {
    const said = {
      penaltyKinds: ['fine', kind],
      fineOfPerson: 'below',
      fineOfOrganisation: 'below',
      ...(kind === 'licence-revoked' ? { issuedHere: true as const } : {}),
      ...(kind === 'services-stopped' ? { servicesStoppedMonths: 6 } : {}),
    };
    const told = (fields: OpenBody['fields']) =>
      concluded('institution', settled, own).answer(own.notify('2024-04-02', fields));
    expect(told(said)).toBe('HEARING_DUE');
    expect(told({ ...said, hearingDue: true })).toBe('ok');
  });

  it('a warning needs none, and one may be offered all the same', () => {
    expect(answered('institution', { penaltyKinds: ['warning'] })).toBe('ok');
    expect(answered('institution', { penaltyKinds: ['warning'], hearingDue: true })).toBe('ok');
  });

  it('of a fine the amount decides: that of an organisation for an institution, that of a person for anybody else', () => {
    const between = { penaltyKinds: ['fine'], fineOfPerson: 'large', fineOfOrganisation: 'below' };
    expect(answered('institution', between)).toBe('ok');
    expect(answered('person', between)).toBe('HEARING_DUE');
    expect(answered('other', between)).toBe('HEARING_DUE');
    const large = { penaltyKinds: ['fine'], fineOfPerson: 'large', fineOfOrganisation: 'large' };
    expect(answered('institution', large)).toBe('HEARING_DUE');
    const small = { penaltyKinds: ['fine'], fineOfPerson: 'below', fineOfOrganisation: 'below' };
    expect(answered('person', small)).toBe('ok');
  });

  it('what is confiscated counts by itself', () => {
    const fine = { penaltyKinds: ['fine', 'confiscation'], fineOfPerson: 'below' };
    expect(answered('person', { ...fine, confiscationOfPerson: 'below' })).toBe('ok');
    expect(answered('person', { ...fine, confiscationOfPerson: 'large' })).toBe('HEARING_DUE');
  });

  it('a fine of which no band is said is not taken for a small one', () => {
    expect(answered('institution', { penaltyKinds: ['fine'] })).toBe('HEARING_DUE');
  });

  it('a fine is small only by a number that the region entered or that was read: elsewhere the hearing is offered', () => {
    const small = { penaltyKinds: ['fine'], fineOfOrganisation: 'below' };
    expect(concluded('institution', unsettled).answer(story.notify('2024-04-02', small))).toBe('HEARING_DUE');
    // Those of market regulation are from memory (TZBF 5).
    const ofMarket = concluded('institution', unsettled, market);
    expect(ofMarket.answer(market.notify('2024-04-02', small))).toBe('HEARING_DUE');
    expect(ofMarket.answer(market.notify('2024-04-02', { ...small, hearingDue: true }))).toBe('ok');
    expect(concluded('institution', settled, market).answer(market.notify('2024-04-02', small))).toBe('ok');
    // Guangdong’s was read.
    const cantonese = penaltyStory('440103/medical-insurance', 'insurance-penalty');
    const inGuangdong = concluded('institution', registerWith(['440103/medical-insurance']), cantonese);
    expect(inGuangdong.answer(cantonese.notify('2024-04-02', small))).toBe('ok');
  });

  it('a second notice offers it itself: what the first one said does not count', () => {
    const c = concluded('institution');
    c.must(
      story.notify('2024-04-02', {
        penaltyKinds: ['services-stopped'],
        servicesStoppedMonths: 6,
        hearingDue: true,
      }),
    );
    expect(c.answer(story.notify('2024-04-03', { penaltyKinds: ['trade-barred'] }))).toBe('HEARING_DUE');
  });

  it('no decision goes beyond what was noticed without a hearing on offer', () => {
    const c = concluded('person');
    c.must(story.notify('2024-04-02', { penaltyKinds: ['fine'], fineOfPerson: 'below' }));
    const heavier = story.fine('2024-04-08');
    expect(c.answer({ ...heavier, body: { ...heavier.body, fields: { fineOfPerson: 'large' } } })).toBe(
      'HEARING_DUE',
    );
    expect(c.answer(story.fine('2024-04-08'))).toBe('ok');
  });

  describe('决定不超出告知（CF 44、62，N4 41）', () => {
    const decided = (command: string, notice: OpenBody['fields'], fields: OpenBody['fields'] = {}) => {
      const c = concluded('institution');
      c.must(story.notify('2024-04-02', notice));
      return c.answer(story.told('2024-04-22', command, { fields }, 'penalty-decision'));
    };
    const SMALL = { penaltyKinds: ['fine'], fineOfOrganisation: 'below' };

    it('who was told of a warning is not fined, be the fine large or said to be small', () => {
      const warned: OpenBody['fields'] = { penaltyKinds: ['warning'], hearingDue: true };
      expect(decided('decide-fine', { penaltyKinds: ['warning'] })).toBe('PENALTY_NOT_TOLD');
      expect(decided('decide-fine', warned, { fineOfOrganisation: 'large' })).toBe('PENALTY_NOT_TOLD');
      expect(decided('decide-fine', warned, { ...SMALL })).toBe('PENALTY_NOT_TOLD');
      expect(decided('decide-fine', SMALL)).toBe('ok');
    });

    it('nothing heavy is imposed of which the notice said nothing, though a hearing was offered', () => {
      const notice: OpenBody['fields'] = { penaltyKinds: ['warning'], hearingDue: true };
      expect(decided('decide-without-fine', notice, { penaltyKinds: ['other-heavy'] })).toBe(
        'PENALTY_NOT_TOLD',
      );
      expect(decided('decide-without-fine', notice, { penaltyKinds: ['warning'] })).toBe('ok');
    });

    it('a fine is decided as a fine, and who was told of nothing else has nothing else', () => {
      const both: OpenBody['fields'] = { penaltyKinds: ['fine', 'warning'], hearingDue: true };
      expect(decided('decide-without-fine', both, { penaltyKinds: ['fine'] })).toBe('HOLDS_A_FINE');
      expect(decided('decide-without-fine', both, { fineOfOrganisation: 'below' })).toBe('FIELD_REFUSED');
      expect(decided('decide-without-fine', both)).toBe('ok');
      expect(decided('decide-without-fine', SMALL)).toBe('PENALTY_NOT_TOLD');
    });

    it('what is confiscated counts by its amount, whichever kinds are said', () => {
      const notice = { penaltyKinds: ['warning'] };
      expect(decided('decide-without-fine', notice, { confiscationOfOrganisation: 'large' })).toBe(
        'HEARING_DUE',
      );
    });

    it('a fine without a band is no small one, whatever kinds were said', () => {
      const notice = { penaltyKinds: ['fine', 'warning'], fineOfOrganisation: 'below' };
      expect(decided('decide-fine', notice, { penaltyKinds: ['warning'], fineOfOrganisation: 'large' })).toBe(
        'HEARING_DUE',
      );
    });

    it('what was below for a person is not where the decision says a large amount for an organisation', () => {
      const notice = { penaltyKinds: ['fine'], fineOfPerson: 'below' };
      expect(decided('decide-fine', notice, { fineOfOrganisation: 'large' })).toBe('HEARING_DUE');
    });

    it('a hearing that a former notice offered is none that the last one offers', () => {
      const c = concluded('institution');
      c.must(
        story.notify('2024-04-02', { penaltyKinds: ['warning'], hearingDue: true }),
        story.notify('2024-04-11', SMALL),
      );
      const large = story.told(
        '2024-04-22',
        'decide-fine',
        { fields: { fineOfOrganisation: 'large' } },
        'penalty-decision',
      );
      expect(c.answer(large)).toBe('HEARING_DUE');
    });

    it('once a court has fined, the party may be told anew of what is left', () => {
      const c = concluded('institution');
      c.must(story.notify('2024-04-02', SMALL), story.courtFined('2024-04-08'));
      const warning = story.told('2024-04-10', 'decide-without-fine', {}, 'penalty-decision');
      expect(c.answer(warning)).toBe('PENALTY_NOT_TOLD');
      c.must(story.notify('2024-04-09', { penaltyKinds: ['warning'] }));
      expect(c.answer(story.fine('2024-04-10'))).toBe('CRIMINAL_FINE_IMPOSED');
      expect(c.answer(warning)).toBe('ok');
    });
  });

  it('on the record the notice says which penalty is in prospect (CF 44)', () => {
    const c = concluded('institution');
    c.onRecord();
    expect(c.tell(story.notify('2024-04-02'))).toMatchObject({
      code: 'FIELD_REQUIRED',
      details: ['penaltyKinds'],
    });
    expect(c.answer(story.notify('2024-04-02', { penaltyKinds: ['warning'] }))).toBe('ok');
  });
});

describe('听证数额', () => {
  const NOW: Instant = '2026-03-04T09:00:00+08:00';
  const bandsAt = (department: string, fineFen: string, register = emptyRegister) => {
    const [region = ''] = department.split('/');
    const asked = AskedCommand.parse({
      commandId: 'c-1',
      command: 'give-penalty-notice',
      body: {},
      party: { fields: { fineFen } },
    });
    const rules = rulesOf(bandRules(register, law, region, NOW), { department, officer: 'o-1' });
    const { fineOfPerson, fineOfOrganisation } = withBands(asked, rules).body.fields ?? {};
    return [fineOfPerson, fineOfOrganisation];
  };

  it('of market regulation is 10,000 yuan for a person and 100,000 for an organisation, unverified (TZBF 5)', () => {
    expect(bandsAt('653023/market-regulation', '999999')).toEqual(['below', 'below']);
    expect(bandsAt('653023/market-regulation', '1000000')).toEqual(['large', 'below']);
    expect(bandsAt('653023/drug-regulation', '10000000')).toEqual(['large', 'large']);
    const sources = bandRules(emptyRegister, law, '653023', NOW).map(
      ({ bodies, source }) => bodies && source,
    );
    expect(new Set(sources)).toEqual(new Set([undefined, 'from-memory']));
  });

  it('of other organs is what the province sets, and nothing where none is known', () => {
    expect(bandsAt('653023/medical-insurance', '10000000')).toEqual([undefined, undefined]);
    // Guangdong 5,000 and 100,000; Jiangxi 3,000 and 20,000.
    expect(bandsAt('440103/medical-insurance', '500000')).toEqual(['large', 'below']);
    expect(bandsAt('440103/health', '10000000')).toEqual(['large', 'large']);
    expect(bandsAt('360704/medical-insurance', '299999')).toEqual(['below', 'below']);
    expect(bandsAt('360704/medical-insurance', '2000000')).toEqual(['large', 'large']);
  });

  it('that the province sets goes before market regulation’s own', () => {
    expect(bandsAt('360704/market-regulation', '2000000')).toEqual(['large', 'large']);
  });

  it('a region enters its own with the paper it rests on', () => {
    const register = changed(emptyRegister, '650000', [
      {
        change: 'item-set',
        kind: 'amount-standard',
        id: 'hearing-person',
        data: { begins: [{ band: 'large', atLeast: '200000' }] },
        basis: '新政发〔2025〕1号',
        from: '2025-01-01T00:00:00+08:00',
      },
    ]);
    expect(bandsAt('653023/medical-insurance', '200000', register)).toEqual(['large', undefined]);
    expect(bandsAt('653023/market-regulation', '200000', register)).toEqual(['large', 'below']);
  });

  it('a band that the fine does not make shows to whoever may open it', () => {
    const rules = rulesOf(bandRules(emptyRegister, law, '440103', NOW), {
      department: '440103/medical-insurance',
      officer: 'o-1',
    });
    const said = { body: { fields: { fineOfPerson: 'below' } } };
    expect(bandDoubts(said, [{ path: '/fields/fineFen', value: '500000' }], rules)).toMatchObject([
      { field: 'fineOfPerson', said: 'below', fits: ['large'], standardOf: '440000' },
    ]);
  });
});
