import { mkdir, readdir, readFile, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { applyConfig, applyConfigOfAccount } from '../../../src/config/apply.ts';
import { writeFirstConfig } from '../../../src/config/first.ts';
import { parseConfig, readConfig } from '../../../src/config/read.ts';
import { type Flags, readOptions } from '../../../src/options.ts';
import { newFolder } from '../history/given.ts';
import { thrownBy } from '../session/given.ts';

/** The sentences, each at its place, without the line that names the file. */
async function faultsIn(text: string): Promise<string[]> {
  const error = await thrownBy(() => parseConfig(text, 'config.json'));
  const [first, ...faults] = String((error as Error).message).split('\n');
  expect(first).toBe('"config.json" is not a configuration that can be used:');
  return faults.map((fault) => fault.trim());
}

describe('a configuration', () => {
  it('may be empty: then it is the defaults', () => {
    expect(parseConfig('{}', 'config.json')).toEqual({ concurrency: 2, exceptions: [], notify: [], maxAgeDays: 14 });
  });

  it('may have comments, commas at the end, and everything that there is', () => {
    const config = parseConfig(
      `// of ours
      {
        "$schema": "x",
        "origin": "http://127.0.0.1:8080", /* here */
        "settings": ["all"],
        "accounts": [{ "name": "work", "session": "work.json", "expectAccount": "robin" }, { "name": "home" },],
        "concurrency": 4,
        "outputs": ["a.json"],
        "failOn": ["on"],
        "exceptions": [{ "account": "work", "setting": "ai-training", "reason": "r", "owner": "o", "expires": "2027-01-01" }],
        "notify": [{ "webhook": "https://hooks.example.com/x", "header": { "name": "Authorization", "env": "TOKEN" } }, { "command": ["tell"], "on": "always" }],
        "maxAgeDays": 30,
      }`,
      'config.json',
    );
    expect(config).toMatchObject({
      origin: { origin: 'http://127.0.0.1:8080' },
      concurrency: 4,
      failOn: ['on'],
      outputs: [{ path: 'a.json', format: 'json' }],
      notify: [{ on: 'change' }, { on: 'always', command: ['tell'] }],
    });
  });

  it('has every fault of it told at its place, all at once', async () => {
    const first = `{
  "origin": "https://evil.test",
  "settings": ["ads"],
  "accounts": [
    { "name": "a b" },
    { "name": "work", "sesion": "x" },
    { "name": "work", "session": "-" },
    {}
  ],
  "concurrency": 0,
  "outputs": ["a.txt"],
  "failOn": ["off"]
}`;
    expect(await faultsIn(first)).toMatchInlineSnapshot(`
      [
        "2:13 origin: only https://www.linkedin.com or a loopback address (http://127.0.0.1:8080) is accepted.",
        "3:15 settings: "ads" is not known; see what there is with: linkedin-ai-optout settings.",
        "5:15 accounts[0].name: use letters, digits, dot, dash and underscore, 64 at most.",
        "6:23 accounts[1].sesion: is not known here.",
        "7:15 accounts[2].name: "work" is there twice.",
        "7:34 accounts[2].session: give a file: standard input is for one run by hand.",
        "8:5 accounts[3].name: is missing.",
        "10:18 concurrency: give at least 1.",
        "11:15 outputs[0]: "a.txt" must end in .json, .md, .html, .xml, .csv.",
        "12:13 failOn: give on, unknown, or both with a comma.",
      ]
    `);
    const second = `{
  "settings": ["ads-age"],
  "accounts": [{ "name": "work" }],
  "exceptions": [{ "account": "work", "setting": "ai-training", "reason": "", "owner": "o", "expires": "soon" }],
  "notify": [{ "webhook": "http://example.com" }, {}, { "command": [""] }, { "command": ["x"], "on": "never" }],
  "maxAgeDays": "14",
  "colour": true
}`;
    expect(await faultsIn(second)).toMatchInlineSnapshot(`
      [
        "4:50 exceptions[0].setting: "ai-training" is none of the settings.",
        "4:75 exceptions[0].reason: say something here.",
        "4:104 exceptions[0].expires: give the day on which it ends, such as 2027-03-31.",
        "5:27 notify[0].webhook: give an address that begins with https://, or http:// on this machine.",
        "5:51 notify[1]: give a webhook or a command: one of the two.",
        "5:69 notify[2].command[0]: say something here.",
        "5:102 notify[3].on: give "change" or "always".",
        "6:17 maxAgeDays: give a number of days.",
        "7:3 colour: is not known here.",
      ]
    `);
  });

  it.each<[string, string, string[]]>([
    ['an account twice', '{"accounts":[{"name":"a"},{"name":"a"}]}', ['1:35 accounts[1].name: "a" is there twice.']],
    [
      'an exception for nobody and nothing',
      '{"exceptions":[{"account":"x","setting":"y","reason":"r","owner":"o","expires":"2027-01-01"}]}',
      [
        '1:27 exceptions[0].account: "x" is none of the accounts.',
        '1:41 exceptions[0].setting: "y" is none of the settings.',
      ],
    ],
    ['a name twice', '{"concurrency":1,\n"concurrency":2}', ['2:1 concurrency: is there twice.']],
    ['a list', '[]', ['1:1 must be an object in { }.']],
    ['a comma too few', '{"concurrency":1\n"maxAgeDays":3}', ['2:1 a comma is missing before this.']],
    ['what has no end', '{"accounts":[', ['1:14 a closing ] is missing.', '1:14 a closing } is missing.']],
    [
      'a secret in the place of its name',
      '{"notify":[{"webhook":"https://a.test","header":{"name":"X","env":"Bearer 1"}}]}',
      ['1:67 notify[0].header.env: name a variable of the environment that holds the secret, not the secret.'],
    ],
    [
      'what opens the session as a secret for somebody else',
      '{"notify":[{"webhook":"https://a.test","header":{"name":"X","env":"LINKEDIN_AI_OPTOUT_SESSION"}}]}',
      ['1:67 notify[0].header.env: name another: what opens a session goes to nobody.'],
    ],
    ['a number of reasons to fail', '{"failOn":5}', ['1:11 failOn: give "on", "unknown", or a list of them.']],
    ['a reason to fail that is none', '{"failOn":["on",3]}', ['1:11 failOn: give "on", "unknown", or a list of them.']],
    [
      'one of all settings that is not known',
      '{"settings":["all","nope"]}',
      ['1:13 settings: "nope" is not known; see what there is with: linkedin-ai-optout settings.'],
    ],
    [
      'a secret in the address',
      '{"notify":[{"webhook":"https://a:b@c.test"}]}',
      ['1:23 notify[0].webhook: give an address that begins with https://, or http:// on this machine.'],
    ],
  ])('%s is a fault', async (_, text, faults) => {
    expect(await faultsIn(text)).toEqual(faults);
  });
});

describe('what nobody has written by hand', () => {
  it('has ten of its faults told, and the number of the others', async () => {
    const faults = await faultsIn('stray '.repeat(12_000));
    expect(faults).toHaveLength(11);
    expect([faults[0], faults.at(-1)]).toEqual(['1:1 this is no word of JSON.', 'and 11991 more.']);
  });

  it.each(['[', '{"a":'])('is nested too deeply: %s', async (open) => {
    const [fault, ...more] = await faultsIn(open.repeat(100_000));
    expect([fault, more]).toEqual([expect.stringMatching(/^1:\d+ this is nested too deeply\.$/), []]);
  });

  it('may have brackets in its texts', async () => {
    const text = '[{'.repeat(100);
    expect(await faultsIn(`{"accounts":[{"name":"${text}"}]}`)).toEqual([
      '1:22 accounts[0].name: use letters, digits, dot, dash and underscore, 64 at most.',
    ]);
  });
});

describe('the file of it', () => {
  it.each<[string, BufferEncoding]>([
    ['UTF-8 with a mark', 'utf8'],
    ['UTF-16, as PowerShell writes it', 'utf16le'],
  ])('may be %s', async (_, encoding) => {
    const path = join(await newFolder(), 'config.json');
    await writeFile(path, Buffer.from('\uFEFF{"maxAgeDays":3}', encoding));
    expect((await readConfig(path))?.config.maxAgeDays).toBe(3);
  });

  it('is not taken for missing where it cannot be got at', async () => {
    const path = join(await newFolder(), 'config.json');
    await symlink(path, path);
    await expect(readConfig(path)).rejects.toThrow(`--config: "${path}" cannot be read (ELOOP); try again`);
  });

  it('is none where none was named and none is in its place; one that was named must be there', async () => {
    process.env.XDG_CONFIG_HOME = await newFolder();
    expect(await readConfig()).toBeNull();
    await expect(readConfig('/no/such.json')).rejects.toThrow(/there is no file "\/no\/such.json"; write one with/);
    await expect(readConfig('/')).rejects.toThrow('--config: "/" is not an ordinary file; give a configuration.');
  });

  it('has paths that count from its folder', async () => {
    const folder = await newFolder();
    await mkdir(join(folder, 'sub'));
    const path = join(folder, 'sub', 'c.json');
    await writeFile(
      path,
      '\uFEFF{"accounts":[{"name":"a","session":"../s.json"},{"name":"b","session":"/s.json"}],"outputs":["o.json"]}',
    );
    expect((await readConfig(path))?.config).toMatchObject({
      accounts: [{ session: join(folder, 's.json') }, { session: '/s.json' }],
      outputs: [{ path: join(folder, 'sub', 'o.json') }],
    });
  });

  it('is written with comments, valid as it stands, for its owner alone, and never over another', async () => {
    const path = join(await newFolder(), 'new', 'config.json');
    expect(await writeFirstConfig(path)).toBe(path);
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    expect((await readConfig(path))?.config).toMatchObject({ accounts: [{ name: 'default' }], maxAgeDays: 14 });
    await writeFile(path, 'mine');
    await expect(writeFirstConfig(path)).rejects.toThrow(/it was left as it is/);
    expect(await readFile(path, 'utf8')).toBe('mine');
    expect(await readdir(join(path, '..'))).toEqual(['config.json']);
  });

  it('is valid also with each of its examples', async () => {
    const path = await writeFirstConfig(join(await newFolder(), 'config.json'));
    const text = (await readFile(path, 'utf8'))
      .replaceAll(/^(\s*)\/\/ ([[\]{"])/gm, '$1$2')
      .replace('"default" }', '"default" },');
    const config = parseConfig(text.replaceAll(/^ {2}\/\/ {3}/gm, '    '), path);
    expect(config.accounts).toHaveLength(2);
    expect([config.exceptions.length, config.notify.length, config.outputs?.length]).toEqual([1, 2, 1]);
  });
});

describe('the command line wins over the file, the file over the defaults', () => {
  const config = parseConfig(
    '{"origin":"http://127.0.0.1:1","outputs":["f.json"],"failOn":"on","accounts":[{"name":"work","session":"s.json","expectAccount":"robin"}]}',
    'config.json',
  );
  const read = (flags: Partial<Flags>) => readOptions({ color: true, ...flags });

  it('each for itself', () => {
    const given = new Set(['failOn']);
    const options = applyConfig(read({ failOn: 'unknown' }), config, (flag) => given.has(flag));
    expect(options.failOn).toEqual(['unknown']);
    expect(options.site.origin).toBe('http://127.0.0.1:1');
    expect(options.outputs).toEqual([{ path: 'f.json', format: 'json' }]);
    expect(options.settings.map(({ id }) => id)).toEqual(['ai-training']);
  });

  it.each<[string, Partial<Flags>, NodeJS.ProcessEnv, [string | undefined, string | undefined]]>([
    ['the configured account', { account: 'work' }, {}, ['s.json', 'robin']],
    ['another account', { account: 'home' }, {}, [undefined, undefined]],
    ['a session by flag', { account: 'work', session: 'x' }, {}, ['x', 'robin']],
    ['a session in the environment', { account: 'work' }, { LINKEDIN_AI_OPTOUT_SESSION: 'x' }, [undefined, 'robin']],
    ['another expected', { account: 'work', expectAccount: 'kim' }, {}, ['s.json', 'kim']],
  ])('for one account: %s', (_, flags, environment, expected) => {
    const { session, expectAccount } = applyConfigOfAccount(read(flags), config, () => false, environment);
    expect([session, expectAccount]).toEqual(expected);
  });
});
