// What one organ asks of another or tells it, and the answer that is owed: suggestion, recommendation, assistance, incident, finding.
import { describe, expect, it } from 'vitest';
import type { Told } from '../../support/case-driver.ts';
import {
  AUDIT,
  because,
  begun,
  by,
  clockOf,
  DISCIPLINE,
  HEALTH,
  MARKET,
  OTHER_BUREAU,
  UPPER_BUREAU,
} from '../../support/referral-story.ts';
import { BUREAU, papers } from '../../support/transfer-story.ts';

type Case = ReturnType<typeof begun>;
const stateOf = (c: Case, procedure: string) => c.proceeding(procedure).state;

describe('监察建议', () => {
  const head = `${DISCIPLINE}/head`;
  const issue = by(head, '2024-03-04T09', 'issue-supervisory-suggestion', {
    to: [BUREAU],
    papers: papers('supervisory-suggestion-letter'),
    fields: { suggestionReplyBy: '2024-05-06', suggestionTopic: 'supervision' },
  });
  const issued = () => begun(issue, by(BUREAU, '2024-03-05T09', 'sign-supervisory-suggestion'));
  const decline = because(BUREAU, '2024-04-01T09', 'decline-supervisory-suggestion');
  const report = (at: string, to = UPPER_BUREAU): Told =>
    because(DISCIPLINE, at, 'report-refusal-to-superior', {
      to: [to],
      papers: papers('refusal-report'),
    });

  it('is issued by the head with a date to answer by, and answered with what was put right', () => {
    const c = issued();
    expect(clockOf(c, 'agr-supervisory-reply')).toEqual([BUREAU, '2024-05-07', 'running']);
    expect(c.clock('agr-supervisory-reply')?.limitKind).toBe('agreed');
    c.must(
      by(BUREAU, '2024-04-30T09', 'report-suggestion-followed', { papers: papers('rectification-feedback') }),
      by(DISCIPLINE, '2024-05-06T09', 'accept-rectification'),
    );
    expect([stateOf(c, 'supervisory-suggestion'), clockOf(c, 'agr-supervisory-reply')?.[2]]).toEqual([
      'closed',
      'met',
    ]);
  });

  it('goes on with a new date where what was done is not enough', () => {
    const c = issued();
    c.must(
      by(BUREAU, '2024-04-30T09', 'report-suggestion-followed', { papers: papers('rectification-feedback') }),
      because(DISCIPLINE, '2024-05-06T09', 'send-back-rectification', {
        fields: { suggestionReplyBy: '2024-06-03' },
      }),
    );
    expect(clockOf(c, 'agr-supervisory-reply')).toEqual([BUREAU, '2024-06-04', 'running']);
  });

  it.each([
    ['another department of the county', '653023/tax', 'RECEIVER_NOT_FITTING'],
    ['its like in another county', OTHER_BUREAU, 'RECEIVER_NOT_FITTING'],
    ['the unit itself', BUREAU, 'RECEIVER_NOT_FITTING'],
    ['the government that it belongs to', '653023/government-office', 'ok'],
    ['the bureau above it', UPPER_BUREAU, 'ok'],
  ])('a refusal is reported to who stands above the unit, and to nobody else (JC 71): %s', (_, to, code) => {
    const c = begun(issue, by(BUREAU, '2024-03-05T09', 'sign-supervisory-suggestion'), decline);
    expect(c.answer(report('2024-04-02T09', to))).toBe(code);
  });

  it('declined with reasons it is pressed, or goes to the superior, which orders it followed (JC 71)', () => {
    const c = issued();
    expect(c.answer(by(BUREAU, '2024-04-01T09', 'decline-supervisory-suggestion'))).toBe('REASON_REQUIRED');
    c.must(
      decline,
      report('2024-04-02T09'),
      by(UPPER_BUREAU, '2024-04-03T09', 'sign-refusal-report'),
      by(UPPER_BUREAU, '2024-04-08T09', 'order-suggestion-followed', {
        fields: { suggestionReplyBy: '2024-05-10' },
      }),
    );
    expect([stateOf(c, 'supervisory-suggestion'), clockOf(c, 'agr-supervisory-superior')?.[2]]).toEqual([
      'to-be-followed',
      'met',
    ]);
    expect(clockOf(c, 'agr-supervisory-reply')).toEqual([BUREAU, '2024-05-11', 'running']);
  });

  it('the superior may find the reasons good', () => {
    const c = issued();
    c.must(
      decline,
      report('2024-04-02T09'),
      because(UPPER_BUREAU, '2024-04-08T09', 'find-refusal-justified'),
    );
    c.must(by(DISCIPLINE, '2024-04-09T09', 'accept-suggestion-declined'));
    expect(stateOf(c, 'supervisory-suggestion')).toBe('closed');
  });

  it('left without an answer it goes to the superior once its day has passed, not before', () => {
    const c = issued();
    expect(c.tell(report('2024-05-06T09'))).toMatchObject({ details: ['suggestion-answer-is-overdue'] });
    expect(c.answer(report('2024-05-07T09'))).toBe('ok');
  });
});

