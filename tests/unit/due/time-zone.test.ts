// The machine's time zone must not matter: chinese-days' own functions answer wrongly west of UTC.
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const script = fileURLToPath(new URL('./print-answers.ts', import.meta.url));
const under = (zone: string) =>
  JSON.parse(
    execFileSync(process.execPath, [script], { env: { ...process.env, TZ: zone }, encoding: 'utf8' }),
  ) as { offset: number; count: number; digest: string };

describe('a process in another time zone', () => {
  it('computes every day and due date in New York as in Shanghai and on Kiritimati', () => {
    const newYork = under('America/New_York');
    const shanghai = under('Asia/Shanghai');
    const kiritimati = under('Pacific/Kiritimati');
    expect([newYork.offset, shanghai.offset, kiritimati.offset]).toEqual([240, -480, -840]);
    expect(newYork.count).toBeGreaterThan(20_000);
    expect(newYork.digest).toBe(shanghai.digest);
    expect(kiritimati.digest).toBe(shanghai.digest);
  });
});
