// A platform that cannot answer yet is asked again; a refusal is an answer.
import { errors } from 'nats';
import { describe, expect, it } from 'vitest';
import { InfrastructureError } from '../../../schemas/errors.ts';
import { ClientError } from '../../../services/client/client-error.ts';
import { untilAnswered } from '../../../services/rehearsal/until-answered.ts';

type Said = 'taken' | 'CASE_BUSY' | 'UNKNOWN_DEPARTMENT';

const asking = (...answers: readonly (Said | Error)[]) => {
  let asked = 0;
  const ask = async (): Promise<Said> => {
    const answer = answers[Math.min(asked, answers.length - 1)] ?? 'taken';
    asked += 1;
    if (answer instanceof Error) throw answer;
    return answer;
  };
  return { ask, asked: () => asked };
};
const refusedBy = (said: Said): string | undefined => (said === 'taken' ? undefined : said);

describe('a command of a rehearsal', () => {
  it.each([
    ['the ledger is away', new InfrastructureError('LEDGER_UNAVAILABLE')],
    ['the outcome is not known', new InfrastructureError('OUTCOME_UNKNOWN')],
    ['nobody listens yet', new ClientError('BUS_UNREACHABLE', '无人应答', 'nobody answers')],
    ['the server is slow', new errors.TimeoutError()],
    ['the case is busy', 'CASE_BUSY' as const],
  ])('is sent again where %s', async (_, first) => {
    const { ask, asked } = asking(first, 'taken');
    expect(await untilAnswered(ask, refusedBy)).toBe('taken');
    expect(asked()).toBe(2);
  });

  it('is refused once and for all by a rule', async () => {
    const { ask, asked } = asking('UNKNOWN_DEPARTMENT', 'taken');
    expect(await untilAnswered(ask, refusedBy)).toBe('UNKNOWN_DEPARTMENT');
    expect(asked()).toBe(1);
  });

  it('ends with what does not pass by itself', async () => {
    const { ask, asked } = asking(new InfrastructureError('NO_ROOM'));
    await expect(untilAnswered(ask, refusedBy)).rejects.toThrow('NO_ROOM');
    expect(asked()).toBe(1);
  });

  it('is given up in one line that says to try again', async () => {
    const { ask } = asking(new InfrastructureError('LEDGER_UNAVAILABLE'));
    await expect(untilAnswered(ask, refusedBy, 0)).rejects.toThrow(
      /LEDGER_UNAVAILABLE.*请稍后重试 \/ .*try again later/,
    );
  });
});
