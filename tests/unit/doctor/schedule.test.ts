import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { lookAtSchedule } from '../../../src/doctor/look-at-schedule.ts';
import { listening } from '../evidence/given.ts';
import { DESKTOP, makeHome } from '../schedule/home.ts';

describe.skipIf(process.platform === 'win32')('a schedule', () => {
  it('is mended as it was installed, with what it was installed with', async () => {
    const home = await makeHome();
    await home.install({ config: 'c.json' }, DESKTOP);
    const block = await home.block();
    // Looked at from a service, whose own variables are others.
    const terminal = { ...listening(), environment: { PATH: '/bin', HTTPS_PROXY: 'http://proxy.example' } };
    expect(await lookAtSchedule(terminal)).not.toHaveProperty('fix');
    await home.keep({ ...(await home.kept()), at: '03:04' });
    const finding = await lookAtSchedule(terminal);
    expect(finding).toMatchObject({ state: 'wrong', detail: 'no longer as it was installed (cron)' });
    await (finding.state === 'wrong' ? finding.fix?.(terminal.tell) : null);
    expect(await home.block()).toBe(block?.replace(/^\d+ \d+ /m, '4 3 '));
  });

  it('whose configuration is not known is not mended by another', async () => {
    const home = await makeHome();
    await home.install({ config: 'c.json' });
    await home.keep({ on: 'cron', every: 'week', at: null, config: 'c.json' });
    const finding = await lookAtSchedule(listening());
    expect(finding).toMatchObject({ state: 'wrong', exitCode: 2 });
    expect(finding.detail).toContain('"--config c.json"');
    expect(finding).not.toHaveProperty('fix');
    expect(await home.block()).toContain(join(home.folder, 'c.json'));
  });
});
