// What one case orders in another, taken there as the relay has it taken: two cases in memory.
import type { Law } from '../../law/law.ts';
import type { CaseCommand } from '../../schemas/command.ts';
import type { Entry } from '../../schemas/entry.ts';
import { casesFor, type OrderedCommand, orderedBy } from '../../services/bus/relay/ordered-commands.ts';
import { type CaseDriver, caseDriver, type Told } from './case-driver.ts';
import { countyRegister } from './transfer-story.ts';

export const NEW_CASE = '653023-bbbbbbbbbbbbbbbb';

const take = (from: CaseDriver, to: CaseDriver, ordered: OrderedCommand): void => {
  const command: CaseCommand = {
    format: 'xianjie.command.v1',
    actor: { service: 'relay' },
    precision: 'instant',
    commitments: {},
    ...ordered,
    case: ordered.case ?? to.state.id,
  };
  to.elsewhere({ other: from.state });
  to.takeOrdered(command);
};

/**
 * Has another case take what the newest entry of this one orders there, or all `since` so many; what leads to nothing there is let go, as
 * the relay does.
 */
export const relay = (from: CaseDriver, to: CaseDriver, since = from.entries.length - 1): void => {
  for (const entry of from.entries.slice(since))
    for (const ordered of orderedBy(entry as Entry)) take(from, to, ordered);
};

/** How many entries of a case were relayed by `settle`. */
const relayed = new WeakMap<CaseDriver, number>();

/** Relays all that these cases ordered and was not relayed yet, oldest first, and what that orders, as the relay does: to cases of these. */
export const settle = (cases: readonly CaseDriver[]): void => {
  for (const from of cases)
    for (let n = relayed.get(from) ?? 0; n < from.entries.length; n += 1) {
      relayed.set(from, n + 1);
      const entry = from.entries[n] as Entry;
      for (const ordered of orderedBy(entry))
        for (const id of ordered.case ? [ordered.case] : casesFor(ordered, entry, from.state)) {
          const to = cases.find((one) => one.id === id);
          if (to) take(from, to, ordered);
        }
    }
  if (cases.some((one) => (relayed.get(one) ?? 0) < one.entries.length)) settle(cases);
};

/** Splits a case, which must be possible: the new case. */
export const splitOff = (c: CaseDriver, told: Told, law: Law, register = countyRegister()): CaseDriver => {
  c.elsewhere({ splitInto: NEW_CASE });
  c.must(told);
  const other = caseDriver(register, NEW_CASE, law);
  relay(c, other);
  return other;
};
