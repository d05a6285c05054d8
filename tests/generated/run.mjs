/** `npm run test:generated -- --pages 5000 --seed 7 --jobs 6`: generated pages on demand. Exit 1 on any fault. */
import { spawnSync } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { parseArgs } from 'node:util';

const { values } = parseArgs({
  options: {
    pages: { type: 'string', default: '1000' },
    seed: { type: 'string', default: String(randomInt(2 ** 31)) },
    jobs: { type: 'string', default: '6' },
  },
});
const { status } = spawnSync(
  process.execPath,
  ['node_modules/vitest/vitest.mjs', 'run', '--config', 'tests/vitest.config.ts', '--project', 'generated'],
  {
    stdio: 'inherit',
    env: {
      ...process.env,
      GENERATED_PAGES: values.pages,
      GENERATED_SEED: values.seed,
      GENERATED_JOBS: values.jobs,
    },
  },
);
process.exitCode = status === 0 ? 0 : 1;
