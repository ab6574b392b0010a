// `xianjie verify`: exit codes and what a person reads.
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exportLedger } from '../../../services/bus/export/export-ledger.ts';
import { fingerprint, verifyFile } from '../../../services/cli/commands/verify.ts';
import { problemOf } from '../../../services/cli/problem.ts';
import { parseRecord } from '../../../services/proof/record.ts';
import { collect, type MemoryLedger, memoryLedger } from '../../support/memory-ledger.ts';

let dir: string;
let ledger: MemoryLedger;
let lines: string[];
const put = async (name: string, text: string) => {
  const file = join(dir, name);
  await writeFile(file, text);
  return file;
};
const run = async (file: string, options: Parameters<typeof verifyFile>[1]) => {
  const said: string[] = [];
  const code = await verifyFile(file, options, (line) => said.push(line));
  return { code, text: said.join('\n') };
};

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'xianjie-verify-'));
  ledger = memoryLedger();
  ledger.clue();
  lines = await collect(exportLedger({ source: ledger.source, key: ledger.key('ledger') }));
});
afterAll(() => rm(dir, { recursive: true, force: true }));

describe('xianjie verify', () => {
  it('ends with 0 and the fingerprint when the root key is given and all is right', async () => {
    const file = await put('right.jsonl', `${lines.join('\n')}\n`);
    const { code, text } = await run(file, { rootKey: ledger.root.publicKey });
    expect(code).toBe(0);
    expect(text).toContain('7 条记录');
    expect(text).toContain(fingerprint(ledger.root.publicKey));
    expect(text).toContain('演练');
    expect(text).not.toContain('--root-key');
    const { recordedAt } = JSON.parse(`${lines[7]}`).record.head;
    expect(text).toContain(`末条记录时间 / last entry recorded at: ${recordedAt}`);
    expect(text).toContain('完整账本，共 7 条');
    expect(text).toContain('未给出 --at-least：以前导出的文件同样核验得过');
  });

  it('reads a pipe once, and needs no root key for it', async () => {
    const pipe = join(dir, 'pipe');
    await promisify(execFile)('mkfifo', [pipe]);
    const writing = writeFile(pipe, `${lines.join('\n')}\n`);
    expect(await run(pipe, {})).toMatchObject({ code: 0, text: expect.stringContaining('7 条记录') });
    await writing;
  });

  it('says that without a root key only consistency is shown', async () => {
    const file = await put('own.jsonl', lines.join('\n'));
    const { code, text } = await run(file, {});
    expect(code).toBe(0);
    expect(text).toContain('只证明文件前后一致');
    expect(text).toContain(fingerprint(ledger.root.publicKey));
  });

  it('ends with 1 and names the entry when something is wrong', async () => {
    const file = await put('wrong.jsonl', lines.toSpliced(5, 1).join('\n'));
    const { code, text } = await run(file, { rootKey: ledger.root.publicKey });
    expect(code).toBe(1);
    expect(text).toContain('第 5 条');
    const json = await run(file, { rootKey: ledger.root.publicKey, json: true });
    expect(JSON.parse(json.text)).toMatchObject({
      ok: false,
      sequence: 5,
      code: 'ENTRY_MISSING',
      rootKeyGiven: true,
    });
  });

  it('finds a roll-back with a checkpoint kept from before', async () => {
    const file = await put('older.jsonl', lines.join('\n'));
    ledger.clue();
    const newer = await collect(exportLedger({ source: ledger.source, key: ledger.key('ledger') }));
    const checkpoint = await put('checkpoint', JSON.parse(`${newer.at(-1)}`).checkpoint);
    const { code, text } = await run(file, { rootKey: ledger.root.publicKey, atLeast: checkpoint });
    expect(code).toBe(1);
    expect(text).toContain('ROLLED_BACK');
    const now = await put('newer.jsonl', newer.join('\n'));
    expect((await run(now, { rootKey: ledger.root.publicKey, atLeast: checkpoint })).code).toBe(0);
  });

  it('holds one case against a checkpoint kept by an editor of Windows', async () => {
    const caseId = parseRecord((ledger.messages[4] as (typeof ledger.messages)[0]).data).head.id;
    const one = await collect(exportLedger({ source: ledger.source, key: ledger.key('ledger'), caseId }));
    const file = await put('one.jsonl', one.join('\r\n'));
    const { checkpoint } = JSON.parse(`${lines.at(-1)}`);
    const atLeast = await put('kept.txt', `\ufeff${checkpoint.replaceAll('\n', '\r\n')}`);
    const { code, text } = await run(file, { rootKey: ledger.root.publicKey, atLeast });
    expect(text).toContain(`单案导出 / one case: ${caseId}`);
    expect(text).toContain('账本包含所给的检查点');
    expect(code).toBe(0);
  });

  it('says how many bodies were not there to be verified, and what could not be decided again for it', async () => {
    const whole = JSON.parse(`${lines[6]}`);
    const bare = { ...whole, record: { ...whole.record, body: null } };
    const some = lines.with(0, `${lines[0]}`.replace('"bodies":"all"', '"bodies":"some"'));
    const file = await put('bare.jsonl', some.with(6, JSON.stringify(bare)).join('\n'));
    const { code, text } = await run(file, { rootKey: ledger.root.publicKey });
    expect(code).toBe(0);
    expect(text).toContain('其中 1 条只有条目头');
    expect(text).toContain('未重新裁决 1 条：前面有未含正文的记录');
    const json = await run(file, { rootKey: ledger.root.publicKey, json: true });
    expect(JSON.parse(json.text)).toMatchObject({ bareHeads: 1, notRerun: { 'after a bare head': 1 } });
  });

  it('is not tried on an export of an older version, and says what to do', async () => {
    const older = `${lines[0]}`.replace('export.v2', 'export.v1');
    const file = await put('old.jsonl', older);
    for (const options of [{}, { rootKey: ledger.root.publicKey }]) {
      const problem = await run(file, options).then(() => null, problemOf);
      expect(problem).toMatchObject({ code: 'UNREADABLE', exitCode: 2 });
      expect(problem?.message).toMatch(/旧版本.*新的数据目录.* \/ .*start with a new data folder/);
    }
  });

  it('is not tried, with one line in two languages, for a file that is not there or is something else', async () => {
    const fine = await put('fine.jsonl', lines.join('\n'));
    for (const [file, options, code] of [
      [join(dir, 'missing'), {}, 'ENOENT'],
      [await put('empty', ''), {}, 'UNREADABLE'],
      [await put('other', 'some text\n'), {}, 'UNREADABLE'],
      [await put('other2', '{"a":1}\n'), { rootKey: ledger.root.publicKey, json: true }, 'UNREADABLE'],
      [fine, { atLeast: join(dir, 'missing') }, 'NO_FILE'],
    ] as const) {
      const problem = await run(file, options).then(() => null, problemOf);
      expect(problem).toMatchObject({ code, exitCode: 2 });
      expect(problem?.message).toMatch(/\p{Script=Han}.* \/ .*[a-z]/u);
    }
  });
});
