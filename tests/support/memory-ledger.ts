// A ledger in memory with real keys, signatures and decisions: what the registrar would write, without a server.

import { DECIDER, decide } from '../../case/decide.ts';
import { applyEntry } from '../../case/evolve.ts';
import { applyRegister } from '../../case/register/apply-register.ts';
import { decideRegister } from '../../case/register/decide-register.ts';
import { emptyRegister, type Register } from '../../case/register/register.ts';
import type { CaseState } from '../../case/state.ts';
import { localCalendars } from '../../law/calendars/local.ts';
import { nationalCalendar } from '../../law/calendars/national.ts';
import { statutoryCalendar } from '../../law/calendars/statutory.ts';
import { emptyLaw, type FoldedLaw, foldLaw } from '../../law/fold-law.ts';
import type { CaseCommand, Disclosure, OpenBody } from '../../schemas/command.ts';
import type { Attestation, Body, Entry, EntryKind, Envelope } from '../../schemas/entry.ts';
import { regionOfCase } from '../../schemas/ids.ts';
import { type Instant, plusMillis } from '../../schemas/instant.ts';
import { LAW_PUBLISHER, type LawCommand, type LawItem } from '../../schemas/law.ts';
import type { GenesisCommand, RegisterChange, RegisterCommand } from '../../schemas/register.ts';
import { caseSubject, GENESIS_SUBJECT, lawSubject, registerSubject } from '../../schemas/subjects.ts';
import type { StoredMessage } from '../../services/bus/ledger/read.ts';
import { digestOf } from '../../services/proof/canonical.ts';
import { openedCaseId, splitCaseId } from '../../services/proof/case-id.ts';
import { conceal } from '../../services/proof/commitment.ts';
import { byPart, openPart, sealPart } from '../../services/proof/envelope.ts';
import { newEntry } from '../../services/proof/new-entry.ts';
import { entryOf, parseRecord, sealRecord } from '../../services/proof/record.ts';
import { generateSigningKey, type SigningKey, sign } from '../../services/proof/signature.ts';
import { lawAlone } from './law-alone.ts';

type Step = {
  /** `653023/medical-insurance` or a service. */
  readonly by: string;
  readonly command: string;
  readonly case?: string;
  readonly proceeding?: string;
  readonly commandId?: string;
  readonly body?: OpenBody;
  /** Values by the path they are committed under, without its first slash. */
  readonly party?: Readonly<Record<string, unknown>>;
  /** `o-1` where not given. */
  readonly officer?: string;
  /** Signed by the gateway for the session of this token. */
  readonly token?: string;
  /** Signed with another key than the holder's first. */
  readonly key?: SigningKey;
  /** When it happened, as its sender spells it; the instant of its entry where not given. */
  readonly occurredAt?: string;
  /** Minutes after the former entry. */
  readonly after?: number;
};

const CASE_KEY = Buffer.alloc(32, 5);

/** What cases in memory are played by, where nothing else is asked for. */
const CLUES = lawAlone('clue-notice');

export const ORIGIN = 'xianjie.example/653023/ledger';
export const DEPARTMENTS = ['653023/medical-insurance', '653023/public-security', '653023/health'];

/** Decides as the rules do, and gives every step the state it leads to as its status word. */
export const showing: typeof decide = (...given) => {
  const decision = decide(...given);
  if (!decision.ok) return decision;
  return {
    ...decision,
    events: decision.events.map((event) => (event.kind === 'step' ? { ...event, shows: event.to } : event)),
  };
};

/**
 * A ledger with genesis (1), keys and calendars (2), law (3), and departments with officer `o-1` (all ranks) and a token `t-1` of
 * each (4).
 */
