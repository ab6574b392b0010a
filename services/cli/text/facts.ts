// Facts under their names, one below the other: what a command says of one thing in detail.
import type { CivilDate } from '../../../schemas/instant.ts';
import { padded } from './table.ts';
import { hanging } from './wrap-text.ts';

/** Cells of the names. */
const NAMES = 18;

/** A fact and all that is said of it; one of which nothing is said is left out. */
export const factLines = (name: string, said: readonly string[], width: number): readonly string[] =>
  said.flatMap((text, n) => hanging(padded(n === 0 ? name : '', NAMES), text, width));

/** From when something is in force, and until when where that is known. */
export const periodText = ({ from, until }: { from: CivilDate; until?: CivilDate | undefined }): string =>
  until === undefined
    ? `${from} 起 / from then on`
    : `${from} 至 ${until}（不含当日） / until that day, not included`;
