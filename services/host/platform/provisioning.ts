// What an operator does to the register while the platform runs: departments with their keys and inbox, officers, tokens,
// calendars, settled questions. Each is an entry of the region's register, attested by the service key `operator`.

import { createHash, randomBytes } from 'node:crypto';
import { dirname, join } from 'node:path';
import { createUser } from '@nats-io/nkeys';
import { decideRegister } from '../../../case/register/decide-register.ts';
import { filterId, filtersOf } from '../../../case/register/items.ts';
import { departmentOf } from '../../../case/register/register.ts';
import type { Credentials } from '../../../schemas/credentials.ts';
import type { Answer } from '../../../schemas/entry.ts';
import { refusal } from '../../../schemas/errors.ts';
import {
  type DepartmentId,
  type Rank,
  type RegisterRegion,
  regionOf,
  registerRegionOf,
} from '../../../schemas/ids.ts';
import type { RegisterChange, RegisterCommand } from '../../../schemas/register.ts';
import type { InboxFilter, RegisterItemKind } from '../../../schemas/register-item.ts';
import type { CalendarRecord } from '../../../schemas/time-limit.ts';
import { makePrivateFolder, writeDurably } from '../../durable-file.ts';
import { inTurns } from '../../in-turn.ts';
import { codeOf } from '../../log.ts';
import { sha256 } from '../../proof/canonical.ts';
import { generateSealingKey, sealingJwkOf } from '../../proof/seal.ts';
import { generateSigningKey, pemOf } from '../../proof/signature.ts';
import type { Bus } from './bus.ts';
import type { PlatformKeys } from './keys.ts';

/** Folder of a department's credentials under the keys folder. */
export const credentialsFile = (keysDir: string, department: DepartmentId): string =>
  join(keysDir, 'departments', department.replace('/', '_'), 'credentials.json');

type AddOptions = {
  readonly simulated?: boolean;
  /** Paper that set up a division the law's list does not have yet. */
  readonly divisionBasis?: string;
  readonly officers?: readonly { readonly officer: string; readonly ranks: Rank[] }[];
  /** Do not let it connect yet: more departments follow, and one reload is enough for all. */
  readonly later?: boolean;
};
type Added = { readonly answer: Answer; readonly file: string; readonly credentials: Credentials };

type ItemData = Extract<RegisterChange, { change: 'item-set' }>['data'];

/** A case whose clocks a new calendar did not reach, and why. */
type NotComputed = { readonly case: string; readonly code: string };
/** The answer of a case that leans on no day of it. */
const NOTHING_MOVES = 'MOMENT_STALE';

export type Provisioning = ReturnType<typeof provisioning>;

