/**
 * Mutation testing of what decides: `npm run test:mutation`. Every mutant that survives stands in the code with its reason
 * (`// Stryker disable next-line …: reason`).
 */
export default {
  testRunner: 'vitest',
  vitest: { configFile: 'tests/vitest.mutation.config.ts', related: false },
  mutate: ['src/decide/**/*.ts', 'src/settings/site.ts'],
  // Nothing is compiled here; and it cannot read one with this TypeScript.
  tsconfigFile: 'none',
  coverageAnalysis: 'perTest',
  concurrency: 2,
  reporters: ['clear-text', 'progress-append-only'],
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  thresholds: { high: 100, low: 100, break: 100 },
  tempDirName: 'node_modules/.stryker',
  cleanTempDir: 'always',
  ignorePatterns: ['dist', '.git', 'tests/.summary'],
};
