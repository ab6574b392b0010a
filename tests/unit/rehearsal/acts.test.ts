// Rule 11: an act of an organ is a command of a procedure, what the offender did is conduct of the subject; each rule with a
// published text it was written for. What stays a fact is listed whole, with its reason.
import { describe, expect, it } from 'vitest';
import { law } from '../../../law/law.ts';
import type { CaseCommand } from '../../../schemas/command.ts';
import { REASONS, type Reason } from '../../../services/rehearsal/act-rows.ts';
import { outputOf } from '../../../services/rehearsal/output-of.ts';
import { personIn } from '../../../services/rehearsal/read-act.ts';
import { playedInMemory } from '../../support/played-in-memory.ts';
import { caseOf, cases, fact } from './shipped.ts';

const all = await playedInMemory(cases);
const verified = { ok: true, entries: 9, head: { sequence: 9, hash: 'h' } } as never;
const { facts } = outputOf(
  all.plan,
  all.played,
  all.cases,
  { noticesOf: new Map(), faults: [] },
  verified,
  9,
);
const published = all.played.facts.filter(({ fact: planned }) => planned.filled !== true);

const fileOf = (id: string) => {
  const found = all.cases.find(({ id: caseId }) => caseId === all.played.files.get(id)?.caseId);
  if (!found) throw new Error(`no file ${id}`);
  return found;
};
/** The published fact itself on the bus: its command, and the proceedings it moved and where to. */
const onBus = (name: string) => {
  const played = published.find(({ fact: planned }) => planned.published === name);
  const { state, entries } = fileOf(played?.fact.filedUnder ?? '');
  const own = entries.flatMap(({ command, events }) => {
    const said = command as CaseCommand;
    return said.body.published === name && said.body.filled !== true ? [{ said, events }] : [];
  });
  const steps = own.flatMap(({ events }) => events).filter((event) => event.kind === 'step');
  return {
    command: own[0]?.said,
    commands: own.map(({ said }) => said),
    steps: steps.map(({ proceeding, command, from, to }) => ({
      procedure: state.proceedings[proceeding]?.procedure ?? '',
      proceeding,
      subject: state.proceedings[proceeding]?.subject,
      command,
      from,
      to,
    })),
    events: own.flatMap(({ events }) => events),
  };
};
const stepOf = (name: string): string => {
  const { steps } = onBus(name);
  return `${steps[0]?.procedure}.${steps[0]?.command}`;
};

/** Facts that are no command, by why. */
const FACTS_ONLY: Readonly<Partial<Record<Reason, readonly string[]>>> = {
  'no-organ': ['RC-046#3', 'RC-087#3'],
  'not-listed': ['RC-004#2'],
  'not-named': ['RC-026#6', 'RC-064#3', 'RC-089#5'],
  total: ['RC-004#7'],
  'before-filing': ['RC-110#1'],
  'outcome-unknown': ['RC-096#5', 'RC-097#3'],
  'not-of-the-case': ['RC-007#4', 'RC-071#5', 'RC-091#4'],
  'evidence-for-others': ['RC-037#2'],
  'hearing-only': ['RC-097#2'],
  'not-reachable': ['RC-037#4'],
};
/** O310 11: no fine is decided while the police have the case; the bus says so, and it is recorded as published. */
const FINED_WHILE_WITH_THE_POLICE = ['RC-001#10', 'RC-005#6'];

