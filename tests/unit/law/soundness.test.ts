// What keeps a procedure from being played is said when the law is put together: one small fault in a sound literal each.
import { describe, expect, it } from 'vitest';
import { defineProcedure } from '../../../law/define-procedure.ts';
import { type LawData, lawData, lawOf } from '../../../law/law.ts';
import { soundnessFaults } from '../../../law/soundness.ts';
import type { Procedure } from '../../../schemas/procedure.ts';
import { modelLimits } from '../../fixtures/procedures/limits.ts';
import { modelProcedures } from '../../fixtures/procedures/registry.ts';

const sample = defineProcedure({
  procedure: 'sample',
  version: 1,
  inForce: { from: '2001-01-01' },
  title: ['样例', 'Sample'],
  basis: [{ act: 'AGREED' }],
  roles: {
    sender: { title: ['移送方', 'sender'], bodies: ['medical-insurance'], cast: 'actor' },
    receiver: { title: ['接收方', 'receiver'], bodies: ['public-security'], cast: 'to' },
    watcher: { title: ['知悉方', 'watcher'], bodies: ['procuratorate'], cast: 'routing', sees: 'status' },
  },
  fields: {
    dueOn: { kind: 'date', title: ['日期', 'date'] },
    grave: { kind: 'flag', title: ['严重', 'grave'] },
    amount: { kind: 'amount', title: ['金额', 'amount'] },
    contents: { kind: 'text', class: 'party', title: ['内容', 'contents'] },
  },
  papers: { letter: ['函', 'Letter'] },
  conditions: {
    'is-due': {
      if: { overdue: ['model-second-duty'] },
      title: ['逾期后', 'once due'],
      refusal: ['未逾期', 'not due'],
    },
    'is-large': {
      if: { field: { name: 'amount', atLeast: 100 } },
      title: ['数额较大时', 'where it is large'],
      refusal: ['数额不大', 'not large'],
    },
    'was-answered': {
      if: {
        anyOf: [
          { happened: { command: 'answer', since: 'remind' } },
          { children: { procedure: 'model-child', are: 'some', in: ['ended'] } },
          { noneOpen: { procedure: 'model-child', of: 'case' } },
          { noneMarked: { mark: 'child-ended', of: 'case' } },
          { notSameOfficerAs: ['answer'] },
        ],
      },
      title: ['已答复后', 'once answered'],
      refusal: ['未答复', 'not answered'],
    },
  },
  statusWords: { sent: ['已送', 'sent'] },
  commands: {
    send: {
      event: 'sample-sent',
      title: ['发送', 'Send'],
      by: 'sender',
      papers: ['letter'],
      needs: ['to', 'dueOn'],
      takes: ['grave', 'amount', 'contents'],
      handsTo: 'receiver',
    },
    remind: {
      event: 'sample-reminded',
      title: ['催办', 'Remind'],
      by: 'sender',
      when: 'is-due',
      copyTo: ['receiver'],
    },
    answer: { event: 'sample-answered', title: ['答复', 'Answer'], by: 'receiver', when: 'is-large' },
    split: {
      event: 'sample-split',
      title: ['分案', 'Split'],
      by: 'sender',
      opens: { procedure: 'model-child', command: 'begin-child', roles: { organ: 'sender' } },
      also: [{ procedure: 'model-child', command: 'end-child' }],
    },
    close: { event: 'sample-closed', title: ['办结', 'Close'], by: 'sender', when: 'was-answered' },
  },
  opensOn: { send: 'sent' },
  states: {
    sent: { title: ['已送', 'Sent'], shows: 'sent', on: { remind: null, answer: 'answered', split: null } },
    answered: { title: ['已答复', 'Answered'], on: { close: 'closed' } },
    closed: { title: ['已办结', 'Closed'], terminal: true },
  },
  clocks: {
    'model-member-return': {
      startsOn: 'send',
      stopsOn: 'answer',
      mootOn: 'close',
      obliges: 'receiver',
      setBy: 'dueOn',
    },
    'model-second-duty': {
      startsOn: 'send',
      stopsOn: 'answer',
      obliges: 'receiver',
      reaches: 'sender',
      when: 'grave',
      pauses: { rest: { from: 'remind', to: 'split' } },
      extendsOn: 'remind',
      escalatesOn: 'split',
      onOverdue: {
        draft: 'letter',
        event: 'letter-drafted',
        title: ['已拟函', 'Drafted'],
        for: 'sender',
        visibleTo: ['watcher'],
      },
    },
  },
  report: {
    counts: [{ id: 'samples', title: ['样例', 'Samples'], of: 'send' }],
    durations: [{ id: 'answering', title: ['答复用时', 'Answering'], from: 'send', to: 'answer' }],
    attention: [
      { id: 'waiting', title: ['待答复', 'Waiting'], when: { state: 'sent' } },
      { id: 'pressed', title: ['多次催办', 'Pressed'], when: { command: 'remind', times: 2 } },
    ],
  },
});