describe('处理建议', () => {
  const recommend: Told = by(BUREAU, '2024-03-04T09', 'send-recommendation', {
    to: [HEALTH],
    papers: papers('handling-recommendation-letter'),
    fields: { recommendedMeasure: 'admonish' },
  });
  const signed = () => begun(recommend, by(HEALTH, '2024-03-05T09', 'sign-recommendation'));

  it('is taken on in five working days and answered in sixty days', () => {
    const c = signed();
    expect(clockOf(c, 'agr-recommendation-accept')).toEqual([HEALTH, '2024-03-13', 'running']);
    c.must(by(HEALTH, '2024-03-12T09', 'take-on-recommendation'));
    // Sixty days after 12 March: 11 May, a Saturday that is worked.
    expect(clockOf(c, 'agr-recommendation-result')).toEqual([HEALTH, '2024-05-12', 'running']);
    c.must(
      by(HEALTH, '2024-04-12T09', 'report-recommendation-result', {
        fields: { recommendationResult: 'followed' },
      }),
      by(BUREAU, '2024-04-15T09', 'close-recommendation'),
    );
    expect(stateOf(c, 'handling-recommendation')).toBe('closed');
  });

  it('is declined or returned with reasons only; returned, it goes to another administration', () => {
    const c = signed();
    for (const command of ['decline-recommendation', 'return-recommendation'])
      expect(c.answer(by(HEALTH, '2024-03-06T09', command))).toBe('REASON_REQUIRED');
    c.must(
      because(HEALTH, '2024-03-06T09', 'return-recommendation'),
      by(BUREAU, '2024-03-07T09', 'send-recommendation-elsewhere', {
        to: [MARKET],
        papers: papers('handling-recommendation-letter'),
        fields: { recommendedMeasure: 'talk' },
      }),
    );
    expect(c.proceeding('handling-recommendation').roles['competent']).toEqual([MARKET]);
    expect(c.answer(by(HEALTH, '2024-03-08T09', 'sign-recommendation'))).toBe('NOT_YOUR_ROLE');
  });

  it('an answer may be objected to, and is kept to or taken up again', () => {
    const c = signed();
    c.must(
      because(HEALTH, '2024-03-06T09', 'decline-recommendation'),
      because(BUREAU, '2024-03-07T09', 'object-to-recommendation-result'),
      by(HEALTH, '2024-03-08T09', 'take-on-recommendation'),
    );
    expect(stateOf(c, 'handling-recommendation')).toBe('handling');
  });

  it('is the bureau’s to make', () => {
    expect(() => begun({ ...recommend, as: `${AUDIT}/o-1` })).toThrow('NOT_YOUR_ROLE');
  });
});

