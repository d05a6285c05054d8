import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { findBrowser } from '../../src/browser/find.ts';
import { type OpenBrowser, withBrowser } from '../../src/browser/open.ts';
import { openStage, type Stage } from './stage.ts';

/** A browser that cannot use a proxy on this machine, as one elsewhere cannot: its pages are all that is guarded. */

let stage: Stage;
let folder: string;
let close = () => {};
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'browser-test-'));
  const { executablePath } = await findBrowser();
  const root = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const child = spawn(executablePath, [
    '--headless',
    '--remote-debugging-port=0',
    `--user-data-dir=${folder}`,
    ...root,
  ]);
  const gone = new Promise((resolve) => child.once('exit', resolve));
  const address = await new Promise<string>((resolve) => {
    child.stderr.on('data', (chunk) => {
      const [, host] = /ws:\/\/([^/]+)/.exec(String(chunk)) ?? [];
      if (host) resolve(`http://${host}`);
    });
  });
  stage = await openStage((signal, work) =>
    withBrowser({ connect: address, warn: () => undefined }, signal, (open: OpenBrowser) =>
      work({ ...open, isGated: false }),
    ),
  );
  close = () => void child.kill();
  afterAll(async () => {
    await stage.close();
    close();
    await gone;
    await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  });
});

const VARIANTS = ['standard', 'writes-on-leaving', 'web-worker', 'shared-worker'];

it.concurrent.each(VARIANTS)('nothing is written where the page is: %s', async (variant) => {
  for (const mode of ['check', 'disable'] as const) {
    const seen = await stage.run({ variant, mode, truth: 'on', timeoutMs: 12_000 });
    expect(seen.faults).toEqual([]);
  }
});