const dataWith = (...procedures: Procedure[]): LawData => ({
  ...lawData,
  procedures: [...lawData.procedures, ...modelProcedures, ...procedures],
  timeLimits: [...lawData.timeLimits, ...modelLimits],
});
/** Faults of the sample after one edit. */
const faultsOf = (edit: (p: Procedure) => void): string[] => {
  const broken = structuredClone(sample);
  edit(broken);
  return soundnessFaults(dataWith(broken)).map((fault) => fault.replace(/^sample@1: /, ''));
};
type Part<T> = NonNullable<T>;
const command = (p: Procedure, name: string) => p.commands[name] as Part<Procedure['commands'][string]>;
const state = (p: Procedure, name: string) => p.states[name] as Part<Procedure['states'][string]>;
const clock = (p: Procedure, id = 'model-second-duty') => p.clocks[id] as Part<Procedure['clocks'][string]>;
/** The open band of a fraud's amount, as a procedure of ours declares it. */
const BAND = lawData.procedures.find(({ fields }) => fields['fraudBand'])?.fields['fraudBand'] as Part<
  Procedure['fields'][string]
>;
const anotherFlag = (p: Procedure, name: string) => {
  p.fields[name] = structuredClone(p.fields['grave'] as Part<Procedure['fields'][string]>);
};
const condition = (p: Procedure, test: Procedure['conditions'][string]['if']) => {
  (p.conditions['is-large'] as Part<Procedure['conditions'][string]>).if = test;
};