describe('协助调查', () => {
  const ask = (to: string): Told =>
    by(BUREAU, '2024-03-04T09', 'ask-for-assistance', {
      to: [to],
      papers: papers('assistance-letter'),
      fields: { assistanceKind: 'evidence' },
    });
  const asked = (to = OTHER_BUREAU) => begun(ask(to), by(to, '2024-03-05T09', 'sign-assistance-letter'));
  const give = (at: string): Told =>
    by(OTHER_BUREAU, at, 'give-assistance', { papers: papers('assistance-reply-letter') });
  const delay = (at: string): Told =>
    because(OTHER_BUREAU, at, 'announce-assistance-delay', { fields: { assistanceUntil: '2024-04-12' } });

  it('is due fifteen days after the letter reached another medical-insurance department (N4 34)', () => {
    const c = asked();
    expect(clockOf(c, 'ast-request')).toEqual([OTHER_BUREAU, '2024-03-20', 'running']);
    expect(clockOf(c, 'agr-assistance-reply')).toBeUndefined();
    c.must(give('2024-03-19T17'));
    expect(clockOf(c, 'ast-request')?.[2]).toBe('met');
    const late = asked();
    late.must(give('2024-03-20T09'));
    expect(clockOf(late, 'ast-request')?.[2]).toBe('breached');
  });

  it('of other organs it is asked without days of law (CF 26)', () => {
    const c = asked('653023/public-security');
    expect(clockOf(c, 'ast-request')).toBeUndefined();
    expect(clockOf(c, 'agr-assistance-reply')).toEqual(['653023/public-security', '2024-03-26', 'running']);
  });

  it('said before the end to take longer, it is due on the day named', () => {
    const c = asked();
    c.must(delay('2024-03-19T09'));
    expect(clockOf(c, 'ast-request')?.[2]).toBe('met');
    expect(clockOf(c, 'agr-assistance-until')).toEqual([OTHER_BUREAU, '2024-04-13', 'running']);
    c.must(give('2024-04-12T09'), by(BUREAU, '2024-04-15T09', 'close-assistance'));
    expect([stateOf(c, 'assistance'), clockOf(c, 'agr-assistance-until')?.[2]]).toEqual(['closed', 'met']);
  });

  it('said after the end, the fifteen days are broken all the same', () => {
    const c = asked();
    c.must(delay('2024-03-20T09'));
    expect(clockOf(c, 'ast-request')?.[2]).toBe('breached');
  });

  it('cannot be done: said with reasons, and another is asked', () => {
    const c = asked();
    expect(c.answer(by(OTHER_BUREAU, '2024-03-06T09', 'decline-assistance'))).toBe('REASON_REQUIRED');
    c.must(
      because(OTHER_BUREAU, '2024-03-06T09', 'decline-assistance'),
      by(BUREAU, '2024-03-07T09', 'ask-another-for-assistance', {
        to: [UPPER_BUREAU],
        papers: papers('assistance-letter'),
        fields: { assistanceKind: 'data' },
      }),
    );
    expect(clockOf(c, 'ast-request')).toEqual([UPPER_BUREAU, '2024-03-23', 'running']);
  });
});

