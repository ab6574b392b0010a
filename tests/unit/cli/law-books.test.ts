// `xianjie procedures` and `xianjie limits`: the law as a clerk looks it up and as a program takes it, with and without a platform.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { noSettings } from '../../../case/due/settled-limit.ts';
import { law } from '../../../law/law.ts';
import { families } from '../../../law/procedures/registry.ts';
import { Procedure } from '../../../schemas/procedure.ts';
import { isUncapped, TimeLimit } from '../../../schemas/time-limit.ts';
import { limitAnswer, limitLines } from '../../../services/cli/commands/limits.ts';
import { procedureAnswer } from '../../../services/cli/commands/procedures.ts';
import { type Ground, requireKnown } from '../../../services/cli/ground.ts';
import { inFamilies } from '../../../services/cli/procedure-families.ts';
import { limitListText, limitText } from '../../../services/cli/text/limit-text.ts';
import { procedureListText, procedureText } from '../../../services/cli/text/procedure-text.ts';
import { procedureDiagram } from '../../../services/words/procedure-diagram.ts';
import { wordsOf } from '../../../services/words/words.ts';

const words = wordsOf(law);
const shipped = { law, settings: noSettings, by: 'program' } as const;
const DAY = '2026-11-27';

const main = fileURLToPath(new URL('../../../services/cli/main.ts', import.meta.url));
/** Where no platform ever ran. */
const typed = (...line: string[]) =>
  spawnSync(process.execPath, [main, ...line], {
    encoding: 'utf8',
    env: { ...process.env, XIANJIE_DATA: '/nonexistent', XIANJIE_KEYS: '' },
  });
const tooWide = (text: string): string[] => text.split('\n').filter((line) => stringWidth(line) > 80);
/** A text in one line, as it reads where it was not wrapped. */
const inOne = (text: string): string => text.replaceAll(/\s+/g, '');

const limitOn = (id: string, day = DAY): string => limitText(limitAnswer(id, shipped, day), words, 80);

describe('a limit', () => {
  it('says what the article orders, the length, who must, the article with its act, and how it was seen', () => {
    const text = inOne(limitOn('pen-decision'));
    for (const said of [
      '作出处理决定 / Decide on the case  [pen-decision]  法定 / statutory',
      '自立案之日起90日内作出处理决定',
      'Decide within 90 days of filing',
      '时长 length       90 日（自然日） calendar days',
      '义务部门 obliged  医疗保障局',
      '《医疗保障行政处罚程序暂行规定》国家医疗保障局令第4号 第45条第1款',
      '已查原文',
      '2021-07-15 起',
      '共 120 日（自然日） calendar days：负责人批准',
      '共 180 日（自然日） calendar days以内：负责人集体讨论决定',
      '可以中止：《医疗保障行政处罚程序暂行规定》第45条第4款',
      '5 个工作日后：上一级主管部门、监察机关',
      '医疗保障行政处罚（insurance-penalty）：处罚机关',
    ])
      expect(text).toContain(inOne(said));
  });

  it('is that of the day, with what it was before and what it will be beside it', () => {
    const answer = limitAnswer('pen-seal', shipped, DAY);
    expect([answer.limit.from, answer.others.map(({ from }) => from)]).toEqual([
      '2021-07-15',
      ['2021-05-01', '2027-01-01'],
    ]);
    expect(limitAnswer('pen-seal', shipped, '2027-01-01').limit.basis[0]).toEqual({
      act: 'YBF',
      article: '40',
    });
    expect(limitOn('pen-seal')).toContain('2021-07-15 至 2027-01-01（不含当日）');
  });

  it('known from memory is 来源待核 and says that it counts no breach; one agreed is 约定', () => {
    expect(limitOn('sup-consult-reply')).toContain('来源待核，不计逾期');
    expect(inOne(limitOn('agr-hand-off-receipt'))).toContain('[agr-hand-off-receipt]约定（非法定）');
  });

  it('of which the law sets no most says that whoever approves it says how long, and no number of ours', () => {
    const uncapped = law.timeLimits.filter(({ extensions }) => extensions.some(isUncapped));
    expect(uncapped.length).toBeGreaterThan(0);
    for (const { id } of uncapped) {
      expect(inOne(limitOn(id))).toContain('依据未定上限');
      expect(limitOn(id)).not.toContain('3660');
    }
  });

  it('says what is off by default, what lapses, and what may only be done after it', () => {
    expect(limitOn('fwd-filing-review-econ')).toContain('未启用');
    expect(limitOn('pen-hearing-request')).toContain('期满失权');
    expect(limitOn('sup-investigation-urge')).toContain('期满后才可以办理');
  });

  it('says what the region settled, and on what basis, where its platform was asked', () => {
    const settings = {
      ...noSettings,
      agreed: { 'agr-hand-off-receipt': { span: { workingDays: 3 }, basis: '联席会议纪要第5期' } },
      limits: { 'fwd-filing-review-econ': { active: true, basis: '试点规定' } },
    };
    const asked = { law, settings, by: 'platform' } as const;
    const text = (id: string) => limitText(limitAnswer(id, asked, DAY, '653023'), words, 80);
    expect(text('agr-hand-off-receipt')).toContain('时长 length       3 个工作日');
    expect(text('agr-hand-off-receipt')).toContain('约定为 3 个工作日 working days：联席会议纪要第5期');
    expect(text('fwd-filing-review-econ')).toContain('653023 启用 / on：试点规定');
    expect(text('fwd-handover')).toContain('653023 未另行确定');
    const unasked = limitAnswer('fwd-handover', shipped, DAY, '653023');
    expect(limitText(unasked, words, 80)).toContain('未能询问平台');
  });

  it('has all its lines within eighty columns, whichever it is, and so has the list', () => {
    const ids = [...new Set(law.timeLimits.map(({ id }) => id))];
    expect(ids.flatMap((id) => tooWide(limitOn(id)))).toEqual([]);
    const lines = limitLines(shipped, DAY);
    expect(lines.map(({ limit }) => limit)).toEqual(ids);
    expect(tooWide(limitListText(lines, words, 80))).toEqual([]);
  });
});