describe('of the published facts', () => {
  it('at least 95 % of those that are acts of an organ are commands', () => {
    const noOrgans = facts.factsOnly.filter(({ reason }) => reason === REASONS['no-organ'].zh);
    const actsOfOrgans = facts.asCommands + facts.factsOnly.length - noOrgans.length;
    expect(facts.asCommands / actsOfOrgans).toBeGreaterThanOrEqual(0.95);
    expect(facts).toMatchObject({ published: 350, recorded: 350, rejected: [], conduct: 20 });
    expect(facts.asCommands + facts.conduct + facts.factsOnly.length).toBe(facts.recorded);
  });

  it.each(Object.entries(FACTS_ONLY))('only these are facts because of “%s”', (reason, names) => {
    const found = facts.factsOnly.filter((row) => row.reason === REASONS[reason as Reason].zh);
    expect(found.map((row) => `${row.case}#${row.fact}`).toSorted()).toEqual(names);
  });

  it('two fines were decided while the police had the case, which the law has no command for', () => {
    const listed = new Set(Object.values(FACTS_ONLY).flat());
    const others = facts.factsOnly.filter((row) => !listed.has(`${row.case}#${row.fact}`));
    expect(others.map((row) => `${row.case}#${row.fact}`).toSorted()).toEqual(FINED_WHILE_WITH_THE_POLICE);
    expect(others.every(({ reason }) => reason.includes('CRIMINAL_SIDE_OPEN'))).toBe(true);
  });

  it('each that is a command moves a state or a clock, or feeds a condition or a figure of the report', () => {
    const asks = (test: unknown, command: string): boolean =>
      typeof test === 'object' &&
      test !== null &&
      Object.entries(test).some(([key, value]) =>
        key === 'command' ? value === command : asks(value, command),
      );
    const idle = published
      .filter(({ became }) => became.kind === 'command')
      .filter(({ fact: planned }) => {
        const { steps, events } = onBus(planned.published);
        const feeds = steps.some(({ procedure, command }) => {
          const p = law.newest.find((one) => one.procedure === procedure);
          return (
            JSON.stringify(p?.report ?? {}).includes(`"${command}"`) || asks(p?.conditions ?? {}, command)
          );
        });
        return (
          !feeds && !steps.some(({ from, to }) => from !== to) && events.every(({ kind }) => kind !== 'clock')
        );
      });
    expect(idle.map(({ fact: planned }) => planned.published)).toEqual([]);
  });

  it('no step that was filled in was refused, and all that was filled in is counted apart', () => {
    expect(all.played.refusedSteps).toEqual([]);
    expect(all.played.filledSteps).toBeGreaterThan(facts.asCommands);
  });
});

