// `xianjie due`: which limits are overdue, close, or running, first due first, and who answers for them.
import { Command } from 'commander';
import * as z from 'zod';
import { realClock } from '../../clock.ts';
import { DueAnswer } from '../../doors/http/due.ts';
import { noWords } from '../../words/words.ts';
import { eitherHttp } from '../http.ts';
import { sayLag } from '../lagging.ts';
import { learnNames } from '../names.ts';
import {
  type AsOption,
  type PlaceOptions,
  requireCount,
  requireDepartment,
  requireRegion,
  withAs,
} from '../place.ts';
import { platformWords } from '../platform-law.ts';
import { type JsonOption, print } from '../print.ts';
import { occurredFrom } from '../said-when.ts';
import { dueListText } from '../text/due-list-text.ts';

type Options = PlaceOptions &
  AsOption &
  JsonOption & { department?: string; region?: string; asOf?: string; limit?: string };

const due = async (options: Options): Promise<void> => {
  const http = await eitherHttp(options);
  const { department, region, limit } = options;
  const asOf =
    options.asOf === undefined ? undefined : occurredFrom(options.asOf, realClock().now()).occurredAt;
  const [answer, words] = await Promise.all([
    http.get('/v1/due', { department, region, asOf, limit }),
    options.json ? noWords : platformWords(http),
    options.json ? undefined : learnNames(http),
  ]);
  const found = z.object(DueAnswer.shape).parse(answer);
  print(options, found, () => dueListText(found, words));
  sayLag(found.lagging);
};

export const dueCommand = (): Command =>
  withAs(
    new Command('due')
      .option('--department <id>', '责任部门 / department obliged', requireDepartment)
      .option('--region <code>', '案件所在区划及下级 / region of the cases, and those below', requireRegion)
      .option('--as-of <when>', '截至时间，默认现在 / as of when')
      .option('--limit <n>', '每类最多条数 / items of each shelf', requireCount),
  ).action(due);