const FAULTS: readonly (readonly [says: string, edit: (p: Procedure) => void])[] = [
  // States.
  [
    'state sent offers unknown command fly',
    (p) => Object.assign(state(p, 'sent').on ?? {}, { fly: { to: null } }),
  ],
  [
    'always offers unknown command fly',
    (p) => {
      p.always = { fly: { to: null } };
    },
  ],
  [
    'answer leads from sent to unknown state gone',
    (p) => Object.assign(state(p, 'sent').on ?? {}, { answer: { to: 'gone' } }),
  ],
  [
    'opens in unknown state gone',
    (p) => {
      p.opensOn['send'] = 'gone';
    },
  ],
  [
    'opens on unknown command fly',
    (p) => {
      p.opensOn['fly'] = 'sent';
    },
  ],
  [
    'nothing opens it',
    (p) => {
      p.opensOn = {};
    },
  ],
  [
    'remind in sent has an else without a when',
    (p) => Object.assign(state(p, 'sent').on ?? {}, { remind: { to: null, else: 'answered' } }),
  ],
  [
    'state closed is the end and remind leads on',
    (p) => {
      state(p, 'closed').on = { remind: { to: 'sent' } };
    },
  ],
  [
    'state lost cannot be reached',
    (p) => {
      p.states['lost'] = structuredClone(state(p, 'sent'));
    },
  ],
  [
    'state answered cannot be left',
    (p) => {
      state(p, 'answered').on = { close: { to: null } };
    },
  ],
  [
    'state sent leads to no end',
    (p) => {
      state(p, 'answered').on = { remind: { to: 'sent' }, close: { to: 'sent' } };
    },
  ],
  [
    'state closed is the end and something is owed in it',
    (p) => {
      state(p, 'closed').owed = true;
    },
  ],
  [
    'state sent shows unknown word gone',
    (p) => {
      state(p, 'sent').shows = 'gone';
    },
  ],
  [
    'command fly is offered nowhere',
    (p) => {
      p.commands['fly'] = { ...command(p, 'remind'), event: 'flown' };
    },
  ],
  [
    'answer is both a state and a command',
    (p) => {
      p.states['answer'] = structuredClone(state(p, 'closed'));
    },
  ],
  // Commands.
  [
    'the balance counts unknown command pay',
    (p) => {
      p.balance = { owes: ['send'], pays: ['pay'], clears: ['answer'] };
    },
  ],
  [
    'the balance counts field amount, which is no amount of a party',
    (p) => {
      p.balance = { owes: ['send'], owedIn: 'amount', pays: ['answer'], clears: ['answer'] };
    },
  ],
  [
    'the balance counts field fine, which answer does not take',
    (p) => {
      p.fields['fine'] = { kind: 'amount', class: 'party', title: { zh: '罚款', en: 'fine' } };
      p.balance = { owes: ['answer'], owedIn: 'fine', pays: ['answer'], clears: ['answer'] };
    },
  ],
  [
    'command answer wants contents on the record, which is no field it takes, or sealed',
    (p) => {
      command(p, 'answer').onRecord = ['contents'];
    },
  ],
  [
    'command answer names unknown role pilot',
    (p) => {
      command(p, 'answer').by = ['pilot'];
    },
  ],
  [
    'command remind names unknown role pilot',
    (p) => {
      command(p, 'remind').copyTo = ['pilot'];
    },
  ],
  [
    'command remind names unknown role flyer',
    (p) => {
      command(p, 'remind').copyWhere = [{ to: 'flyer', when: ['is-large'] }];
    },
  ],
  [
    'unknown condition is-huge',
    (p) => {
      command(p, 'remind').copyWhere = [{ to: 'receiver', when: ['is-huge'] }];
    },
  ],
  [
    'field weight is of unknown scale tonnage',
    (p) => {
      p.fields['weight'] = { ...BAND, scale: 'tonnage' };
    },
  ],
  [
    'field weight has other bands than scale fraud',
    (p) => {
      p.fields['weight'] = { ...BAND, options: { large: { zh: '较大', en: 'large' } } };
    },
  ],
  [
    'field weight is the band of dueOn, which is no amount of a party',
    (p) => {
      p.fields['weight'] = { ...BAND, of: 'dueOn' };
    },
  ],
  [
    'condition is-large asks who lies in field dueOn, which is no open region',
    (p) => {
      condition(p, { role: { role: 'receiver', where: 'dueOn' } });
    },
  ],
  [
    'condition is-large asks where field dueOn lies, which is no region',
    (p) => {
      condition(p, { field: { name: 'dueOn', apart: 'receiver' } });
    },
  ],
  [
    'condition is-large compares field weight with enormous, which is no band of its scale',
    (p) => {
      p.fields['weight'] = BAND;
      condition(p, { field: { name: 'weight', atLeast: 'enormous' } });
    },
  ],
  [
    'command send names unknown role pilot',
    (p) => {
      command(p, 'send').handsTo = 'pilot';
    },
  ],
  [
    'command answer names unknown field colour',
    (p) => {
      command(p, 'answer').takes = ['colour'];
    },
  ],
  [
    'command answer names unknown field colour',
    (p) => {
      command(p, 'answer').needs = ['colour'];
    },
  ],
  [
    'command answer asks for unknown paper map',
    (p) => {
      command(p, 'answer').papers = ['map'];
    },
  ],
  [
    'command split opens unknown procedure flight',
    (p) => Object.assign(command(p, 'split').opens?.[0] ?? {}, { procedure: 'flight' }),
  ],
  [
    'command split opens model-child, which does not open on fly',
    (p) => Object.assign(command(p, 'split').opens?.[0] ?? {}, { command: 'fly' }),
  ],
  [
    'command split gives unknown role pilot of model-child',
    (p) => Object.assign(command(p, 'split').opens?.[0] ?? {}, { roles: { pilot: 'sender' } }),
  ],
  [
    'command split opens model-child about dueOn, which is no open subject it takes',
    (p) => Object.assign(command(p, 'split').opens?.[0] ?? {}, { about: 'dueOn' }),
  ],
  [
    'command split opens model-resolution without field dueOn',
    (p) => {
      command(p, 'split').opens = [
        { procedure: 'model-resolution', command: 'assign-resolution', roles: { convener: ['sender'] } },
      ];
    },
  ],
  [
    'command split also moves unknown procedure flight',
    (p) => {
      command(p, 'split').also = [{ procedure: 'flight', command: 'fly' }];
    },
  ],
  [
    'command split also takes unknown command fly of model-child',
    (p) => {
      command(p, 'split').also = [{ procedure: 'model-child', command: 'fly' }];
    },
  ],
  [
    'command split also takes set-hearing of model-penalty without field hearingOn',
    (p) => {
      command(p, 'split').also = [{ procedure: 'model-penalty', command: 'set-hearing' }];
    },
  ],
  [
    'event sample-answered is of commands remind and answer',
    (p) => {
      command(p, 'remind').event = 'sample-answered';
    },
  ],
  // Conditions.
  [
    'unknown condition is-blue',
    (p) => {
      command(p, 'answer').when = ['is-large', 'is-blue'];
    },
  ],
  [
    'unknown condition is-blue',
    (p) => Object.assign(state(p, 'sent').on ?? {}, { remind: { to: null, when: ['is-blue'] } }),
  ],
  [
    'condition is-large is asked nowhere',
    (p) => {
      delete command(p, 'answer').when;
    },
  ],
  ['condition is-large asks for unknown command fly', (p) => condition(p, { happened: { command: 'fly' } })],
  [
    'condition is-large asks for unknown command fly',
    (p) => condition(p, { never: { command: 'answer', since: 'fly' } }),
  ],
  [
    'condition is-large asks for unknown command fly',
    (p) => condition(p, { happened: { command: 'answer', less: ['fly'] } }),
  ],
  [
    'condition is-large asks for unknown command fly',
    (p) => condition(p, { happened: { command: 'fly', in: 'children' } }),
  ],
  ['condition is-large asks for unknown command fly', (p) => condition(p, { notSameOfficerAs: ['fly'] })],
  [
    'condition is-large asks for unknown command fly',
    (p) => condition(p, { notSameOfficerAs: ['fly'], of: 'subject' }),
  ],
  [
    'condition is-large asks for limit model-self-check, of which it has no clock',
    (p) => condition(p, { passed: ['model-self-check'] }),
  ],
  [
    'condition is-large asks for limit model-self-check, of which it has no clock',
    (p) => condition(p, { ended: ['model-self-check'] }),
  ],
  ['condition is-large asks for unknown field colour', (p) => condition(p, { field: { name: 'colour' } })],
  [
    'condition is-large asks for field contents, which is not open',
    (p) => condition(p, { field: { name: 'contents' } }),
  ],
  [
    'condition is-large compares field dueOn, which is no number',
    (p) => condition(p, { field: { name: 'dueOn', atLeast: 1 } }),
  ],
  [
    'condition is-large asks field dueOn for a value that it cannot have',
    (p) => condition(p, { field: { name: 'dueOn', is: 'never' } }),
  ],
  [
    'condition is-large asks for unknown command fly',
    (p) => condition(p, { field: { name: 'weight', saidBy: 'fly' } }),
  ],
  [
    'condition is-large asks for unknown procedure flight',
    (p) => condition(p, { noneOpen: { procedure: 'flight', of: 'case' } }),
  ],
  [
    'condition is-large asks for unknown procedure flight',
    (p) => condition(p, { children: { procedure: 'flight', are: 'all', in: ['ended'] } }),
  ],
  [
    'condition is-large asks for unknown state gone of model-child',
    (p) => condition(p, { children: { procedure: 'model-child', are: 'all', in: ['gone'] } }),
  ],
  [
    'condition is-large asks for unknown role pilot',
    (p) => condition(p, { role: { role: 'sender', bodies: ['health'], under: 'pilot' } }),
  ],
  [
    'condition is-large asks for unknown role pilot',
    (p) =>
      condition(p, {
        noneMarked: { mark: 'child-ended', of: 'case', held: { sender: 'pilot' } },
      }),
  ],
  [
    'condition is-large asks for role pilot where mark child-ended is carried, which is unknown there',
    (p) =>
      condition(p, {
        noneMarked: { mark: 'child-ended', of: 'case', role: { role: 'pilot', bodies: ['health'] } },
      }),
  ],
  [
    'condition is-large asks for mark blue, which no state carries',
    (p) => condition(p, { allOf: [{ noneMarked: { mark: 'blue', of: 'case' } }] }),
  ],
  [
    'condition is-large asks for mark child-ended, which no state of model-every-condition carries',
    (p) => condition(p, { marked: { mark: 'child-ended', procedure: 'model-every-condition', of: 'case' } }),
  ],
  [
    'condition happened says something else in model-every-condition',
    (p) => {
      p.conditions['happened'] = structuredClone(
        p.conditions['is-large'] as Part<Procedure['conditions'][string]>,
      );
      command(p, 'close').when = ['was-answered', 'happened'];
    },
  ],
  // Clocks.
  [
    'clock of unknown limit model-nothing',
    (p) => {
      p.clocks['model-nothing'] = structuredClone(clock(p));
    },
  ],
  [
    'clock model-second-duty starts on unknown fly',
    (p) => {
      clock(p).startsOn = ['send', 'fly'];
    },
  ],
  [
    'clock model-second-duty ends on mark blue, which no state carries',
    (p) => {
      clock(p).stopsOnMark = ['blue'];
    },
  ],
  [
    'clock model-second-duty waits for unknown command fly',
    (p) => {
      clock(p).stopsOn = ['answer', 'fly'];
    },
  ],
  [
    'clock model-second-duty waits for unknown command fly',
    (p) => {
      clock(p).mootOn = ['fly'];
    },
  ],
  [
    'clock model-second-duty waits for unknown command fly',
    (p) => {
      clock(p).mootsFirst = ['fly'];
    },
  ],
  [
    'clock model-second-duty has no more than one that could be pointless first',
    (p) => {
      clock(p).mootsFirst = ['close'];
    },
  ],
  [
    'clock model-second-duty never runs',
    (p) => {
      clock(p).mootOn = ['sent'];
    },
  ],
  [
    'clock model-second-duty waits for unknown command fly',
    (p) => {
      clock(p).extendsOn = ['fly'];
    },
  ],
  [
    'clock model-second-duty waits for unknown command fly',
    (p) => {
      clock(p).escalatesOn = ['fly'];
    },
  ],
  [
    'clock model-second-duty waits for unknown command fly',
    (p) => {
      clock(p).pauses = { rest: { from: 'remind', to: ['fly'] } };
    },
  ],
  [
    'clock model-second-duty is kept and pointless on answer',
    (p) => {
      clock(p).mootOn = ['answer'];
    },
  ],
  [
    'clock model-second-duty names unknown role pilot',
    (p) => {
      clock(p).obliges = 'pilot';
    },
  ],
  [
    'clock model-second-duty names unknown role pilot',
    (p) => {
      clock(p).reaches = 'pilot';
    },
  ],
  [
    'clock model-second-duty names unknown role pilot',
    (p) => Object.assign(clock(p).onOverdue ?? {}, { for: 'pilot' }),
  ],
  [
    'clock model-second-duty names unknown role pilot',
    (p) => Object.assign(clock(p).onOverdue ?? {}, { visibleTo: ['pilot'] }),
  ],
  [
    'clock model-second-duty drafts unknown paper map',
    (p) => Object.assign(clock(p).onOverdue ?? {}, { draft: 'map' }),
  ],
  [
    'clock model-second-duty asks for unknown field colour',
    (p) => {
      clock(p).when = 'colour';
    },
  ],
  [
    'clock model-second-duty starts at unknown date colour',
    (p) => {
      clock(p).startsAt = 'colour';
    },
  ],
  [
    'clock model-second-duty waits for unknown command fly',
    (p) => {
      clock(p).reopensOn = ['fly'];
    },
  ],
  [
    'clock model-member-return is set by unknown date grave',
    (p) => {
      clock(p, 'model-member-return').setBy = 'grave';
    },
  ],
  [
    'clock model-member-return needs setBy',
    (p) => {
      delete clock(p, 'model-member-return').setBy;
    },
  ],
  [
    'clock model-second-duty has no use for setBy',
    (p) => {
      clock(p).setBy = 'dueOn';
    },
  ],
  [
    'clock model-second-duty obliges receiver, who sees a status word only',
    (p) => Object.assign(p.roles['receiver'] ?? {}, { sees: 'status' }),
  ],
  [
    'command send hands the case to receiver, who sees a status word only',
    (p) => {
      command(p, 'send').handsTo = 'receiver';
      Object.assign(p.roles['receiver'] ?? {}, { sees: 'status' });
    },
  ],
  [
    'clock model-second-duty obliges a subject, of whom it is not about one',
    (p) => {
      clock(p).obliges = 'subject';
    },
  ],
  [
    'clock model-second-duty obliges subject, whom the limit does not',
    (p) => {
      p.per = 'subject';
      clock(p).obliges = 'subject';
    },
  ],
  [
    'clock model-fine-payment obliges receiver, whom the limit does not',
    (p) => {
      p.clocks['model-fine-payment'] = {
        startsOn: ['send'],
        stopsOn: ['answer'],
        obliges: 'receiver',
      };
    },
  ],
  [
    'clock model-second-duty is started again by remind and does not say what then',
    (p) => {
      clock(p).startsOn = ['send', 'remind'];
    },
  ],
  [
    'clock model-second-duty says what comes of a start that cannot come again',
    (p) => {
      clock(p).startsOn = ['remind'];
      clock(p).again = 'each';
      clock(p).mootOn = ['remind'];
    },
  ],
  [
    'clock model-second-duty never runs',
    (p) => {
      clock(p).startsOn = ['close'];
    },
  ],
  [
    'clock model-second-duty cannot be stopped from state answered on',
    (p) => {
      clock(p).startsOn = ['answer'];
    },
  ],
  [
    'clock model-second-duty cannot be stopped from state answered on',
    (p) => {
      clock(p).startsOn = ['answered'];
    },
  ],
  [
    'clock model-second-duty cannot be stopped from state sent on',
    (p) => {
      clock(p).stopsOn = ['send'];
    },
  ],
  // Names.
  [
    'nobody is cast as receiver',
    (p) => {
      delete p.roles['receiver']?.cast;
      delete command(p, 'send').handsTo;
    },
  ],
  [
    'cites unknown act SKY',
    (p) => {
      p.basis = [{ act: 'SKY' }];
    },
  ],
  [
    'cites unknown act SKY',
    (p) => {
      (p.conditions['is-large'] as Part<Procedure['conditions'][string]>).basis = [{ act: 'SKY' }];
    },
  ],
  [
    'role idler has nothing to do',
    (p) => {
      p.roles['idler'] = { title: { zh: '闲', en: 'idle' }, cast: 'actor', sees: 'all' };
    },
  ],
  [
    'cites N7, which is not in force while it is',
    (p) => {
      p.inForce = { from: '2013-01-01', until: '2026-01-01' };
      p.basis.push({ act: 'N7' });
    },
  ],
  [
    'role receiver stands above unknown role pilot',
    (p) => Object.assign(p.roles['receiver'] ?? {}, { above: 'pilot' }),
  ],
  [
    'role receiver is the counterpart of unknown role pilot',
    (p) => Object.assign(p.roles['receiver'] ?? {}, { counterpartOf: 'pilot' }),
  ],
  [
    'role receiver is held by another than unknown role pilot',
    (p) => Object.assign(p.roles['receiver'] ?? {}, { otherThan: 'pilot' }),
  ],
  [
    'role subject is the name of the subject',
    (p) => {
      p.roles['subject'] = { ...(p.roles['sender'] as Part<Procedure['roles'][string]>) };
    },
  ],
  [
    'role watcher is routed to no kind of department',
    (p) => {
      delete p.roles['watcher']?.bodies;
    },
  ],
  ['field papers has the name of what every command may carry', (p) => anotherFlag(p, 'papers')],
  ['field offence has the name of what every command may carry', (p) => anotherFlag(p, 'offence')],
  ['field reporter has the name of what every command may carry', (p) => anotherFlag(p, 'reporter')],
  ['field hearingOn is of another kind in model-penalty@1', (p) => anotherFlag(p, 'hearingOn')],
  [
    'report counts unknown command fly',
    (p) => {
      p.report = { counts: [{ id: 'x', title: { zh: '项', en: 'x' }, of: ['fly'] }] };
    },
  ],
  [
    'report counts unknown command fly',
    (p) => {
      p.report = {
        durations: [{ id: 'x', title: { zh: '项', en: 'x' }, from: ['send'], to: ['fly'] }],
      };
    },
  ],
  [
    'report counts unknown command fly',
    (p) => {
      p.report = {
        attention: [{ id: 'x', title: { zh: '项', en: 'x' }, when: { command: 'fly', times: 1 } }],
      };
    },
  ],
  [
    'report looks at unknown state gone',
    (p) => {
      p.report = { attention: [{ id: 'x', title: { zh: '项', en: 'x' }, when: { state: 'gone' } }] };
    },
  ],
  [
    'is never in force',
    (p) => {
      p.inForce.until = '2001-01-01';
    },
  ],
];

describe('soundness', () => {
  it('finds nothing in a sound procedure, whatever it uses', () => {
    expect(soundnessFaults(dataWith(sample))).toEqual([]);
  });

  it.each(FAULTS)('says: %s', (says, edit) => {
    expect(faultsOf(edit)).toContain(says);
  });

  it('knows a limit on no ladder and of no act, and a version that is there twice', () => {
    const [limit] = modelLimits;
    const data = dataWith(sample, structuredClone(sample));
    const faults = soundnessFaults({
      ...data,
      timeLimits: [
        ...data.timeLimits,
        { ...(limit as (typeof modelLimits)[number]), ladder: 'none-such', basis: [{ act: 'SKY' }] },
      ],
    });
    expect(faults).toContain('sample@1: is there twice');
    expect(faults).toContain('model-penalty-decision@1: unknown ladder none-such');
    expect(faults).toContain('model-penalty-decision@1: cites unknown act SKY');
  });

  it('stops the start: an unsound law is no law', () => {
    const broken = structuredClone(sample);
    broken.opensOn = {};
    expect(() => lawOf(dataWith(broken))).toThrow('unsound law:\n  sample@1: nothing opens it');
  });
});
