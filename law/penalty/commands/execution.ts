// A decision served, paid, set off, urged and enforced (CF 66 to 74).
import { CASE_CONTENT } from '../../passed-on.ts';
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
    when: 'was-fined',
  },
  // CF 35(2), O310 11(3): a fine that was imposed first is set off against the criminal one.
  'set-off-fine': {
    event: 'fine-set-off',
    title: ['罚款折抵罚金', 'Set the fine off against the criminal one'],
    by: 'organ',
    copyTo: ['court'],
    when: ['was-fined', 'fined-by-a-court', 'not-set-off-yet'],
  },
  'note-remedy': {
    event: 'remedy-noted',
    title: ['登记当事人申请复议或者起诉', 'Note that the party seeks a remedy'],
    by: 'organ',
    takes: ['remedySought'],
    // FY 24, SS 18: whoever decides on it where the register has them hears of it, and takes it up in the same case.
    copyWhere: [
      { to: 'authority', when: 'reconsideration-sought' },
      { to: 'court', when: 'suit-sought' },
    ],
  },
  // SS 45, 85, FY 20: nothing is left to ask for, nor to appeal.
  'note-remedies-exhausted': {
    event: 'remedies-exhausted-noted',
    title: ['登记复议、诉讼终结且不能再起诉、上诉', 'Note that the remedy sought has ended for good'],
    by: 'organ',
    papers: ['remedy-decision'],
    when: 'no-remedy-pending',
  },
  'note-not-performed': {
    event: 'non-performance-noted',
    title: ['登记救济期满未履行', 'Note that it was not carried out'],
    by: 'organ',
    needs: ['enforceableFrom'],
  },
  'urge-performance': {
    event: 'performance-urged',
    title: ['催告履行', 'Urge the party'],
    by: 'organ',
    papers: ['urging-notice'],
  },
  'apply-to-court': {
    event: 'enforcement-applied-for',
    title: ['申请人民法院强制执行', 'Apply to the court for enforcement'],
    by: 'organ',
    rank: 'head',
    papers: ['enforcement-application'],
    when: ['no-remedy-pending', 'urged-ten-days-ago'],
    handsTo: 'court',
    passes: CASE_CONTENT,
  },
  'withdraw-application': {
    event: 'application-withdrawn',
    title: ['撤回强制执行申请', 'Withdraw the application'],
    by: 'organ',
    closesHandOff: 'taken-back',
  },
  'accept-enforcement': {
    event: 'enforcement-accepted',
    title: ['受理强制执行申请', 'Accept the application'],
    by: 'court',
    closesHandOff: 'received',
  },
  'refuse-enforcement': {
    event: 'enforcement-refused',
    title: ['不予受理强制执行申请', 'Refuse the application'],
    by: 'court',
    reason: 'required',
    closesHandOff: 'returned',
  },
  'end-enforcement': {
    event: 'enforcement-ended',
    title: ['裁定不予执行或者终结执行', 'Rule that it is not, or no longer, enforced'],
    by: 'court',
    reason: 'required',
  },
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
