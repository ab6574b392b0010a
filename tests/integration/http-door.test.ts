// The HTTP front door on a whole platform: who may do what on every route, the same refusals as on the bus, and nothing
// changed by anything that was refused.
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lawItems } from '../../law/law.ts';
import { ERRORS } from '../../schemas/errors.ts';
import { plusMillis } from '../../schemas/instant.ts';
import { commandSubject } from '../../schemas/subjects.ts';
import { lastSequence, messageAt } from '../../services/bus/ledger/read.ts';
import { DEAD_LETTERS_EACH } from '../../services/bus/ledger/stream.ts';
import { partsOf } from '../../services/bus/registrar/publish-law.ts';
import { readDeadLetters } from '../../services/doors/dead-letters.ts';
import { LawAnswer } from '../../services/doors/http/law.ts';
import { lawItemHash } from '../../services/proof/law-item-hash.ts';
import { parseRecord } from '../../services/proof/record.ts';
import { CALLERS, type CallerName, type HttpCallers, httpCallers } from '../support/http-callers.ts';
import { logLines } from '../support/log-lines.ts';
import { startTestPlatform, type TestPlatform } from '../support/test-platform.ts';

const BUREAU = '653023/medical-insurance';
const POLICE = '653023/public-security';
const NO_CASE = '653023-aaaaaaaaaaaaaaaa';
const SECRET = '张三丰骗保线索';

let test: TestPlatform;
let http: HttpCallers;
let clueCase: string;
const logs = logLines();

const clue = (commandId: string, more: object = {}) => ({
  commandId,
  command: 'send-clue',
  body: { to: [POLICE], fields: { topic: 'fraud' }, newSubjects: [{ subject: 's1', kind: 'person' }] },
  party: { summary: SECRET, subjects: { s1: { name: '张三丰' } } },
  ...more,
});
const deadCount = async (): Promise<number> => {
  let count = 0;
  for await (const _ of readDeadLetters(test.platform.bus.connections.gateway)) count += 1;
  return count;
};
/** Everything that a refused request could have changed. */
const everything = async () => ({
  ledger: await lastSequence(test.platform.bus.connections.registrar),
  register: test.platform.bus.registrar.register(),
});

beforeAll(async () => {
  test = await startTestPlatform({ log: logs.log });
  http = await httpCallers(test);
  const { body } = await http.ask('sender', 'POST', '/v1/commands', clue('clue-1'));
  clueCase = (body as { case: string }).case;
});
afterAll(() => test?.stop());

type Row = {
  readonly path: () => string;
  readonly method: 'GET' | 'POST';
  /** The route as the description names it. */
  readonly route: string;
  readonly body?: unknown;
  readonly expected: Readonly<Record<CallerName, number>>;
};

const who = (
  officers: number,
  others: Partial<Record<CallerName, number>> = {},
): Readonly<Record<CallerName, number>> => ({
  nobody: 401,
  'forged token': 401,
  stranger: officers,
  sender: officers,
  receiver: officers,
  auditor: officers,
  'joint-meeting office': officers,
  operator: 403,
  ...others,
});
const everybody = Object.fromEntries(CALLERS.map((c) => [c, 200])) as Record<CallerName, number>;
const onlyOperator = (status: number) => who(403, { operator: status });
const ofTheCase = who(200, { stranger: 404, auditor: 404 });
const figures = who(403, { auditor: 200, 'joint-meeting office': 200, operator: 200 });

const get = (route: string, expected: Row['expected'], path = () => route): Row => ({
  method: 'GET',
  route,
  path,
  expected,
});
const post = (route: string, expected: Row['expected'], body: unknown = {}): Row => ({
  method: 'POST',
  route,
  path: () => route,
  body,
  expected,
});

const ROUTES: readonly Row[] = [
  get('/health', everybody),
  get('/ready', everybody),
  // A command that is none: who may speak is told what is wrong with it.
  post('/v1/commands', who(422)),
  get('/v1/commands', who(200, { operator: 200 })),
  get('/v1/cases', who(200)),
  ...['', '/timeline', '/explain', '/commands'].map((rest) =>
    get(`/v1/cases/{id}${rest}`, ofTheCase, () => `/v1/cases/${clueCase}${rest}`),
  ),
  get('/v1/inbox', who(200)),
  post('/v1/inbox/read', who(422), { wrong: 1 }),
  get('/v1/due', who(200, { operator: 200 })),
  get(
    '/v1/reports/progress',
    figures,
    () => '/v1/reports/progress?region=653023&from=2026-01-01&to=2026-12-31',
  ),
  get('/v1/departments', who(200, { operator: 200 })),
  get('/v1/law', who(200, { operator: 200 })),
  get('/v1/counting', who(200, { operator: 200 }), () => '/v1/counting?region=653023'),
  get('/v1/bands', who(200, { operator: 200 }), () => '/v1/bands?region=653023'),
  get('/v1/dead', who(403, { 'joint-meeting office': 200 })),
  post('/v1/dead/clear', who(403, { 'joint-meeting office': 404 }), {
    department: '653023/tax',
    upTo: 1,
    reason: '无',
  }),
  get('/v1/operator/filters', onlyOperator(200), () => `/v1/operator/filters?department=${POLICE}`),
  get('/v1/operator/officers', onlyOperator(200), () => `/v1/operator/officers?department=${POLICE}`),
  ...[
    'departments',
    'departments/retire',
    'officers',
    'officers/retire',
    'tokens',
    'tokens/revoke',
    'calendars',
    'law',
    'settle',
    'clock',
    'filters',
    'filters/end',
  ].map((name) => post(`/v1/operator/${name}`, onlyOperator(422), { wrong: 1 })),
  post('/v1/operator/export', onlyOperator(404), { case: NO_CASE }),
  post('/v1/operator/enforce/rebuild', onlyOperator(200)),
  post('/v1/operator/dead/open', onlyOperator(404), { sha256: 'A'.repeat(43) }),
];

