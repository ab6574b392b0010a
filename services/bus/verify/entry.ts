// Everything that can be said of one entry from what came before it. Throws the first fault; signatures are handed to
// the thread pool and answered later, for they are nine tenths of the work.
import { grantAt, type Register } from '../../../case/register/register.ts';
import type { CaseState } from '../../../case/state.ts';
import type { Law } from '../../../law/law.ts';
import { type CaseCommand, commandKey } from '../../../schemas/command.ts';
import type { Body, Entry, EntryKind, Head } from '../../../schemas/entry.ts';
import { regionOfCase } from '../../../schemas/ids.ts';
import { type Instant, millisOf } from '../../../schemas/instant.ts';
import { type GenesisCommand, statesClock } from '../../../schemas/register.ts';
import { ledgerSubject, NATIONAL } from '../../../schemas/subjects.ts';
import { sha256, signedBytes } from '../../proof/canonical.ts';
import { openedCaseId, splitCaseId } from '../../proof/case-id.ts';
import { envelopeHash } from '../../proof/envelope.ts';
import type { ExportHeader, ExportRecord } from '../../proof/export-format.ts';
import { leafHash } from '../../proof/merkle.ts';
import { bodyDigest, entryOf } from '../../proof/record.ts';
import { ROOT_KEY } from '../../proof/signature.ts';
import { showsOf } from '../../proof/status-words.ts';
import { attestedBy } from './attestation.ts';
import { type FaultCode, VerifyFault } from './fault.ts';
import type { LawHistory } from './law-history.ts';
import type { RegisterHistory } from './register-history.ts';
import type { Decider, Rules } from './rules.ts';
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
  /** Place of the last statement of the time before its end. */
  clockStatedAt: number;
  readonly commands: Set<string>;
  state: CaseState | null;
  /** Every entry so far came with its body: only then is the state what the case was. */
  whole: boolean;
};

/** Milliseconds by which time may fall over the ledger: clocks of several registrars differ. */
const MAY_FALL_MS = 5_000;

const AFTER_BARE_HEAD = 'after a bare head';
const WITHOUT_OTHER_CASE = 'without the other case';

export type EntryChecks = {
  /** @returns the entry's leaf and hash @throws VerifyFault */
  take(line: ExportRecord): { readonly leaf: Buffer; readonly hash: string };
  cases(): number;
  /** Entries that came without their bodies. */
  bareHeads(): number;
  /** Why entries were not decided again → how many. */
  notRerun(): Record<string, number>;
  clockRepairs(): readonly ClockRepair[];
};

/** Where a person stated the time and the ledger's fell for it: what was recorded just before bears dates of a wrong clock. */
export type ClockRepair = { readonly sequence: number; readonly from: Instant; readonly to: Instant };

const isStatement = (body: Body | null): boolean =>
  body?.command.format === 'xianjie.register.v1' && statesClock(body.command);

const commandIdOf = (command: Entry['command']): string =>
  command.format === 'xianjie.command.v1' ? commandKey(command) : command.commandId;

const FORMAT_OF: Readonly<Record<EntryKind, string>> = {
  genesis: 'xianjie.genesis.v1',
  law: 'xianjie.law.v1',
  register: 'xianjie.register.v1',
  case: 'xianjie.command.v1',
};

