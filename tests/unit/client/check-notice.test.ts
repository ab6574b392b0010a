// A notice is believed only when it is what the ledger signed, is for us, and its values fit their commitments.
import { describe, expect, it } from 'vitest';
import type { Notice } from '../../../schemas/entry.ts';
import { checkNotice } from '../../../services/client/check-notice.ts';
import { generateSigningKey } from '../../../services/proof/signature.ts';
import { BUREAU, ledgerKey, noticeSample, POLICE, signedSample } from '../../support/signed-samples.ts';

const ledgerKeys = [{ key: ledgerKey.id, publicKey: ledgerKey.publicKey }];
const bytesOf = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value));
const check = (notice: unknown, keys = ledgerKeys) => checkNotice(bytesOf(notice), POLICE, keys);
const sample = (): Notice => noticeSample(signedSample('c-1', { party: { summary: '疑似虚假住院' } }));

describe('a notice', () => {
  it('is taken as the ledger recorded it', () => {
    expect(check(sample())).toEqual({ ok: true, notice: sample() });
  });

  it('is taken with fewer values than the entry commits to', () => {
    const notice = sample();
    expect(check({ ...notice, data: { ...notice.data, disclosures: [] } }).ok).toBe(true);
  });

  const entryOf = (n: Notice) => n.data.entry;
  it.each<[string, (n: Notice) => unknown]>([
    ['no JSON', () => 'no'],
    ['another type', (n) => ({ ...n, type: 'other' })],
    ['a field more', (n) => ({ ...n, extra: 1 })],
    ['for another department', (n) => ({ ...n, recipient: BUREAU })],
    ['an id that names another entry', (n) => ({ ...n, id: n.id.replace('/1/', '/2/') })],
    [
      'an entry that was changed',
      (n) => ({
        ...n,
        data: { ...n.data, entry: { ...entryOf(n), occurredAt: '2020-01-01T00:00:00+08:00' } },
      }),
    ],
    [
      'a value that was changed',
      (n) => ({
        ...n,
        data: { ...n.data, disclosures: n.data.disclosures.map((d) => ({ ...d, value: '没有问题' })) },
      }),
    ],
    [
      'a value nobody committed to',
      (n) => ({
        ...n,
        data: { ...n.data, disclosures: [{ path: '/reason', salt: 'A'.repeat(22), value: 'x' }] },
      }),
    ],
  ])('is not believed with %s', (_, change) => {
    expect(check(change(sample()))).toMatchObject({ ok: false });
  });

  it('is not believed from a ledger whose key we do not know', () => {
    const other = generateSigningKey('ledger');
    expect(check(sample(), [{ key: other.id, publicKey: other.publicKey }])).toMatchObject({ ok: false });
    expect(check(sample(), [{ key: ledgerKey.id, publicKey: other.publicKey }])).toMatchObject({ ok: false });
  });

  it('names places in its faults, never values', () => {
    const notice = sample();
    const spoilt = {
      ...notice,
      data: { ...notice.data, disclosures: [{ path: '/summary', salt: 'x', value: '秘密' }] },
    };
    expect(JSON.stringify(check(spoilt))).not.toContain('秘密');
  });
});
