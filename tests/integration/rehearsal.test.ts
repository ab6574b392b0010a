// A rehearsal of a few published cases on the real servers, as `xianjie rehearse` runs it: counts, what the file had wrong,
// the same counts whatever the order of the lines, and what it refuses to touch.
import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { law } from '../../law/law.ts';
import { createLog } from '../../services/log.ts';
import { standingOf } from '../../services/rehearsal/collect.ts';
import { parseCases } from '../../services/rehearsal/published-case.ts';
import { rehearsalFolder } from '../../services/rehearsal/rehearsal-folder.ts';
import { RehearsalOutput } from '../../services/rehearsal/rehearsal-output.ts';
import { type Rehearsal, rehearse } from '../../services/rehearsal/rehearse.ts';
import { shippedCases } from '../../services/rehearsal/shipped-cases.ts';

const main = fileURLToPath(new URL('../../services/cli/main.ts', import.meta.url));
/** A transfer filed, a fact of nobody's first, supervision, a clue that grew, a linked case, steps of a clue. */
const CHOSEN = ['RC-001', 'RC-028', 'RC-014', 'RC-017', 'RC-061', 'RC-095'];

type Ended = { readonly code: number | null; readonly stdout: string; readonly stderr: string };

const xianjie = (...args: string[]): Promise<Ended> =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, [main, ...args], { env: process.env });
    const said = { stdout: '', stderr: '' };
    child.stdout.on('data', (bytes) => {
      said.stdout += String(bytes);
    });
    child.stderr.on('data', (bytes) => {
      said.stderr += String(bytes);
    });
    child.on('close', (code) => resolve({ code, ...said }));
  });

let folder: string;
let lines: string[];
const fileOf = async (name: string, content: readonly string[]): Promise<string> => {
  const file = join(folder, name);
  await writeFile(file, `${content.join('\n')}\n`);
  return file;
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'xianjie-rehearsal-test-'));
  const all = (await readFile(shippedCases, 'utf8')).split('\n');
  lines = all.filter((line) =>
    CHOSEN.some((id) => line.includes(`"id":"${id}"`) || line.includes(`"id": "${id}"`)),
  );
});
afterAll(() => rm(folder, { recursive: true, force: true }));

let output: RehearsalOutput;

describe('a file with faults', () => {
  let ended: Ended;
  let data: string;

  beforeAll(async () => {
    const { id: _, ...nameless } = JSON.parse(lines[0] ?? '{}') as Record<string, unknown>;
    const file = await fileOf('faults.jsonl', [
      ...lines.slice(0, 3),
      '{"id": "RC-900", "title": ',
      ...lines.slice(3),
      JSON.stringify(nameless),
    ]);
    data = join(folder, 'kept');
    ended = await xianjie('rehearse', file, '--json', '--data', data);
    output = RehearsalOutput.parse(JSON.parse(ended.stdout));
  });

  it('says which line and field are wrong, plays the others and ends with 1', () => {
    expect(ended.code).toBe(1);
    expect(ended.stderr).toMatch(/第4行.*line 4: not valid JSON/);
    expect(ended.stderr).toMatch(/第8行 id.*line 8, id: /);
  });

  it('prints exactly the figures, and nothing else', () => {
    expect(output.cases).toBe(6);
    const facts = parseCases(lines.join('\n')).cases.flatMap(({ events }) => events).length;
    expect(output.facts).toMatchObject({ published: facts, recorded: facts, rejected: [] });
    const { asCommands, conduct, factsOnly } = output.facts;
    expect(asCommands + conduct + factsOnly.length).toBe(facts);
    expect(factsOnly.map((row) => `${row.case}#${row.fact}`)).toEqual(['RC-001#10']);
    expect(conduct).toBe(1);
    expect(output.verify.ok).toBe(true);
    expect(output.verify.entries).toBe(output.entries);
    expect(output.verify.head?.sequence).toBe(output.entries);
    expect(output.filledSteps).toBeGreaterThan(10);
    expect(output.notices).toBeGreaterThan(output.facts.recorded);
    expect(output.invented).toMatchObject({ cases: 1, steps: { given: 88, recorded: 88 } });
    expect(output.invented.notices).toBeGreaterThan(output.invented.entries);
    expect(output.clocks).toMatchObject({ met: 1, breached: 0 });
    expect(output.clocksDecided).toEqual([
      { case: 'RC-001', limit: 'agr-clue-triage', kind: 'agreed', outcome: 'met', by: 'dates' },
    ]);
  });

  it('keeps the ledger, which another rehearsal does not continue', async () => {
    const again = await xianjie('rehearse', join(folder, 'faults.jsonl'), '--data', data);
    expect(again.code).toBe(2);
    expect(again.stdout).toBe('');
    expect(again.stderr).toMatch(/已有一次演练.*holds a rehearsal already/);
  });
});

