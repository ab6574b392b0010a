// What whoever owns a track of a case owes the others: its answer. No act sets a number; a region agrees on one in its register,
// for all tracks or for one procedure or kind of department, counted from what it answers: the hand-over it signed for, the
// penalty that was decided, the filing that the police told. Without an agreement none of these limits runs.

/**
 * Clocks of the answer of a track. `received`: commands by which its owner signs for the hand-over; `answers`: those that say what
 * it did or why it did nothing; `ends`: those after which it need not.
 */
export const answerClocks = <
  const R extends string,
  const S extends string,
  const A extends string,
  const E extends string,
>(track: {
  owner: R;
  received: readonly S[];
  answers: readonly A[];
  ends: readonly E[];
}) => {
  const answered = { stopsOn: track.answers, obliges: track.owner, mootOn: track.ends };
  const after = <M extends string>(mark: M) => ({ startsOn: [], startsOnMark: [mark], ...answered });
  return {
    'agr-answer-after-receipt': { startsOn: track.received, ...answered },
    'agr-answer-after-penalty': after('penalty-decided'),
    'agr-answer-after-filing': after('filing-told'),
  };
};
