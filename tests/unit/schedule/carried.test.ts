import { describe, expect, it } from 'vitest';
import { type Carried, chooseCarried, tellWithheld } from '../../../src/schedule/carried.ts';

const PROXY = 'http://proxy.example:3128';
const had = (environment: Record<string, string>, session = {}): Carried => ({ environment, session });

describe('what a job is given', () => {
  it('is what a run finds its things and its way by, and nothing else', () => {
    const environment = {
      XDG_DATA_HOME: '/data',
      PLAYWRIGHT_BROWSERS_PATH: '/browsers',
      PATH: '/usr/bin:/snap/bin',
      HTTPS_PROXY: PROXY,
      HTTP_PROXY: PROXY,
      all_proxy: 'socks5://proxy.example',
      no_proxy: 'localhost,.example',
    };
    const session = { XDG_RUNTIME_DIR: '/run/user/1000', DBUS_SESSION_BUS_ADDRESS: 'unix:path=/run/user/1000/bus' };
    const others = { HOME: '/home/robin', LINKEDIN_AI_OPTOUT_KEY: 'k', HOOK_TOKEN: 't', TERM: 'xterm' };
    expect(chooseCarried({ ...others, ...environment, ...session })).toEqual({ environment, session });
  });

  it.each([
    ['what is set now, before what it had', { PATH: '/a' }, { PATH: '/b' }, { PATH: '/a' }],
    [
      'what it had, where nothing is set now',
      {},
      { PATH: '/b', HTTPS_PROXY: PROXY },
      { PATH: '/b', HTTPS_PROXY: PROXY },
    ],
    ['no longer what is empty now', { HTTPS_PROXY: '' }, { HTTPS_PROXY: PROXY }, {}],
    ['one spelling of a proxy', { HTTPS_PROXY: PROXY }, { https_proxy: 'http://old' }, { HTTPS_PROXY: PROXY }],
    ['nothing else that is kept', {}, { LD_PRELOAD: '/x' }, {}],
    ['of PATH what is the same everywhere', { PATH: '/a::bin:.:/b:/a:' }, {}, { PATH: '/a:/b' }],
    ['a PATH with a version in it', { PATH: '/opt/node@20/bin' }, {}, { PATH: '/opt/node@20/bin' }],
  ])('is %s', (_, now, kept, expected) => {
    expect(chooseCarried(now, had(kept)).environment).toEqual(expected);
  });

  it.each([
    ['HTTPS_PROXY', 'http://robin:pw@proxy.example:3128'],
    ['https_proxy', 'robin:pw@proxy.example:3128'],
    ['ALL_PROXY', 'http://token@proxy.example'],
    ['HTTP_PROXY', 'http://robin:p/w#@proxy.example'],
  ])('is no password: %s=%s', (name, value) => {
    expect(chooseCarried({ [name]: value }, had({ [name]: PROXY }))).toEqual(had({}));
    expect(chooseCarried({}, had({ [name]: value }))).toEqual(had({}));
  });
});

describe('what a job is not given', () => {
  const tell = (now: NodeJS.ProcessEnv, headers: string[] = [], environment = {}) =>
    tellWithheld(now, { environment, headers, secrets: 'do this' });

  it('is told with what to do, and never with its value', () => {
    const now = {
      HTTPS_PROXY: 'http://robin:pw@proxy.example',
      LINKEDIN_AI_OPTOUT_KEY: 'AGE-SECRET-KEY-1',
      LINKEDIN_AI_OPTOUT_SESSION: 'li_at',
    };
    expect(tell(now, ['HOOK_TOKEN'])).toEqual([
      'warning: The job is not given HTTPS_PROXY, which holds a password: do this.',
      'warning: The job is not given HOOK_TOKEN, which a webhook needs, as it is secret: do this.',
      'warning: The job is not given LINKEDIN_AI_OPTOUT_KEY, as it is secret: do this.',
      'warning: The job is not given LINKEDIN_AI_OPTOUT_SESSION, as it is secret: keep the session in its place with: linkedin-ai-optout login --import <file>.',
    ]);
  });

  it.each([
    ['where nothing is withheld', {}, [], {}, 0],
    ['a proxy that it is given', { HTTPS_PROXY: PROXY }, [], { HTTPS_PROXY: PROXY }, 0],
    ['a header that is no secret, as it is given', {}, ['XDG_DATA_HOME'], { XDG_DATA_HOME: '/data' }, 0],
    ['two webhooks with one secret', {}, ['HOOK_TOKEN', 'HOOK_TOKEN'], {}, 1],
    ['a key that is empty', { LINKEDIN_AI_OPTOUT_KEY: '' }, [], {}, 0],
  ])('is told once, or not: %s', (_, now, headers, environment, count) => {
    expect(tell(now, headers, environment)).toHaveLength(count);
  });
});
