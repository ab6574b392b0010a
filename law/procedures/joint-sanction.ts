// The list of joint sanctions (S0 3.5c, S1 4.3c): who is put on it, as a finding of fraud proposes, is sanctioned by each member within its
// own powers; who objects or asks for repair is answered; whoever leaves it, and the list must be left once the finding is
// withdrawn, is freed of every sanction again.
import { defineProcedure } from '../define-procedure.ts';
import { LISTED_UNTIL, SANCTION_ITEMS } from '../shared-fields.ts';

export const jointSanction = defineProcedure({
  procedure: 'joint-sanction',
  version: 1,
  inForce: { from: '2001-01-01' },
  title: ['失信联合惩戒', 'Joint sanctions for dishonesty'],
  basis: [
    { act: 'O735', article: '33' },
    { act: 'JY', article: '45' },
    { act: 'S0', article: '3.5c' },
  ],
  roles: {
    credit: { title: ['信用建设牵头部门', 'credit department'], bodies: ['development-reform'], cast: 'actor', side: 'receiving', confirms: true },
    finder: { title: ['认定机关', 'bureau that found it'], bodies: ['medical-insurance'], cast: 'routing', side: 'sending', confirms: true },
  },
  fields: {
    listedUntil: LISTED_UNTIL,
    sanctionItems: SANCTION_ITEMS,
    listingApplication: {
      kind: 'code',
      title: ['申请事项', 'what is asked for'],
      options: { objection: ['异议', 'an objection'], repair: ['信用修复', 'repair of credit'] },
    },
    removalGround: {
      kind: 'code',
      title: ['移出事由', 'why it is taken off'],
      options: {
        'finding-withdrawn': ['认定已撤回', 'the finding was withdrawn'],
        repaired: ['已修复', 'credit repaired'],
        expired: ['惩戒期满', 'the term has ended'],
        'objection-upheld': ['异议成立', 'the objection holds'],
      },
    },
  },
  commands: {
    'enter-on-list': {
      event: 'entered-on-list',
      ofParty: true,
      title: ['列入失信联合惩戒对象名单', 'Enter it on the list'],
      by: 'credit',
      takes: ['listedUntil'],
      copyTo: ['finder'],
    },
    'order-sanctions': {
      event: 'sanctions-ordered',
      title: ['向成员单位发出联合惩戒函', 'Order the members to sanction it'],
      by: 'credit',
      needs: ['to', 'sanctionItems'],
      opens: { procedure: 'sanction-order', command: 'order-sanction', roles: { credit: 'credit' }, asks: true },
    },
    'take-listing-application': {
      event: 'listing-application-taken',
      title: ['收到当事人异议或者信用修复申请', 'The party objects, or asks for repair'],
      by: 'credit',
      needs: ['listingApplication'],
    },
    'refuse-listing-application': {
      event: 'listing-application-refused',
      title: ['不予采纳、不予修复并说明理由', 'Refuse it, with reasons'],
      by: 'credit',
      rank: 'head',
      reason: 'required',
    },
    'note-finding-withdrawn': {
      event: 'listing-lost-its-ground',
      title: ['告知认定已撤回', 'Say that the finding was withdrawn'],
      by: 'finder',
      copyTo: ['credit'],
    },
    'remove-from-list': {
      event: 'removed-from-list',
      title: ['移出名单', 'Take it off the list'],
      by: 'credit',
      reason: 'required',
      needs: ['removalGround'],
      copyTo: ['finder'],
      also: [{ procedure: 'sanction-order', command: 'lift-sanction', each: true }],
    },
  },
  results: ['enter-on-list', 'remove-from-list'],
  opensOn: { 'enter-on-list': 'listed' },
  per: 'subject-or-case',
  states: {
    listed: {
      title: ['已列入名单', 'On the list'],
      on: {
        'order-sanctions': null,
        'take-listing-application': 'applied-for',
        'note-finding-withdrawn': 'to-be-removed',
        'remove-from-list': 'removed',
      },
    },
    'applied-for': {
      title: ['已收到申请，待答复', 'An application is to be answered'],
      on: {
        'order-sanctions': null,
        'refuse-listing-application': 'listed',
        'note-finding-withdrawn': 'to-be-removed',
        'remove-from-list': 'removed',
      },
    },
    'to-be-removed': { title: ['认定已撤回，应当移出名单', 'To be taken off'], owed: true, on: { 'remove-from-list': 'removed' } },
    removed: { title: ['已移出名单', 'Off the list'], terminal: true },
  },
  clocks: {
    'agr-sanctions-ordered': { startsOn: 'enter-on-list', stopsOn: 'order-sanctions', obliges: 'credit', mootOn: ['note-finding-withdrawn', 'remove-from-list'] },
    'agr-listing-application': {
      startsOn: 'take-listing-application',
      stopsOn: ['refuse-listing-application', 'remove-from-list'],
      obliges: 'credit',
      mootOn: 'note-finding-withdrawn',
    },
    'agr-listing-end': {
      startsOn: 'enter-on-list',
      when: 'listedUntil',
      setBy: 'listedUntil',
      stopsOn: 'remove-from-list',
      obliges: 'credit',
      mootOn: 'note-finding-withdrawn',
    },
    'agr-delisting': { startsOn: 'note-finding-withdrawn', stopsOn: 'remove-from-list', obliges: 'credit', runsFrom: 'receipt' },
  },
  report: {
    counts: [
      { id: 'listings', title: ['列入失信联合惩戒名单', 'Put on the list of joint sanctions'], of: 'enter-on-list' },
      { id: 'listings-removed', title: ['移出失信联合惩戒名单', 'Taken off the list'], of: 'remove-from-list' },
    ],
  },
});
