// The bureau's verified finding of fraud with its grade (S0 4.3b, S2 3.7c): where it is especially serious, health, market and drug
// regulation owe stopping of business, revocation or bans, each within its own powers; where it is serious, the joint-sanction list.
// Nobody revokes another's licence: each owner answers what it does, or why it does nothing.
import { defineProcedure } from '../define-procedure.ts';
import { FOUND_ALREADY } from '../found-already.ts';
import { AMOUNT_BAND_NAMES, AMOUNT_BANDS, CONDUCT_ENDED_ON, LISTED_UNTIL, MEASURE_NAMES, MEASURES_AGAINST, PERSONS_AGAINST } from '../shared-fields.ts';

const ANSWERS = {
  'answer-as-health': null,
  'decline-as-health': null,
  'answer-as-market': null,
  'decline-as-market': null,
  'answer-as-drug': null,
  'decline-as-drug': null,
} as const;
/** Whoever registers the drug trade and its pharmacists in the region. */
const DRUG_OWNERS = ['market', 'drug'] as const;
/**
 * S0 4.3b, S2 3.7c: what the owners shall impose where it is especially serious, each asked for in a proceeding of its own. The bar from
 * managing designated institutions is the bureau’s own (O735 43, YBF 50).
 */
const ASKED_OF_OWNERS = [
  { procedure: 'practice-licence', command: 'request-measure', roles: { requester: 'finder', owner: 'health' }, when: 'against-the-institution' },
  { procedure: 'drug-business', command: 'request-measure', roles: { requester: 'finder', owner: DRUG_OWNERS }, when: 'against-a-drug-seller' },
  { procedure: 'practitioner', command: 'request-measure', roles: { requester: 'finder', owner: 'health' }, about: 'practitioners' },
  { procedure: 'practitioner', command: 'request-measure', roles: { requester: 'finder', owner: ['drug', 'market'] }, about: 'pharmacists' },
  { procedure: 'practitioner', command: 'begin-measure', roles: { owner: 'finder' }, about: 'managers', asks: true },
] as const;
/** Found in writing by the head, as a penalty is; where the penalty itself was found grave it grows out of that (`find-gravity`). */
const FOUND = { by: 'finder', rank: 'head', papers: ['verified-finding'], when: 'not-found-of-the-party' } as const;
const LISTED = { 'list-for-sanctions': null, 'decline-listing': null } as const;
const never = (command: string, since?: string) => ({ never: { command, ...(since === undefined ? {} : { since }) } }) as const;
const SAID_ALREADY = {
  code: 'ANSWERED_ALREADY',
  refusal: ['已经答复；答复有误的，更正该答复', 'It has answered; what was said wrongly is corrected'],
} as const;
/** Who said why it does nothing has answered; what is done may be added to. */
const notDeclined = (decline: string) => ({ ...SAID_ALREADY, if: never(decline), title: ['未说明不采取措施时', 'unless it declined'] }) as const;
const notAnswered = (answer: string, decline: string) =>
  ({ ...SAID_ALREADY, if: { allOf: [never(answer), never(decline)] }, title: ['尚未答复时', 'unless it answered'] }) as const;

