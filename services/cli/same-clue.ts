// The same clue told twice makes two cases of one matter. What this department sent from here lies in its outbox: there it is
// noticed before anything is sent, and nothing of its content is written anywhere else.
import type { AskedParty } from '../../schemas/asked-command.ts';
import type { CaseCommand, Disclosure, OpenBody } from '../../schemas/command.ts';
import type { CaseId } from '../../schemas/ids.ts';
import type { Instant } from '../../schemas/instant.ts';
import { openOutboxFolder, outboxFolderIn } from '../client/outbox-folder.ts';
import { canonical } from '../proof/canonical.ts';
import { openedCaseId } from '../proof/case-id.ts';
import { byPath } from '../proof/sign-command.ts';
import { sayUnreadable } from './unreadable.ts';

/** A clue about to be told; `commandId` where it may be one sent before. */
type Clue = {
  readonly commandId?: string | undefined;
  readonly body: OpenBody;
  readonly party: AskedParty;
};
/** The earlier one that says the same, and when it was said to have happened. */
export type ToldBefore = { readonly case: CaseId; readonly at: Instant };

type Value = Pick<Disclosure, 'path' | 'value'>;

/** What a clue says, whatever the spaces in it; why it is told so late is no part of it. */
const contentOf = ({ fields, papers = [] }: OpenBody, values: readonly Value[]): string =>
  canonical([
    fields?.['topic'] ?? null,
    papers.map(({ code, sha256 }) => `${code} ${sha256 ?? ''}`).sort(),
    values
      .filter(({ path }) => path !== '/reason')
      .map(({ path, value }) => `${path} ${canonical(value)}`)
      .sort(),
  ]).replaceAll(/\s+/g, '');

const sameReceiver = (one: OpenBody, other: OpenBody): boolean =>
  (one.to ?? []).some((department) => other.to?.includes(department));

const caseOf = (command: CaseCommand): CaseId => command.case ?? openedCaseId(command);

/** The last clue that was sent out of this folder to one of the same receivers, on the same topic, with the same content. */
export const toldBefore = async (folder: string, clue: Clue): Promise<ToldBefore | undefined> => {
  const values = Object.entries(byPath(clue.party)).flatMap(([name, value]) =>
    value === undefined ? [] : [{ path: `/${name}`, value: value as Value['value'] }],
  );
  const content = contentOf(clue.body, values);
  const outbox = await openOutboxFolder(outboxFolderIn(folder), sayUnreadable(folder));
  for await (const { signed } of outbox.given('"send-clue"')) {
    const { command, disclosures } = signed;
    if (command.command !== 'send-clue' || command.commandId === clue.commandId) continue;
    if (sameReceiver(command.body, clue.body) && contentOf(command.body, disclosures) === content)
      return { case: caseOf(command), at: command.occurredAt };
  }
  return undefined;
};
