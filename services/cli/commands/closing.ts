// `xianjie case waive|close|reopen|major`: what becomes of the case as a whole, by a head and with a reason.
import { Command } from 'commander';
import type { Asked } from '../../client/department-client.ts';
import { requireProceeding, withSending } from '../command-options.ts';
import { requireCase, withAs } from '../place.ts';
import { type SubmitOptions, submitAs } from '../submit-as.ts';

type Options = SubmitOptions & { readonly id?: string; readonly reason?: string };

const send = async (
  { reason, id, ...options }: Options,
  asked: Pick<Asked, 'case' | 'command' | 'proceeding'>,
): Promise<void> =>
  submitAs(
    options,
    { ...asked, ...(id ? { commandId: id } : {}), body: {} },
    { party: reason === undefined ? {} : { reason } },
  );

const named = (name: string, description: string): Command =>
  new Command(name).description(description).argument('<case>', '案件编号 / the case', requireCase);
const sent = (command: Command): Command =>
  withAs(withSending(command.option('--reason <text>', '理由，必填 / the reason, always asked for')));

/** Commands of the group `case` that are about all of one. */
export const closingCommands = (): Command[] => [
  sent(
    named('waive', '一个程序不再办理 / nothing more is to come of a proceeding').argument(
      '<proceeding>',
      '程序编号 p1 … / the proceeding',
      requireProceeding,
    ),
  ).action((id: string, proceeding: string, options: Options) =>
    send(options, { case: id, proceeding, command: 'waive-proceeding' }),
  ),
  sent(named('close', '全案办结：各程序均已办结或者不再办理 / close the whole case')).action(
    (id: string, options: Options) => send(options, { case: id, command: 'close-case' }),
  ),
  sent(named('reopen', '重新启动已办结的案件 / open a closed case again')).action(
    (id: string, options: Options) => send(options, { case: id, command: 'reopen-case' }),
  ),
  sent(
    named('major', '列为重大案件 / mark as a major case').option(
      '--undo',
      '不再列为重大案件 / no longer major',
    ),
  ).action((id: string, { undo, ...options }: Options & { undo?: true }) =>
    send(options, { case: id, command: undo ? 'unmark-major' : 'mark-major' }),
  ),
];
