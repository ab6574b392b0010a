// A decision served, paid, set off, urged and enforced (CF 66 to 74).
import { enforcementCommands } from '../../enforcement.ts';
import { remedyCommands } from '../../remedy.ts';
import type { Literal } from '../penalty-law.ts';

export const EXECUTION_COMMANDS = {
  'serve-decision': {
    event: 'decision-served',
    title: ['送达处罚决定书', 'Serve the decision'],
    by: 'organ',
    papers: ['service-return'],
  },
  'note-part-payment': {
    event: 'part-payment-noted',
    title: ['登记部分缴款', 'Note a part payment'],
    by: 'organ',
    needs: ['amountFen'],
    when: 'was-fined',
  },
  'note-payment': {
    event: 'payment-noted',
    title: ['登记缴清罚款', 'Note that the fine is paid'],
    by: 'organ',
    needs: ['amountFen'],
    when: 'was-fined',
  },
  // CF 71, N4 52.
  'collect-cash': {
    event: 'cash-collected',
    title: ['当场收缴罚款', 'Take the fine in cash'],
    by: 'organ',
    when: 'was-fined',
  },
  'hand-in-cash': {
    event: 'cash-handed-in',
    title: ['当场收缴的罚款交至机关', 'Hand the cash in'],
    by: 'organ',
    when: 'cash-to-hand-in',
  },
  'bank-cash': {
    event: 'cash-banked',
    title: ['当场收缴的罚款缴付银行', 'Pay the cash into the bank'],
    by: 'organ',
    when: 'cash-to-bank',
  },
  'note-performance': {
    event: 'performance-noted',
    title: ['登记履行完毕', 'Note that it is carried out'],
    by: 'organ',
  },
  'allow-instalments': {
    event: 'instalments-allowed',
    title: ['批准暂缓或者分期缴纳罚款', 'Allow deferred or part payment'],
    by: 'organ',
    rank: 'head',
    papers: ['instalment-approval'],
    needs: ['paidBy'],
  },
  'add-late-fee': {
    event: 'late-fee-added',
    title: ['加处罚款', 'Add the late fee'],
    by: 'organ',
    needs: ['amountFen'],
    when: ['was-fined', 'no-remedy-goes-on'],
  },
  // CF 35(2), O310 11(3): a fine that was imposed first is set off against the criminal one.
  'set-off-fine': {
    event: 'fine-set-off',
    title: ['罚款折抵罚金', 'Set the fine off against the criminal one'],
    by: 'organ',
    copyTo: ['court'],
    when: ['was-fined', 'fined-by-a-court', 'not-set-off-yet'],
  },
  ...remedyCommands('organ'),
  ...enforcementCommands('organ'),
  'give-up-enforcement': {
    event: 'enforcement-given-up',
    title: ['无法执行，结案', 'Close: it cannot be enforced'],
    by: 'organ',
    rank: 'head',
    reason: 'required',
    papers: ['closing-report'],
    when: 'no-measure-open',
  },
} as const satisfies Literal['commands'];
