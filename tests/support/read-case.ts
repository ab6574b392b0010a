// A case told in memory, read as the HTTP door reads one from the ledger: cut to what a department is shown, values opened.
import { bandRules } from '../../case/register/band-rules.ts';
import type { Register } from '../../case/register/register.ts';
import type { Law } from '../../law/law.ts';
import type { Disclosure } from '../../schemas/command.ts';
import { type DepartmentId, regionOfCase } from '../../schemas/ids.ts';
import type { Instant } from '../../schemas/instant.ts';
import type { PlacedEntry } from '../../services/bus/ledger/case-entries.ts';
import { caseAnswer } from '../../services/doors/http/answer-case.ts';
import { CaseAnswer } from '../../services/doors/http/case-answer.ts';
import { foldOn, shownCase, UNFOLDED } from '../../services/doors/http/case-shown.ts';
import { TimelineAnswer, timelineEntry } from '../../services/doors/http/timeline-answer.ts';
import { wordsOf } from '../../services/words/words.ts';
import type { CaseDriver } from './case-driver.ts';

/** What was entered, by sequence and path: `1/title`. A value not told of here is its own path. */
export type Said = Readonly<Record<string, Disclosure['value']>>;

const SALT = 'AAAAAAAAAAAAAAAAAAAAAA';

export type CaseRead = { readonly view: CaseAnswer; readonly timeline: TimelineAnswer };

/** Checked by its shape, as the door does. `null` where the department was told nothing. Entry `n` stands at place `n + 100` of the ledger. */
export const readCase = (
  { entries, state: { id } }: Pick<CaseDriver, 'entries' | 'state'>,
  department: DepartmentId,
  said: Said,
  { register, law, asOf }: { register: Register; law: Law; asOf: Instant },
): CaseRead | null => {
  const placed = entries.map(
    (entry, n): PlacedEntry => ({
      entry: entry as PlacedEntry['entry'],
      ledgerSequence: n + 101,
      hash: `hash-${n + 1}`,
    }),
  );
  const ground = { register, law };
  const shown = shownCase(foldOn(UNFOLDED, placed, ground), placed, department, ground);
  if (!shown) return null;
  const opened = shown.entries.map((one) => ({
    ...one,
    values: one.paths.map((path) => ({
      path,
      salt: SALT,
      value: said[`${one.entry.sequence}${path}`] ?? path,
    })),
  }));
  const words = wordsOf(law);
  return {
    view: CaseAnswer.parse(
      caseAnswer(shown, opened, asOf, words, (at) => bandRules(register, law, regionOfCase(id), at)),
    ),
    timeline: TimelineAnswer.parse({
      case: id,
      entries: opened.map((one) => timelineEntry(one, words)),
      next: null,
    }),
  };
};
