// The limits of a penalty once it is decided: service, payment, remedies, enforcement, publication, closing.
import { enforcementClocks } from '../../enforcement.ts';
import { remedyClocks } from '../../remedy.ts';
import { cashClocks } from '../cash.ts';
import { ALL_DECISIONS, type Clocks, type PenaltyLaw, TERMINATIONS } from '../penalty-law.ts';

export const clocksOnceDecided = (law: PenaltyLaw): Clocks => ({
  [law.serve]: {
    startsOn: ['decide-fine', 'decide-without-fine'],
    stopsOn: 'serve-decision',
    obliges: 'organ',
  },
  'pen-pay': {
    startsOn: 'fine-due',
    stopsOn: 'note-payment',
    mootOn: ['allow-instalments', 'note-annulment', 'note-order-to-redo', 'give-up-enforcement'],
    obliges: 'subject',
  },
  'pen-instalments': {
    startsOn: 'allow-instalments',
    stopsOn: 'note-payment',
    mootOn: ['note-annulment', 'note-order-to-redo', 'give-up-enforcement'],
    setBy: 'paidBy',
    obliges: 'subject',
  },
  // FY 20, SS 46: whoever pays, and whatever the organ closes, the party has its days.
  ...remedyClocks(['fine-due', 'in-force'], ['note-annulment', 'note-order-to-redo']),
  ...enforcementClocks('organ', [
    'note-payment',
    'note-performance',
    'note-annulment',
    'note-order-to-redo',
    'give-up-enforcement',
  ]),
  [law.publish]: {
    startsOn: ['decide-fine', 'decide-without-fine'],
    ...(law.publishWhere ? { where: law.publishWhere } : {}),
    stopsOn: 'publish-decision',
    mootOn: ['note-annulment', 'note-order-to-redo'],
    obliges: 'organ',
  },
  [law.withdrawPublication]: {
    startsOn: ['note-annulment', 'note-change', 'note-order-to-redo'],
    where: 'is-published',
    again: 'goes-on',
    stopsOn: 'withdraw-publication',
    mootOn: 'decide-anew',
    obliges: 'organ',
  },
  ...cashClocks(law.cash),
  'pen-redo': {
    startsOn: 'note-order-to-redo',
    setBy: 'redoBy',
    stopsOn: [...ALL_DECISIONS, 'transfer-elsewhere'],
    mootOn: TERMINATIONS,
    obliges: 'organ',
  },
  ...(law.close
    ? {
        [law.close]: {
          // SAMR2 77: what a court enforces is closed when it ends, not when it was applied for.
          startsOn: ['executed', 'no-penalty', 'terminated', 'transferred', 'end-enforcement'],
          again: 'goes-on',
          stopsOn: ['close-penalty', 'give-up-enforcement'],
          mootOn: ['note-annulment', 'note-order-to-redo', 'urge-performance', 'apply-to-court'],
          obliges: 'organ',
        },
      }
    : {}),
});
