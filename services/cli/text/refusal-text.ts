// A refusal of the bus on one line: what was wrong with it by name, and what to do next. Programs read the code instead.
import type { Refusal } from '../../../schemas/entry.ts';
import type { Bilingual } from '../../../schemas/ids.ts';
import { refusalText } from '../../words/refusals.ts';
import { noWords, type Words } from '../../words/words.ts';

/** The option that gives a field of a command. */
export const optionOf = (field: string): string =>
  `--${field.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;

/** Where an option is not called what the field is. */
const TYPED_AS: Readonly<Record<string, string>> = { occurredAt: '--at', amountFen: '--amount' };
const typedAs = (field: string): string => TYPED_AS[field] ?? optionOf(field);

const NEXT: Readonly<Record<string, Bilingual>> = {
  CASE_NOT_FOUND: { zh: '本部门的案件见 xianjie case list', en: 'see xianjie case list' },
  NOT_ALLOWED_IN_STATE: { zh: '当前可办的见 xianjie commands', en: 'see xianjie commands' },
  NOT_YOUR_ROLE: { zh: '本部门可办的见 xianjie commands', en: 'see xianjie commands' },
  PROCEEDING_NOT_FOUND: { zh: '程序编号见 xianjie case show', en: 'see xianjie case show' },
  PROCEEDING_AMBIGUOUS: { zh: '用 --proceeding 指明，如 p1', en: 'name it with --proceeding, e.g. p1' },
  PAPERS_MISSING: {
    zh: '用 --paper 代码=文件 补上；不能提供的写 --paper 代码=- 并用 --reason 说明',
    en: 'add --paper CODE=FILE, or CODE=- with --reason to explain',
  },
  REASON_REQUIRED: {
    zh: '用 --reason-code 代码(自定，如 no-crime)和 --reason 文字 写明',
    en: 'add --reason-code CODE (of your own, e.g. no-crime) and --reason TEXT',
  },
  DATED_BACK: {
    zh: '用 --reason 说明为何补录(多步文件中写 "reason")',
    en: 'say with --reason why it is recorded so late ("reason" in a file of steps)',
  },
  SAME_OFFICER: {
    zh: '由本部门另一名人员以自己的 --as 办理',
    en: 'let another officer of the department do it, with --as',
  },
  VOID_NOT_POSSIBLE: {
    zh: '撤回用 xianjie submit take-back-clue 或 take-back-transfer',
    en: 'take back with xianjie submit take-back-clue or take-back-transfer',
  },
  CASE_VOIDED: {
    zh: '记录见 xianjie case timeline',
    en: 'its record: xianjie case timeline',
  },
  CLAIM_NOT_OPEN: { zh: '期限现状见 xianjie case show', en: 'see xianjie case show' },
  CONTENT_REQUIRED: {
    zh: '用 --title、--summary、--subject 写明，或用 --paper 附文书',
    en: 'say it with --title, --summary or --subject, or attach it with --paper',
  },
  TEAM_TOO_SMALL: { zh: '用 --team 列出在任人员，如 --team o-1 o-2', en: 'name them, e.g. --team o-1 o-2' },
  RANK_TOO_LOW: { zh: '由该职级人员以自己的 --as 办理', en: 'let such an officer do it, with --as' },
  UNKNOWN_OFFICER: {
    zh: '请平台运维人员用 xianjie officer appoint 任命',
    en: 'ask the operator to appoint: xianjie officer appoint',
  },
  UNKNOWN_DEPARTMENT: {
    zh: '在册部门见 xianjie department list',
    en: 'see xianjie department list',
  },
  OCCURRED_BEFORE_PREVIOUS: { zh: '用 --at 写明发生时间', en: 'say when it happened with --at' },
  NOT_PERMITTED: {
    zh: '全区的由联席会议办公室查看，或由运维人员不用 --as 查看',
    en: 'the joint-meeting office sees its whole region, the operator all, without --as',
  },
  DUPLICATE_DEPARTMENT: { zh: '人员变动用 xianjie officer appoint', en: 'for its officers: xianjie officer' },
};

/** In each language: the refusal, and the command that leads on. Without words, what the law calls by name keeps its id. */
export const refusalWords = (
  refusal: Pick<Refusal, 'code' | 'message' | 'details'>,
  words: Words = noWords,
): Bilingual => {
  const { zh, en } = refusalText(refusal, typedAs, words);
  const next = NEXT[refusal.code];
  return next ? { zh: `${zh}；${next.zh}`, en: `${en}; ${next.en}` } : { zh, en };
};

/** `中文 / English`. */
export const refusalLine = (
  refusal: Pick<Refusal, 'code' | 'message' | 'details'>,
  words?: Words,
): string => {
  const { zh, en } = refusalWords(refusal, words);
  return `${zh} / ${en}`;
};
