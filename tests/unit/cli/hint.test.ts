// A hint can be typed as it is printed: the way this process was started, in any folder, for the platform and the officer named.
import { mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Command } from 'commander';
import { describe, expect, it } from 'vitest';
import { law } from '../../../law/law.ts';
import { ERRORS, type ErrorCode, InfrastructureError, refusal } from '../../../schemas/errors.ts';
import {
  bodyTyped,
  caseTyped,
  commandLines,
  hint,
  hintAs,
  hintAt,
  hintElsewhere,
  hintServe,
  type Started,
  startedAs,
  typeable,
} from '../../../services/cli/hint.ts';
import { problemOf, refused } from '../../../services/cli/problem.ts';
import { wholeProgram } from '../../../services/cli/program.ts';
import { nextCommand } from '../../../services/cli/text/refusal-text.ts';

const PROJECT = fileURLToPath(new URL('../../../', import.meta.url));
const BIN = join(PROJECT, 'services/cli/xianjie.js');
const NODE = '/opt/node 24/bin/node';
const CASE = '653023-k7m2qd5x3ab6ycfe';

/** A folder on the path with these commands in it. */
const folderWith = (commands: Readonly<Record<string, string>>): string => {
  const folder = mkdtempSync(join(tmpdir(), 'xianjie-path-'));
  for (const [name, target] of Object.entries(commands)) symlinkSync(target, join(folder, name));
  return folder;
};
const started = (more: Partial<Started> = {}): Started => ({
  argv: [],
  environment: { PATH: folderWith({ node: process.execPath }) },
  cwd: '/',
  node: NODE,
  ...more,
});
const byNpm = (cwd: string, more: Readonly<Record<string, string>> = {}) => {
  const bin = join(PROJECT, 'node_modules/.bin');
  return started({ cwd, environment: { PATH: bin, npm_execpath: '/usr/lib/npm.js', ...more } });
};

describe('how this program is typed', () => {
  it('is its bare name where the path leads to this very file, and not where it leads to another', () => {
    const other = join(mkdtempSync(join(tmpdir(), 'xianjie-other-')), 'xianjie');
    writeFileSync(other, '');
    expect(startedAs(started({ environment: { PATH: folderWith({ xianjie: BIN }) } }))).toBe('xianjie');
    const both = [folderWith({ xianjie: other }), folderWith({ xianjie: BIN, node: process.execPath })].join(
      ':',
    );
    expect(startedAs(started({ environment: { PATH: both } }))).toBe(`node ${BIN}`);
  });

  it('is npx inside this project alone, where npm started it: elsewhere npx asks a public registry', () => {
    expect(startedAs(byNpm(PROJECT))).toBe('npx xianjie');
    expect(startedAs(byNpm(join(PROJECT, 'services')))).toBe('npx xianjie');
    for (const away of ['/', tmpdir(), `${PROJECT.slice(0, -1)}-other`])
      expect(startedAs(byNpm(away))).not.toContain('npx');
    expect(startedAs(byNpm(PROJECT, { INIT_CWD: '/home' }))).not.toContain('npx');
    expect(startedAs(started({ cwd: PROJECT }))).not.toContain('npx');
  });

  it('is this file by its whole path elsewhere, by the Node that runs where a shell finds none', () => {
    expect(startedAs(started())).toBe(`node ${BIN}`);
    expect(startedAs(started({ environment: {} }))).toBe(`'${NODE}' ${BIN}`);
  });
});