describe('every route and every caller', () => {
  it.each(ROUTES.flatMap((row) => CALLERS.map((caller) => [row.method, row.route, caller, row] as const)))(
    '%s %s by %s',
    async (method, _, caller, row) => {
      const before = await everything();
      const { status, body, headers } = await http.ask(caller, method, row.path(), row.body);
      expect(status).toBe(row.expected[caller]);
      expect(headers.get('cache-control')).toBe('no-store');
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      if (status >= 400) {
        const { code, message, requestId } = body as { code: string; message: object; requestId: string };
        expect(Object.keys(ERRORS)).toContain(code);
        expect(message).toEqual({ zh: expect.any(String), en: expect.any(String) });
        expect(requestId).toMatch(/^[0-9a-f-]{36}$/);
        expect(await everything()).toEqual(before);
      }
    },
  );

  it('is in the table: the description names no route that the table leaves out', async () => {
    const { body } = await http.ask('nobody', 'GET', '/openapi.json');
    const { paths } = body as { paths: Record<string, Record<string, unknown>> };
    const described = Object.entries(paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    );
    expect(described.sort()).toEqual(ROUTES.map((row) => `${row.method} ${row.route}`).sort());
  });

  it.each(['/v1/cases/%ff', `/v1/cases/${'a'.repeat(5_000)}`, '/v1/cases/%'])(
    'an address that cannot be read is no route, and is not repeated: %s',
    async (path) => {
      for (const caller of ['nobody', 'sender'] as const) {
        const { status, body, headers } = await http.ask(caller, 'GET', path);
        expect([status, (body as { code: string }).code]).toEqual([404, 'ROUTE_NOT_FOUND']);
        expect(JSON.stringify(body)).not.toContain('/v1/cases/');
        expect(headers.get('cache-control')).toBe('no-store');
      }
    },
  );

  it('a route that does not exist is said to be so, whoever asks', async () => {
    for (const caller of CALLERS) {
      expect(await http.ask(caller, 'GET', '/v1/nothing')).toMatchObject({
        status: 404,
        body: { code: 'ROUTE_NOT_FOUND' },
      });
    }
  });
});

describe('the law', () => {
  it('is served item by item with its hash, as the ledger has it', async () => {
    const { body } = await http.ask('stranger', 'GET', '/v1/law');
    const { at, items } = LawAnswer.parse(body);
    // After genesis and keys, to the last of its parts.
    expect(at).toBe(2 + partsOf(lawItems).length);
    expect(items.map(({ hash: _, ...item }) => item)).toEqual(JSON.parse(JSON.stringify(lawItems)));
    expect(items.map(({ hash }) => hash)).toEqual(lawItems.map(lawItemHash));
  });

  it('that the ledger has already is not published again', async () => {
    const published = await http.ask('operator', 'POST', '/v1/operator/law', { operator: 'op-1' });
    expect(published).toMatchObject({ status: 200, body: { published: [] } });
  });
});

describe('commands before there is a case', () => {
  it('are listed with what they take, of one procedure where it is named', async () => {
    const of = (query: string) => http.ask('stranger', 'GET', `/v1/commands${query}`);
    const { commands } = (await of('?procedure=criminal-transfer')).body as {
      commands: { command: string }[];
    };
    expect(commands.find(({ command }) => command === 'hand-over')).toMatchObject({
      by: [{ role: 'sender' }],
      papers: [{ code: 'transfer-letter' }, { code: 'investigation-report' }, { code: 'property-list' }],
      receiver: { role: 'receiver' },
      schemas: { body: 'Body.criminal-transfer.hand-over' },
    });
    const whole = (await of('')).body as { commands: unknown[] };
    expect(whole.commands.length).toBeGreaterThan(commands.length);
    expect(await of('?procedure=no-such')).toMatchObject({
      status: 422,
      body: { code: 'UNKNOWN_PROCEDURE' },
    });
  });
});

