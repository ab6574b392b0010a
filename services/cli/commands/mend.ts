// `xianjie case void|correct|confirm-claim|dispute-claim|confirm-receipt|urge`: mistakes mended in the open, and what a limit's
// other side may do, each an entry of its own.
import type { Command } from 'commander';
import type { OpenBody, PartyValues } from '../../../schemas/command.ts';
import type { Receipt } from '../../../schemas/entry.ts';
import type { Asked } from '../../client/department-client.ts';
import { realClock } from '../../clock.ts';
import {
  gatherText,
  requireClock,
  requireProceeding,
  type ValueOptions,
  type WhenOptions,
  withSending,
  withYes,
} from '../command-options.ts';
import { caseTyped, commandLines, hintAs } from '../hint.ts';
import { requireAs, withAs } from '../place.ts';
import { usage } from '../problem.ts';
import { occurredFrom } from '../said-when.ts';
import { type Follow, type SubmitOptions, submitAs } from '../submit-as.ts';
import { valuesFrom, whenFrom } from '../typed-values.ts';
import { ofCase } from './of-case.ts';

type Options = SubmitOptions & WhenOptions & { readonly reason?: string };

const send = async (
  options: Options,
  asked: Pick<Asked, 'case' | 'command' | 'proceeding' | 'occurredAt' | 'precision'>,
  body: OpenBody,
  values: PartyValues = {},
  follow?: Follow,
): Promise<void> => {
  const { reason, id } = options;
  const party = { ...values, ...(reason === undefined ? {} : { reason }) };
  await submitAs(options, { ...asked, ...(id ? { commandId: id } : {}), body }, { party }, follow);
};

/** Which of the two officers this was, and what comes next. */
const voidNext = (id: string, department: string, { events }: Receipt): string[] =>
  events.includes('case-voided')
    ? [
        '案件已作废，不再受理命令，不再列出；记录保留 / voided: taken off the lists and closed to commands; the record stays:',
        ...commandLines('  ', hintAs('case list --voided')),
      ]
    : [
        '已申请作废，案件仍然有效，须由本部门另一名负责人确认 / asked for, not yet voided: another officer of rank head confirms:',
        ...commandLines('  ', hintAs(`case void ${id}`, `${department}/负责人`)),
      ];

const voidCase = async (id: string, options: Options): Promise<void> => {
  const { department } = requireAs(options);
  await send(
    options,
    { case: id, command: 'void-case' },
    {},
    {},
    {
      next: (receipt) => voidNext(id, department, receipt),
    },
  );
};

type CorrectOptions = Options &
  Pick<ValueOptions, 'title' | 'summary' | 'offence' | 'subject' | 'amount' | 'source'> & {
    readonly proceeding?: string;
  };

const requireSequence = (text: string): string => {
  if (/^[1-9]\d{0,8}$/.test(text)) return text;
  throw usage(
    `记录序号“${text}”应为本案第几条，可查看案件经过`,
    `"${text}" should be the number of the entry within the case; see its course`,
    hintAs(`case timeline ${caseTyped()}`),
  );
};

const correct = async (id: string, sequence: string, options: CorrectOptions): Promise<void> => {
  const { at, proceeding, reason: _why, ...said } = options;
  const { party } = await valuesFrom(said, false);
  if (at === undefined && Object.keys(party).length === 0)
    throw usage(
      '请写明正确的内容，如 --at、--amount 或 --title',
      'say what is right: --at, --amount, --title …',
    );
  const when = at === undefined ? {} : occurredFrom(at, realClock().now());
  await send(
    options,
    { case: id, command: 'correct-step', ...(proceeding ? { proceeding } : {}) },
    { corrects: { sequence: Number(sequence), ...when } },
    party,
  );
};

const onClock =
  (command: string) =>
  async (id: string, clock: string, options: Options): Promise<void> =>
    send(options, { case: id, command, ...whenFrom(options, realClock().now()) }, { clock });

const withReason = (command: Command): Command => command.option('--reason <text>', '理由 / the reason');
const withClock = (command: Command): Command =>
  command.argument('<clock>', '计时编号，如 p2/fwd-handover/1，见 case show / the clock', requireClock);
const sent = (command: Command): Command => withAs(withSending(command));

/** Commands of the group `case` that mend what is wrong in one. */
export const mendingCommands = (): Command[] => [
  sent(
    withReason(
      ofCase(
        'void',
        '作废误立的案件：一人申请并写明理由，另一名负责人确认 / void a case opened by mistake: one officer asks and says why, a head confirms',
      ),
    ),
  ).action(voidCase),
  sent(
    withYes(
      withReason(
        ofCase(
          'correct',
          '更正本部门的一条记录：时间、金额、文字；原记录保留 / correct the date or a value of an own entry, which stays',
        )
          .argument('<sequence>', '本案第几条，见 case timeline / number of the entry', requireSequence)
          .option('--at <when>', '正确的发生时间：日期或北京时间 / when it really happened')
          .option('--amount <yuan>', '正确的金额（元） / the right amount in yuan')
          .option('--title <text>', '正确的标题 / the right title')
          .option('--summary <text>', '正确的摘要 / the right summary')
          .option('--offence <text>', '正确的涉嫌罪名 / the right offence')
          .option('--subject <s1=name>', '正确的当事人，可重复 / the right subject, repeatable', gatherText)
          .option('--source <text>', '正确的来源 / the right source')
          .option(
            '--proceeding <id>',
            '一条记录涉及多个程序时指明 / where the entry moved several',
            requireProceeding,
          ),
      ),
    ),
  ).action(correct),
  sent(
    withReason(
      withClock(
        ofCase(
          'confirm-claim',
          '确认对方补录的事项确在期限内 / confirm that what was recorded late was in time',
        ),
      ),
    ),
  ).action(onClock('confirm-claim')),
  sent(
    withReason(
      withClock(ofCase('dispute-claim', '不认可对方补录称按期，须写理由 / dispute it, with the reason')),
    ),
  ).action(onClock('dispute-claim')),
  sent(
    withYes(
      withReason(
        withClock(
          ofCase(
            'confirm-receipt',
            '确认何时收到纸质送达的文书，期限自该日起算 / say when a paper was received, from which the limit runs',
          ),
        ).option('--at <when>', '收到时间：日期或北京时间，默认现在 / when it was received'),
      ),
    ),
  ).action(onClock('confirm-receipt')),
  sent(
    withReason(
      withClock(
        ofCase(
          'urge',
          '催办：督促义务部门在期限内办理，不改变期限 / urge the department obliged; no limit moves',
        ),
      ),
    ),
  ).action(onClock('urge-limit')),
];
