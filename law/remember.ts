// A pure function of an object, computed once for each object: a cache that cannot be stale, for what is given never changes.

/** `compute`, remembered for as long as the object lives. */
export const remember = <K extends object, V>(compute: (key: K) => V): ((key: K) => V) => {
  const known = new WeakMap<K, V>();
  return (key) => {
    const found = known.get(key);
    if (found !== undefined) return found;
    const value = compute(key);
    known.set(key, value);
    return value;
  };
};
