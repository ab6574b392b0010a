// What is wrong with something that does not fit its shape: each issue as `field: kind`, never a value.
import { FieldName } from './field.ts';

/** Issues named at most. */
const NAMED = 10;

/** Records whose keys the sender makes up. */
const NAMED_BY_SENDER: readonly unknown[] = ['commitments', 'subjects', 'papers'];

/** A name that a sender makes up may be anybody's: it is repeated only where it can be one of a field. */
const shown = (part: PropertyKey, of: PropertyKey | undefined): string => {
  if (/^\d{1,4}$/.test(String(part))) return String(part);
  return FieldName.safeParse(part).success && !NAMED_BY_SENDER.includes(of) ? String(part) : '*';
};

/** `command.body.papers.0.code`; a part that may not be repeated is `*`, the whole is `/`. */
const placeText = (path: readonly PropertyKey[]): string =>
  path.map((part, at) => shown(part, path[at - 1])).join('.') || '/';

/** An issue as much as is said of it. */
type Issue = {
  readonly code: string;
  readonly path: readonly PropertyKey[];
  readonly keys?: readonly string[];
};

const placesOf = ({ code, path, keys = [] }: Issue): [place: string, code: string][] =>
  (keys.length > 0 ? keys.map((key) => [...path, key]) : [path]).map((place) => [placeText(place), code]);

/** The first ten fields, each once with the first that is wrong with it: `command.body.tpoic: unrecognized_keys`. */
export const issueDetails = (issues: readonly Issue[]): string[] => {
  // Reversed, so that of several at one place the first is kept: the others only follow from it.
  const kinds = new Map(issues.flatMap(placesOf).toReversed());
  return [...kinds]
    .toReversed()
    .slice(0, NAMED)
    .map(([place, code]) => `${place}: ${code}`);
};
