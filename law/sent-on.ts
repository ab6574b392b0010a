// One matter goes from organ to organ as often as the law lets it, whichever way it is sent. A medical-insurance department that has it from
// another does not send it on (N4 12(2)), save down to one below it (N4 11). What came back is sent on where it came back, so that a second
// return is seen as one; and what a common superior is asked to designate, or has designated, goes no third way. Another matter is said to
// be one: another act, or one that another organ handles by a law of its own.
import type { Test } from '../schemas/condition.ts';
import { Body } from '../schemas/ids.ts';
import { acts } from './acts.ts';
import { administrativeOrgans } from './administrative-organs.ts';
import type { ConditionLiteral } from './define-procedure.ts';

/** The receiver has it. */
export const WITH_RECEIVER = 'with-receiver';
/** It came back to the sender. */
export const CAME_BACK = 'came-back';
/** The common superior says, or has said, who handles it. */
export const FOR_SUPERIOR = 'for-superior';

const others = (than: readonly Body[]): Body[] => Body.options.filter((body) => !than.includes(body));

/** N4 12 binds from the day it took effect. */
export const BEFORE_N4: Test = { day: { before: acts.N4.from } };
export const SINCE_N4: Test = { day: { from: acts.N4.from } };

const ANOTHER: Test = { field: { name: 'anotherMatter' } };
/** No dispute on jurisdiction is settled by whom else it goes to. */
const NO_ORGAN: Test = { role: { role: 'receiver', bodies: others(administrativeOrgans) } };

const asSender = { sender: 'sender' } as const;
const asReceiver = { receiver: 'sender' } as const;

type Sent = {
  readonly procedure: string;
  /** Receivers to whom what is held by transfer does not go. */
  readonly notTo: readonly Body[];
};

export const sentOnOnce = ({ procedure, notTo }: Sent) =>
  ({
    [`${procedure}-not-held-by-transfer`]: {
      if: {
        anyOf: [
          ANOTHER,
          BEFORE_N4,
          { role: { role: 'receiver', bodies: others(notTo) } },
          { role: { role: 'sender', bodies: others(['medical-insurance']) } },
          { role: { role: 'receiver', bodies: ['medical-insurance'], under: 'sender' } },
          {
            noneMarked: {
              mark: WITH_RECEIVER,
              of: 'subject',
              held: asReceiver,
              role: { role: 'sender', bodies: ['medical-insurance'] },
            },
          },
        ],
      },
      title: [
        '该事项不是由其他医疗保障部门移送来的，或者交由下级办理时',
        'where no other medical-insurance department sent it, or it is handed down',
      ],
      code: 'NO_SECOND_TRANSFER',
      refusal: [
        '受移送的医疗保障部门不得再自行移送，有异议的报请共同上级指定管辖；另一事项请载明',
        'A medical-insurance department may not send on what was transferred to it, but asks the common superior to designate. Say so where it is another matter',
      ],
      basis: [
        { act: 'N4', article: '11' },
        { act: 'N4', article: '12(2)' },
      ],
    },
    'not-for-the-superior': {
      if: {
        anyOf: [
          ANOTHER,
          NO_ORGAN,
          {
            allOf: [
              { noneMarked: { mark: FOR_SUPERIOR, of: 'subject', held: asSender } },
              { noneMarked: { mark: FOR_SUPERIOR, of: 'subject', held: asReceiver } },
            ],
          },
        ],
      },
      title: ['该事项未报共同上级指定管辖时', 'where no common superior is to designate who handles it'],
      code: 'NO_THIRD_HOP',
      refusal: [
        '该事项待共同上级指定管辖或者已经指定，不得另行移送；另一事项请载明',
        'The common superior designates, or has designated, who handles it; it is not sent another way. Say so where it is another matter',
      ],
    },
    [`${procedure}-did-not-come-back`]: {
      if: {
        anyOf: [
          ANOTHER,
          NO_ORGAN,
          { noneMarked: { mark: CAME_BACK, procedure, of: 'subject', held: asSender } },
        ],
      },
      title: ['该事项未曾退回本机关时', 'where it did not come back to the organ'],
      code: 'NO_THIRD_HOP',
      refusal: [
        '该事项曾被退回或者协商确定由本机关办理，改送其他机关的在原移送中办理；另一事项请载明',
        'It came back, or it was agreed that the organ handles it; it is sent on where it came back. Say so where it is another matter',
      ],
    },
  }) as const satisfies Record<string, ConditionLiteral>;

/** What sends it on asks, and more is asked by what sends it by a proceeding of its own. */
export const sentOn = (procedure: string) =>
  [`${procedure}-not-held-by-transfer`, 'not-for-the-superior'] as const;
export const sentAnew = (procedure: string) =>
  [...sentOn(procedure), `${procedure}-did-not-come-back`] as const;
