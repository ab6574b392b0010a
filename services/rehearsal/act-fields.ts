// Open fields of a command, read off the words of a published fact. Nothing is made up: what is not said is not there.

import { addMonths, dateOfDay, dayOf } from '../../case/due/civil-day.ts';
import type { FieldValues } from '../../schemas/field.ts';
import type { Wording } from './act-rows.ts';

/** So many by then, with those of earlier steps: how many this one concerns is not said. */
const TOTAL = /增至|累计|截至/;

/** 15人 → 15; the first number of persons that is said, where it is no total. */
export const personsConcerned = ({ said }: Wording): FieldValues => {
  const found = TOTAL.test(said) ? undefined : /(\d+)(?:余)?人/.exec(said)?.[1];
  return found === undefined ? {} : { personsConcerned: Number(found) };
};

const MEASURES: readonly (readonly [RegExp, string])[] = [
  [/刑拘|刑事拘留|被拘|拘留\d+人/, 'detention'],
  [/抓获|收网/, 'capture'],
  [/取保/, 'bail'],
];

/** The measure that is named first in the list of the law; where only 强制措施 is said, that it was not published. */
const coerciveMeasure = ({ said }: Wording): FieldValues => ({
  coerciveMeasure: MEASURES.find(([words]) => words.test(said))?.[1] ?? 'undisclosed',
});

/** 刑拘13、取保15 → each measure with its own persons; else the one, with all that are said. */
export const measuresEach = (wording: Wording): readonly FieldValues[] => {
  const counted = MEASURES.flatMap(([words, measure]) => {
    const found = new RegExp(`(?:${words.source})(\\d+)`).exec(wording.said)?.[1];
    return found === undefined ? [] : [{ coerciveMeasure: measure, personsConcerned: Number(found) }];
  });
  return counted.length > 1 ? counted : [{ ...coerciveMeasure(wording), ...personsConcerned(wording) }];
};

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
