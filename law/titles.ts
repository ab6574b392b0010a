// What people call each event, command and state: those of procedures stand in the procedures, the others here.
import type { Bilingual } from '../schemas/ids.ts';
import type { Law } from './law-of.ts';

/** Events that belong to no single procedure. */
export const GENERAL_EVENTS: Readonly<Record<string, Bilingual>> = {
  'case-opened': { zh: '案件建立', en: 'Case opened' },
  'proceeding-opened': { zh: '程序启动', en: 'Proceeding opened' },
  'roles-assigned': { zh: '确定承办部门', en: 'Roles assigned' },
  'hand-off-started': { zh: '移交开始', en: 'Hand-off started' },
  'hand-off-closed': { zh: '移交办结', en: 'Hand-off closed' },
  'clock-started': { zh: '开始计时', en: 'Clock started' },
  'clock-escalation-ended': { zh: '逾期不再升级', en: 'Escalated no more' },
  'clock-stopped': { zh: '计时结束', en: 'Clock stopped' },
  'clock-paused': { zh: '计时中止', en: 'Clock paused' },
  'clock-resumed': { zh: '计时恢复', en: 'Clock resumed' },
  'clock-extended': { zh: '期限延长', en: 'Clock extended' },
  'clock-recalculated': { zh: '期限重新计算', en: 'Due date computed again' },
  'limit-reminded': { zh: '期限提醒', en: 'Reminder of a limit' },
  'strict-limit-reached': { zh: '从严期限已到', en: 'Strict due instant reached' },
  'limit-overdue': { zh: '期限届满未办结', en: 'Limit overdue' },
  'limit-escalated': { zh: '逾期督办升级', en: 'Overdue limit escalated' },
  'limit-urged': { zh: '催办', en: 'Urged to act' },
  'fact-recorded': { zh: '登记事实', en: 'Fact recorded' },
  'departments-admitted': { zh: '部门加入案件', en: 'Departments admitted' },
  'subject-named': { zh: '登记当事人', en: 'Subject named' },
  'follow-up-ordered': { zh: '另行启动或者推进程序', en: 'Follow-up ordered' },
  'follow-up-taken': { zh: '后续程序已办理', en: 'Follow-up taken' },
  'follow-up-void': { zh: '后续程序不再适用', en: 'Follow-up void' },
  'status-changed': { zh: '状态变更', en: 'Status changed' },
  'step-corrected': { zh: '更正本部门事项', en: 'Own step corrected' },
  'subject-revised': { zh: '变更当事人信息', en: 'Subject revised' },
  'amount-stated': { zh: '更新涉案金额', en: 'Amount stated' },
  'charge-stated': { zh: '更新涉嫌罪名', en: 'Charge stated' },
  'case-linked': { zh: '案件关联', en: 'Case linked' },
  'clock-passed-on': { zh: '期限改由其他部门承担', en: 'Limit passed on to another department' },
  'clock-taken-up': { zh: '限制知悉解除，期限继续计时', en: 'Limit runs on, the restriction being lifted' },
  'clock-settled': { zh: '期限结果重新认定', en: 'Outcome of a limit settled' },
  'clock-restarted': { zh: '期限起算时间变更', en: 'Start of a limit changed' },
  'clock-start-claimed': { zh: '主张期限起算较晚', en: 'Later start of a limit claimed' },
  'void-asked': { zh: '申请作废案件', en: 'Voiding of the case asked for' },
  'case-voided': { zh: '案件作废', en: 'Case voided' },
  'proceeding-waived': { zh: '程序不再办理', en: 'Proceeding waived' },
  'case-closed': { zh: '全案办结', en: 'Case closed' },
  'case-reopened': { zh: '重新启动案件', en: 'Case opened again' },
  'case-marked-major': { zh: '列为重大案件', en: 'Marked as a major case' },
  'case-joined': { zh: '并入其他案件', en: 'Case joined to another' },
  'case-parted': { zh: '解除并案', en: 'Case parted from another' },
  'join-settled': { zh: '并入的案件办结', en: 'Joined case closed' },
  'join-resumed': { zh: '并入的案件重新启动', en: 'Joined case opened again' },
  'joined-case-noted': { zh: '其他案件并入', en: 'Another case joined' },
  'joined-case-settled': { zh: '并入的案件已办结', en: 'A joined case is closed' },
  'joined-case-parted': { zh: '并入的案件解除并案', en: 'A joined case was parted' },
  'join-refused': { zh: '并案未成', en: 'Joining came to nothing' },
  'joined-case-refused': { zh: '未接收并入的案件', en: 'A case could not be joined' },
  'marks-changed': { zh: '关联状态变更', en: 'What counts in other cases changed' },
  'marks-noted': { zh: '登记其他案件的关联状态', en: 'What counts of another case noted' },
  'case-restricted': { zh: '案件限制知悉', en: 'Case restricted from a department' },
  'restriction-lifted': { zh: '解除限制知悉', en: 'Restriction lifted' },
  'proceeding-moved': { zh: '分案转出', en: 'Proceeding moved to another case' },
  'proceeding-arrived': { zh: '分案转入', en: 'Proceeding taken over from another case' },
  'case-unmarked-major': { zh: '不再列为重大案件', en: 'No longer a major case' },
};

