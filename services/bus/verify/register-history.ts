// The register as verification folds it: every state it ever had, so that each entry is judged by the one it was decided on.
import { applyRegister } from '../../../case/register/apply-register.ts';
import { emptyRegister, type Register } from '../../../case/register/register.ts';
import { serviceKeyIn } from '../../../case/register/service-keys.ts';
import type { Law } from '../../../law/law.ts';
import type { Entry } from '../../../schemas/entry.ts';
import { keyHolderName, type RegisterCommand } from '../../../schemas/register.ts';
import { keyId } from '../../proof/signature.ts';
import type { FaultCode } from './fault.ts';
import type { Decider } from './rules.ts';

/** A register may be folded late, but not so late that a revoked key goes on being honoured. Ledger entries. */
const MOST_BEHIND = 1_000;

type State = { readonly sequence: number; readonly register: Register };

export const registerHistory = () => {
  const states: State[] = [{ sequence: 0, register: emptyRegister }];
  /** Every key ever granted for signing entries, also those revoked since: an old checkpoint was signed by one. */
  const ledgerKeys = new Set<string>();
  const latest = (): State => states.at(-1) as State;

  /** The state that an entry at `sequence` says it was decided on. */
  const stateAt = (registerAt: number, sequence: number): Register | FaultCode => {
    for (let index = states.length - 1; index >= 0; index -= 1) {
      const state = states[index] as State;
      if (state.sequence < registerAt) return 'REGISTER_AT_WRONG';
      if (state.sequence > registerAt) continue;
      const next = states[index + 1];
      return next && sequence - next.sequence > MOST_BEHIND ? 'REGISTER_AT_WRONG' : state.register;
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
    states.push({ sequence, register: applyRegister(latest().register, command, sequence) });
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