describe('an act of an organ', () => {
  it.each([
    ['RC-001#2', '无锡市医保局完成初查后行政立案', 'insurance-penalty.file-penalty'],
    ['RC-001#3', '取消该院医保定点、解除服务协议', 'agreement-handling.terminate-agreement'],
    ['RC-001#5', '国家和省级专项飞行检查组进驻', 'flying-inspection.begin-flying-inspection'],
    ['RC-001#6', '15人被采取刑事强制措施', 'criminal-process.take-measure'],
    ['RC-001#7', '移送书(抄送)', 'clue-notice.acknowledge'],
    ['RC-001#8', '国家医保局通报', 'publicity.publish-exposure'],
    ['RC-001#11', '吊销医疗机构执业许可证', 'practice-licence.revoke-practice-licence'],
    ['RC-002#1', '国家医保局大数据筛出', 'flying-inspection.choose-inspection-target'],
    ['RC-002#2', '专项飞行检查组', 'flying-inspection.begin-flying-inspection'],
    ['RC-002#6', '冻结涉案医保资金6223万元', 'criminal-process.seize-property'],
    ['RC-004#5', '阜阳市纪委监委已履行立案手续', 'discipline-case.file-duty-case'],
    ['RC-004#8', '通报问责19名党员干部', 'discipline-case.hold-leader-accountable'],
    ['RC-007#3', '对文某留置', 'discipline-case.take-into-custody'],
    ['RC-008#2', '发监察建议书', 'supervisory-suggestion.issue-supervisory-suggestion'],
    ['RC-008#3', '全市开展为期两年的专项治理', 'supervisory-suggestion.report-suggestion-followed'],
    ['RC-011#6', '拟不起诉公开听证', 'criminal-process.hold-hearing'],
    ['RC-014#2', '移送立案监督线索', 'filing-supervision.begin-supervision'],
    ['RC-015#4', '向市医保局发检察建议', 'public-interest-suit.issue-pre-suit-suggestion'],
    ['RC-016#4', '发社会治理检察建议', 'procuratorial-suggestion.issue-suggestion'],
    ['RC-017#3', '侦查终结移送同一检察院审查起诉', 'criminal-transfer.send-for-prosecution'],
    ['RC-027#2', '4人同日批捕', 'criminal-process.approve-arrest'],
    ['RC-027#4', '一审:诈骗罪无期', 'criminal-process.judge-without-fine'],
    ['RC-030#3', '公安商请密云检察院提前介入', 'criminal-process.ask-to-join-early'],
    ['RC-030#5', '并处罚金8万元', 'criminal-process.judge-with-fine'],
    ['RC-030#6', '驳回上诉维持原判', 'criminal-process.decide-appeal-with-fine'],
    ['RC-038#4', '暂停医疗费用联网结算2个月', 'insurance-penalty.decide-without-fine'],
    ['RC-046#1', '审计署移交线索', 'fund-finding.send-finding'],
    ['RC-048#5', '另行行政处罚', 'insurance-penalty.decide-without-fine'],
    ['RC-057#2', '专项飞检', 'flying-inspection.begin-flying-inspection'],
    ['RC-059#2', '飞检5月11日至23日', 'flying-inspection.begin-flying-inspection'],
    ['RC-061#5', '执业许可证被正式注销', 'practice-licence.cancel-practice-licence'],
    ['RC-062#2', '对医院作出行政处罚', 'insurance-penalty.decide-fine'],
    ['RC-067#2', '停业整顿', 'practice-licence.stop-business'],
    ['RC-068#1', '扣减拒付', 'agreement-handling.refuse-payment'],
    ['RC-071#3', '开除公职', 'discipline-case.impose-sanction'],
    ['RC-071#4', '监委直接移送检察机关审查起诉(不经公安)', 'discipline-case.send-to-procuratorate'],
    ['RC-076#2', '约谈负责人、限期整改', 'agreement-handling.talk-to-institution'],
    ['RC-079#4', '二审开庭', 'criminal-process.accept-appeal'],
    ['RC-088#5', '仅暂停精神科男一区6个月医保服务', 'agreement-handling.suspend-services'],
    ['RC-092#3', '由经办中心另行解除协议', 'agreement-handling.terminate-agreement'],
    ['RC-094#1', '将飞检问题交办县局', 'flying-inspection.hand-over-findings'],
    ['RC-094#2', '县局立案', 'flying-inspection.file-findings-case'],
    ['RC-096#2', '退回省财政厅社保基金专户', 'fund-recovery.demand-repayment'],
    ['RC-101#1', '县医保中心审零星报销', 'agency-hand-over.note-matter'],
    ['RC-106#4', '向举报人发奖励金', 'insurance-penalty.reward-reporter'],
    ['RC-113#4', '政府网公开处罚决定书', 'insurance-penalty.publish-decision'],
  ])('%s “%s” is %s', (name, words, command) => {
    expect(fact(name).party.summary).toContain(words);
    expect(stepOf(name)).toBe(command);
  });

  it.each([
    ['RC-025#1', '群众举报街头摆摊收医保药', '310109/medical-insurance', 'insurance-penalty.verify-lead'],
    ['RC-061#3', '家人向市纪委监委举报', '141000/discipline-inspection', 'discipline-case.register-report'],
    ['RC-100#3', '罗某主动投案', '430225/public-security', 'criminal-process.report-finding'],
    ['RC-100#4', '开庭前主动退回', '430225/medical-insurance', 'fund-recovery.record-full-repayment'],
  ])('of nobody, which reached an organ, is that organ’s: %s “%s”', (name, words, actor, command) => {
    expect(fact(name)).toMatchObject({ actor });
    expect(fact(name).party.summary).toContain(words);
    expect(stepOf(name)).toBe(command);
  });

  it('on an agreement is the agency’s, whichever office the report calls 医保 (O735 13)', () => {
    const onAgreements = published.filter(({ fact: { does } }) =>
      does.kind === 'act' ? does.ways.some(({ procedure }) => procedure === 'agreement-handling') : false,
    );
    expect(onAgreements.length).toBeGreaterThan(15);
    expect(onAgreements.filter(({ fact: { actor } }) => !actor.endsWith('/insurance-agency'))).toEqual([]);
  });

  it('goes on with the proceeding that is open, and several stand side by side in one case (RC-001)', () => {
    const { proceedings } = fileOf('RC-001').state;
    expect(Object.values(proceedings).map(({ procedure, state }) => [procedure, state])).toEqual([
      ['insurance-penalty', 'notified'],
      ['agreement-handling', 'terminated'],
      ['criminal-transfer', 'filed'],
      ['flying-inspection', 'inspecting'],
      ['criminal-process', 'investigating'],
      ['clue-notice', 'merged'],
      ['practice-licence', 'decided'],
      ['publicity', 'published'],
    ]);
    expect(onBus('RC-001#6').steps[0]?.proceeding).toBe(onBus('RC-001#9').steps[0]?.proceeding);
  });

  it('told as received is signed for that day, and what the receiver starts upon it begins (RC-001#7)', () => {
    const { commands, steps } = onBus('RC-001#7');
    expect(commands.map(({ actor, precision }) => [actor, precision])).toEqual(
      Array(3).fill([{ department: '320200/health', officer: expect.any(String) }, 'day']),
    );
    expect(steps.map(({ procedure, command }) => `${procedure}.${command}`)).toEqual([
      'clue-notice.acknowledge',
      'practice-licence.begin-measure',
      'clue-notice.merge-clue',
    ]);
    // The licence is revoked in the case that health began then: ninety days from 27 September.
    expect(onBus('RC-001#11').steps[0]?.proceeding).toBe(steps[1]?.proceeding);
    const clock = Object.values(fileOf('RC-001').state.clocks).find(({ limit }) => limit === 'mea-decision');
    expect(clock).toMatchObject({
      startedAt: expect.stringMatching(/^2024-09-27/),
      obliged: '320200/health',
    });
    expect(clock).not.toHaveProperty('undetermined');
  });

  it('that is a flying inspection puts no limit of a lead on who sends the team (N6 23)', () => {
    const owed = all.cases.flatMap(({ state }) => Object.values(state.clocks));
    expect(
      owed.filter(({ limit, obliged }) => limit === 'clue-verify' && obliged === '100000/medical-insurance'),
    ).toEqual([]);
  });

  it('of the same kind opens another where none that is open takes it: two fines of one case (RC-088)', () => {
    expect(stepOf('RC-088#4')).toBe(stepOf('RC-088#3'));
    expect(onBus('RC-088#4').steps[0]?.proceeding).not.toBe(onBus('RC-088#3').steps[0]?.proceeding);
  });

  it.each([
    ['RC-087#2', '全部追回并处罚金', ['fund-recovery.demand-repayment', 'insurance-penalty.decide-fine']],
    [
      'RC-005#2',
      '公安立案,10人被采取刑事强制措施',
      ['criminal-process.report-investigation', 'criminal-process.take-measure'],
    ],
  ])('that tells of two is both: %s “%s”', (name, words, commands) => {
    expect(fact(name).party.summary).toContain(words);
    expect(onBus(name).steps.map(({ procedure, command }) => `${procedure}.${command}`)).toEqual(commands);
  });

  it('that undoes another is about the one that came first (RC-096)', () => {
    expect(onBus('RC-096#4').steps[0]).toMatchObject({
      proceeding: onBus('RC-096#1').steps[0]?.proceeding,
      command: 'revoke-agreement-decision',
    });
  });

  it('never makes somebody refuse, return or withdraw what was not published', () => {
    const filled = all.cases
      .flatMap(({ entries }) => entries.map(({ command }) => command as CaseCommand))
      .filter(({ body }) => body.filled === true);
    expect(filled.filter(({ body }) => body.reasonCode !== undefined)).toEqual([]);
  });
});