describe('the list of limits', () => {
  const lineOf = (id: string): string => {
    const [line] = limitLines(shipped, DAY).filter(({ limit }) => limit === id);
    return line ? limitListText([line], words, 400).trim() : '';
  };

  it('says of each since when it is in force, and until when where it is no more', () => {
    const dates = limitLines(shipped, DAY).map(({ limit, from, until }) => [limit, from, until]);
    expect(dates).toContainEqual(['rev-review', '2024-11-26', undefined]);
    expect(dates.find(([limit]) => limit === 'agr-penalty-review')?.[2]).toBe('2024-11-26');
  });

  it('says on which article each rests, and how that was seen', () => {
    expect(lineOf('pen-decision')).toMatch(
      /90 日（自然日） calendar days，法定；《医疗保障行政处罚程序暂行规定》第45条第1款.*，已查原文$/,
    );
    expect(lineOf('sup-consult-reply')).toMatch(/，来源待核；.*，来源待核，不计逾期$/);
    expect(lineOf('agr-hand-off-receipt')).toContain('约定（非法定）；');
  });
});

describe('a procedure', () => {
  const textOf = (name: string): string => procedureText(procedureAnswer(name, shipped), words, 80);

  it.each(law.newest.map((p) => [p.procedure, p] as const))(
    '%s says its states, commands, roles and limits, within eighty columns',
    (name, p) => {
      const text = textOf(name);
      expect(tooWide(text)).toEqual([]);
      const joined = inOne(text);
      for (const state of Object.values(p.states)) expect(joined).toContain(inOne(state.title.zh));
      for (const command of Object.values(p.commands)) expect(joined).toContain(inOne(command.title.zh));
      for (const role of Object.keys(p.roles)) expect(text).toContain(`  ${role}`);
      for (const limit of Object.keys(p.clocks)) expect(text).toContain(`  ${limit}  `);
    },
  );

  it('says where a command leads, who may give it, with which rank and paper, and under which condition', () => {
    const text = inOne(textOf('payment-eligibility'));
    for (const said of [
      'record-points 记分 → 本自然年度累计记分达到12分时：达到12分，待终止（termination-due）；否则 else：已记分，待核对当年累计（total-to-check）',
      'restore-eligibility 记分调整后恢复支付资格 → 本程序未暂停、终止支付资格（normal），限调整后该年累计记分未达到9分时',
      '由 by 医保经办机构（agency）',
      '须由 rank 负责人',
      '文书 papers 记分处理通知书（points-notice）',
      '条件 when 限当事人为个人时；单独立卷时；决定日期不晚于收到决定之日时',
      '义务 obliged 医保经办机构；起于 starts on 认定责任或者收到责任认定',
    ])
      expect(text).toContain(inOne(said));
  });

  it('stands in the list under its family', () => {
    const text = procedureListText(inFamilies(law.newest, families), 80);
    expect(tooWide(text)).toEqual([]);
    expect(text.indexOf('行政处罚 / Administrative penalties')).toBeLessThan(
      text.indexOf('insurance-penalty'),
    );
    for (const { procedure } of law.newest) expect(text).toContain(`  ${procedure} `);
  });
});

