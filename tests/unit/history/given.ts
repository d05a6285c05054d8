import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Seen } from '../../../src/history/seen.ts';

/** Off, seen on this day of 2026, such as `05-03`. */
export function seen(day: string, overrides: Partial<Seen> = {}): Seen {
  return {
    at: `2026-${day}T12:00:00.000Z`,
    run: `run-${day}`,
    command: 'audit',
    version: '1.2.3',
    origin: 'https://www.linkedin.com',
    account: 'default',
    member: `sha256:${'a'.repeat(64)}`,
    setting: 'ai-training',
    state: 'off',
    verdict: 'pass',
    confidence: 'corroborated',
    reason: null,
    ...overrides,
  };
}

export async function newFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'history-test-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}
