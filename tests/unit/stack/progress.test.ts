// What a person sees while a server is being built: on a terminal one line that changes, elsewhere a line every half minute.
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { progressOn, type Ticker, withProgress } from '../../../services/host/stack/progress.ts';

const WHAT = {
  zh: '正在用 Go 编译 temporal',
  en: 'Building temporal with Go',
  usually: { zh: '三分钟', en: 'three minutes' },
};

/** What was written while a step ticked three times, and how often it was asked to tick. */
const written = async (screen: { isTTY?: boolean; columns?: number }, fails = false) => {
  const texts: string[] = [];
  let tick = (): void => undefined;
  let everyMs = 0;
  let stopped = false;
  const ticker: Ticker = (again, every) => {
    tick = again;
    everyMs = every;
    return () => {
      stopped = true;
    };
  };
  const step = async () => {
    for (let n = 0; n < 3; n += 1) tick();
    if (fails) throw new Error('no');
    return 'built';
  };
  const done = withProgress(
    progressOn({ ...screen, write: (text: string) => void texts.push(text) }),
    WHAT,
    step,
    ticker,
  );
  const result = await done.catch((error: Error) => error.message);
  return { texts, everyMs, stopped, result };
};

describe('a slow step', () => {
  it('on a terminal rewrites one line every second, and leaves one that says how long it took', async () => {
    const { texts, everyMs, stopped, result } = await written({ isTTY: true, columns: 200 });
    expect([everyMs, stopped, result]).toEqual([1_000, true, 'built']);
    expect(texts).toHaveLength(5);
    expect(texts.every((text) => text.startsWith('\r\u001b[K'))).toBe(true);
    expect(texts.filter((text) => text.includes('\n'))).toEqual([texts[4]]);
    expect(texts[0]).toContain('通常需要三分钟');
    expect(texts[1]).toContain('已用 0 秒');
    expect(texts[4]).toContain('用时 0 秒');
  });

  it('never writes a line that would wrap, for a wrapped line cannot be rewritten', async () => {
    const { texts } = await written({ isTTY: true, columns: 40 });
    for (const text of texts.slice(0, 4)) expect(stringWidth(text.slice(4))).toBeLessThan(40);
  });

  it('elsewhere says a line every half minute', async () => {
    const { texts, everyMs, stopped } = await written({});
    expect([everyMs, stopped]).toEqual([30_000, true]);
    expect(texts).toHaveLength(5);
    expect(texts.every((text) => /^[^\r\n]+\n$/.test(text))).toBe(true);
  });

  it('that fails leaves no half line behind', async () => {
    const { texts, stopped, result } = await written({ isTTY: true, columns: 200 }, true);
    expect([texts.at(-1), stopped, result]).toEqual(['\r\u001b[K', true, 'no']);
  });
});
