// Only a server that holds frozen streams is started again, and only once the disk has room.
import { describe, expect, it } from 'vitest';
import { thawOnce } from '../../../services/host/platform/restart-frozen-streams.ts';
import { createLog } from '../../../services/log.ts';

const log = createLog({ level: 'silent', pretty: false });
const ROOM = 1_024 ** 3;

/** @param looks what it says at each look, the last of them from then on */
const lookedAt = async (
  looks: readonly (readonly string[] | Error)[],
  freeBytes: number,
): Promise<'ended' | 'left'> => {
  let ended = false;
  let look = 0;
  const server = {
    pid: 4_711,
    frozenStreams: async () => {
      const frozen = looks[Math.min(look, looks.length - 1)] ?? [];
      look += 1;
      if (frozen instanceof Error) throw frozen;
      return frozen;
    },
    stop: async () => {
      ended = true;
    },
  };
  await thawOnce(server, async () => freeBytes, log).catch(() => undefined);
  return ended ? 'ended' : 'left';
};

describe('a nats-server', () => {
  it('whose streams met a full disk is ended when there is room again, and started by its supervisor', async () => {
    expect(await lookedAt([['LEDGER']], ROOM)).toBe('ended');
  });

  it('is left alone while the disk is full', async () => {
    expect(await lookedAt([['LEDGER']], 1_024)).toBe('left');
  });

  it('is left alone where no stream is frozen, however busy it is', async () => {
    expect(await lookedAt([[]], ROOM)).toBe('left');
  });

  it('is left alone where a second look does not find the same stream frozen, or finds nobody', async () => {
    expect(await lookedAt([['LEDGER'], []], ROOM)).toBe('left');
    expect(await lookedAt([['LEDGER'], ['KEYS']], ROOM)).toBe('left');
    expect(await lookedAt([['LEDGER'], new Error('timeout')], ROOM)).toBe('left');
  });

  it('is left alone where it does not answer: it may only be slow', async () => {
    expect(await lookedAt([new Error('timeout')], ROOM)).toBe('left');
  });
});
