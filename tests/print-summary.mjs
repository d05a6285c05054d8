/** `npm run test:summary`: what the last tests have found out, as tables. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

const folder = join(import.meta.dirname, '.summary');
const names = await readdir(folder).catch(() => []);
for (const name of names.sort()) process.stdout.write(`${await readFile(join(folder, name), 'utf8')}\n`);
if (names.length === 0) {
  process.stderr.write('There is no summary yet: run npm test first.\n');
  process.exitCode = 1;
}
