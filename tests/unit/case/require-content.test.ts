// On the record a first word to others says something, and a date by which another must act lies ahead.
import { describe, expect, it } from 'vitest';
import type { UnderWay } from '../../../case/decision-under-way.ts';
import { lackingContent, passedDate } from '../../../case/steps/require-content.ts';
import { law } from '../../../law/law.ts';
import type { CaseCommand } from '../../../schemas/command.ts';
import type { Procedure } from '../../../schemas/procedure.ts';
import { commandOf, type Told } from '../../support/case-driver.ts';
import { BUREAU, countyRegister, POLICE, PROCURATORATE } from '../../support/transfer-story.ts';
import { digest } from '../../support/unsigned-record.ts';

const NOW = '2024-03-04T09:00:00+08:00';
const register = countyRegister();

const workOf = (told: Told, clock: 'real' | 'rehearsal' = 'real'): UnderWay => ({
  // With the values told and no others.
  command: {
    ...(commandOf(told, undefined, 1) as CaseCommand),
    commitments: Object.fromEntries((told.with ?? []).map((name) => [`/${name}`, digest])),
  },
  context: { at: told.recordedAt ?? told.at, caseId: '653023-aaaaaaaaaaaaaaaa', register, law, clock },
  events: [],
  state: null,
});
const procedure = (name: string): Procedure => {
  const found = law.newest.find((p) => p.procedure === name);
  if (!found) throw new Error(name);
  return found;
};
const commandIn = (name: string, command: string) => {
  const found = procedure(name).commands[command];
  if (!found) throw new Error(command);
  return found;
};

describe('a clue', () => {
  const clue = (more: Partial<Told> = {}): Told => ({
    as: `${BUREAU}/o-1`,
    command: 'send-clue',
    at: NOW,
    body: { to: [POLICE], fields: { topic: 'fraud' } },
    ...more,
  });
  const answer = (told: Told, clock?: 'rehearsal') =>
    lackingContent(workOf(told, clock), commandIn('clue-notice', 'send-clue'))?.code;
  const withPaper = (paper: object) =>
    clue({ body: { to: [POLICE], papers: [{ code: 'investigation-report', id: 'r-1', ...paper }] } });

  it.each([
    ['nothing', clue(), 'CONTENT_REQUIRED'],
    ['a reason alone', clue({ with: ['reason'] }), 'CONTENT_REQUIRED'],
    ['a paper that is missing', withPaper({ explained: true }), 'CONTENT_REQUIRED'],
    ['a title', clue({ with: ['title'] }), undefined],
    ['a subject', clue({ with: ['subjects/s1'] }), undefined],
    ['a paper', withPaper({ sha256: digest }), undefined],
  ])('that says %s', (_, told, code) => {
    expect(answer(told)).toBe(code);
  });

  it('that was published without its content is played all the same', () => {
    expect(answer(clue(), 'rehearsal')).toBeUndefined();
  });

  it('is what is asked: a proceeding that is kept at first may begin with its team alone', () => {
    const opened = workOf({ ...clue(), command: 'suspect-crime' });
    expect(lackingContent(opened, commandIn('criminal-transfer', 'suspect-crime'))).toBeUndefined();
  });
});

describe('a date by which another must reply', () => {
  const opinion = (replyBy: string, more: Partial<Told> & { servedOn?: string } = {}): Told => {
    const { servedOn, ...rest } = more;
    return {
      as: `${PROCURATORATE}/o-1`,
      command: 'issue-transfer-opinion',
      at: NOW,
      body: {
        fields: { replyBy },
        papers: [{ code: 'urge-transfer-opinion', id: 'o-1', ...(servedOn ? { servedOn } : {}) }],
      },
      ...rest,
    };
  };
  const answer = (told: Told, clock?: 'rehearsal') => {
    const command = commandIn('criminal-transfer', 'issue-transfer-opinion');
    return passedDate(workOf(told, clock), procedure('criminal-transfer'), command);
  };

  it.each([
    ['2024-03-03', 'DATE_PASSED'],
    ['2024-03-04', undefined],
    ['2024-03-18', undefined],
  ])('%s is judged by the day it is recorded', (replyBy, code) => {
    expect(answer(opinion(replyBy))?.code).toBe(code);
  });

  it('is named by its field, with the time here', () => {
    expect(answer(opinion('2024-03-03'))?.details).toEqual(['replyBy', `now: ${NOW}`]);
  });

  it('of a letter entered late is past, unless the letter was served by hand before', () => {
    const late = { at: '2024-01-08T09:00:00+08:00', recordedAt: NOW };
    expect(answer(opinion('2024-01-31', late))?.code).toBe('DATE_PASSED');
    expect(answer(opinion('2024-01-31', { ...late, servedOn: '2024-01-08' }))).toBeUndefined();
    expect(answer(opinion('2024-01-01', { ...late, servedOn: '2024-01-08' }))?.code).toBe('DATE_PASSED');
  });

  it('is left to the publisher in a rehearsal', () => {
    expect(answer(opinion('2024-03-03'), 'rehearsal')).toBeUndefined();
  });

  it('is one that measures a limit begun here: any other date may be past', () => {
    const told = opinion('2024-03-03');
    const clue = { ...told, command: 'send-clue', body: { fields: { replyBy: '2024-03-03' } } };
    const p = { ...procedure('clue-notice'), clocks: {} };
    expect(passedDate(workOf(clue), p, commandIn('clue-notice', 'send-clue'))).toBeUndefined();
  });
});
