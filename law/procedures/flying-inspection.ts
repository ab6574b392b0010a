// Flying inspection (飞行检查, N6): who sends the team hands what it found to the bureau of the place, which checks it and decides on filing
// like on any lead (N4 14), reports its progress and how it is put right, and in writing once all is dealt with (N6 23). The team
// verifies no lead of its own: N4 14 binds the bureau that handles the case.
import { bureauVerificationClock } from '../clue-verification.ts';
import { defineProcedure } from '../define-procedure.ts';
import { takenBack } from '../hand-over-ends.ts';
import { filesPenaltyOf, opensPenaltyOf } from '../opens-penalty.ts';
import { CASE_CONTENT } from '../passed-on.ts';

export const flyingInspection = defineProcedure({
  procedure: 'flying-inspection',
  version: 1,
  inForce: { from: '2011-07-01' },
  title: ['飞行检查', 'Flying inspection'],
  basis: [
    { act: 'N6', article: '23' },
    { act: 'N4', article: '14' },
  ],
  roles: {
    organiser: { title: ['组织、交办机关', 'who sends the team'], bodies: ['medical-insurance'], cast: 'actor', side: 'sending', confirms: true },
    local: { title: ['被检查地医保部门', 'bureau of the place'], bodies: ['medical-insurance'], side: 'receiving', confirms: true },
  },
  fields: {
    inspectionResult: {
      kind: 'code',
      title: ['处理结果', 'result'],
      options: {
        rectified: ['已整改', 'put right'],
        recovered: ['已追回基金', 'money recovered'],
        penalised: ['已行政处罚', 'penalised'],
        'agreement-handled': ['已按协议处理', 'dealt with under the agreement'],
        transferred: ['已移送其他机关', 'transferred on'],
        'not-filed': ['不予立案', 'not filed'],
      },
      list: true,
    },
  },
  conditions: filesPenaltyOf('local'),
  papers: {
    'inspection-findings': ['飞行检查材料移交函', 'Letter with what was found'],
    'inspection-progress-report': ['查处进展和整改方案', 'Progress and plan to put it right'],
    'inspection-final-report': ['处理情况书面报告', 'Written report on how it was dealt with'],
  },
  commands: {
    'choose-inspection-target': {
      event: 'inspection-target-chosen',
      title: ['筛查确定检查对象', 'Screen the data and choose whom to inspect'],
      by: 'organiser',
    },
    'begin-flying-inspection': { event: 'flying-inspection-begun', title: ['飞行检查组进驻', 'The team begins'], by: 'organiser' },
    'end-flying-inspection': {
      event: 'flying-inspection-ended',
      title: ['结束检查，无移交问题', 'End it: nothing to hand over'],
      by: 'organiser',
      reason: 'required',
    },
    'hand-over-findings': {
      event: 'inspection-findings-handed-over',
      title: ['移交检查发现的问题', 'Hand over what was found'],
      by: 'organiser',
      papers: ['inspection-findings'],
      needs: ['to'],
      handsTo: 'local',
      passes: CASE_CONTENT,
    },
    'take-back-findings': takenBack('organiser', 'inspection-findings-taken-back', ['收回误交的材料', 'Take back what was misdirected']),
    'sign-findings': { event: 'inspection-findings-signed-for', title: ['签收', 'Sign for it'], by: 'local', closesHandOff: 'received' },
    'extend-findings-verification': {
      event: 'inspection-verification-extended',
      title: ['批准延长核查期限', 'Prolong the verification'],
      by: 'local',
      rank: 'head',
      reason: 'required',
      needs: ['extension', 'approver'],
    },
    'file-findings-case': {
      event: 'inspection-case-filed',
      title: ['行政立案', 'File an administrative case'],
      by: 'local',
      officers: 2,
      opens: opensPenaltyOf('local'),
    },
    'decline-findings-filing': { event: 'inspection-case-not-filed', title: ['不予立案', 'Do not file'], by: 'local', reason: 'required' },
    'report-findings-progress': {
      event: 'inspection-progress-reported',
      title: ['报告查处进展和整改方案', 'Report progress and the plan to put it right'],
      by: 'local',
      papers: ['inspection-progress-report'],
    },
    'end-findings-handling': { event: 'inspection-handling-ended', title: ['处理完毕', 'All is dealt with'], by: 'local' },
    // N6 23: large differences from what was handed over are explained in it.
    'report-findings-handled': {
      event: 'inspection-handling-reported',
      title: ['书面报告处理情况', 'Report in writing how it was dealt with'],
      by: 'local',
      papers: ['inspection-final-report'],
      needs: ['inspectionResult'],
    },
    'send-back-handling': {
      event: 'inspection-handling-sent-back',
      title: ['处理不到位，退回', 'Not enough: send it back'],
      by: 'organiser',
      reason: 'required',
    },
    'close-flying-inspection': { event: 'flying-inspection-closed', title: ['办结', 'Close'], by: 'organiser' },
  },
  results: ['report-findings-handled'],
  opensOn: { 'choose-inspection-target': 'planned', 'begin-flying-inspection': 'inspecting' },
  states: {
    planned: {
      title: ['已确定对象，待进驻', 'Planned'],
      on: { 'begin-flying-inspection': 'inspecting', 'end-flying-inspection': 'closed' },
    },
    inspecting: { title: ['检查中', 'Inspecting'], on: { 'hand-over-findings': 'handed-over', 'end-flying-inspection': 'closed' } },
    'handed-over': {
      title: ['已移交，待签收', 'Handed over'],
      on: { 'sign-findings': 'signed-for', 'take-back-findings': 'inspecting' },
    },
    'signed-for': {
      title: ['已签收，核查中', 'Signed for, being verified'],
      on: {
        'extend-findings-verification': null,
        'report-findings-progress': null,
        'file-findings-case': 'handling',
        'decline-findings-filing': 'handling',
      },
    },
    handling: { title: ['处理中', 'Being dealt with'], on: { 'report-findings-progress': null, 'end-findings-handling': 'handled' } },
    handled: {
      title: ['已处理完毕，待书面报告', 'Dealt with, to be reported'],
      on: { 'report-findings-progress': null, 'report-findings-handled': 'reported' },
    },
    reported: { title: ['已书面报告', 'Reported'], on: { 'close-flying-inspection': 'closed', 'send-back-handling': 'handling' } },
    closed: { title: ['已办结', 'Closed'], terminal: true },
  },
  clocks: {
    'agr-hand-off-receipt': {
      startsOn: 'hand-over-findings',
      stopsOn: 'sign-findings',
      obliges: 'local',
      mootOn: 'take-back-findings',
      receipt: true,
    },
    ...bureauVerificationClock({
      receiver: 'local',
      sends: ['hand-over-findings'],
      decides: ['file-findings-case', 'decline-findings-filing'],
      ends: ['take-back-findings'],
      prolongs: 'extend-findings-verification',
    }),
    'fi-progress': {
      startsOn: 'hand-over-findings',
      stopsOn: ['report-findings-progress', 'report-findings-handled'],
      obliges: 'local',
      mootOn: 'take-back-findings',
      runsFrom: 'receipt',
    },
    'fi-final-report': { startsOn: 'end-findings-handling', stopsOn: 'report-findings-handled', obliges: 'local' },
  },
  report: {
    counts: [
      { id: 'flying-inspections', title: ['飞行检查', 'Flying inspections'], of: 'begin-flying-inspection' },
      { id: 'inspection-findings', title: ['飞行检查移交问题', 'Findings handed over'], of: 'hand-over-findings' },
      { id: 'inspection-results', title: ['飞行检查处理报告', 'Findings reported as dealt with'], of: 'report-findings-handled' },
    ],
    durations: [
      {
        id: 'inspection-handling',
        title: ['移交问题至书面报告', 'Findings handed over to the written report'],
        from: 'hand-over-findings',
        to: 'report-findings-handled',
      },
    ],
  },
});
