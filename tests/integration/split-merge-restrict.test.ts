// 分案、并案、限制知悉, as clerks do them at the terminal, over HTTP and with their own software: who sees what of which case afterwards,
// and that no limit is lost or doubled by it. Against a whole platform.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CaseCommand } from '../../schemas/command.ts';
import type { OpenedNotice } from '../../schemas/entry.ts';
import { exportLedger, streamSource } from '../../services/bus/export/export-ledger.ts';
import { lastSequence } from '../../services/bus/ledger/read.ts';
import { verifyExport } from '../../services/bus/verify/verify-export.ts';
import { CaseAnswer } from '../../services/doors/http/case-answer.ts';
import { eventually } from '../support/eventually.ts';
import { inboxMessages } from '../support/inbox-messages.ts';
import { verifiedExport } from '../support/ledger-audit.ts';
import { collect, given } from '../support/memory-ledger.ts';
import { type CliResult, cliFor } from '../support/run-cli.ts';
import { startTestPlatform, type TestDepartment, type TestPlatform } from '../support/test-platform.ts';
import { papers } from '../support/transfer-story.ts';

const COUNTY = '653023';
const NO_CASE = '653023-aaaaaaaaaaaaaaaa';
const BODIES = [
  'health',
  'medical-insurance',
  'public-security',
  'procuratorate',
  'discipline-inspection',
  'joint-meeting-office',
] as const;
type Name = (typeof BODIES)[number] | 'superior';

let test: TestPlatform;
let xianjie: (...args: string[]) => Promise<CliResult>;
const departments = {} as Record<Name, TestDepartment>;
const tokens = new Map<string, string>();
/** The case as it was opened, and the one split off it. */
let first: string;
let second: string;

