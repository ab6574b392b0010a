// Everything that can be said of one entry from what came before it. Throws the first fault; signatures are handed to
// the thread pool and answered later, for they are nine tenths of the work.

import { grantAt, type Register } from '../../../case/register/register.ts';
import type { CaseState } from '../../../case/state.ts';
import { type CaseCommand, commandKey } from '../../../schemas/command.ts';
import type { Entry } from '../../../schemas/entry.ts';
import { regionOfCase } from '../../../schemas/ids.ts';
import type { Instant } from '../../../schemas/instant.ts';
import type { GenesisCommand, RegisterCommand } from '../../../schemas/register.ts';
import { GENESIS_SUBJECT, ledgerSubject, registerSubject } from '../../../schemas/subjects.ts';
import { canonical, sha256, signedBytes } from '../../proof/canonical.ts';
import { openedCaseId } from '../../proof/case-id.ts';
import { envelopeHash } from '../../proof/envelope.ts';
import type { ExportHeader, ExportRecord } from '../../proof/export-format.ts';
import { leafHash } from '../../proof/merkle.ts';
import { ROOT_KEY } from '../../proof/signature.ts';
import { attestedBy } from './attestation.ts';
import { type FaultCode, VerifyFault } from './fault.ts';
import type { RegisterHistory } from './register-history.ts';
import type { Rules } from './rules.ts';
import { sameJson } from './same-json.ts';

/** A signature to be verified, and the fault if it does not fit. */
export type SignatureCheck = {
  readonly publicKey: string;
  readonly bytes: Buffer;
  readonly value: string;
  readonly fault: () => VerifyFault;
};

/** What is kept of an id: the end of its chain, the commands taken, and the case. */
type Chain = {
  sequence: number;
  hash: string;
  recordedAt: string;
  readonly commands: Set<string>;
  state: CaseState | null;
};

export type EntryChecks = {
  /** @returns the entry's leaf and hash @throws VerifyFault */
  take(line: ExportRecord): { readonly leaf: Buffer; readonly hash: string };
  cases(): number;
  /** Why entries were not decided again → how many. */
  notRerun(): Record<string, number>;
};

const commandIdOf = (command: Entry['command']): string =>
  command.format === 'xianjie.command.v1' ? commandKey(command) : command.commandId;

const subjectOf = ({ kind, region, id }: Entry): string =>
  kind === 'genesis'
    ? GENESIS_SUBJECT
    : kind === 'register'
      ? registerSubject(region)
      : ledgerSubject(kind, region, id);

const FORMAT_OF = {
  genesis: 'xianjie.genesis.v1',
  register: 'xianjie.register.v1',
  case: 'xianjie.command.v1',
  action: 'xianjie.command.v1',
  meeting: 'xianjie.command.v1',
} as const;

