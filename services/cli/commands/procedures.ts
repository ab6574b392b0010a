// `xianjie procedures`: every procedure of the law, or one in detail, as text, as data or as a diagram; by the law of the platform where
// one runs, else by the law shipped here, and says so.
import { Command, Option } from 'commander';
import { settledLimit } from '../../../case/due/settled-limit.ts';
import type { Law } from '../../../law/law.ts';
import type { Procedure } from '../../../schemas/procedure.ts';
import type { TimeLimit } from '../../../schemas/time-limit.ts';
import { procedureDiagram } from '../../words/procedure-diagram.ts';
import { wordsOf } from '../../words/words.ts';
import { type Ground, groundFor, lawGround, requireKnown, tellShipped } from '../ground.ts';
import { nothingCalled } from '../near-ids.ts';
import { offlineFamilies } from '../offline-law.ts';
import { type AsOption, type PlaceOptions, requireRegion, withAs } from '../place.ts';
import { type JsonOption, print, show } from '../print.ts';
import { usage } from '../problem.ts';
import { inFamilies } from '../procedure-families.ts';
import { procedureListText, procedureText } from '../text/procedure-text.ts';
import { terminalWidth } from '../text/wrap-text.ts';

export type ProcedureAnswer = {
  /** The newest version, whole. */
  readonly procedure: Procedure;
  /** The limits its clocks watch, each in its newest version, as the region left it. */
  readonly limits: readonly TimeLimit[];
  /** What it was before, under which older cases go on. */
  readonly others: readonly Pick<Procedure, 'version' | 'inForce'>[];
};

const PROCEDURE = { zh: '程序', en: 'procedure' };

const namesOf = (law: Law): readonly string[] => law.newest.map(({ procedure }) => procedure);

/** @throws CliProblem USAGE naming the nearest, where there is no such procedure */
export const procedureAnswer = (
  name: string,
  { law, settings }: Pick<Ground, 'law' | 'settings'>,
): ProcedureAnswer => {
  const procedure = law.newestProcedure(name);
  if (!procedure) throw nothingCalled(PROCEDURE, name, namesOf(law));
  const limits = Object.keys(procedure.clocks).flatMap((id) => {
    const newest = law.versionsOf(id).at(-1);
    return newest ? [settledLimit(newest, settings)] : [];
  });
  const others = law.procedures
    .filter((p) => p.procedure === name && p !== procedure)
    .map(({ version, inForce }) => ({ version, inForce }));
  return { procedure, limits, others };
};

const listOf = (law: Law) =>
  law.newest.map(({ procedure, version, inForce, title, basis }) => ({
    procedure,
    version,
    inForce,
    title,
    basis,
  }));

type Options = PlaceOptions &
  AsOption &
  JsonOption & { readonly region?: string; readonly mermaid?: boolean };

const run = async (name: string | undefined, options: Options): Promise<void> => {
  if (options.mermaid && name === undefined)
    throw usage('请写明画哪个程序的图，如 criminal-transfer', 'name the procedure to be drawn');
  const ground = await (options.region === undefined
    ? lawGround(options)
    : groundFor(options, requireRegion(options.region)));
  const by = { lawFrom: ground.by };
  if (name === undefined) {
    const families = inFamilies(ground.law.newest, await offlineFamilies());
    print(options, { procedures: listOf(ground.law), ...by }, () =>
      procedureListText(families, terminalWidth()),
    );
  } else {
    await requireKnown(ground, PROCEDURE, name, namesOf);
    const answer = procedureAnswer(name, ground);
    if (options.mermaid) show(procedureDiagram(answer.procedure));
    else
      print(options, { ...answer, ...by }, () => procedureText(answer, wordsOf(ground.law), terminalWidth()));
  }
  tellShipped(ground);
};

/** The command `procedures`, to be added to the program. */
export const proceduresCommand = (): Command =>
  withAs(
    new Command('procedures')
      .argument('[name]', '程序编号，如 criminal-transfer / name of the procedure')
      .option('--region <code>', '期限按该区划确定的口径 / limits as this division settled them')
      .addOption(
        new Option('--mermaid', '输出 Mermaid 状态图 / print a diagram in Mermaid').conflicts('json'),
      ),
  ).action(run);
