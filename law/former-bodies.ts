// Kinds of organ that are no more: from when to when there were any, and who took over what they did. A case of their day is theirs;
// none is registered after it. Days are those by which the reform was to be carried out in every county (JG2018: by the end of March
// 2019); the tax bureaus were one everywhere from 20 July 2018, inspection was under the commissions from 20 March 2018, when the Supervision
// Law came into force. A division may have been earlier: its own departments are registered and retired in its register.
import type { Body } from '../schemas/ids.ts';
import type { FormerBody, LaterBody } from '../schemas/law.ts';

const reformed = (successor: Body, until = '2019-04-01', from?: string): FormerBody => ({
  ...(from === undefined ? {} : { from }),
  until,
  successor,
  basis: [{ act: 'JG2018' }],
});

export const formerBodies: Readonly<Partial<Record<Body, FormerBody>>> = {
  'health-family-planning': reformed('health', '2019-04-01', '2013-03-14'),
  'food-drug': reformed('drug-regulation', '2019-04-01', '2013-03-14'),
  // Price supervision and the penalties for it went to market regulation.
  'price-control': reformed('market-regulation'),
  'supervision-bureau': reformed('discipline-inspection', '2018-03-20'),
  'state-tax': reformed('tax', '2018-07-20'),
  'local-tax': reformed('tax', '2018-07-20'),
};

/**
 * Kinds that there were not always, and who did what they do until then; while the reform was under way either did, as each place had it.
 * Before it human resources led the supervision of the fund (S3 of 2017), and some places had bureaus of their own already.
 */
export const laterBodies: Readonly<Partial<Record<Body, LaterBody>>> = {
  'medical-insurance': {
    from: '2018-03-21',
    predecessor: 'human-resources',
    until: '2019-04-01',
    basis: [{ act: 'JG2018' }],
  },
};

/** Every kind of department there is today, save whoever publishes a fact. */
export const presentBodies = (all: readonly Body[]): Body[] =>
  all.filter((body) => body !== 'publisher' && !Object.hasOwn(formerBodies, body));
