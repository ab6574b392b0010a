// Bodies no department's software would send, the same ones for the same seed: noise, JSON of any shape, broken commands.
import type { SignedCommand } from '../../schemas/command.ts';

/** Mulberry32: small, even, and repeatable. */
const generator = (seed: number) => {
  let state = seed >>> 0;
  return (below: number): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 4_294_967_296) * below);
  };
};

type Random = (below: number) => number;

const noise = (random: Random): Buffer =>
  Buffer.from(Array.from({ length: random(2_000) }, () => random(256)));

const anyJson = (random: Random, depth: number): unknown => {
  switch (random(depth > 0 ? 8 : 6)) {
    case 0:
      return null;
    case 1:
      return random(2) === 0;
    case 2:
      return random(1_000_000) - 500_000;
    case 3:
      return 'x'.repeat(random(50));
    case 4:
      return '\u0000\ud800\uffff\u202e'.slice(random(4));
    case 5:
      return (-0.1) ** random(20);
    case 6:
      return Array.from({ length: random(6) }, () => anyJson(random, depth - 1));
    default:
      return Object.fromEntries(
        ['command', 'signature', 'disclosures', '__proto__', 'constructor', 'body', 'format']
          .slice(random(7))
          .map((name) => [name, anyJson(random, depth - 1)]),
      );
  }
};

/** One place of a correct command replaced by anything, or taken out. */
const broken = (random: Random, whole: SignedCommand): Buffer => {
  const copy = structuredClone(whole) as unknown as Record<string, unknown>;
  let here = copy;
  for (let steps = random(4); steps > 0; steps -= 1) {
    const inner = Object.values(here).filter(
      (v): v is Record<string, unknown> => typeof v === 'object' && v !== null,
    );
    const chosen = inner[random(inner.length || 1)];
    if (!chosen) break;
    here = chosen;
  }
  const names = Object.keys(here);
  const name = names[random(names.length || 1)] ?? 'extra';
  if (random(3) === 0) delete here[name];
  else here[name] = anyJson(random, 3);
  return Buffer.from(JSON.stringify(copy));
};

const flipped = (random: Random, whole: SignedCommand): Buffer => {
  const bytes = Buffer.from(JSON.stringify(whole));
  const at = random(bytes.length);
  bytes[at] = (bytes[at] as number) ^ (1 << random(8));
  return bytes;
};

const cut = (random: Random, whole: SignedCommand): Buffer => {
  const bytes = Buffer.from(JSON.stringify(whole));
  return bytes.subarray(0, random(bytes.length));
};

/** So many bodies, each of them wrong; `whole` is a correct command to break, which must not be sent itself. */
export function* garbage(many: number, seed: number, whole: SignedCommand): Generator<Uint8Array> {
  const random = generator(seed);
  for (let n = 0; n < many; n += 1) {
    const kinds = [
      () => noise(random),
      () => Buffer.from(JSON.stringify(anyJson(random, 6)) ?? ''),
      () => broken(random, whole),
      () => flipped(random, whole),
      () => cut(random, whole),
    ];
    yield (kinds[n % kinds.length] as () => Buffer)();
  }
}
