// One published fact as the rehearsal takes it: corrected (rule 8), with departments (1, 2, 7) and the file it belongs to (9).
import { type Body, bodyOf, type DepartmentId, type Region } from '../../schemas/ids.ts';
import { bodyOfWord, type DepartmentWord, DepartmentWord as Words } from './bodies.ts';
import { actorOf, receiverOf } from './fact-departments.ts';
import type { PublishedCase } from './published-case.ts';
import type { PublishedDate } from './published-date.ts';
import { type Correction, correctionsOf, linkOf } from './reading-rows.ts';

export type ReadFact = {
  case: string;
  /** Place in the published list, from 1. */
  position: number;
  date: PublishedDate | null;
  actor: DepartmentId | 'publisher';
  /** Without the actor itself. */
  receivers: DepartmentId[];
  /** Sender and receiver are of one body: a step within it. */
  isInternal: boolean;
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

/** Reads the facts of a case in published order. `home` is the region of the case. */
export const readFacts = (published: PublishedCase, home: Region): ReadFact[] =>
  published.events.map((fact, index) => {
    const position = index + 1;
    const found = correctionsOf(published.id, position, fact);
    let from: DepartmentWord | null = fact.from;
    let to: readonly (DepartmentWord | Body)[] = fact.to === null ? [] : [fact.to];
    let action = fact.action;
    for (const row of found) {
      if (row.field === 'from') from = row.new;
      else if (row.field === 'to') to = row.new;
      else action = row.new;
    }
    const actor = actorOf(from === null ? null : bodyNamed(from), fact.text, home);
    const isInternal = from !== null && to.some((word) => bodyNamed(word) === bodyNamed(from));
    const receives = (body: Body): DepartmentId =>
      // 市医保局收到举报: the organ the text shows acting is itself the one that received.
      from === null && actor !== 'publisher' && bodyOf(actor) === body
        ? actor
        : receiverOf(body, actor, fact.text, home);
    const receivers = to.map((word) => receives(bodyNamed(word)));
    const link = linkOf(published.id, position, fact);
    return {
      case: published.id,
      position,
      date: fact.date,
      actor,
      receivers: [...new Set(receivers)].filter((receiver) => receiver !== actor),
      isInternal,
      action,
      text: fact.text,
      ...(fact.measure === undefined ? {} : { measure: fact.measure }),
      ...(fact.amountYuan === undefined ? {} : { amountYuan: fact.amountYuan }),
      filedUnder: link === undefined ? published.id : `${published.id}/${link.linked}`,
      ...(link === undefined ? {} : { linkedTitle: link.title }),
      corrections: found,
    };
  });
