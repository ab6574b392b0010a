// What a command names of another case, read off that case: given to `decide`, which never looks outside its own.
import type { CaseCommand } from '../schemas/command.ts';
import { type Joining, joiningOf } from './joining/join-case.ts';
import { type HandedOn, handedOn } from './splitting/carried.ts';
import type { CaseState } from './state.ts';

export type Elsewhere = { readonly handedOn?: HandedOn | undefined; readonly joining?: Joining | undefined };

/** `other` is the case that the command's `from` names, or `null`. */
export const elsewhereOf = (other: CaseState | null, command: CaseCommand): Elsewhere =>
  command.body.from === undefined
    ? {}
    : { handedOn: handedOn(other, command), joining: joiningOf(other, command) };
