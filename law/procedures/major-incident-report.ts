// A report of a major case of fraud to those above (欺诈骗保要情报告, S2 3.8 and 5.2; difficulties upward, S3 7.2): first report, follow-ups,
// instructions, final report; whoever receives it may report further up. The notices say 及时 and name neither days nor form.
import type { Body } from '../../schemas/ids.ts';
import { defineProcedure } from '../define-procedure.ts';
import { sentBack, takenBack } from '../hand-over-ends.ts';
import { CASE_CONTENT } from '../passed-on.ts';

const reporters: Body[] = ['medical-insurance', 'insurance-agency', 'health', 'market-regulation', 'drug-regulation'];
const superiors: Body[] = ['medical-insurance', 'health', 'market-regulation', 'drug-regulation', 'government-office'];

export const majorIncidentReport = defineProcedure({
  procedure: 'major-incident-report',
  version: 1,
  inForce: { from: '2001-01-01' },
  title: ['要情报告', 'Report of a major incident'],
  basis: [
    { act: 'AGREED', article: '盐城市实施方案三（八）、五（二）' },
    { act: 'AGREED', article: '赣县区实施方案七（二）' },
  ],
  roles: {
    reporter: { title: ['报告部门', 'department that reports'], bodies: reporters, cast: 'actor', side: 'sending', confirms: true },
    superior: { title: ['上级部门', 'department above'], bodies: superiors, cast: 'to', side: 'receiving', confirms: true },
  },
  fields: {
    incidentKind: {
      kind: 'code',
      title: ['要情类别', 'kind of incident'],
      options: {
        fraud: ['重大欺诈骗保', 'major fraud'],
        network: ['团伙、跨区域', 'a network or several regions'],
        'public-attention': ['引起社会关注', 'public attention'],
        'fund-risk': ['基金运行风险', 'risk to the fund'],
        difficulty: ['工作困难和问题', 'difficulties of the work'],
      },
    },
    incidentReplyBy: { kind: 'date', title: ['要求报告日期', 'day to report by'] },
  },
  papers: { 'incident-report': ['欺诈骗保要情报告', 'Report of the incident'] },
  commands: {
    'report-incident': {
      event: 'incident-reported',
      title: ['上报要情', 'Report the incident'],
      by: 'reporter',
      papers: ['incident-report'],
      needs: ['to', 'incidentKind'],
      handsTo: 'superior',
      passes: CASE_CONTENT,
    },
    'take-back-incident': takenBack('reporter', 'incident-taken-back', ['收回误报的要情', 'Take back what was reported by mistake']),
    'sign-incident': { event: 'incident-signed-for', title: ['签收', 'Sign for it'], by: 'superior', closesHandOff: 'received' },
    'return-incident': sentBack('superior', 'incident-returned', ['退回补充', 'Return it to be completed']),
    'report-incident-again': {
      event: 'incident-reported-again',
      title: ['补充后再次上报', 'Report it again'],
      by: 'reporter',
      papers: ['incident-report'],
      handsTo: 'superior',
      passes: CASE_CONTENT,
    },
    'follow-up-incident': { event: 'incident-followed-up', title: ['续报', 'Follow up'], by: 'reporter', needs: ['summary'] },
    'instruct-on-incident': {
      event: 'incident-instructed-on',
      title: ['批示', 'Give an instruction'],
      by: 'superior',
      needs: ['summary', 'incidentReplyBy'],
    },
    'answer-incident-instruction': {
      event: 'incident-instruction-answered',
      title: ['报告批示落实情况', 'Report how it was carried out'],
      by: 'reporter',
      needs: ['summary'],
    },
    'report-incident-further-up': {
      event: 'incident-reported-further-up',
      title: ['向更上级报告', 'Report it further up'],
      by: 'superior',
      papers: ['incident-report'],
      needs: ['to', 'incidentKind'],
      opens: { procedure: 'major-incident-report', command: 'report-incident', roles: { reporter: 'superior' } },
    },
    'report-incident-end': { event: 'incident-end-reported', title: ['终报', 'Final report'], by: 'reporter', papers: ['incident-report'] },
    'withdraw-incident': { event: 'incident-withdrawn', title: ['撤回', 'Withdraw'], by: 'reporter', reason: 'required' },
    'close-incident': { event: 'incident-closed', title: ['办结', 'Close'], by: 'superior' },
  },
  results: ['report-incident-end'],
  opensOn: { 'report-incident': 'reported' },
  per: 'receiver',
  states: {
    reported: {
      title: ['已上报，待签收', 'Reported'],
      on: { 'sign-incident': 'followed', 'return-incident': 'to-be-completed', 'take-back-incident': 'to-be-completed' },
    },
    'to-be-completed': {
      title: ['待补充', 'To be completed'],
      on: { 'report-incident-again': 'reported', 'withdraw-incident': 'closed' },
    },
    followed: {
      title: ['跟踪中', 'Being followed'],
      on: {
        'follow-up-incident': null,
        'instruct-on-incident': 'instructed',
        'report-incident-further-up': null,
        'report-incident-end': 'ended',
        'close-incident': 'closed',
      },
    },
    instructed: {
      title: ['待落实批示', 'Instruction to be carried out'],
      on: {
        'follow-up-incident': null,
        'instruct-on-incident': null,
        'answer-incident-instruction': 'followed',
        'report-incident-further-up': null,
        'close-incident': 'closed',
      },
    },
    ended: {
      title: ['已终报', 'Final report made'],
      on: { 'instruct-on-incident': 'instructed', 'close-incident': 'closed' },
    },
    closed: { title: ['已办结', 'Closed'], terminal: true },
  },
  clocks: {
    'agr-hand-off-receipt': {
      startsOn: ['report-incident', 'report-incident-again'],
      stopsOn: ['sign-incident', 'return-incident'],
      obliges: 'superior',
      mootOn: 'take-back-incident',
      receipt: true,
    },
    'agr-incident-follow-up': {
      startsOn: 'sign-incident',
      stopsOn: ['follow-up-incident', 'answer-incident-instruction', 'report-incident-end'],
      obliges: 'reporter',
      mootOn: 'close-incident',
      runsFrom: 'receipt',
    },
    'agr-incident-final': {
      startsOn: 'report-incident',
      stopsOn: 'report-incident-end',
      obliges: 'reporter',
      mootOn: ['close-incident', 'withdraw-incident'],
    },
    'agr-incident-instruction': {
      startsOn: 'instruct-on-incident',
      again: 'anew',
      stopsOn: 'answer-incident-instruction',
      obliges: 'reporter',
      mootOn: 'close-incident',
      setBy: 'incidentReplyBy',
      runsFrom: 'receipt',
    },
  },
  report: {
    counts: [{ id: 'incidents', title: ['要情报告', 'Major incidents'], of: 'report-incident' }],
    durations: [{ id: 'incident', title: ['要情上报至办结', 'Incident to its end'], from: 'report-incident', to: 'close-incident' }],
    attention: [{ id: 'incident-open', title: ['要情未结', 'Major incident open'], when: { open: true } }],
  },
});
