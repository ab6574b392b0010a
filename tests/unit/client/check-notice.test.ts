// A notice is believed only when it is what the ledger signed, is for us, and its values fit their commitments.
import { describe, expect, it } from 'vitest';
import type { Body, Notice, OpenedNotice } from '../../../schemas/entry.ts';
import { checkNotice } from '../../../services/client/check-notice.ts';
import { generateSealingKey } from '../../../services/proof/seal.ts';
import { generateSigningKey, sign } from '../../../services/proof/signature.ts';
import { statusWords } from '../../../services/proof/status-words.ts';
import {
  AT,
  BUREAU,
  ledgerKey,
  noticeSample,
  POLICE,
  policeSealKey,
  sealedSample,
  signedSample,
} from '../../support/signed-samples.ts';

const ledgerKeys = [{ key: ledgerKey.id, publicKey: ledgerKey.publicKey }];
const bytesOf = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value));
const receiver = { department: POLICE, ledgerKeys, sealKey: policeSealKey };
const checkBytes = (notice: unknown, to = receiver) => checkNotice(bytesOf(notice), to);
/** Of a notice as it is read: its values are sealed before it is checked. */
const check = async (notice: unknown, to = receiver) =>
  checkBytes(
    typeof notice === 'object' && notice !== null && 'data' in notice
      ? await sealedSample(notice as OpenedNotice)
      : notice,
    to,
  );
const sample = (): OpenedNotice => noticeSample(signedSample('c-1', { party: { summary: '疑似虚假住院' } }));

