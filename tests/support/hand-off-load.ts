// Hand-offs as two departments' software makes them: what gets no answer is sent again, the same bytes, until it has one.

import { setTimeout as pause } from 'node:timers/promises';
import pMap from 'p-map';
import type { CaseCommand, SignedCommand } from '../../schemas/command.ts';
import type { Answer, Receipt } from '../../schemas/entry.ts';
import { type Instant, plusMillis } from '../../schemas/instant.ts';
import { commandSubject } from '../../schemas/subjects.ts';
import type { TestDepartment } from './test-platform.ts';

/** A request without answer is given up and sent again after so long. */
const ANSWER_WITHIN_MS = 3_000;
const BEFORE_NEXT_TRY_MS = 100;

export const TRANSFER_PAPERS = ['transfer-letter', 'investigation-report', 'property-list'].map((code) => ({
  code,
  id: '1',
}));

/** What was sent, answered and sent again. */
export const sender = () => {
  const receipts: Receipt[] = [];
  const refusals: Answer[] = [];
  const count = { unanswered: 0, retryable: 0, repeated: 0 };
  const waiting = new Set<() => void>();

  const answerOnce = async (department: TestDepartment, bytes: string): Promise<Answer | null> => {
    try {
      const message = await department.nc.request(commandSubject(department.id), bytes, {
        timeout: ANSWER_WITHIN_MS,
      });
      return message.json<Answer>();
    } catch (error) {
      // A client that was cut off for good would try for ever.
      if (department.nc.isClosed()) throw error;
      return null;
    }
  };

  const send = async (department: TestDepartment, signed: SignedCommand): Promise<Receipt> => {
    const bytes = JSON.stringify(signed);
    for (;;) {
      const answer = await answerOnce(department, bytes);
      if (answer?.ok) {
        receipts.push(answer);
        if (answer.repeated) count.repeated += 1;
        for (const look of waiting) look();
        return answer;
      }
      if (answer && !answer.retryable) {
        refusals.push(answer);
        throw new Error(`${answer.code} ${answer.details.join(' ')}`);
      }
      if (answer) count.retryable += 1;
      else count.unanswered += 1;
      await pause(BEFORE_NEXT_TRY_MS);
    }
  };

  return {
    receipts,
    refusals,
    count,
    send,
    /** Settles when so many commands have their receipt. */
    acknowledged: (many: number): Promise<void> =>
      new Promise((resolve) => {
        const look = () => {
          if (receipts.length < many) return;
          waiting.delete(look);
          resolve();
        };
        waiting.add(look);
        look();
      }),
  };
};
export type Sender = ReturnType<typeof sender>;

/** Works off a list, so many at once. */
export const inLanes = <T>(items: readonly T[], lanes: number, work: (item: T) => Promise<unknown>) =>
  pMap(items, work, { concurrency: lanes });

/** Opens transfers up to the head's decision, which it leaves open; they happened at `openedAt`. */
export const openTransfers = async (
  { send }: Sender,
  insurance: TestDepartment,
  many: number,
  openedAt: Instant,
): Promise<string[]> => {
  const cases: string[] = [];
  await inLanes(Array.from({ length: many }), 64, async () => {
    const opened = await send(
      insurance,
      insurance.signed('o-1', 'suspect-crime', { occurredAt: openedAt, body: { team: ['o-1', 'o-2'] } }),
    );
    await send(
      insurance,
      insurance.signed('o-1', 'submit-transfer-report', {
        case: opened.case,
        occurredAt: plusMillis(openedAt, 1_000),
        body: { papers: [{ code: 'transfer-report', id: '1' }] },
      }),
    );
    cases.push(opened.case);
  });
  return cases;
};

export const approval = (insurance: TestDepartment, caseId: string, rest: Partial<CaseCommand> = {}) =>
  insurance.signed('head', 'approve-transfer', { case: caseId, ...rest });
export const handOver = (insurance: TestDepartment, caseId: string) =>
  insurance.signed('o-1', 'hand-over', { case: caseId, body: { papers: TRANSFER_PAPERS } });
export const receiptOf = (police: TestDepartment, caseId: string) =>
  police.signed('o-1', 'sign-receipt', { case: caseId, commandId: `receipt-${caseId}` });