/** Commands on the case itself, and those of the platform's services. */
export const GENERAL_COMMANDS: Readonly<Record<string, Bilingual>> = {
  'record-fact': { zh: '登记事实', en: 'Record a fact' },
  'admit-departments': { zh: '邀请部门加入', en: 'Admit departments' },
  'link-case': { zh: '关联案件', en: 'Link a case' },
  'revise-subject': { zh: '变更当事人信息', en: 'Revise a subject' },
  'state-amount': { zh: '更新涉案金额', en: 'State the amount' },
  'state-charge': { zh: '更新涉嫌罪名', en: 'State the charge' },
  'record-steps': { zh: '一并补录多个步骤', en: 'Record several steps together' },
  'void-case': { zh: '作废误立案件', en: 'Void a case opened by mistake' },
  'correct-step': { zh: '更正本部门事项', en: 'Correct an own step' },
  'confirm-claim': { zh: '确认补录称按期', en: 'Confirm that it was in time' },
  'dispute-claim': { zh: '不认可补录称按期', en: 'Dispute that it was in time' },
  'confirm-receipt': { zh: '确认收到日期', en: 'Confirm the day of receipt' },
  'urge-limit': { zh: '催办', en: 'Urge the department obliged' },
  'waive-proceeding': { zh: '程序不再办理', en: 'Waive a proceeding' },
  'close-case': { zh: '全案办结', en: 'Close the case' },
  'reopen-case': { zh: '重新启动案件', en: 'Open the case again' },
  'mark-major': { zh: '列为重大案件', en: 'Mark as a major case' },
  'unmark-major': { zh: '不再列为重大案件', en: 'Mark as major no longer' },
  'merge-case': { zh: '并案', en: 'Join the case to another' },
  'unmerge-case': { zh: '解除并案', en: 'Part the case from another' },
  'note-joined-case': { zh: '登记并入的案件', en: 'Note a joined case' },
  'note-join-refused': { zh: '登记并案未成', en: 'Note that joining came to nothing' },
  'note-marks': { zh: '登记其他案件的关联状态', en: 'Note what counts of another case' },
  'restrict-case': { zh: '限制部门知悉案件', en: 'Restrict the case from a department' },
  'lift-restriction': { zh: '解除限制知悉', en: 'Lift a restriction' },
  'split-case': { zh: '分案', en: 'Split the case' },
  'receive-proceeding': { zh: '分案接收程序', en: 'Take over a proceeding' },
  'receive-restrictions': { zh: '分案延续限制知悉', en: 'Take over restrictions' },
  'reach-moment': { zh: '时间节点到达', en: 'Moments reached' },
  'take-follow-up': { zh: '办理后续程序', en: 'Take a follow-up' },
  'recalculate-clocks': { zh: '重新计算期限', en: 'Compute clocks again' },
};

const general = (titles: Readonly<Record<string, Bilingual>>, name: string): Bilingual | undefined =>
  Object.hasOwn(titles, name) ? titles[name] : undefined;
const own = (name: string): Bilingual => ({ zh: name, en: name });

/** What a law calls things; an id it does not know is its own title. */
export const titlesOf = (law: Law) => {
  const all = law.procedures.flatMap((p) =>
    Object.entries(p.commands).map(([command, c]) => ({ p, command, c })),
  );
  const drafts = law.procedures.flatMap((p) =>
    Object.values(p.clocks).flatMap((clock) => clock.onOverdue ?? []),
  );
  // Of several versions the newest speaks, of several procedures the first.
  const oldestFirst = all.toSorted((a, b) => a.p.version - b.p.version);
  const newestFirst = all.toSorted((a, b) => b.p.version - a.p.version);
  const byEvent = new Map(oldestFirst.map(({ p, c }) => [`${p.procedure} ${c.event}`, c.title]));
  const byEventAlone = new Map([
    ...drafts.map(({ event, title }) => [event, title] as const),
    ...newestFirst.toReversed().map(({ c }) => [c.event, c.title] as const),
  ]);
  const byCommand = new Map(newestFirst.toReversed().map(({ command, c }) => [command, c.title]));
  return {
    /** What an event is called; the same event may have another title in another procedure. */
    eventTitle: (event: string, procedure?: string): Bilingual =>
      general(GENERAL_EVENTS, event) ??
      byEvent.get(`${procedure} ${event}`) ??
      byEventAlone.get(event) ??
      own(event),
    commandTitle: (command: string): Bilingual =>
      general(GENERAL_COMMANDS, command) ?? byCommand.get(command) ?? own(command),
    procedureTitle: (procedure: string): Bilingual =>
      law.newestProcedure(procedure)?.title ??
      (procedure === 'case' ? { zh: '案件', en: 'Case' } : own(procedure)),
    stateTitle: (procedure: string, version: number, state: string): Bilingual =>
      law.procedure(procedure, version)?.states[state]?.title ?? own(state),
    /** A status word as those see it who may see no more. */
    statusWordTitle: (procedure: string, word: string): Bilingual =>
      law.procedures.findLast((p) => p.procedure === procedure && Object.hasOwn(p.statusWords, word))
        ?.statusWords[word] ?? own(word),
    paperTitle: (code: string): Bilingual => law.paperTitle(code) ?? own(code),
  };
};
