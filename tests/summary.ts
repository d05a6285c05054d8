import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const FOLDER = join(import.meta.dirname, '.summary');

/** Keeps what a test has found out, for `npm run test:summary` to print. */
export async function keepSummary(name: string, text: string): Promise<void> {
  await mkdir(FOLDER, { recursive: true });
  await writeFile(join(FOLDER, `${name}.txt`), `${text.trimEnd()}\n`);
}
