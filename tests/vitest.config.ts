import { defineConfig } from 'vitest/config';

const root = import.meta.dirname;
const slow = { testTimeout: 240_000, hookTimeout: 120_000, maxConcurrency: 4 };

export default defineConfig({
  test: {
    root,
    globalSetup: './setup.ts',
    // One more than the cores of a small machine: there are always some that wait, for a page or for cron.
    maxWorkers: 3,
    projects: [
      { test: { name: 'unit', root, include: ['unit/**/*.test.ts'] } },
      { test: { name: 'browser', root, include: ['browser/**/*.test.ts'], ...slow, maxConcurrency: 8 } },
      { test: { name: 'generated', root, include: ['generated/**/*.test.ts'], ...slow } },
      { test: { name: 'faults', root, include: ['faults/**/*.test.ts'], ...slow } },
      { test: { name: 'bench', root, include: ['bench/**/*.bench.ts'] } },
      { test: { name: 'cli', root, include: ['cli/**/*.test.ts'], ...slow } },
    ],
  },
});
