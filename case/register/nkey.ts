// A NATS user key carries an Ed25519 public key; taken out here so that it can be compared with a signing key.
const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
const BASE64URL = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

const regroup = (values: readonly number[], from: number, to: number, pad: boolean): number[] => {
  const out: number[] = [];
  let bits = 0;
  let value = 0;
  for (const v of values) {
    value = (value << from) | v;
    bits += from;
    while (bits >= to) {
      bits -= to;
      out.push((value >> bits) & ((1 << to) - 1));
    }
    value &= (1 << bits) - 1;
  }
  if (bits > 0 && pad) out.push((value << (to - bits)) & ((1 << to) - 1));
  return out;
};

/** The 32 bytes of the public key inside an nkey (`U…`: one prefix byte, key, two checksum bytes), base64url. */
export const rawKeyOfNkey = (nkey: string): string => {
  const bytes = regroup(
    [...nkey].map((letter) => BASE32.indexOf(letter)),
    5,
    8,
    false,
  ).slice(1, 33);
  return regroup(bytes, 8, 6, true)
    .map((digit) => BASE64URL[digit])
    .join('');
};