export const provisioning = (deps: { bus: Bus; keys: PlatformKeys; url: string; httpUrl: () => string }) => {
  const { bus, keys } = deps;

  const commandOf = (
    region: RegisterRegion,
    changes: RegisterChange[],
    commandId = `op-${randomBytes(9).toString('base64url').replaceAll(/[-_]/g, 'x')}`,
  ): RegisterCommand => ({
    format: 'xianjie.register.v1',
    commandId,
    actor: { service: 'operator' },
    region,
    occurredAt: bus.registrar.now(),
    changes,
  });

  /** One register entry. `commandId` makes it repeatable; a fresh one is taken where a repetition means something new. */
  const enter = (region: RegisterRegion, changes: RegisterChange[], commandId?: string): Promise<Answer> =>
    bus.registrar.submitRegister(commandOf(region, changes, commandId), {
      key: keys.services.operator,
      by: 'service',
    });

  const enterFor = (department: DepartmentId, changes: RegisterChange[]): Promise<Answer> =>
    enter(registerRegionOf(regionOf(department)), changes);

  /** A second one who asks meanwhile finds the first one's department, not its half-written credentials. */
  const inTurn = inTurns();

  const addDepartment = async (
    department: DepartmentId,
    name: string,
    options: AddOptions,
  ): Promise<Added> => {
    const connect = createUser();
    const sign = generateSigningKey(department);
    const seal = generateSealingKey(department);
    const from = bus.registrar.now();
    const credentials: Credentials = {
      department,
      name,
      url: deps.url,
      httpUrl: deps.httpUrl(),
      connectSeed: new TextDecoder().decode(connect.getSeed()),
      signKeyPem: pemOf(sign),
      sealKey: sealingJwkOf(seal),
      inboxSecret: keys.inboxSecret({ department, connectKey: connect.getPublicKey() }),
      ledgerKeys: [{ key: keys.services.ledger.id, publicKey: keys.services.ledger.publicKey }],
    };
    const file = credentialsFile(keys.dir, department);
    const changes: RegisterChange[] = [
      {
        change: 'department-added',
        department,
        name,
        connectKey: connect.getPublicKey(),
        ...(options.simulated ? { simulated: true } : {}),
        ...(options.divisionBasis ? { divisionBasis: options.divisionBasis } : {}),
      },
      {
        change: 'key-granted',
        key: sign.id,
        holder: { department },
        use: 'sign',
        suite: 'Ed25519',
        publicKey: sign.publicKey,
        from,
      },
      {
        change: 'key-granted',
        key: seal.id,
        holder: { department },
        use: 'seal',
        suite: 'X25519',
        publicKey: seal.publicKey,
        from,
      },
      ...(options.officers ?? []).map(
        ({ officer, ranks }): RegisterChange => ({
          change: 'officer-appointed',
          department,
          officer,
          ranks,
        }),
      ),
    ];
    // What would be refused leaves no inbox and no credentials behind.
    const asked = commandOf(registerRegionOf(regionOf(department)), changes);
    const register = await bus.registers.refresh();
    const checked = decideRegister(register, asked, asked.occurredAt, bus.registrar.law().law);
    if (!checked.ok) return { answer: refusal(checked.code, checked.details), file, credentials };
    // Before it is in the register: a department without an inbox could be sent what it never gets.
    await bus.makeInbox(department);
    await makePrivateFolder(dirname(file));
    await writeDurably(file, `${JSON.stringify(credentials, null, 2)}\n`);
    const answer = await enterFor(department, changes);
    if (answer.ok && !options.later) await bus.applyDepartments();
    return { answer, file, credentials };
  };

  return {
    enter,
    /** Registers a department: keys, credentials file (0600), inbox and consumer, the right to connect. */
    addDepartment: (department: DepartmentId, name: string, options: AddOptions = {}): Promise<Added> =>
      inTurn(department, () => addDepartment(department, name, options)),
    /** Ends a department: its keys are revoked, its connection is cut, its inbox stays. */
    retireDepartment: async (department: DepartmentId): Promise<Answer> => {
      const register = bus.registers.current();
      const held = Object.values(register.keys).filter(
        (k) => 'department' in k.holder && k.holder.department === department && k.revokedAt === undefined,
      );
      const answer = await enterFor(department, [
        { change: 'department-retired', department },
        ...held.map((k): RegisterChange => ({ change: 'key-revoked', key: k.key, reason: '部门注销' })),
      ]);
      if (answer.ok) await bus.applyDepartments();
      return answer;
    },
    /** A filtered consumer of a department's inbox; without a filter there is none of that name from now on. */
    filterInbox: async (
      department: DepartmentId,
      name: string,
      filter: InboxFilter | null,
      basis: string,
    ): Promise<Answer> => {
      const from = bus.registrar.now();
      const known = filtersOf(await bus.registers.refresh(), department, from);
      if (!filter && !known[name]) return refusal('UNKNOWN_FILTER', [name]);
      const answer = await enterFor(department, [
        {
          change: 'item-set',
          kind: 'inbox-filter' satisfies RegisterItemKind,
          id: filterId(department, name),
          data: (filter ?? known[name]) as ItemData,
          basis,
          from,
          ...(filter ? {} : { until: from }),
        },
      ]);
      if (answer.ok) await bus.applyDepartments();
      return answer;
    },
    appointOfficer: (department: DepartmentId, officer: string, ranks: Rank[]): Promise<Answer> =>
      enterFor(department, [{ change: 'officer-appointed', department, officer, ranks }]),
    retireOfficer: (department: DepartmentId, officer: string): Promise<Answer> =>
      enterFor(department, [{ change: 'officer-retired', department, officer }]),
    /** An HTTP token of an officer: shown once, kept as its hash. */
    issueToken: async (
      department: DepartmentId,
      officer: string,
    ): Promise<{ answer: Answer; id: string; token: string }> => {
      const token = randomBytes(32).toString('base64url');
      const id = `t-${createHash('sha256').update(token).digest('hex').slice(0, 12)}`;
      const change: RegisterChange = {
        change: 'token-issued',
        token: id,
        department,
        officer,
        sha256: sha256(token),
      };
      return { answer: await enterFor(department, [change]), id, token };
    },
    revokeToken: (department: DepartmentId, token: string): Promise<Answer> =>
      enterFor(department, [{ change: 'token-revoked', token, department }]),
    /**
     * Publishes calendar records and computes every open clock again; an entry for each case that moved. A case that cannot be
     * computed holds up no other and is named, with why: published once more, what is left is computed.
     */
    publishCalendar: async (
      region: RegisterRegion,
      records: CalendarRecord[],
      openCases: () => AsyncIterable<string> | Iterable<string>,
    ): Promise<{ answer: Answer; moved: number; failed: NotComputed[] }> => {
      const answer = await enter(region, [{ change: 'calendar-published', records }]);
      let moved = 0;
      const failed: NotComputed[] = [];
      if (!answer.ok) return { answer, moved, failed };
      const ask = (caseId: string, proceeding?: string): Promise<Answer> =>
        bus.registrar.submitAsService('calendar', {
          commandId: `recalculate-${answer.ledgerSequence}${proceeding === undefined ? '' : `-${proceeding}`}`,
          case: caseId,
          ...(proceeding === undefined ? {} : { proceeding }),
          command: 'recalculate-clocks',
          occurredAt: bus.registrar.now(),
          body: { ...(records[0] ? { basis: records[0].basis } : {}) },
        });
      for await (const caseId of openCases()) {
        try {
          const whole = await ask(caseId);
          // What not all may read goes into entries of its own.
          const apart = !whole.ok && whole.code === 'PROCEEDING_AMBIGUOUS' ? whole.details : [];
          const answers = apart.length > 0 ? [] : [whole];
          for (const proceeding of apart) answers.push(await ask(caseId, proceeding));
          if (answers.some(({ ok }) => ok)) moved += 1;
          for (const one of answers)
            if (!one.ok && one.code !== NOTHING_MOVES) failed.push({ case: caseId, code: one.code });
        } catch (error) {
          failed.push({ case: caseId, code: codeOf(error) });
        }
      }
      return { answer, moved, failed };
    },
    department: (id: DepartmentId) => departmentOf(bus.registers.current(), id),
  };
};