describe('要情报告', () => {
  const report: Told = by(BUREAU, '2024-03-04T09', 'report-incident', {
    to: [UPPER_BUREAU],
    papers: papers('incident-report'),
    fields: { incidentKind: 'fraud' },
  });
  const followed = () => begun(report, by(UPPER_BUREAU, '2024-03-04T15', 'sign-incident'));
  const said = (who: string, at: string, command: string, body: Told['body'] = {}): Told =>
    by(who, at, command, body, { with: ['summary'] });

  it('is signed for in two working days and followed up in fifteen', () => {
    expect(clockOf(begun(report), 'agr-hand-off-receipt')).toEqual([UPPER_BUREAU, '2024-03-07', 'running']);
    const c = followed();
    expect(clockOf(c, 'agr-incident-follow-up')).toEqual([BUREAU, '2024-03-26', 'running']);
    c.must(said(BUREAU, '2024-03-25T09', 'follow-up-incident'));
    expect(clockOf(c, 'agr-incident-follow-up')?.[2]).toBe('met');
  });

  it('an instruction is answered by its day, and the end is reported', () => {
    const c = followed();
    c.must(
      said(UPPER_BUREAU, '2024-03-05T09', 'instruct-on-incident', {
        fields: { incidentReplyBy: '2024-03-15' },
      }),
    );
    expect(clockOf(c, 'agr-incident-instruction')).toEqual([BUREAU, '2024-03-16', 'running']);
    c.must(
      said(BUREAU, '2024-03-15T09', 'answer-incident-instruction'),
      by(BUREAU, '2024-04-15T09', 'report-incident-end', { papers: papers('incident-report') }),
      by(UPPER_BUREAU, '2024-04-16T09', 'close-incident'),
    );
    expect([stateOf(c, 'major-incident-report'), clockOf(c, 'agr-incident-final')?.[2]]).toEqual([
      'closed',
      'met',
    ]);
  });

  it('goes further up as a report of its own', () => {
    const c = followed();
    c.must(
      by(UPPER_BUREAU, '2024-03-05T09', 'report-incident-further-up', {
        to: ['653023/government-office'],
        papers: papers('incident-report'),
        fields: { incidentKind: 'fraud' },
      }),
    );
    expect(c.proceeding('major-incident-report')).toMatchObject({
      parent: 'p1',
      roles: { reporter: [UPPER_BUREAU], superior: ['653023/government-office'] },
    });
  });

  it('is returned to be completed, with reasons, and reported again', () => {
    const c = begun(report, because(UPPER_BUREAU, '2024-03-05T09', 'return-incident'));
    c.must(by(BUREAU, '2024-03-06T09', 'report-incident-again', { papers: papers('incident-report') }));
    expect(stateOf(c, 'major-incident-report')).toBe('reported');
  });
});

describe('飞行检查', () => {
  const begin = (day: string): Told => by(UPPER_BUREAU, `${day}T09`, 'begin-flying-inspection');
  const handOver = (day: string): Told =>
    by(UPPER_BUREAU, `${day}T09`, 'hand-over-findings', {
      to: [BUREAU],
      papers: papers('inspection-findings'),
    });
  const handed = () =>
    begun(begin('2024-03-04'), handOver('2024-03-08'), by(BUREAU, '2024-03-11T09', 'sign-findings'));

  it('begins without any limit of the one who sends the team: it verifies no lead of its own', () => {
    const c = begun(by(UPPER_BUREAU, '2024-03-01T09', 'choose-inspection-target'), begin('2024-03-04'));
    expect([stateOf(c, 'flying-inspection'), Object.values(c.state.clocks)]).toEqual(['inspecting', []]);
  });

  it('its findings are verified by the bureau of the place under N4 14, and their progress reported in thirty working days', () => {
    const c = handed();
    expect(clockOf(c, 'clue-verify')).toEqual([BUREAU, '2024-03-30', 'running']);
    // From Friday 8 March thirty working days, without Qingming and with the Sunday worked for it: to the end of Monday 22 April; where
    // Rozi on 10 April is a day off as well, of Tuesday.
    expect(c.clock('fi-progress')?.times.strictDueAt).toBe('2024-04-23T00:00:00+08:00');
    expect(clockOf(c, 'fi-progress')).toEqual([BUREAU, '2024-04-24', 'running']);
    c.must(
      by(BUREAU, '2024-03-20T09', 'file-findings-case', { team: ['o-1', 'o-2'] }),
      by(BUREAU, '2024-04-18T09', 'report-findings-progress', {
        papers: papers('inspection-progress-report'),
      }),
    );
    expect([clockOf(c, 'clue-verify')?.[2], clockOf(c, 'fi-progress')?.[2]]).toEqual(['met', 'met']);
    expect(stateOf(c, 'insurance-penalty')).toBe('investigating');
  });

  it('what was done is reported in writing within five working days of its end (N6 23), and may be sent back', () => {
    const c = handed();
    c.must(
      because(BUREAU, '2024-03-20T09', 'decline-findings-filing'),
      by(BUREAU, '2024-04-15T09', 'end-findings-handling'),
    );
    expect(clockOf(c, 'fi-final-report')).toEqual([BUREAU, '2024-04-23', 'running']);
    c.must(
      by(BUREAU, '2024-04-22T09', 'report-findings-handled', {
        papers: papers('inspection-final-report'),
        fields: { inspectionResult: ['recovered'] },
      }),
      because(UPPER_BUREAU, '2024-04-24T09', 'send-back-handling'),
    );
    expect([stateOf(c, 'flying-inspection'), clockOf(c, 'fi-final-report')?.[2]]).toEqual([
      'handling',
      'met',
    ]);
  });

  it('a case filed by hand on the same party decides on the findings too', () => {
    const c = handed();
    c.must(
      by(BUREAU, '2024-03-20T09', 'verify-lead', {}, { procedure: 'insurance-penalty' }),
      by(BUREAU, '2024-03-21T09', 'file-penalty', {
        team: ['o-1', 'o-2'],
        papers: papers('case-filing-form'),
      }),
    );
    expect([stateOf(c, 'flying-inspection'), c.clock('fi-progress')?.status]).toEqual([
      'handling',
      'running',
    ]);
  });

  it('before N6 came into force nothing was owed in so many days', () => {
    const c = begun(begin('2023-03-06'), handOver('2023-03-10'));
    expect(clockOf(c, 'fi-progress')).toBeUndefined();
  });
});

