// Four tiers: unit and replay need nothing, workflow and integration need the two servers, which are found first.
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const root = fileURLToPath(new URL('..', import.meta.url));
// A busy machine is no failure: time-outs only end what hangs.
// Pure code keeps nothing between files that a test could see, so each worker reads the law once, and not once a file.
const pure = { testTimeout: 60_000, isolate: false, maxWorkers: '100%', sequence: { groupOrder: 0 } };
const withServers = {
  globalSetup: ['tests/support/find-servers.ts'],
  pool: 'forks' as const,
  testTimeout: 300_000,
  hookTimeout: 300_000,
};
// A file waits for its servers more than it computes, and has folders and ports of its own: two at a time on two cores.
const twoAtATime = { ...withServers, maxWorkers: 2, sequence: { groupOrder: 1 } };
// But what loads or starves the machine by itself comes last and alone, or time-outs would test the machine.
const alone = { ...withServers, fileParallelism: false, sequence: { groupOrder: 2 } };
const needsTheMachine = [
  'flood',
  'full-disk',
  'kill-nine',
  'large-case',
  'less-disk',
  'power-cut',
  'rehearsal',
].map((name) => `tests/integration/${name}.test.ts`);

export default defineConfig({
  root,
  test: {
    projects: [
      { test: { ...pure, name: 'unit', root, include: ['tests/unit/**/*.test.ts'] } },
      { test: { ...pure, name: 'replay', root, include: ['tests/replay/**/*.test.ts'] } },
      { test: { ...twoAtATime, name: 'workflow', root, include: ['tests/workflow/**/*.test.ts'] } },
      {
        test: {
          ...twoAtATime,
          name: 'integration',
          root,
          include: ['tests/integration/**/*.test.ts'],
          exclude: needsTheMachine,
        },
      },
      { test: { ...alone, name: 'integration-alone', root, include: needsTheMachine } },
    ],
  },
});
