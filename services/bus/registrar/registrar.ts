// The registrar: command in, entry out. Folds the case, decides, appends where the case stands as it saw it; a lost race
// means fold again and decide again. It is the only writer of the ledger.
import type { JetStreamClient } from '@nats-io/jetstream';
import type { NatsConnection } from 'nats';
import { DECIDER, decide } from '../../../case/decide.ts';
import { decideRegister } from '../../../case/register/decide-register.ts';
import { grantAt, type Register } from '../../../case/register/register.ts';
import { serviceKeyIn } from '../../../case/register/service-keys.ts';
import type { FoldedLaw } from '../../../law/fold-law.ts';
import {
  type CaseCommand,
  commandKey,
  type Disclosure,
  type SignedCommand,
} from '../../../schemas/command.ts';
import type {
  Answer,
  Attestation,
  Envelope,
  EnvelopePart,
  LedgerRecord,
  Receipt,
  Refusal,
} from '../../../schemas/entry.ts';
import { ContractError, InfrastructureError, refusal } from '../../../schemas/errors.ts';
import { type CaseId, regionOfCase } from '../../../schemas/ids.ts';
import { type Instant, plusMillis } from '../../../schemas/instant.ts';
import { issueDetails } from '../../../schemas/issues.ts';
import { LAW_PUBLISHER, LawCommand } from '../../../schemas/law.ts';
import { type GenesisCommand, RegisterCommand } from '../../../schemas/register.ts';
import {
  caseSubject,
  GENESIS_SUBJECT,
  lawSubject,
  NATIONAL,
  registerSubject,
} from '../../../schemas/subjects.ts';
import type { Clock } from '../../clock.ts';
import { inTurns } from '../../in-turn.ts';
import type { Pressure } from '../../pressure.ts';
import { digestOf, sha256, signedBytes } from '../../proof/canonical.ts';
import { openedCaseId } from '../../proof/case-id.ts';
import { byPart, sealPart } from '../../proof/envelope.ts';
import { newEntry } from '../../proof/new-entry.ts';
import { entryHashOf, entryOf, parseRecord, sealRecord, sealRecordLater } from '../../proof/record.ts';
import { type SigningKey, sign, signBytes } from '../../proof/signature.ts';
import { append } from '../ledger/append.ts';
import type { CaseKeys } from '../ledger/case-keys.ts';
import { readSubject } from '../ledger/read.ts';
import { type Authenticated, authenticate, type Origin } from './authenticate.ts';
import type { CaseHead, CaseReader } from './case-reader.ts';
import type { ChainHead } from './folded-entries.ts';
import type { LawReader } from './law-reader.ts';
import { lawRefusal } from './law-refusal.ts';
import { ledgerTime } from './ledger-time.ts';
import type { RegisterReader } from './register-reader.ts';

export type RegistrarDeps = {
  readonly nc: NatsConnection;
  readonly js: JetStreamClient;
  readonly clock: Clock;
  readonly cases: CaseReader;
  readonly registers: RegisterReader;
  readonly laws: LawReader;
  readonly caseKeys: CaseKeys;
  readonly ledgerKey: SigningKey;
  /** Signing keys of the services that submit through this process. */
  readonly serviceKeys: Readonly<Record<string, SigningKey>>;
  /** Throws while the ledger must not be written. */
  readonly requireOpen: () => void;
  /** Runs the taking of a command; counts it while it lasts. */
  readonly during?: Pressure['during'];
};

/** Says who is behind a command by the very register it is decided on, at its instant: verification goes by these. */
type Vouch = (register: Register, at: Instant) => Authenticated | Promise<Authenticated>;

export type Registrar = ReturnType<typeof createRegistrar>;

/** A command as a service asks for it; the registrar signs it with that service's key. */
export type ServiceCommand = Pick<CaseCommand, 'commandId' | 'command' | 'occurredAt' | 'body'> &
  Partial<Pick<CaseCommand, 'case' | 'proceeding' | 'precision' | 'commitments'>>;

/** Races lost before the sender is asked to try again. */
const TRIES = 60;

/** Register and law folded longer ago are brought up to date first, so that no key revoked elsewhere is honoured for long. */
const FOLDED_AGE_MS = 500;
/** The same by the clock, which may jump: far below the minute within which verification lets them be overtaken. */
const ASKED_AGE_MS = 20_000;