describe('a case one may not see', () => {
  it('answers exactly like one that does not exist', async () => {
    for (const rest of ['', '/timeline', '/explain', '/commands']) {
      const asked = async (id: string) => {
        const { status, body } = await http.ask('stranger', 'GET', `/v1/cases/${id}${rest}`);
        return { status, body: { ...(body as object), requestId: '' } };
      };
      const [hidden, missing, nonsense] = await Promise.all([clueCase, NO_CASE, '%00..%2F'].map(asked));
      expect(hidden).toEqual(missing);
      expect(nonsense).toEqual(missing);
    }
  });

  it('cannot be written to, and says no more than a missing one', async () => {
    const command = (id: string, commandId: string) => ({ commandId, case: id, command: 'acknowledge' });
    const hidden = await http.ask('stranger', 'POST', '/v1/commands', command(clueCase, 'x-1'));
    const missing = await http.ask('stranger', 'POST', '/v1/commands', command(NO_CASE, 'x-2'));
    expect({ ...(hidden.body as object), requestId: '' }).toEqual({
      ...(missing.body as object),
      requestId: '',
    });
  });
});

describe('a case of which a department was told only a part', () => {
  it('shows it that part: no proceeding, clock or department beyond what it was told', async () => {
    const opened = await http.ask('sender', 'POST', '/v1/commands', clue('part-1'));
    const { case: id } = opened.body as { case: string };
    const transfer = {
      commandId: 'part-2',
      case: id,
      command: 'suspect-crime',
      body: { team: ['o-1', 'o-2'] },
      party: { offence: '诈骗罪' },
    };
    expect(await http.ask('sender', 'POST', '/v1/commands', transfer)).toMatchObject({ status: 200 });
    const seenBy = async (caller: CallerName) => {
      const { body } = await http.ask(caller, 'GET', `/v1/cases/${id}`);
      const found = body as {
        sequence: number;
        proceedings: { proceeding: string }[];
        clocks: { proceeding: string }[];
        values: { path: string }[];
      };
      return {
        sequence: found.sequence,
        proceedings: found.proceedings.map((p) => p.proceeding),
        clocks: [...new Set(found.clocks.map((c) => c.proceeding))],
        values: found.values.map((v) => v.path),
      };
    };
    const whole = { sequence: 2, proceedings: ['p1', 'p2'], clocks: ['p1', 'p2'] };
    expect(await seenBy('sender')).toEqual({ ...whole, values: ['/summary', '/subjects/s1', '/offence'] });
    expect(await seenBy('joint-meeting office')).toEqual({ ...whole, values: [] });
    expect(await seenBy('receiver')).toEqual({
      sequence: 1,
      proceedings: ['p1'],
      clocks: ['p1'],
      values: ['/summary', '/subjects/s1'],
    });
    const { body: list } = await http.ask('receiver', 'GET', '/v1/cases');
    const line = (list as { cases: { case: string; proceedings: object[] }[] }).cases.find(
      (c) => c.case === id,
    );
    expect(line?.proceedings).toHaveLength(1);
  });
});

describe('long lists', () => {
  const pages = async <T>(
    path: string,
    by: string,
    of: (body: Record<string, unknown>) => T[],
  ): Promise<T[]> => {
    const found: T[] = [];
    let place = '';
    for (;;) {
      const { status, body } = await http.ask('sender', 'GET', `${path}?limit=1${place}`);
      expect(status).toBe(200);
      const { next, ...page } = body as Record<string, unknown> & { next: number | null };
      found.push(...of(page));
      if (next === null) return found;
      place = `&${by}=${next}`;
    }
  };

  it('come in pages: each entry of a course once, oldest first; each case once, last moved first', async () => {
    const { body } = await http.ask('sender', 'POST', '/v1/commands', clue('paged-1'));
    const { case: id } = body as { case: string };
    for (const n of [1, 2, 3])
      await http.ask('sender', 'POST', '/v1/commands', {
        commandId: `paged-fact-${n}`,
        case: id,
        command: 'record-fact',
        body: { fact: 'noted' },
      });
    const entriesOf = (page: Record<string, unknown>) =>
      (page['entries'] as { sequence: number }[]).map(({ sequence }) => sequence);
    expect(await pages(`/v1/cases/${id}/timeline`, 'after', entriesOf)).toEqual([1, 2, 3, 4]);
    await test.platform.room.idle(await lastSequence(test.platform.bus.connections.registrar));
    const casesOf = (page: Record<string, unknown>) =>
      (page['cases'] as { case: string }[]).map((line) => line.case);
    const all = await pages('/v1/cases', 'before', casesOf);
    expect(all[0]).toBe(id);
    expect(new Set(all).size).toBe(all.length);
    const whole = (await http.ask('sender', 'GET', '/v1/cases?limit=100')).body as Record<string, unknown>;
    expect(all).toEqual(casesOf(whole));
    expect(all).toContain(clueCase);
  });
});

