// Which law punishes: that of the day of the conduct, unless the new one is lighter (CF 37). Procedure and powers follow the day of the
// act, and so each limit and each version of a procedure its own. The Medical Security Law took effect on 1 January 2027 (YBF 56).
import type { ConditionLiteral, FieldLiteral } from './define-procedure.ts';
import { CONDUCT_ENDED_ON } from './shared-fields.ts';

const NEW_LAW_FROM = '2027-01-01';

export const LIABILITY_FIELDS = {
  conductEndedOn: CONDUCT_ENDED_ON,
  liabilityLaw: {
    kind: 'code',
    title: ['适用的责任法律', 'law of the liability'],
    options: {
      'order-735': ['医疗保障基金使用监督管理条例', 'Order 735'],
      'medical-security-law': ['医疗保障法', 'Medical Security Law'],
    },
  },
  lighterNewLaw: { kind: 'flag', title: ['新法处罚较轻，适用新法', 'the new law is lighter'] },
} as const satisfies Record<string, FieldLiteral>;

export const LIABILITY_TAKES = Object.keys(LIABILITY_FIELDS) as (keyof typeof LIABILITY_FIELDS)[];

export const LIABILITY_CONDITIONS = {
  'liable-by-the-conduct': {
    if: {
      anyOf: [
        { field: { name: 'liabilityLaw', absent: true } },
        {
          allOf: [
            { field: { name: 'liabilityLaw', is: 'order-735' } },
            { field: { name: 'conductEndedOn', before: NEW_LAW_FROM } },
          ],
        },
        {
          allOf: [
            { field: { name: 'liabilityLaw', is: 'medical-security-law' } },
            // The lighter law is one in force when it is decided (CF 37).
            { day: { from: NEW_LAW_FROM } },
            {
              anyOf: [
                { field: { name: 'conductEndedOn', from: NEW_LAW_FROM } },
                { field: { name: 'lighterNewLaw' } },
              ],
            },
          ],
        },
      ],
    },
    title: ['责任适用违法行为发生时的法律时', 'where the liability is that of the day of the conduct'],
    code: 'LAW_OF_ANOTHER_DAY',
    refusal: [
      '责任适用违法行为发生时的法律，作出决定时已经施行的新法处罚较轻的除外；请核对违法行为终了日期',
      'Liability follows the law of the day of the conduct, unless a new one in force by now is lighter; check the day it ended',
    ],
    basis: [
      { act: 'CF', article: '37' },
      { act: 'YBF', article: '56' },
    ],
  },
} as const satisfies Record<string, ConditionLiteral>;
