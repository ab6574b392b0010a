// Whether two JSON values say the same. A field that is undefined is a field that is not there.

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const fieldsOf = (value: Record<string, unknown>): string[] =>
  Object.keys(value).filter((name) => value[name] !== undefined);

export const sameJson = (one: unknown, other: unknown): boolean => {
  if (Array.isArray(one)) {
    return (
      Array.isArray(other) &&
      one.length === other.length &&
      one.every((item, index) => sameJson(item, other[index]))
    );
  }
  if (!isObject(one) || !isObject(other)) return one === other;
  const fields = fieldsOf(one);
  return fields.length === fieldsOf(other).length && fields.every((name) => sameJson(one[name], other[name]));
};
