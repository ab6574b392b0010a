// A whole platform in a temporary folder, for tests that go through the front door, with departments that sign for themselves.
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { jetstream } from '@nats-io/jetstream';
import { connect, type NatsConnection, nkeyAuthenticator } from 'nats';
import type { CaseCommand, SignedCommand } from '../../schemas/command.ts';
import type { Credentials } from '../../schemas/credentials.ts';
import type { Answer, OpenedNotice } from '../../schemas/entry.ts';
import type { DepartmentId, Rank } from '../../schemas/ids.ts';
import { commandSubject, INBOX_CONSUMER, inboxPrefix, inboxStream } from '../../schemas/subjects.ts';
import type { SweepPace } from '../../services/bus/enforcement/sweep.ts';
import { checkNotice } from '../../services/client/check-notice.ts';
import { type Clock, realClock } from '../../services/clock.ts';
import { type Platform, type PlatformOptions, startPlatform } from '../../services/host/platform/start.ts';
import { createLog, type Log } from '../../services/log.ts';
import { conceal } from '../../services/proof/commitment.ts';
import { sealingKeyOfJwk } from '../../services/proof/seal.ts';
import { byPath } from '../../services/proof/sign-command.ts';
import { type SigningKey, sign, signingKeyFromPem } from '../../services/proof/signature.ts';
import { layEmptyTables } from './empty-tables.ts';

/** Who works in every test department. */
export const OFFICERS: readonly { officer: string; ranks: Rank[] }[] = [
  { officer: 'o-1', ranks: ['officer'] },
  { officer: 'o-2', ranks: ['officer'] },
  { officer: 'head', ranks: ['head'] },
  { officer: 'liaison', ranks: ['liaison'] },
];

export type TestDepartment = {
  readonly id: DepartmentId;
  readonly credentials: Credentials;
  readonly signingKey: SigningKey;
  readonly nc: NatsConnection;
  /** Signs a command without sending it. */
  signed(
    officer: string,
    command: string,
    rest?: Partial<CaseCommand> & { party?: Record<string, unknown> },
  ): SignedCommand;
  /** Signs and sends; the answer as it came. */
  send(
    officer: string,
    command: string,
    rest?: Partial<CaseCommand> & { party?: Record<string, unknown> },
  ): Promise<Answer>;
  /** Takes so many notices out of the inbox, checks and acknowledges them. */
  notices(atLeast: number): Promise<OpenedNotice[]>;
};

export type TestPlatform = {
  readonly platform: Platform;
  readonly folder: string;
  readonly options: PlatformOptions;
  department(id: DepartmentId): Promise<TestDepartment>;
  stop(): Promise<void>;
};

/** Connects as a plain client would, with no option that hides a cut-off. */
export const openDepartment = async (credentials: Credentials, clock: Clock): Promise<TestDepartment> => {
  const id = credentials.department;
  const key = signingKeyFromPem(id, credentials.signKeyPem);
  const { ledgerKeys, sealKey } = credentials;
  const receiver = { department: id, ledgerKeys, sealKey: sealingKeyOfJwk(sealKey) };
  const nc = await connect({
    servers: credentials.url,
    authenticator: nkeyAuthenticator(new TextEncoder().encode(credentials.connectSeed)),
    inboxPrefix: inboxPrefix(id, credentials.inboxSecret),
    maxReconnectAttempts: -1,
    reconnectTimeWait: 100,
  });
  const signed: TestDepartment['signed'] = (officer, command, rest = {}) => {
    const { party = {}, ...fields } = rest;
    const { commitments, disclosures } = conceal(byPath(party));
    const form: CaseCommand = {
      format: 'xianjie.command.v1',
      commandId: randomBytes(12).toString('hex'),
      actor: { department: id, officer },
      command,
      occurredAt: clock.now(),
      precision: 'instant',
      body: {},
      commitments,
      ...fields,
    };
    return { command: form, signature: sign(key, form.format, form), disclosures };
  };
  return {
    id,
    credentials,
    signingKey: key,
    nc,
    signed,
    send: async (officer, command, rest) => {
      const message = await nc.request(commandSubject(id), JSON.stringify(signed(officer, command, rest)), {
        timeout: 15_000,
      });
      return message.json<Answer>();
    },
    notices: async (atLeast) => {
      const consumer = await jetstream(nc, { apiPrefix: 'bus.API' }).consumers.get(
        inboxStream(id),
        INBOX_CONSUMER,
      );
      const found: OpenedNotice[] = [];
      while (found.length < atLeast) {
        const message = await consumer.next({ expires: 20_000 });
        if (!message) throw new Error(`${id} has ${found.length} notices, ${atLeast} were expected`);
        const checked = await checkNotice(message.data, receiver);
        if (!checked.ok) throw new Error(`${id}: ${checked.faults.join('; ')}`);
        found.push(checked.notice);
        await message.ackAck();
      }
      return found;
    },
  };
};

/** Starts one on free ports; `stop` ends everything and removes the folder. */
export const startTestPlatform = async (
  options: { clock?: Clock; log?: Log; folder?: string; sweep?: SweepPace } = {},
): Promise<TestPlatform> => {
  const folder = options.folder ?? (await mkdtemp(join(tmpdir(), 'xianjie-test-')));
  if (!options.folder) await layEmptyTables(join(folder, 'data'));
  const clock = options.clock ?? realClock();
  const all: PlatformOptions = {
    dataDir: join(folder, 'data'),
    keysDir: join(folder, 'keys'),
    ports: { nats: 0, http: 0, temporal: 0, temporalUi: 0 },
    temporalAddress: undefined,
    databaseUrl: undefined,
    clock,
    log: options.log ?? createLog({ level: 'silent', pretty: false }),
    onProgress: () => undefined,
    ...(options.sweep ? { sweep: options.sweep } : {}),
  };
  const platform = await startPlatform(all);
  const departments: TestDepartment[] = [];
  return {
    platform,
    folder,
    options: all,
    department: async (id) => {
      const { answer, credentials } = await platform.operator.addDepartment(id, id, { officers: OFFICERS });
      if (!answer.ok) throw new Error(answer.code);
      const department = await openDepartment(credentials, clock);
      departments.push(department);
      return department;
    },
    stop: async () => {
      await Promise.all(departments.map((d) => d.nc.close()));
      await platform.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
};
