// The fine is paid, or taken in cash and handed in (ZA 123, 124).
import type { Part } from '../part.ts';
import { cashToBank, cashToHandIn } from '../penalty/cash.ts';
import { SAYS_A_FINE } from './fines.ts';

export const PAYMENT = {
  conditions: {
    'public-order-cash-to-hand-in': cashToHandIn('collect-public-order-cash', 'hand-in-public-order-cash'),
    'public-order-cash-to-bank': cashToBank('hand-in-public-order-cash', 'bank-public-order-cash'),
    // On the spot it is a command of its own, that says no kind.
    'there-is-a-fine': {
      if: {
        anyOf: [
          ...SAYS_A_FINE,
          {
            allOf: [
              ...['publicOrderPenalty', 'heavyPenalty'].map((name) => ({
                field: { name, absent: true as const },
              })),
              ...['warn-public-order-on-the-spot', 'decide-no-public-order-penalty'].map((command) => ({
                never: { command },
              })),
            ],
          },
        ],
      },
      title: ['处以罚款的', 'where there is a fine'],
      refusal: ['未处以罚款', 'There is no fine'],
    },
    'fine-not-paid-yet': {
      if: { never: { command: 'note-public-order-payment' } },
      title: ['罚款尚未缴纳时', 'before the fine was paid'],
      refusal: ['罚款已缴纳', 'The fine was paid already'],
    },
  },
  commands: {
    'note-public-order-payment': {
      event: 'public-order-fine-paid',
      title: ['登记罚款已缴纳（治安案件）', 'Note that the public-order fine was paid'],
      by: 'police',
      when: 'fine-not-paid-yet',
    },
    // ZA 124.
    'collect-public-order-cash': {
      event: 'public-order-cash-collected',
      title: ['当场收缴罚款（治安案件）', 'Take the public-order fine in cash'],
      by: 'police',
    },
    'hand-in-public-order-cash': {
      event: 'public-order-cash-handed-in',
      title: ['当场收缴的罚款交至公安机关', 'Hand the cash in'],
      by: 'police',
      when: 'public-order-cash-to-hand-in',
    },
    'bank-public-order-cash': {
      event: 'public-order-cash-banked',
      title: ['当场收缴的罚款缴付银行（治安案件）', 'Pay the public-order cash into the bank'],
      by: 'police',
      when: 'public-order-cash-to-bank',
    },
  },
  clocks: {
    'po-cash': {
      startsOn: 'collect-public-order-cash',
      again: 'goes-on',
      stopsOn: 'hand-in-public-order-cash',
      obliges: 'police',
    },
    'po-cash-to-bank': {
      startsOn: 'hand-in-public-order-cash',
      again: 'goes-on',
      stopsOn: 'bank-public-order-cash',
      obliges: 'police',
    },
    // From receipt: as it is announced, or when it was served.
    'po-pay': {
      startsOn: ['public-order-fined', 'serve-public-order-decision'],
      again: 'goes-on',
      unless: 'offenderAbsent',
      where: 'there-is-a-fine',
      stopsOn: 'note-public-order-payment',
      obliges: 'subject',
    },
  },
} as const satisfies Part;