export const entryChecks = (deps: {
  readonly header: ExportHeader;
  readonly rootKey: string;
  readonly registers: RegisterHistory;
  readonly laws: LawHistory;
  readonly rules: Rules;
  /** What was decided by a decider this version lacks is counted instead of refused. */
  readonly allowUnknownDeciders: boolean;
  readonly later: (check: SignatureCheck) => void;
}): EntryChecks => {
  const { header, rootKey, registers, laws, rules, allowUnknownDeciders, later } = deps;
  const chains = new Map<string, Chain>();
  const skipped: Record<string, number> = {};
  let bareHeads = 0;
  let latest = '';
  /** Place of the last statement of the time: what was recorded before it binds no time after it. */
  let clockStatedAt = 0;
  const repairs: ClockRepair[] = [];

  const checkGenesis = ({ kind }: Head, body: Body | null, sequence: number): FaultCode | null => {
    if ((kind === 'genesis') !== (sequence === 1)) return 'GENESIS_WRONG';
    if (sequence !== 1) return null;
    const genesis = body?.command as GenesisCommand;
    const fits =
      genesis.origin === header.origin &&
      genesis.clock === header.clock &&
      genesis.rootKey === header.rootKey;
    return fits ? null : 'GENESIS_WRONG';
  };

  /** Of a bare head nothing is known that only its body says. */
  const checkBody = ({ body, head }: ExportRecord['record']): FaultCode | null => {
    if (body === null) return header.bodies === 'some' && head.kind === 'case' ? null : 'BODY_MISSING';
    return bodyDigest(body as Body) === head.body ? null : 'BODY_ALTERED';
  };

  const checkPlace = (head: Head, body: Body | null, subject: string): FaultCode | null => {
    const { kind, region, id } = head;
    const isOurs =
      kind === 'case'
        ? regionOfCase(id) === region && (header.scope === 'all' || id === header.case)
        : id === kind && (kind === 'register' || region === NATIONAL);
    if (!isOurs || subject !== ledgerSubject(kind, region, id)) return 'FOREIGN_ENTRY';
    if (body === null) return null;
    const { command } = body;
    if (command.format !== FORMAT_OF[kind]) return 'FOREIGN_ENTRY';
    if (command.format === 'xianjie.register.v1') return command.region === region ? null : 'FOREIGN_ENTRY';
    if (command.format !== 'xianjie.command.v1') return null;
    if (command.case === undefined) return openedCaseId(command) === id ? null : 'CASE_ID_WRONG';
    return command.case === id ? null : 'FOREIGN_ENTRY';
  };

  const checkChain = (head: Head, body: Body | null, chain: Chain | undefined): FaultCode | null => {
    if (head.sequence !== (chain?.sequence ?? 0) + 1 || head.previous !== (chain?.hash ?? null))
      return 'CHAIN_BROKEN';
    if (isStatement(body)) return null;
    if (chain && chain.clockStatedAt === clockStatedAt && head.recordedAt < chain.recordedAt)
      return 'CLOCK_BACKWARDS';
    if (latest !== '' && millisOf(head.recordedAt) < millisOf(latest) - MAY_FALL_MS)
      return 'LEDGER_CLOCK_BACKWARDS';
    return null;
  };

  const checkCommand = (entry: Entry, chain: Chain | undefined): FaultCode | null => {
    if (entry.occurredAt > entry.recordedAt) return 'TIME_WRONG';
    return chain?.commands.has(commandIdOf(entry.command)) ? 'COMMAND_REPEATED' : null;
  };

  const checkEnvelope = ({ head, body, envelope }: ExportRecord['record']): FaultCode | null => {
    if (header.envelopes === 'removed') return envelope === null ? null : 'ENVELOPE_UNSAID';
    if (envelope === null && body === null) return null;
    return (envelope === null ? null : envelopeHash(envelope)) === head.envelope &&
      (envelope === null) === (head.envelope === null)
      ? null
      : 'ENVELOPE_SWAPPED';
  };

  /** The key that must have signed the entry; root only until the ledger has a key of its own. */
  const entryKey = (key: string, at: Instant): string | null => {
    if (key === ROOT_KEY) return registers.ledgerKeys().length === 0 ? rootKey : null;
    const grant = grantAt(registers.latest(), key, at);
    return grant?.use === 'ledger' ? grant.publicKey : null;
  };

  const skip = (reason: string): void => {
    skipped[reason] = (skipped[reason] ?? 0) + 1;
  };

  /** What the entry was decided on, by its own word, and by whom. */
  type Ground = {
    readonly register: Register;
    readonly law: Law;
    readonly decider: Decider | undefined;
  };

  /** The chain that an entry takes something over from, where it names another case. */
  const otherOf = ({ body: { from } }: CaseCommand): Chain | undefined =>
    from && chains.get(ledgerSubject('case', regionOfCase(from.case), from.case));
  /** In an export that leaves out the other case, what it handed on is not there to decide on. */
  const isWithoutOther = (command: CaseCommand): boolean =>
    command.body.from !== undefined &&
    (header.scope === 'case' || (header.bodies === 'some' && otherOf(command)?.whole !== true));

  /** Why the entry's decision is not the one made again; undefined when it is. */
  const decideAgain = (
    entry: Entry,
    state: CaseState | null,
    { register, law, decider }: Ground,
  ): string | undefined => {
    if (!decider) return undefined;
    const { recordedAt: at, id: caseId } = entry;
    const command = entry.command as CaseCommand;
    const splitInto = splitCaseId(caseId, command);
    const other = otherOf(command)?.state;
    const context = { at, caseId, register, law, clock: header.clock, splitInto, other };
    const decision = decider.decide(state, command, context);
    if (!decision.ok) return [decision.code, ...decision.details].join(' ');
    return sameJson(decision.events, entry.events) ? undefined : 'events';
  };

  /** Folds the entry into its register, the law or its case. */
  const fold = (
    entry: Entry,
    sequence: number,
    ground: Ground,
    chain: Chain,
  ): { state: CaseState | null } | [FaultCode, string] => {
    const { state } = chain;
    // Nothing follows from these but what they say themselves.
    if (entry.kind !== 'case' && entry.events.length > 0) return ['DECISION_DIFFERS', 'events'];
    if (entry.kind === 'law') return laws.take(entry, sequence) ?? { state };
    const decides = entry.kind === 'register' || (entry.kind === 'case' && chain.whole);
    if (decides && !ground.decider) {
      if (!allowUnknownDeciders) return ['DECIDER_UNKNOWN', String(entry.decider)];
      skip(`decider ${entry.decider}`);
    }
    if (entry.kind === 'register')
      return registers.take(entry, sequence, ground, ground.decider) ?? { state };
    if (entry.kind !== 'case') return { state };
    if (!chain.whole) {
      skip(AFTER_BARE_HEAD);
      return { state };
    }
    const isAlone = isWithoutOther(entry.command as CaseCommand);
    if (isAlone) skip(WITHOUT_OTHER_CASE);
    try {
      const differs = isAlone ? undefined : decideAgain(entry, state, ground);
      if (differs !== undefined) return ['DECISION_DIFFERS', differs];
      return { state: rules.applyEntry(state, entry) };
    } catch (error) {
      // Events that do not follow from the case: only an entry that could not be decided again can have such.
      return ['DECISION_DIFFERS', error instanceof Error ? error.message : String(error)];
    }
  };

  return {
    take({ sequence, subject, record }) {
      const { head } = record;
      const body = record.body as Body | null;
      const fault = (code: FaultCode, detail = '') =>
        new VerifyFault(code, { sequence, subject, of: head.sequence }, detail);
      const refuse = (code: FaultCode | null) => {
        if (code !== null) throw fault(code);
      };
      // Before all: a file of another ledger fails everywhere, and this is what to say about it.
      const named = sequence === 1 && body && 'rootKey' in body.command ? body.command.rootKey : rootKey;
      if (named !== rootKey) throw fault('ROOT_KEY_WRONG');
      // Signatures first: an altered entry is to be called altered, whatever else no longer fits.
      const signed = signedBytes(head.format, head);
      const ledgerKey = entryKey(record.signature.key, head.recordedAt);
      if (ledgerKey === null) throw fault('LEDGER_KEY_UNKNOWN', record.signature.key);
      const { value } = record.signature;
      later({ publicKey: ledgerKey, bytes: signed, value, fault: () => fault('ENTRY_ALTERED') });

      const known = chains.get(subject);
      refuse(checkBody(record));
      refuse(checkPlace(head, body, subject));
      refuse(checkGenesis(head, body, sequence));
      refuse(checkChain(head, body, known));
      refuse(checkEnvelope(record));

      const place = { sequence, recordedAt: head.recordedAt };
      const decidedOn = registers.stateAt(head.registerAt, place);
      if (typeof decidedOn === 'string') throw fault(decidedOn, String(head.registerAt));
      const law = laws.lawAt(head.lawAt, place);
      if (typeof law === 'string') throw fault(law, String(head.lawAt));
      const hash = sha256(signed);
      const chain = known ?? {
        sequence: 0,
        hash: '',
        recordedAt: '',
        clockStatedAt: 0,
        commands: new Set<string>(),
        state: null,
        whole: true,
      };

      if (body === null) {
        bareHeads += 1;
        chain.whole = false;
      } else {
        const entry = entryOf({ head, body });
        refuse(checkCommand(entry, known));
        const { signature } = entry.attestation;
        const attested = attestedBy(entry, decidedOn, rootKey);
        if (typeof attested === 'string') throw fault(attested, signature.key);
        const bytes = signedBytes(entry.command.format, entry.command);
        const { publicKey } = attested;
        later({ publicKey, bytes, value: signature.value, fault: () => fault('COMMAND_ALTERED') });
        const ground = { register: decidedOn, law, decider: rules.deciders[head.decider] };
        const folded = fold(entry, sequence, ground, chain);
        if (Array.isArray(folded)) throw fault(...folded);
        refuse(sameJson(showsOf(body), head.shows) ? null : 'SHOWS_WRONG');
        chain.state = folded.state;
        chain.commands.add(commandIdOf(entry.command));
      }
      const { recordedAt } = head;
      if (isStatement(body)) {
        if (recordedAt < latest) repairs.push({ sequence, from: latest, to: recordedAt });
        clockStatedAt = sequence;
        latest = recordedAt;
      }
      if (recordedAt > latest) latest = recordedAt;
      chains.set(subject, Object.assign(chain, { sequence: head.sequence, hash, recordedAt, clockStatedAt }));
      return { leaf: leafHash(signed.subarray(head.format.length + 1)), hash };
    },
    cases: () => [...chains.keys()].filter((subject) => subject.startsWith('ledger.case.')).length,
    bareHeads: () => bareHeads,
    notRerun: () => skipped,
    clockRepairs: () => repairs,
  };
};
