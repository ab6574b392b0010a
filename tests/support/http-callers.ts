// Everybody who may knock at the HTTP door of a test platform, with the token each brings.

import { officerToken } from '../../services/proof/officer-token.ts';
import { signingKeyFromPem } from '../../services/proof/signature.ts';
import type { TestPlatform } from './test-platform.ts';

export const CALLERS = [
  'nobody',
  'forged token',
  'stranger',
  'sender',
  'receiver',
  'auditor',
  'joint-meeting office',
  'operator',
] as const;
export type CallerName = (typeof CALLERS)[number];

type Answered = { readonly status: number; readonly body: unknown; readonly headers: Headers };

export type HttpCallers = {
  /** Asks as a caller; a string is sent as it is, anything else as JSON. */
  ask(caller: CallerName, method: string, path: string, body?: unknown): Promise<Answered>;
  /** A token of an officer signed by its department, made so many seconds from now. */
  jwt(department: string, officer: string, ahead?: number): Promise<string>;
};

/** Makes the departments and tokens the callers need. */
export const httpCallers = async (test: TestPlatform): Promise<HttpCallers> => {
  const { platform } = test;
  const departments = {
    stranger: await test.department('653023/market-regulation'),
    sender: await test.department('653023/medical-insurance'),
    receiver: await test.department('653023/public-security'),
    auditor: await test.department('653023/audit'),
    'joint-meeting office': await test.department('653023/joint-meeting-office'),
  };
  await platform.operator.appointOfficer('653023/audit', 'auditor', ['auditor']);
  const tokens = new Map<CallerName, string>([
    ['forged token', 'x'.repeat(43)],
    ['operator', platform.keys.operatorToken],
  ]);
  for (const [name, { id }] of Object.entries(departments)) {
    const officer = name === 'auditor' ? 'auditor' : 'o-1';
    const { answer, token } = await platform.operator.issueToken(id, officer);
    if (!answer.ok) throw new Error(answer.code);
    tokens.set(name as CallerName, token);
  }
  const keys = new Map(
    Object.values(departments).map((d) => [d.id, signingKeyFromPem(d.id, d.credentials.signKeyPem)]),
  );
  return {
    ask: async (caller, method, path, body) => {
      const token = tokens.get(caller);
      const response = await fetch(`${platform.httpUrl}${path}`, {
        method,
        headers: {
          ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        },
        ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      });
      const text = await response.text();
      const isJson = response.headers.get('content-type')?.startsWith('application/json');
      return { status: response.status, body: isJson ? JSON.parse(text) : text, headers: response.headers };
    },
    jwt: (department, officer, ahead = 0) => {
      const key = keys.get(department);
      if (!key) throw new Error(department);
      return officerToken(key, department, officer, Math.floor(Date.now() / 1_000) + ahead);
    },
  };
};
