// The options by which a command is typed: what it says, when it happened, how it is sent.
import { type Command, Option } from 'commander';
import { isRealDate } from '../../case/due/civil-day.ts';
import { ProceedingId, SubjectId } from '../../schemas/ids.ts';
import { Approver } from '../../schemas/time-limit.ts';
import { caseTyped, hintAs } from './hint.ts';
import { requireCase, requireCount, requireDepartment, withAs } from './place.ts';
import { usage } from './problem.ts';

/** What any command may say, as typed. */
export type ValueOptions = {
  readonly to?: string[];
  readonly title?: string;
  readonly summary?: string;
  readonly reason?: string;
  readonly offence?: string;
  readonly subject?: string[];
  /** Subjects of the case, by their pseudonyms. */
  readonly about?: string[];
  readonly amount?: string;
  readonly source?: string;
  readonly paper?: string[];
  readonly served?: string[];
};

/** What a step of a procedure, or of the case, may say beside. */
export type StepOptions = ValueOptions & {
  readonly proceeding?: string;
  readonly team?: string[];
  readonly fact?: string;
  readonly reasonCode?: string;
  readonly extension?: string;
  readonly extensionTo?: string;
  readonly approver?: Approver;
  readonly basis?: string;
  readonly clock?: string;
  readonly link?: string[];
};

/** Which command it is, and when it happened. */
export type WhenOptions = { readonly id?: string; readonly at?: string };

const gather = (value: string, all: string[] = []): string[] => [...all, requireDepartment(value)];
export const gatherText = (value: string, all: string[] = []): string[] => [...all, value];

/** A word of our own in a command: a topic, the code of a reason, the kind of a fact. */
export const requireWord = (text: string): string => {
  if (/^[a-z][a-z0-9-]{0,59}$/.test(text)) return text;
  throw usage(
    `“${text}”应为小写英文字母、数字和连字符，如 fraud 或 no-crime`,
    `"${text}" should be lower-case letters, digits and hyphens, e.g. fraud or no-crime`,
  );
};

/** A day the calendar has. */
export const requireDate = (text: string): string => {
  if (isRealDate(text)) return text;
  throw usage(`日期“${text}”应写作 2024-10-08`, `"${text}" should be a real date, e.g. 2024-10-08`);
};

export const requireProceeding = (text: string): string => {
  if (ProceedingId.safeParse(text).success) return text;
  throw usage(
    `程序编号“${text}”应如 p1，可查看案件`,
    `"${text}" should be like p1; see the case`,
    hintAs(`case show ${caseTyped()}`),
  );
};

/** A subject of the case, by its pseudonym. */
export const requireSubject = (text: string): string => {
  if (SubjectId.safeParse(text).success) return text;
  throw usage(
    `当事人代号“${text}”应如 s1，可查看案件`,
    `"${text}" should be like s1; see the case`,
    hintAs(`case show ${caseTyped()}`),
  );
};

/** A clock of a proceeding, as the lists show it. */
export const requireClock = (text: string): string => {
  if (/^p[1-9]\d{0,3}\/[a-z0-9-]+\/[1-9]\d*$/.test(text)) return text;
  throw usage(
    `计时“${text}”应如 p2/fwd-filing-review/1，可查看案件`,
    `clock "${text}" should be like p2/fwd-filing-review/1; see the case`,
    hintAs(`case show ${caseTyped()}`),
  );
};

/** `CASE=RELATION`, repeatable. */
const gatherLinks = (text: string, all: string[] = []): string[] => {
  const [id = '', relation] = text.split('=');
  if (relation === undefined)
    throw usage(
      `“${text}”应写作 案件=关系，如 653023-k7m2qd5x3ab6ycfe=same-subject`,
      `"${text}" should be CASE=RELATION, e.g. 653023-k7m2qd5x3ab6ycfe=same-subject`,
    );
  return [...all, `${requireCase(id)}=${requireWord(relation)}`];
};

