// What people read: names, instants, limits, the law cited, amounts.
import { describe, expect, it } from 'vitest';
import { law } from '../../../law/law.ts';
import { refusal } from '../../../schemas/errors.ts';
import type { CaseEvent } from '../../../schemas/event.ts';
import type { Body } from '../../../schemas/ids.ts';
import { actorTitle, departmentTitle } from '../../../services/words/departments.ts';
import { elsewhereLines } from '../../../services/words/elsewhere.ts';
import { dueText, whenKnown, whenKnownRemarked, whenText } from '../../../services/words/instants.ts';
import { limitMark, outcomeTitle } from '../../../services/words/limits.ts';
import { refusalText } from '../../../services/words/refusals.ts';
import { rankOfAll, rankTitle } from '../../../services/words/roles.ts';
import { wordsOf } from '../../../services/words/words.ts';

const { basisInFull, basisTexts, clockLines, fieldText, fieldTitle, valueLines } = wordsOf(law);

const stopped = (clock: string): CaseEvent => ({
  kind: 'clock',
  type: 'clock-stopped',
  at: '2027-01-20T10:00:00+08:00',
  clock,
  stoppedAt: '2027-01-20T10:00:00+08:00',
  outcome: 'breached',
});

describe('words', () => {
  it('name a department by its division and kind', () => {
    expect(departmentTitle('653023/public-security')).toBe('阿合奇县公安局');
    expect(departmentTitle('653023/drug-regulation')).toBe('阿合奇县药品监督管理局');
    expect(departmentTitle('no department')).toBe('no department');
    const named = new Map([['653023/public-security', '阿合奇县公安局经侦大队']]);
    expect(departmentTitle('653023/public-security', named)).toBe('阿合奇县公安局经侦大队');
    expect(actorTitle('service:docket')).toBe('计时服务');
    expect(actorTitle('service:relay')).toBe('总线（自动）');
    expect(actorTitle('653023/public-security', named)).toBe('阿合奇县公安局经侦大队');
  });

  it.each([
    ['420100/public-security', '武汉市公安局'],
    ['420000/public-security', '湖北省公安厅'],
    ['310000/public-security', '上海市公安局'],
    ['100000/public-security', '公安部'],
    ['100000/court', '最高人民法院'],
    ['100000/audit', '审计署'],
    ['100000/discipline-inspection', '中央纪委国家监委'],
    ['100000/medical-insurance', '国家医疗保障局'],
  ])('call %s by the name it has: %s', (id, name) => {
    expect(departmentTitle(id)).toBe(name);
  });

  it('call a head what the law calls it, by the kind of department', () => {
    expect(rankTitle('head', 'public-security')).toBe('县级以上公安机关负责人');
    expect(rankTitle('head', 'procuratorate')).toBe('检察长');
    expect(rankTitle('head', 'medical-insurance')).toBe('负责人');
    expect(rankTitle('officer', 'procuratorate')).toBe('经办人');
    expect(rankOfAll('head').zh).toBe('负责人（县级以上公安机关负责人、检察长）');
    const refused = refusalText(refusal('RANK_TOO_LOW', ['head']), (field) => field, wordsOf(law));
    expect(refused.zh).toBe('此事项须由规定职级人员办理：须由负责人（县级以上公安机关负责人、检察长）办理');
    const refusedTo = (body: Body): string =>
      refusalText(refusal('RANK_TOO_LOW', ['head']), (field) => field, { ...wordsOf(law), body }).zh;
    expect(refusedTo('medical-insurance')).toBe('此事项须由规定职级人员办理：须由负责人办理');
    expect(refusedTo('procuratorate')).toBe('此事项须由规定职级人员办理：须由负责人（检察长）办理');
  });

  it('say of a refusal for a time that has not come from when on it may be done', () => {
    const details = ['published-long-enough', 'from: 2027-01-06T00:00:00+08:00'];
    const refused = refusalText(refusal('GUARD_REFUSED', details), (field) => field, wordsOf(law));
    expect(refused.zh).toContain('须在最短公示期届满后，2027-01-06 00:00 起可以办理');
    expect(refused.en).toContain('possible from 2027-01-06 00:00 on');
  });

  it('say of a limit that was only agreed that it is, where it is urged too', () => {
    const urged = (limit: string): string[] =>
      wordsOf(law).clockLines(
        [
          {
            kind: 'urge',
            type: 'limit-urged',
            clock: `p1/${limit}/1`,
            limit,
            proceeding: 'p1',
            by: '653023/health',
            officer: 'o-1',
          } as never,
        ],
        departmentTitle,
      );
    expect(urged('agr-clue-acknowledge')[0]).toMatch(/^催办 .+（约定）$/);
    expect(urged('fwd-filing-review')[0]).not.toContain('约定');
  });

  it('say of a department a case is kept from that it hears nothing of it', () => {
    const kept = { kind: 'restriction', department: '653023/medical-insurance' };
    const lines = (type: string): string[] => elsewhereLines([{ ...kept, type } as never], departmentTitle);
    expect(lines('case-restricted')).toEqual(['不让阿合奇县医疗保障局知悉，不通知该部门']);
    expect(lines('restriction-lifted')).toEqual(['阿合奇县医疗保障局恢复知悉']);
  });

  it('write midnight as 24时 of the day that ends', () => {
    expect(dueText('2024-10-09T00:00:00+08:00')).toBe('2024-10-08 24时');
    expect(dueText('2024-10-09T09:30:00+08:00')).toBe('2024-10-09 09:30');
    expect(dueText(null)).toBe('立即');
    expect(whenText('2024-10-09T09:30:05.123+08:00')).toBe('2024-10-09 09:30:05');
  });

  it('say no more of an instant than is known of it', () => {
    const at = '2024-10-08T12:00:00+08:00';
    expect(whenKnownRemarked(at, 'instant')).toBe('2024-10-08 12:00');
    expect(whenKnownRemarked(at, 'day')).toBe('2024-10-08（仅知日期）');
    expect(whenKnownRemarked(at, 'month')).toBe('2024-10（仅知月份）');
    expect(whenKnownRemarked(at, 'undated')).toBe('日期未公开');
    expect(whenKnown(at, 'day')).toBe('2024-10-08');
    expect(whenKnown(at, 'year')).toBe('2024');
  });

  it('say what an entry did to a limit, old and new where it moved', () => {
    const clock = 'p1/agr-clue-final-feedback/1';
    const before = { strictDueAt: '2027-01-22T00:00:00+08:00', latestDueAt: '2027-01-22T00:00:00+08:00' };
    const times = { ...before, latestDueAt: '2027-01-23T00:00:00+08:00', provisional: true };
    expect(
      clockLines(
        [
          { kind: 'clock', type: 'clock-recalculated', clock, reason: 'calendar', before, times },
          {
            kind: 'clock',
            type: 'clock-stopped',
            at: '2027-01-20T10:00:00+08:00',
            clock,
            stoppedAt: '2027-01-20T10:00:00+08:00',
            outcome: 'met',
          },
        ] as never,
        departmentTitle,
      ),
    ).toEqual([
      '重算 线索办结反馈（约定），到期 2027-01-21 24时 改为 2027-01-21 24时 / 2027-01-22 24时（暂定）',
      '止计 线索办结反馈（约定），按期',
    ]);
  });

  it('show values by their Chinese names, amounts in yuan, a sealed reporter not at all', () => {
    expect(
      valueLines([
        { path: '/summary', value: '疑似虚假住院' },
        { path: '/amountFen', value: '123456789' },
        { path: '/amountFen', value: '5' },
        { path: '/subjects/s1', value: { name: '张三', idNumber: '6530…' } },
        { path: '/papers/p-1/title', value: '关于张三的报告' },
        { path: '/shows/p2', value: 'accepted' },
        { path: '/steps/2/amountFen', value: '5' },
        { path: '/steps/12/subjects/s1', value: { name: '张三' } },
        { path: '/reporter', value: 'eyJ…' },
        { path: '/steps/2/summary', value: '补充' },
        { path: '/steps/2/papers/p-2/title', value: '补充报告' },
      ]),
    ).toEqual([
      '摘要：疑似虚假住院',
      '金额：1,234,567.89 元',
      '金额：0.05 元',
      '当事人 s1：张三 6530…',
      '文书标题 p-1：关于张三的报告',
      '状态 p2：accepted',
      '第2步 金额：0.05 元',
      '第12步 当事人 s1：张三',
      '举报人（密封）：仅指定部门可解封',
      '第2步 摘要：补充',
      '第2步 文书标题 p-2：补充报告',
    ]);
  });

  it('show fields that procedures declare by their titles, codes in their words', () => {
    const said = ([name, value]: [string, string | true]) =>
      `${fieldTitle(name).zh}：${fieldText(name, value)}`;
    expect(
      (
        [
          ['replyBy', '2024-04-01'],
          ['noticeType', 'urgent'],
          ['noticeType', 'newer'],
          ['obvious', true],
          ['unknown', 'x'],
        ] as [string, string | true][]
      ).map(said),
    ).toEqual([
      '答复期限：2024-04-01',
      '通报类型：紧急',
      '通报类型：newer',
      '明显达到追诉标准：是',
      'unknown：x',
    ]);
  });

  it('say of every limit that begins what sets it: law, or only an agreement', () => {
    const begun = (limit: string, limitKind: string, limitSource: string, obliged: string) =>
      ({
        ...{
          kind: 'clock',
          type: 'clock-started',
          clock: `p1/${limit}/1`,
          limit,
          obliged,
          limitKind,
          limitSource,
        },
        times: { strictDueAt: '2027-01-22T00:00:00+08:00', latestDueAt: '2027-01-22T00:00:00+08:00' },
      }) as never;
    expect(
      clockLines(
        [
          begun('agr-clue-triage', 'agreed', 'agreed', '653023/public-security'),
          begun('fwd-handover', 'statutory', 'primary-text', '653023/medical-insurance'),
          begun('pen-hearing-request', 'statutory', 'primary-text', 's1'),
        ],
        departmentTitle,
      ),
    ).toEqual([
      '计时 线索分流，阿合奇县公安局，到期 2027-01-21 24时，约定（非法定）',
      '计时 向同级公安机关移送，阿合奇县医疗保障局，到期 2027-01-21 24时，法定',
      '计时 要求听证，当事人 s1，到期 2027-01-21 24时，法定',
    ]);
    const reminded = { kind: 'moment', type: 'reminder', clock: 'p1/agr-clue-triage/1', moment: 'remind-1' };
    expect(
      clockLines(
        [{ ...reminded, plannedAt: '2027-01-20T09:00:00+08:00', late: true } as never],
        departmentTitle,
      )[0],
    ).toMatch(/：线索分流（约定），时间节点 2027-01-20 09:00（补记）$/);
  });

  it('never call a breach of law what was only agreed', () => {
    expect(outcomeTitle('breached', { kind: 'statutory', lapses: false }).zh).toBe('逾期');
    expect(outcomeTitle('breached', { kind: 'agreed', lapses: false }).zh).toBe('超过约定');
    expect(clockLines([stopped('p1/agr-clue-triage/1')], departmentTitle)).toEqual([
      '止计 线索分流（约定），超过约定',
    ]);
    expect(clockLines([stopped('p1/fwd-handover/1')], departmentTitle)).toEqual([
      '止计 向同级公安机关移送，逾期',
    ]);
    expect(limitMark({ kind: 'agreed', source: 'agreed' }).zh).toBe('约定（非法定）');
    expect(limitMark({ kind: 'statutory', source: 'from-memory' }).zh).toBe('来源待核');
  });

  it.each([
    ['met', '按期'],
    ['lapsed', '期满'],
    ['moot', '不再适用'],
    ['undetermined', '无法认定'],
    ['claimed-in-time', '补录称按期'],
  ])('say of a clock that ended %s: %s', (outcome, said) => {
    expect(outcomeTitle(outcome, { kind: 'statutory', lapses: false }).zh).toBe(said);
  });

  it.each([
    ['met', '已行使'],
    ['lapsed', '期满未行使'],
    ['moot', '未行使'],
  ])('say of a right that runs out and ended %s: %s; nobody keeps it', (outcome, said) => {
    expect(outcomeTitle(outcome, { kind: 'statutory', lapses: true }).zh).toBe(said);
  });

  it('cite an act with article and paragraph, a notice with its item, an agreement like neither', () => {
    expect(
      basisTexts([
        { act: 'O310', article: '5(2)' },
        { act: 'JG2019', article: '563' },
        { act: 'JG2019', article: '564' },
        { act: 'YB49', article: '3(1)' },
        { act: 'AGREED' },
      ]),
    ).toBe(
      '《行政执法机关移送涉嫌犯罪案件的规定》第5条第2款、《人民检察院刑事诉讼规则》第563条、第564条、《关于加强查处骗取医保基金案件行刑衔接工作的通知》第3(1)项、部门间约定（非法定期限）',
    );
    expect(basisInFull({ act: 'CF', article: '27' })).toBe('《行政处罚法》主席令第70号（2021年修订） 第27条');
  });
});
