// What an officer may do in a case now: worked out a few proceedings at a stretch, and for one department after another question of
// its own, so that a large case keeps nobody else waiting.
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Context } from '../../../case/decision-under-way.ts';
import { type PossibleCommand, possibleCommands } from '../../../case/possible.ts';
import { possibleOnCase, possibleOpenings } from '../../../case/possible-beside.ts';
import type { CaseState } from '../../../case/state.ts';
import type { ActingOfficer } from '../../../case/steps/take-step.ts';
import type { ProceedingId } from '../../../schemas/ids.ts';
import { inTurns } from '../../in-turn.ts';
import type { Words } from '../../words/words.ts';
import type { CommandsAnswer } from './commands-answer.ts';

/** Proceedings looked at at a stretch. */
const AT_A_STRETCH = 10;

type Question = {
  /** The whole case, as it is decided on. */
  readonly state: CaseState;
  readonly context: Context;
  readonly who: ActingOfficer;
  /** Proceedings that the department may see. */
  readonly shown: readonly ProceedingId[];
  readonly words: Words;
};

const answered = <T extends Omit<PossibleCommand, 'proceeding'>>(one: T) => ({
  ...one,
  papers: [...one.papers],
  needs: [...one.needs],
  takes: [...one.takes],
  conditions: [...one.conditions],
});

const answerTo = async ({ state, context, who, shown, words }: Question): Promise<CommandsAnswer> => {
  const commands: PossibleCommand[] = [];
  for (let next = 0; next < shown.length; next += AT_A_STRETCH) {
    commands.push(...possibleCommands(state, context, who, shown.slice(next, next + AT_A_STRETCH)));
    await nextTurn();
  }
  const opens = possibleOpenings(state, context, who);
  await nextTurn();
  const onCase = possibleOnCase(state, context, who);
  return {
    case: state.id,
    commands: commands.map(answered),
    opens: opens.map(answered),
    onCase: onCase.map(({ needs, values, ...one }) => ({
      ...one,
      title: words.commandTitle(one.command),
      needs: [...needs],
      values: [...values],
    })),
  };
};

/** Answers the questions of each department one after the other. */
export const caseCommands = (): ((question: Question) => Promise<CommandsAnswer>) => {
  const inTurn = inTurns();
  return (question) => inTurn(question.who.department, () => answerTo(question));
};
