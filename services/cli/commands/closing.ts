// `xianjie case waive|close|reopen|major`: what becomes of the case as a whole, by a head and with a reason.
import type { Command } from 'commander';
import { requireProceeding } from '../command-options.ts';
import { type CaseOptions, ofCase, sendOfCase, sentWithReason } from './of-case.ts';

/** Commands of the group `case` that are about all of one. */
export const closingCommands = (): Command[] => [
  sentWithReason(
    ofCase('waive', '一个程序不再办理 / nothing more is to come of a proceeding').argument(
      '<proceeding>',
      '程序编号 p1 … / the proceeding',
      requireProceeding,
    ),
  ).action((id: string, proceeding: string, options: CaseOptions) =>
    sendOfCase(options, { case: id, proceeding, command: 'waive-proceeding' }),
  ),
  sentWithReason(ofCase('close', '全案办结：各程序均已办结或者不再办理 / close the whole case')).action(
    (id: string, options: CaseOptions) => sendOfCase(options, { case: id, command: 'close-case' }),
  ),
  sentWithReason(ofCase('reopen', '重新启动已办结的案件 / open a closed case again')).action(
    (id: string, options: CaseOptions) => sendOfCase(options, { case: id, command: 'reopen-case' }),
  ),
  sentWithReason(
    ofCase('major', '列为重大案件 / mark as a major case').option(
      '--undo',
      '不再列为重大案件 / no longer major',
    ),
  ).action((id: string, { undo, ...options }: CaseOptions & { undo?: true }) =>
    sendOfCase(options, { case: id, command: undo ? 'unmark-major' : 'mark-major' }),
  ),
];
