// A ledger in memory: genesis, the law, one register entry, then the entries of cases as they were recorded. Signed by nobody; for what reads.
import { lawItems } from '../../law/law.ts';
import type { Entry } from '../../schemas/entry.ts';
import type { RegisterChange } from '../../schemas/register.ts';
import { ledgerSubject } from '../../schemas/subjects.ts';
import type { StoredMessage } from '../../services/bus/ledger/read.ts';
import { partsOf } from '../../services/bus/registrar/publish-law.ts';
import { digest, recordOf, signature, unsignedEntry } from './unsigned-record.ts';

const START = '2001-01-01T00:00:00+08:00';
const platformEntry = (
  kind: 'genesis' | 'law' | 'register',
  command: Entry['command'],
  before = 0,
): Entry => ({
  ...unsignedEntry({ id: kind, command, events: [], registerAt: 0, recordedAt: START }, before),
  kind,
  region: '100000',
  attestation: { by: 'root', signature },
});

const messageOf = (entry: Entry, sequence: number): StoredMessage => ({
  sequence,
  subject: ledgerSubject(entry.kind, entry.region, entry.id),
  data: Buffer.from(JSON.stringify(recordOf(entry))),
});

/** Officers as `registerWith` of the case driver appoints them. */
const departmentChanges = (department: string, name: string): RegisterChange[] => [
  { change: 'department-added', department, name, connectKey: `U${'A'.repeat(55)}` },
  { change: 'officer-appointed', department, officer: 'head', ranks: ['head'] },
  { change: 'officer-appointed', department, officer: 'liaison', ranks: ['liaison'] },
];

/** Messages of a ledger with these departments (id → name) and entries, in the order they were recorded. */
export const ledgerMessages = (
  departments: Readonly<Record<string, string>>,
  entries: readonly Entry[],
  clock: 'real' | 'rehearsal' = 'real',
): StoredMessage[] => {
  const genesis = platformEntry('genesis', {
    format: 'xianjie.genesis.v1',
    commandId: 'genesis',
    actor: { service: 'root' },
    clock,
    rootKey: digest,
    origin: 'xianjie.test/ledger',
    occurredAt: START,
  });
  const law = partsOf(lawItems).map((items, n, { length }) =>
    platformEntry(
      'law',
      {
        format: 'xianjie.law.v1',
        commandId: `law-${n + 1}`,
        actor: { service: 'law-publisher' },
        part: n + 1,
        parts: length,
        items,
        occurredAt: START,
      },
      n,
    ),
  );
  const register = platformEntry('register', {
    format: 'xianjie.register.v1',
    commandId: 'register',
    actor: { service: 'operator' },
    region: '100000',
    occurredAt: START,
    changes: Object.entries(departments).flatMap(([id, name]) => departmentChanges(id, name)),
  });
  const recorded = entries.toSorted((a, b) =>
    a.recordedAt < b.recordedAt ? -1 : a.recordedAt > b.recordedAt ? 1 : 0,
  );
  return [genesis, ...law, register, ...recorded].map((entry, n) => messageOf(entry, n + 1));
};
