import type { Job } from '../../../src/schedule/job.ts';

export const SCRIPT = '/home/robin/node_modules/linkedin-ai-optout/bin/linkedin-ai-optout.js';

/** Of what every quoting trips over: spaces, both quotes, a percent sign, a dollar, a backslash, a semicolon, markup. */
export const HOSTILE = 'a "b" \'c\' 100% $HOME `id` \\ ; & <d> é';

export function job(overrides: Partial<Job> = {}): Job {
  return {
    program: ['/usr/bin/node', SCRIPT],
    config: null,
    every: 'week',
    hour: 19,
    minute: 7,
    weekday: 2,
    day: 3,
    log: '/home/robin/.local/share/linkedin-ai-optout/schedule.log',
    environment: {},
    session: {},
    ...overrides,
  };
}

export const hostileJob = job({
  program: [`/opt/${HOSTILE}/node`, `/home/${HOSTILE}/bin/linkedin-ai-optout.js`],
  config: `/home/${HOSTILE}/config.json`,
  log: `/home/${HOSTILE}/schedule.log`,
  environment: {
    XDG_DATA_HOME: `/data/${HOSTILE}`,
    PATH: `/opt/${HOSTILE}:/usr/bin`,
    HTTPS_PROXY: 'http://proxy.example:3128/?a=100%&b=$c',
  },
  session: { XDG_RUNTIME_DIR: '/run/user/1000' },
});
