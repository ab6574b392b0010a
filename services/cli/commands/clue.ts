// `xianjie clue`: tells other departments of a clue; the first word, which may open a case.
import { Command, Option } from 'commander';
import { type AskedOptions, fieldsFrom, requireDate, requireWord, withAsked } from '../command-options.ts';
import { requireCase, withAs } from '../place.ts';
import { usage } from '../problem.ts';
import { type SubmitOptions, submitAs } from '../submit-as.ts';

type Options = SubmitOptions &
  AskedOptions & {
    topic: string;
    type?: 'info' | 'verify-and-reply' | 'urgent';
    replyBy?: string;
    case?: string;
  };

const clue = async (options: Options): Promise<void> => {
  if (!options.to) throw usage('请用 --to 指明接收部门', 'name the receiving department with --to');
  const { open, party, when } = await fieldsFrom(options);
  const body = {
    ...open,
    fields: {
      topic: options.topic,
      ...(options.type ? { noticeType: options.type } : {}),
      ...(options.replyBy ? { replyBy: options.replyBy } : {}),
    },
  };
  const onCase = options.case ? { case: options.case } : {};
  await submitAs(options, { command: 'send-clue', ...onCase, ...when, body }, { party });
};

export const clueCommand = (): Command =>
  withAs(
    withAsked(
      new Command('clue')
        .description('通报线索 / tell other departments of a clue')
        .requiredOption('--topic <topic>', '主题，如 fraud / topic', requireWord)
        .addOption(
          new Option('--type <type>', '类型 / kind of notice').choices([
            'info',
            'verify-and-reply',
            'urgent',
          ]),
        )
        .option('--reply-by <date>', '要求答复的日期 / date to reply by', requireDate)
        .option('--case <id>', '在已有案件中通报 / in an existing case', requireCase),
    ),
  ).action(clue);
