import { mkdir } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { canMount, MOUNTING } from '../../../small-disk.ts';
import { buildOnce, runChild } from './child.ts';
import { newFolder } from './given.ts';

buildOnce();

/** Runs a module on a file system of 64 KB that vanishes with it. */
function runOnSmallDisk(folder: string, code: string) {
  const script = 'mount -t tmpfs -o size=64k tmpfs "$0" && exec "$@"';
  return runChild(code, [...MOUNTING, 'sh', '-c', script, folder]);
}

const CHILD = (folder: string) => `
  import { execFileSync } from 'node:child_process';
  import { readdirSync, writeFileSync } from 'node:fs';
  const folder = ${JSON.stringify(folder)};
  const jar = (length) => Array.from({ length }, (_, index) => ({
    name: index ? 'c' + index : 'li_at', value: 'v'.repeat(400), domain: '.linkedin.com', path: '/', expires: -1,
    httpOnly: true, secure: true, sameSite: 'None' }));
  const kept = (length) => ({ account: 'default', cookies: jar(length), member: null, createdAt: '2026-10-01T08:00:00.000Z',
    lastProvenAt: null, browser: 'chromium' });
  const store = await openStore({ folder, environment: {}, keychain });
  const sized = async () => (await store.load('default')).cookies.length;
  const failing = (work) => work().then(() => 'done', (error) => error.constructor.name + ': ' + error.message + (error.cause ?? ''));
  await store.save(kept(1), context);
`;
const ENDING =
  "say(JSON.stringify(readdirSync(folder).filter((name) => name.endsWith('.draft') || name.endsWith('.lock')))); process.exit();";

describe.runIf(canMount)('a disk', { timeout: 60_000 }, () => {
  it('that fills up within a write leaves the old session', async () => {
    const folder = await newFolder();
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const child = runOnSmallDisk(
      folder,
      `${CHILD(folder)}
      for (const length of [200, 150, 130]) say(await failing(() => store.save(kept(length), context)) + ' ' + await sized());
      await store.save(kept(2), context); say('then ' + await sized()); ${ENDING}`,
    );
    const full = 'UsageError: The session of "default" was not kept: the disk is full; make room and try again. 1';
    expect(await child.ended).toEqual([full, full, full, 'then 2', '[]']);
  });

  it('that is full to the brim leaves the old session', async () => {
    const folder = await newFolder();
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const child = runOnSmallDisk(
      folder,
      `${CHILD(folder)}
      try { writeFileSync(folder + '/filler', Buffer.alloc(100_000)); } catch {}
      say(await failing(() => store.save(kept(2), context)) + ' ' + await sized()); ${ENDING}`,
    );
    const full = 'UsageError: The session of "default" was not kept: the disk is full; make room and try again. 1';
    expect(await child.ended).toEqual([full, '[]']);
  });

  it('that is read-only still gives what is kept', async () => {
    const folder = await newFolder();
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const child = runOnSmallDisk(
      folder,
      `${CHILD(folder)}
      execFileSync('mount', ['-o', 'remount,bind,ro', folder]);
      say(await failing(() => store.save(kept(2), context)) + ' ' + await sized());
      say(await failing(() => store.remove('default')) + ' ' + await sized());
      say(await failing(() => withAccountLock(folder, 'default', async () => undefined)));
      process.exit();`,
    );
    const why = 'the file system is read-only; make it writable and try again.';
    expect(await child.ended).toEqual([
      `UsageError: The session of "default" was not kept: ${why} 1`,
      `UsageError: The session of "default" was not removed: ${why} 1`,
      `UsageError: The account "default" cannot be locked: ${why}`,
    ]);
  });
});
