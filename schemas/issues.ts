// What is wrong with something that does not fit its shape: each issue as `field: kind`, never a value.
import { FieldName } from './field.ts';

/** Issues named at most. */
const NAMED = 10;

/** Names that a sender makes up may be anybody's: one is repeated only where it looks like the name of a field. */
const shown = (part: PropertyKey): string =>
  FieldName.safeParse(part).success || /^\d{1,4}$/.test(String(part)) ? String(part) : '*';

/** `command.body.papers.0.code`; a part that may not be repeated is `*`, the whole is `/`. */
export const placeText = (path: readonly PropertyKey[], between = '.'): string =>
  path.map(shown).join(between) || '/';

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