describe('figures', () => {
  const report = (region: string) => `/v1/reports/progress?region=${region}&from=2026-01-01&to=2026-12-31`;

  it('of a region are for those of that region or above it', async () => {
    for (const caller of ['auditor', 'joint-meeting office'] as const)
      for (const [region, status] of [
        ['653023', 200],
        ['653022', 403],
        ['653000', 403],
        ['all', 403],
      ] as const)
        expect([caller, region, (await http.ask(caller, 'GET', report(region))).status]).toEqual([
          caller,
          region,
          status,
        ]);
    expect((await http.ask('operator', 'GET', report('all'))).status).toBe(200);
  });

  it('of a due list are counted for the office that answers for all of the region, whatever the list shows', async () => {
    const counts = async (query: string) =>
      ((await http.ask('joint-meeting office', 'GET', `/v1/due?${query}`)).body as { counts: unknown[] })
        .counts;
    expect((await counts('region=653023&limit=1')).length).toBeGreaterThan(0);
    expect(await counts('region=650000&limit=1')).toEqual([]);
    expect(await counts('region=100000')).toEqual([]);
  });
});

describe('a region in which nobody was ever registered', () => {
  it.each([
    ['auditor', '/v1/reports/progress?from=2026-01-01&to=2026-12-31&region=', 403],
    ['operator', '/v1/reports/progress?from=2026-01-01&to=2026-12-31&region=', 422],
    ['operator', '/v1/due?region=', 422],
    ['sender', '/v1/due?region=', 422],
  ] as const)('gives the %s no empty answer to %s', async (caller, path, status) => {
    const { body, status: given } = await http.ask(caller, 'GET', `${path}999999`);
    expect(given).toBe(status);
    if (status === 422)
      expect(body).toMatchObject({
        code: 'UNKNOWN_REGION',
        details: [expect.stringMatching(/^region: \d+$/)],
      });
  });

  it.each(['653023', '653023001', '653000', '650000', '100000'])(
    'is not one above, below or beside which somebody is: %s',
    async (region) => {
      expect((await http.ask('operator', 'GET', `/v1/due?region=${region}`)).status).toBe(200);
    },
  );
});

describe('an officer without a key of his own', () => {
  it('is signed for by the gateway, with the session as evidence', async () => {
    const { body } = await http.ask('receiver', 'GET', `/v1/cases/${clueCase}/timeline`);
    expect(body).toMatchObject({
      case: clueCase,
      entries: [{ headline: 'clue-sent', actor: BUREAU, title: { zh: '通报线索' } }],
    });
  });

  it('gets the first receipt when the same is asked again, though neither said when it happened', async () => {
    const first = await http.ask('sender', 'POST', '/v1/commands', clue('again-1'));
    const again = await http.ask('sender', 'POST', '/v1/commands', clue('again-1'));
    expect(first).toMatchObject({ status: 200, body: { ok: true, repeated: false } });
    expect(again.body).toEqual({ ...(first.body as object), repeated: true });
  });

  it('may not use a command id for something else', async () => {
    const other = clue('clue-1', { party: { summary: '另一件事' } });
    expect(await http.ask('sender', 'POST', '/v1/commands', other)).toMatchObject({
      status: 409,
      body: { code: 'COMMAND_ID_REUSED' },
    });
  });

  it('nor for a case of another kind', async () => {
    const transfer = {
      ...clue('clue-1'),
      command: 'suspect-crime',
      body: { to: [POLICE], team: ['o-1', 'o-2'] },
    };
    expect(await http.ask('sender', 'POST', '/v1/commands', transfer)).toMatchObject({
      status: 409,
      body: { code: 'COMMAND_ID_REUSED' },
    });
  });

  it('shows values to those entitled, and the open form to the joint-meeting office', async () => {
    const valuesFor = async (caller: CallerName) =>
      (await http.ask(caller, 'GET', `/v1/cases/${clueCase}`)).body as { values: { path: string }[] };
    expect((await valuesFor('receiver')).values.map((v) => v.path)).toEqual(['/summary', '/subjects/s1']);
    expect((await valuesFor('joint-meeting office')).values).toEqual([]);
  });

  it('moves the case like anyone on the bus', async () => {
    const asked = { commandId: 'ack-1', case: clueCase, command: 'acknowledge' };
    const possible = await http.ask('receiver', 'GET', `/v1/cases/${clueCase}/commands`);
    expect(possible.body).toMatchObject({
      commands: [{ command: 'acknowledge' }, { command: 'return-clue' }],
    });
    expect(await http.ask('receiver', 'POST', '/v1/commands', asked)).toMatchObject({ status: 200 });
    // Read at once: the reading room is waited for.
    expect((await http.ask('receiver', 'GET', `/v1/cases/${clueCase}`)).body).toMatchObject({
      proceedings: [{ state: 'acknowledged' }],
    });
    expect((await http.ask('receiver', 'GET', `/v1/cases/${clueCase}/explain`)).body).toMatchObject({
      clocks: expect.arrayContaining([expect.objectContaining({ agrees: true })]),
    });
  });
});

