import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { open, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  fileWith,
  makeFolder,
  nothingRuns,
  processesOf,
  type Running,
  run,
  start,
  until,
  withTurn,
} from './program.ts';
import { expectClean, type Guest, openSite, reportOn, resultOn, type Site } from './site.ts';

/** Stopped in the middle: the right exit code, one sentence, and nothing left running or lying about. */

const isLinux = process.platform === 'linux';
let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

const arrival = (guest: Guest, method = 'GET') => until(() => guest.arrivals().some((one) => one.method === method));

const SIGNALS: [string, (running: Running) => void, number][] = [
  ['Ctrl-C', (running) => running.interrupt(), 130],
  ['a polite kill', (running) => void running.child.kill('SIGTERM'), 143],
  ['a terminal that goes away', (running) => void running.child.kill('SIGHUP'), 143],
];

describe.skipIf(process.platform === 'win32')('stopped while it reads', { concurrent: true }, () => {
  it.each(SIGNALS)('by %s: it says so, and leaves nothing', async (_, stop, code) => {
    await withTurn(async () => {
      const guest = await site.addGuest({ variant: { renderAfter: 60_000 } });
      const file = `${await makeFolder()}/report.json`;
      const running = await start(['check', ...guest.flags, '--output', file]);
      await arrival(guest);
      stop(running);
      const ended = await running.ended;
      expect({ ...ended, left: [] }).toEqual({ code, stdout: '', stderr: 'Stopped. Nothing was changed.\n', left: [] });
      expectClean(ended, guest);
      await nothingRuns(running);
      expect(await readdir(file.replace('/report.json', ''))).toEqual([]);
      expect([guest.truth(), guest.writes()]).toEqual(['on', []]);
    });
  });

  it.each(SIGNALS)('by %s while LinkedIn does not answer', async (_, stop, code) => {
    await withTurn(async () => {
      const guest = await site.addGuest({ variant: 'hangs' });
      const running = await start(['disable', '--yes', ...guest.flags]);
      await arrival(guest);
      stop(running);
      const ended = await running.ended;
      expect(ended).toMatchObject({ code, stdout: '', stderr: 'Stopped. Nothing was changed.\n' });
      expectClean(ended, guest);
      await nothingRuns(running);
    });
  });

  it.each(SIGNALS)('by %s while it waits for a session that nobody ever writes', async (_, stop, code) => {
    const pipe = join(await makeFolder(), 'session');
    execFileSync('mkfifo', [pipe]);
    const running = await start(['check', '--headless', '--session', pipe]);
    // It is opened once somebody reads from it.
    const writer = await open(pipe, 'w');
    stop(running);
    await once(running.child, 'exit');
    await writer.close();
    const { exitCode, signalCode } = running.child;
    expect(running.stderr()).toBe('Stopped. Nothing was changed.\n');
    expect(signalCode === null ? exitCode : { SIGINT: 130, SIGTERM: 143 }[String(signalCode)]).toBe(code);
  });

  it('by Ctrl-C twice', async () => {
    await withTurn(async () => {
      const guest = await site.addGuest({ variant: 'hangs' });
      const running = await start(['check', ...guest.flags]);
      await arrival(guest);
      running.interrupt();
      running.interrupt();
      const ended = await running.ended;
      expect(ended).toMatchObject({ code: 130, stdout: '', stderr: 'Stopped. Nothing was changed.\n' });
      expectClean(ended, guest);
      await nothingRuns(running);
    });
  });

  it('by Ctrl-C in a window on a virtual display', async () => {
    await withTurn(async () => {
      const guest = await site.addGuest({ variant: 'hangs' });
      const running = await start(['check', ...guest.flags.filter((flag) => flag !== '--headless')]);
      await arrival(guest);
      running.interrupt();
      const ended = await running.ended;
      expect(ended).toMatchObject({ code: 130, stdout: '', stderr: 'Stopped. Nothing was changed.\n' });
      expectClean(ended, guest);
      await nothingRuns(running);
    });
  });
});

describe.skipIf(process.platform === 'win32')('stopped before it has a session', { concurrent: true }, () => {
  it.each(SIGNALS)('by %s while it waits for standard input', async (_, stop, code) => {
    const args = ['check', '--origin', site.origin, '--headless', '--session', '-', '--verbose'];
    const running = await start(args, { input: null });
    await until(() => running.stderr().includes('Opening the browser'));
    // Taken in by the program, not by the pipe.
    await new Promise((resolve) => running.child.stdin.write(' '.repeat(1_000_000), resolve));
    stop(running);
    await until(() => running.child.exitCode === code, 20_000);
    const { stdout, stderr, left } = await running.ended;
    expect({ stdout, left }).toEqual({ stdout: '', left: [] });
    expect(stderr).toBe('Opening the browser\nStopped. Nothing was changed.\n');
  });
});

