// Long lists in pages: an answer holds so many items at most, and so many bytes, and says where the next one begins.

/** Bytes of an answer after which no further item is put into it; one item there always is. */
const LARGEST_PAGE = 2_097_152;

/**
 * As many of the items as fit into one answer, each made as it is reached.
 * @returns the answers, and the item the next page begins with, `undefined` where there is none
 */
export const pageOf = async <T, A>(
  items: readonly T[],
  most: number,
  answerOf: (item: T) => Promise<A> | A,
): Promise<{ readonly answers: A[]; readonly rest: T | undefined }> => {
  const answers: A[] = [];
  let bytes = 0;
  for (const item of items) {
    if (answers.length === most || bytes > LARGEST_PAGE) return { answers, rest: item };
    const answer = await answerOf(item);
    answers.push(answer);
    bytes += Buffer.byteLength(JSON.stringify(answer) ?? '');
  }
  return { answers, rest: undefined };
};
