// `xianjie due-date` as it is typed: JSON for machines, text for people, one line and exit code 2 when it cannot answer.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { law } from '../../../law/law.ts';
import { DueDate } from '../../../schemas/time-limit.ts';
import { answerDueDate } from '../../../services/cli/commands/due-date.ts';
import { shippedGround } from '../../../services/cli/ground.ts';
import { dueDateText } from '../../../services/cli/text/due-date-text.ts';
import { closeIds } from '../../../services/words/close-ids.ts';
import { limitMark } from '../../../services/words/limits.ts';
import { wordsOf } from '../../../services/words/words.ts';
import { limitOf } from './asked.ts';

const main = fileURLToPath(new URL('../../../services/cli/main.ts', import.meta.url));
const typed = (...words: string[]) =>
  spawnSync(process.execPath, [main, 'due-date', ...words], {
    encoding: 'utf8',
    // Where no platform ever ran.
    env: { ...process.env, XIANJIE_DATA: '/nonexistent', XIANJIE_KEYS: '' },
  });
const shipped = await shippedGround();
const answered = (limit: string, from: string, region = '320200') =>
  answerDueDate({ limit, from, region }, shipped);

describe('xianjie due-date', () => {
  it('prints exactly the agreed fields as JSON', () => {
    const run = typed('--limit', 'fwd-filing-review', '--from', '2024-09-30', '--region', '320200', '--json');
    expect(run.status).toBe(0);
    const output = JSON.parse(run.stdout);
    expect(Object.keys(output)).toEqual([
      'limit',
      'region',
      'from',
      'strictDueAt',
      'latestDueAt',
      'provisional',
      'kind',
      'source',
      'basis',
      'steps',
      'computedBy',
    ]);
    const { computedBy, ...due } = output;
    expect(computedBy).toBe('program');
    expect(() => DueDate.omit({ ends: true }).parse(due)).not.toThrow();
    expect(output).toMatchObject({
      from: '2024-09-30T12:00:00+08:00',
      latestDueAt: '2024-10-09T00:00:00+08:00',
      basis: [
        { act: 'O310', article: '8' },
        { act: 'GA127', article: '180(1)' },
      ],
    });
  });

  it('reads an instant in any offset', () => {
    expect(answered('fwd-handover', '2024-10-08T01:30:00Z').output.latestDueAt).toBe(
      '2024-10-09T09:30:00+08:00',
    );
  });

  it('takes Beijing time as people write it', () => {
    expect(answered('fwd-handover', '2024-10-08 09:30').output).toEqual(
      answered('fwd-handover', '2024-10-08T01:30:00Z').output,
    );
  });

  it('says aloud where no platform could be asked, that it counts by what is shipped', () => {
    const run = typed('--limit', 'fwd-handover', '--from', '2024-10-08', '--region', '320200');
    expect(run.status).toBe(0);
    expect(run.stderr).toMatch(/^平台未运行或无法询问.*离线计算.* \/ computed off-line .*\n$/);
  });

  it('shows people the article, 24时 and the steps, and names an unsettled day', () => {
    const { limit, output } = answered('fwd-head-decision', '2024-10-17');
    const text = dueDateText(limit, output, wordsOf(law));
    expect(text).toContain('第5条第2款');
    expect(text).toContain('从严 / strict    2024-10-21 24时');
    expect(text).toContain('从宽 / latest    2024-10-22 24时');
    expect(text).toContain('clk-o310-unit');
  });

  it('cites the article in force on the day, and says until when it was', () => {
    const { limit, output } = answered('fwd-filing-review', '2017-09-01');
    const text = dueDateText(limit, output, wordsOf(law));
    expect(text).toContain('《公安机关办理刑事案件程序规定》公安部令第127号（2012年修订） 第177条');
    expect(text).toContain('2013-01-01 至 2020-09-01');
    expect(text).not.toContain('第180条');
  });

  it('explains both readings of the police’s 24 hours', () => {
    const { limit, output } = answered('fwd-supplement-notice', '2024-10-08T10:20:00+08:00');
    const text = dueDateText(limit, output, wordsOf(law));
    expect(text).toContain('从严 / strict    2024-10-09 10:20');
    expect(text).toContain('从宽 / latest    2024-10-09 11:00');
    expect(text).toContain('刑事诉讼法第105条第2款');
  });

  it('marks what is statutory, agreed, and only from memory', () => {
    expect(limitMark(limitOf('fwd-handover')).zh).toContain('法定');
    expect(limitMark(limitOf('agr-clue-triage')).zh).toContain('约定');
    expect(limitMark(limitOf('sup-consult-reply')).zh).toContain('来源待核');
  });

  it.each([
    ['an unknown limit', ['fwd-filing-reviews', '2024-09-30', '320200'], 'fwd-filing-review'],
    ['a day that does not exist', ['fwd-handover', '2024-02-30', '320200'], '2024-10-08'],
    ['a month where a day is wanted', ['fwd-handover', '2024-02', '320200'], '2024-10-08'],
    ['a region that is no code', ['fwd-handover', '2024-02-20', 'wuxi'], '653023'],
    ['a division that there is not', ['fwd-handover', '2024-02-20', '999999'], '没有区划 999999'],
    ['a limit not yet in force', ['clue-verify', '2020-02-20', '320200'], '2021-07-15'],
    [
      'a limit asked for before there was one',
      ['sup-state-reasons', '2009-05-01', '320200'],
      '《关于刑事立案监督有关问题的规定（试行）》第7条 2010-10-01 起、2013-01-01 止',
    ],
    ['a limit whose document sets the date', ['sup-urge-transfer', '2024-02-20', '320200'], '--set-by'],
  ])('answers %s with one line on stderr and exit code 2', (_, [limit, from, region], says) => {
    const run = typed('--limit', limit ?? '', '--from', from ?? '', '--region', region ?? '');
    expect(run.status).toBe(2);
    expect(run.stdout).toBe('');
    expect(run.stderr.trimEnd().split('\n')).toHaveLength(1);
    expect(run.stderr).toContain(says);
  });

  it('offers the nearest ids', () => {
    expect(closeIds('handover', ['fwd-form-team', 'fwd-handover', 'clue-verify'])[0]).toBe('fwd-handover');
  });
});