describe.skipIf(process.platform === 'win32')('stopped after the click', { concurrent: true }, () => {
  it.each(SIGNALS)('by %s: it says that nothing is proven', async (_, stop) => {
    await withTurn(async () => {
      const guest = await site.addGuest({ variant: 'save-hangs' });
      const running = await start(['disable', '--yes', ...guest.flags, '--format', 'json']);
      await arrival(guest, 'PUT');
      stop(running);
      const ended = await running.ended;
      expect(ended).toMatchObject({ code: 6, stderr: '' });
      expect(resultOn(ended)).toMatchObject({
        state: 'unknown',
        verdict: 'unknown',
        confidence: 'none',
        reason: { code: 'save-not-seen' },
        change: { outcome: 'not-proven', before: 'on', after: 'unknown', proof: [] },
      });
      expect(reportOn(ended)).toMatchObject({ summary: { exitCode: 6 }, network: { writesAllowed: 1 } });
      expectClean(ended, guest);
      await nothingRuns(running);
      expect(guest.writes()).toHaveLength(1);
    });
  });

  it('by Ctrl-C: people are told, too', async () => {
    await withTurn(async () => {
      const guest = await site.addGuest({ variant: 'save-hangs' });
      const running = await start(['disable', '--yes', ...guest.flags]);
      await arrival(guest, 'PUT');
      running.interrupt();
      const ended = await running.ended;
      expect(ended.code).toBe(6);
      expect(ended.stdout).toContain('NOT PROVEN.');
      expect(ended.stdout + ended.stderr).not.toMatch(/nothing was changed/i);
    });
  });

  it('by Ctrl-C during the proof', async () => {
    await withTurn(async () => {
      const guest = await site.addGuest({ variant: 'hangs-after-save' });
      const running = await start(['disable', '--yes', ...guest.flags, '--format', 'json']);
      const loads = () =>
        guest.arrivals().filter(({ path }) => path.endsWith('/settings/data-for-ai-improvement')).length;
      await until(() => loads() === 2);
      running.interrupt();
      const ended = await running.ended;
      expect(ended.code).toBe(6);
      expect(resultOn(ended).change).toMatchObject({ outcome: 'not-proven', before: 'on', after: 'unknown' });
      expectClean(ended, guest);
      await nothingRuns(running);
    });
  });
});

describe.concurrent('whatever becomes of a run, nothing is left', () => {
  it.each<[string, string, string[], number]>([
    ['all is well', 'standard', [], 1],
    ['time runs out', 'hangs', ['--timeout', '2'], 7],
    ['the connection breaks', 'resets', [], 7],
    ['a dialog stays open', 'alert', [], 3],
    ['the page does not want to go', 'before-unload', [], 1],
  ])('%s', async (_, variant, more, code) => {
    await withTurn(async () => {
      const guest = await site.addGuest({ variant });
      const running = await start(['check', ...guest.flags, ...more]);
      const ended = await running.ended;
      expect(ended.code).toBe(code);
      expectClean(ended, guest);
      await nothingRuns(running);
    });
  });

  it.skipIf(!isLinux)('the browser is killed by somebody else', async () => {
    await withTurn(async () => {
      const guest = await site.addGuest({ variant: { renderAfter: 60_000 } });
      const running = await start(['check', ...guest.flags, '--format', 'json']);
      await arrival(guest);
      const browser = (await processesOf(running)).find(({ commandLine }) =>
        commandLine.includes('--remote-debugging-pipe'),
      );
      process.kill(browser?.pid ?? Number.NaN, 'SIGKILL');
      const ended = await running.ended;
      expect(ended.code).toBe(7);
      expect(resultOn(ended).reason?.code).toBe('browser-failed');
      expectClean(ended, guest);
      await nothingRuns(running);
    });
  });

  it('the home cannot be written to', async () => {
    const guest = await site.addGuest({ truth: 'off' });
    const file = await fileWith('a file in the place of a folder');
    const ended = await run(['check', ...guest.flags, '--format', 'json'], { env: { XDG_DATA_HOME: file } });
    expect(ended.code).not.toBe(70);
    expectClean(ended, guest);
  });
});
