import { describe, expect, it } from 'vitest';
import { UsageError } from '../../src/errors.ts';
import { DEFAULTS, type Flags, isWholeCatalogue, readOptions } from '../../src/options.ts';
import { SETTINGS } from '../../src/settings/catalogue.ts';
import { thrownBy } from './session/given.ts';

const read = (flags: Partial<Flags> = {}) => readOptions({ color: true, ...flags });

describe('where nothing is said', () => {
  it('it is the contract’s defaults', () => {
    const { site, settings, ...options } = read();
    expect(options).toEqual({
      account: 'default',
      session: undefined,
      browser: undefined,
      headed: undefined,
      expectAccount: undefined,
      timeoutMs: 45_000,
      format: 'text',
      outputs: [],
      failOn: ['on', 'unknown'],
      exitZero: false,
      mkdir: false,
      quiet: false,
      verbose: false,
      color: true,
    });
    expect(site.origin).toBe('https://www.linkedin.com');
    expect(settings.map(({ id }) => id)).toEqual(['ai-training']);
    expect(DEFAULTS.timeout).toBe('45');
  });
});

describe('flags become options', () => {
  const cases: [string, Partial<Flags>, Record<string, unknown>][] = [
    ['a window', { headed: true }, { headed: true }],
    ['no window', { headless: true }, { headed: false }],
    ['all settings', { setting: ['all'] }, { settings: SETTINGS }],
    ['all settings, and one by name', { setting: ['ai-training', 'all'] }, { settings: SETTINGS }],
    ['a setting twice', { setting: ['ai-training', 'ai-training'] }, { settings: [SETTINGS[0]] }],
    ['seconds', { timeout: '90' }, { timeoutMs: 90_000 }],
    ['a part of a second more', { timeout: '1.5' }, { timeoutMs: 1_500 }],
    ['the longest time', { timeout: '3600' }, { timeoutMs: 3_600_000 }],
    ['one thing to fail on', { failOn: 'unknown' }, { failOn: ['unknown'] }],
    ['two with a space between', { failOn: 'unknown, on' }, { failOn: ['unknown', 'on'] }],
    [
      'files',
      { output: ['a.json', 'B.JSON'] },
      {
        outputs: [
          { path: 'a.json', format: 'json' },
          { path: 'B.JSON', format: 'json' },
        ],
      },
    ],
    ['a name', { account: 'work_2.b-c' }, { account: 'work_2.b-c' }],
    ['standard input', { session: '-' }, { session: '-' }],
    ['no colour', { color: false }, { color: false }],
  ];
  it.each(cases)('%s', (_, flags, expected) => {
    expect(read(flags)).toMatchObject(expected);
  });

  it('whoever names every setting has not said all', () => {
    const every = SETTINGS.map(({ id }) => id);
    const isAll = (setting: string[]) => isWholeCatalogue(read({ setting }).settings);
    expect([['all'], ['ads-age', 'all'], every].map(isAll)).toEqual([true, true, false]);
  });

  it.each([
    ['https://www.linkedin.com', 'https://www.linkedin.com'],
    ['https://www.linkedin.com/', 'https://www.linkedin.com'],
    ['https://WWW.LINKEDIN.COM:443/feed', 'https://www.linkedin.com'],
    ['http://127.0.0.1:8080', 'http://127.0.0.1:8080'],
    ['http://127.1.2.3', 'http://127.1.2.3'],
    ['https://localhost:8443/x?y#z', 'https://localhost:8443'],
    ['http://[::1]:8080', 'http://[::1]:8080'],
  ])('--origin %s', (given, origin) => {
    expect(read({ origin: given }).site.origin).toBe(origin);
  });
});

describe('a wrong value is told in one sentence', () => {
  const ORIGIN = '--origin: only https://www.linkedin.com or a loopback address (http://127.0.0.1:8080) is accepted.';
  const ACCOUNT = '--account: use letters, digits, dot, dash and underscore, 64 at most.';
  const SECONDS = '--timeout: give a number of seconds, such as 45.';
  const FAIL_ON = '--fail-on: give on, unknown, or both with a comma.';
  const cases: [Partial<Flags>, string][] = [
    ...[
      'http://www.linkedin.com',
      'https://linkedin.com',
      'https://www.linkedin.com:8443',
      'https://www.linkedin.com.evil.test',
      'https://evillinkedin.com',
      'https://www.linkedin.com@evil.test',
      'http://127.0.0.1.evil.test',
      'http://localhost.evil.test',
      'http://evil.test/127.0.0.1',
      'http://128.0.0.1',
      'http://192.168.0.1',
      'http://0.0.0.0',
      'http://[::2]',
      'http://[::ffff:10.0.0.1]',
      'ftp://127.0.0.1',
      'file:///etc/passwd',
      'javascript:alert(1)',
      'www.linkedin.com',
      '127.0.0.1:8080',
      '',
    ].map((origin): [Partial<Flags>, string] => [{ origin }, ORIGIN]),
    ...['', 'a b', 'a/b', '../x', 'ä', 'a'.repeat(65), 'a\n'].map((account): [Partial<Flags>, string] => [
      { account },
      ACCOUNT,
    ]),
    ...['soon', '4 5', '45s', 'NaN', '1,5'].map((timeout): [Partial<Flags>, string] => [{ timeout }, SECONDS]),
    ...['0', '0.5', '-1', ''].map((timeout): [Partial<Flags>, string] => [
      { timeout },
      '--timeout: give at least 1 second.',
    ]),
    ...['3601', '1e9'].map((timeout): [Partial<Flags>, string] => [
      { timeout },
      '--timeout: give at most 3600 seconds.',
    ]),
    [{ timeout: 'Infinity' }, SECONDS],
    ...['', 'off', 'on,off', 'on,', 'ON', 'on unknown'].map((failOn): [Partial<Flags>, string] => [
      { failOn },
      FAIL_ON,
    ]),
    [{ setting: ['ads'] }, '--setting: "ads" is not known; see what there is with: linkedin-ai-optout settings.'],
    [
      { setting: ['ai-training', 'toString'] },
      '--setting: "toString" is not known; see what there is with: linkedin-ai-optout settings.',
    ],
    [{ setting: [''] }, '--setting: "" is not known; see what there is with: linkedin-ai-optout settings.'],
    [{ output: ['report.txt'] }, '--output: "report.txt" must end in .json, .md, .html, .xml, .csv.'],
    [{ output: ['a.json', 'report'] }, '--output: "report" must end in .json, .md, .html, .xml, .csv.'],
    [{ session: '' }, '--session: give a file, or - for standard input.'],
    [{ browser: '' }, '--browser: give chrome, msedge, chromium, or an executable.'],
    [{ expectAccount: '' }, '--expect-account: give a vanity name or a hash.'],
    [{ headed: true, headless: true }, '--headed and --headless exclude each other; give one of them.'],
    [{ quiet: true, verbose: true }, '--quiet and --verbose exclude each other; give one of them.'],
  ];

  it.each(cases)('%o', async (flags, message) => {
    const error = await thrownBy(() => read(flags));
    expect(error).toBeInstanceOf(UsageError);
    expect(error).toMatchObject({ message });
  });

  it('the first fault, where there are several', async () => {
    const error = await thrownBy(() => read({ timeout: 'soon', origin: 'ftp://x', account: '' }));
    expect(error).toMatchObject({ message: ACCOUNT });
  });
});
