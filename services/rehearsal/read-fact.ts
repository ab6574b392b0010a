// One published fact as the rehearsal takes it: corrected (rule 8), with departments (1, 2, 7) and the file it belongs to (9).
import type { Law } from '../../law/law.ts';
import { type Body, bodyOf, type Region } from '../../schemas/ids.ts';
import { type CivilDate, dateOf, instantFromMillis } from '../../schemas/instant.ts';
import { bodyOfWord, type DepartmentWord, DepartmentWord as Words } from './bodies.ts';
import { departmentsIn, type FactDepartments, type FactOrgan } from './fact-departments.ts';
import { cityAbove } from './organs.ts';
import type { PublishedCase } from './published-case.ts';
import { boundsOf, type PublishedDate } from './published-date.ts';
import { type Correction, correctionsOf, linkOf } from './reading-rows.ts';

export type ReadFact = Omit<FactDepartments, 'organs'> & {
  case: string;
  /** Place in the published list, from 1. */
  position: number;
  date: PublishedDate | null;
  action: string;
  text: string;
  measure?: string;
  amountYuan?: number;
  filedUnder: string;
  linkedTitle?: string;
  corrections: Correction[];
};

const bodyNamed = (word: DepartmentWord | Body): Body => {
  const read = Words.safeParse(word);
  return read.success ? bodyOfWord(read.data) : (word as Body);
};

/** Once the city's organ was named, it is the one meant until the county's is: 市医保局移送; then 解除协议 by whom is not said. */
const seatsAfter = (
  seats: ReadonlyMap<Body, Region>,
  organs: readonly FactOrgan[],
  home: Region,
): Map<Body, Region> => {
  const after = new Map(seats);
  for (const { department, mention } of organs) {
    if (mention?.region === undefined) continue;
    if (mention.region === cityAbove(home)) after.set(bodyOf(department), mention.region);
    else if (mention.region === home) after.delete(bodyOf(department));
  }
  return after;
};

/** The day by which a fact happened: its own, else that of the next one that has one (rule 3). */
const dayBy = ({ events }: PublishedCase, index: number): CivilDate | undefined => {
  const dated = events.slice(index).find(({ date }) => date !== null)?.date ?? null;
  return dated === null ? undefined : dateOf(instantFromMillis(boundsOf(dated).latest));
};

/** Reads the facts of a case in published order. `home` is the region of the case. */
export const readFacts = (published: PublishedCase, home: Region, law: Law): ReadFact[] => {
  const seatsOf = new Map<string, ReadonlyMap<Body, Region>>();
  return published.events.map((fact, index) => {
    const position = index + 1;
    const { text } = fact;
    const found = correctionsOf(published.id, position, fact);
    let from: DepartmentWord | null = fact.from;
    let to: readonly (DepartmentWord | Body)[] = fact.to === null ? [] : [fact.to];
    let action = fact.action;
    for (const row of found) {
      if (row.field === 'from') from = row.new;
      else if (row.field === 'to') to = row.new;
      else action = row.new;
    }
    const link = linkOf(published.id, position, fact);
    const filedUnder = link === undefined ? published.id : `${published.id}/${link.linked}`;
    const setting = {
      home,
      seats: seatsOf.get(filedUnder) ?? new Map<Body, Region>(),
      by: dayBy(published, index),
      law,
    };

    const departments = departmentsIn(
      from === null ? null : bodyNamed(from),
      to.map(bodyNamed),
      text,
      setting,
    );
    const { organs, ...read } = departments;
    seatsOf.set(filedUnder, seatsAfter(setting.seats, organs, home));
    return {
      case: published.id,
      position,
      date: fact.date,
      ...read,
      action,
      text,
      ...(fact.measure === undefined ? {} : { measure: fact.measure }),
      ...(fact.amountYuan === undefined ? {} : { amountYuan: fact.amountYuan }),
      filedUnder,
      ...(link === undefined ? {} : { linkedTitle: link.title }),
      corrections: found,
    };
  });
};
