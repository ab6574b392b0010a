// `xianjie clue`: tells other departments of a clue; the first word, which may open a case.
import { Command, Option } from 'commander';
import type { FieldValues } from '../../../schemas/field.ts';
import type { Asked } from '../../client/department-client.ts';
import { realClock } from '../../clock.ts';
import { sha256 } from '../../proof/canonical.ts';
import { whenText } from '../../words/instants.ts';
import {
  requireDate,
  requireWord,
  type ValueOptions,
  type WhenOptions,
  withAsked,
} from '../command-options.ts';
import { credentialsOf, placeOf, requireAs, requireCase, withAs } from '../place.ts';
import { CliProblem, usage } from '../problem.ts';
import { type ToldBefore, toldBefore } from '../same-clue.ts';
import { type Follow, type SubmitOptions, submitAs } from '../submit-as.ts';
import { valuesFrom, whenFrom } from '../typed-values.ts';

type Options = SubmitOptions &
  ValueOptions &
  WhenOptions & {
    topic: string;
    type?: 'info' | 'verify-and-reply' | 'urgent';
    replyBy?: string;
    anotherMatter?: true;
    case?: string;
    again?: boolean;
  };

const alreadyTold = (before: ToldBefore): CliProblem =>
  new CliProblem(
    'SAME_CLUE',
    `同一线索已向该部门通报过：案件 ${before.case}，${whenText(before.at)}；确需再次通报请加 --again，两案将互相关联`,
    `the same clue was told before: case ${before.case}, ${whenText(before.at)}; add --again to tell it again and link the two`,
    { details: [before.case] },
  );

const RELATION = 'same-clue';

/** Ties both cases to each other; sent again with the clue, these are the same commands. */
const linkingTo =
  (earlier: string): NonNullable<Follow['also']> =>
  ({ case: ours, commandId }) =>
    ours === earlier
      ? []
      : [
          [ours, earlier],
          [earlier, ours],
        ].map(
          ([from = '', to = '']): Asked => ({
            command: 'link-case',
            commandId: `${RELATION}.${sha256(`${commandId} ${from}`)}`,
            case: from,
            body: { links: [{ case: to, relation: RELATION }] },
          }),
        );

/** What it says beside its summary. */
export const clueFields = ({ topic, type, replyBy, anotherMatter }: Options): FieldValues => ({
  topic,
  ...(type ? { noticeType: type } : {}),
  ...(replyBy ? { replyBy } : {}),
  ...(anotherMatter ? { anotherMatter } : {}),
});

const clue = async (options: Options): Promise<void> => {
  if (!options.to) throw usage('请用 --to 指明接收部门', 'name the receiving department with --to');
  const { department } = requireAs(options);
  const when = whenFrom(options, realClock().now());
  const { open, party } = await valuesFrom(options, options.case === undefined);
  const body = {
    ...open,
    fields: clueFields(options),
  };
  const { folder } = await credentialsOf(placeOf(options), department);
  const before = await toldBefore(folder, { commandId: options.id, body, party });
  if (before && !options.again) throw alreadyTold(before);
  await submitAs(
    options,
    {
      command: 'send-clue',
      ...(options.case ? { case: options.case } : {}),
      ...when,
      body,
    },
    { party },
    before ? { also: linkingTo(before.case) } : {},
  );
};

export const clueCommand = (): Command =>
  withAs(
    withAsked(
      new Command('clue')
        .requiredOption('--topic <topic>', '主题，如 fraud / topic', requireWord)
        .addOption(
          new Option('--type <type>', '类型 / kind of notice').choices([
            'info',
            'verify-and-reply',
            'urgent',
          ]),
        )
        .option('--reply-by <date>', '要求答复的日期 / date to reply by', requireDate)
        .option(
          '--another-matter',
          '与已移送、已退回的不是同一事项 / another matter than what was transferred or came back',
        )
        .option('--case <id>', '在已有案件中通报 / in an existing case', requireCase)
        .option(
          '--again',
          '同一线索再次通报，与前案关联 / tell the same clue again, linked to the case of the earlier one',
        ),
    ),
  ).action(clue);
