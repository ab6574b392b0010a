// The life of a penalty case of the drug regulator: SAMR2, which drug regulators follow too (SAMR2 85), and for sealing and seizure the Compulsion Law. Calendar of 2024.
import { describe, expect, it } from 'vitest';
import { by, reasoned } from '../../support/criminal-story.ts';
import { dueOf, penaltyStory } from '../../support/penalty-story.ts';
import { BUREAU, POLICE, steps } from '../../support/transfer-story.ts';

const DRUG = '653023/drug-regulation';
const story = penaltyStory(DRUG, 'drug-penalty');
const { stateOf, told } = story;
const seize = {
  ...told(
    '2024-03-11',
    'seize-property',
    { team: ['o-1', 'o-2'], subjects: ['s1'] },
    'compulsory-measure-decision',
  ),
  procedure: 'evidence-measure',
};

describe('药品监管行政处罚', () => {
  it('is decided in ninety days, served in seven working days and published in twenty, as by market regulation (SJGS 21)', () => {
    const c = story.served();
    expect([dueOf(c, 'smr-decision'), dueOf(c, 'smr-serve'), dueOf(c, 'pub-penalty-samr')]).toEqual([
      '2024-06-04',
      '2024-04-19',
      '2024-05-10',
    ]);
    expect(c.clock('pub-penalty-credit')).toBeUndefined();
  });

  it('does not publish a mere warning (SJGS 2(2))', () => {
    const c = story.begun(
      story.conclude('2024-04-01'),
      story.notify('2024-04-02', { penaltyKinds: ['warning'] }),
      told(
        '2024-04-22',
        'decide-without-fine',
        { fields: { penaltyKinds: ['warning'] } },
        'penalty-decision',
      ),
    );
    expect(c.clock('pub-penalty-samr')).toBeUndefined();
  });

  it('seizes drugs for thirty days and thirty more where the head approves (QZ 25), and closes nothing over them', () => {
    const c = story.notified();
    c.must({ ...seize, at: '2024-04-03T10:00:00+08:00' });
    // 3 May is within the holiday: Monday 6 May.
    expect(dueOf(c, 'qz-seal')).toBe('2024-05-07');
    c.must(reasoned(DRUG, '2024-04-28', 'extend-measure', { extension: 'seal-extension', approver: 'head' }));
    // Sixty days end on Sunday 2 June.
    expect(dueOf(c, 'qz-seal')).toBe('2024-06-04');
    c.must(story.fine('2024-05-06'), story.serve('2024-05-07'), story.paid('2024-05-08'));
    expect(c.tell(story.close('2024-05-09'))).toMatchObject({ details: ['no-measure-open'] });
    c.must(told('2024-05-10', 'lift-measure'), story.close('2024-05-13'));
    expect([stateOf(c), c.clock('qz-seal')?.outcome]).toEqual(['closed', 'met']);
  });

  it('that turns out to be a crime goes to the police; the head terminates it, which lifts the seizure, and no fine is decided', () => {
    const c = story.begun(
      seize,
      told('2024-03-12T09:00:00+08:00', 'find-crime', { team: ['o-1', 'o-2'] }),
      { ...steps.report('2024-03-12T10:00:00+08:00'), as: `${DRUG}/o-1` },
      { ...steps.approve('2024-03-12T11:00:00+08:00'), as: `${DRUG}/head` },
      { ...steps.handOver('2024-03-12T12:00:00+08:00'), as: `${DRUG}/o-1` },
    );
    expect(c.proceeding('criminal-transfer')).toMatchObject({
      parent: 'p1',
      roles: { sender: [DRUG], receiver: [POLICE] },
    });
    expect(c.answer(story.conclude('2024-03-13'))).toBe('ok');
    c.must(story.notify('2024-03-13T11:00:00+08:00'));
    expect(c.answer(story.fine('2024-03-25'))).toBe('CRIMINAL_SIDE_OPEN');
    c.must(told('2024-03-25', 'terminate-on-hand-over'));
    expect([stateOf(c), c.proceeding('evidence-measure').state, c.clock('smr-decision')?.outcome]).toEqual([
      'terminated',
      'ended',
      'met',
    ]);
  });

  it('what the police did not file comes back as a lead of its own', () => {
    const c = story.begun(
      told('2024-03-12T09:00:00+08:00', 'find-crime', { team: ['o-1', 'o-2'] }),
      { ...steps.report('2024-03-12T10:00:00+08:00'), as: `${DRUG}/o-1` },
      { ...steps.approve('2024-03-12T11:00:00+08:00'), as: `${DRUG}/head` },
      { ...steps.handOver('2024-03-12T12:00:00+08:00'), as: `${DRUG}/o-1` },
      told('2024-03-12T13:00:00+08:00', 'terminate-on-hand-over'),
      steps.sign('2024-03-12T14:00:00+08:00'),
      steps.review('2024-03-12T15:00:00+08:00'),
      steps.refuse('2024-03-14T10:00:00+08:00'),
      by(DRUG, '2024-03-15', 'accept-non-filing'),
    );
    expect([stateOf(c), c.clock('smr-verify')?.obliged]).toEqual(['verifying', DRUG]);
  });

  it('is nothing to the medical-insurance bureau, which takes no part', () => {
    expect(story.begun().answer(by(BUREAU, '2024-03-05', 'record-investigation'))).toBe('CASE_NOT_FOUND');
  });
});
