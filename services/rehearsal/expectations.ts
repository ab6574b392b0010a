// The invented case says what it must show: every step taken, these clocks due then and ended so. What is not so, in words.
import type { RecordedCase } from './collect.ts';
import type { InventedCase } from './invented-case.ts';
import type { Played } from './play.ts';

/** Empty when all is as the invented case says. */
export const unmetExpectations = (
  invented: InventedCase,
  played: Pick<Played, 'invented' | 'inventedCase'>,
  cases: readonly RecordedCase[],
): string[] => {
  const refused = played.invented.flatMap(({ step, answer }) =>
    answer.ok
      ? []
      : [
          `${invented.id} 第${step.step}步 ${step.command} 被拒绝 / step refused: ${answer.code} ${answer.details.join('; ')}`,
        ],
  );
  const state = cases.find(({ id }) => id === played.inventedCase)?.state;
  const wrong = invented.expects.flatMap(({ proceeding, limit, latestDueAt, outcome }) => {
    const clock = Object.values(state?.clocks ?? {}).find(
      (c) => c.proceeding === proceeding && c.limit === limit,
    );
    return clock?.outcome === outcome && clock.times.latestDueAt === latestDueAt
      ? []
      : [
          `${invented.id} ${limit}：应为 ${latestDueAt} ${outcome}，实为 ${clock?.times.latestDueAt ?? '无'} ${clock?.outcome ?? clock?.status ?? '无'} / is otherwise than it should be`,
        ];
  });
  return [...refused, ...wrong];
};