const as = (name: Name, officer = 'o-1'): string[] => ['--as', `${departments[name].id}/${officer}`];
type Asked = { readonly status: number; readonly body: Record<string, unknown> };
const ask = async (name: Name, path: string, body?: object, officer = 'o-1'): Promise<Asked> => {
  const who = `${name} ${officer}`;
  if (!tokens.has(who))
    tokens.set(who, (await test.platform.operator.issueToken(departments[name].id, officer)).token);
  const response = await fetch(`${test.platform.httpUrl}${path}`, {
    method: body ? 'POST' : 'GET',
    headers: {
      authorization: `Bearer ${tokens.get(who)}`,
      ...(body ? { 'content-type': 'application/json' } : {}),
    },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
};
/** An answer without what is another every time, and without the id that was asked for. */
const bare = ({ status, body }: Asked, id: string): string =>
  JSON.stringify({ status, ...body, requestId: '' }).replaceAll(id, 'ID');

type Sent = Partial<CaseCommand> & { party?: Record<string, unknown> };
const send = async (name: Name, command: string, rest: Sent, officer = 'o-1'): Promise<string> => {
  const answer = await departments[name].send(officer, command, rest);
  if (!answer.ok) throw new Error(`${command}: ${answer.code} ${answer.details.join(', ')}`);
  return answer.case;
};
const settled = async (): Promise<void> => {
  await test.platform.bus.followUpsTaken();
  await test.platform.room.idle(await lastSequence(test.platform.bus.connections.registrar));
};
const typed = async (...args: string[]): Promise<string> => {
  const { code, out, err } = await xianjie(...args);
  if (code !== 0) throw new Error(`${args.join(' ')}: ${code} ${err}`);
  await settled();
  return out;
};
const caseOf = async (id: string, name: Name): Promise<CaseAnswer> =>
  CaseAnswer.parse((await ask(name, `/v1/cases/${id}`)).body);

type Line = { readonly case: string; readonly clock: string; readonly obliged: string };
/** Every limit that runs in the county, whatever case it stands in, and how many are counted. */
const due = async (): Promise<{ lines: string[]; all: number }> => {
  await settled();
  const { body } = await ask('joint-meeting-office', `/v1/due?region=${COUNTY}`);
  const lines = (body['items'] as (Line & Record<string, unknown>)[]).map((one) =>
    [one.clock, one.obliged, one['startedAt'], one['strictDueAt'], one['latestDueAt']].join(' '),
  );
  const counts = body['counts'] as { all: number }[];
  return { lines: lines.sort(), all: counts.reduce((sum, { all }) => sum + all, 0) };
};
const kinds = (notices: readonly OpenedNotice[]): string[] =>
  notices.map(({ id, type, backfill }) =>
    [id.startsWith(first) ? 'first' : 'second', type.split('.')[2], ...(backfill ? ['backfill'] : [])].join(
      ' ',
    ),
  );
/** Which cases the inbox of a department holds notices of, on the bus. */
const casesInInbox = async (name: Name): Promise<string[]> => {
  const held = await inboxMessages(test.platform.bus.connections.relay, departments[name].id);
  const caseIn = (data: Uint8Array): string => JSON.parse(new TextDecoder().decode(data)).subject;
  return [...new Set(held.map(({ data }) => caseIn(data)))].sort();
};

beforeAll(async () => {
  test = await startTestPlatform();
  xianjie = cliFor(test.options);
  for (const name of BODIES) departments[name] = await test.department(`${COUNTY}/${name}`);
  departments.superior = await test.department('653000/public-security');
});
afterAll(() => test?.stop());

describe('a clue of the health commission to the bureau and to the police, told over HTTP', () => {
  beforeAll(async () => {
    const { body } = await ask('health', '/v1/commands', {
      commandId: 'clue-1',
      command: 'send-clue',
      body: {
        to: [departments['medical-insurance'].id, departments['public-security'].id],
        fields: { topic: 'fraud' },
      },
      party: { title: '某医院虚构住院', summary: '床位与出院人数不符' },
    });
    first = body['case'] as string;
    await send('medical-insurance', 'acknowledge', { case: first });
    await send('public-security', 'acknowledge', { case: first });
    await send('medical-insurance', 'accept-clue', { case: first });
    // Each is told of the clue and of what it did with it, not of what the other did.
    await departments['medical-insurance'].notices(3);
    await departments['public-security'].notices(2);
  });

  it('is split at the terminal: the receipt names the new case, and every limit of the county is as it was', async () => {
    const before = await due();
    const split = await typed(
      ...['case', 'split', first, '--proceeding', 'p1', ...as('health', 'head')],
      ...['--reason', '医保线另案处理'],
    );
    second = /程序 p1 转入新案件 (\S+?)，/.exec(split)?.[1] ?? '';
    expect(second).toMatch(/^653023-[a-z2-7]{16}$/);
    expect(second).not.toBe(first);
    expect(before.lines.length).toBeGreaterThan(1);
    expect(await due()).toEqual(before);
    const told = await departments['medical-insurance'].notices(2);
    expect(kinds(told)).toEqual(['first proceeding-moved', 'second proceeding-arrived']);
  });

  it('both cases say where the other is, and the new one what it is about', async () => {
    const there = await typed('case', 'show', second, ...as('medical-insurance'));
    expect(there).toContain(`由案件 ${first} 分来`);
    expect(there).toContain('床位与出院人数不符');
    expect(there).toContain('分案前倒数第 5 条');
    const moved = (await caseOf(first, 'medical-insurance')).proceedings.map(({ movedTo }) => movedTo);
    expect(moved).toContain(second);
    const { body } = await ask('medical-insurance', `/v1/cases/${second}/timeline`);
    const entries = body['entries'] as { sequence: number; ledgerSequence: number }[];
    expect(entries.map(({ sequence }) => sequence)).toEqual([-4, -3, -1, 0, 1]);
    const after = await ask('medical-insurance', `/v1/cases/${second}/timeline?after=-1`);
    expect((after.body['entries'] as unknown[]).length).toBe(2);
  });

  it('the police, whose clue stayed, know of no second case', async () => {
    const [hidden, missing] = await Promise.all(
      [second, NO_CASE].map(async (id) => bare(await ask('public-security', `/v1/cases/${id}`), id)),
    );
    expect(hidden).toBe(missing);
    expect(JSON.parse(hidden ?? '').status).toBe(404);
    expect((await caseOf(first, 'public-security')).proceedings.map((p) => p.movedTo)).not.toContain(second);
  });
});

describe('what was split off, handed over to the police later', () => {
  it('brings them all that was entered of it in the case it left, oldest first', async () => {
    const own = { case: second };
    await send('medical-insurance', 'upgrade-to-transfer', { ...own, body: { team: ['o-1', 'o-2'] } });
    const report = { papers: papers('transfer-report') };
    await send('medical-insurance', 'submit-transfer-report', { ...own, body: report });
    await send('medical-insurance', 'approve-transfer', own, 'head');
    const letters = { papers: papers('transfer-letter', 'investigation-report', 'property-list') };
    await send('medical-insurance', 'hand-over', { ...own, body: letters });
    const told = kinds(await departments['public-security'].notices(8));
    // The clue itself they had; what the bureau did with its part of it they had not.
    expect(told.slice(0, 3)).toEqual([
      'first clue-acknowledged backfill',
      'first clue-accepted backfill',
      'first proceeding-moved backfill',
    ]);
    expect(told.slice(3)).toEqual([
      'second proceeding-arrived backfill',
      'second crime-suspected backfill',
      'second transfer-report-submitted backfill',
      'second transfer-approved backfill',
      'second handed-over',
    ]);
  });

  it('and is read by them at the terminal with what it is about', async () => {
    const shown = await typed('case', 'show', second, ...as('public-security'));
    expect(shown).toContain('某医院虚构住院');
    const { body } = await ask('public-security', '/v1/inbox');
    const came = body['notices'] as { notice: { id: string }; earlier: { id: string }[] }[];
    const ids = came.flatMap(({ notice, earlier }) => [notice, ...earlier].map(({ id }) => id));
    expect(ids.some((id) => id.startsWith(`${first}/2/`))).toBe(true);
    const read = await ask('public-security', '/v1/inbox/read', { notices: ids });
    expect(read.status).toBe(200);
    expect((await ask('public-security', '/v1/inbox')).body).toMatchObject({ notices: [], next: null });
  });
});

describe('the two cases joined again over HTTP', () => {
  const merge = (command: string, id: string) => ({
    commandId: id,
    case: second,
    command,
    body: { into: first },
    party: { reason: '同一医院' },
  });

  it('count as one: no limit changes, each shows the other, and the first is not closed before the second', async () => {
    const before = await due();
    const refused = await ask('medical-insurance', '/v1/commands', merge('merge-case', 'merge-0'), 'head');
    expect(refused.body['code']).toBe('NOT_YOUR_ROLE');
    const merged = await ask('joint-meeting-office', '/v1/commands', merge('merge-case', 'merge-1'), 'head');
    expect(merged.status).toBe(200);
    expect(await due()).toEqual(before);
    expect((await caseOf(second, 'health')).joinedTo).toBe(first);
    expect((await caseOf(first, 'health')).joined.map(({ case: id }) => id)).toEqual([second]);
    expect((await caseOf(first, 'public-security')).joined).toEqual([]);
    const closed = await xianjie('case', 'close', first, ...as('health', 'head'), '--reason', '办结');
    expect(closed.code).toBe(1);
    expect(closed.err).toContain(second);
  });

  it('and parted again at the terminal: each counts alone, no limit changes, twice is refused', async () => {
    const before = await due();
    const part = [
      ...['case', 'merge', second, first, '--undo', '--reason', '并案有误'],
      ...as('joint-meeting-office', 'head'),
    ];
    expect(await typed(...part)).toContain('解除并案');
    expect(await due()).toEqual(before);
    expect((await caseOf(second, 'health')).joinedTo).toBeNull();
    expect((await caseOf(first, 'health')).joined).toEqual([]);
    const again = await ask('joint-meeting-office', '/v1/commands', merge('unmerge-case', 'part-2'), 'head');
    expect(again.body['code']).toBe('NOT_MERGED');
  });
});

describe('the second case, closed to the police, who may be looked into themselves', () => {
  let before: Awaited<ReturnType<typeof due>>;
  beforeAll(async () => {
    // One more notice of each case lies in their inbox, fetched by nobody.
    const to = { body: { to: [departments['public-security'].id], fact: 'note' } };
    await send('health', 'record-fact', { case: first, ...to, party: { summary: '另一件事' } });
    await send('medical-insurance', 'record-fact', { case: second, ...to, party: { summary: '补充材料' } });
    await eventually(async () => (await casesInInbox('public-security')).includes(second));
    before = await due();
    const restricted = await typed(
      ...['case', 'restrict', second, departments['public-security'].id],
      ...[...as('discipline-inspection', 'head'), '--reason', '有关人员涉嫌包庇'],
    );
    expect(restricted).toContain('其职责由');
  });

  it('is gone from their inbox on the bus, where what they had not fetched of the other is still to be had', async () => {
    await eventually(async () => {
      const cases = await casesInInbox('public-security');
      return cases.includes(first) && !cases.includes(second);
    });
    const cases = (await departments['public-security'].notices(1)).map(({ subject }) => subject);
    expect(cases).toEqual([first]);
  });

  it('is to them over HTTP and at the terminal what a case is that does not exist', async () => {
    for (const rest of ['', '/timeline', '/explain', '/commands']) {
      const [hidden, missing] = await Promise.all(
        [second, NO_CASE].map(async (id) => bare(await ask('public-security', `/v1/cases/${id}${rest}`), id)),
      );
      expect(hidden).toBe(missing);
    }
    const acts = await Promise.all(
      [second, NO_CASE].map(async (id, n) => {
        const command = { commandId: `sign-${n}`, case: id, command: 'sign-receipt' };
        return bare(await ask('public-security', '/v1/commands', command), id);
      }),
    );
    expect(acts[0]).toBe(acts[1]);
    const [shown, missing] = await Promise.all(
      [second, NO_CASE].map(async (id) => (await xianjie('case', 'show', id, ...as('public-security'))).err),
    );
    expect(shown?.replaceAll(second, '')).toBe(missing?.replaceAll(NO_CASE, ''));
  });

  it('stands in none of their lists and figures, nor is it to be guessed from a short page', async () => {
    const all = ['/v1/cases', '/v1/cases?limit=1', '/v1/inbox?all=true', '/v1/inbox?own=true&all=true'];
    const figures = ['/v1/due', '/v1/departments', '/v1/commands', `/v1/reports/progress?region=${COUNTY}`];
    for (const path of [...all, ...figures]) {
      const { body } = await ask('public-security', path);
      expect(`${path} ${JSON.stringify(body)}`).not.toContain(second);
    }
    expect((await ask('public-security', '/v1/cases?limit=1')).body).toMatchObject({
      cases: [{ case: first }],
    });
    const pages = [];
    for (let next: unknown = 'unread:0'; next !== null; ) {
      const { body } = await ask('public-security', `/v1/inbox?all=true&limit=1&after=${next}`);
      pages.push((body['notices'] as unknown[]).length);
      next = body['next'];
    }
    expect(pages).toEqual(pages.map(() => 1));
  });

  it('goes on with their superior, who reads what they had of it; the limits of others are as they were', async () => {
    const shown = await caseOf(second, 'superior');
    expect(shown.values.map(({ path, value }) => [path, value])).toContainEqual(['/title', '某医院虚构住院']);
    const told = await departments.superior.notices(10);
    expect(kinds(told).at(-1)).toBe('second case-restricted');
    expect(told.slice(0, -1).every(({ backfill }) => backfill)).toBe(true);
    const others = ({ lines }: { lines: string[] }) =>
      lines.filter((line) => !line.includes('/public-security'));
    expect(others(await due())).toEqual(others(before));
  });

  it('is not in their copy of the ledger, which verifies as the whole does, every decision made again', async () => {
    const { bus, keys } = test.platform;
    const source = streamSource(bus.connections.relay);
    const options = { source, key: keys.services.ledger, for: departments['public-security'].id };
    const forThem = await collect(exportLedger(options));
    // What they were told in the first case, before, is theirs: that something of it went on in the second.
    const subjectOf = (line: string) => (JSON.parse(line) as { subject?: string }).subject ?? '';
    expect(forThem.filter((line) => subjectOf(line).endsWith(second))).toEqual([]);
    expect(
      forThem.filter((line) => line.includes(second)).every((line) => subjectOf(line).endsWith(first)),
    ).toBe(true);
    const { publicKey: rootKey } = keys.root;
    expect(await verifyExport(given(forThem), { rootKey })).toMatchObject({ ok: true });
    expect(await verifiedExport(bus.connections.relay, keys)).toMatchObject({ ok: true, notRerun: {} });
  });

  it('is told to them again when it is opened to them, what they had not fetched too', async () => {
    await typed(
      ...['case', 'restrict', second, departments['public-security'].id, '--undo'],
      ...[...as('discipline-inspection', 'head'), '--reason', '已查清'],
    );
    await eventually(async () => (await casesInInbox('public-security')).includes(second));
    expect((await ask('public-security', `/v1/cases/${second}`)).status).toBe(200);
  });
});
