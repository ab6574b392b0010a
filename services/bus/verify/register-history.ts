// The register as verification folds it: every state it ever had, so that each entry is judged by the one it was decided on.
import { applyRegister } from '../../../case/register/apply-register.ts';
import { emptyRegister, type Register } from '../../../case/register/register.ts';
import { serviceKeyIn } from '../../../case/register/service-keys.ts';
import type { Law } from '../../../law/law.ts';
import type { Entry } from '../../../schemas/entry.ts';
import { keyHolderName, type RegisterCommand } from '../../../schemas/register.ts';
import type { ExportHeader } from '../../proof/export-format.ts';
import { keyId } from '../../proof/signature.ts';
import type { FaultCode } from './fault.ts';
import { isTooFarBehind, type Place } from './most-behind.ts';
import type { Decider } from './rules.ts';

type State = Place & { readonly register: Register };

export const registerHistory = (clock: ExportHeader['clock']) => {
  const states: State[] = [{ sequence: 0, recordedAt: '', register: emptyRegister }];
  /** Every key ever granted for signing entries, also those revoked since: an old checkpoint was signed by one. */
  const ledgerKeys = new Set<string>();
  const latest = (): State => states.at(-1) as State;

  /** The state that an entry says it was decided on. */
  const stateAt = (registerAt: number, entry: Place): Register | FaultCode => {
    for (let index = states.length - 1; index >= 0; index -= 1) {
      const state = states[index] as State;
      if (state.sequence < registerAt) return 'REGISTER_AT_WRONG';
      if (state.sequence > registerAt) continue;
      const next = states[index + 1];
      return next && isTooFarBehind(clock, next, entry) ? 'REGISTER_AT_WRONG' : state.register;
    }
    return 'REGISTER_AT_WRONG';
  };

  const wrongKeyId = (command: RegisterCommand): string | undefined => {
    for (const change of command.changes) {
      if (change.change !== 'key-granted') continue;
      if (keyId(keyHolderName(change.holder), change.publicKey) !== change.key) return change.key;
    }
    return undefined;
  };

  /**
   * A key that was granted before, revoked since or not. Asked of the register as it now is: on the one the entry names, which
   * is older, a key that was revoked meanwhile would be free to be granted again.
   */
  const grantedBefore = (command: RegisterCommand): string | undefined => {
    const keys = Object.values(latest().register.keys);
    const known = new Set(keys.flatMap(({ key, publicKey }) => [key, publicKey]));
    for (const change of command.changes) {
      if (change.change !== 'key-granted') continue;
      if (known.has(change.key) || known.has(change.publicKey)) return change.key;
      known.add(change.key).add(change.publicKey);
    }
    return undefined;
  };

  /** Decides a register entry again and folds it; `decider` is absent where this version lacks it. */
  const take = (
    entry: Entry,
    sequence: number,
    decidedOn: { readonly register: Register; readonly law: Law },
    decider: Decider | undefined,
  ): [FaultCode, string] | null => {
    const command = entry.command as RegisterCommand;
    const wrongId = wrongKeyId(command);
    if (wrongId !== undefined) return ['KEY_ID_WRONG', wrongId];
    const granted = serviceKeyIn(command);
    if (granted !== undefined && entry.attestation.by !== 'root') return ['ATTESTATION_WRONG', granted];
    const { register, law } = decidedOn;
    const decision = decider?.decideRegister(register, command, entry.recordedAt, law);
    if (decision && !decision.ok)
      return ['REGISTER_CHANGE_REFUSED', [decision.code, ...decision.details].join(' ')];
    const again = grantedBefore(command);
    if (again !== undefined) return ['REGISTER_CHANGE_REFUSED', `EQUAL_KEYS ${again}`];
    states.push({
      sequence,
      recordedAt: entry.recordedAt,
      register: applyRegister(latest().register, command, sequence),
    });
    for (const change of command.changes) {
      if (change.change === 'key-granted' && change.use === 'ledger') ledgerKeys.add(change.publicKey);
    }
    return null;
  };

  return {
    latest: (): Register => latest().register,
    stateAt,
    take,
    ledgerKeys: (): readonly string[] => [...ledgerKeys],
  };
};
export type RegisterHistory = ReturnType<typeof registerHistory>;
