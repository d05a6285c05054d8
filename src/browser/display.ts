import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { environmentWithoutSession } from './environment.ts';

export type WindowMode = 'headed' | 'virtual' | 'headless';

/** Is there a display to show a window on? On macOS and Windows always; elsewhere X11 or Wayland must be named. */
export function hasDisplay(environment: NodeJS.ProcessEnv = process.env): boolean {
  if (process.platform === 'darwin' || process.platform === 'win32') return true;
  return Boolean(environment.DISPLAY || environment.WAYLAND_DISPLAY);
}

export interface VirtualDisplay {
  environment: { DISPLAY: string; XAUTHORITY: string };
  close(): Promise<void>;
}

/** Starts Xvfb on a free display that only we have the key of. Null where Xvfb is not installed or does not start. */
export async function openVirtualDisplay(folder: string): Promise<VirtualDisplay | null> {
  const XAUTHORITY = join(folder, 'Xauthority');
  await writeFile(XAUTHORITY, xauthorityEntry(randomBytes(16)), { mode: 0o600 });
  const xvfb = spawn(
    'Xvfb',
    ['-displayfd', '3', '-screen', '0', '1280x1024x24', '-nolisten', 'tcp', '-auth', XAUTHORITY],
    {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
      env: environmentWithoutSession(),
      // Its own process group: Ctrl-C must reach us first, so that the browser closes before its display.
      detached: true,
    },
  );
  const number = await displayNumber(xvfb);
  if (number === null) return null;
  return {
    environment: { DISPLAY: `:${number}`, XAUTHORITY },
    close: async () => {
      if (xvfb.exitCode !== null || xvfb.signalCode !== null) return;
      const gone = once(xvfb, 'exit');
      xvfb.kill('SIGTERM');
      await gone;
    },
  };
}

async function displayNumber(xvfb: ChildProcess): Promise<number | null> {
  const pipe = xvfb.stdio[3] as Readable;
  const answer = once(pipe, 'data').then(([chunk]) => Number.parseInt(String(chunk), 10));
  const failure = Promise.race([once(xvfb, 'exit'), once(xvfb, 'error').catch(() => null)]).then(() => null);
  return Promise.race([answer, failure]).catch(() => null);
}

/** One entry that fits any host and display. Format: Xau(3), `struct Xauth`, big-endian counted strings. */
function xauthorityEntry(cookie: Buffer): Buffer {
  const counted = (data: Buffer) => Buffer.concat([Buffer.from([data.length >> 8, data.length & 255]), data]);
  const anyHost = Buffer.from([0xff, 0xff]);
  const nothing = Buffer.alloc(0);
  return Buffer.concat([
    anyHost,
    counted(nothing),
    counted(nothing),
    counted(Buffer.from('MIT-MAGIC-COOKIE-1')),
    counted(cookie),
  ]);
}
