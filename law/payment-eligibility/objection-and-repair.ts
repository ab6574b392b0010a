// What may take points off, and shorten a measure by it: an objection that was right, or a repair (ZF48J 38, 41, 44).
import type { Part } from '../part.ts';
import { OF_THE_YEAR, TAKEN_OFF, TOLD } from './points-of-the-year.ts';

/** ZF48J 44: what is put right of a measure after an objection since. */
const OBJECTION_WAS_RIGHT = {
  children: {
    procedure: 'eligibility-objection',
    are: 'some',
    in: ['adjusted', 'adjusted-told'],
    since: ['suspend-eligibility', 'terminate-eligibility'],
    until: ['establish-responsibility'],
    told: TOLD,
  },
} as const;

/** ZF48J 44: the status follows the points that stand, with no application and no assessment. */
export const AFTER_OBJECTION = {
  to: 'normal',
  when: 'points-taken-off',
  title: ['记分调整后恢复支付资格', 'Restore as the points were put right'],
} as const;

/** ZF48J 38: repaired as the agency checks what was put right. */
const REPAIR_ACCEPTED = {
  happened: { command: 'accept-repair', since: 'establish-responsibility' },
} as const;

export const REPAIRED = { 'accept-repair': null, 'repair-points': null } as const;

export const OBJECTION_AND_REPAIR = {
  fields: {
    barredMonths: {
      kind: 'count',
      least: 1,
      most: 35,
      title: ['修复后的终止月数', 'months of termination after a repair'],
    },
    barredUntil: {
      kind: 'date',
      counted: { months: 'barredMonths', from: 'terminate-eligibility' },
      title: ['修复后终止期满日', 'day the termination ends after a repair'],
    },
    pointsTakenOff: { kind: 'count', least: 1, most: 12, title: ['减免分值', 'points taken off'] },
  },
  papers: {
    'points-objection': ['书面申诉材料', 'Written objection'],
    'repair-application': ['记分修复申请书', 'Application for repair'],
  },
  conditions: {
    // ZF48J 41: in the days since it was told, wherever the points have come to by then.
    'has-been-told': {
      if: {
        anyOf: ['serve-points-notice', 'suspend-with-agreement', 'terminate-with-agreement'].map(
          (command) => ({ happened: { command } }),
        ),
      },
      title: ['处理通知已经送达后', 'once a measure was told'],
      refusal: ['处理通知尚未送达', 'No measure was told yet'],
      basis: [{ act: 'ZF48J', article: '41' }],
    },
    'may-be-shortened': {
      if: { anyOf: [OBJECTION_WAS_RIGHT, REPAIR_ACCEPTED] },
      title: [
        '申诉核实需要调整，或者同意记分修复后',
        'where an objection to it was found right, or a repair was accepted',
      ],
      refusal: [
        '没有需要调整的申诉结果，也未同意记分修复',
        'No objection to it was found right, and no repair accepted',
      ],
      basis: [
        { act: 'ZF48J', article: '38' },
        { act: 'ZF48J', article: '44' },
      ],
    },
    'repair-accepted': {
      if: REPAIR_ACCEPTED,
      title: ['同意记分修复后', 'once a repair was accepted'],
      refusal: ['尚未复核并同意记分修复', 'No repair was checked and accepted'],
      basis: [{ act: 'ZF48J', article: '38' }],
    },
    'points-are-there': {
      if: { sum: { ...OF_THE_YEAR, atLeast: 0 } },
      title: ['减免分值不超过当年累计记分时', 'where no more is taken off than the year holds'],
      refusal: ['减免分值不得超过当年累计记分', 'No more is taken off than the year holds'],
      basis: [{ act: 'ZF48J', article: '38' }],
    },
    'is-shortened': {
      if: { field: { name: 'suspendedMonths', lowered: true } },
      title: ['比原暂停期限短时', 'where it is shorter than before'],
      refusal: [
        '申诉或者修复后只能缩短暂停期限',
        'After an objection or a repair a suspension is only shortened',
      ],
      basis: [
        { act: 'ZF48J', article: '38' },
        { act: 'ZF48J', article: '44' },
      ],
    },
    'points-taken-off': {
      if: TAKEN_OFF,
      title: ['调整后该年累计记分未达到9分时', 'where the points of its year are fewer than 9 by now'],
      refusal: ['该处理所依据的累计记分仍达到9分', 'The points of its year still reach 9'],
      basis: [
        { act: 'ZF48J', article: '29' },
        { act: 'ZF48J', article: '44' },
      ],
    },
  },
  commands: {
    'register-objection': {
      event: 'points-objection-registered',
      title: ['登记书面申诉', 'Register a written objection'],
      by: 'agency',
      papers: ['points-objection'],
      when: 'has-been-told',
      opens: {
        procedure: 'eligibility-objection',
        command: 'lodge-objection',
        roles: { agency: 'agency', bureau: 'bureau' },
      },
    },
    'shorten-suspension': {
      event: 'suspension-shortened',
      title: ['申诉或者修复后缩短暂停期限', 'Shorten the suspension after an objection or a repair'],
      by: 'agency',
      rank: 'head',
      reason: 'required',
      needs: ['suspendedMonths'],
      takes: ['suspendedUntil'],
      copyTo: ['bureau'],
      when: ['may-be-shortened', 'is-shortened'],
    },
    'accept-repair': {
      event: 'repair-accepted',
      title: ['复核整改情况，同意记分修复', 'Check what was put right, and accept the repair'],
      by: 'agency',
      rank: 'head',
      papers: ['repair-application'],
      copyTo: ['bureau'],
    },
    'repair-points': {
      event: 'points-repaired',
      title: ['减免记分', 'Take points off by way of repair'],
      by: 'agency',
      rank: 'head',
      needs: ['pointsTakenOff'],
      copyTo: ['bureau'],
      when: ['repair-accepted', 'points-are-there'],
    },
    'shorten-bar': {
      event: 'bar-shortened',
      title: ['修复后缩减终止期限', 'Shorten the termination by way of repair'],
      by: 'agency',
      rank: 'head',
      reason: 'required',
      needs: ['barredMonths'],
      takes: ['barredUntil'],
      copyTo: ['bureau'],
      when: 'repair-accepted',
    },
  },
  clocks: {
    // Each notice opens its own days.
    'elig-objection': {
      startsOn: 'serve-points-notice',
      again: 'anew',
      stopsOn: 'register-objection',
      obliges: 'subject',
      window: true,
      runsFrom: 'receipt',
    },
  },
} as const satisfies Part;
