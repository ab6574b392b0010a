// Who gets what because of an entry: its own notice, and whoever is handed a proceeding, or takes another's place in it, the earlier
// entries of it first.
import type { NatsConnection } from 'nats';
import { entitledBy } from '../../../case/backfill.ts';
import { isActive, type Register } from '../../../case/register/register.ts';
import { recipientsOf } from '../../../case/who-is-told.ts';
import type { Disclosure } from '../../../schemas/command.ts';
import type { Entry, LedgerRecord } from '../../../schemas/entry.ts';
import type { DepartmentId } from '../../../schemas/ids.ts';
import { digestOf } from '../../proof/canonical.ts';
import { openPart } from '../../proof/envelope.ts';
import { entryOf, parseRecord } from '../../proof/record.ts';
import type { CaseEntry } from '../ledger/case-entries.ts';
import type { CaseKeys } from '../ledger/case-keys.ts';
import type { StoredMessage } from '../ledger/read.ts';
import type { LawReader } from '../registrar/law-reader.ts';
import type { RegisterReader } from '../registrar/register-reader.ts';
import { caseFollower } from './case-follower.ts';
import { type Letter, shownTo } from './notice.ts';
import { shownLaterBy } from './shown-later.ts';

/** What an entry discloses, as far as its keys were not erased: the case's, or those of some of its subjects. */
export const disclosuresOf = async (
  caseKeys: CaseKeys,
  { head, body, envelope }: LedgerRecord,
): Promise<Disclosure[]> => {
  if (!envelope) return [];
  const digest = digestOf(body.command);
  const opened: Disclosure[] = [];
  for (const part of envelope.parts) {
    const key = await caseKeys.readKey(head.id, part.key);
    if (key.state === 'kept') opened.push(...openPart(key.key, digest, part));
  }
  return opened;
};

const caseEntryOf = (record: LedgerRecord): CaseEntry => entryOf(record) as CaseEntry;

export const addressing = (deps: {
  readonly nc: NatsConnection;
  readonly registers: RegisterReader;
  readonly caseKeys: CaseKeys;
  readonly laws: LawReader;
}) => {
  const { nc, registers, laws, caseKeys } = deps;
  const cases = caseFollower(nc);

  /** Earlier entries of the case, as a department is shown them now that it is handed a proceeding; oldest first. */
  const earlierFor = async (
    department: DepartmentId,
    { id, sequence }: Entry,
    by: number,
    register: Register,
  ): Promise<Letter[]> => {
    const ground = { nc, register, law: laws.current().law };
    const all = await shownLaterBy(ground, id, sequence, department);
    const letters: Letter[] = [];
    for (const { recipient, message, paths } of all) {
      const record = parseRecord(message.data);
      const values = paths.length > 0 ? await disclosuresOf(caseKeys, record) : [];
      const shown = values.filter(({ path }) => paths.includes(path));
      letters.push({ recipient, record, ledgerSequence: message.sequence, shown, entitledBy: by });
    }
    return letters;
  };

  /**
   * In the order in which each department is to get them.
   * @param only the one department asked for, or all
   */
  return async (
    { data, sequence: ledgerSequence }: StoredMessage,
    only?: DepartmentId,
  ): Promise<readonly Letter[]> => {
    const record = parseRecord(data);
    const entry = caseEntryOf(record);
    if (entry.registerAt > registers.current().at) await registers.refresh();
    if (entry.lawAt > laws.current().at) await laws.refresh();
    const register = registers.current();
    const isReached = (department: DepartmentId): boolean =>
      isActive(register, department) && (only ?? department) === department;
    const state = await cases.after(entry);
    const to = recipientsOf(state, entry, register, laws.current().law).filter((r) =>
      isReached(r.department),
    );
    const earlier: Letter[] = [];
    for (const department of entitledBy(state, entry.events, to, register, laws.current().law).filter(
      isReached,
    ))
      earlier.push(...(await earlierFor(department, entry, ledgerSequence, register)));
    const values = to.some((r) => r.sees === 'all') ? await disclosuresOf(caseKeys, record) : [];
    return [
      ...earlier,
      ...to.map((recipient): Letter => {
        const shown = shownTo(recipient, record.body, values);
        return { recipient, record, ledgerSequence, shown };
      }),
    ];
  };
};
