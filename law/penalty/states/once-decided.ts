// Where a penalty may stand once it is decided, served and carried out, and how it ends.
import { REMEDIES_OVER as OVER } from '../../enforcement.ts';
import { PUBLICATION } from '../../publication.ts';
import { REMEDY } from '../../remedy.ts';
import { CASH, HANDED_IN } from '../cash.ts';
import type { Literal, On, PenaltyLaw } from '../penalty-law.ts';
import { offering, UNDER_WAY } from './offering.ts';

/** What goes on once it was decided, carried out or not. */
const DECIDED = {
  ...PUBLICATION,
  'note-criminal-fine': null,
  'note-change': null,
} as const satisfies On;
/** What goes on where a fine may have been among it. */
const FINED = { ...DECIDED, 'set-off-fine': null } as const satisfies On;
const UNDONE = { 'note-annulment': 'annulled', 'note-order-to-redo': 'to-decide-anew' } as const satisfies On;
const REMEDIES_OVER = [...OVER, 'counted-from-their-end'] as const;
const MARKED = ['penalty-decided'] as const;

export const onceDecided = (law: PenaltyLaw): Literal['states'] => {
  const on = offering(law);
  return {
    'fine-decided': {
      title: ['已决定罚款，待送达', 'Fine decided, to be served'],
      owed: true,
      marks: MARKED,
      on: on('fine-decided', { ...FINED, 'serve-decision': 'fine-due' }),
    },
    decided: {
      title: ['已决定处罚，待送达', 'Penalty decided, to be served'],
      owed: true,
      marks: MARKED,
      on: on('decided', { ...DECIDED, 'serve-decision': 'in-force' }),
    },
    'fine-due': {
      title: ['已送达，待缴纳罚款', 'Served, fine to be paid'],
      owed: true,
      marks: MARKED,
      on: on('fine-due', {
        ...FINED,
        ...CASH,
        ...UNDONE,
        ...REMEDY,
        'note-part-payment': null,
        'note-payment': 'executed',
        'allow-instalments': 'in-instalments',
        'add-late-fee': { to: null, when: 'payment-is-due' },
        'note-not-performed': { to: 'unperformed', when: ['payment-is-due', ...REMEDIES_OVER] },
      }),
    },
    'in-instalments': {
      title: ['暂缓或者分期缴纳中', 'Payment put off or by instalments'],
      owed: true,
      marks: MARKED,
      on: on('in-instalments', {
        ...FINED,
        ...CASH,
        ...UNDONE,
        ...REMEDY,
        'note-part-payment': null,
        'note-payment': 'executed',
        'add-late-fee': { to: null, when: 'instalments-are-due' },
        'note-not-performed': { to: 'unperformed', when: ['instalments-are-due', ...REMEDIES_OVER] },
      }),
    },
    'in-force': {
      title: ['已送达，待履行', 'Served, to be carried out'],
      owed: true,
      marks: MARKED,
      on: on('in-force', {
        ...DECIDED,
        ...UNDONE,
        ...REMEDY,
        'note-performance': 'executed',
        'note-not-performed': { to: 'unperformed', when: REMEDIES_OVER },
      }),
    },
    unperformed: {
      title: ['期满未履行', 'Not carried out'],
      owed: true,
      marks: MARKED,
      on: on('unperformed', {
        ...FINED,
        ...CASH,
        ...UNDONE,
        'add-late-fee': null,
        'note-part-payment': null,
        'note-payment': 'executed',
        'note-performance': 'executed',
        'urge-performance': null,
        'apply-to-court': 'enforcement-applied-for',
        'give-up-enforcement': 'closed',
      }),
    },
    'enforcement-applied-for': {
      title: ['已申请强制执行，待受理', 'Enforcement applied for'],
      owed: true,
      marks: MARKED,
      on: on('enforcement-applied-for', {
        ...FINED,
        ...HANDED_IN,
        'withdraw-application': 'unperformed',
        'accept-enforcement': 'under-enforcement',
        'refuse-enforcement': 'unperformed',
      }),
    },
    'under-enforcement': {
      title: ['人民法院强制执行中', 'Under enforcement by the court'],
      owed: true,
      marks: MARKED,
      on: on('under-enforcement', {
        ...FINED,
        ...HANDED_IN,
        ...UNDONE,
        'note-part-payment': null,
        'note-payment': 'executed',
        'note-performance': 'executed',
        'end-enforcement': 'unperformed',
        // N4 56(2): once the court has accepted it.
        'close-penalty': 'closed',
      }),
    },
    executed: {
      title: ['已履行，待结案', 'Carried out, to be closed'],
      marks: MARKED,
      on: on('executed', { ...FINED, ...HANDED_IN, ...UNDONE, ...REMEDY, 'close-penalty': 'closed' }),
    },
    'to-decide-anew': {
      title: ['处罚决定已撤销，责令重新处理', 'Annulled, to be decided anew'],
      marks: UNDER_WAY,
      on: on('to-decide-anew', { 'withdraw-publication': null, 'decide-anew': 'concluded' }),
    },
    'no-penalty': {
      title: ['不予处罚，待结案', 'No penalty, to be closed'],
      on: on('no-penalty', { 'close-penalty': 'closed-without-penalty' }),
    },
    terminated: {
      title: ['已终止调查，待结案', 'Terminated, to be closed'],
      on: on('terminated', { 'close-penalty': 'closed-without-penalty' }),
    },
    transferred: {
      title: ['已移送其他机关，待结案', 'Transferred to another organ, to be closed'],
      on: on('transferred', { 'close-penalty': 'closed-without-penalty' }),
    },
    'not-filed': { title: ['不予立案', 'Not filed'], terminal: true, on: on('not-filed', {}) },
    // A remedy may still be sought, and undo what is closed. What it orders to be decided anew is filed anew.
    closed: {
      title: ['已结案', 'Closed'],
      terminal: true,
      marks: MARKED,
      on: on('closed', { ...FINED, ...HANDED_IN, ...REMEDY, 'note-annulment': 'annulled' }),
    },
    'closed-without-penalty': { title: ['已结案（未处罚）', 'Closed without penalty'], terminal: true },
    annulled: {
      title: ['处罚决定已撤销', 'Decision annulled'],
      terminal: true,
      on: on('annulled', { 'withdraw-publication': null }),
    },
  };
};
