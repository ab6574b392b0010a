// `xianjie case split`: what of a case goes on elsewhere, by a head and with a reason.
import { Command } from 'commander';
import type { OpenBody } from '../../../schemas/command.ts';
import type { Asked } from '../../client/department-client.ts';
import { gatherText, withSending } from '../command-options.ts';
import { requireCase, withAs } from '../place.ts';
import { type SubmitOptions, submitAs } from '../submit-as.ts';

type Options = SubmitOptions & { readonly id?: string; readonly reason?: string };

const send = async (
  { reason, id, ...options }: Options,
  asked: Pick<Asked, 'case' | 'command'>,
  body: OpenBody,
): Promise<void> =>
  submitAs(
    options,
    { ...asked, ...(id ? { commandId: id } : {}), body },
    { party: reason === undefined ? {} : { reason } },
  );

const named = (name: string, description: string): Command =>
  new Command(name).description(description).argument('<case>', '案件编号 / the case', requireCase);
const sent = (command: Command): Command =>
  withAs(withSending(command.option('--reason <text>', '理由，必填 / the reason, always asked for')));

type SplitOptions = Options & { readonly proceeding?: string[]; readonly subject?: string[] };

const splitCase = (id: string, { proceeding, subject, ...options }: SplitOptions): Promise<void> =>
  send(
    options,
    { case: id, command: 'split-case' },
    { ...(proceeding ? { proceedings: proceeding } : {}), ...(subject ? { subjects: subject } : {}) },
  );

/** Commands of the group `case` that move something between cases. */
export const splittingCommands = (): Command[] => [
  sent(
    named('split', '分案：所选程序在新案件中继续办理 / let proceedings go on in a new case')
      .option('--proceeding <id>', '程序编号 p1 …，可重复 / a proceeding, repeatable', gatherText)
      .option(
        '--subject <id>',
        '当事人代号 s1 …，其各程序一并分出，可重复 / a subject with its proceedings, repeatable',
        gatherText,
      ),
  ).action(splitCase),
];
