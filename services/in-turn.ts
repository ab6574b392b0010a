// Work that must not overlap, by id: one at a time for each id, in the order it was asked for.

/** Each call makes queues of its own. What fails holds up nobody behind it. */
export const inTurns = () => {
  const queues = new Map<string, Promise<unknown>>();
  return <T>(id: string, work: () => Promise<T>): Promise<T> => {
    const mine = (queues.get(id) ?? Promise.resolve()).then(work, work);
    const settled = mine
      .catch(() => undefined)
      .then(() => {
        if (queues.get(id) === settled) queues.delete(id);
      });
    queues.set(id, settled);
    return mine;
  };
};