describe('a department that signs for itself', () => {
  it('is believed by its short token, and its command is what the bus takes', async () => {
    const bearer = await http.jwt(BUREAU, 'o-1');
    const response = await fetch(`${test.platform.httpUrl}/v1/cases/${clueCase}`, {
      headers: { authorization: `Bearer ${bearer}` },
    });
    expect(response.status).toBe(200);
  });

  it('is believed however the scheme is written, and told what is wrong with a token and what time it is here', async () => {
    const as = async (scheme: string, token: string) => {
      const response = await fetch(`${test.platform.httpUrl}/v1/cases`, {
        headers: { authorization: `${scheme} ${token}` },
      });
      return { status: response.status, body: await response.json() };
    };
    expect((await as('bearer', await http.jwt(BUREAU, 'o-1'))).status).toBe(200);
    expect(await as('Bearer', await http.jwt(BUREAU, 'o-1', 315_359_940))).toMatchObject({
      status: 401,
      body: {
        code: 'NOT_AUTHENTICATED',
        details: ['iat: in the future', expect.stringMatching(/^now: 20\d\d-.*\+08:00$/)],
      },
    });
    expect(await as('Bearer', await http.jwt(BUREAU, 'o-77'))).toMatchObject({
      status: 401,
      body: { details: ['officer: not in office'] },
    });
  });

  it('may send the very command it would send on the bus, once in effect', async () => {
    const sender = await test.department('653023/health');
    const { token } = await test.platform.operator.issueToken(sender.id, 'o-1');
    const signed = sender.signed('o-1', 'send-clue', {
      body: { to: [POLICE], fields: { topic: 'fraud' } },
      party: { summary: SECRET },
    });
    const send = async () =>
      (
        await fetch(`${test.platform.httpUrl}/v1/commands`, {
          method: 'POST',
          headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
          body: JSON.stringify(signed),
        })
      ).json();
    const first = (await send()) as { case: string; hash: string };
    const onTheBus = await sender.nc.request(commandSubject(sender.id), JSON.stringify(signed), {
      timeout: 10_000,
    });
    expect(onTheBus.json()).toMatchObject({ ok: true, repeated: true, case: first.case, hash: first.hash });
    // Nobody else may send it.
    expect(await http.ask('sender', 'POST', '/v1/commands', signed)).toMatchObject({
      status: 403,
      body: { code: 'ACTOR_MISMATCH' },
    });
    const spoilt = { ...signed, command: { ...signed.command, commandId: 'other' } };
    expect(await http.ask('stranger', 'POST', '/v1/commands', spoilt)).toMatchObject({
      status: 401,
      body: { code: 'BAD_SIGNATURE' },
    });
  });
});

