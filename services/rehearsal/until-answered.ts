// Asking again while the platform only cannot answer yet: a slow or returning server refuses nobody and ends no rehearsal.
import { errors } from 'nats';
import { InfrastructureError } from '../../schemas/errors.ts';
import { backOff } from '../back-off.ts';
import { ClientError } from '../client/client-error.ts';
import { RehearsalStuck } from './rehearsal-stuck.ts';

const PAUSES = { first: 250, longest: 5_000 };
/** Far beyond what a server takes to come back. */
const ANSWERED_WITHIN_MS = 180_000;

/** What passes by itself; the same command id is the same command, whether it was taken or not. */
const PASSES: ReadonlySet<string> = new Set([
  'LEDGER_UNAVAILABLE',
  'BUS_UNREACHABLE',
  'CASE_BUSY',
  'OUTCOME_UNKNOWN',
]);

/** Code of what was thrown, where it may pass by itself. */
const passing = (error: unknown): string | undefined => {
  if (error instanceof errors.TimeoutError || error instanceof errors.RequestError) return error.name;
  const code = error instanceof InfrastructureError || error instanceof ClientError ? error.code : '';
  return PASSES.has(code) ? code : undefined;
};

/**
 * The first answer that settles it.
 * @param refusedBy code of the refusal that an answer is, if it is one
 * @param within milliseconds after which it is given up
 * @throws RehearsalStuck where none comes, and whatever does not pass by itself
 */
export const untilAnswered = async <T>(
  ask: () => Promise<T>,
  refusedBy: (answer: T) => string | undefined = () => undefined,
  within = ANSWERED_WITHIN_MS,
): Promise<T> => {
  const pauses = backOff(PAUSES);
  const giveUpAt = performance.now() + within;
  for (;;) {
    const tried = await ask().then(
      (answer) => ({ answer, why: refusedBy(answer) ?? '' }),
      (error: unknown) => {
        const why = passing(error);
        if (why === undefined) throw error;
        return { why, cause: error };
      },
    );
    if ('answer' in tried && !PASSES.has(tried.why)) return tried.answer;
    if (performance.now() > giveUpAt)
      throw new RehearsalStuck(
        `平台 ${within / 1000} 秒内一直没有受理（${tried.why}）`,
        `the platform took nothing for ${within / 1000} s (${tried.why})`,
        { cause: tried },
      );
    await pauses.pause();
  }
};
