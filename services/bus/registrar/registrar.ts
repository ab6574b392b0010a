// The registrar: command in, entry out. Folds the case, decides, appends where the case stands as it saw it; a lost race
// means fold again and decide again. It is the only writer of the ledger.
import type { JetStreamClient } from '@nats-io/jetstream';
import type { NatsConnection } from 'nats';
import { DECIDER, decide } from '../../../case/decide.ts';
import { grantAt, type Register } from '../../../case/register/register.ts';
import type { FoldedLaw } from '../../../law/fold-law.ts';
import {
  type CaseCommand,
  commandKey,
  type Disclosure,
  type SignedCommand,
} from '../../../schemas/command.ts';
import type { Answer, Envelope, EnvelopePart, Refusal } from '../../../schemas/entry.ts';
import { InfrastructureError, refusal } from '../../../schemas/errors.ts';
import { type CaseId, regionOfCase } from '../../../schemas/ids.ts';
import type { Instant } from '../../../schemas/instant.ts';
import { caseSubject } from '../../../schemas/subjects.ts';
import type { Clock } from '../../clock.ts';
import { inTurns } from '../../in-turn.ts';
import type { Pressure } from '../../pressure.ts';
import { sha256, signedBytes } from '../../proof/canonical.ts';
import { openedCaseId, splitCaseId } from '../../proof/case-id.ts';
import { byPart, sealPart } from '../../proof/envelope.ts';
import { newEntry } from '../../proof/new-entry.ts';
import { entryOf, sealRecordLater } from '../../proof/record.ts';
import { type SigningKey, signBytes } from '../../proof/signature.ts';
import { append } from '../ledger/append.ts';
import type { CaseKeys } from '../ledger/case-keys.ts';
import { type Authenticated, authenticate, type Origin } from './authenticate.ts';
import type { CaseHead, CaseReader } from './case-reader.ts';
import { groundOf } from './ground.ts';
import type { LawReader } from './law-reader.ts';
import type { ClockDoubt } from './ledger-time.ts';
import { unseenLink } from './linked-cases.ts';
import { readOther, refusedByOther } from './other-cases.ts';
import { platformChains } from './platform-chains.ts';
import { unreadable } from './readable.ts';
import { receiptOf, repeatedAnswer } from './receipt.ts';
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
  /** Told once when the clock begins to be doubted; nothing is recorded until it is right, or stated. */
  readonly onClockDoubt?: (why: ClockDoubt) => void;
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

export const createRegistrar = (deps: RegistrarDeps) => {
  const { nc, js, clock, cases, registers, laws, caseKeys, ledgerKey, serviceKeys } = deps;
  const during: Pressure['during'] = deps.during ?? ((taking) => taking());
  const { onClockDoubt = () => undefined } = deps;
  const ground = groundOf({ nc, clock, registers, laws, onClockDoubt });
  const { time } = ground;
  /** One at a time for each id: this process never races itself. */
  const inTurn = inTurns();

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
    if (taken !== undefined) return repeatedAnswer(nc, taken, digest);
    const register = registers.current();
    const folded = laws.current();
    const at = ground.timeAfter(head);
    const vouched = await vouch(register, at);
    if (!vouched.ok) return vouched.refusal;
    const unseen = await unseenLink(cases, command);
    if (unseen) return refusal('CASE_NOT_FOUND', [unseen]);
    const state = head?.state ?? null;
    const decision = decide(state, command, {
      at,
      caseId,
      register,
      law: folded.law,
      clock: clock.kind,
      splitInto: splitCaseId(caseId, command),
      other: await readOther(cases, command),
    });
    if (!decision.ok) return refusal(decision.code, decision.details, decision.words);
    const refusedThere = await refusedByOther(cases, command, state, register);
    if (refusedThere) return refusedThere;
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
    const refused = unreadable(sealed);
    if (refused) return refused;
    // It took so long that others have been recorded well after it: decided again, at a later instant.
    if (!time.allows(at)) return 'conflict';
    deps.requireOpen();
    const appended = await append(js, caseSubject(caseId), sealed.bytes, head?.ledgerSequence ?? 0).catch(
      (error: unknown) => {
        // Whether it was stored is not known: what is kept here may be behind.
        cases.forget(caseId);
        throw error;
      },
    );
    if (!appended.ok) return 'conflict';
    time.note(at);
    cases.noteAppended(head, entryOf(sealed.record), appended.ledgerSequence, sealed.hash);
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
        await ground.recent();
        const answer = await decideOnce(caseId, head, command, digest, disclosures, vouch);
        if (answer !== 'conflict' && (answer.ok || fresh)) return answer;
        // A lost race, or a refusal on what may be out of date: look at the ledger before saying no.
        await ground.refreshed();
        head = await cases.refresh(caseId);
        fresh = true;
      }
      throw new InfrastructureError('CASE_BUSY');
    });
  };

  return {
    /**
     * Takes a department's command: a receipt, or a refusal with its code.
     * @throws InfrastructureError when the ledger is away or the outcome is unknown; nothing is half done
     */
    submit: (signed: SignedCommand, origin: Origin): Promise<Answer> =>
      during(async () => {
        await time.ready();
        ground.requireClock();
        const { command, disclosures } = signed;
        const bytes = signedBytes(command.format, command);
        let register = registers.current();
        const proven = ground.recent().then((now) => {
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
            register = await ground.refreshed();
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
        await ground.recent();
        return take(command, sha256(bytes), disclosures, () => ({ ok: true, attestation }));
      });
    },
    ...platformChains({ nc, js, ground, ledgerKey, serviceKeys, requireOpen: deps.requireOpen }),
    /** Why nothing is recorded by this platform's clock now, or `null`. */
    clockDoubt: ground.clockDoubt,
    register: (): Register => registers.current(),
    law: (): FoldedLaw => laws.current(),
    caseHead: (caseId: CaseId): Promise<CaseHead | null> => cases.get(caseId),
    now: clock.now,
  };
};