export const memoryLedger = (
  options: {
    readonly decider?: typeof decide;
    readonly law?: readonly LawItem[];
    readonly clock?: GenesisCommand['clock'];
  } = {},
) => {
  const { clock = 'rehearsal' } = options;
  const messages: StoredMessage[] = [];
  const chains = new Map<string, { sequence: number; hash: string }>();
  const states = new Map<string, CaseState>();
  const root = generateSigningKey('root');
  const keys: Record<string, SigningKey> = Object.fromEntries(
    ['ledger', 'operator', 'gateway', 'docket', 'relay', LAW_PUBLISHER, ...DEPARTMENTS].map((holder) => [
      holder,
      generateSigningKey(holder),
    ]),
  );
  const key = (holder: string) => keys[holder] as SigningKey;
  let register: Register = emptyRegister;
  let folded: FoldedLaw = emptyLaw;
  let now: Instant = '2026-11-02T09:00:00+08:00';
  let commands = 0;

  const enter = (
    kind: EntryKind,
    subject: string,
    place: { region: string; id: string },
    command: Body['command'],
    attestation: Attestation,
    more: { key?: SigningKey; events?: Body['events']; envelope?: Envelope | null } = {},
  ): Entry => {
    const envelope = more.envelope ?? null;
    const made = newEntry(
      {
        kind,
        ...place,
        command,
        attestation,
        events: more.events ?? [],
        registerAt: register.at,
        lawAt: folded.at,
        decider: DECIDER,
        recordedAt: now,
      },
      chains.get(subject) ?? null,
      envelope,
    );
    const sealed = sealRecord(more.key ?? key('ledger'), made, envelope);
    messages.push({ sequence: messages.length + 1, subject, data: sealed.bytes });
    chains.set(subject, { sequence: made.head.sequence, hash: sealed.hash });
    // As it will be read back: fields that are undefined are not there.
    return entryOf(parseRecord(sealed.bytes));
  };

  const registerChanges = (
    region: string,
    changes: RegisterChange[],
    signing: { by: 'root' | 'service'; key: SigningKey; entryKey?: SigningKey },
  ) => {
    commands += 1;
    const command: RegisterCommand = {
      format: 'xianjie.register.v1',
      commandId: `r-${commands}`,
      actor: { service: signing.by === 'root' ? 'root' : 'operator' },
      region,
      occurredAt: now,
      changes,
    };
    const decision = decideRegister(register, command, now, folded.law);
    if (!decision.ok) throw new Error(`${decision.code} ${decision.details.join(' ')}`);
    const attestation = { by: signing.by, signature: sign(signing.key, command.format, command) };
    enter('register', registerSubject(region), { region, id: 'register' }, command, attestation, {
      ...(signing.entryKey ? { key: signing.entryKey } : {}),
    });
    register = applyRegister(register, command, messages.length);
  };

  /** `653023/health` or `653023/health/o-1`, or a service; the key counts from now on. */
  const grant = (
    holder: string,
    use: 'sign' | 'ledger',
    made = key(holder),
    until?: Instant,
  ): Extract<RegisterChange, { change: 'key-granted' }> => {
    const [region, body, officer] = holder.split('/');
    const department = `${region}/${body}`;
    return {
      change: 'key-granted',
      key: made.id,
      holder: body === undefined ? { service: holder } : officer ? { department, officer } : { department },
      use,
      suite: 'Ed25519',
      publicKey: made.publicKey,
      from: now,
      ...(until === undefined ? {} : { until }),
    };
  };

  const genesis: GenesisCommand = {
    format: 'xianjie.genesis.v1',
    commandId: 'genesis',
    actor: { service: 'root' },
    clock,
    rootKey: root.publicKey,
    origin: ORIGIN,
    occurredAt: now,
  };
  const rootSigned = { by: 'root' as const, signature: sign(root, genesis.format, genesis) };
  enter('genesis', GENESIS_SUBJECT, { region: '100000', id: 'genesis' }, genesis, rootSigned, { key: root });
  registerChanges(
    '100000',
    [
      grant('ledger', 'ledger'),
      ...['operator', 'gateway', 'docket', 'relay', LAW_PUBLISHER].map((service) => grant(service, 'sign')),
      {
        change: 'calendar-published',
        records: [...nationalCalendar, ...statutoryCalendar, ...localCalendars],
      },
    ],
    { by: 'root', key: root, entryKey: root },
  );
  /** One part of a publication, folded as the rules do where they take it. */
  const publishPart = (
    items: readonly LawItem[],
    [part, parts]: readonly [part: number, parts: number] = [1, 1],
    signing: { readonly service?: string; readonly key?: SigningKey } = {},
  ): Entry => {
    commands += 1;
    const command = {
      format: 'xianjie.law.v1',
      commandId: `l-${commands}`,
      actor: { service: signing.service ?? LAW_PUBLISHER },
      part,
      parts,
      items: [...items],
      occurredAt: now,
    } as LawCommand;
    const signature = sign(signing.key ?? key(LAW_PUBLISHER), command.format, command);
    const entry = enter('law', lawSubject, { region: '100000', id: 'law' }, command, {
      by: 'service',
      signature,
    });
    folded = foldLaw(folded, command, messages.length);
    return entry;
  };
  publishPart(options.law ?? CLUES);
  const asOperator = () => ({ by: 'service' as const, key: key('operator') });
  registerChanges(
    '653023',
    DEPARTMENTS.flatMap((department, n): RegisterChange[] => [
      {
        change: 'department-added',
        department,
        name: department,
        connectKey: `U${'ABC'[n]?.repeat(55)}`,
      },
      { change: 'officer-appointed', department, officer: 'o-1', ranks: ['officer', 'head', 'liaison'] },
      { change: 'token-issued', token: `t-${n}`, department, officer: 'o-1', sha256: `${n}`.repeat(43) },
      grant(department, 'sign'),
    ]),
    asOperator(),
  );

  const submit = (step: Step): Entry => {
    commands += 1;
    now = plusMillis(now, (step.after ?? 10) * 60_000);
    // A clue says what it is about.
    const content = step.command === 'send-clue' ? { summary: '疑似虚假住院' } : {};
    const { commitments, disclosures } = conceal({ ...step.party, ...content });
    const command: CaseCommand = {
      format: 'xianjie.command.v1',
      commandId: step.commandId ?? `c-${commands}`,
      actor: step.by.includes('/')
        ? { department: step.by, officer: step.officer ?? 'o-1' }
        : { service: step.by },
      ...(step.case === undefined ? {} : { case: step.case }),
      ...(step.proceeding === undefined ? {} : { proceeding: step.proceeding }),
      command: step.command,
      occurredAt: step.occurredAt ?? now,
      precision: 'instant',
      body: step.body ?? {},
      commitments,
    };
    const caseId = step.case ?? openedCaseId(command);
    const state = states.get(caseId) ?? null;
    const decision = (options.decider ?? decide)(state, command, {
      at: now,
      caseId,
      register,
      law: folded.law,
      clock,
      splitInto: splitCaseId(caseId, command),
      other: states.get(command.body.from?.case ?? '') ?? null,
    });
    if (!decision.ok) throw new Error(`${step.command}: ${decision.code} ${decision.details.join(' ')}`);
    const digest = digestOf(command);
    const signer = step.token === undefined ? step.by : 'gateway';
    const signature = sign(step.key ?? key(signer), command.format, command);
    const attestation: Attestation =
      step.token !== undefined
        ? { by: 'gateway-session', signature, session: { token: step.token, at: now, method: 'token' } }
        : { by: step.by.includes('/') ? 'department-key' : 'service', signature };
    const entry = enter(
      'case',
      caseSubject(caseId),
      { region: regionOfCase(caseId), id: caseId },
      command,
      attestation,
      {
        events: decision.events,
        envelope:
          disclosures.length > 0
            ? {
                parts: [...byPart(disclosures)].map(([name, values]) =>
                  sealPart(name, CASE_KEY, digest, values),
                ),
              }
            : null,
      },
    );
    states.set(caseId, applyEntry(state, entry));
    return entry;
  };

  return {
    messages,
    /** The party values in the envelope of an entry. */
    disclosures: (sequence: number): Disclosure[] => {
      const { body, envelope } = parseRecord((messages[sequence - 1] as StoredMessage).data);
      const digest = digestOf(body.command);
      return (envelope?.parts ?? []).flatMap((part) => openPart(CASE_KEY, digest, part));
    },
    root,
    key,
    submit,
    publishPart,
    law: () => folded.law,
    caseState: (caseId: string): CaseState => {
      const state = states.get(caseId);
      if (!state) throw new Error(`no case ${caseId}`);
      return state;
    },
    grant,
    /** Sets the clock that entries are recorded by. */
    setClock: (to: Instant): void => {
      now = to;
    },
    change: (region: string, changes: RegisterChange[]) => registerChanges(region, changes, asOperator()),
    /** Changes of the national register that the root key alone may make. */
    byRoot: (changes: RegisterChange[]) => registerChanges('100000', changes, { by: 'root', key: root }),
    /** A clue from the insurance bureau to the police, acknowledged and taken: three entries. */
    clue: (): string => {
      const [bureau = '', police = ''] = DEPARTMENTS;
      const { id } = submit({
        by: bureau,
        command: 'send-clue',
        body: {
          to: [police],
          fields: { topic: 'fake-hospitalisation' },
          newSubjects: [{ subject: 's1' }, { subject: 's2' }],
        },
        party: {
          title: '虚假住院线索',
          amountFen: '1234500',
          'subjects/s1': { name: '某某' },
          'subjects/s2': { name: '某' },
        },
      });
      submit({ by: police, command: 'acknowledge', case: id });
      submit({ by: police, command: 'accept-clue', case: id, token: 't-1' });
      return id;
    },
    source: {
      name: 'stream' as const,
      messages: async function* () {
        yield* messages;
      },
    },
  };
};
export type MemoryLedger = ReturnType<typeof memoryLedger>;

/** All of a run of lines. */
export const collect = async <T>(lines: AsyncIterable<T>): Promise<T[]> => {
  const found: T[] = [];
  for await (const line of lines) found.push(line);
  return found;
};

/** Items one after the other, as a file or a stream would give them. */
export async function* given<T>(items: readonly T[]): AsyncGenerator<T> {
  yield* items;
}
