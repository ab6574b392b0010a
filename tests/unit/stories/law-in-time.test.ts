// A penalty case across 1 January 2027, when the Medical Security Law took effect: procedure and powers follow the day of the act,
// liability and bans the day of the conduct, which is declared. Written before it was played.
import { describe, expect, it } from 'vitest';
import { type CaseDriver, caseDriver, registerWith, type Told } from '../../support/case-driver.ts';
import { ABOVE, COUNTY } from '../../support/clerk.ts';
import { by } from '../../support/criminal-story.ts';
import { reviewed } from '../../support/measure-story.ts';
import { timelineOf } from '../../support/timeline.ts';
import { BUREAU, papers } from '../../support/transfer-story.ts';

const TWO = { team: ['o-1', 'o-2'] };
/** Filed on Monday 7 December 2026 about conduct that ended on the day named. */
const filed = (conductEndedOn: string): CaseDriver => {
  const c = caseDriver(registerWith([...COUNTY, ...ABOVE]));
  c.must(
    by(
      BUREAU,
      '2026-12-07',
      'file-penalty',
      {
        ...TWO,
        newSubjects: [{ subject: 's1', kind: 'institution' }],
        fields: { conductEndedOn, discoveredOn: conductEndedOn },
      },
      { procedure: 'insurance-penalty', paper: 'case-filing-form' },
    ),
  );
  return c;
};
const measure = (day: string, command: string): Told =>
  by(
    BUREAU,
    day,
    command,
    { ...TWO, subjects: ['s1'] },
    { procedure: 'evidence-measure', paper: 'compulsory-measure-decision' },
  );
const toBeDecided = (conductEndedOn: string): CaseDriver => {
  const c = filed(conductEndedOn);
  c.must(
    by(BUREAU, '2027-01-18', 'conclude-investigation', TWO, { paper: 'investigation-conclusion' }),
    by(BUREAU, '2027-01-19', 'give-penalty-notice', {}, { paper: 'penalty-notice' }),
  );
  return c;
};
const decide = (liabilityLaw: string, more: { lighterNewLaw?: true } = {}): Told =>
  by(
    BUREAU,
    '2027-02-01',
    'decide-fine',
    { fields: { liabilityLaw, ...more } },
    { paper: 'penalty-decision' },
  );

