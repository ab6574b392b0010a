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
  // Servers and two cores: one file at a time, or time-outs test the machine.
  fileParallelism: false,
  testTimeout: 120_000,
  hookTimeout: 300_000,
};

export default defineConfig({
  root,
  test: {
    projects: [
      { test: { ...pure, name: 'unit', root, include: ['tests/unit/**/*.test.ts'] } },
      { test: { ...pure, name: 'replay', root, include: ['tests/replay/**/*.test.ts'] } },
      {
        test: {
          ...withServers,
          name: 'workflow',
          root,
          include: ['tests/workflow/**/*.test.ts'],
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          ...withServers,
          name: 'integration',
          root,
          include: ['tests/integration/**/*.test.ts'],
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
});