const withValues = (command: Command): Command =>
  command
    .option('--to <department>', '接收部门，可重复 / receiving department, repeatable', gather)
    .option('--title <text>', '标题 / title')
    .option('--summary <text>', '摘要 / summary')
    .option('--reason <text>', '理由（文字） / reason')
    .option('--offence <text>', '涉嫌罪名 / suspected offence')
    .option(
      '--subject <name>',
      '当事人，可重复；已有案件写 s2=名称，不公开程序中用 s1000 至 s9999 / subject, repeatable; s2=NAME in an existing case, s1000 to s9999 in a proceeding closed to others',
      gatherText,
    )
    .option('--about <subject...>', '所涉当事人代号，如 s1 / subjects it is about')
    .option('--amount <yuan>', '金额（元） / amount in yuan')
    .option('--source <text>', '来源 / where it comes from')
    .option(
      '--paper <code=file>',
      '文书=文件，可重复；缺少而已说明的写 文书=- / paper and its file, - where absence is explained',
      gatherText,
    )
    .option(
      '--served <code=date>',
      '纸质送达的文书=送达日期，可重复 / a paper served on paper, and the day, repeatable',
      gatherText,
    );

/** By which id it is known, and how long its answer is waited for. */
export const withSending = (command: Command): Command =>
  command
    .option('--id <commandId>', '命令编号，重发同一命令时用 / command id, to send the same again')
    .option('--wait <seconds>', '等待答复的秒数 / seconds to wait for the answer', requireCount, '15');

/** What answers the question whether a date far back is meant. */
export const withYes = (command: Command): Command =>
  command.option(
    '--yes',
    '发生时间早于七日的，确认无误 / a date more than seven days back is meant; not asked again',
  );

/** Options shared by `clue` and `submit`. */
export const withAsked = (command: Command): Command =>
  withSending(
    withYes(
      withValues(command).option(
        '--at <when>',
        '发生时间：日期（今天即此刻）或北京时间，默认现在；早于七日的须用 --reason 说明理由 / when it happened: a date, today being now, or an instant; further back than seven days it needs --reason',
      ),
    ),
  );

const withStep = (command: Command): Command =>
  command
    .option('--proceeding <id>', '程序编号 p1 … / the proceeding', requireProceeding)
    .option('--team <officer...>', '办案人员 / officers named')
    .option('--fact <kind>', '事实种类（record-fact） / kind of a fact', requireWord)
    .option('--reason-code <code>', '理由代码，自定，如 no-crime / reason code of your own', requireWord)
    .option('--extension <id>', '延长事由编号 / id of the prolongation', requireWord)
    .option('--extension-to <length>', '延长至（总长） / whole length it brings the limit to', requireCount)
    .addOption(new Option('--approver <who>', '批准人 / who approved').choices(Approver.options))
    .option('--basis <text>', '依据 / basis')
    .option(
      '--link <case=relation>',
      '关联的案件=关系，可重复（link-case、send-clue） / a case this one belongs with, and how, repeatable',
      gatherLinks,
    )
    .option(
      '--clock <key>',
      '计时编号，如 p2/fwd-filing-review/1 / the clock a receipt or a claim is about',
      requireClock,
    );

/** What one of several steps takes beside the fields that procedures declare. */
export const withStepOptions = (command: Command): Command => withStep(withValues(command));

/** What `submit` takes beside the fields that procedures declare. */
export const withSubmitOptions = (command: Command): Command =>
  withAs(
    withAsked(
      withStep(
        command
          .option('--case <id>', '案件 / the case; none where the command opens one', requireCase)
          .option('--procedure <name>', '要启动的程序 / the procedure to open')
          .option(
            '--file <file>',
            '命令 JSON 文件，选项可补充或覆盖；多步一次提交的写 steps，见 services/cli/README.md / a command as a JSON file, or several steps taken together',
          ),
      ),
    ),
  );
