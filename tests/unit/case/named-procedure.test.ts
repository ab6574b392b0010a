// Procedures may have commands of one name; who names the procedure means that one.
import { expect, it } from 'vitest';
import { caseDriver } from '../../support/case-driver.ts';
import { by, criminalRegister } from '../../support/criminal-story.ts';
import { BUREAU, POLICE, papers } from '../../support/transfer-story.ts';

const transferred = () => {
  const c = caseDriver(criminalRegister());
  c.must(
    by(
      BUREAU,
      '2024-03-04',
      'suspect-crime',
      { to: [POLICE], team: ['o-1', 'o-2'] },
      { procedure: 'criminal-transfer', officer: 'o-1' },
    ),
    by(BUREAU, '2024-03-04', 'submit-transfer-report', {}, { paper: 'transfer-report', officer: 'o-1' }),
    by(BUREAU, '2024-03-04', 'approve-transfer'),
    by(BUREAU, '2024-03-04', 'hand-over', {
      papers: papers('transfer-letter', 'investigation-report', 'property-list'),
    }),
  );
  return c;
};
const send = (more: { procedure?: string } = {}) =>
  by(POLICE, '2024-03-05', 'send-for-prosecution', {}, { paper: 'prosecution-opinion', ...more });

it('a suspect caught before is sent for prosecution in a criminal process of his own, while the transfer waits for its receipt', () => {
  const c = transferred();
  expect(c.answer(send({ procedure: 'criminal-process' }))).toBe('ok');
  expect(c.proceeding('criminal-process').state).toBe('sent-for-review');
  expect(c.proceeding('criminal-transfer').state).toBe('delivered');
});

it('without a name it is the command of what is under way, which does not allow it yet', () => {
  expect(transferred().answer(send())).toBe('NOT_ALLOWED_IN_STATE');
});
