// What `xianjie settle` says of limits that run already, once the question is settled.
import { describe, expect, it } from 'vitest';
import { errorRow } from '../../../schemas/errors.ts';
import type { RegisterChange } from '../../../schemas/register.ts';
import type { Http } from '../../../services/cli/http.ts';
import { refused } from '../../../services/cli/problem.ts';
import { runningOn } from '../../../services/cli/still-by-the-old.ts';

const AGREED: RegisterChange = {
  change: 'agreed-limit-set',
  limit: 'agr-hand-off-receipt',
  span: { workingDays: 3 },
  basis: '阿医保联〔2026〕3号',
};

/** A platform whose due list is answered so; it cannot be asked anything else. */
const platformWith = (due: () => unknown): Http => {
  const no = (): never => {
    throw new Error('not asked');
  };
  const get = async (path: string) => (path === '/v1/due' ? due() : no());
  return { get, text: async () => no(), post: async () => no(), stream: async () => no() };
};

describe('a question that was settled', () => {
  it('is settled where the due list fails afterwards: that is said, with how to see them', async () => {
    const fails = platformWith(() => {
      const { zh, en } = errorRow('INTERNAL_ERROR');
      throw refused({ code: 'INTERNAL_ERROR', message: { zh, en }, details: [] });
    });
    const { running, said } = await runningOn(fails, '653023', AGREED);
    expect(running).toBeNull();
    expect(said[0]).toMatch(/^正在计算的此类期限未能列出：/);
    expect(said[1]).toContain('登记已生效，不必重发');
    expect(said.join('\n')).toContain('due --region 653023');
  });

  it('lists those that run on by the old, a limit of a party not among those of a department', async () => {
    const items = ['653023/public-security', 's1'].map((obliged) => ({
      ...{
        case: '653023-aaaaaaaaaaaaaaaa',
        region: '653023',
        proceeding: 'p1',
        procedure: 'criminal-transfer',
      },
      ...{ clock: 'p1/agr-hand-off-receipt/1', limit: 'agr-hand-off-receipt', shelf: 'agreed' },
      ...{
        status: 'running',
        obliged,
        obligedName: obliged,
        liaison: [],
        startedAt: '2026-11-20T09:00:00+08:00',
      },
      ...{
        strictDueAt: '2026-11-24T00:00:00+08:00',
        latestDueAt: '2026-11-24T00:00:00+08:00',
        ends: 'before',
      },
      ...{
        lateByMillis: null,
        basis: [],
        kind: 'agreed',
        source: 'agreed',
        provisional: false,
        undetermined: null,
      },
    }));
    const listing = platformWith(() => ({
      asOf: '2026-11-20T09:00:00+08:00',
      lagging: null,
      items,
      counts: [],
    }));
    const listed = (change: RegisterChange) =>
      runningOn(listing, '653023', change).then(({ running }) => running);
    expect((await listed(AGREED))?.map(({ obliged }) => obliged)).toEqual(['653023/public-security', 's1']);
    const ofPolice = await listed({ ...AGREED, body: 'public-security' });
    expect(ofPolice?.map(({ obliged }) => obliged)).toEqual(['653023/public-security']);
  });
});
