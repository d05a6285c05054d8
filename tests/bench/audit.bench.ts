import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { findBrowser } from '../../src/browser/find.ts';
import { openLookalikeSite } from '../../src/demo/site/open.ts';
import { addressOf, DEFAULT_SETTING } from '../../src/settings/catalogue.ts';

/** One audit of many accounts against as many plain scripts in turn, and the memory that it takes. */

const ACCOUNTS = 50;
const FEW = 10;
const ROUNDS = Number(process.env.ROUNDS ?? 3);
const PROGRAM = join(import.meta.dirname, '../../bin/linkedin-ai-optout.js');
const PLAIN = join(import.meta.dirname, 'plain-script.mjs');

it(`compares one audit of ${ACCOUNTS} accounts with ${ACCOUNTS} plain scripts`, async () => {
  const folder = await mkdtemp(join(tmpdir(), 'bench-'));
  const lookalike = await openLookalikeSite();
  try {
    const { executablePath } = await findBrowser();
    const address = addressOf(lookalike.origin, DEFAULT_SETTING);
    const accounts: { name: string; session: string }[] = [];
    for (let index = 0; index < ACCOUNTS; index += 1) {
      const { storageState } = lookalike.addMember({ truth: index % 2 ? 'on' : 'off' });
      const session = join(folder, `${index}.json`);
      await writeFile(session, JSON.stringify(storageState), { mode: 0o600 });
      accounts.push({ name: `a${index}`, session });
    }
    const audit = async (count: number) => {
      const config = join(folder, 'config.json');
      await writeFile(config, JSON.stringify({ origin: lookalike.origin, accounts: accounts.slice(0, count) }));
      return measure([PROGRAM, 'audit', '--headless', '--config', config], join(folder, 'data'));
    };

    await audit(2); // warms up
    const ratios: number[] = [];
    const peaks: Record<number, number> = {};
    for (let round = 0; round < ROUNDS; round += 1) {
      let plainMs = 0;
      for (const { session } of accounts)
        plainMs += (await measure([PLAIN, executablePath, address, session], folder)).ms;
      const few = await audit(FEW);
      const many = await audit(ACCOUNTS);
      ratios.push(many.ms / plainMs);
      for (const [count, { peakMb }] of [
        [FEW, few],
        [ACCOUNTS, many],
      ] as const)
        peaks[count] = Math.max(peaks[count] ?? 0, peakMb);
      process.stdout.write(
        `${ACCOUNTS} plain scripts ${plainMs.toFixed(0)} ms, one audit ${many.ms.toFixed(0)} ms, ratio ${(many.ms / plainMs).toFixed(2)}; peak of node ${few.peakMb} MB with ${FEW} accounts, ${many.peakMb} MB with ${ACCOUNTS}\n`,
      );
    }
    ratios.sort((a, b) => a - b);
    process.stdout.write(`audit: ratio ${ratios[Math.floor(ratios.length / 2)]?.toFixed(2)} (median of ${ROUNDS})\n`);
    if (process.platform === 'linux') expect((peaks[ACCOUNTS] ?? 0) / (peaks[FEW] ?? 0)).toBeLessThan(1.25);
  } finally {
    await lookalike.close();
    await rm(folder, { recursive: true });
  }
}, 1_200_000);

async function measure(command: string[], data: string): Promise<{ ms: number; peakMb: number }> {
  const start = performance.now();
  const child = spawn(process.execPath, command, { stdio: 'ignore', env: { ...process.env, XDG_DATA_HOME: data } });
  const peak = watchMemory(child);
  await once(child, 'exit');
  return { ms: performance.now() - start, peakMb: peak() };
}

/** The most that a process has had resident, in megabytes, as the system counts it (Linux). */
function watchMemory({ pid }: ChildProcess): () => number {
  let most = 0;
  const look = async () => {
    const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
    most = Math.max(most, Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0));
  };
  const timer = setInterval(() => void look(), 100);
  return () => {
    clearInterval(timer);
    return Math.round(most / 1024);
  };
}
