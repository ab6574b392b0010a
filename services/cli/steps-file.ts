// Several steps that already happened, as a person writes them down: each in the words of `submit`, taken together or not at all.
// Between two of them nothing is overdue, as it would be were they typed one by one.
import { Command } from 'commander';
import * as z from 'zod';
import type { Law } from '../../law/law.ts';
import type { OpenBody, PartyValues } from '../../schemas/command.ts';
import { CaseId } from '../../schemas/ids.ts';
import type { Instant } from '../../schemas/instant.ts';
import type { Asked, By } from '../client/department-client.ts';
import { closeIds } from '../words/close-ids.ts';
import { type StepOptions, withStepOptions } from './command-options.ts';
import { declaredFrom, declaredOptions } from './declared-fields.ts';
import { CliProblem, problemOf, usage } from './problem.ts';
import { occurredFrom } from './said-when.ts';
import { stepValuesFrom } from './typed-values.ts';

const FEWEST = 2;
const MOST = 20;

/** What follows an option, without its dashes: a text, a number, `true` for one without value, a list where it is repeatable. */
const Typed = z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]);

/** A step: the command, when it happened, who acted where that is another officer, and what the options of `submit` are called. */
const FileStep = z
  .object({ command: z.string(), at: z.string(), officer: z.string().optional() })
  .catchall(Typed);
type FileStep = z.infer<typeof FileStep>;

/** `procedure` where the first step opens a case, `case` where it does not; `reason` why it is entered so late. */
export const StepsFile = z.strictObject({
  case: CaseId.optional(),
  procedure: z.string().optional(),
  reason: z.string().optional(),
  steps: z.array(FileStep).min(FEWEST).max(MOST),
});
export type StepsFile = z.infer<typeof StepsFile>;

type RecordedStep = NonNullable<OpenBody['steps']>[number];
type Taken = { readonly step: RecordedStep; readonly party: PartyValues };

/** Which commands there are, by their law, and who submits when. */
type Ground = {
  readonly law: Law;
  readonly known: readonly string[];
  readonly officer: string;
  readonly now: Instant;
};

const parserOf = (law: Law) => {
  const declared = declaredOptions(law);
  const command = withStepOptions(new Command('step'))
    .exitOverride()
    .configureOutput({ outputError: () => undefined });
  for (const { option } of declared) command.addOption(option);
  return { command, declared };
};

/** The values as they would be typed. */
const lineOf = (
  values: Readonly<Record<string, z.infer<typeof Typed>>>,
  flags: readonly string[],
): string[] =>
  Object.entries(values).flatMap(([name, value]) => {
    const flag = `--${name}`;
    if (!flags.includes(flag)) {
      const close = closeIds(flag, flags).map((one) => one.slice(2));
      throw usage(
        `没有“${name}”这一项，相近的有：${close.join('、')}`,
        `nothing is called "${name}"; try one of: ${close.join(', ')}`,
      );
    }
    if (typeof value === 'boolean') return value ? [flag] : [];
    return [value].flat().map((one) => `${flag}=${one}`);
  });

const stepFrom = async (
  { command, at, officer, ...values }: FileStep,
  { law, known, now, ...ground }: Ground,
  opensCase: boolean,
): Promise<Taken> => {
  if (!known.includes(command)) {
    const close = closeIds(command, known);
    throw usage(
      `没有命令“${command}”，相近的有：${close.join('、')}`,
      `no command "${command}"; try one of: ${close.join(', ')}`,
    );
  }
  const parser = parserOf(law);
  const flags = parser.command.options.flatMap(({ long }) => long ?? []);
  const typed = parser.command.parse(lineOf(values, flags), { from: 'user' }).opts<StepOptions>();
  const declared = declaredFrom(typed as Readonly<Record<string, unknown>>, parser.declared);
  const { open, party } = await stepValuesFrom(typed, declared, opensCase);
  const { proceeding } = typed;
  return {
    step: {
      command,
      ...(proceeding ? { proceeding } : {}),
      officer: officer ?? ground.officer,
      ...occurredFrom(at, now),
      body: open,
    },
    party,
  };
};

/** `第 2 步(hand-over)：…`, whatever was wrong with it. */
const ofStep = (n: number, command: string, error: unknown): CliProblem => {
  const { code, zh, en, details, next, exitCode, cause } = problemOf(error);
  return new CliProblem(code, `第 ${n} 步（${command}）：${zh}`, `step ${n} (${command}): ${en}`, {
    exitCode,
    details,
    next,
    cause,
  });
};

/** @throws CliProblem naming the step */
export const askedSteps = async (
  { steps, reason, ...place }: StepsFile,
  ground: Ground,
): Promise<{ asked: Asked; by: Omit<By, 'officer'> }> => {
  const taken: Taken[] = [];
  for (const [index, step] of steps.entries()) {
    const opensCase = index === 0 && place.case === undefined;
    taken.push(
      await stepFrom(step, ground, opensCase).catch((error: unknown) => {
        throw ofStep(index + 1, step.command, error);
      }),
    );
  }
  const last = (taken.at(-1) as Taken).step;
  const values = taken.flatMap(({ party }, index) =>
    Object.keys(party).length > 0 ? [[`${index + 1}`, party] as const] : [],
  );
  return {
    asked: {
      ...(place.case ? { case: place.case } : {}),
      ...(place.procedure ? { procedure: place.procedure } : {}),
      command: 'record-steps',
      // When the last of them happened, which names the entry: sent again, it is the same command.
      occurredAt: last.occurredAt,
      precision: last.precision,
      body: { steps: taken.map(({ step }) => step) },
    },
    by: {
      party: {
        ...(reason === undefined ? {} : { reason }),
        ...(values.length > 0 ? { steps: Object.fromEntries(values) } : {}),
      },
    },
  };
};