describe('a body that is no command', () => {
  const deep = (levels: number): string => `${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`;
  it.each([
    ['nothing', '', 400, 'NOT_JSON'],
    ['words', SECRET, 400, 'NOT_JSON'],
    ['too many levels', deep(40), 400, 'TOO_DEEP'],
    ['too many bytes', `"${'x'.repeat(300_000)}"`, 413, 'TOO_LARGE'],
    ['another format', '{"command":{"format":"xianjie.command.v9"},"signature":{}}', 422, 'STALE_SCHEMA'],
    [
      'a field nobody knows',
      JSON.stringify({ ...clue('f-1'), more: SECRET }),
      422,
      'SCHEMA_MISMATCH',
      'more',
    ],
    ['a name of its own', JSON.stringify({ ...clue('f-1'), [SECRET]: 1 }), 422, 'SCHEMA_MISMATCH', '*'],
  ])('%s is refused and kept for the joint-meeting office', async (_, body, status, code, field = '') => {
    const before = { ...(await everything()), dead: await deadCount() };
    const answer = await http.ask('sender', 'POST', '/v1/commands', body);
    expect(answer).toMatchObject({ status, body: { code } });
    if (field !== '') expect(answer.body).toMatchObject({ details: [`${field}: unrecognized_keys`] });
    expect(JSON.stringify(answer.body)).not.toContain(SECRET);
    expect({ ...(await everything()), dead: await deadCount() }).toEqual({
      ...before,
      dead: before.dead + 1,
    });
    const { body: listed } = await http.ask('joint-meeting office', 'GET', '/v1/dead');
    const { letters } = listed as { letters: { code: string; door: string; department: string }[] };
    expect(letters[0]).toMatchObject({ code, door: 'POST /v1/commands', department: BUREAU });
    expect(JSON.stringify(letters)).not.toContain(SECRET);
  });

  it('of a stranger without a token is not even read', async () => {
    const before = await deadCount();
    expect(await http.ask('nobody', 'POST', '/v1/commands', '{')).toMatchObject({ status: 401 });
    expect(await deadCount()).toBe(before);
  });

  it('whatever it is, is answered with a code we know and changes nothing', async () => {
    const before = await everything();
    const fields = fc.record(
      {
        commandId: fc.oneof(fc.constant('fuzz-1'), fc.string()),
        command: fc.oneof(fc.constantFrom('send-clue', '__proto__', 'reach-moment'), fc.string()),
        case: fc.oneof(fc.constantFrom(clueCase, NO_CASE), fc.string()),
        body: fc.anything({ withNullPrototype: false, withBigInt: false }),
        party: fc.anything({ withNullPrototype: false, withBigInt: false }),
        signature: fc.jsonValue(),
        occurredAt: fc.constantFrom('2999-01-01T00:00:00+08:00', '2026-01-01', ''),
      },
      { requiredKeys: [] },
    );
    const bodies = fc.oneof(
      fields.map((value) => JSON.stringify(value)),
      fc.json(),
      fc.string(),
      fc.string().map((text) => `{"__proto__":{"admin":true},"x":${JSON.stringify(text)}}`),
    );
    const doors = fc.constantFrom<[CallerName, string]>(
      ['sender', '/v1/commands'],
      ['auditor', '/v1/commands'],
      ['operator', '/v1/operator/departments'],
      ['operator', '/v1/operator/settle'],
      ['operator', '/v1/operator/calendars'],
      ['operator', '/v1/operator/tokens'],
    );
    await fc.assert(
      fc.asyncProperty(doors, bodies, async ([caller, path], body) => {
        const answer = await http.ask(caller, 'POST', path, body);
        expect(answer.status).toBeGreaterThanOrEqual(400);
        expect(answer.status).toBeLessThan(500);
        expect(Object.keys(ERRORS)).toContain((answer.body as { code: string }).code);
      }),
      { numRuns: 400 },
    );
    expect(await everything()).toEqual(before);
  });

  it.each([
    '/v1/due?asOf=2024-02-30T09:00:00%2B08:00',
    '/v1/due?asOf=9999-12-31T23:59:59%2B08:00',
    '/v1/reports/progress?region=653023&from=2026-13-01&to=2026-12-31',
    '/v1/reports/progress?region=653023&from=2026-01-01&to=2026-02-30',
    '/v1/reports/progress?region=653023&from=2026-01-01&from=2026-01-02&to=2026-02-28',
    '/v1/due?department[$ne]=1',
    '/v1/cases?limit=1e400',
  ])('%s is refused as what it is', async (path) => {
    expect((await http.ask('joint-meeting office', 'GET', path)).status).toBe(422);
  });

  it.each([
    ['/v1/due?limit=0', ['limit: too_small']],
    ['/v1/due?regoin=653023', ['regoin: unrecognized_keys']],
    ['/v1/due?region=65', ['region: invalid_format']],
  ])('%s names the field', async (path, details) => {
    expect(await http.ask('joint-meeting office', 'GET', path)).toMatchObject({
      body: { code: 'SCHEMA_MISMATCH', details },
    });
  });

  it('in a query is answered with a code we know', async () => {
    const paths = fc.constantFrom('/v1/due', '/v1/reports/progress', '/v1/cases', '/v1/operator/officers');
    const names = fc.constantFrom('region', 'from', 'to', 'asOf', 'department', 'limit', 'x');
    await fc.assert(
      fc.asyncProperty(paths, fc.dictionary(names, fc.string()), async (path, query) => {
        const answer = await http.ask('joint-meeting office', 'GET', `${path}?${new URLSearchParams(query)}`);
        expect([200, 403, 422]).toContain(answer.status);
      }),
      { numRuns: 150 },
    );
  });
});