describe('跨2027年1月1日的处罚', () => {
  it('records are sealed in 2026; property is seized from 1 January 2027 only (O735 27(5), YBF 40)', () => {
    const c = filed('2026-10-31');
    expect(c.answer(measure('2026-12-31', 'seize-property'))).not.toBe('ok');
    c.must(measure('2026-12-30', 'seal-records'));
    expect(c.clock('pen-seal')?.basis.map(({ act }) => act)).toEqual(['N4', 'O735', 'QZ']);
    c.must(measure('2027-01-04', 'seize-property'));
    expect(c.clock('pen-seal')?.basis.map(({ act }) => act)).toEqual(['YBF', 'QZ', 'N4']);
    // What was sealed in 2026 stays under the law of that day, and is lifted as it was.
    c.must(by(BUREAU, '2027-01-11', 'lift-measure', {}, { proceeding: 'p2' }));
    expect(timelineOf(c)).toEqual([
      '2026-12-07 medical-insurance 行政立案 → 调查中',
      '2026-12-30 medical-insurance 封存资料 → 封存、查封、扣押中',
      '2027-01-04 medical-insurance 查封、扣押 → 封存、查封、扣押中',
      '2027-01-11 medical-insurance 解除措施并退还 → 措施已解除',
    ]);
  });

  it('the ninety days of the filing go on across the year (N4 45): 7 March 2027 is a Sunday', () => {
    expect(filed('2026-10-31').clock('pen-decision')?.times.latestDueAt).toBe('2027-03-09T00:00:00+08:00');
  });

  it('conduct of 2026 is punished by Order 735, by the new law only where that is lighter (CF 37)', () => {
    expect(toBeDecided('2026-10-31').answer(decide('medical-security-law'))).toBe('LAW_OF_ANOTHER_DAY');
    expect(toBeDecided('2026-10-31').answer(decide('medical-security-law', { lighterNewLaw: true }))).toBe(
      'ok',
    );
    expect(toBeDecided('2026-12-31').answer(decide('order-735'))).toBe('ok');
  });

  it('nobody is punished by a law that is not in force when it is decided, lighter or not (CF 37, YBF 56)', () => {
    const lighter = { liabilityLaw: 'medical-security-law', lighterNewLaw: true } as const;
    const decided = (day: string): string => {
      const c = filed('2026-10-31');
      c.must(
        by(BUREAU, '2026-12-18', 'conclude-investigation', TWO, { paper: 'investigation-conclusion' }),
        by(BUREAU, '2026-12-21', 'give-penalty-notice', {}, { paper: 'penalty-notice' }),
      );
      return c.answer(by(BUREAU, day, 'decide-fine', { fields: lighter }, { paper: 'penalty-decision' }));
    };
    expect(decided('2026-12-31')).toBe('LAW_OF_ANOTHER_DAY');
    expect(decided('2027-01-01')).toBe('ok');
  });

  it('conduct that went on into 2027 is punished by the new law', () => {
    expect(toBeDecided('2027-01-01').answer(decide('order-735'))).toBe('LAW_OF_ANOTHER_DAY');
    expect(toBeDecided('2027-01-01').answer(decide('medical-security-law'))).toBe('ok');
  });

  describe('《条例》施行以前的行为', () => {
    const punished = (liabilityLaw: string, conductEndedOn: string): string =>
      toBeDecided(conductEndedOn).answer(decide(liabilityLaw));
    it('is punished by the Social Insurance Law, and by Order 735 from 1 May 2021 on', () => {
      expect(punished('order-735', '2021-04-30')).toBe('LAW_OF_ANOTHER_DAY');
      expect(punished('order-735', '2021-05-01')).toBe('ok');
      expect(punished('social-insurance-law', '2021-04-30')).toBe('ok');
      expect(punished('social-insurance-law', '2021-05-01')).toBe('LAW_OF_ANOTHER_DAY');
      expect(punished('social-insurance-law', '2011-06-30')).toBe('LAW_OF_ANOTHER_DAY');
    });

    it('a later law is applied to it where it is lighter (CF 37)', () => {
      const lighter = (law: string) => toBeDecided('2021-04-30').answer(decide(law, { lighterNewLaw: true }));
      expect([lighter('order-735'), lighter('medical-security-law')]).toEqual(['ok', 'ok']);
    });

    it('has no services stopped and nobody barred for it, which no law knew then (O735 38, 43)', () => {
      const told = (kind: string, conductEndedOn: string): string => {
        const c = filed(conductEndedOn);
        c.must(
          by(BUREAU, '2026-12-18', 'conclude-investigation', TWO, { paper: 'investigation-conclusion' }),
        );
        const months = kind === 'services-stopped' ? { servicesStoppedMonths: 6 } : {};
        const fields = { penaltyKinds: [kind], hearingDue: true as const, ...months };
        return c.answer(
          by(BUREAU, '2026-12-21', 'give-penalty-notice', { fields }, { paper: 'penalty-notice' }),
        );
      };
      for (const kind of ['services-stopped', 'trade-barred'])
        expect([told(kind, '2021-04-30'), told(kind, '2021-05-01')]).toEqual(['LAW_OF_ANOTHER_DAY', 'ok']);
      expect(told('warning', '2021-04-30')).toBe('ok');
    });
  });

  it('so is the bar from managing designated institutions (O735 43, YBF 50)', () => {
    const bar = (liabilityLaw: string, conductEndedOn = '2026-10-31'): Told =>
      by(BUREAU, '2027-02-01', 'bar-from-management', {
        papers: papers('measure-decision'),
        fields: { conductEndedOn, liabilityLaw },
      });
    const heard = (): CaseDriver => {
      const c = caseDriver(registerWith([...COUNTY, ...ABOVE]));
      c.must(
        by(
          BUREAU,
          '2027-01-04',
          'begin-measure',
          { ...TWO, newSubjects: [{ subject: 's1', kind: 'person' }] },
          { procedure: 'practitioner' },
        ),
        by(BUREAU, '2027-01-05', 'inform-party', {}, { paper: 'rights-notice' }),
        by(BUREAU, '2027-01-06', 'record-statement'),
        ...reviewed(BUREAU, '2027-01-06'),
      );
      return c;
    };
    expect(heard().answer(bar('medical-security-law'))).toBe('LAW_OF_ANOTHER_DAY');
    expect(heard().answer(bar('order-735'))).toBe('ok');
    expect(heard().answer(bar('order-735', '2020-06-30'))).toBe('LAW_OF_ANOTHER_DAY');
    expect(heard().answer(bar('social-insurance-law', '2020-06-30'))).toBe('LAW_OF_ANOTHER_DAY');
  });
});
