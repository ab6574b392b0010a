// The values of a notice, sealed for its receiver: no inbox holds a name in plain. A department without a valid sealing key gets
// its notices without values, and an operator hears of it.
import { sealKeyOf } from '../../../case/register/register.ts';
import type { Disclosure, Jwe } from '../../../schemas/command.ts';
import type { DepartmentId } from '../../../schemas/ids.ts';
import type { Log } from '../../log.ts';
import { canonical } from '../../proof/canonical.ts';
import { SealError, sealFor } from '../../proof/seal.ts';
import type { RegisterReader } from '../registrar/register-reader.ts';
import type { Letter } from './notice.ts';

export const sealing = ({ registers, log }: { readonly registers: RegisterReader; readonly log: Log }) => {
  const without = new Set<DepartmentId>();
  const noKey = (department: DepartmentId): null => {
    if (!without.has(department))
      log.error({ department, code: 'NO_SEAL_KEY' }, 'no valid sealing key: notices go without values');
    without.add(department);
    return null;
  };
  const sealed = (department: DepartmentId, shown: readonly Disclosure[], recordedAt: string): Jwe | null => {
    // Sealed for the key of now, also where an old entry is delivered again.
    const register = registers.current();
    const last = registers.lastRecordedAt(register.clockStatedAt);
    const grant = sealKeyOf(register, department, last > recordedAt ? last : recordedAt);
    if (!grant) return noKey(department);
    try {
      const jwe = sealFor({ id: grant.key, publicKey: grant.publicKey }, canonical(shown));
      without.delete(department);
      return jwe;
    } catch (error) {
      if (error instanceof SealError) return noKey(department);
      throw error;
    }
  };
  return ({ recipient, record, shown }: Letter): Jwe | null =>
    shown.length === 0 ? null : sealed(recipient.department, shown, record.head.recordedAt);
};
