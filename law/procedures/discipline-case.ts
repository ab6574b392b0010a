// What discipline inspection does with a clue, be it referred, reported or found: disposal, preliminary check, filing, sanction,
// prosecution. Nobody else sees more than a status word, the organ that referred the clue included; the procuratorate sees it all
// from the hand-over on. Heads decide where JC 41, 42 and 52 want the approval of the commission's principal.
// Custody (留置, JC 48) is recorded; its three months are no limit here, for nobody here can approve their prolongation.
// Over 250 lines because one procedure is one file, read beside the law.
import { Body } from '../../schemas/ids.ts';
import { defineProcedure } from '../define-procedure.ts';
import { CASE_CONTENT } from '../passed-on.ts';
import { DISCIPLINE_NATURE, DISCIPLINE_SOURCE, RESPONSIBILITY_KIND } from '../shared-fields.ts';

const referrers = Body.options.filter((body) => body !== 'publisher' && body !== 'discipline-inspection');

/** Dealt with without a case (JC 52(1)), or nothing to deal with. */
const WITHOUT_CASE = { 'handle-lightly': 'dealt-with', 'close-clue-without-case': 'concluded' } as const;

export const disciplineCase = defineProcedure({
  procedure: 'discipline-case',
  version: 1,
  inForce: { from: '2001-01-01' },
  title: ['纪检监察办理', 'Case of discipline inspection'],
  basis: [{ act: 'JC', article: '38' }, { act: 'JC', article: '52' }, { act: 'JCT', article: '199' }, { act: 'JZ2019' }],
  roles: {
    discipline: {
      title: ['纪检监察机关', 'discipline inspection'],
      bodies: ['discipline-inspection'],
      cast: 'actor',
      side: 'receiving',
      confirms: true,
      keepsFormer: ['原接收纪检监察机关', 'commission that had it before'],
    },
    referrer: { title: ['移送机关', 'organ that refers'], bodies: referrers, side: 'sending', sees: 'status' },
    prosecutor: { title: ['检察机关', 'procuratorate'], bodies: ['procuratorate'], confirms: true },
    office: {
      title: ['联席会议办公室', 'joint-meeting office'],
      bodies: ['joint-meeting-office'],
      cast: 'routing',
      sees: 'status',
    },
  },
  fields: {
    disciplineNature: DISCIPLINE_NATURE,
    disciplineSource: DISCIPLINE_SOURCE,
    responsibilityKind: RESPONSIBILITY_KIND,
    realName: { kind: 'flag', title: ['须向实名举报人反馈', 'a named reporter is to be told'] },
    sanctionKind: {
      kind: 'code',
      title: ['处分种类', 'kind of sanction'],
      options: {
        warning: ['警告', 'warning'],
        'serious-warning': ['严重警告', 'serious warning'],
        demerit: ['记过', 'demerit'],
        'serious-demerit': ['记大过', 'serious demerit'],
        'removed-from-party-post': ['撤销党内职务', 'removed from a Party post'],
        demoted: ['降级', 'demoted'],
        'removed-from-post': ['撤职', 'removed from post'],
        'probation-in-party': ['留党察看', 'probation within the Party'],
        'expelled-from-party': ['开除党籍', 'expelled from the Party'],
        dismissed: ['开除公职', 'dismissed'],
      },
    },
    prosecutionResult: {
      kind: 'code',
      title: ['审查起诉结果', 'result of the prosecution'],
      options: {
        prosecuted: ['提起公诉', 'prosecuted'],
        'not-prosecuted': ['不起诉', 'not prosecuted'],
      },
    },
  },
  papers: {
    'sanction-decision': ['处分决定书', 'Decision on the sanction'],
  },
  conditions: {
    'in-custody': {
      if: { happened: { command: 'take-into-custody', since: 'end-custody' } },
      title: ['留置期间', 'while in custody'],
      refusal: ['未采取留置措施或者已经解除', 'There is no custody, or it has ended'],
    },
    'not-in-custody': {
      if: { never: { command: 'take-into-custody', since: 'end-custody' } },
      title: ['未被留置时', 'while not in custody'],
      refusal: ['已采取留置措施', 'The person is in custody already'],
    },
    // JC 54(3): at most twice.
    'supplemented-less-than-twice': {
      if: { never: { command: 'return-for-duty-supplement', times: 2 } },
      title: ['退回补充调查未满二次时', 'until it was returned twice'],
      refusal: ['补充调查以二次为限', 'It is returned to be supplemented twice at most'],
      basis: [{ act: 'JC', article: '54(3)' }],
    },
    // XS 170: who investigated it is the commission, not the police.
    'was-prosecuted': {
      if: { field: { name: 'prosecutionResult', is: 'prosecuted' } },
      title: ['提起公诉的', 'where it was prosecuted'],
      refusal: ['未提起公诉', 'It was not prosecuted'],
      basis: [{ act: 'XS', article: '170' }],
    },
    'report-is-named': {
      if: { happened: { command: 'register-named-report' } },
      title: ['实名检举控告的', 'where the report is a named one'],
      refusal: ['不是实名检举控告', 'The report is not a named one'],
    },
  },
  statusWords: {
    accepted: ['已受理', 'taken on'],
    verifying: ['核实中', 'being verified'],
    filed: ['已立案', 'filed'],
    forwarded: ['已转送', 'forwarded'],
    prosecution: ['已移送审查起诉', 'sent for prosecution'],
    done: ['已办结', 'ended'],
  },
  commands: {
    'register-discipline-clue': {
      event: 'discipline-clue-registered',
      title: ['受理问题线索', 'Register the clue'],
      by: 'discipline',
      takes: ['disciplineNature', 'disciplineSource', 'responsibilityKind'],
    },
    'register-report': {
      event: 'report-registered',
      title: ['受理检举控告', 'Register a report'],
      by: 'discipline',
      takes: ['disciplineNature'],
    },
    'register-named-report': {
      event: 'named-report-registered',
      title: ['受理实名检举控告', 'Register a named report'],
      by: 'discipline',
      takes: ['disciplineNature'],
    },
    // JC 38, JCT 199.
    'forward-discipline-clue': {
      event: 'discipline-clue-forwarded',
      title: ['转送有管辖权的监察机关', 'Forward to the competent commission'],
      by: 'discipline',
      needs: ['to'],
      handsTo: 'discipline',
      passes: CASE_CONTENT,
    },
    'receive-forwarded-clue': {
      event: 'forwarded-clue-received',
      title: ['接收转送的线索', 'Receive what was forwarded'],
      by: 'discipline',
      closesHandOff: 'received',
    },
    'tell-reporter-taken-on': {
      event: 'reporter-told-of-taking-on',
      title: ['告知实名检举控告人受理情况', 'Tell the named reporter that it is taken on'],
      by: ['discipline', 'former-discipline'],
      when: 'report-is-named',
    },
    'tell-reporter-result': {
      event: 'reporter-told-of-result',
      title: ['向实名检举控告人反馈结果', 'Give the named reporter the result'],
      by: 'discipline',
      when: 'report-is-named',
    },
    'propose-disposal': { event: 'disposal-proposed', title: ['提出处置意见', 'Propose the disposal'], by: 'discipline' },
    'approve-inquiry': { event: 'inquiry-approved', title: ['批准谈话函询', 'Approve a talk or written inquiry'], by: 'discipline', rank: 'head' },
    'approve-preliminary-check': {
      event: 'preliminary-check-approved',
      title: ['批准初步核实', 'Approve a preliminary check'],
      by: 'discipline',
      rank: 'head',
    },
    'hold-discipline-clue': { event: 'discipline-clue-held', title: ['暂存待查', 'Hold the clue'], by: 'discipline', rank: 'head', reason: 'required' },
    'close-clue-without-case': {
      event: 'clue-closed-without-case',
      title: ['予以了结', 'Close the clue'],
      by: 'discipline',
      rank: 'head',
      reason: 'required',
      takes: ['realName'],
    },
    'handle-lightly': {
      event: 'lightly-handled',
      title: ['谈话提醒、批评教育、责令检查或者诫勉', 'Remind, criticise or admonish'],
      by: 'discipline',
      rank: 'head',
    },
    'file-duty-case': { event: 'duty-case-filed', title: ['立案审查调查', 'File the case'], by: 'discipline', rank: 'head', takes: ['disciplineNature'] },
    'take-into-custody': { event: 'taken-into-custody', title: ['采取留置措施', 'Take into custody'], by: 'discipline', rank: 'head', when: 'not-in-custody' },
    'end-custody': { event: 'custody-ended', title: ['解除留置', 'End the custody'], by: 'discipline', when: 'in-custody' },
    'impose-sanction': {
      event: 'sanction-imposed',
      title: ['作出处分决定', 'Impose a sanction'],
      by: 'discipline',
      rank: 'head',
      papers: ['sanction-decision'],
      needs: ['sanctionKind'],
    },
    'hold-leader-accountable': {
      event: 'leader-held-accountable',
      title: ['问责', 'Hold a leader to account'],
      by: 'discipline',
      rank: 'head',
      takes: ['responsibilityKind'],
    },
    'cancel-duty-case': {
      event: 'duty-case-cancelled',
      title: ['撤销案件', 'Cancel the case'],
      by: 'discipline',
      rank: 'head',
      reason: 'required',
      takes: ['realName'],
    },
    'send-to-procuratorate': {
      event: 'sent-to-procuratorate',
      title: ['移送人民检察院审查起诉', 'Send to the procuratorate'],
      by: 'discipline',
      rank: 'head',
      papers: ['prosecution-opinion'],
      needs: ['to'],
      handsTo: 'prosecutor',
      passes: CASE_CONTENT,
    },
    'sign-duty-case': { event: 'duty-case-signed-for', title: ['签收', 'Sign for it'], by: 'prosecutor', closesHandOff: 'received' },
    'return-for-duty-supplement': {
      event: 'returned-for-duty-supplement',
      title: ['退回补充调查', 'Return it to be supplemented'],
      by: 'prosecutor',
      reason: 'required',
      when: 'supplemented-less-than-twice',
    },
    'record-duty-prosecution': {
      event: 'duty-prosecution-recorded',
      title: ['登记审查起诉结果', 'Record the result of the prosecution'],
      by: 'prosecutor',
      needs: ['prosecutionResult'],
      opens: {
        procedure: 'criminal-process',
        command: 'prosecute',
        roles: { investigator: 'discipline', procuratorate: 'prosecutor' },
        when: 'was-prosecuted',
      },
    },
    'conclude-duty-case': { event: 'duty-case-concluded', title: ['办结', 'Conclude'], by: 'discipline', takes: ['realName'] },
  },
  results: ['close-clue-without-case', 'handle-lightly', 'impose-sanction', 'hold-leader-accountable', 'conclude-duty-case', 'cancel-duty-case'],
  opensOn: {
    'register-discipline-clue': 'registered',
    'register-report': 'registered',
    'register-named-report': 'registered',
  },
  per: 'subject-or-case',
  states: {
    registered: {
      title: ['已受理，待提出处置意见', 'Registered'],
      shows: 'accepted',
      on: {
        'propose-disposal': 'disposal-pending',
        'forward-discipline-clue': 'forwarded',
      },
    },
    forwarded: {
      title: ['已转送，待接收', 'Forwarded'],
      shows: 'forwarded',
      on: { 'receive-forwarded-clue': 'registered' },
    },
    'disposal-pending': {
      title: ['待批准处置意见', 'Disposal to be approved'],
      shows: 'accepted',
      on: {
        'approve-inquiry': 'inquiring',
        'approve-preliminary-check': 'checking',
        'hold-discipline-clue': 'held',
        ...WITHOUT_CASE,
      },
    },
    inquiring: {
      title: ['谈话函询中', 'Talk or written inquiry'],
      shows: 'verifying',
      on: { 'approve-preliminary-check': 'checking', 'hold-discipline-clue': 'held', ...WITHOUT_CASE },
    },
    checking: {
      title: ['初步核实中', 'Preliminary check'],
      shows: 'verifying',
      on: {
        'approve-inquiry': 'inquiring',
        'hold-discipline-clue': 'held',
        'file-duty-case': 'filed',
        ...WITHOUT_CASE,
      },
    },
    held: {
      title: ['暂存待查', 'Held'],
      shows: 'accepted',
      on: { 'approve-preliminary-check': 'checking', 'close-clue-without-case': 'concluded' },
    },
    filed: {
      title: ['已立案，审查调查中', 'Filed, under investigation'],
      shows: 'filed',
      on: {
        'take-into-custody': null,
        'end-custody': null,
        'impose-sanction': 'dealt-with',
        'hold-leader-accountable': 'dealt-with',
        'handle-lightly': 'dealt-with',
        'cancel-duty-case': 'concluded',
        'send-to-procuratorate': 'sent-to-procuratorate',
      },
    },
    'dealt-with': {
      title: ['已作出处理', 'Dealt with'],
      shows: 'filed',
      on: {
        'end-custody': null,
        'impose-sanction': null,
        'hold-leader-accountable': null,
        'send-to-procuratorate': 'sent-to-procuratorate',
        'conclude-duty-case': 'concluded',
      },
    },
    'sent-to-procuratorate': {
      title: ['已移送检察机关，待签收', 'Sent to the procuratorate'],
      shows: 'prosecution',
      on: { 'sign-duty-case': 'with-procuratorate', 'impose-sanction': null },
    },
    'with-procuratorate': {
      title: ['检察机关审查起诉中', 'With the procuratorate'],
      shows: 'prosecution',
      on: {
        'impose-sanction': null,
        'return-for-duty-supplement': 'supplementing',
        'record-duty-prosecution': 'prosecution-known',
      },
    },
    supplementing: {
      title: ['补充调查中', 'Being supplemented'],
      shows: 'prosecution',
      on: {
        'impose-sanction': null,
        'send-to-procuratorate': { to: 'sent-to-procuratorate', title: ['补充调查完毕再次移送', 'Send it again, supplemented'] },
        'cancel-duty-case': 'concluded',
      },
    },
    'prosecution-known': {
      title: ['审查起诉已有结果', 'Result of the prosecution known'],
      shows: 'prosecution',
      on: { 'impose-sanction': null, 'conclude-duty-case': 'concluded' },
    },
    concluded: {
      title: ['已办结', 'Concluded'],
      shows: 'done',
      terminal: true,
      on: { 'tell-reporter-result': null },
    },
  },
  always: { 'tell-reporter-taken-on': null },
  clocks: {
    'agr-hand-off-receipt': {
      startsOn: 'forward-discipline-clue',
      stopsOn: 'receive-forwarded-clue',
      obliges: 'discipline',
      receipt: true,
    },
    'agr-duty-case-receipt': {
      startsOn: 'send-to-procuratorate',
      stopsOn: 'sign-duty-case',
      obliges: 'prosecutor',
      receipt: true,
    },
    'dis-report-forward': {
      startsOn: ['register-report', 'register-named-report', 'forward-discipline-clue'],
      stopsOn: 'forward-discipline-clue',
      obliges: 'discipline',
      mootOn: 'propose-disposal',
      window: true,
      runsFrom: 'receipt',
    },
    'dis-disposal-proposal': {
      startsOn: ['register-discipline-clue', 'register-report', 'register-named-report', 'receive-forwarded-clue'],
      stopsOn: 'propose-disposal',
      obliges: 'discipline',
      mootOn: 'forward-discipline-clue',
    },
    'dis-realname-accept': {
      startsOn: 'register-named-report',
      stopsOn: 'tell-reporter-taken-on',
      obliges: 'discipline',
    },
    'dis-realname-feedback': {
      startsOn: 'concluded',
      stopsOn: 'tell-reporter-result',
      obliges: 'discipline',
      when: 'realName',
    },
    'dis-supplement': {
      startsOn: 'return-for-duty-supplement',
      stopsOn: 'send-to-procuratorate',
      obliges: 'discipline',
      mootOn: 'cancel-duty-case',
      runsFrom: 'receipt',
    },
  },
  report: {
    counts: [
      { id: 'duty-cases', title: ['纪检监察立案', 'Filed by discipline inspection'], of: 'file-duty-case' },
      { id: 'sanctions', title: ['处分和问责', 'Sanctions and accountability'], of: ['impose-sanction', 'hold-leader-accountable'] },
    ],
  },
});
