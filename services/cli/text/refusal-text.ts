// A refusal of the bus on one line: what was wrong with it by name, and what to do next. Programs read the code instead.
import type { Refusal } from '../../../schemas/entry.ts';
import type { Bilingual } from '../../../schemas/ids.ts';
import { refusalText } from '../../words/refusals.ts';
import { noWords, type Words } from '../../words/words.ts';
import { bodyTyped, caseTyped, hintAs, hintAt, typeable } from '../hint.ts';

/** The option that gives a field of a command. People type yuan where a program says fen. */
export const optionOf = (field: string): string =>
  `--${field.replace(/Fen$/, '').replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;

/** Where an option is not called what the field is. */
const TYPED_AS: Readonly<Record<string, string>> = {
  occurredAt: '--at',
  amountSource: '--source',
  links: '--link',
  subjects: '--about',
  newSubjects: '--subject',
  papers: '--paper',
  proceedings: '--proceeding',
};
/** The option by which a field of the body, or a value, is typed. */
export const typedAs = (field: string): string => TYPED_AS[field] ?? optionOf(field);

/** What to do next, and the command that leads on. */
type Next = Bilingual & { readonly command?: () => string };

const ALLOWED: Next = {
  zh: '查看当前可办的命令',
  en: 'see what can be done now',
  command: () => hintAs(`commands ${caseTyped()}`),
};
const SHOWN = { command: () => hintAs(`case show ${caseTyped()}`) };

/** How a subject that a case does not have yet is numbered. */
export const NEW_SUBJECT: Bilingual = {
  zh: '一般为案中未用的 s1 至 s999；问题线索等不公开程序中为 s1000 至 s9999 中任取一个，如 --subject s4711=名称',
  en: 's1 to s999, one not used in the case; in a proceeding closed to others any of s1000 to s9999, e.g. --subject s4711=NAME',
};

/** Where the detail says more than the code. */
const NEXT_FOR: Readonly<Record<string, Readonly<Record<string, Next>>>> = {
  REASON_REQUIRED: { reason: { zh: '用 --reason 文字 写明', en: 'add --reason TEXT' } },
  SAME_OFFICER: {
    'void-case': {
      zh: '由本部门负责人（head）以自己的 --as 办理',
      en: 'let a head of the department do it, with --as',
    },
  },
  VOID_NOT_POSSIBLE: {
    'handed-over': {
      zh: '撤回线索用 take-back-clue，撤回移交用 take-back-transfer',
      en: 'take it back: a clue with take-back-clue, a transfer with take-back-transfer',
      command: () => hintAs(`submit take-back-clue --case ${caseTyped()}`),
    },
  },
  NOT_YOUR_ROLE: {
    'own-claim': {
      zh: '查看期限现状',
      en: 'see how the limits stand',
      command: () => hintAs(`case show ${caseTyped()}`),
    },
  },
  RANK_TOO_LOW: {
    occurredAt: {
      zh: '由本部门负责人（head）以自己的 --as 办理，或按登记后的时间填写',
      en: 'let a head of the department do it, with --as',
    },
  },
  FIELD_REFUSED: {
    corrects: {
      zh: '只能更正本部门办理的步骤；登记的事实有误的，另行登记',
      en: 'only a step of the own department is corrected; of a wrong fact record the right one',
      command: () => hintAs(`case timeline ${caseTyped()}`),
    },
    newSubjects: {
      zh: `新的当事人代号：${NEW_SUBJECT.zh}`,
      en: `a new subject is numbered ${NEW_SUBJECT.en}`,
    },
    subjects: {
      zh: '案中没有该当事人；查看案中的当事人代号，新的用 --subject 写明代号和名称',
      en: 'the case has no such subject: see those it has, or name a new one with --subject',
      ...SHOWN,
    },
  },
  FIELD_REQUIRED: {
    proceedings: {
      zh: '用 --proceeding p2 指明分出的程序，或用 --subject s2 指明分出的当事人',
      en: 'name what goes: --proceeding p2, or --subject s2 with its proceedings',
    },
    subjects: {
      zh: '当事人有权利的程序须写明所涉当事人：案中已有的用 --about s1，新的用 --subject s2=名称',
      en: 'name whom it is about: --about s1 for one of the case, --subject s2=NAME for a new one',
      ...SHOWN,
    },
    step: {
      zh: '该条为一并补录，用 --step 指明第几步',
      en: 'the entry holds several steps: name the place with --step',
    },
  },
};

const NEXT: Readonly<Record<string, Next>> = {
  UNKNOWN_COMMAND: ALLOWED,
  CASE_NOT_FOUND: {
    zh: '查看本部门的案件',
    en: 'see the cases of the department',
    command: () => hintAs('case list'),
  },
  NOT_ALLOWED_IN_STATE: ALLOWED,
  NOT_YOUR_ROLE: ALLOWED,
  PROCEEDING_NOT_FOUND: { zh: '查看程序编号', en: 'see the proceedings', ...SHOWN },
  PROCEEDING_AMBIGUOUS: { zh: '用 --proceeding 指明，如 p1', en: 'name it with --proceeding, e.g. p1' },
  PAPERS_MISSING: {
    zh: '用 --paper 代码=文件 补上；不能提供的写 --paper 代码=- 并用 --reason 说明',
    en: 'add --paper CODE=FILE, or CODE=- with --reason to explain',
  },
  REASON_REQUIRED: {
    zh: '用 --reason-code 代码（自定，如 no-crime）和 --reason 文字 写明',
    en: 'add --reason-code CODE (of your own, e.g. no-crime) and --reason TEXT',
  },
  DATED_BACK: {
    zh: '用 --reason 说明为何补录（多步文件中写 "reason"）',
    en: 'say with --reason why it is recorded so late ("reason" in a file of steps)',
  },
  SAME_OFFICER: {
    zh: '由本部门另一名人员以自己的 --as 办理',
    en: 'let another officer of the department do it, with --as',
  },
  CASE_VOIDED: {
    zh: '查看其记录',
    en: 'see its record',
    command: () => hintAs(`case timeline ${caseTyped()}`),
  },
  CASE_NOT_SETTLED: { zh: '查看还有什么未办结', en: 'see what is still open', ...SHOWN },
  SPLIT_NOT_POSSIBLE: { zh: '查看各程序', en: 'see the proceedings', ...SHOWN },
  MERGE_NOT_POSSIBLE: { zh: '查看本案现状', en: 'see how the case stands', ...SHOWN },
  MERGE_WAITED_FOR: {
    zh: '由联席会议办公室的负责人以自己的 --as 解除，或者待其终结',
    en: 'let a head of the joint-meeting office part them, with --as, or wait until it has ended',
  },
  NOT_MERGED: { zh: '查看本案并入了哪一案件', en: 'see which case it is joined to', ...SHOWN },
  CASE_CLOSED: {
    zh: '立卷部门或者联席会议办公室的负责人可以用自己的 --as 重新启动',
    en: 'a head of who opened it, or of the joint-meeting office, opens it again with --as',
    command: () => hintAt(`case reopen ${caseTyped()} --reason 理由 --as 部门/负责人`),
  },
  UNKNOWN_PROCEDURE: {
    zh: '查看有哪些程序',
    en: 'see which procedures there are',
    command: () => hintAt('procedures'),
  },
  UNKNOWN_LIMIT: { zh: '查看有哪些期限', en: 'see which limits there are', command: () => hintAt('limits') },
  LIMIT_NOT_AGREED: {
    zh: '法定期限不得另行约定；查看哪些期限是约定的',
    en: 'what the law fixes is not agreed anew; see which limits are agreed',
    command: () => hintAt('limits'),
  },
  NO_SUCH_CLOCK: { zh: '查看在计的期限', en: 'see which limits run', ...SHOWN },
  GUARD_REFUSED: {
    zh: '查看各程序现状和期限的到期日',
    en: 'see how the proceedings stand and when their limits are due',
    ...SHOWN,
  },
  STILL_OWED: ALLOWED,
  PROCEEDING_WAITED_FOR: ALLOWED,
  LIMIT_NOT_RUNNING: { zh: '查看期限现状', en: 'see how the limits stand', ...SHOWN },
  CLAIM_NOT_OPEN: { zh: '查看期限现状', en: 'see how the limits stand', ...SHOWN },
  CONTENT_REQUIRED: {
    zh: '用 --title、--summary、--subject 写明，或用 --paper 附文书',
    en: 'say it with --title, --summary or --subject, or attach it with --paper',
  },
  COMMAND_ID_REUSED: {
    zh: '这次的内容未受理；另一件事请换一个 --id，或不写 --id',
    en: 'this was not taken; for another matter give another --id, or none',
  },
  TEAM_TOO_SMALL: { zh: '用 --team 列出在任人员，如 --team o-1 o-2', en: 'name them, e.g. --team o-1 o-2' },
  RANK_TOO_LOW: { zh: '由该职级人员以自己的 --as 办理', en: 'let such an officer do it, with --as' },
  UNKNOWN_OFFICER: { zh: '请平台运维人员任命', en: 'ask the operator of the platform to appoint' },
  UNKNOWN_DEPARTMENT: {
    zh: '运维人员可查看在册部门',
    en: 'the operator sees those registered',
    command: () => hintAt('department list'),
  },
  OCCURRED_BEFORE_PREVIOUS: { zh: '用 --at 写明发生时间', en: 'say when it happened with --at' },
  NOT_PERMITTED: {
    zh: '全区的由联席会议办公室查看，或由运维人员不用 --as 查看',
    en: 'the joint-meeting office sees its whole region, the operator all, without --as',
  },
  DUPLICATE_DEPARTMENT: {
    zh: '人员变动用 officer appoint',
    en: 'for its officers there is officer appoint',
  },
};

const nextOf = (code: string, details: readonly string[]): Next | undefined => {
  const special = Object.hasOwn(NEXT_FOR, code) ? NEXT_FOR[code] : undefined;
  // Of several things the last that has a word says most; a reason alone is asked for otherwise than one with a code.
  const detail =
    code === 'REASON_REQUIRED' && details.length > 1
      ? undefined
      : details.findLast((one) => special && Object.hasOwn(special, one));
  const found = detail === undefined ? undefined : special?.[detail];
  return found ?? (Object.hasOwn(NEXT, code) ? NEXT[code] : undefined);
};

/** The command to type after a refusal, where there is one. */
export const nextCommand = ({ code, details }: Pick<Refusal, 'code' | 'details'>): string | undefined =>
  nextOf(code, details)?.command?.();

/** In each language: the refusal, and what to do. Without words, what the law calls by name keeps its id. */
export const refusalWords = (
  refusal: Pick<Refusal, 'code' | 'message' | 'details'>,
  words: Words = noWords,
): Bilingual => {
  const said = refusalText(refusal, typedAs, { ...words, body: bodyTyped() });
  const [zh, en] = [typeable(said.zh), typeable(said.en)];
  const next = nextOf(refusal.code, refusal.details);
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
