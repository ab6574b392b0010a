// The counts of a rehearsal in columns, each with its remark.
import stringWidth from 'string-width';
import { WHY_TITLES } from '../../rehearsal/decided-by.ts';
import { HORIZON_DAYS } from '../../rehearsal/play.ts';
import type { ClockCounts, ClocksDecided, WhyUndetermined } from '../../rehearsal/rehearsal-output.ts';
import type { Rehearsal } from '../../rehearsal/rehearse.ts';
import { padded } from './table.ts';
import { hanging } from './wrap-text.ts';

type Counted = Pick<Rehearsal, 'output' | 'played' | 'inboxes' | 'took'>;

const seconds = (millis: number): string => (millis / 1000).toFixed(1);

const STAGES = {
  start: '启动 start',
  departments: '登记部门 departments',
  play: '演练 play',
  inboxes: '收件箱 inboxes',
  verify: '核验 verify',
} as const;

/** Name, number and remark in columns. */
const countLines = (rows: readonly (readonly [string, string | number, string])[]): string[] => {
  const names = Math.max(...rows.map(([name]) => stringWidth(name)));
  const numbers = Math.max(...rows.map(([, number]) => stringWidth(String(number))));
  return rows.map(([name, number, remark]) => {
    const right = ' '.repeat(numbers - stringWidth(String(number))) + String(number);
    return `  ${padded(name, names)}  ${right}  ${remark}`.trimEnd();
  });
};

type Row = [name: string, count: number, remark: string];

/** What became of clocks, by the counts of `--json`. */
const clockRows = (clocks: ClockCounts, indent: string, met = '', why: readonly Row[] = []): Row[] =>
  (
    [
      ['按期 met', clocks.met, met],
      ['逾期或超过约定 late', clocks.breached, ''],
      ['无法认定 undetermined', clocks.undetermined, '补记、无日期或不够精确 filled in, undated, coarse'],
      ...why,
      ['未止 open', clocks.open, '未见公开办结，不作逾期论 not taken for late'],
      ['期满 the time ran out', clocks.lapsed, ''],
      ['不再适用 no longer applies', clocks.moot, ''],
    ] satisfies Row[]
  ).map(([name, count, remark]) => [`${indent}${name}`, count, remark]);

/** Why clocks are undetermined, of those reasons that there are. */
const whyRows = (why: WhyUndetermined): Row[] =>
  (Object.keys(WHY_TITLES) as (keyof WhyUndetermined)[])
    .filter((one) => why[one] > 0)
    .map((one) => [`  ${WHY_TITLES[one].zh} ${WHY_TITLES[one].en}`, why[one], '']);

/** How many of those met are so by what two published days bound. */
const metRemark = (decided: ClocksDecided): string => {
  const bound = decided.filter(({ outcome, by }) => outcome === 'met' && by === 'bounds').length;
  return bound === 0 ? '' : `其中 ${bound} 项一端日期未公开，但无论哪一日均在期限内 whatever the day`;
};

export const countsText = (rehearsal: Counted, width: number): string[] => {
  const { output, played, inboxes, took } = rehearsal;
  const { facts, clocks, invented, verify } = output;
  const total = Object.values(took).reduce((sum, millis) => sum + millis, 0);
  const stages = Object.entries(STAGES).map(
    ([stage, name]) => `${name} ${seconds(took[stage as keyof typeof STAGES] ?? 0)}`,
  );
  const until =
    played.left === null
      ? '已无待到时间节点 no moment is left'
      : `末条事实后${HORIZON_DAYS}天为止，下一时间节点 ${played.left.slice(0, 10)} / the horizon; the next moment`;
  return [
    '合计 counts',
    ...countLines([
      ['公开案例 published cases', output.cases, '虚构示例1件另计 and one invented example'],
      ['公开事实 published facts', facts.published, ''],
      ['  已入账 recorded', facts.recorded, ''],
      ['    程序命令 commands', facts.asCommands, '推进程序、计时、条件或者统计 of a procedure'],
      ['    当事人行为 conduct', facts.conduct, '记在当事人名下 of the subject, dated'],
      ['    仅记为事实 facts only', facts.factsOnly.length, '理由见 --json reasons in --json'],
      ['  未接受 rejected', facts.rejected.length, facts.rejected.length > 0 ? '见下 see below' : ''],
      ['补记步骤 filled-in steps', output.filledSteps, '模拟经办人所补 ‹补› by simulated officers'],
      ['更正 corrections', output.corrections, output.corrections > 0 ? '见下 see below' : ''],
      ['账本记录 ledger entries', output.entries, '含创世、法律与登记 with genesis, law and registers'],
      ['收件箱通报 notices', output.notices, `逐条核验，不符 ${inboxes.faults.length} each checked, wrong`],
      ['期限计时 clocks', clocks.started, '不含虚构示例 without the invented example'],
      ...clockRows(clocks, '  ', metRemark(output.clocksDecided), whyRows(output.whyUndetermined)),
      [
        '虚构示例步骤 invented steps',
        invented.steps.recorded,
        `拟 ${invented.steps.given} 步，另计 apart, of so many`,
      ],
      ['  记录 entries', invented.entries, '含在账本记录内 among the ledger entries'],
      ['  通报 notices', invented.notices, '含在收件箱通报内 among the notices'],
      ['  计时 clocks', invented.clocks.started, ''],
      ...clockRows(invented.clocks, '    '),
    ]),
    ...hanging(
      '  核验 verification  ',
      verify.ok
        ? `完好，${verify.entries}条记录的签名、链接与裁决均已重验 / ok: signatures, chain and decisions of all`
        : '不符，见下 / wrong, see below',
      width,
    ),
    ...hanging('  演练至 until       ', `${played.until.slice(0, 10)}，${until}`, width),
    ...hanging('  用时 took          ', `${seconds(total)} s：${stages.join(' · ')}`, width),
    '',
  ];
};