describe('a notice', () => {
  it('is taken as the ledger recorded it, its values opened', async () => {
    const notice = sample();
    expect(await check(notice)).toEqual({ ok: true, notice });
  });

  it('is taken with fewer values than the entry commits to, and with none', async () => {
    const notice = sample();
    const without = { ...notice, data: { ...notice.data, disclosures: [] } };
    expect(await check(without)).toEqual({ ok: true, notice: without });
    const open = { ...notice, data: { ...notice.data, disclosures: null } };
    expect(await checkBytes(open)).toEqual({ ok: true, notice: without });
  });

  it('is taken with what a later version adds, which the signature covers as it came', async () => {
    const notice = sample();
    const head = { ...notice.data.head, later: { deadline: 1 } };
    const signature = sign(ledgerKey, head.format, head);
    const later = { ...notice, trace: 'x', data: { ...notice.data, head, signature } };
    expect(await check(later)).toEqual({ ok: true, notice: later });
    const changed = { ...later, data: { ...later.data, head: { ...head, later: { deadline: 2 } } } };
    expect(await check(changed)).toMatchObject({ faults: ['signature: does not fit'] });
  });

  describe('of an earlier entry, shown when the case was handed over', () => {
    const earlier = (id: string): OpenedNotice => ({ ...sample(), id, backfill: true });
    const own = sample().id;

    it('is taken with the entry that entitled its receiver at the end of its id', async () => {
      const notice = earlier(`${own}/12`);
      expect(await check(notice)).toEqual({ ok: true, notice });
    });

    it.each([
      ['without it', own],
      ['with one before it', `${own}/9`],
      ['with no number', `${own}/x`],
      ['of another receiver', `${own.replace(POLICE, BUREAU)}/12`],
    ])('is not believed %s', async (_, id) => {
      expect(await check(earlier(id))).toMatchObject({ faults: ['id: does not name its entry'] });
    });

    it('says so, or its id does not fit', async () => {
      expect(await check({ ...sample(), id: `${own}/12` })).toMatchObject({ ok: false });
    });
  });

  describe('whose values do not open', () => {
    it.each([
      [
        'because they are sealed for another key',
        () => sealedSample(sample(), generateSealingKey(POLICE)),
        'sealed for another key than',
      ],
      [
        'because they were altered',
        async () => {
          const sealed = await sealedSample(sample());
          const disclosures = `${sealed.data.disclosures}`.replace(/.{8}$/, 'AAAAAAAA');
          return { ...sealed, data: { ...sealed.data, disclosures } };
        },
        'does not open',
      ],
      [
        'because they are no list of values',
        () => sealedSample({ ...sample(), data: { ...sample().data, disclosures: 'x' as never } }),
        'not a list of values',
      ],
    ])('is not believed, nor taken as one without values, %s', async (_, made, why) => {
      const checked = await checkBytes(await made());
      expect(checked).toMatchObject({ ok: false });
      expect(JSON.stringify(checked)).toContain(`disclosures: ${why}`);
    });
  });

  it.each<[string, (notice: OpenedNotice) => object, string]>([
    [
      'another time',
      (n) => ({ ...n, time: '2020-01-01T00:00:00+08:00' }),
      'envelope: does not fit its entry',
    ],
    ['another case beside it', (n) => ({ ...n, correlationid: 'x' }), 'envelope: does not fit its entry'],
    [
      'its body taken out',
      (n) => ({ ...n, data: { ...n.data, body: null, disclosures: [] } }),
      'type: does not fit its body',
    ],
  ])('is not believed with %s', async (_what, change, fault) => {
    expect(await check(change(sample()))).toEqual({ ok: false, faults: [fault] });
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
    const bare = (change: Partial<OpenedNotice['data']> = {}) => ({
      ...whole,
      type: 'xianjie.referral.status-changed.v1',
      data: { ...whole.data, body: null, disclosures: word ? [word] : [], ...change },
    });

    it('is taken with the head and that word alone', async () => {
      expect(await check(bare())).toMatchObject({ ok: true });
      expect(JSON.stringify(bare())).not.toContain('referred');
      const both = { ...whole, data: { ...whole.data, disclosures: [word] } };
      expect(await check(both)).toMatchObject({ ok: true });
    });

    it('is taken without the word, where nothing could be sealed', async () => {
      const head = { ...bare(), data: { ...bare().data, disclosures: null } };
      expect(await checkBytes(head)).toMatchObject({ ok: true, notice: { data: { disclosures: [] } } });
    });

    it.each([
      ['another word', [{ ...word, value: '已了结' }]],
      ['the word of another proceeding', [{ ...word, path: '/shows/p1' }]],
      ['another salt', [{ ...word, salt: 'A'.repeat(22) }]],
      ['a value the head does not commit to', whole.data.disclosures],
    ] as const)('is not believed with %s', async (_, disclosures) => {
      const data = { ...whole.data, body: null, disclosures };
      expect(await check({ ...whole, data })).toMatchObject({ ok: false });
    });

    it('is not believed with another commitment in its head', async () => {
      const head = { ...whole.data.head, shows: {} };
      expect(await check(bare({ head, disclosures: [] }))).toMatchObject({
        faults: ['signature: does not fit'],
      });
    });

    it('is not believed with a body whose words are not those of its head', async () => {
      const { signature: _, ...data } = whole.data;
      const head = { ...data.head, shows: {} };
      const signature = sign(ledgerKey, head.format, head);
      expect(await check({ ...whole, data: { ...data, head, signature } })).toMatchObject({
        faults: ['shows: do not follow from the body'],
      });
    });
  });

  it.each<[string, (n: OpenedNotice) => unknown]>([
    ['no JSON', () => 'no'],
    ['another type', (n) => ({ ...n, type: 'other' })],
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
  ])('is not believed with %s', async (_, change) => {
    expect(await check(change(sample()))).toMatchObject({ ok: false });
  });

  it.each<[string, (n: Notice) => unknown]>([
    ['values in plain', (n) => ({ ...n, data: { ...n.data, disclosures: sample().data.disclosures } })],
    ['no head', (n) => ({ ...n, data: { ...n.data, head: null } })],
  ])('is not believed with %s', async (_, change) => {
    expect(await checkBytes(change(await sealedSample(sample())))).toMatchObject({ ok: false });
  });

  it('is not believed from a ledger whose key we do not know', async () => {
    const { publicKey, id } = generateSigningKey('ledger');
    for (const key of [id, ledgerKey.id])
      expect(await check(sample(), { ...receiver, ledgerKeys: [{ key, publicKey }] })).toMatchObject({
        ok: false,
      });
  });

  it('names places in its faults, never values', async () => {
    const notice = sample();
    const spoilt = {
      ...notice,
      data: { ...notice.data, disclosures: [{ path: '/summary', salt: 'x', value: '秘密' }] },
    };
    expect(JSON.stringify(await check(spoilt))).not.toContain('秘密');
  });
});