export const verifiedFinding = defineProcedure({
  procedure: 'verified-finding',
  version: 1,
  inForce: { from: '2001-01-01' },
  title: ['欺诈骗保查实认定', 'Verified finding of fraud'],
  basis: [{ act: 'O735', article: '33' }, { act: 'O735', article: '40' }, { act: 'O735', article: '43' }, { act: 'YBF', article: '50' }, { act: 'AGREED' }],
  roles: {
    finder: { title: ['认定机关', 'bureau that finds it'], bodies: ['medical-insurance'], cast: 'actor', side: 'sending', confirms: true },
    health: { title: ['卫生健康部门', 'health'], bodies: ['health'], cast: 'routing', side: 'receiving' },
    market: { title: ['市场监管部门', 'market regulation'], bodies: ['market-regulation'], cast: 'routing', side: 'receiving' },
    drug: { title: ['药品监管部门', 'drug regulation'], bodies: ['drug-regulation'], cast: 'routing', side: 'receiving' },
    credit: { title: ['信用建设牵头部门', 'credit department'], bodies: ['development-reform'], cast: 'routing', side: 'receiving' },
  },
  fields: {
    ...AMOUNT_BANDS,
    conductEndedOn: CONDUCT_ENDED_ON,
    measuresAgainst: MEASURES_AGAINST,
    ...PERSONS_AGAINST,
    listedUntil: LISTED_UNTIL,
    ownerMeasures: {
      kind: 'code',
      list: true,
      title: ['采取的措施', 'measures taken'],
      options: {
        'stop-business': ['停业整顿', 'stopping of business'],
        'revoke-licence': ['吊销执业（经营）资格', 'revocation of the licence'],
        ban: ['从业限制', 'ban from the trade'],
        penalty: ['其他行政处罚', 'another penalty'],
      },
    },
  },
  conditions: {
    // Another penalty is another matter.
    'not-found-of-the-party': {
      ...FOUND_ALREADY,
      if: { noneOpen: { of: 'subject', source: true } },
      title: ['该当事人没有尚未办结的认定，或者来源不同时', 'while no finding about the party is open, or where it grows out of another penalty'],
    },
    'health-has-not-declined': notDeclined('decline-as-health'),
    'health-has-not-answered': notAnswered('answer-as-health', 'decline-as-health'),
    'market-has-not-declined': notDeclined('decline-as-market'),
    'market-has-not-answered': notAnswered('answer-as-market', 'decline-as-market'),
    'drug-has-not-declined': notDeclined('decline-as-drug'),
    'drug-has-not-answered': notAnswered('answer-as-drug', 'decline-as-drug'),
    // Graver facts are a reason to look at it anew.
    'credit-has-not-answered': {
      ...SAID_ALREADY,
      if: { allOf: [never('list-for-sanctions'), never('decline-listing', 'raise-grade')] },
      title: ['信用部门尚未答复时', 'unless the credit department answered'],
    },
    'against-the-institution': {
      if: { field: { name: 'measuresAgainst', has: 'institution' } },
      title: ['建议处理医疗机构时', 'where measures against the institution are asked for'],
      refusal: ['未建议处理医疗机构', 'No measure against the institution is asked for'],
    },
    'against-a-drug-seller': {
      if: { field: { name: 'measuresAgainst', has: 'drug-seller' } },
      title: ['建议处理药品经营企业时', 'where measures against the drug seller are asked for'],
      refusal: ['未建议处理药品经营企业', 'No measure against the drug seller is asked for'],
    },
  },
  papers: {
    'verified-finding': ['欺诈骗保查实认定书', 'Verified finding'],
    'licence-measure-notice': ['停业整顿、吊销、从业限制移送函', 'Letter on measures against licence and trade'],
  },
  commands: {
    'find-serious': {
      event: 'found-serious',
      title: ['认定情节严重，建议列入失信联合惩戒', 'Find it serious; propose joint sanctions'],
      ...FOUND,
      takes: ['conductEndedOn', ...AMOUNT_BAND_NAMES],
      copyTo: ['credit'],
    },
    'find-especially-serious': {
      event: 'found-especially-serious',
      title: ['认定情节特别严重，通报有关部门', 'Find it especially serious; tell the owners'],
      ...FOUND,
      takes: ['conductEndedOn', ...MEASURE_NAMES, ...AMOUNT_BAND_NAMES],
      copyTo: ['health', 'market', 'drug', 'credit'],
      opens: ASKED_OF_OWNERS,
    },
    // Graver facts come to light.
    'raise-grade': {
      event: 'grade-raised',
      title: ['改认定为情节特别严重', 'Raise it to especially serious'],
      by: 'finder',
      rank: 'head',
      reason: 'required',
      takes: [...MEASURE_NAMES, ...AMOUNT_BAND_NAMES],
      opens: ASKED_OF_OWNERS,
      copyTo: ['health', 'market', 'drug', 'credit'],
    },
    'send-finding-papers': {
      event: 'finding-papers-sent',
      title: ['送交认定书和移送函', 'Send the finding and the letter'],
      by: 'finder',
      papers: ['verified-finding', 'licence-measure-notice'],
      copyTo: ['health', 'market', 'drug', 'credit'],
    },
    'answer-as-health': {
      event: 'answered-by-health',
      title: ['卫生健康部门答复采取的措施', 'Health says what it does'],
      by: 'health',
      needs: ['ownerMeasures'],
      when: 'health-has-not-declined',
    },
    'decline-as-health': {
      event: 'declined-by-health',
      title: ['卫生健康部门说明不采取措施的理由', 'Health says why it does nothing'],
      by: 'health',
      reason: 'required',
      when: 'health-has-not-answered',
    },
    'answer-as-market': {
      event: 'answered-by-market',
      title: ['市场监管部门答复采取的措施', 'Market regulation says what it does'],
      by: 'market',
      needs: ['ownerMeasures'],
      when: 'market-has-not-declined',
    },
    'decline-as-market': {
      event: 'declined-by-market',
      title: ['市场监管部门说明不采取措施的理由', 'Market regulation says why it does nothing'],
      by: 'market',
      reason: 'required',
      when: 'market-has-not-answered',
    },
    'answer-as-drug': {
      event: 'answered-by-drug',
      title: ['药品监管部门答复采取的措施', 'Drug regulation says what it does'],
      by: 'drug',
      needs: ['ownerMeasures'],
      when: 'drug-has-not-declined',
    },
    'decline-as-drug': {
      event: 'declined-by-drug',
      title: ['药品监管部门说明不采取措施的理由', 'Drug regulation says why it does nothing'],
      by: 'drug',
      reason: 'required',
      when: 'drug-has-not-answered',
    },
    'list-for-sanctions': {
      event: 'listed-for-sanctions',
      title: ['决定列入失信联合惩戒对象名单', 'Decide to put it on the list of joint sanctions'],
      by: 'credit',
      takes: ['listedUntil'],
      when: 'credit-has-not-answered',
      opens: { procedure: 'joint-sanction', command: 'enter-on-list', roles: { credit: 'credit', finder: 'finder' } },
    },
    'decline-listing': {
      event: 'listing-declined',
      title: ['说明不列入名单的理由', 'Say why it is not listed'],
      by: 'credit',
      reason: 'required',
      when: 'credit-has-not-answered',
    },
    'withdraw-finding': {
      event: 'finding-withdrawn',
      title: ['撤回认定', 'Withdraw the finding'],
      by: 'finder',
      rank: 'head',
      reason: 'required',
      copyTo: ['health', 'market', 'drug', 'credit'],
      also: [
        { procedure: 'joint-sanction', command: 'note-finding-withdrawn', each: true },
        // CF 17, 18: the owner alone decides whether it goes on.
        ...(['practice-licence', 'practitioner', 'drug-business'] as const).map((procedure) => ({
          procedure,
          command: 'note-ground-fell',
          each: true as const,
        })),
      ],
    },
    'close-finding': { event: 'finding-closed', title: ['汇总处置结果，办结', 'Sum up and close'], by: 'finder' },
  },
  results: ['find-serious', 'find-especially-serious', 'raise-grade', 'withdraw-finding', 'close-finding'],
  opensOn: { 'find-serious': 'serious', 'find-especially-serious': 'especially-serious' },
  per: 'subject-or-case',
  states: {
    serious: {
      title: ['情节严重', 'Serious'],
      on: { ...LISTED, 'send-finding-papers': null, 'raise-grade': 'especially-serious', 'withdraw-finding': 'withdrawn', 'close-finding': 'closed-serious' },
    },
    'especially-serious': {
      title: ['情节特别严重', 'Especially serious'],
      // Each owner must answer it.
      owed: true,
      on: { ...ANSWERS, ...LISTED, 'send-finding-papers': null, 'withdraw-finding': 'withdrawn', 'close-finding': 'closed' },
    },
    // Whoever still owes an answer owes it after the closing too, and a penalty that is annulled takes the finding that grew out of it with it.
    'closed-serious': {
      title: ['已办结（情节严重）', 'Closed (serious)'],
      terminal: true,
      on: { ...LISTED, 'withdraw-finding': 'withdrawn' },
    },
    closed: {
      title: ['已办结（情节特别严重）', 'Closed (especially serious)'],
      terminal: true,
      on: { ...ANSWERS, ...LISTED, 'withdraw-finding': 'withdrawn' },
    },
    withdrawn: { title: ['认定已撤回', 'Withdrawn'], terminal: true },
  },
  clocks: {
    'agr-finding-health': {
      startsOn: 'especially-serious',
      stopsOn: ['answer-as-health', 'decline-as-health'],
      mootOn: 'withdraw-finding',
      obliges: 'health',
      runsFrom: 'receipt',
    },
    'agr-finding-market': {
      startsOn: 'especially-serious',
      stopsOn: ['answer-as-market', 'decline-as-market'],
      mootOn: 'withdraw-finding',
      obliges: 'market',
      runsFrom: 'receipt',
    },
    'agr-finding-drug': {
      startsOn: 'especially-serious',
      stopsOn: ['answer-as-drug', 'decline-as-drug'],
      mootOn: 'withdraw-finding',
      obliges: 'drug',
      runsFrom: 'receipt',
    },
    'agr-finding-credit': {
      startsOn: ['find-serious', 'find-especially-serious'],
      stopsOn: ['list-for-sanctions', 'decline-listing'],
      mootOn: 'withdraw-finding',
      obliges: 'credit',
      runsFrom: 'receipt',
    },
    'agr-finding-result': {
      startsOn: ['find-serious', 'find-especially-serious'],
      stopsOn: 'close-finding',
      mootOn: 'withdraw-finding',
      obliges: 'finder',
    },
  },
  report: {
    counts: [
      { id: 'findings-serious', title: ['情节严重认定', 'Found serious'], of: 'find-serious' },
      { id: 'findings-especially-serious', title: ['情节特别严重认定', 'Found especially serious'], of: ['find-especially-serious', 'raise-grade'] },
    ],
  },
});