describe('what the law that was asked does not have', () => {
  const older = { ...law, newest: law.newest.filter(({ procedure }) => procedure !== 'fund-recovery') };
  const asked = { law: older, calendar: new Map(), settings: noSettings } as never;
  const refused = (name: string, by: 'platform' | 'program') =>
    requireKnown({ ...(asked as Ground), by }, { zh: '程序', en: 'procedure' }, name, (one) =>
      one.newest.map(({ procedure }) => procedure),
    ).then(
      () => 'known',
      ({ message }: Error) => message,
    );

  it('says that the platform was asked, and where the program’s own law has it', async () => {
    expect(await refused('clue-notice', 'platform')).toBe('known');
    expect(await refused('fund-recovery', 'platform')).toMatch(
      /本程序所带的法律中有，公布后（xianjie law publish --operator op-1）平台才有.*没有程序“fund-recovery”/,
    );
    expect(await refused('fund-recovry', 'platform')).toMatch(/^平台的法律中没有程序“fund-recovry”/);
    expect(await refused('fund-recovry', 'program')).toMatch(/^没有程序“fund-recovry”/);
  });
});

describe('a diagram', () => {
  it.each(law.procedures.map((p) => [`${p.procedure}@${p.version}`, p] as const))(
    '%s names every state, and draws every command that leads from one to another',
    (_, p) => {
      const lines = procedureDiagram(p).split('\n');
      expect(lines[0]).toBe('stateDiagram-v2');
      const declared = lines.flatMap((line) => /^ {2}state "[^":;]+" as (\w+)$/.exec(line)?.slice(1) ?? []);
      const arrows = lines.flatMap((line) => {
        const [, from, to, text = ''] = /^ {2}(\S+) --> (\S+?)(?: : ([^:;]+))?$/.exec(line) ?? [];
        return from === undefined || to === undefined ? [] : [{ from, to, text }];
      });
      expect(1 + declared.length + arrows.length).toBe(lines.length);
      expect(declared.length).toBeGreaterThanOrEqual(Object.keys(p.states).length);
      for (const { from, to } of arrows)
        for (const end of [from, to]) expect([...declared, '[*]']).toContain(end);
      for (const [name, { on }] of Object.entries(p.states))
        for (const [command, target] of Object.entries(on ?? {}))
          for (const to of [target.to, target.else])
            if (to)
              expect(
                arrows.find(
                  (arrow) =>
                    arrow.from === `s_${name.replaceAll('-', '_')}` &&
                    arrow.to === `s_${to.replaceAll('-', '_')}`,
                )?.text,
              ).toContain((target.title ?? p.commands[command]?.title)?.zh);
    },
  );
});

describe('as it is typed where no platform runs', () => {
  it('prints the law of the program as JSON, and says so', () => {
    const one = typed('procedures', 'consultation', '--json');
    expect([one.status, JSON.parse(one.stdout).lawFrom]).toEqual([0, 'program']);
    expect(Procedure.parse(JSON.parse(one.stdout).procedure)).toEqual(
      law.newest.find((p) => p.procedure === 'consultation'),
    );
    expect(one.stderr).toContain('本程序所带的法律');
    const limit = JSON.parse(typed('limits', 'fwd-handover', '--json').stdout);
    expect(TimeLimit.parse(limit.limit)).toEqual(law.timeLimitOn('fwd-handover', DAY));
  });

  it.each([
    [['procedures', 'insurance-penlty'], 'insurance-penalty'],
    [['limits', 'fwd-handovr'], 'fwd-handover'],
  ])('%j is refused, and what comes near is named', (line, near) => {
    const { status, stdout, stderr } = typed(...line);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/^USAGE: 没有/);
    expect(stderr).toContain(near);
  });

  it('draws one procedure, not all, and not as JSON', () => {
    expect(typed('procedures', 'consultation', '--mermaid').stdout).toMatch(/^stateDiagram-v2\n/);
    expect(typed('procedures', '--mermaid').status).toBe(2);
    expect(typed('procedures', 'consultation', '--mermaid', '--json').status).toBe(2);
  });
});
