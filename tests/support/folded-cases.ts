// Cases as decide and the fold make them: clues sent and open, one acknowledged, each with its entries.
import type { CaseState } from '../../case/state.ts';
import type { Instant } from '../../schemas/instant.ts';
import { type CaseDriver, caseDriver, registerWith } from './case-driver.ts';
import { caseNumber, insurance, police } from './enforcement-under-test.ts';

const register = registerWith([insurance, police]);

/** A clue of the insurance bureau to the police. */
export const clueSent = (n: number, at: Instant): CaseDriver => {
  const driver = caseDriver(register, caseNumber(n));
  driver.must({
    as: `${insurance}/o-1`,
    at,
    command: 'send-clue',
    body: { to: [police], fields: { topic: 'fund-fraud', noticeType: 'verify-and-reply' } },
    with: ['title', 'summary'],
  });
  return driver;
};

export const acknowledge = (driver: CaseDriver, at: Instant): void => {
  driver.must({ as: `${police}/o-1`, at, command: 'acknowledge' });
};

/** Three clues sent on 8 October 2024, one of them acknowledged, and one sent months before. */
export const casesFolded = (): CaseState[] => {
  const drivers = [1, 2, 3].map((n) => clueSent(n, '2024-10-08T09:30:00+08:00'));
  acknowledge(drivers[2] as CaseDriver, '2024-10-08T10:00:00+08:00');
  return [...drivers, clueSent(4, '2024-05-08T09:30:00+08:00')].map(({ state }) => state);
};
