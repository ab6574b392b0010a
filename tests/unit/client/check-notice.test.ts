// A notice is believed only when it is what the ledger signed, is for us, and its values fit their commitments.
import { describe, expect, it } from 'vitest';
import type { Body, Notice } from '../../../schemas/entry.ts';
import { checkNotice } from '../../../services/client/check-notice.ts';
import { generateSigningKey } from '../../../services/proof/signature.ts';
import { statusWords } from '../../../services/proof/status-words.ts';
import { AT, BUREAU, ledgerKey, noticeSample, POLICE, signedSample } from '../../support/signed-samples.ts';

const ledgerKeys = [{ key: ledgerKey.id, publicKey: ledgerKey.publicKey }];
const bytesOf = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value));
const check = (notice: unknown, keys = ledgerKeys) => checkNotice(bytesOf(notice), POLICE, keys);
const sample = (): Notice => noticeSample(signedSample('c-1', { party: { summary: '疑似虚假住院' } }));

describe('a notice', () => {
  it('is taken as the ledger recorded it', () => {
    const notice = sample();
    expect(check(notice)).toEqual({ ok: true, notice });
  });

  it('is taken with fewer values than the entry commits to', () => {
    const notice = sample();
    expect(check({ ...notice, data: { ...notice.data, disclosures: [] } }).ok).toBe(true);
  });

  describe('of a proceeding that shows a status word only', () => {
    const events: Body['events'] = [
      {
        kind: 'step',
        type: 'referred',
        at: AT,
        precision: 'instant',
        officer: 'o-1',
        proceeding: 'p2',
        command: 'refer',
        by: BUREAU,
        from: null,
        to: 'referred',
        copies: [],
        shows: 'transferred',
      },
    ];
    const [whole] = [noticeSample(signedSample('c-3', { party: { summary: '内情' } }), { events })];
    const [word] = statusWords(whole.data.body as Body);
    const bare = (change: Partial<Notice['data']> = {}) => ({
      ...whole,
      data: { ...whole.data, body: null, disclosures: word ? [word] : [], ...change },
    });

    it('is taken with the head and that word alone', () => {
      expect(check(bare())).toMatchObject({ ok: true });
      expect(JSON.stringify(bare())).not.toContain('referred');
      expect(check({ ...whole, data: { ...whole.data, disclosures: [word] } })).toMatchObject({ ok: true });
    });

    it.each([
      ['another word', [{ ...word, value: '已了结' }]],
      ['the word of another proceeding', [{ ...word, path: '/shows/p1' }]],
      ['another salt', [{ ...word, salt: 'A'.repeat(22) }]],
      ['a value the head does not commit to', whole.data.disclosures],
    ] as const)('is not believed with %s', (_, disclosures) => {
      expect(check({ ...whole, data: { ...whole.data, body: null, disclosures } }).ok).toBe(false);
    });

    it('is not believed with another commitment in its head', () => {
      const head = { ...whole.data.head, shows: {} };
      expect(check(bare({ head, disclosures: [] }))).toMatchObject({ faults: ['signature: does not fit'] });
    });
  });

  it.each<[string, (n: Notice) => unknown]>([
    ['no JSON', () => 'no'],
    ['another type', (n) => ({ ...n, type: 'other' })],
    ['a field more', (n) => ({ ...n, extra: 1 })],
    ['for another department', (n) => ({ ...n, recipient: BUREAU })],
    ['an id that names another entry', (n) => ({ ...n, id: n.id.replace('/1/', '/2/') })],
    [
      'a head that was changed',
      (n) => ({
        ...n,
        data: { ...n.data, head: { ...n.data.head, recordedAt: '2020-01-01T00:00:00+08:00' } },
      }),
    ],
    ['a body that was changed', (n) => ({ ...n, data: { ...n.data, body: { ...n.data.body, events: [] } } })],
    [
      'the body of another entry',
      (n) => ({ ...n, data: { ...n.data, body: noticeSample(signedSample('c-2')).data.body } }),
    ],
    ['values without the body that commits to them', (n) => ({ ...n, data: { ...n.data, body: null } })],
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
