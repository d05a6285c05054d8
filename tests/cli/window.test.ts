import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDisplay } from './display.ts';
import { run } from './program.ts';
import { expectClean, type Guest, openSite, reportOn, resultOn, type Site } from './site.ts';

/** A window that could be seen: on a virtual display of the program's own, or on the one that DISPLAY names. */

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

const windowed = ({ flags }: Guest) => flags.filter((flag) => flag !== '--headless');

describe.skipIf(process.platform !== 'linux')('a window', { concurrent: true }, () => {
  it.each<[string, string[]]>([
    ['nothing said', []],
    ['--headed', ['--headed']],
  ])('on a virtual display where there is no other: %s', async (_, more) => {
    const guest = await site.addGuest();
    const ended = await run(['disable', '--yes', ...windowed(guest), ...more, '--format', 'json']);
    expect([ended.code, ended.stderr]).toEqual([0, '']);
    expect(reportOn(ended).run.browser).toMatchObject({ mode: 'virtual' });
    expect(resultOn(ended)).toMatchObject({ state: 'off', verdict: 'fixed', confidence: 'corroborated' });
    expect(guest.truth()).toBe('off');
    expectClean(ended, guest);
  });

  it('on the display that is there', async () => {
    const display = await openDisplay();
    try {
      const guest = await site.addGuest();
      const ended = await run(['disable', '--yes', ...windowed(guest), '--format', 'json'], {
        env: { DISPLAY: display.name },
      });
      expect([ended.code, ended.stderr]).toEqual([0, '']);
      expect(reportOn(ended).run.browser).toMatchObject({ mode: 'headed' });
      expect(resultOn(ended)).toMatchObject({ state: 'off', verdict: 'fixed' });
      expect(guest.truth()).toBe('off');
      expectClean(ended, guest);
    } finally {
      await display.close();
    }
  });

  it('none with --headless, whatever display is there', async () => {
    const guest = await site.addGuest({ truth: 'off' });
    const ended = await run(['check', ...guest.flags, '--format', 'json'], { env: { DISPLAY: ':54321' } });
    expect(ended.code).toBe(0);
    expect(reportOn(ended).run.browser).toMatchObject({ mode: 'headless' });
  });
});
