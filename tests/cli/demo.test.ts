import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { commandLine, makeFolder, start, startCommand, until } from './program.ts';

describe.skipIf(process.platform === 'win32')('the demo, kept open', () => {
  it.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)('ends with what has stopped it: %s', async (signal, code) => {
    const running = await start(['demo', '--serve']);
    await until(() => running.stdout().includes('http://127.0.0.1:'));
    running.child.kill(signal);
    expect(await running.ended).toMatchObject({ code, stderr: expect.stringContaining('Stopped.') });
  });
});

describe.skipIf(process.platform === 'win32')('the demo', () => {
  it('goes on where its report cannot be kept, and names no flag that nobody gave', async () => {
    const folder = await makeFolder();
    await mkdir(join(folder, 'linkedin-ai-optout-demo.json'));
    const script = `cd '${folder}' && ${commandLine(['demo', '--headless', '--browser', '/no/such/browser'])}`;
    const { stdout, stderr } = await (await startCommand(['sh', '-c', script], {})).ended;
    expect(stdout).toContain('1. check: what is the setting now?');
    expect(stderr.split('\n')).toEqual([
      'warning: linkedin-ai-optout-demo.json cannot be written here, so the report of step 3 is not kept.',
      expect.stringContaining('--browser'),
      '',
    ]);
  });
});
