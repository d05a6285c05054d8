import { defineConfig } from 'vitest/config';

/** The tests of the pure decisions alone, for `npm run test:mutation`: no browser, nothing to install. */
export default defineConfig({
  test: {
    root: import.meta.dirname,
    include: ['unit/decide/**/*.test.ts', 'unit/settings/site.test.ts'],
  },
});
