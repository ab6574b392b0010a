// Open fields of a command, read off the words of a published fact. Nothing is made up: what is not said is not there.

import { addMonths, dateOfDay, dayOf } from '../../case/due/civil-day.ts';
import type { FieldValues } from '../../schemas/field.ts';
import type { Wording } from './act-rows.ts';

/** 15人 → 15; the first number of persons that is said. */
export const personsConcerned = ({ said }: Wording): FieldValues => {
  const found = /(\d+)(?:余)?人/.exec(said)?.[1];
  return found === undefined ? {} : { personsConcerned: Number(found) };
};

const MEASURES: readonly (readonly [RegExp, string])[] = [
  [/刑拘|刑事拘留|被拘|拘留\d+人/, 'detention'],
  [/抓获|收网/, 'capture'],
  [/取保/, 'bail'],
];

/** The measure that is named first in the list of the law; where only 强制措施 is said, that it was not published. */
export const coerciveMeasure = ({ said }: Wording): FieldValues => ({
  coerciveMeasure: MEASURES.find(([words]) => words.test(said))?.[1] ?? 'undisclosed',
});

/** 记11分、10分 → one for each person; where one person's are said, one. */
export const pointsEach = ({ said }: Wording): readonly FieldValues[] => {
  const [, list = ''] = /记((?:\d+分?、)*\d+分)/.exec(said) ?? [];
  return (list.match(/\d+/g) ?? []).map((points) => ({ points: Number(points) }));
};

/** 6个月 from the day it was decided. */
export const monthsEnd = ({ said, day }: Wording): string => {
  const months = Number(/(\d+)个月/.exec(said)?.[1] ?? 0);
  return dateOfDay(addMonths(dayOf(day), months));
};
