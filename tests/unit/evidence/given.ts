import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Chalk } from 'chalk';
import { onTestFinished } from 'vitest';
import { buildBundle } from '../../../src/evidence/bundle.ts';
import { keepEvidence } from '../../../src/evidence/keep.ts';
import type { Terminal } from '../../../src/terminal.ts';
import { report, result } from '../report/given.ts';

export const MADE_AT = new Date('2026-11-01T12:00:05.000Z');
export const PICTURE = Uint8Array.from([137, 80, 78, 71, 0, 1, 2, 3]);

export async function newFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'evidence-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** A terminal that remembers what it was told. */
export function listening(): Terminal & { said: string[] } {
  const said: string[] = [];
  const say = (text: string) => void said.push(text);
  return {
    said,
    environment: {},
    stdin: process.stdin,
    print: say,
    tell: say,
    warn: say,
    now: () => MADE_AT,
    isInteractive: false,
    color: new Chalk({ level: 0 }),
    ask: async () => '',
    confirm: async () => false,
    startProgress: async () => ({ say: () => undefined, stop: () => undefined }),
  };
}

/** A bundle as a run leaves it. @returns its folder */
export async function keptBundle(timestamp?: string, terminal = listening()): Promise<string> {
  const folder = join(await newFolder(), 'evidence');
  const exhibit = { account: 'default', setting: 'ai-training', capture: null, picture: PICTURE };
  await keepEvidence(buildBundle(report([result()]), [exhibit]), folder, timestamp, terminal);
  return folder;
}