describe('what is read off the words', () => {
  it.each([
    ['RC-001#6', { coerciveMeasure: 'undisclosed', personsConcerned: 15 }],
    ['RC-019#2', { coerciveMeasure: 'capture', personsConcerned: 47 }],
    ['RC-022#3', { coerciveMeasure: 'capture' }],
    ['RC-027#1', { coerciveMeasure: 'detention', personsConcerned: 4 }],
    ['RC-004#6', { coerciveMeasure: 'detention', personsConcerned: 56 }],
    ['RC-011#7', { nonProsecutionKind: 'discretionary' }],
    ['RC-062#5', { verdict: 'fine-undisclosed' }],
    ['RC-071#3', { sanctionKind: 'dismissed' }],
  ])('of %s are the fields %o', (name, fields) => {
    expect(onBus(name).command?.body.fields).toEqual(fields);
  });

  it('a fine that was not published is not made up: RC-091#2 says only how long they are imprisoned', () => {
    expect(fact('RC-091#2').party.summary).not.toMatch(/罚金/);
    expect(stepOf('RC-091#2')).toBe('criminal-process.judge-without-fine');
    expect(onBus('RC-091#2').command?.body.fields).toEqual({ verdict: 'fine-undisclosed' });
  });

  it('a total of a region becomes no amount: it is progress of a suit in the public interest, or a fact (RC-015, RC-004)', () => {
    expect(stepOf('RC-015#6')).toBe('public-interest-suit.report-duty-progress');
    expect(Object.keys(onBus('RC-015#6').command?.commitments ?? {})).not.toContain('/amountFen');
    expect(Object.keys(onBus('RC-004#7').command?.commitments ?? {})).not.toContain('/amountFen');
  });

  it('money that came back without a published amount is demanded, not counted as repaid (RC-087#2)', () => {
    expect(stepOf('RC-087#2')).toBe('fund-recovery.demand-repayment');
    expect(stepOf('RC-106#2')).toBe('fund-recovery.record-full-repayment');
  });
});

