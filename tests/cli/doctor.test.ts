import { chmod, mkdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeFolder, run } from './program.ts';

interface Told {
  id: string;
  state: string;
  detail: string;
  next: string | null;
  fixed: string | null;
}

async function doctor(flags: readonly string[], env: Record<string, string> = {}) {
  const { code, stdout, stderr, left } = await run(['doctor', '--format', 'json', ...flags], { env });
  const { findings, exitCode }: { findings: Told[]; exitCode: number } = JSON.parse(stdout);
  expect(exitCode).toBe(code);
  expect(left).toEqual([]);
  return { code, stderr, of: (id: string) => findings.find((each) => each.id === id) };
}

describe('doctor', () => {
  it('starts the browser, and finds nothing wrong where nothing is', async () => {
    const { code, of } = await doctor(['--headless']);
    expect(code).toBe(0);
    expect(of('browser')?.state).toBe('fine');
    expect(of('start')?.detail).toMatch(/^version \d+\./);
    expect(of('session')).toMatchObject({ state: 'note', detail: 'none is kept' });
    expect(of('schedule')).toMatchObject({ state: 'note', detail: 'none is installed' });
  });

  it('says that there is no browser, with 7 and how to get one', async () => {
    const env = { PATH: await makeFolder(), PLAYWRIGHT_BROWSERS_PATH: await makeFolder() };
    const { code, of } = await doctor(['--headless'], env);
    expect(code).toBe(7);
    expect(of('browser')).toMatchObject({ state: 'wrong', next: expect.stringContaining('Install one') });
    expect(of('start')?.state).toBe('wrong');
    // What ends a run before its browser is the first to be told by the code.
    const data = await makeFolder();
    await mkdir(join(data, 'linkedin-ai-optout'), { mode: 0o755 });
    expect((await doctor(['--headless'], { ...env, XDG_DATA_HOME: data })).code).toBe(2);
  });

  it('asks for no browser here where another is to be connected to', async () => {
    const env = { PATH: await makeFolder(), PLAYWRIGHT_BROWSERS_PATH: await makeFolder() };
    const { code, of } = await doctor(['--connect', 'ws://127.0.0.1:1/'], env);
    expect([code, of('browser'), of('display'), of('start')?.state]).toEqual([7, undefined, undefined, 'wrong']);
  });

  it('finds what others can get at, and --fix takes that away', async () => {
    const data = await makeFolder();
    const own = join(data, 'linkedin-ai-optout');
    await mkdir(own, { mode: 0o700 });
    await writeFile(join(own, 'salt'), 'salt');
    await chmod(join(own, 'salt'), 0o644);
    const before = await doctor(['--headless'], { XDG_DATA_HOME: data });
    expect([before.code, before.of('folder')?.state]).toEqual([2, 'wrong']);
    expect((await stat(join(own, 'salt'))).mode & 0o777).toBe(0o644);
    const after = await doctor(['--headless', '--fix'], { XDG_DATA_HOME: data });
    expect([after.code, after.of('folder')]).toEqual([
      0,
      expect.objectContaining({ state: 'fine', fixed: expect.stringContaining('1 file') }),
    ]);
    expect((await stat(join(own, 'salt'))).mode & 0o777).toBe(0o600);
  });

  it('names a kept session that cannot be opened', async () => {
    const data = await makeFolder();
    const folder = join(data, 'linkedin-ai-optout/sessions');
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await writeFile(join(folder, 'account-default.age'), 'not what it should be', { mode: 0o600 });
    const { code, of } = await doctor(['--headless'], { XDG_DATA_HOME: data });
    expect([code, of('session')?.state]).toEqual([2, 'wrong']);
    expect(of('session')?.detail).toContain('default');
  });

  it('is as readable on a terminal', async () => {
    const { code, stdout } = await run(['doctor', '--headless']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/✓ Browser {5}\S+/);
  });
});
