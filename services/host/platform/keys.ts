// The keys this platform signs and wraps with. They lie in a folder apart from the data, readable by its user alone.
import { createHmac, randomBytes } from 'node:crypto';
import type { DepartmentId } from '../../../schemas/ids.ts';
import { LAW_PUBLISHER } from '../../../schemas/law.ts';
import { loadOrCreateKey, loadOrCreateMasterKey, loadOrCreateSecret } from '../../bus/ledger/key-file.ts';
import type { SigningKey } from '../../proof/signature.ts';

/** Services that sign: `docket` for moments, `relay` for follow-ups, `calendar` for recalculations, `operator` for the register, one for the law … */
export const SIGNING_SERVICES = [
  'ledger',
  'gateway',
  'docket',
  'relay',
  'calendar',
  'operator',
  'publisher',
  LAW_PUBLISHER,
] as const;
export type SigningService = (typeof SIGNING_SERVICES)[number];

export type PlatformKeys = {
  readonly dir: string;
  readonly root: SigningKey;
  readonly services: Readonly<Record<SigningService, SigningKey>>;
  /** Wraps case keys. */
  readonly master: Buffer;
  /** Encrypts what is kept of dead letters. */
  readonly deadLetters: Buffer;
  /** Encrypts who has read which notice. */
  readonly reads: Buffer;
  /** Bearer token of the operator's routes. */
  readonly operatorToken: string;
  /**
   * The secret end of a department's reply prefix: known to the stack and that department, never in the ledger. It goes with
   * the connection key: a department that joins again has another.
   */
  inboxSecret(of: { readonly department: DepartmentId; readonly connectKey: string }): string;
};

const secret = async (dir: string, name: string): Promise<string> =>
  (await loadOrCreateSecret(dir, name, () => randomBytes(32).toString('base64url'))).toString('utf8').trim();

export const loadPlatformKeys = async (dir: string): Promise<PlatformKeys> => {
  const signing = await Promise.all(
    SIGNING_SERVICES.map(async (name) => [name, await loadOrCreateKey(dir, name)] as const),
  );
  const inboxes = await secret(dir, 'inbox-secret.key');
  return {
    dir,
    root: await loadOrCreateKey(dir, 'root'),
    services: Object.fromEntries(signing) as Record<SigningService, SigningKey>,
    master: await loadOrCreateMasterKey(dir),
    deadLetters: Buffer.from(await secret(dir, 'dead-letters.key'), 'base64url'),
    reads: Buffer.from(await secret(dir, 'reads.key'), 'base64url'),
    operatorToken: await secret(dir, 'operator.token'),
    inboxSecret: ({ department, connectKey }) =>
      createHmac('sha256', inboxes).update(`${department} ${connectKey}`).digest('hex').slice(0, 32),
  };
};
