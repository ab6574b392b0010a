// Can a procedure be played? Asked of the literals by a test, and of law before it is published, when a ledger is opened and when an
// export is verified, so that a name that does not exist stops that and not a case. What is asked of each part stands in soundness/.
// What is asked more must hold of all that was published before, or a ledger that was right would be refused.
import type { LawData } from './law-of.ts';
import { checkByBreach, checkOpening } from './soundness/by-breach.ts';
import { checkClocks } from './soundness/clocks.ts';
import { checkCommands } from './soundness/commands.ts';
import { checkConditions } from './soundness/conditions.ts';
import { checkBasis, checkNames } from './soundness/names.ts';
import { checkStates } from './soundness/states.ts';

/** Everything that would keep a procedure from being played, each fault with the procedure it is in; none where all is sound. */
export const soundnessFaults = (data: LawData): string[] => {
  const faults: string[] = [];
  for (const p of data.procedures) {
    const say = (what: string): void => void faults.push(`${p.procedure}@${p.version}: ${what}`);
    checkNames(p, data, say);
    checkStates(p, say);
    checkCommands(p, data, say);
    checkConditions(p, data, say);
    checkClocks(p, data, say);
    checkByBreach(p, data, say);
  }
  for (const [body, { successor, basis }] of Object.entries(data.formerBodies ?? {})) {
    const say = (what: string): void => void faults.push(`${body}: ${what}`);
    if (data.formerBodies?.[successor] !== undefined)
      say(`succeeded by ${successor}, which is no more either`);
    checkBasis(basis, data, say);
  }
  for (const [body, { from, until, basis }] of Object.entries(data.laterBodies ?? {})) {
    const say = (what: string): void => void faults.push(`${body}: ${what}`);
    if (until < from) say(`is there from ${from}, and nobody did what it does since ${until}`);
    checkBasis(basis, data, say);
  }
  for (const limit of data.timeLimits) {
    const say = (what: string): void => void faults.push(`${limit.id}@${limit.version}: ${what}`);
    if (!Object.hasOwn(data.ladders, limit.ladder)) say(`unknown ladder ${limit.ladder}`);
    checkBasis(limit.basis, data, say);
    checkOpening(limit, data, say);
    for (const extension of limit.extensions) checkBasis(extension.basis, data, say);
  }
  for (const [id, { standards }] of Object.entries(data.amountScales ?? {}))
    for (const { basis } of standards)
      checkBasis(basis, data, (what) => void faults.push(`amount scale ${id}: ${what}`));
  return faults;
};