export const entryChecks = (
  header: ExportHeader,
  rootKey: string,
  registers: RegisterHistory,
  rules: Rules,
  later: (check: SignatureCheck) => void,
): EntryChecks => {
  const chains = new Map<string, Chain>();
  const skipped: Record<string, number> = {};

  const checkGenesis = (entry: Entry, sequence: number): FaultCode | null => {
    if ((entry.kind === 'genesis') !== (sequence === 1)) return 'GENESIS_WRONG';
    if (sequence !== 1) return null;
    const genesis = entry.command as GenesisCommand;
    const fits =
      genesis.origin === header.origin &&
      genesis.clock === header.clock &&
      genesis.rootKey === header.rootKey;
    return fits ? null : 'GENESIS_WRONG';
  };

  const checkPlace = (entry: Entry, subject: string): FaultCode | null => {
    const { kind, region, id, command } = entry;
    if (subject !== subjectOf(entry) || command.format !== FORMAT_OF[kind]) return 'FOREIGN_ENTRY';
    if (kind === 'register')
      return id === 'register' && (command as RegisterCommand).region === region ? null : 'FOREIGN_ENTRY';
    if (kind === 'genesis') return id === 'genesis' ? null : 'FOREIGN_ENTRY';
    if (regionOfCase(id) !== region) return 'FOREIGN_ENTRY';
    if (header.scope === 'case' && id !== header.case) return 'FOREIGN_ENTRY';
    const named = (command as CaseCommand).case;
    if (kind === 'case' && named === undefined)
      return openedCaseId(command as CaseCommand) === id ? null : 'CASE_ID_WRONG';
    return named === undefined || named === id ? null : 'FOREIGN_ENTRY';
  };

  const checkChain = (entry: Entry, chain: Chain | undefined): FaultCode | null => {
    if (entry.sequence !== (chain?.sequence ?? 0) + 1 || entry.previous !== (chain?.hash ?? null))
      return 'CHAIN_BROKEN';
    if (chain && entry.recordedAt < chain.recordedAt) return 'CLOCK_BACKWARDS';
    if (entry.occurredAt !== entry.command.occurredAt || entry.occurredAt > entry.recordedAt)
      return 'TIME_WRONG';
    return chain?.commands.has(commandIdOf(entry.command)) ? 'COMMAND_REPEATED' : null;
  };

  const checkEnvelope = ({ entry, envelope }: ExportRecord['record']): FaultCode | null => {
    if (envelope === null && header.envelopes === 'removed') return null;
    return (envelope === null ? null : envelopeHash(envelope)) === entry.envelope &&
      (envelope === null) === (entry.envelope === null)
      ? null
      : 'ENVELOPE_SWAPPED';
  };

  /** The key that must have signed the entry; root only until the ledger has a key of its own. */
  const entryKey = (key: string, at: Instant): string | null => {
    if (key === ROOT_KEY) return registers.ledgerKeys().length === 0 ? rootKey : null;
    const grant = grantAt(registers.latest(), key, at);
    return grant?.use === 'ledger' ? grant.publicKey : null;
  };

  /** Why the entry's decision is not the one made again; undefined when it is, or cannot be made here. */
  const decideAgain = (entry: Entry, state: CaseState | null, register: Register): string | undefined => {
    const why = (reason: string) => {
      skipped[reason] = (skipped[reason] ?? 0) + 1;
      return undefined;
    };
    const decider = rules.deciders[entry.decider];
    if (!decider) return why(`decider ${entry.decider}`);
    // What the decider of this number never decided cannot be its decision.
    if (entry.kind !== 'case') return `kind ${entry.kind}`;
    if (entry.law !== rules.lawHash) return why('another law');
    const context = {
      at: entry.recordedAt,
      caseId: entry.id,
      register,
      law: rules.law,
      clock: header.clock,
    };
    const decision = decider(state, entry.command as CaseCommand, context);
    if (!decision.ok) return [decision.code, ...decision.details].join(' ');
    return sameJson(decision.events, entry.events) ? undefined : 'events';
  };

  /** Folds the entry into its register or case. */
  const fold = (
    entry: Entry,
    sequence: number,
    register: Register,
    state: CaseState | null,
    digest: string,
  ): { state: CaseState | null } | [FaultCode, string] => {
    // Nothing follows from these but what they say themselves.
    if ((entry.kind === 'genesis' || entry.kind === 'register') && entry.events.length > 0)
      return ['DECISION_DIFFERS', 'events'];
    if (entry.kind === 'genesis') return { state };
    if (entry.kind === 'register') return registers.take(entry, sequence, register) ?? { state };
    try {
      const differs = decideAgain(entry, state, register);
      if (differs !== undefined) return ['DECISION_DIFFERS', differs];
      return { state: entry.kind === 'case' ? rules.applyEntry(state, entry, digest) : state };
    } catch (error) {
      // Events that do not follow from the case: only an entry that could not be decided again can have such.
      return ['DECISION_DIFFERS', error instanceof Error ? error.message : String(error)];
    }
  };

  return {
    take({ sequence, subject, record }) {
      const entry = record.entry as Entry;
      const fault = (code: FaultCode, detail = '') =>
        new VerifyFault(code, { sequence, subject, of: entry.sequence }, detail);
      const refuse = (code: FaultCode | null) => {
        if (code !== null) throw fault(code);
      };
      // Before all: a file of another ledger fails everywhere, and this is what to say about it.
      const named = sequence === 1 && 'rootKey' in entry.command ? entry.command.rootKey : rootKey;
      if (named !== rootKey) throw fault('ROOT_KEY_WRONG');
      // Signatures first: an altered entry is to be called altered, whatever else no longer fits.
      const signed = Buffer.from(`${entry.format}\n${canonical(entry)}`);
      const ledgerKey = entryKey(record.signature.key, entry.recordedAt);
      if (ledgerKey === null) throw fault('LEDGER_KEY_UNKNOWN', record.signature.key);
      const { value } = record.signature;
      later({ publicKey: ledgerKey, bytes: signed, value, fault: () => fault('ENTRY_ALTERED') });

      const chain = chains.get(subject);
      refuse(checkPlace(entry, subject));
      refuse(checkGenesis(entry, sequence));
      refuse(checkChain(entry, chain));
      refuse(checkEnvelope(record));

      const decidedOn = registers.stateAt(entry.registerAt, sequence);
      if (typeof decidedOn === 'string') throw fault(decidedOn, String(entry.registerAt));
      const { signature } = entry.attestation;
      const attested = attestedBy(entry, decidedOn, rootKey);
      if (typeof attested === 'string') throw fault(attested, signature.key);
      const bytes = signedBytes(entry.command.format, entry.command);
      const { publicKey } = attested;
      later({ publicKey, bytes, value: signature.value, fault: () => fault('COMMAND_ALTERED') });

      const folded = fold(entry, sequence, decidedOn, chain?.state ?? null, sha256(bytes));
      if (Array.isArray(folded)) throw fault(...folded);
      const { state } = folded;

      const hash = sha256(signed);
      const next = chain ?? {
        sequence: 0,
        hash: '',
        recordedAt: '',
        commands: new Set<string>(),
        state: null,
      };
      next.commands.add(commandIdOf(entry.command));
      chains.set(
        subject,
        Object.assign(next, { sequence: entry.sequence, hash, recordedAt: entry.recordedAt, state }),
      );
      return { leaf: leafHash(signed.subarray(entry.format.length + 1)), hash };
    },
    cases: () => [...chains.keys()].filter((subject) => subject.startsWith('ledger.case.')).length,
    notRerun: () => skipped,
  };
};
