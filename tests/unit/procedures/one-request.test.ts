// An owner of a licence is asked about one matter of a party once at a time: who repeats the request is told to go on in what is there.
import { describe, expect, it } from 'vitest';
import type { CaseDriver, Told } from '../../support/case-driver.ts';
import {
  AGENCY,
  BUREAU,
  begun,
  by,
  CITY_HEALTH,
  HEALTH,
  MARKET,
  papers,
  withReason,
} from '../../support/measure-story.ts';

const request = (who: string, to: string, more: Told['body'] = {}, procedure = 'practice-licence'): Told =>
  by(who, '2024-03-05', 'request-measure', {
    procedure,
    body: { to: [to], subjects: ['s1'], papers: papers('measure-request-letter'), ...more },
  });
const asked = (): CaseDriver =>
  begun(
    by(BUREAU, '2024-03-04', 'request-measure', {
      procedure: 'practice-licence',
      body: {
        to: [HEALTH],
        newSubjects: [{ subject: 's1', kind: 'institution' }],
        papers: papers('measure-request-letter'),
      },
    }),
    by(BUREAU, '2024-03-04', 'record-fact', {
      body: { fact: 'stated', newSubjects: [{ subject: 's2', kind: 'institution' }] },
    }),
    by(BUREAU, '2024-03-04', 'admit-departments', { body: { to: [AGENCY] } }),
  );
const refused = { ok: false, code: 'ASKED_ALREADY', details: ['not-asked-already'] };

describe('同一事项的移送建议', () => {
  it('repeated to the same owner about the same party is refused, and opens nothing', () => {
    const c = asked();
    expect(c.tell(request(BUREAU, HEALTH))).toMatchObject(refused);
    expect(c.tell(request(BUREAU, HEALTH, { fields: { requestedMeasure: ['revoke'] } }))).toMatchObject(
      refused,
    );
    expect(Object.keys(c.state.proceedings)).toEqual(['p1']);
  });

  it.each<readonly [string, Told]>([
    ['another party', request(BUREAU, HEALTH, { subjects: ['s2'] })],
    ['another owner', request(BUREAU, CITY_HEALTH)],
    ['another licence', request(BUREAU, MARKET, {}, 'drug-business')],
    ['another department that asks', request(AGENCY, HEALTH)],
  ])('is taken where it is about %s', (_, told) => {
    expect(asked().answer(told)).toBe('ok');
  });

  it('is taken again once the first has ended, and from another source while it runs', () => {
    const ended = asked();
    ended.must(
      by(BUREAU, '2024-03-05', 'take-back-request', withReason()),
      by(BUREAU, '2024-03-05', 'withdraw-request', withReason()),
    );
    expect(ended.answer(request(BUREAU, HEALTH))).toBe('ok');
    const sourced = asked();
    sourced.must(
      by(BUREAU, '2024-03-05', 'demand-repayment', {
        procedure: 'fund-recovery',
        body: { subjects: ['s1'], fields: { recoveryGround: 'order' } },
      }),
    );
    expect(sourced.answer(request(BUREAU, HEALTH, { parent: 'p2' }))).toBe('ok');
    expect(sourced.tell(request(BUREAU, HEALTH, { parent: 'p2' }))).toMatchObject(refused);
  });
});
