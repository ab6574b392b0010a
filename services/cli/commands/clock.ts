// `xianjie clock state TIME`: an operator says what time it is, where the platform doubts its own clock or recorded by one that was
// ahead.
import { Command } from 'commander';
import { Receipt } from '../../../schemas/entry.ts';
import { realClock } from '../../clock.ts';
import { operatorHttp } from '../http.ts';
import { type PlaceOptions, withPlace } from '../place.ts';
import { type JsonOption, print } from '../print.ts';
import { usage } from '../problem.ts';
import { occurredFrom } from '../said-when.ts';

const state = async (time: string, options: PlaceOptions & JsonOption & { basis: string }): Promise<void> => {
  const { occurredAt: says, precision } = occurredFrom(time, realClock().now());
  if (precision !== 'instant')
    throw usage(
      '请写出时刻，如 "2026-11-27 09:30" / 按另一只钟读',
      'say the time of day too, as another clock shows it',
    );
  const answer = await (await operatorHttp(options)).post('/v1/operator/clock', {
    says,
    basis: options.basis,
  });
  const { ledgerSequence, recordedAt } = Receipt.parse(answer);
  print(options, answer, () =>
    [
      `已记入账本第 ${ledgerSequence} 条：此后从 ${recordedAt} 起记录，依据：${options.basis}`,
      '此前由走快的时钟记下的步骤，由办理部门用 xianjie submit correct-step 更正日期 / steps dated by the wrong clock: their departments correct them with correct-step',
    ].join('\n'),
  );
};

export const clockCommand = (): Command => {
  const command = new Command('clock');
  command.addCommand(
    withPlace(
      new Command('state')
        .description('确认现在的时间：平台对本机时钟存疑，或者曾按走快的时钟记录时用 / say what time it is')
        .argument('<time>', '另一只钟上的北京时间，如 "2026-11-27 09:30" / as another clock shows it')
        .requiredOption('--basis <text>', '依据 / what it relies on'),
    ).action(state),
  );
  return command;
};
