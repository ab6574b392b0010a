// What the points bring about, and its service: a notice, a suspension at nine, a termination at twelve (ZF48J 29).
import type { Part } from '../part.ts';
import { WITHDRAWN } from './entered-by-mistake.ts';
import { REPAIRED } from './objection-and-repair.ts';

export const MEASURE = {
  fields: {
    suspendedMonths: { kind: 'count', least: 1, most: 6, title: ['暂停月数', 'months of suspension'] },
    suspendedUntil: {
      kind: 'date',
      counted: { months: 'suspendedMonths', from: 'suspend-eligibility' },
      title: ['暂停期满日', 'day the suspension ends'],
    },
    // ZF48J 29: of the two the one counts that the points bring about.
    barOneYearUntil: {
      kind: 'date',
      counted: { months: 12, from: 'terminate-eligibility' },
      title: ['终止满1年之日', 'day a year after the termination'],
    },
    barThreeYearsUntil: {
      kind: 'date',
      counted: { months: 36, from: 'terminate-eligibility' },
      title: ['终止满3年之日', 'day three years after the termination'],
    },
  },
  papers: {
    'points-notice': ['记分处理通知书', 'Notice of points'],
  },
  conditions: {
    'is-suspended-still': {
      if: { happened: { command: 'suspend-eligibility', since: 'restore-eligibility' } },
      title: ['暂停尚未恢复时', 'while a suspension was not lifted'],
      refusal: ['未在暂停期内', 'No suspension is in force'],
    },
  },
  commands: {
    'issue-points-notice': {
      event: 'points-notice-issued',
      title: ['出具记分通知', 'Issue the notice of points'],
      by: 'agency',
      papers: ['points-notice'],
    },
    'suspend-eligibility': {
      event: 'eligibility-suspended',
      title: ['暂停医保支付资格1至6个月', 'Suspend for one to six months'],
      by: 'agency',
      rank: 'head',
      needs: ['suspendedMonths'],
      takes: ['suspendedUntil'],
      papers: ['points-notice'],
      copyTo: ['bureau'],
    },
    'terminate-eligibility': {
      event: 'eligibility-terminated',
      title: ['终止医保支付资格', 'Terminate eligibility'],
      by: 'agency',
      rank: 'head',
      when: 'reached-twelve',
      takes: ['barOneYearUntil', 'barThreeYearsUntil'],
      papers: ['points-notice'],
      copyTo: ['bureau'],
    },
    'serve-points-notice': {
      event: 'points-notice-served',
      title: ['送达所在定点医药机构', 'Serve it on the institution'],
      by: 'agency',
    },
  },
  states: {
    'notice-due': {
      title: ['待出具记分通知', 'Notice due'],
      on: { 'issue-points-notice': 'notice-issued', ...WITHDRAWN },
    },
    'suspension-due': {
      title: ['累计达9分，待暂停', 'Nine points, to be suspended'],
      on: {
        'suspend-eligibility': { to: 'suspension-issued', when: 'reached-nine' },
        'check-total': { to: 'notice-due', when: 'no-longer-nine' },
        ...REPAIRED,
        ...WITHDRAWN,
      },
    },
    'termination-due': {
      title: ['达到12分，待终止', 'Twelve points, to be terminated'],
      on: {
        'terminate-eligibility': {
          to: 'terminated-three-years',
          when: 'twelve-at-once',
          else: 'terminated-one-year',
        },
        'check-total': { to: 'total-to-check', when: 'no-longer-twelve' },
        ...REPAIRED,
        ...WITHDRAWN,
      },
    },
    'notice-issued': {
      title: ['记分通知待送达', 'Notice to be served'],
      on: { 'serve-points-notice': { to: 'suspended', when: 'is-suspended-still', else: 'normal' } },
    },
    'suspension-issued': {
      title: ['暂停通知待送达', 'Suspension to be served'],
      on: { 'serve-points-notice': 'suspension-served' },
    },
    'terminated-one-year': {
      title: ['终止通知待送达（1年）', 'Termination for one year, to be served'],
      on: { 'serve-points-notice': 'termination-served' },
    },
    'terminated-three-years': {
      title: ['终止通知待送达（3年）', 'Termination for three years, to be served'],
      on: { 'serve-points-notice': 'termination-served' },
    },
  },
  clocks: {
    'elig-notice-service': {
      startsOn: ['issue-points-notice', 'suspend-eligibility', 'terminate-eligibility'],
      stopsOn: 'serve-points-notice',
      obliges: 'agency',
    },
  },
} as const satisfies Part;
