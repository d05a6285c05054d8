import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { findBrowser } from '../../src/browser/find.ts';
import { openLookalikeSite } from '../../src/demo/site/open.ts';
import { addressOf, DEFAULT_SETTING } from '../../src/settings/catalogue.ts';

/** `check` on a quick page against the plain script, as whole processes in turn: only the ratio within one run counts. */

const PAIRS = Number(process.env.PAIRS ?? 9);
const PROGRAM = join(import.meta.dirname, '../../bin/linkedin-ai-optout.js');
const PLAIN = join(import.meta.dirname, 'plain-script.mjs');

it('compares check with a plain script', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'bench-'));
  const lookalike = await openLookalikeSite();
  try {
    const { executablePath } = await findBrowser();
    const sessionFile = join(folder, 'session.json');
    const ratios: number[] = [];
    for (const truth of ['on', 'off'] as const) {
      const { storageState } = lookalike.addMember({ truth });
      await writeFile(sessionFile, JSON.stringify(storageState), { mode: 0o600 });
      const plain = [PLAIN, executablePath, addressOf(lookalike.origin, DEFAULT_SETTING), sessionFile];
      const check = [PROGRAM, 'check', '--headless', '--origin', lookalike.origin, '--session', sessionFile];
      const times: { plain: number; check: number }[] = [];
      for (let pair = 0; pair <= PAIRS; pair += 1) {
        times.push({ plain: await timeOf(plain), check: await timeOf(check) });
      }
      times.shift(); // the first pair warms up
      const median = (list: number[]) => list.sort((a, b) => a - b)[Math.floor(list.length / 2)] ?? Number.NaN;
      const ratio = median(times.map((time) => time.check / time.plain));
      ratios.push(ratio);
      const said = `plain ${median(times.map((time) => time.plain)).toFixed(0)} ms, check ${median(times.map((time) => time.check)).toFixed(0)} ms`;
      process.stdout.write(`${truth}: ${said}, ratio ${ratio.toFixed(2)} (median of ${PAIRS} pairs)\n`);
    }
    expect(ratios).toHaveLength(2);
  } finally {
    await lookalike.close();
    await rm(folder, { recursive: true });
  }
}, 600_000);

async function timeOf(command: string[]): Promise<number> {
  const start = performance.now();
  const child = spawn(process.execPath, command, { stdio: 'ignore' });
  await once(child, 'exit');
  return performance.now() - start;
}
