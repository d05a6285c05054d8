import { defineConfig } from 'vitest/config';

const root = import.meta.dirname;
const slow = { testTimeout: 240_000, hookTimeout: 120_000, maxConcurrency: 6 };

export default defineConfig({
  test: {
    root,
    globalSetup: './setup.ts',
    maxWorkers: 2,
    projects: [
      { test: { name: 'unit', root, include: ['unit/**/*.test.ts'] } },
      { test: { name: 'browser', root, include: ['browser/**/*.test.ts'], ...slow } },
      { test: { name: 'generated', root, include: ['generated/**/*.test.ts'], ...slow } },
      { test: { name: 'faults', root, include: ['faults/**/*.test.ts'], ...slow } },
      { test: { name: 'bench', root, include: ['bench/**/*.bench.ts'] } },
      { test: { name: 'cli', root, include: ['cli/**/*.test.ts'], ...slow } },
    ],
  },
});