describe('persons', () => {
  it.each([
    ['以诈骗罪起诉王某', '王某'],
    ['对从犯相某作相对不起诉(同案分流)', '相某'],
    ['公安先对医院原院长张某、实际控制人梁某等以涉嫌诈骗立案', undefined],
    ['4人同日批捕', undefined],
  ])('“%s” speaks of %s', (text, name) => {
    expect(personIn(text)).toBe(name);
  });

  it('each have their own end: 王某 is judged, 相某 is not prosecuted (RC-013)', () => {
    const [prosecuted, spared, judged] = ['RC-013#3', 'RC-013#4', 'RC-013#5'].map(
      (name) => onBus(name).steps[0],
    );
    expect(judged).toMatchObject({ subject: prosecuted?.subject, command: 'judge-with-fine' });
    expect(spared).toMatchObject({ command: 'decide-non-prosecution', to: 'non-prosecuted' });
    expect(spared?.subject).not.toBe(prosecuted?.subject);
  });

  it('several measures with their own numbers are a command each (RC-002: 刑拘13、取保15)', () => {
    expect(fact('RC-002#7').party.summary).toContain('51人被采取刑事强制或治安处罚:刑拘13、取保15');
    expect(onBus('RC-002#7').commands.map(({ body }) => body.fields)).toEqual([
      { coerciveMeasure: 'detention', personsConcerned: 13 },
      { coerciveMeasure: 'bail', personsConcerned: 15 },
    ]);
  });

  it('a total by then says of no step how many it concerns (RC-001#9, RC-026#3)', () => {
    expect(fact('RC-001#9').party.summary).toContain('增至24人');
    expect(onBus('RC-001#9').command?.body.fields).toEqual({ coerciveMeasure: 'undisclosed' });
    expect(onBus('RC-026#3').command?.body.fields).toEqual({ coerciveMeasure: 'capture' });
  });

  it('several whose points are told apart get a command each (RC-055, RC-052)', () => {
    const points = (name: string) => onBus(name).commands.map(({ body }) => body.fields?.['points']);
    expect(points('RC-055#5')).toEqual([4, 5, 6]);
    expect(points('RC-052#4')).toEqual([11, 10]);
  });
});

describe('what the offender did', () => {
  const conduct = published.filter(({ became }) => became.kind === 'conduct');

  it('is conduct of a subject, dated as published, by nobody’s officer', () => {
    expect(conduct.map(({ fact: planned }) => planned.published)).toContain('RC-011#1');
    for (const { fact: planned } of conduct) {
      const { command } = onBus(planned.published);
      const named = [...(command?.body.subjects ?? []), ...(command?.body.newSubjects ?? [])];
      expect(named).toHaveLength(1);
      expect(command).toMatchObject({ actor: { service: 'publisher' }, precision: planned.precision });
    }
  });

  it('is all that is called an incident, and a suit that a party brings (RC-096#6)', () => {
    const incidents = cases.flatMap(({ id, events }) =>
      events.flatMap(({ action }, index) => (action === 'incident' ? [`${id}#${index + 1}`] : [])),
    );
    expect(conduct.map(({ fact: planned }) => planned.published).toSorted()).toEqual(
      [...incidents, 'RC-096#6'].toSorted(),
    );
  });

  it('is of an institution where a hospital is accused (RC-084), of a person where one is (RC-011)', () => {
    expect(onBus('RC-084#1').command?.body.newSubjects).toEqual([{ subject: 's1', kind: 'institution' }]);
    expect(onBus('RC-011#1').command?.body.newSubjects).toEqual([{ subject: 's1', kind: 'person' }]);
  });
});

describe('a file of one’s own', () => {
  it('keeps an act that the table does not know as a fact, and says so', async () => {
    const own = caseOf([{ date: '2024-03-01', from: 'tax', action: 'tax_audit', text: '税务稽查' }]);
    const { played } = await playedInMemory([own]);
    expect(played.facts.map(({ became }) => became)).toEqual([{ kind: 'fact', reason: REASONS.unknown }]);
  });
});
