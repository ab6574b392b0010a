// What whoever owns a track of a case owes the others: its answer. No act sets a number; a region agrees on one in its register,
// for all tracks or for one procedure or kind of department, counted from what it answers: the hand-over it signed for, the
// penalty that was decided, the filing that the police told. Each is answered for itself, as long as the track can still answer; what was
// answered before any counts for the first. Without an agreement none of these limits runs.

type Track<R, A, E> = { owner: R; answers: readonly A[]; ends: readonly E[] };

/**
 * Clocks of the answer of a track that nobody hands over: since a penalty was decided in another, since the police told in another that they
 * filed. `answers`: commands that say what its owner did or why it did nothing; `ends`: those after which it need not.
 */
export const linkedAnswers = <const R extends string, const A extends string, const E extends string>({
  owner,
  answers,
  ends,
}: Track<R, A, E>) => {
  const after = <M extends string>(mark: M) => ({
    startsOn: [],
    startsOnMark: [mark],
    again: 'each' as const,
    stopsOn: answers,
    obliges: owner,
    mootOn: ends,
  });
  return {
    'agr-answer-after-penalty': after('penalty-decided'),
    'agr-answer-after-filing': after('filing-told'),
  };
};

/** And since its owner signed for what was handed over; alone where others see no more of it than a status word. */
export const answerOnReceipt = <
  const R extends string,
  const S extends string,
  const A extends string,
  const E extends string,
>({
  owner,
  received,
  answers,
  ends,
}: Track<R, A, E> & { received: readonly S[] }) => ({
  'agr-answer-after-receipt': { startsOn: received, stopsOn: answers, obliges: owner, mootOn: ends },
});

/** All three. `received`: commands by which its owner signs for the hand-over. */
export const answerClocks = <
  const R extends string,
  const S extends string,
  const A extends string,
  const E extends string,
>(
  track: Track<R, A, E> & { received: readonly S[] },
) => ({ ...answerOnReceipt(track), ...linkedAnswers(track) });
