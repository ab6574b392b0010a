// One more registrar on a running bus: in this process or in one of its own, each with its own connection, cases and register.
import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { jetstream } from '@nats-io/jetstream';
import { connect, nkeyAuthenticator } from 'nats';
import type { SignedCommand } from '../../schemas/command.ts';
import type { Answer } from '../../schemas/entry.ts';
import { ERRORS, type ErrorCode, refusal } from '../../schemas/errors.ts';
import type { DepartmentId } from '../../schemas/ids.ts';
import { createCaseKeys } from '../../services/bus/ledger/case-keys.ts';
import { caseReader } from '../../services/bus/registrar/case-reader.ts';
import { type LawReader, lawReader } from '../../services/bus/registrar/law-reader.ts';
import { registerReader } from '../../services/bus/registrar/register-reader.ts';
import { createRegistrar, type Registrar } from '../../services/bus/registrar/registrar.ts';
import { type Clock, realClock } from '../../services/clock.ts';
import { loadPlatformKeys } from '../../services/host/platform/keys.ts';
import { loadOrCreateNkey } from '../../services/host/stack/service-keys.ts';

export type AnotherRegistrar = {
  /** An infrastructure error comes back as its refusal, which says to send again. */
  submit(signed: SignedCommand, department: DepartmentId): Promise<Answer>;
  stop(): Promise<void>;
};

/** In this process one can also look at the law it has folded, and have it publish. */
export type RegistrarHere = AnotherRegistrar & { readonly registrar: Registrar; readonly laws: LawReader };

/** In this process. @param requireOpen throws while it may not write */
export const openRegistrar = async (
  natsUrl: string,
  keysDir: string,
  clock: Clock = realClock(),
  requireOpen: () => void = () => undefined,
): Promise<RegistrarHere> => {
  const keys = await loadPlatformKeys(keysDir);
  const nc = await connect({
    servers: natsUrl,
    authenticator: nkeyAuthenticator((await loadOrCreateNkey(keysDir, 'registrar')).seed),
    maxReconnectAttempts: -1,
  });
  const js = jetstream(nc);
  const registers = registerReader(nc);
  const laws = lawReader(nc);
  await Promise.all([registers.refresh(), laws.refresh()]);
  const followings = await Promise.all([
    registers.follow(js, () => undefined),
    laws.follow(js, () => undefined),
  ]);
  const registrar = createRegistrar({
    nc,
    js,
    clock,
    cases: caseReader(nc),
    registers,
    laws,
    caseKeys: createCaseKeys({ nc, js, masterKey: keys.master }),
    ledgerKey: keys.services.ledger,
    serviceKeys: keys.services,
    requireOpen,
  });
  return {
    registrar,
    laws,
    submit: (signed, department) =>
      registrar.submit(signed, { department }).catch((error: { code?: string }) => {
        if (error.code !== undefined && error.code in ERRORS) return refusal(error.code as ErrorCode);
        throw error;
      }),
    stop: async () => {
      for (const following of followings) await following.stop();
      await nc.close();
    },
  };
};

/** In a process of its own. */
export const forkRegistrar = async (natsUrl: string, keysDir: string): Promise<AnotherRegistrar> => {
  const program = fileURLToPath(new URL('./registrar-child.ts', import.meta.url));
  const child = fork(program, [natsUrl, keysDir], { execArgv: [] });
  const waiting = new Map<number, (answer: Answer) => void>();
  let calls = 0;
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  await new Promise<void>((resolve) => {
    waiting.set(0, () => resolve());
    child.on('message', ({ call, answer }: { call: number; answer: Answer }) => {
      waiting.get(call)?.(answer);
      waiting.delete(call);
    });
  });
  return {
    submit: (signed, department) => {
      calls += 1;
      const call = calls;
      const answered = new Promise<Answer>((resolve) => waiting.set(call, resolve));
      child.send({ call, signed, department });
      return answered;
    },
    stop: async () => {
      child.disconnect();
      await exited;
    },
  };
};