describe('the same cases in another order', () => {
  let rehearsal: Rehearsal;

  beforeAll(async () => {
    const own = await rehearsalFolder(undefined);
    try {
      rehearsal = await rehearse({
        cases: parseCases(lines.toReversed().join('\n')).cases,
        folder: own,
        planUnder: law,
        log: createLog({ level: 'silent', pretty: false }),
        onProgress: () => undefined,
      });
      await rehearsal.stop();
    } finally {
      await own.remove();
    }
  });

  it('come to the same figures', () => {
    const figures = ({ verify: { head: _, ...verify }, ...rest }: RehearsalOutput) => ({ ...rest, verify });
    expect(figures(rehearsal.output)).toEqual(figures(output));
  });

  it('never call a clock met or late that rests on what was filled in, undated or too coarse', () => {
    const clocks = rehearsal.cases.flatMap(({ state }) => Object.values(state.clocks));
    const undetermined = clocks.filter((clock) => clock.undetermined !== undefined);
    expect(undetermined.length).toBeGreaterThan(0);
    expect(undetermined.map(standingOf).every((standing) => standing === 'undetermined')).toBe(true);
    expect(undetermined.filter(({ outcome }) => outcome === 'met' || outcome === 'breached')).toEqual([]);
  });

  it('reach every moment at its instant, none early and none late', () => {
    const moments = rehearsal.cases.flatMap(({ entries }) =>
      entries.flatMap(({ events, recordedAt }) =>
        events.flatMap((event) => (event.kind === 'moment' ? [{ ...event, recordedAt }] : [])),
      ),
    );
    expect(moments.length).toBeGreaterThan(10);
    expect(moments.filter(({ plannedAt, recordedAt }) => plannedAt !== recordedAt)).toEqual([]);
  });

  it('deliver notices that are what the ledger recorded, and show what the invented case says', () => {
    expect(rehearsal.inboxes.faults).toEqual([]);
    expect(rehearsal.unmet).toEqual([]);
    expect(rehearsal.played.refusedSteps).toEqual([]);
  });
});

describe('what cannot be rehearsed', () => {
  it.each([
    ['a file that is not there', () => join(folder, 'none.jsonl'), /没有这个文件.*there is no such file/],
    ['a folder', () => folder, /是目录.*is a folder/],
  ])('%s is one clear line, and 2', async (_, file, said) => {
    const { code, stdout, stderr } = await xianjie('rehearse', file());
    expect(code).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toMatch(said);
  });

  it('a file of which no line is a case is named line by line, and 1', async () => {
    const { code, stdout, stderr } = await xianjie(
      'rehearse',
      await fileOf('words.jsonl', ['not JSON', '{"a":1}']),
    );
    expect(code).toBe(1);
    expect(stdout).toBe('');
    expect(stderr).toMatch(/第1行：不是有效的 JSON.*\n第2行/);
    expect(stderr).toMatch(/没有一行能读成案例.*no line/);
  });

  it('an empty file is one clear line, and 2', async () => {
    const { code, stderr } = await xianjie('rehearse', await fileOf('empty.jsonl', []));
    expect(code).toBe(2);
    expect(stderr).toMatch(/是空的.*is empty/);
  });
});