const receiptOf = (
  { head, body, signature }: LedgerRecord,
  hash: string,
  ledgerSequence: number,
  repeated: boolean,
): Receipt => ({
  ok: true,
  head,
  case: head.id,
  sequence: head.sequence,
  ledgerSequence,
  hash,
  signature,
  recordedAt: head.recordedAt,
  events: body.events.map((e) => e.type),
  proceedings: [
    ...new Set(
      body.events.flatMap((e) => (e.kind === 'proceeding' || e.kind === 'step' ? [e.proceeding] : [])),
    ),
  ],
  repeated,
});

export const createRegistrar = (deps: RegistrarDeps) => {
  const { nc, js, clock, cases, registers, laws, caseKeys, ledgerKey, serviceKeys } = deps;
  const during: Pressure['during'] = deps.during ?? ((taking) => taking());
  const time = ledgerTime(nc, clock);
  const timeAfter = (former: Instant | undefined): Instant => {
    time.note(registers.lastRecordedAt());
    time.note(laws.lastRecordedAt());
    return time.after(former);
  };
  /** Until when what this registrar itself asked of the ledger counts, by the clock it records with. */
  let askedUntil: Instant | undefined;
  const refreshed = async (): Promise<Register> => {
    const asked = clock.now();
    const [register] = await Promise.all([registers.refresh(), laws.refresh()]);
    askedUntil = plusMillis(asked, ASKED_AGE_MS);
    return register;
  };
  let asking: Promise<Register> | undefined;
  /**
   * Register and law no older than so many milliseconds; asked of the ledger together. A machine that slept does not see it by its
   * timers, but by the clock: verification refuses what is recorded long after what it was decided on was overtaken.
   */
  const recent = async (age: number): Promise<Register> => {
    if (askedUntil === undefined || clock.now() > askedUntil) {
      asking ??= refreshed().finally(() => {
        asking = undefined;
      });
      return asking;
    }
    return (await Promise.all([registers.recent(age), laws.recent(age)]))[0];
  };
  /** One at a time for each id: this process never races itself. */
  const inTurn = inTurns();

  /** The receipt of a command taken before, out of its entry. */
  const firstReceipt = async (caseId: CaseId, sequence: number): Promise<Answer> => {
    const message = (await readSubject(nc, caseSubject(caseId)))[sequence - 1];
    if (!message) throw new InfrastructureError('LEDGER_UNAVAILABLE');
    return receiptOf(parseRecord(message.data), entryHashOf(message.data), message.sequence, true);
  };

  /** Refused where the case, or a subject the command tells something of, takes no party values any more. */
  const envelopeFor = async (
    caseId: CaseId,
    digest: string,
    disclosures: readonly Disclosure[],
  ): Promise<{ readonly envelope: Envelope | null } | Refusal> => {
    const parts: EnvelopePart[] = [];
    for (const [name, values] of byPart(disclosures)) {
      const key = await caseKeys.ensureKey(caseId, name);
      if (key.state !== 'kept')
        return key.state === 'erased' && key.of !== 'case'
          ? refusal('SUBJECT_ERASED', [name])
          : refusal('CASE_ERASED');
      parts.push(sealPart(name, key.key, digest, values));
    }
    return { envelope: parts.length === 0 ? null : { parts } };
  };

  /** Decides on what is known here; `fresh` says whether that was read from the ledger just now. */
  const decideOnce = async (
    caseId: CaseId,
    head: CaseHead | null,
    command: CaseCommand,
    digest: string,
    disclosures: readonly Disclosure[],
    vouch: Vouch,
  ): Promise<Answer | 'conflict'> => {
    const taken = head?.taken.get(commandKey(command));
    if (taken) {
      return taken.digest === digest ? firstReceipt(caseId, taken.sequence) : refusal('COMMAND_ID_REUSED');
    }
    const register = registers.current();
    const folded = laws.current();
    const at = timeAfter(head?.lastRecordedAt);
    const vouched = await vouch(register, at);
    if (!vouched.ok) return vouched.refusal;
    const decision = decide(head?.state ?? null, command, {
      at,
      caseId,
      register,
      law: folded.law,
      clock: clock.kind,
    });
    if (!decision.ok) return refusal(decision.code, decision.details, decision.words);
    const enclosed = await envelopeFor(caseId, digest, disclosures);
    if ('ok' in enclosed) return enclosed;
    const { envelope } = enclosed;
    const made = newEntry(
      {
        kind: 'case',
        region: regionOfCase(caseId),
        id: caseId,
        command,
        attestation: vouched.attestation,
        events: decision.events,
        registerAt: register.at,
        lawAt: folded.at,
        decider: DECIDER,
        recordedAt: at,
      },
      head && { sequence: head.state.sequence, hash: head.hash },
      envelope,
    );
    const sealed = await sealRecordLater(ledgerKey, made, envelope);
    // It took so long that others have been recorded well after it: decided again, at a later instant.
    if (!time.allows(at)) return 'conflict';
    deps.requireOpen();
    const appended = await append(js, caseSubject(caseId), sealed.bytes, head?.ledgerSequence ?? 0);
    if (!appended.ok) return 'conflict';
    time.note(at);
    cases.noteAppended(head, entryOf(sealed.record), digest, appended.ledgerSequence, sealed.hash);
    return receiptOf(sealed.record, sealed.hash, appended.ledgerSequence, false);
  };

  const take = (
    command: CaseCommand,
    digest: string,
    disclosures: readonly Disclosure[],
    vouch: Vouch,
  ): Promise<Answer> => {
    const caseId = command.case ?? openedCaseId(command);
    return inTurn(caseId, async () => {
      await time.ready();
      let head = await cases.get(caseId);
      let fresh = false;
      for (let tries = 0; tries < TRIES; tries += 1) {
        // It may have waited its turn for long.
        await recent(FOLDED_AGE_MS);
        try {
          const answer = await decideOnce(caseId, head, command, digest, disclosures, vouch);
          if (answer !== 'conflict' && (answer.ok || fresh)) return answer;
        } catch (error) {
          // Whether it was stored is not known: what is kept here may be behind.
          cases.forget(caseId);
          throw error;
        }
        // A lost race, or a refusal on what may be out of date: look at the ledger before saying no.
        await refreshed();
        head = await cases.refresh(caseId);
        fresh = true;
      }
      throw new InfrastructureError('CASE_BUSY');
    });
  };

  /** Last entry of the chain a command of the platform itself goes into, and where that is. */
  const placeOf = (
    command: RegisterCommand | LawCommand | GenesisCommand,
  ): { kind: 'genesis' | 'law' | 'register'; region: string; subject: string; head: ChainHead | null } => {
    switch (command.format) {
      case 'xianjie.register.v1': {
        const { region } = command;
        return { kind: 'register', region, subject: registerSubject(region), head: registers.headOf(region) };
      }
      case 'xianjie.law.v1':
        return { kind: 'law', region: NATIONAL, subject: lawSubject, head: laws.headOf(NATIONAL) };
      case 'xianjie.genesis.v1':
        return { kind: 'genesis', region: NATIONAL, subject: GENESIS_SUBJECT, head: null };
    }
  };

  /** Appends an entry of a register, of the law, or the genesis. */
  const enter = async (
    command: RegisterCommand | LawCommand | GenesisCommand,
    key: SigningKey,
    attestation: Attestation,
  ): Promise<Receipt | 'conflict'> => {
    const { kind, region, subject, head } = placeOf(command);
    const recordedAt = timeAfter(head?.recordedAt);
    const made = newEntry(
      {
        kind,
        region,
        id: kind,
        command,
        attestation,
        events: [],
        registerAt: registers.current().at,
        lawAt: laws.current().at,
        decider: DECIDER,
        recordedAt,
      },
      head,
      null,
    );
    const sealed = sealRecord(key, made, null);
    deps.requireOpen();
    const appended = await append(js, subject, sealed.bytes, head?.ledgerSequence ?? 0);
    if (!appended.ok) return 'conflict';
    time.note(recordedAt);
    return receiptOf(sealed.record, sealed.hash, appended.ledgerSequence, false);
  };

  /** What is written must be what every reader takes. @throws ContractError SCHEMA_MISMATCH */
  const requireShape = (shape: typeof RegisterCommand | typeof LawCommand, command: object): void => {
    const parsed = shape.safeParse(command);
    if (parsed.success) return;
    throw new ContractError('SCHEMA_MISMATCH', issueDetails(parsed.error.issues));
  };

  /**
   * Register entries follow one another in this process; another's is met by the compare-and-set.
   * @throws ContractError SCHEMA_MISMATCH
   */
  const submitRegister = async (
    command: RegisterCommand,
    signedBy: { readonly key: SigningKey; readonly by: 'root' | 'service'; readonly entryKey?: SigningKey },
  ): Promise<Answer> => {
    requireShape(RegisterCommand, command);
    return inTurn('register', async () => {
      await time.ready();
      for (let tries = 0; tries < TRIES; tries += 1) {
        const register = await refreshed();
        if (register.commands[`${command.region} ${command.commandId}`] !== undefined) {
          return repeatedRegister(command);
        }
        const granted = signedBy.by === 'root' ? undefined : serviceKeyIn(command);
        if (granted !== undefined) return refusal('NOT_PERMITTED', [granted]);
        const decision = decideRegister(register, command, clock.now(), laws.current().law);
        if (!decision.ok) return refusal(decision.code, decision.details);
        const signature = sign(signedBy.key, command.format, command);
        const answer = await enter(command, signedBy.entryKey ?? ledgerKey, {
          by: signedBy.by,
          signature,
        });
        if (answer !== 'conflict') {
          await registers.refresh();
          return answer;
        }
      }
      throw new InfrastructureError('CASE_BUSY');
    });
  };

  const repeatedRegister = async (command: RegisterCommand): Promise<Answer> => {
    for (const message of await readSubject(nc, registerSubject(command.region))) {
      const record = parseRecord(message.data);
      if (record.body.command.commandId !== command.commandId) continue;
      return digestOf(record.body.command) === digestOf(command)
        ? receiptOf(record, entryHashOf(message.data), message.sequence, true)
        : refusal('COMMAND_ID_REUSED');
    }
    throw new InfrastructureError('LEDGER_UNAVAILABLE');
  };

  /**
   * Enters one part of a publication.
   * @param after sequence of the law's last entry as its publisher saw it, 0 for none; `conflict` where another came since
   * @throws ContractError SCHEMA_MISMATCH
   */
  const submitLaw = async (command: LawCommand, after: number): Promise<Answer | 'conflict'> => {
    requireShape(LawCommand, command);
    const key = serviceKeys[LAW_PUBLISHER];
    if (!key) throw new Error(`no key of service ${LAW_PUBLISHER}`);
    return inTurn('law', async () => {
      await time.ready();
      await recent(FOLDED_AGE_MS);
      if ((laws.headOf(NATIONAL)?.sequence ?? 0) !== after) return 'conflict';
      const refused = lawRefusal(laws.current(), command);
      if (refused) return refused;
      const signature = sign(key, command.format, command);
      const answer = await enter(command, ledgerKey, { by: 'service', signature });
      await laws.refresh();
      return answer;
    });
  };

  return {
    /**
     * Takes a department's command: a receipt, or a refusal with its code.
     * @throws InfrastructureError when the ledger is away or the outcome is unknown; nothing is half done
     */
    submit: (signed: SignedCommand, origin: Origin): Promise<Answer> =>
      during(async () => {
        const { command, disclosures } = signed;
        const bytes = signedBytes(command.format, command);
        let register = registers.current();
        const proven = recent(FOLDED_AGE_MS).then((now) => {
          register = now;
          return authenticate(now, signed, bytes, origin, clock.now());
        });
        proven.catch(() => undefined);
        // Checked at once, but taken in the order they came in: a sender may send the next before it has the answer.
        const known = await inTurn(
          `from ${'service' in origin ? origin.service : origin.department}`,
          async () => {
            const first = await proven;
            if (first.ok) return first;
            register = await refreshed();
            return authenticate(register, signed, bytes, origin, clock.now());
          },
        );
        if (!known.ok) return known.refusal;
        const vouch: Vouch = (now, at) =>
          now === register && grantAt(now, signed.signature.key, at)
            ? known
            : authenticate(now, signed, bytes, origin, at);
        return take(command, sha256(bytes), disclosures, vouch);
      }),
    /** Takes a command of one of this platform's services, signed with its key. */
    submitAsService: (
      service: string,
      asked: ServiceCommand,
      disclosures: readonly Disclosure[] = [],
    ): Promise<Answer> => {
      const key = serviceKeys[service];
      if (!key) throw new Error(`no key of service ${service}`);
      const command: CaseCommand = {
        precision: 'instant',
        commitments: {},
        ...asked,
        format: 'xianjie.command.v1',
        actor: { service },
      };
      const bytes = signedBytes(command.format, command);
      const attestation = { by: 'service', signature: signBytes(key, bytes) } as const;
      return during(async () => {
        await recent(FOLDED_AGE_MS);
        return take(command, sha256(bytes), disclosures, () => ({ ok: true, attestation }));
      });
    },
    submitRegister,
    submitLaw,
    /** First entry of a ledger. `conflict` when there is one. */
    enterGenesis: async (command: GenesisCommand, rootKey: SigningKey): Promise<Receipt | 'conflict'> => {
      await time.ready();
      const signature = sign(rootKey, command.format, command);
      return enter(command, rootKey, { by: 'root', signature });
    },
    register: (): Register => registers.current(),
    law: (): FoldedLaw => laws.current(),
    caseHead: (caseId: CaseId): Promise<CaseHead | null> => cases.get(caseId),
    now: clock.now,
  };
};
