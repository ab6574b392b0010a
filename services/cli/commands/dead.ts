// `xianjie dead`: what could not be taken, for the joint-meeting office. Reasons and sizes; the content stays sealed.
import { Command } from 'commander';
import * as z from 'zod';
import { Digest } from '../../../schemas/command.ts';
import { ERRORS, type ErrorCode } from '../../../schemas/errors.ts';
import { whenText } from '../../words/instants.ts';
import { hintAs } from '../hint.ts';
import { officerHttp, operatorHttp } from '../http.ts';
import { departmentTitle, learnNames } from '../names.ts';
import { type AsOption, type PlaceOptions, parseAs, withAs } from '../place.ts';
import { type JsonOption, pour, print } from '../print.ts';
import { usage } from '../problem.ts';
import { table } from '../text/table.ts';

const Dead = z.object({
  letters: z.array(
    z.object({
      receivedAt: z.string(),
      door: z.string(),
      department: z.string(),
      code: z.string(),
      details: z.array(z.string()),
      size: z.int(),
      sha256: z.string(),
    }),
  ),
  total: z.int(),
});

const requireId = (text: string): string => {
  if (Digest.safeParse(text).success) return text;
  throw usage(
    `来件编号“${text}”不对，可先列出来件`,
    `"${text}" is no id of a letter: list them`,
    hintAs('dead'),
  );
};

/** The operator alone opens one, with the key that lies beside the platform's other keys. */
const openOne = async (options: PlaceOptions, sha256: string): Promise<void> => {
  const answer = await (await operatorHttp(options)).post('/v1/operator/dead/open', { sha256 });
  const { base64 } = z.object({ base64: z.string() }).parse(answer);
  pour(Buffer.from(base64, 'base64'));
};

const dead = async (options: PlaceOptions & AsOption & JsonOption & { open?: string }): Promise<void> => {
  if (options.open) {
    await openOne(options, options.open);
    return;
  }
  if (options.as === undefined) {
    throw usage(
      '来件由联席会议办公室查看，请用 --as，如 --as 653023/joint-meeting-office/o-1',
      'dead letters are read by the joint-meeting office: give --as, e.g. --as 653023/joint-meeting-office/o-1',
    );
  }
  const { department, officer } = parseAs(options.as);
  const http = await officerHttp(options, `${department}/${officer}`);
  const [answer] = await Promise.all([http.get('/v1/dead'), options.json ? undefined : learnNames(http)]);
  const found = Dead.parse(answer);
  print(options, found, () =>
    table(
      ['收到时间', '来自', '原因', '字段', '字节', '编号'],
      found.letters.map((l) => [
        whenText(l.receivedAt),
        departmentTitle(l.department),
        `${ERRORS[l.code as ErrorCode]?.zh ?? ''} ${l.code}`.trim(),
        l.details.slice(0, 2).join('; '),
        String(l.size),
        l.sha256,
      ]),
      '没有未能受理的来件 / no dead letters',
    ),
  );
};

export const deadCommand = (): Command =>
  withAs(
    new Command('dead')
      .description('未能受理的来件(联席会议办公室) / dead letters, for the joint-meeting office')
      .option(
        '--open <id>',
        '以运维身份打开一件来件的内容 / as the operator, print the content of one',
        requireId,
      ),
  ).action(dead);
