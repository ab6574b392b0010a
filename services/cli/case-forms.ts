// How a command on the case itself is typed, behind `xianjie`: most have a word of their own in the group `case`, the others go with
// `submit`.
import { caseTyped } from './hint.ts';

const FORMS: Readonly<Record<string, (id: string) => string>> = {
  'record-fact': (id) => `submit record-fact --case ${id} --fact 种类 --summary 内容`,
  'admit-departments': (id) => `submit admit-departments --case ${id} --to 区划/部门`,
  'link-case': (id) => `submit link-case --case ${id} --link 案件=关系`,
  'record-steps': (id) => `submit --case ${id} --file 多步文件`,
  'revise-subject': (id) => `case subject ${id} s1 --name 名称 --reason 理由`,
  'state-amount': (id) => `case amount ${id} 元 --reason 理由`,
  'state-charge': (id) => `case charge ${id} 罪名 --reason 理由`,
  'void-case': (id) => `case void ${id} --reason 理由`,
  'correct-step': (id) => `case correct ${id} 第几条 --reason 理由`,
  'waive-proceeding': (id) => `case waive ${id} p1 --reason 理由`,
  'close-case': (id) => `case close ${id} --reason 理由`,
  'reopen-case': (id) => `case reopen ${id} --reason 理由`,
  'mark-major': (id) => `case major ${id} --reason 理由`,
  'unmark-major': (id) => `case major ${id} --undo --reason 理由`,
  'split-case': (id) => `case split ${id} --proceeding p1 --reason 理由`,
  'merge-case': (id) => `case merge ${id} 并入的案件 --reason 理由`,
  'unmerge-case': (id) => `case merge ${id} 并入的案件 --undo --reason 理由`,
  'restrict-case': (id) => `case restrict ${id} 区划/部门 --reason 理由`,
  'lift-restriction': (id) => `case restrict ${id} 区划/部门 --undo --reason 理由`,
  'confirm-claim': (id) => `case confirm-claim ${id} 计时`,
  'dispute-claim': (id) => `case dispute-claim ${id} 计时 --reason 理由`,
  'urge-limit': (id) => `case urge ${id} 计时`,
  'confirm-receipt': (id) => `case confirm-receipt ${id} 计时 --at 日期`,
};

/** Of one that is not known here, as `submit` takes every command. */
export const caseForm = (command: string, id: string = caseTyped()): string =>
  FORMS[command]?.(id) ?? `submit ${command} --case ${id} --file 命令文件`;
