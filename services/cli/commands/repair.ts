// `xianjie repair`: rebuilds the ledger of a stopped platform from its mirror, byte for byte.
import { Command } from 'commander';
import { type PlaceOptions, placeOf, withPlace } from '../place.ts';
import { type JsonOption, printLine } from '../print.ts';

type Options = PlaceOptions & JsonOption & { readonly mirrorWins?: boolean };

const repair = async (options: Options): Promise<void> => {
  const { repairLedger } = await import('../repair-ledger.ts');
  const done = await repairLedger(placeOf(options), options.mirrorWins ?? false);
  printLine(options, done, () =>
    [
      done.restored + done.fromStream === 0
        ? `账本与镜像一致，无需修复 nothing to repair: ${done.entries} 条记录 entries`
        : `已修复：${done.entries} 条记录，其中 ${done.restored} 条取自镜像，${done.fromStream} 条取自账本 / repaired: ${done.entries} entries, ${done.restored} from the mirror, ${done.fromStream} from the stream`,
      `原镜像保存在 the former mirror is kept in ${done.formerMirror}`,
    ].join('\n'),
  );
};

export const repairCommand = (): Command =>
  withPlace(
    new Command('repair').option(
      '--mirror-wins',
      '两者不一致时以镜像为准 / where both differ, take the mirror',
    ),
  ).action(repair);
