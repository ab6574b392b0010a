// What the platform itself enters: changes of registers, parts of the law, the genesis. Each chain is written by one at a time here;
// another process is met by the compare-and-set.
import type { JetStreamClient } from '@nats-io/jetstream';
import type { NatsConnection } from 'nats';
import { DECIDER } from '../../../case/decide.ts';
import { decideRegister } from '../../../case/register/decide-register.ts';
import { grantAt } from '../../../case/register/register.ts';
import { serviceKeyIn } from '../../../case/register/service-keys.ts';
import type { Answer, Attestation, Receipt, Refusal } from '../../../schemas/entry.ts';
import { ContractError, InfrastructureError, refusal } from '../../../schemas/errors.ts';
import { issueDetails } from '../../../schemas/issues.ts';
import { LAW_PUBLISHER, LawCommand } from '../../../schemas/law.ts';
import { type GenesisCommand, RegisterCommand, statesClock } from '../../../schemas/register.ts';
import { GENESIS_SUBJECT, lawSubject, NATIONAL, registerSubject } from '../../../schemas/subjects.ts';
import { inTurns } from '../../in-turn.ts';
import { digestOf } from '../../proof/canonical.ts';
import { newEntry } from '../../proof/new-entry.ts';
import { sealRecord } from '../../proof/record.ts';
import { type SigningKey, sign } from '../../proof/signature.ts';
import { append } from '../ledger/append.ts';
import type { ChainHead } from './folded-entries.ts';
import type { Ground } from './ground.ts';
import { lawRefusal } from './law-refusal.ts';
import { unreadable } from './readable.ts';
import { receiptOf, repeatedAnswer } from './receipt.ts';

/** Races lost before the sender is asked to try again. */
const TRIES = 60;

type PlatformCommand = RegisterCommand | LawCommand | GenesisCommand;
type Written = Receipt | Refusal | 'conflict';

export const platformChains = (deps: {
  readonly nc: NatsConnection;
  readonly js: JetStreamClient;
  readonly ground: Ground;
  readonly ledgerKey: SigningKey;
  readonly serviceKeys: Readonly<Record<string, SigningKey>>;
  readonly requireOpen: () => void;
}) => {
  const { nc, js, ground, ledgerKey, serviceKeys, requireOpen } = deps;
  const { registers, laws, time } = ground;
  const inTurn = inTurns();

  /** Last entry of the chain a command goes into, and where that is. */
  const placeOf = (
    command: PlatformCommand,
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

  const enter = async (
    command: PlatformCommand,
    recordedAt: string,
    key: SigningKey,
    attestation: Attestation,
  ): Promise<Written> => {
    const { kind, region, subject, head } = placeOf(command);
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
    const refused = unreadable(sealed);
    if (refused) return refused;
    requireOpen();
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
   * Register entries follow one another in this process; another's is met by the compare-and-set. One that states the time is
   * recorded by the clock it vouches for, whatever the ledger has.
   * @throws ContractError SCHEMA_MISMATCH; InfrastructureError CLOCK_DOUBTED and of the ledger
   */
  const submitRegister = async (
    command: RegisterCommand,
    signedBy: { readonly key: SigningKey; readonly by: 'root' | 'service'; readonly entryKey?: SigningKey },
  ): Promise<Answer> => {
    requireShape(RegisterCommand, command);
    return inTurn('register', async () => {
      await time.ready();
      for (let tries = 0; tries < TRIES; tries += 1) {
        const register = await ground.refreshed();
        const taken = register.commands[`${command.region} ${command.commandId}`];
        if (taken !== undefined) return repeatedAnswer(nc, taken, digestOf(command));
        const granted = signedBy.by === 'root' ? undefined : serviceKeyIn(command);
        if (granted !== undefined) return refusal('NOT_PERMITTED', [granted]);
        const recordedAt = statesClock(command)
          ? ground.now()
          : ground.timeAfter(registers.headOf(command.region));
        // The clock may be so wrong, or have been, that the key begins after now: then nobody could verify the entry.
        if (signedBy.by === 'service' && !grantAt(register, signedBy.key.id, recordedAt))
          return refusal('UNKNOWN_KEY', [signedBy.key.id]);
        const decision = decideRegister(register, command, recordedAt, laws.current().law);
        if (!decision.ok) return refusal(decision.code, decision.details);
        const signature = sign(signedBy.key, command.format, command);
        const attestation = { by: signedBy.by, signature } as const;
        const answer = await enter(command, recordedAt, signedBy.entryKey ?? ledgerKey, attestation);
        if (answer === 'conflict') continue;
        if (answer.ok) await registers.refresh();
        return answer;
      }
      throw new InfrastructureError('CASE_BUSY');
    });
  };

  /**
   * Enters one part of a publication.
   * @param after sequence of the law's last entry as its publisher saw it, 0 for none; `conflict` where another came since
   * @throws ContractError SCHEMA_MISMATCH; InfrastructureError CLOCK_DOUBTED and of the ledger
   */
  const submitLaw = async (command: LawCommand, after: number): Promise<Answer | 'conflict'> => {
    requireShape(LawCommand, command);
    const key = serviceKeys[LAW_PUBLISHER];
    if (!key) throw new Error(`no key of service ${LAW_PUBLISHER}`);
    return inTurn('law', async () => {
      await time.ready();
      await ground.recent();
      if ((laws.headOf(NATIONAL)?.sequence ?? 0) !== after) return 'conflict';
      const refused = lawRefusal(laws.current(), command);
      if (refused) return refused;
      const signature = sign(key, command.format, command);
      const recordedAt = ground.timeAfter(laws.headOf(NATIONAL));
      const answer = await enter(command, recordedAt, ledgerKey, { by: 'service', signature });
      await laws.refresh();
      return answer;
    });
  };

  return {
    submitRegister,
    submitLaw,
    /** First entry of a ledger. `conflict` when there is one. @throws ContractError SCHEMA_MISMATCH */
    enterGenesis: async (command: GenesisCommand, rootKey: SigningKey): Promise<Receipt | 'conflict'> => {
      await time.ready();
      const signature = sign(rootKey, command.format, command);
      const answer = await enter(command, ground.timeAfter(null), rootKey, { by: 'root', signature });
      if (answer === 'conflict' || answer.ok) return answer;
      throw new ContractError('SCHEMA_MISMATCH', answer.details);
    },
  };
};