describe('the operator', () => {
  const operate = (name: string, body: unknown) => http.ask('operator', 'POST', `/v1/operator/${name}`, body);
  const officer = { department: '653023/finance', officer: 'o-9' };

  it('states what time it is where the platform’s clock agrees, and only there', async () => {
    const now = test.platform.bus.registrar.now();
    const stated = await operate('clock', { says: now, basis: '授时中心' });
    expect(stated).toMatchObject({ status: 200, body: { ok: true } });
    const { clockStatedAt } = test.platform.bus.registrar.register();
    expect(clockStatedAt).toBe((stated.body as { ledgerSequence: number }).ledgerSequence);
    expect(await operate('clock', { says: plusMillis(now, 3_600_000), basis: '手表' })).toMatchObject({
      status: 422,
      body: { code: 'CLOCK_NOT_AS_STATED' },
    });
    expect(test.platform.bus.registrar.register().clockStatedAt).toBe(clockStatedAt);
  });

  it('registers a department that can be spoken for at once, and cuts it off again', async () => {
    const added = await operate('departments', {
      department: officer.department,
      name: '阿合奇县财政局',
      officers: [{ officer: officer.officer, ranks: ['officer'] }],
    });
    expect(added).toMatchObject({ status: 200, body: { file: expect.stringContaining('653023_finance') } });
    expect(await operate('departments', { department: officer.department, name: '又一个' })).toMatchObject({
      status: 409,
      body: { code: 'DUPLICATE_DEPARTMENT' },
    });
    const { body } = await operate('tokens', officer);
    const { token, id } = body as { token: string; id: string };
    const cases = () =>
      fetch(`${test.platform.httpUrl}/v1/cases`, { headers: { authorization: `Bearer ${token}` } });
    expect((await cases()).status).toBe(200);
    expect(await operate('tokens/revoke', { department: officer.department, token: id })).toMatchObject({
      status: 200,
    });
    expect((await cases()).status).toBe(401);
    expect(await operate('officers', { ...officer, ranks: ['head', 'liaison'] })).toMatchObject({
      status: 200,
    });
    expect(
      (await http.ask('operator', 'GET', `/v1/operator/officers?department=${officer.department}`)).body,
    ).toEqual({ officers: [{ officer: 'o-9', ranks: ['head', 'liaison'] }] });
    expect(await operate('officers/retire', officer)).toMatchObject({ status: 200 });
    expect(await operate('tokens', officer)).toMatchObject({
      status: 403,
      body: { code: 'UNKNOWN_OFFICER' },
    });
    expect(await operate('departments/retire', { department: officer.department })).toMatchObject({
      status: 200,
    });
    const { body: listed } = await http.ask('operator', 'GET', '/v1/departments');
    expect((listed as { departments: object[] }).departments).toContainEqual(
      expect.objectContaining({ department: officer.department, retiredAt: expect.any(String) }),
    );
  });

  it('settles a question of a region, and nothing else by that route', async () => {
    const change = { change: 'unit-settled', unit: 'working', basis: '联席会议纪要' };
    expect(await operate('settle', { region: '653023', change })).toMatchObject({ status: 200 });
    const grant = { change: 'department-retired', department: BUREAU };
    expect(await operate('settle', { region: '653023', change: grant })).toMatchObject({ status: 422 });
  });

  it('publishes a calendar and hears how many cases it moved', async () => {
    const record = {
      region: '',
      year: 2031,
      name: '测试',
      daysOff: ['2031-01-01'],
      makeUpWorkdays: [],
      basis: '测试',
      confidence: 'notice',
    };
    expect(await operate('calendars', { region: '100000', records: [record] })).toMatchObject({
      status: 200,
      body: { moved: expect.any(Number), failed: [] },
    });
  });

  it('exports lines that begin with the header and end with a checkpoint', async () => {
    const { body, headers } = await operate('export', {});
    expect(headers.get('content-type')).toBe('application/x-ndjson');
    const lines = (body as string).trimEnd().split('\n');
    expect(JSON.parse(lines[0] as string)).toMatchObject({ format: 'xianjie.export.v2' });
    expect(JSON.parse(lines.at(-1) as string)).toMatchObject({ checkpoint: expect.any(String) });
  });
});

describe('an address that goes on showing tokens nobody was given', () => {
  it('has to wait, and shuts out nobody who was let in there before or whom a department vouches for', async () => {
    const guess = (n: number) =>
      fetch(`${test.platform.httpUrl}/v1/cases`, { headers: { authorization: `Bearer guess-${n}` } });
    let refused = await guess(0);
    for (let n = 1; refused.status === 401 && n < 200; n += 1) refused = await guess(n);
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(await refused.json()).toMatchObject({
      code: 'TOO_MANY_GUESSES',
      retryable: true,
      details: [expect.stringMatching(/^retry-after: \d+$/)],
    });
    for (const caller of ['sender', 'operator'] as const)
      expect((await http.ask(caller, 'GET', '/v1/due')).status).toBe(200);
    const vouched = await fetch(`${test.platform.httpUrl}/v1/cases`, {
      headers: { authorization: `Bearer ${await http.jwt(BUREAU, 'o-1')}` },
    });
    expect(vouched.status).toBe(200);
  });
});

describe('the log', () => {
  it('has every request by its pattern and nothing of what was sent', () => {
    const requests = logs.lines.map((line) => JSON.parse(line)).filter((line) => line.msg === 'request');
    expect(requests.length).toBeGreaterThan(500);
    for (const line of requests) {
      expect(Object.keys(line).sort()).toEqual(
        ['level', 'time', 'method', 'route', 'status', 'ms', 'requestId', 'msg'].sort(),
      );
    }
    const all = logs.lines.join('\n');
    for (const secret of [SECRET, '张三丰', clueCase, test.platform.keys.operatorToken]) {
      expect(requests.map((r) => JSON.stringify(r)).join()).not.toContain(secret);
      if (secret !== clueCase) expect(all).not.toContain(secret);
    }
  });
});

