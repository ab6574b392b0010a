// `xianjie case split|merge|restrict`: what of a case goes on elsewhere, what counts with it, and who may know of it no more; by a head and with a reason.
import type { Command } from 'commander';
import { gatherText } from '../command-options.ts';
import { requireCase, requireDepartment } from '../place.ts';
import { type CaseOptions, ofCase, sendOfCase, sentWithReason } from './of-case.ts';

type SplitOptions = CaseOptions & { readonly proceeding?: string[]; readonly subject?: string[] };

const splitCase = (id: string, { proceeding, subject, ...options }: SplitOptions): Promise<void> =>
  sendOfCase(
    options,
    { case: id, command: 'split-case' },
    { ...(proceeding ? { proceedings: proceeding } : {}), ...(subject ? { subjects: subject } : {}) },
  );

type Undoing = CaseOptions & { readonly undo?: true };

const restrictCase = (id: string, departments: string[], { undo, ...options }: Undoing): Promise<void> =>
  sendOfCase(
    options,
    { case: id, command: undo ? 'lift-restriction' : 'restrict-case' },
    { to: departments.map(requireDepartment) },
  );

/** Commands of the group `case` that move something between cases, or close one to somebody. */
export const splittingCommands = (): Command[] => [
  sentWithReason(
    ofCase('split', '分案：所选程序在新案件中继续办理 / let proceedings go on in a new case')
      .option('--proceeding <id>', '程序编号 p1 …，可重复 / a proceeding, repeatable', gatherText)
      .option(
        '--subject <id>',
        '当事人代号 s1 …，其各程序一并分出，可重复 / a subject with its proceedings, repeatable',
        gatherText,
      ),
  ).action(splitCase),
  sentWithReason(
    ofCase('merge', '并案：本案并入另一案件，各程序和期限照旧 / join the case to another one')
      .argument('<into>', '并入的案件编号 / the other case', requireCase)
      .option('--undo', '解除并案，两案各自办理 / part them again'),
  ).action((id: string, into: string, { undo, ...options }: Undoing) =>
    sendOfCase(options, { case: id, command: undo ? 'unmerge-case' : 'merge-case' }, { into }),
  ),
  sentWithReason(
    ofCase('restrict', '限制部门知悉案件，该部门此后视同无此案 / a department may know of the case no more')
      .argument('<department...>', '部门，如 653023/medical-insurance / the departments')
      .option('--undo', '解除限制 / lift the restriction'),
  ).action(restrictCase),
];
