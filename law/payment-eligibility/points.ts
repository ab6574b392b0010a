// Responsibility is established, and the points of it are given and added up (ZF48J 24 to 29).
import type { Part } from '../part.ts';
import { WITHDRAWN } from './entered-by-mistake.ts';
import { OF_THE_ROUND, OF_THE_YEAR } from './points-of-the-year.ts';

export const POINTS = {
  fields: {
    // ZF48J 31: the day the agency decided under the agreement, or received the penalty decision.
    decidedOn: {
      kind: 'date',
      title: ['协议处理决定或者行政处罚决定日期', 'day of the agreement decision or of the penalty'],
    },
    decisionReceivedOn: {
      kind: 'date',
      title: [
        '协议处理决定或者收到处罚决定书日期',
        'day of the agreement decision, or of receiving the penalty',
      ],
    },
    foundWith: {
      kind: 'code',
      title: ['责任认定依据', 'found with'],
      options: {
        penalty: ['行政处罚', 'a penalty of the bureau'],
        agreement: ['协议处理', 'the handling under the agreement'],
      },
    },
    // ZF48 annex 2: of one conduct at most twelve.
    points: { kind: 'count', least: 1, most: 12, title: ['本次记分', 'points given'] },
    responsibility: {
      kind: 'code',
      title: ['责任程度', 'degree of responsibility'],
      options: {
        general: ['一般责任', 'general'],
        important: ['重要责任', 'important'],
        main: ['主要责任', 'main'],
      },
    },
  },
  conditions: {
    'reached-nine': {
      if: { sum: { ...OF_THE_YEAR, atLeast: 9 } },
      title: ['本自然年度累计记分达到9分时', 'where the points of the year reach 9'],
      refusal: ['本自然年度累计记分未达到9分', 'The points of the year do not reach 9'],
      basis: [{ act: 'ZF48J', article: '29' }],
    },
    'reached-twelve': {
      if: { sum: { ...OF_THE_YEAR, atLeast: 12 } },
      title: ['本自然年度累计记分达到12分时', 'where the points of the year reach 12'],
      refusal: ['本自然年度累计记分未达到12分', 'The points of the year do not reach 12'],
      basis: [{ act: 'ZF48J', article: '29' }],
    },
    'twelve-at-once': {
      if: { sum: { ...OF_THE_ROUND, atLeast: 12 } },
      title: ['一次性记满12分时', 'where 12 points were given at once'],
      refusal: ['本次记分未满12分', 'Fewer than 12 points were given at once'],
      basis: [{ act: 'ZF48J', article: '29' }],
    },
    'decided-before-received': {
      if: { field: { name: 'decidedOn', upTo: 'decisionReceivedOn', now: true } },
      title: ['决定日期不晚于收到决定之日时', 'where it was decided no later than it was received'],
      refusal: ['决定日期不得晚于收到决定之日', 'It cannot have been received before it was decided'],
    },
    'no-longer-nine': {
      if: { sum: { ...OF_THE_YEAR, below: 9 } },
      title: ['本自然年度累计记分调整为不足9分时', 'where the points of the year are fewer than 9 by now'],
      refusal: ['本自然年度累计记分达到9分', 'The points of the year reach 9'],
      basis: [{ act: 'ZF48J', article: '29' }],
    },
    'no-longer-twelve': {
      if: { sum: { ...OF_THE_YEAR, below: 12 } },
      title: ['本自然年度累计记分调整为不足12分时', 'where the points of the year are fewer than 12 by now'],
      refusal: ['本自然年度累计记分达到12分', 'The points of the year reach 12'],
      basis: [{ act: 'ZF48J', article: '29' }],
    },
  },
  commands: {
    // ZF48J 24: the bureau finds responsibility with its penalty, and hands it over; the agency with its handling under the agreement.
    'establish-responsibility': {
      event: 'responsibility-established',
      title: ['认定责任或者收到责任认定', 'Establish responsibility, or receive the bureau’s finding'],
      by: 'agency',
      needs: ['decisionReceivedOn'],
      takes: ['decidedOn', 'responsibility', 'foundWith'],
      onRecord: ['decidedOn'],
      when: ['is-a-person', 'stands-in-a-case-of-its-own', 'decided-before-received'],
      copyTo: ['bureau'],
    },
    'record-points': {
      event: 'points-recorded',
      title: ['记分', 'Record the points'],
      by: 'agency',
      needs: ['points'],
      takes: ['responsibility'],
      copyTo: ['bureau'],
    },
    'check-total': {
      event: 'total-checked',
      title: ['核对当年累计记分', 'Check the total of the year'],
      by: 'agency',
    },
  },
  states: {
    found: {
      title: ['已认定责任，待记分', 'Responsibility found'],
      on: {
        'record-points': { to: 'termination-due', when: 'reached-twelve', else: 'total-to-check' },
        ...WITHDRAWN,
      },
    },
    'total-to-check': {
      title: ['已记分，待核对当年累计', 'Points recorded, total to be checked'],
      on: { 'check-total': { to: 'suspension-due', when: 'reached-nine', else: 'notice-due' }, ...WITHDRAWN },
    },
  },
  clocks: {
    'elig-notice': {
      startsOn: 'establish-responsibility',
      stopsOn: ['issue-points-notice', 'suspend-eligibility', 'terminate-eligibility'],
      obliges: 'agency',
      mootOn: 'withdraw-responsibility',
      startsAt: 'decisionReceivedOn',
    },
  },
} as const satisfies Part;
