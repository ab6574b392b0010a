// Asked → signed: conceals party and sealed values, fills in what was left out, signs the open form.
import type { AskedCommand, AskedParty } from '../../schemas/asked-command.ts';
import type { CaseCommand, PartyValues, SignedCommand } from '../../schemas/command.ts';
import type { DepartmentId } from '../../schemas/ids.ts';
import type { Instant } from '../../schemas/instant.ts';
import { concealFields } from './conceal-fields.ts';
import { type SigningKey, sign } from './signature.ts';

const present = <K extends string, V>(name: K, value: V | undefined): { [P in K]?: V } =>
  value === undefined ? {} : ({ [name]: value } as { [P in K]: V });

const valuesByPath = ({
  fields = {},
  subjects = {},
  papers = {},
  ...flat
}: PartyValues): Record<string, unknown> => ({
  ...flat,
  ...Object.fromEntries(Object.entries(fields).map(([name, value]) => [`fields/${name}`, value])),
  ...Object.fromEntries(Object.entries(subjects).map(([id, value]) => [`subjects/${id}`, value])),
  ...Object.fromEntries(Object.entries(papers).map(([id, { title }]) => [`papers/${id}/title`, title])),
});

/**
 * Party values under the paths they are committed to: `subjects/s1`, `fields/dealtWith`, `papers/p-1/title`; of one of several
 * steps `steps/2/title`.
 */
export const byPath = ({ steps = {}, ...own }: AskedParty): Record<string, unknown> => ({
  ...valuesByPath(own),
  ...Object.fromEntries(
    Object.entries(steps).flatMap(([n, values]) =>
      Object.entries(valuesByPath(values)).map(([path, value]) => [`steps/${n}/${path}`, value]),
    ),
  ),
});

/**
 * @param now stands for `occurredAt` where that was not given
 * @throws ContractError SCHEMA_MISMATCH for values that JSON cannot say
 */
export const signCommand = (
  asked: AskedCommand,
  actor: { readonly department: DepartmentId; readonly officer: string },
  keys: { readonly signing: SigningKey; readonly saltSecret: Uint8Array },
  now: Instant,
): SignedCommand => {
  const { commitments, disclosures } = concealFields(
    keys.saltSecret,
    `${actor.department} ${asked.commandId}`,
    { ...(asked.party ? byPath(asked.party) : {}), ...asked.sealed },
  );
  const command: CaseCommand = {
    format: 'xianjie.command.v1',
    commandId: asked.commandId,
    actor: { department: actor.department, officer: actor.officer },
    ...present('case', asked.case),
    ...present('proceeding', asked.proceeding),
    ...present('procedure', asked.procedure),
    command: asked.command,
    occurredAt: asked.occurredAt ?? now,
    precision: asked.precision ?? 'instant',
    body: asked.body,
    commitments,
  };
  return { command, signature: sign(keys.signing, command.format, command), disclosures };
};
