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

/** Has every case in which something of this one counts note what its newest entry says of that; and what follows in others. */
export const relayMarks = (from: CaseDriver, cases: readonly CaseDriver[]): void => {
  const entry = from.entries.at(-1) as Entry;
  const marks = orderedBy(entry).filter(({ command }) => command === 'note-marks');
  for (const ordered of marks)
    for (const id of casesFor(ordered, entry, from.state)) {
      const to = cases.find((one) => one.id === id);
      const before = to?.entries.length;
      if (to) take(from, to, ordered);
      if (to && to.entries.length !== before) relayMarks(to, cases);
    }
};

/** Splits a case, which must be possible: the new case. */
export const splitOff = (c: CaseDriver, told: Told, law: Law, register = countyRegister()): CaseDriver => {
  c.elsewhere({ splitInto: NEW_CASE });
  c.must(told);
  const other = caseDriver(register, NEW_CASE, law);
  relay(c, other);
  return other;
};