describe('a hint', () => {
  it('names the platform and the officer that this command was told of, folders by their whole path', () => {
    const argv = ['case', 'show', CASE, '--data', 'my data', '--keys=/k', '--as', '653023/court/o-1'];
    const at = started({ argv, cwd: '/srv' });
    expect(hintAs('case list', undefined, at)).toBe(
      `node ${BIN} case list --data '/srv/my data' --keys /k --as 653023/court/o-1`,
    );
    expect(hintAt('department list', at)).toBe(`node ${BIN} department list --data '/srv/my data' --keys /k`);
    expect(hintServe(started({ argv: ['--http', 'http://x', '--data', '/d'] }))).toBe(
      `node ${BIN} serve --data /d`,
    );
    expect(hint('verify x.jsonl', at)).toBe(`node ${BIN} verify x.jsonl`);
    expect(caseTyped(at)).toBe(CASE);
    expect(caseTyped(started({ argv: [`--case=${CASE}`] }))).toBe(CASE);
  });

  it('knows which kind of department speaks, where one was named', () => {
    expect(bodyTyped(started({ argv: ['submit', '--as', '653023/health/o-1'] }))).toBe('health');
    expect(bodyTyped(started({ argv: ['submit', '--as', 'nobody'] }))).toBeUndefined();
    expect(bodyTyped(started())).toBeUndefined();
  });

  it('for another terminal names what the variables of this one say', () => {
    const { environment } = started();
    const set = started({
      argv: ['serve', '--keys', '/k'],
      environment: { ...environment, XIANJIE_DATA: "/srv/it's here", XIANJIE_KEYS: '/unused' },
    });
    expect(hintElsewhere('department list', set)).toBe(
      String.raw`node ${BIN} department list --data '/srv/it'\''s here' --keys /k`,
    );
    expect(hintAt('department list', set)).toBe(`node ${BIN} department list --keys /k`);
  });

  it('is put on lines of eighty columns so that a shell reads it as one, no word cut', () => {
    const command = hintAs(
      `case confirm-receipt ${CASE} p1/fwd-reconsider-request/1 --at 日期`,
      '653023/court/o-1',
      started(),
    );
    const lines = commandLines('  ', command, 80);
    expect(lines.length).toBeGreaterThan(1);
    expect(lines.map((line) => line.replace(/ \\$/, '').trim()).join(' ')).toBe(command);
    for (const line of lines.slice(0, -1)) expect(line).toMatch(/ \\$/);
  });

  it('stands in a text from below as it is typed here', () => {
    expect(typeable('账本已损坏，请先执行 xianjie repair')).toBe(
      `账本已损坏，请先执行 ${startedAs()} repair`,
    );
    expect(problemOf(new Error('请执行 xianjie law publish / run xianjie law publish first')).message).toBe(
      `请执行 ${hintAt('law publish')} / run ${hintAt('law publish')} first`,
    );
  });
});

/** Reads a command line as the program does, without doing it. @throws where it could not be run */
const read = async (command: string): Promise<void> => {
  const root = await wholeProgram(law);
  const still = (one: Command): void => {
    one.action(() => undefined);
    for (const child of one.commands) if (child.commands.length === 0) still(child);
    for (const child of one.commands)
      if (child.commands.length > 0) for (const leaf of child.commands) still(leaf);
  };
  for (const child of root.commands) if (child.commands.length === 0) still(child);
  for (const child of root.commands) for (const leaf of child.commands) still(leaf);
  const words = command
    .replace(startedAs(), '')
    .replace('案件编号', CASE)
    .replace('区划/部门/经办人', '653023/court/o-1')
    .trim()
    .split(' ');
  await root.parseAsync(['node', 'xianjie', ...words]);
};

describe('every hint that is printed', () => {
  const codes = Object.keys(ERRORS) as ErrorCode[];
  const refusals = [
    ...codes.map((code) => refusal(code)),
    refusal('VOID_NOT_POSSIBLE', ['handed-over']),
    refusal('NOT_YOUR_ROLE', ['fwd-handover', 'own-claim']),
  ];
  const withCommand = refusals.filter((one) => nextCommand(one) !== undefined);

  it.each(withCommand)('after $code ends the line, and is a command of this program', async (one) => {
    const { message, next } = refused(one);
    expect(message.endsWith(`: ${next}`)).toBe(true);
    await read(next ?? '');
  });

  it('is in no line of a refusal or a failure written otherwise than it can be typed here', () => {
    expect(withCommand.length).toBeGreaterThan(5);
    for (const code of codes)
      for (const { message } of [refused(refusal(code)), problemOf(new InfrastructureError(code as never))])
        expect(message.replaceAll(startedAs(), ''), code).not.toMatch(/xianjie|npx/);
  });

  it('after wrong usage is a command of this program', async () => {
    for (const args of [
      ['case', 'void', 'case-1'],
      ['submit', 'acknowledge', '--proceeding', 'x1'],
      ['case', 'confirm-claim', CASE, 'fwd-handover'],
      ['case', 'correct', CASE, 'third', '--amount', '5'],
      ['submit', 'hand-over', '--as', '653023/court/o-1'],
      ['department', 'list', '--keys', '/nonexistent'],
      ['dead', '--open', 'x'],
    ]) {
      const problem = await (await wholeProgram(law)).parseAsync(['node', 'xianjie', ...args]).then(
        () => null,
        (error: unknown) => problemOf(error),
      );
      expect(problem?.next, args.join(' ')).toBeDefined();
      expect(problem?.message.endsWith(`: ${problem.next}`)).toBe(true);
      await read(problem?.next ?? '');
    }
  });
});
