import { access, readdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDisplay } from './display.ts';
import { commandLine, makeFolder, nothingRuns, type Running, startCommand, until, withTurn } from './program.ts';
import { type Guest, openSite, type Site } from './site.ts';

/** With a terminal, which `script` (util-linux) plays: the question, its answers, and Ctrl-C as a key. */

const QUESTION = '“Data for Generative AI Improvement” is on. Turn it off now? [y/N] ';
const hasScript = await access('/usr/bin/script').then(
  () => process.platform === 'linux',
  () => false,
);
let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

/** A terminal made by a program has no size until somebody gives it one. */
const startOnTerminal = (guest: Guest, args: string[], size = 'stty cols 100 rows 30') =>
  startCommand(['script', '-qefc', `${size}; exec ${commandLine([...args, ...guest.flags])}`, '/dev/null'], {
    input: null,
    env: { TERM: 'xterm', SHELL: '/bin/sh' },
  });

async function untilAsked(running: Running): Promise<void> {
  await until(() => running.stdout().includes(QUESTION)).catch(() => {
    throw new Error(`It did not ask. The screen shows: ${JSON.stringify(running.stdout().slice(-500))}`);
  });
}

describe.skipIf(!hasScript)('on a terminal', { concurrent: true }, () => {
  it.each([
    ['y', 'y\r', 0, 'off', 1],
    ['Yes', 'Yes\r', 0, 'off', 1],
    ['n', 'n\r', 1, 'on', 0],
    ['nothing', '\r', 1, 'on', 0],
    ['something else', 'yeah\r', 1, 'on', 0],
    ['the key for the end', '\u0004', 1, 'on', 0],
  ])('the question is asked once; the answer is %s', async (_, keys, code, truth, writes) => {
    await withTurn(async () => {
      const guest = await site.addGuest();
      const running = await startOnTerminal(guest, ['disable']);
      await untilAsked(running);
      expect(guest.writes()).toEqual([]);
      running.child.stdin.write(keys);
      await until(() => running.child.exitCode !== null, 40_000);
      const { stdout } = await running.ended;
      expect(running.child.exitCode).toBe(code);
      expect(stdout.split('Turn it off now?')).toHaveLength(2);
      expect([guest.truth(), guest.writes().length]).toEqual([truth, writes]);
      await nothingRuns(running);
    });
  });

  it('Ctrl-C at the question stops it, and nothing was changed', async () => {
    await withTurn(async () => {
      const guest = await site.addGuest();
      const running = await startOnTerminal(guest, ['disable']);
      await untilAsked(running);
      running.child.stdin.write('\u0003');
      await until(() => running.child.exitCode !== null, 20_000);
      const { stdout, left } = await running.ended;
      expect(running.child.exitCode).toBe(130);
      expect(stdout).toContain('Stopped. Nothing was changed.');
      expect([guest.truth(), guest.writes(), left]).toEqual(['on', [], []]);
      await nothingRuns(running);
    });
  });

  it.each([
    ['--yes', 0, 'off'],
    ['--dry-run', 1, 'on'],
  ])('nothing is asked with %s', async (flag, code, truth) => {
    await withTurn(async () => {
      const guest = await site.addGuest();
      const running = await startOnTerminal(guest, ['disable', flag]);
      const { stdout } = await running.ended;
      expect([running.child.exitCode, guest.truth()]).toEqual([code, truth]);
      expect(stdout).not.toContain('Turn it off now?');
    });
  });

  it('a terminal without a size is no reason to go on for ever', async () => {
    await withTurn(async () => {
      const guest = await site.addGuest({ truth: 'off' });
      const running = await startOnTerminal(guest, ['check'], 'stty cols 0 rows 0');
      // Whatever goes on for ever on a terminal must not go on for long here.
      await until(() => running.child.exitCode !== null, 20_000).finally(() => running.child.kill('SIGKILL'));
      expect(running.child.exitCode).toBe(0);
    });
  });

  it('nothing is asked where it is off', async () => {
    await withTurn(async () => {
      const guest = await site.addGuest({ truth: 'off' });
      const running = await startOnTerminal(guest, ['disable']);
      const { stdout } = await running.ended;
      expect(running.child.exitCode).toBe(0);
      expect(stdout).not.toContain('Turn it off now?');
      expect(stdout).toContain('OFF already.');
    });
  });

  const KEEP = 'Keep it here, as capture-ai-training.json? [y/N] ';
  it.each([
    ['y', 'y\r', ['capture-ai-training.json', 'home', 'tmp']],
    ['n', 'n\r', ['home', 'tmp']],
    ['the key for the end', '\u0004', ['home', 'tmp']],
  ])(
    'a page that was not understood is shown in its structure before it is kept; the answer is %s',
    async (_, keys, left) => {
      await withTurn(async () => {
        const guest = await site.addGuest({ variant: 'duplicate-key' });
        const running = await startOnTerminal(guest, ['check', '--timeout', '20']);
        await until(() => running.stdout().includes(KEEP));
        const shown = running.stdout();
        expect(shown.indexOf('UNKNOWN.')).toBeLessThan(shown.indexOf('"kind": "page-capture"'));
        expect(shown.indexOf('"kind": "page-capture"')).toBeLessThan(shown.indexOf(KEEP));
        for (const secret of [...guest.secrets, guest.vanity]) expect(shown).not.toContain(secret);
        running.child.stdin.write(keys);
        await until(() => running.child.exitCode !== null, 20_000);
        await running.ended;
        expect(running.child.exitCode).toBe(3);
        expect((await readdir(dirname(running.temporary))).sort()).toEqual(left);
      });
    },
  );

  it('Ctrl-C at that question stops it, and nothing is kept', async () => {
    await withTurn(async () => {
      const guest = await site.addGuest({ variant: 'duplicate-key' });
      const running = await startOnTerminal(guest, ['check', '--timeout', '20']);
      await until(() => running.stdout().includes(KEEP));
      running.child.stdin.write('\u0003');
      await until(() => running.child.exitCode !== null, 20_000);
      await running.ended;
      expect(running.child.exitCode).toBe(130);
      expect((await readdir(dirname(running.temporary))).sort()).toEqual(['home', 'tmp']);
    });
  });

  it('after a click, it hides nothing of what came of it', async () => {
    await withTurn(async () => {
      const guest = await site.addGuest({ variant: 'disagrees-after-save' });
      const running = await startOnTerminal(guest, ['disable', '--timeout', '20']);
      await untilAsked(running);
      running.child.stdin.write('y\r');
      await until(() => running.stdout().includes(KEEP));
      running.child.stdin.write('\u0003');
      await until(() => running.child.exitCode !== null, 20_000);
      const { stdout } = await running.ended;
      expect(running.child.exitCode).toBe(6);
      expect(stdout).toContain('NOT PROVEN.');
      expect(stdout).not.toContain('Nothing was changed.');
    });
  });

  it.each([
    ['check', '--quiet'],
    ['disable', '--yes'],
  ])('it is not asked by %s %s', async (...args) => {
    await withTurn(async () => {
      const guest = await site.addGuest({ variant: 'duplicate-key' });
      const running = await startOnTerminal(guest, [...args, '--timeout', '20']);
      const { stdout } = await running.ended;
      expect(running.child.exitCode).toBe(3);
      expect(stdout).not.toContain('Keep it here');
    });
  });
});