describe('审计和财政发现问题移送', () => {
  const send = (findingKind = 'fraud-clue', to = BUREAU): Told =>
    by(AUDIT, '2024-03-04T09', 'send-finding', {
      to: [to],
      papers: papers('finding-letter'),
      fields: { findingKind },
    });
  const taken = (findingKind?: string) =>
    begun(
      send(findingKind),
      by(BUREAU, '2024-03-05T09', 'sign-finding'),
      by(BUREAU, '2024-03-06T09', 'take-on-finding'),
    );
  const result = (at: string): Told =>
    by(BUREAU, at, 'report-finding-result', { fields: { findingResult: 'recovered' } });

  it('a clue is verified under N4 14, and its result goes back', () => {
    const c = taken();
    expect(clockOf(c, 'clue-verify')).toEqual([BUREAU, '2024-03-26', 'running']);
    c.must(
      by(BUREAU, '2024-03-20T09', 'file-finding-case', { team: ['o-1', 'o-2'] }),
      result('2024-04-20T09'),
    );
    c.must(by(AUDIT, '2024-04-22T09', 'close-fund-finding'));
    expect([stateOf(c, 'fund-finding'), clockOf(c, 'clue-verify')?.[2]]).toEqual(['closed', 'met']);
  });

  it('a clue of fraud is filed or declined, and not merely put on the list', () => {
    expect(taken().answer(by(BUREAU, '2024-03-07T09', 'rectify-finding'))).toBe('FILING_UNDECIDED');
  });

  it('what is to be put right has no such days, and may be sent back until it is', () => {
    const c = taken('internal-control');
    c.must(
      by(BUREAU, '2024-03-07T09', 'rectify-finding'),
      by(AUDIT, '2024-03-08T09', 'urge-finding'),
      result('2024-04-20T09'),
      because(AUDIT, '2024-04-22T09', 'send-back-finding-result'),
    );
    expect([stateOf(c, 'fund-finding'), clockOf(c, 'clue-verify')?.[2]]).toEqual(['handling', 'moot']);
    expect(clockOf(c, 'agr-fund-finding-result')).toEqual([BUREAU, '2024-06-22', 'running']);
  });

  it('comes back with reasons from who is not competent, and goes elsewhere', () => {
    const c = begun(send('fund-balance'), because(BUREAU, '2024-03-05T09', 'return-finding'));
    expect(clockOf(c, 'agr-fund-finding-reroute')).toEqual([AUDIT, '2024-03-13', 'running']);
    c.must(
      by(AUDIT, '2024-03-06T09', 'send-finding-elsewhere', {
        to: [HEALTH],
        papers: papers('finding-letter'),
        fields: { findingKind: 'fund-balance' },
      }),
    );
    expect(c.proceeding('fund-finding').roles['responsible']).toEqual([HEALTH]);
  });

  it('is audit’s and finance’s to send, the bureau’s is another procedure', () => {
    expect(() => begun({ ...send(), as: `${HEALTH}/o-1` })).toThrow('NOT_YOUR_ROLE');
  });
});