describe('dead letters', () => {
  type Listed = {
    readonly letters: readonly { readonly number: number; readonly department: string }[];
    readonly total: number;
    readonly next: number | null;
  };
  const listed = async (query = ''): Promise<Listed> =>
    (await http.ask('joint-meeting office', 'GET', `/v1/dead${query}`)).body as Listed;
  const clear = (department: string, upTo: number) =>
    http.ask('joint-meeting office', 'POST', '/v1/dead/clear', { department, upTo, reason: '已逐件核查' });

  it('fill the share of the department that sends them, and nobody else’s', async () => {
    const before = (await listed()).total;
    await Promise.all(
      Array.from({ length: DEAD_LETTERS_EACH + 20 }, (_, n) =>
        http.ask('receiver', 'POST', '/v1/commands', `{"no": ${n}`),
      ),
    );
    const { total } = await listed();
    expect(total - before).toBeLessThanOrEqual(DEAD_LETTERS_EACH);
    await logs.seen(({ code, department }) => code === 'DEAD_SHARE_FULL' && department === POLICE);
    // The next is answered as ever, and another department's is kept.
    expect(await http.ask('receiver', 'POST', '/v1/commands', '{')).toMatchObject({ status: 400 });
    expect(await http.ask('stranger', 'POST', '/v1/commands', '{')).toMatchObject({ status: 400 });
    expect((await listed()).total).toBe(total + 1);
  });

  it('keep 4 KiB of what was sent and no more', async () => {
    await http.ask('stranger', 'POST', '/v1/commands', `"${'长'.repeat(20_000)}`);
    const [newest] = (await listed('?limit=1')).letters as readonly { readonly sha256?: string }[];
    const { body } = await http.ask('operator', 'POST', '/v1/operator/dead/open', { sha256: newest?.sha256 });
    expect(Buffer.from((body as { base64: string }).base64, 'base64')).toHaveLength(4_096);
  });

  it('are listed page by page, newest first, each once', async () => {
    const numbers: number[] = [];
    let pages = 0;
    for (let page = await listed('?limit=60'); ; page = await listed(`?limit=60&before=${page.next}`)) {
      pages += 1;
      numbers.push(...page.letters.map(({ number }) => number));
      if (page.next === null) break;
    }
    expect(numbers).toEqual([...new Set(numbers)].sort((a, b) => b - a));
    expect(numbers).toHaveLength((await listed()).total);
    expect(pages).toBe(Math.ceil(numbers.length / 60));
  });

  it('are let go of by the office, with an entry that says who did so, up to which and why', async () => {
    const all = await listed('?limit=200');
    const ofPolice = all.letters.filter(({ department }) => department === POLICE);
    const upTo = ofPolice[9]?.number ?? 0;
    const before = await everything();
    const { status, body } = await clear(POLICE, upTo);
    expect(status).toBe(200);
    const { ledgerSequence } = body as { ledgerSequence: number };
    const message = await messageAt(test.platform.bus.connections.registrar, ledgerSequence);
    const { command } = parseRecord(message?.data ?? Buffer.alloc(0)).body;
    expect(command).toMatchObject({
      changes: [
        {
          change: 'item-set',
          kind: 'cleared-dead-letters',
          id: POLICE,
          basis: '已逐件核查',
          data: { upTo, by: { department: '653023/joint-meeting-office', officer: 'o-1' } },
        },
      ],
    });
    const left = (await listed('?limit=200')).letters.filter(({ department }) => department === POLICE);
    expect(left.map(({ number }) => number)).toEqual(ofPolice.slice(0, 9).map(({ number }) => number));
    expect((await everything()).ledger).toBe(before.ledger + 1);
    // There is room again.
    const { total } = await listed();
    await http.ask('receiver', 'POST', '/v1/commands', '{');
    expect((await listed()).total).toBe(total + 1);
  });

  it('of a region that the office does not answer for are not its to let go of', async () => {
    const before = await everything();
    expect(await clear('110101/health', 1)).toMatchObject({ status: 403, body: { code: 'NOT_PERMITTED' } });
    expect(await everything()).toEqual(before);
  });
});

it('a case that holds facts only stands in the list of those who were told of it, and of nobody else', async () => {
  const { status, body } = await http.ask('sender', 'POST', '/v1/commands', {
    commandId: 'fact-only-1',
    command: 'record-fact',
    body: { fact: 'interview-held', to: [POLICE] },
    party: { summary: '内容' },
  });
  expect(status).toBe(200);
  const id = (body as { case: string }).case;
  const listed = async (caller: CallerName) =>
    ((await http.ask(caller, 'GET', '/v1/cases')).body as { cases: { case: string }[] }).cases.find(
      (one) => one.case === id,
    );
  for (const caller of ['sender', 'receiver', 'joint-meeting office'] as const)
    expect(await listed(caller)).toMatchObject({ case: id, proceedings: [] });
  expect(await listed('stranger')).toBeUndefined();
});

it('a clock stands the same in the due list, in the case and in its explanation', async () => {
  const { items } = (await http.ask('receiver', 'GET', '/v1/due')).body as {
    items: { case: string; clock: string; status: string }[];
  };
  expect(items.length).toBeGreaterThan(0);
  for (const { case: id, clock, status } of items) {
    const ofCase = async (rest: string) =>
      (
        (await http.ask('receiver', 'GET', `/v1/cases/${id}${rest}`)).body as {
          clocks: { clock: string; standing: string }[];
        }
      ).clocks.find((one) => one.clock === clock)?.standing;
    expect([clock, await ofCase(''), await ofCase('/explain')]).toEqual([clock, status, status]);
  }
});
