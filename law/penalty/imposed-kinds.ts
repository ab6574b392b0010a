// Which kinds of penalty an organ may announce and impose: those that a law gives it (CF 9, 17), a licence revoked only by who issued it.
import type { ConditionLiteral, FieldLiteral } from '../define-procedure.ts';
import { NOT_YET_KNOWN, newSince } from '../liability.ts';
import { ISSUED_HERE } from '../shared-fields.ts';
import type { PenaltyKind } from './hearing-scope.ts';

/** What an organ has to say and to heed wherever it says a kind of penalty. */
export type ImposedKinds = {
  fields: Readonly<Record<string, FieldLiteral>>;
  takes: readonly string[];
  conditions: Readonly<Record<string, ConditionLiteral>>;
  when: readonly string[];
};

/** The kinds said, where any are, are none but these. */
const saysOnly = (only: readonly PenaltyKind[]) =>
  ({
    anyOf: [
      { field: { name: 'penaltyKinds', absent: true, now: true } },
      { field: { name: 'penaltyKinds', only, now: true } },
    ],
  }) as const;

/** Of every organ. */
const GENERAL = [
  'warning',
  'public-criticism',
  'fine',
  'confiscation',
  'other-heavy',
  'other-light',
] as const;
const CODE = 'KIND_NOT_ITS_OWN';

const BUREAUS = [...GENERAL, 'services-stopped', 'settlement-stopped', 'trade-barred'] as const;

/** A kind that is imposed for so many months says for how many; the end is counted from when the decision is served. */
const FOR_MONTHS = {
  'services-stopped': {
    least: 6,
    most: 12,
    months: ['servicesStoppedMonths', ['暂停医药服务月数', 'months of services stopped']],
    until: ['servicesStoppedUntil', ['暂停医药服务期满日', 'day the services may be given again']],
    words: ['暂停医药服务为六个月以上一年以下', 'Services are stopped for six to twelve months'],
    article: '38',
  },
  'settlement-stopped': {
    least: 3,
    most: 12,
    months: ['settlementStoppedMonths', ['暂停联网结算月数', 'months of settlement stopped']],
    until: ['settlementStoppedUntil', ['暂停联网结算期满日', 'day the settlement goes on']],
    words: ['暂停联网结算为三个月至十二个月', 'Settlement is stopped for three to twelve months'],
    article: '41',
  },
} as const;
const TIMED = Object.entries(FOR_MONTHS);

/** For `takes` of what serves a decision of the bureau. */
export const STOPPED_UNTIL = TIMED.map(([, { until }]) => until[0]);

/** O735 38 to 43: stopping business is for the owners of the trade, revoking for who issued the licence (O735 40). */
export const OF_THE_BUREAU: ImposedKinds = {
  fields: Object.fromEntries(
    TIMED.flatMap(([, { least, most, months, until }]) => [
      [months[0], { kind: 'count', least, most, title: months[1] }],
      [until[0], { kind: 'date', counted: { months: months[0], from: 'serve-decision' }, title: until[1] }],
    ]),
  ),
  takes: TIMED.map(([, { months }]) => months[0]),
  conditions: {
    'kinds-of-the-bureau': {
      if: saysOnly(BUREAUS),
      title: ['处罚种类属医疗保障部门职权时', 'where the kinds are those of the bureau'],
      code: CODE,
      refusal: [
        '医疗保障部门不得责令停产停业、暂扣或者吊销许可证件；应当移送有关主管部门或者发证机关处理',
        'The bureau stops no business and withholds or revokes no licence; that is asked of the owner',
      ],
      basis: [
        { act: 'CF', article: '17' },
        { act: 'O735', article: '38' },
        { act: 'O735', article: '40' },
      ],
    },
    ...Object.fromEntries(
      TIMED.map(
        ([
          kind,
          {
            months,
            words: [zh, en],
            article,
          },
        ]) => [
          `${kind}-for-months`,
          {
            if: { anyOf: [saysOnly(BUREAUS.filter((one) => one !== kind)), { field: { name: months[0] } }] },
            title: [`载明${months[1][0]}时`, 'where it says for how many months'],
            code: 'MONTHS_NOT_SAID',
            refusal: [`${zh}，请载明月数`, `${en}; say for how many`],
            basis: [{ act: 'O735', article }],
          } satisfies ConditionLiteral,
        ],
      ),
    ),
    // SB 87 knows none of these: the fine, the refund and the agreement are all it gives.
    'kinds-known-to-the-law': {
      if: { anyOf: [saysOnly(GENERAL), newSince('O735')] },
      title: ['所作处罚的法律已经施行时', 'where the law that knows the penalty was in force'],
      ...NOT_YET_KNOWN,
      basis: [
        { act: 'O735', article: '38' },
        { act: 'O735', article: '43' },
        { act: 'CF', article: '37' },
      ],
    },
  },
  when: ['kinds-of-the-bureau', 'kinds-known-to-the-law', ...TIMED.map(([kind]) => `${kind}-for-months`)],
};

/** Whoever licenses a trade; the services that the fund pays for are the bureau's to stop (O735 38). */
const OF_THE_TRADE = [
  ...GENERAL,
  'licence-suspended',
  'business-stopped',
  'business-closed',
  'trade-barred',
] as const;
export const OF_A_LICENSOR: ImposedKinds = {
  fields: { issuedHere: ISSUED_HERE },
  takes: ['issuedHere'],
  conditions: {
    'kinds-of-a-licensor': {
      if: saysOnly([...OF_THE_TRADE, 'licence-revoked']),
      title: ['处罚种类属行业主管部门职权时', 'where the kinds are those of who licenses the trade'],
      code: CODE,
      refusal: [
        '暂停涉及医保基金使用的医药服务由医疗保障部门决定',
        'Services that the fund pays for are stopped by the bureau',
      ],
      basis: [{ act: 'O735', article: '38' }],
    },
    'revoked-where-issued': {
      if: { anyOf: [saysOnly(OF_THE_TRADE), { field: { name: 'issuedHere' } }] },
      title: ['吊销许可证件由发证机关决定时', 'where a licence is revoked by the organ that issued it'],
      code: 'REVOKED_BY_THE_ISSUER',
      refusal: [
        '吊销许可证件由原发证机关决定；本机关为发证机关的，请载明',
        'A licence is revoked by the organ that issued it; say so where this is that organ',
      ],
      basis: [{ act: 'YP', article: '139' }],
    },
  },
  when: ['kinds-of-a-licensor', 'revoked-where-issued'],
};

/** All that a licensor may impose but a warning, which by itself is not published. */
export const PUBLISHED_KINDS = [...OF_THE_TRADE, 'licence-revoked'].filter((kind) => kind !== 'warning');