describe.skipIf(!hasScript)('login on a terminal', () => {
  const data = makeFolder();
  const startLogin = async (display: string) => {
    const flags = ['login', '--origin', site.origin, '--timeout', '600'];
    return startCommand(['script', '-qefc', `stty cols 100 rows 30; exec ${commandLine(flags)}`, '/dev/null'], {
      input: null,
      env: { TERM: 'xterm', SHELL: '/bin/sh', DISPLAY: display, XDG_DATA_HOME: await data },
    });
  };
  let display: Awaited<ReturnType<typeof openDisplay>>;
  beforeAll(async () => {
    display = await openDisplay();
  });
  afterAll(() => display.close());

  it('shows its notice and opens nothing until that is accepted', async () => {
    const running = await startLogin(display.name);
    await until(() => running.stdout().includes('Go on? [y/N] '));
    expect(running.stdout()).toContain('unauthorized automated methods');
    running.child.stdin.write('n\r');
    await until(() => running.child.exitCode !== null);
    expect([running.child.exitCode, running.stdout()]).toEqual([4, expect.stringContaining('nothing was kept')]);
  });

  it.each([
    ['asks for it once', ['y\r']],
    ['and never again', []],
  ])('%s; then tells how much time is left', async (_, answers) => {
    const running = await startLogin(display.name);
    for (const answer of answers) {
      await until(() => running.stdout().includes('Go on? [y/N] '));
      running.child.stdin.write(answer);
    }
    await until(() => /sign in in the window \(9 minutes \d+ seconds left\)/.test(running.stdout()));
    expect(running.stdout().split('Go on?')).toHaveLength(answers.length + 1);
    running.child.stdin.write('\u0003');
    await until(() => running.child.exitCode !== null);
    expect(running.child.exitCode).toBe(130);
    await nothingRuns(running);
  });
});
