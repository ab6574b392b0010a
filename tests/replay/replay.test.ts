// Every recorded history still replays under today's workflows: one that is running anywhere is not broken by a release.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundleWorkflowCode, Worker } from '@temporalio/worker';
import { DeterminismViolationError } from '@temporalio/workflow';
import { beforeAll, describe, expect, it } from 'vitest';
import { installTemporalLog } from '../../services/bus/enforcement/temporal-log.ts';
import { bundleWorkflows } from '../../services/bus/enforcement/workflow-bundle.ts';
import { createLog } from '../../services/log.ts';

const folder = join(import.meta.dirname, 'histories');
const names = readdirSync(folder).sort();
const historyOf = (name: string): unknown => JSON.parse(readFileSync(join(folder, name), 'utf8'));
const quiet = { trace() {}, debug() {}, info() {}, warn() {}, error() {}, log() {} };

const replay = (code: string, name: string): Promise<void> =>
  Worker.runReplayHistory({ workflowBundle: { code } }, historyOf(name), 'replayed');

/** Bundle size without its source map; the SDK's own part is some 540 kB, and zod would add a megabyte. */
const BUDGET_BYTES = 700_000;

let ours = '';
let diverging = '';
beforeAll(async () => {
  installTemporalLog(createLog({ level: 'silent', pretty: false }));
  ours = await bundleWorkflows();
  const workflowsPath = join(import.meta.dirname, 'diverging', 'index.ts');
  ({ code: diverging } = await bundleWorkflowCode({ workflowsPath, logger: quiet }));
}, 120_000);

describe('recorded histories', () => {
  it('are there for dockets and hand-offs', () => {
    for (const kind of ['docket-waits', 'docket-ends', 'docket-carries-on', 'docket-stepped', 'hand-off']) {
      expect(names.some((name) => name.startsWith(kind))).toBe(true);
    }
  });

  it.each(names)(
    '%s replays',
    async (name) => {
      await expect(replay(ours, name)).resolves.toBeUndefined();
    },
    60_000,
  );

  it.each(names)(
    '%s does not replay under a workflow that does something else',
    async (name) => {
      await expect(replay(diverging, name)).rejects.toThrow(DeterminismViolationError);
    },
    60_000,
  );
});

describe('the workflow bundle', () => {
  it('carries no schemas and stays small', () => {
    const [code = ''] = ours.split('//# sourceMappingURL');
    expect(code.length).toBeLessThan(BUDGET_BYTES);
    expect(code).not.toContain('node_modules/zod/');
    expect(code).not.toMatch(/"\.\/(schemas|law|case|services|activities)\//);
  });
});
