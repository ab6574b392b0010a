// The client library makes the band of an amount it commits to, by the standard of the case's region.
import { describe, expect, it } from 'vitest';
import { bandRules } from '../../../case/register/band-rules.ts';
import { emptyRegister } from '../../../case/register/register.ts';
import { law } from '../../../law/law.ts';
import type { Asked } from '../../../services/client/department-client.ts';
import { connectDepartment } from '../../../services/client/department-client.ts';
import type { BandsOf } from '../../../services/client/notice-bands.ts';
import { credentialsSample } from '../../support/signed-samples.ts';

const bandsOf: BandsOf = (region) => bandRules(emptyRegister, law, region, '2026-03-04T09:00:00+08:00');

const signed = async (asked: Asked, known?: BandsOf) => {
  const client = await connectDepartment({
    credentials: credentialsSample({ url: 'nats://127.0.0.1:1', httpUrl: '' }),
    url: null,
    connectWithin: 0,
    ...(known ? { bandsOf: known } : {}),
  });
  try {
    return client.sign(asked, { officer: 'o-1', party: { amountFen: '6000000' } });
  } finally {
    await client.close();
  }
};

describe('the client', () => {
  it('signs the band in the open beside the commitment to the amount', async () => {
    const { command, disclosures } = await signed(
      { command: 'send-clue', body: { fields: { topic: 'fraud' } } },
      bandsOf,
    );
    // 60,000 yuan: beyond 30,000, from which on a province may call it 数额巨大.
    expect(command.body.fields).toEqual({ topic: 'fraud', fraudBand: 'huge' });
    expect(command.commitments['/amountFen']).toBeDefined();
    expect(JSON.stringify(command)).not.toContain('6000000');
    expect(disclosures.map(({ path }) => path)).toEqual(['/amountFen']);
  });

  it('goes by the region of the case, not its own', async () => {
    const asked = { command: 'hand-over', case: '370102-aaaaaaaaaaaaaaaa' };
    const { command } = await signed(asked, bandsOf);
    // Shandong: 数额巨大 from 80,000 yuan on.
    expect(command.body.fields).toEqual({ fraudBand: 'large' });
  });

  it('makes none where it was not told how', async () => {
    expect((await signed({ command: 'send-clue' })).command.body.fields).toBeUndefined();
  });
});
