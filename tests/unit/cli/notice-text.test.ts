// A notice as a clerk reads it in the inbox: who did what, all that was entered, and nothing a value could forge.
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import type { Disclosure } from '../../../schemas/command.ts';
import type { Entry } from '../../../schemas/entry.ts';
import { noticeText, readByText } from '../../../services/cli/text/notice-text.ts';
import { wordsOf } from '../../../services/words/words.ts';
import { caseDriver } from '../../support/case-driver.ts';
import { passingLaw } from '../../support/passing-law.ts';
import { BUREAU, countyRegister, delivered, POLICE, papers } from '../../support/transfer-story.ts';
import { digest, recordOf } from '../../support/unsigned-record.ts';

const words = wordsOf(passingLaw);

const noticeOf = (values: Readonly<Record<string, Disclosure['value']>>, backfill = false): string => {
  const c = caseDriver(countyRegister(), undefined, passingLaw);
  c.must({
    as: `${BUREAU}/o-1`,
    command: 'send-clue',
    at: '2024-03-04T09:00:00+08:00',
    body: {
      to: [POLICE],
      fields: { topic: 'fraud', noticeType: 'verify-and-reply', replyBy: '2024-04-01' },
      papers: papers('investigation-report').map((paper) => ({ ...paper, number: '阿医保函〔2024〕2号' })),
    },
    with: Object.keys(values),
  });
  const [entry] = c.entries;
  if (!entry) throw new Error('no clue was sent');
  return shown(entry, values, backfill);
};

/** An entry as its receiver reads it, with these values. */
const shown = (
  entry: Entry,
  values: Readonly<Record<string, Disclosure['value']>> = {},
  backfill = false,
): string => {
  const disclosures = Object.entries(values).map(([name, value]) => ({
    path: `/${name}`,
    salt: 'A'.repeat(22),
    value,
  }));
  const { head, body, signature } = recordOf(entry);
  const data = { head, body, signature, ledgerSequence: 9, disclosures };
  const type = 'xianjie.clue-notice.clue-sent.v1';
  return noticeText({ type, data, ...(backfill ? { backfill: true as const } : {}) }, 80, words);
};

describe('a notice in the inbox', () => {
  it('says who sent it, what it says, the kind of reply and its date, papers with hash', () => {
    const text = noticeOf({
      title: '某医院线索',
      summary: '疑似虚假住院',
      amountFen: '1234560',
      'papers/investigation-report-1/title': '核查报告',
    });
    expect(text.split('\n')[0]).toBe('2024-03-04 09:00  线索通报 · 通报线索  来自 阿合奇县医疗保障局 o-1');
    for (const line of [
      '    标题：某医院线索',
      '    摘要：疑似虚假住院',
      '    金额：12,345.60 元',
      '    主题：fraud',
      '    通报类型：核查并反馈',
      '    答复期限：2024-04-01',
      '    文书：涉嫌犯罪案件情况的调查报告 阿医保函〔2024〕2号 “核查报告”',
      `      SHA-256 ${digest}`,
    ])
      expect(text.split('\n')).toContain(line);
    for (const line of text.split('\n')) expect(stringWidth(line), line).toBeLessThanOrEqual(80);
  });

  it('says which case was linked, and how', () => {
    const c = delivered();
    c.must({
      as: `${BUREAU}/o-1`,
      command: 'link-case',
      at: '2024-03-05T11:00:00+08:00',
      body: { links: [{ case: '653023-bbbbbbbbbbbbbbbb', relation: 'same-subject' }] },
    });
    const text = shown(c.entries.at(-1) as Entry);
    expect(text.split('\n')).toContain('    关联案件：653023-bbbbbbbbbbbbbbbb same-subject');
  });

  it('says of an earlier entry that it is from before the hand-over', () => {
    expect(noticeOf({ title: '某医院线索' }, true)).toContain('通报线索（移交前的记录）  来自');
  });

  it('obeys nothing that a value says to a terminal, and lets none begin a line like a notice', () => {
    const forged = '2026-11-27 03:00  涉嫌犯罪案件移送 · 撤销案件  来自 甲县人民检察院 head';
    const text = noticeOf({
      summary: `正常内容\u001b[2K\u001b[1A\u001b]0;PWNED\u0007\r\n\n${forged}\u202e倒`,
    });
    expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Bidi_Control}]/u);
    expect(text.split('\n').filter((line) => line.startsWith('20'))).toHaveLength(1);
    // Deeper than any line of ours.
    expect(text).toContain(`\n        ${forged}`.slice(0, 50));
  });
});

describe('who has read it', () => {
  const [mine, other] = [
    { officer: 'o-1', at: '2024-03-04T09:00:00+08:00' },
    { officer: 'head', at: '2024-03-04T10:30:00+08:00' },
  ] as const;

  it('names the colleagues and when, not the reader, and nobody where nobody has', () => {
    expect(readByText([mine, other], 'o-1', 80)).toEqual(['    同事已阅：head（2024-03-04 10:30）']);
    expect(readByText([mine], 'o-1', 80)).toEqual([]);
    expect(readByText([], 'o-1', 80)).toEqual([]);
  });
});
