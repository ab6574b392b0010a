// `xianjie case subject|amount|charge`: a new version of what the case says of a subject, an amount or a charge, with its reason.
import { type Command, Option } from 'commander';
import { type OpenBody, type PartyValues, SubjectAttributes } from '../../../schemas/command.ts';
import type { Asked } from '../../client/department-client.ts';
import { realClock } from '../../clock.ts';
import { requireSubject, type WhenOptions, withSending, withYes } from '../command-options.ts';
import { requireRegion, withAs } from '../place.ts';
import { type SubmitOptions, submitAs } from '../submit-as.ts';
import { fenOf, whenFrom } from '../typed-values.ts';
import { ofCase, withReason } from './of-case.ts';

type Options = SubmitOptions & WhenOptions & { readonly reason?: string; readonly of?: string };

const send = (
  { reason, ...options }: Options,
  asked: Pick<Asked, 'case' | 'command'>,
  body: OpenBody,
  values: PartyValues,
): Promise<void> =>
  submitAs(
    options,
    { ...asked, ...whenFrom(options, realClock().now()), body },
    { party: { ...values, ...(reason === undefined ? {} : { reason }) } },
  );

const about = ({ of }: Options): OpenBody => (of === undefined ? {} : { subjects: [of] });

type SubjectOptions = Options & {
  readonly kind?: NonNullable<SubjectAttributes['kind']>;
  readonly official?: true;
  readonly public?: true;
  readonly region?: string;
  readonly member?: readonly string[];
  readonly name?: string;
};

/** What was typed of a subject; nothing typed leaves what everybody may know of it as it is. */
export const attributesFrom = (
  o: Pick<SubjectOptions, 'kind' | 'official' | 'public' | 'region' | 'member'>,
) => {
  const attributes: SubjectAttributes = {
    ...(o.kind ? { kind: o.kind } : {}),
    ...(o.official ? { publicOfficial: true } : {}),
    ...(o.public ? { publicInstitution: true } : {}),
    ...(o.region ? { region: o.region } : {}),
    ...(o.member ? { members: [...o.member] } : {}),
  };
  return Object.keys(attributes).length === 0 ? {} : { attributes };
};

const sent = (command: Command): Command =>
  withAs(
    withSending(
      withYes(
        withReason(command).option('--at <when>', '发生时间：日期或北京时间，默认现在 / when it happened'),
      ),
    ),
  );
const ofSubject = (command: Command): Command =>
  command.option('--of <subject>', '属于哪个当事人，如 s1；默认全案 / of which subject', requireSubject);

/** Commands of the group `case` that state a version. */
export const versionCommands = (): Command[] => [
  sent(
    ofCase(
      'subject',
      '变更当事人信息；各项须写全，此前的保留 / revise a subject: give all of it, what was said before stays',
    )
      .argument('<subject>', '当事人代号，如 s1 / the subject', requireSubject)
      .addOption(
        new Option('--kind <kind>', '类别 / kind').choices(SubjectAttributes.shape.kind.unwrap().options),
      )
      .option('--official', '公职人员 / a public official')
      .option('--public', '公立机构 / a public institution')
      .option('--region <code>', '所在行政区划 / its division', requireRegion)
      .option('--member <subject...>', '团伙的成员，如 s2 s3 / members of a network')
      .option('--name <text>', '名称 / its name'),
  ).action((id: string, subject: string, options: SubjectOptions) =>
    send(
      options,
      { case: id, command: 'revise-subject' },
      { subjects: [subject], ...attributesFrom(options) },
      options.name === undefined ? {} : { subjects: { [subject]: { name: options.name } } },
    ),
  ),
  ofSubject(
    sent(
      ofCase(
        'amount',
        '更新涉案金额，档次自动填写；此前的保留 / state the amount anew, its bands are made of it',
      )
        .argument('<yuan>', '金额（元） / amount in yuan')
        .option('--amount-source <text>', '金额来源 / where the amount comes from'),
    ),
  ).action((id: string, yuan: string, options: Options & { amountSource?: string }) =>
    send(options, { case: id, command: 'state-amount' }, about(options), {
      amountFen: fenOf(yuan),
      ...(options.amountSource === undefined ? {} : { amountSource: options.amountSource }),
    }),
  ),
  ofSubject(
    sent(
      ofCase('charge', '更新涉嫌罪名；此前的保留 / state the charge anew').argument(
        '<offence>',
        '罪名 / the charge',
      ),
    ),
  ).action((id: string, offence: string, options: Options) =>
    send(options, { case: id, command: 'state-charge' }, about(options), { offence }),
  ),
];
