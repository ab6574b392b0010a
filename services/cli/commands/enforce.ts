// `xianjie enforce --rebuild`: after Temporal lost its database, every running clock and open hand-off is armed again.
import { Command } from 'commander';
import * as z from 'zod';
import { REFUSED } from '../exit-codes.ts';
import { operatorHttp } from '../http.ts';
import { type PlaceOptions, withPlace } from '../place.ts';
import { type JsonOption, print, tell } from '../print.ts';
import { usage } from '../problem.ts';

const Rebuilt = z.object({
  cases: z.int(),
  clocks: z.int(),
  moments: z.int(),
  handOffs: z.int(),
  unreadable: z.array(z.string()),
});

const enforce = async (options: PlaceOptions & JsonOption & { rebuild?: boolean }): Promise<void> => {
  if (!options.rebuild) throw usage('请写明 --rebuild', 'say --rebuild');
  const answer = await (await operatorHttp(options)).post('/v1/operator/enforce/rebuild', {});
  const { cases, clocks, moments, handOffs, unreadable } = Rebuilt.parse(answer);
  print(
    options,
    answer,
    () =>
      `已从账本重建：案件 ${cases} 件，计时 ${clocks} 个（其中 48 小时内到时或已逾期 ${moments} 个），未办结移交 ${handOffs} 件 / armed again from the ledger`,
  );
  if (unreadable.length === 0) return;
  tell(
    `${unreadable.length} 件案件有读不了的记录，未予重建 / cases with an entry that cannot be read, not armed: ${unreadable.join(' ')}`,
  );
  process.exitCode = REFUSED;
};

export const enforceCommand = (): Command =>
  withPlace(new Command('enforce').option('--rebuild', '重建 / rebuild')).action(enforce);
