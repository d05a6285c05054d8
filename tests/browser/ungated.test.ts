import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { findBrowser } from '../../src/browser/find.ts';
import { type OpenBrowser, withBrowser } from '../../src/browser/open.ts';
import { openStage, type Stage } from './stage.ts';

/** A browser that cannot use a proxy on this machine, as one elsewhere cannot: its pages are all that is guarded. */

let stage: Stage | undefined;
let folder: string;
let child: ChildProcess;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'browser-test-'));
  const { executablePath } = await findBrowser();
  const root = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const flags = ['--headless', '--remote-debugging-port=0', `--user-data-dir=${folder}`, ...root];
  child = spawn(executablePath, flags, { stdio: ['ignore', 'ignore', 'pipe'] });
  const address = await new Promise<string>((resolve) => {
    let said = '';
    child.stderr?.on('data', (chunk) => {
      said += chunk;
      const [, host] = /ws:\/\/([^/]+)\//.exec(said) ?? [];
      if (host) resolve(`http://${host}`);
    });
  });
  stage = await openStage((signal, work) =>
    withBrowser({ connect: address, warn: () => undefined }, signal, (open: OpenBrowser) =>
      work({ ...open, isGated: false }),
    ),
  );
});
afterAll(async () => {
  await stage?.close();
  const gone = once(child, 'exit');
  child.kill();
  await gone;
  await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
});

const VARIANTS = ['standard', 'writes-on-leaving', 'web-worker', 'shared-worker'];

it.concurrent.each(VARIANTS)('nothing is written where the page is: %s', async (variant) => {
  for (const mode of ['check', 'disable'] as const) {
    const seen = await stage?.run({ variant, mode, truth: 'on', timeoutMs: 12_000 });
    expect(seen?.faults).toEqual([]);
  }
});
