// Commitments whose salts follow from a secret, the command id and the field: asking for the same command again gives the
// same bytes, so a retry is the same command. Without the secret a salt cannot be guessed, as with a random one.
import { createHmac, hkdfSync } from 'node:crypto';
import type { Disclosure } from '../../schemas/command.ts';
import { commit } from './commitment.ts';
import type { SigningKey } from './signature.ts';

const SALT_BYTES = 16;

/** The secret that salts are made from; derived from a signing key, so that there is nothing more to keep. */
export const saltSecretOf = (key: SigningKey): Uint8Array => {
  const { d } = key.privateKey.export({ format: 'jwk' });
  if (d === undefined) throw new TypeError('not a private key');
  return new Uint8Array(
    hkdfSync('sha256', Buffer.from(d, 'base64url'), '', 'xianjie.commitment-salts.v1', 32),
  );
};

/** Commits to each field that has a value, under `/<name>`. `about` names the command: sender and command id. */
export const concealFields = (
  secret: Uint8Array,
  about: string,
  values: Readonly<Record<string, unknown>>,
): { commitments: Record<string, string>; disclosures: Disclosure[] } => {
  const disclosures = Object.entries(values)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]): Disclosure => {
      const path = `/${name}`;
      const mac = createHmac('sha256', secret).update(`${about} ${path}`).digest();
      return {
        path,
        salt: mac.subarray(0, SALT_BYTES).toString('base64url'),
        value: value as Disclosure['value'],
      };
    });
  return {
    commitments: Object.fromEntries(disclosures.map((d) => [d.path, commit(d)])),
    disclosures,
  };
};
