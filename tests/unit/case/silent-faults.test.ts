// Four things that once went wrong without a word: opened by the wrong command, one moved instead of each, a second stop refused,
// a department that may act answered as a stranger.
import { describe, expect, it } from 'vitest';
import type { OpenBody } from '../../../schemas/command.ts';
import { caseDriver, type Told } from '../../support/case-driver.ts';
import { modelCase, told } from '../../support/model-case.ts';
import { BUREAU, countyRegister, OFFICE, POLICE, PROCURATORATE } from '../../support/transfer-story.ts';

const HEALTH = '653023/health';
const by = (
  who: string,
  day: string,
  command: string,
  body: OpenBody = {},
  more: Partial<Told> = {},
): Told => ({
  as: `${who}/o-1`,
  at: `${day}T10:00:00+08:00`,
  command,
  body,
  ...more,
});

describe('a procedure that can be opened by two commands', () => {
  it('is opened by the one that the opening command names, not by the first it has', () => {
    const c = modelCase();
    c.must(by(BUREAU, '2024-03-04', 'begin-asking'), by(BUREAU, '2024-03-05', 'open-child'));
    expect(Object.keys(c.proceeding('model-child').roles)).toEqual(['organ']);
    expect(c.proceeding('model-child').steps.map(({ command }) => command)).toEqual(['begin-child']);
  });
});

describe('a command that moves others along', () => {
  const confirmed = () => {
    const c = modelCase();
    const fields = { selfCheckUntil: '2024-04-30', spotCheckUntil: '2024-06-28' };
    c.must(
      by(BUREAU, '2024-03-01', 'start-action', { to: [HEALTH, POLICE, PROCURATORATE], fields }),
      by(HEALTH, '2024-03-04', 'confirm-membership'),
      by(POLICE, '2024-03-04', 'confirm-membership'),
      by(PROCURATORATE, '2024-03-04', 'confirm-membership'),
    );
    return c;
  };

  it('moves each of them where it says each', () => {
    const c = confirmed();
    c.must(by(BUREAU, '2024-03-11', 'begin-self-check'));
    const members = Object.values(c.state.proceedings).filter((p) => p.procedure === 'model-member');
    expect(members.map(({ state }) => state)).toEqual(['checking', 'checking', 'checking']);
  });

  it('moves none where it does not, and several could be meant', () => {
    const c = modelCase();
    c.must(
      by(BUREAU, '2024-03-04', 'begin-inspection'),
      by(BUREAU, '2024-03-05', 'refer-official', { papers: [{ code: 'referral-letter', id: 'l-1' }] }),
    );
    const order = () => c.state.followUps[0]?.followUp ?? 0;
    const take = (day: string): Told => ({
      as: 'relay',
      at: `${day}T11:00:00+08:00`,
      command: 'take-follow-up',
      body: { followUp: order() },
    });
    c.must(take('2024-03-05'));
    c.must(by(BUREAU, '2024-03-06', 'refer-official', { papers: [{ code: 'referral-letter', id: 'l-2' }] }));
    c.must(take('2024-03-06'));
    expect(c.tell(by(BUREAU, '2024-03-07', 'send-more'))).toMatchObject({
      ok: false,
      code: 'PROCEEDING_AMBIGUOUS',
      details: ['p2', 'p3'],
    });
    expect(c.state.followUps).toEqual([]);
  });
});

describe('a clock that is stopped twice at once', () => {
  it('takes the second stop, and runs again when both have ended', () => {
    const c = modelCase();
    c.must(by(BUREAU, '2024-03-04', 'file-model-penalty', { newSubjects: [{ subject: 's1' }] }));
    const standing = (day: string, command: string) => {
      c.must(by(BUREAU, day, command));
      return c.clock('model-penalty-decision')?.status;
    };
    expect(standing('2024-03-11', 'begin-appraisal')).toBe('paused');
    expect(standing('2024-03-12', 'begin-hearing')).toBe('paused');
    expect(standing('2024-03-13', 'end-hearing')).toBe('paused');
    expect(standing('2024-03-14', 'end-appraisal')).toBe('running');
  });
});

describe('whoever may act', () => {
  /** Asked in writing, with no hand-over and no copy to anybody. */
  const asked = () => {
    const c = caseDriver(countyRegister());
    c.must(by(BUREAU, '2024-03-07', 'consult-standard', { to: [PROCURATORATE] }, { with: ['summary'] }));
    return c;
  };

  it('is told when a question is put that it may answer', () => {
    const c = asked();
    expect(told(c)).toEqual([
      `all ${BUREAU} consultation.standard-consulted`,
      `all ${PROCURATORATE} consultation.standard-consulted`,
      `open ${OFFICE} consultation.standard-consulted`,
    ]);
    expect(c.state.parties).toContain(PROCURATORATE);
  });

  it('is no stranger: the procuratorate answers, and is taken', () => {
    const c = asked();
    expect(c.clock('sup-consult-reply')).toMatchObject({ obliged: PROCURATORATE, status: 'running' });
    expect(c.answer(by(PROCURATORATE, '2024-03-08', 'answer-consultation', {}, { with: ['summary'] }))).toBe(
      'ok',
    );
  });

  it('and who may not act is one still', () => {
    expect(asked().answer(by(HEALTH, '2024-03-08', 'answer-consultation'))).toBe('CASE_NOT_FOUND');
  });

  it('is told of no supervision that the procuratorate begins by itself, before it has a part in it', () => {
    const c = caseDriver(countyRegister());
    c.must(by(PROCURATORATE, '2024-03-07', 'begin-supervision'));
    expect(c.state.parties).toEqual([PROCURATORATE]);
  });
});
