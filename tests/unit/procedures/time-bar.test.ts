// What is not discovered in two years is punished no more, in five where it harmed life, health or financial safety (CF 36). Filed on
// Monday 4 March 2024, decided on 8 April.
import { describe, expect, it } from 'vitest';
import type { OpenBody } from '../../../schemas/command.ts';
import { caseDriver, registerWith, type Told } from '../../support/case-driver.ts';
import { ABOVE, COUNTY } from '../../support/clerk.ts';
import { penaltyStory } from '../../support/penalty-story.ts';
import { papers } from '../../support/transfer-story.ts';

const story = penaltyStory('653023/medical-insurance', 'insurance-penalty');
const health = penaltyStory('653023/health', 'health-penalty');

const DECISIONS = ['decide-fine', 'decide-without-fine'];

/** Filed and told of a warning and a fine; then decided. */
const decided = (
  fields: NonNullable<OpenBody['fields']>,
  { own = story, command = 'decide-fine', more = {} as NonNullable<OpenBody['fields']> } = {},
): string => {
  const c = caseDriver(registerWith([...COUNTY, ...ABOVE]));
  const file = own.file();
  const filed: Told = { ...file, body: { ...file.body, fields } };
  c.must(filed, own.conclude('2024-04-01'), own.notify('2024-04-02'));
  return c.answer(own.told('2024-04-08', command, { fields: more }, 'penalty-decision'));
};

describe('追罚时效', () => {
  it.each(DECISIONS)(
    '%s: two years from the end of the conduct to the filing, the last day among them',
    (command) => {
      expect(decided({ conductEndedOn: '2022-03-04' }, { command })).toBe('ok');
      expect(decided({ conductEndedOn: '2022-03-03' }, { command })).toBe('TIME_BARRED');
      expect(decided({ conductEndedOn: '2022-03-03' }, { command, own: health })).toBe('TIME_BARRED');
    },
  );

  it('it counts from the day of discovery, where that was before the filing', () => {
    const conduct = { conductEndedOn: '2021-06-30' };
    expect(decided({ ...conduct, discoveredOn: '2023-06-30' })).toBe('ok');
    expect(decided({ ...conduct, discoveredOn: '2023-07-01' })).toBe('TIME_BARRED');
    // Said only when it is decided.
    expect(decided(conduct, { more: { discoveredOn: '2023-06-30' } })).toBe('ok');
  });

  it('five years where it harmed life, health or financial safety', () => {
    expect(decided({ conductEndedOn: '2019-03-04', fiveYearBar: true })).toBe('ok');
    expect(decided({ conductEndedOn: '2019-03-03', fiveYearBar: true })).toBe('TIME_BARRED');
  });

  it('nothing is barred where the end of the conduct is not said, and what is barred may end without a penalty', () => {
    expect(decided({})).toBe('ok');
    const c = caseDriver(registerWith([...COUNTY, ...ABOVE]));
    const file = story.file();
    c.must({ ...file, body: { ...file.body, fields: { conductEndedOn: '2020-01-01' } } });
    const none = story.longer('2024-04-08', 'decide-no-penalty', {
      fields: { noPenaltyGround: 'time-barred' },
      papers: papers('no-penalty-decision'),
    });
    expect(c.answer(none)).toBe('ok');
  });
});
