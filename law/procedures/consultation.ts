// A written question about filing standards and evidence, from an administrative organ to the police or the procuratorate, in a
// case or before there is one: each that is asked answers for itself (GJ2006 10, GJ2021 13, FF6 23(1)).
import { administrativeOrgans } from '../administrative-organs.ts';
import { defineProcedure } from '../define-procedure.ts';

export const consultation = defineProcedure({
  procedure: 'consultation',
  version: 1,
  inForce: { from: '2001-01-01' },
  title: ['立案标准和证据咨询', 'Consultation on filing standards and evidence'],
  basis: [
    { act: 'GJ2006', article: '10' },
    { act: 'GJ2021', article: '13' },
    { act: 'FF6', article: '23(1)' },
  ],
  roles: {
    asker: { title: ['咨询机关', 'organ that asks'], bodies: administrativeOrgans, cast: 'actor', side: 'sending', confirms: true },
    consulted: { title: ['被咨询机关', 'organ that is asked'], bodies: ['public-security', 'procuratorate'], cast: 'to', side: 'receiving' },
  },
  commands: {
    'consult-standard': { event: 'standard-consulted', title: ['书面咨询', 'Ask in writing'], by: 'asker', needs: ['to', 'summary'] },
    'answer-consultation': { event: 'consultation-answered', title: ['书面答复咨询', 'Answer in writing'], by: 'consulted', needs: ['summary'] },
    'withdraw-consultation': { event: 'consultation-withdrawn', title: ['撤回咨询', 'Withdraw the question'], by: 'asker' },
  },
  opensOn: { 'consult-standard': 'asked' },
  per: 'receiver',
  states: {
    asked: { title: ['待答复', 'To be answered'], on: { 'answer-consultation': 'answered', 'withdraw-consultation': 'withdrawn' } },
    answered: { title: ['已答复', 'Answered'], terminal: true },
    withdrawn: { title: ['已撤回', 'Withdrawn'], terminal: true },
  },
  clocks: {
    'sup-consult-reply': {
      startsOn: 'consult-standard',
      stopsOn: 'answer-consultation',
      obliges: 'consulted',
      mootOn: 'withdraw-consultation',
      runsFrom: 'receipt',
    },
  },
});
