import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { generateX25519Identity } from 'age-encryption';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readHistory } from '../../src/history/read.ts';
import { reportSchema } from '../../src/report/schema.ts';
import { withAccountLock } from '../../src/session/store/lock.ts';
import { openStore } from '../../src/session/store/store.ts';
import { siteOf } from '../../src/settings/site.ts';
import { makeHousehold, openHook } from './audit-scene.ts';
import { processesOf, run, start, until } from './program.ts';
import { expectClean, openSite, reportOn, type Site } from './site.ts';

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

describe.concurrent('an audit', () => {
  it('checks every account, in the order of the configuration, and none is another’s trouble', async () => {
    const home = await makeHousehold(site, [
      { truth: 'on' },
      { truth: 'off' },
      { variant: 'status-429' },
      { variant: 'not-offered-404' },
      { truth: 'off' },
      { truth: 'off' },
    ]);
    await writeFile(home.guests[4]?.sessionFile ?? '', 'nonsense');
    home.guests[5]?.endSession();
    const ended = await run(home.audit('--format', 'json', '--concurrency', '3', '--scheduled'), { env: home.env });
    const report = reportOn(ended);
    expect(report.results.map((found) => [found.account.name, found.state, found.reason?.code ?? null])).toEqual([
      ['a0', 'on', null],
      ['a1', 'off', null],
      ['a2', 'unknown', 'rate-limited'],
      ['a3', 'not-offered', null],
      ['a4', 'unknown', 'signed-out'],
      ['a5', 'unknown', 'signed-out'],
    ]);
    expect(report.run).toMatchObject({ command: 'audit', trigger: 'schedule', origin: site.origin });
    expect([ended.code, report.summary.exitCode, report.network.writesAllowed]).toEqual([5, 5, 0]);
    for (const guest of home.guests) expectClean(ended, guest);
    const { seen } = await readHistory(home.data);
    expect(seen.map(({ account, state }) => `${account} ${state}`).sort()).toEqual(
      report.results.map(({ account, state }) => `${account.name} ${state}`),
    );
    expect(await readdir(join(home.data, 'audit'))).toEqual([]);
  });

  it('tells of an account that another run uses what is so, and that its session has ended to nobody', async () => {
    const home = await makeHousehold(site, [{ truth: 'off' }]);
    const hook = await openHook();
    const [guest] = home.guests;
    const accounts = [{ name: 'held' }, { name: 'a0', session: guest?.sessionFile }];
    await home.configure({ accounts, notify: [{ webhook: hook.address }] });
    const env = { ...home.env, LINKEDIN_AI_OPTOUT_KEY: await generateX25519Identity() };
    const store = await openStore({ folder: join(home.data, 'sessions'), environment: env });
    const now = new Date();
    const times = { createdAt: now.toISOString(), lastProvenAt: now.toISOString() };
    const cookies = guest?.storageState.cookies ?? [];
    const kept = { account: 'held', cookies, member: null, ...times, browser: 'chromium' };
    await store.save(kept, { site: siteOf(site.origin), now });
    const ended = await withAccountLock(store.folder, 'held', () => run(home.audit('--format', 'json'), { env }));
    const [held, other] = reportOn(ended).results;
    expect([ended.code, other?.state]).toEqual([7, 'off']);
    expect(held).toMatchObject({
      state: 'unknown',
      verdict: 'error',
      reason: {
        code: 'timeout',
        message: `The account "held" is in use: another run uses it (process ${process.pid}).`,
        hint: 'Wait until that has ended, or end it, and try again.',
      },
    });
    expect(hook.notices.map(({ alerts }) => alerts.map(({ answer }) => answer))).toEqual([['blocked']]);
    expect(hook.notices[0]?.text).not.toContain('session');
    hook.close();
  });

  it('of a shard that has nothing to do says so, and nothing of what is on or off', async () => {
    const home = await makeHousehold(site, []);
    await home.configure({ accounts: [{ name: 'only' }] });
    const ended = await run(home.audit('--shard', '5/8', '--format', 'json'), { env: home.env });
    const { results, summary } = reportOn(ended);
    expect([ended.code, results, summary.verdict]).toEqual([0, [], 'not-applicable']);
    expect(ended.stderr).toContain('this one has nothing to do');
  });

  it('fills in what was last time, tells drift, and says so in text', async () => {
    const home = await makeHousehold(site, [{ truth: 'off' }]);
    const once = () => run(home.audit('--format', 'json'), { env: home.env });
    const first = reportOn(await once()).results[0];
    expect(first?.previous).toBeNull();
    home.guests[0]?.turn('on');
    const drifted = reportOn(await once()).results[0];
    expect(drifted).toMatchObject({ state: 'on', previous: { state: 'off', verdict: 'pass' } });
    const { seen } = await readHistory(home.data);
    expect(drifted?.drift).toEqual({ offAt: seen[0]?.at, onBy: seen[1]?.at });
    // The same is seen by the other commands.
    const check = ['check', '--config', home.config, '--account', 'a0', '--headless'];
    const { stdout, code } = await run(check, { env: home.env });
    expect(code).toBe(1);
    expect(stdout).toMatch(/Drift +Off on \d+ \w+ \d{4}, on by \d+ \w+ \d{4}\./);
    const fixed = await run(['disable', ...check.slice(1), '--yes', '--format', 'json'], { env: home.env });
    expect(reportOn(fixed).results[0]).toMatchObject({ state: 'off', verdict: 'fixed', drift: { offAt: seen[0]?.at } });
    const { stdout: told } = await run(['history', '--format', 'json'], { env: home.env });
    expect(JSON.parse(told).history).toMatchObject([
      { account: 'a0', drifts: [drifted?.drift], exposures: [{ seenOn: { from: seen[1]?.at } }] },
    ]);
  });

  it('in another account’s place is no drift, and never reads who is not expected', async () => {
    const home = await makeHousehold(site, [{ truth: 'off' }, { truth: 'on' }]);
    await run(home.audit('--account', 'a0'), { env: home.env });
    const [first, second] = home.guests;
    await writeFile(first?.sessionFile ?? '', JSON.stringify(second?.storageState));
    const other = reportOn(await run(home.audit('--account', 'a0', '--format', 'json'), { env: home.env })).results[0];
    expect([other?.state, other?.drift, other?.previous]).toEqual(['on', undefined, null]);
    const expected = ['--account', 'a0', '--expect-account', first?.vanity ?? '', '--format', 'json'];
    const refused = await run(home.audit(...expected), { env: home.env });
    expect([refused.code, reportOn(refused).results[0]?.reason?.code]).toEqual([4, 'wrong-account']);
  });

  it('tells a webhook on a change alone, next time where it was not heard, and hides nothing for it', async () => {
    const home = await makeHousehold(site, [{ truth: 'on' }]);
    const hook = await openHook();
    await home.configure({ notify: [{ webhook: hook.address }] });
    hook.status = 403;
    const unheard = await run(home.audit('--format', 'json'), { env: home.env });
    expect([unheard.code, reportOn(unheard).results[0]?.state]).toEqual([1, 'on']);
    expect(unheard.stderr).toMatch(
      /warning: Somebody was not told, and will be next time: 127\.0\.0\.1:\d+ answered 403\./,
    );
    hook.status = 200;
    for (const _ of [1, 2]) await run(home.audit(), { env: home.env });
    expect(hook.notices.map(({ alerts }) => alerts.map(({ kind, answer }) => [kind, answer]))).toEqual([
      [['change', 'on']],
    ]);
    expect(hook.notices[0]?.results[0]).toMatchObject({ state: 'on' });
    expectClean({ ...unheard, stdout: JSON.stringify(hook.notices) }, home.guests[0] ?? { secrets: [] });
    hook.close();
  });

  it('lets an exception calm the exit code, keeps the state in sight, and warns before its end', async () => {
    const home = await makeHousehold(site, [{ truth: 'on' }]);
    const expires = new Date(Date.now() + 5 * 86_400_000).toISOString().slice(0, 10);
    const exception = { account: 'a0', setting: 'ai-training', reason: 'agreed', owner: 'lee', expires };
    await home.configure({ exceptions: [exception] });
    const ended = await run(home.audit('--output', join(home.folder, 'out.json')), { env: home.env });
    expect(ended.code).toBe(0);
    expect(ended.stdout).toContain(`By exception until ${expires}: agreed (lee answers for it).`);
    expect(ended.stderr).toContain(`ends on ${expires}`);
    const report = reportSchema.parse(JSON.parse(await readFile(join(home.folder, 'out.json'), 'utf8')));
    expect(report.results[0]).toMatchObject({ state: 'on', verdict: 'fail', suppressed: { owner: 'lee' } });
    const checked = await run(home.check('--account', 'a0'), { env: home.env });
    expect([checked.code, checked.stdout]).toEqual([0, expect.stringContaining('Excepted')]);
    await home.configure({ exceptions: [{ ...exception, expires: '2026-01-01' }] });
    expect((await run(home.audit(), { env: home.env })).code).toBe(1);
  });

  it('goes on with another browser when the one it has is gone, and keeps the evidence of the last look alone', async () => {
    const home = await makeHousehold(
      site,
      Array.from({ length: 4 }, () => ({ truth: 'off' }) as const),
    );
    const evidence = join(home.folder, 'evidence');
    const args = home.audit('--format', 'json', '--concurrency', '1', '--evidence', evidence);
    const running = await start(args, { env: home.env });
    await until(() => (home.guests[1]?.arrivals().length ?? 0) > 0);
    const browser = (await processesOf(running)).find(({ commandLine }) =>
      commandLine.includes('--remote-debugging-pipe'),
    );
    if (browser) process.kill(browser.pid, 'SIGKILL');
    const ended = await running.ended;
    expect(reportOn(ended).results.map(({ state }) => state)).toEqual(['off', 'off', 'off', 'off']);
    expect(ended.code).toBe(0);
    expect((await run(['report', 'verify', evidence])).code).toBe(0);
  });

  it('that is interrupted is gone on with, under its own id, without looking again at what it has proven', async () => {
    const home = await makeHousehold(
      site,
      Array.from({ length: 5 }, () => ({ truth: 'off' }) as const),
    );
    const running = await start(home.audit('--verbose', '--concurrency', '1'), { env: home.env });
    await until(() => running.stderr().includes('proven: a1'));
    running.interrupt();
    const { code, stdout, stderr } = await running.ended;
    expect([code, stdout]).toEqual([130, '']);
    expect(stderr).toContain('audit --resume goes on with them.');
    const proven = [...stderr.matchAll(/proven: (a\d)/g)].map(([, name]) => name);
    const before = home.guests.map((guest) => guest.arrivals().length);
    const { seen } = await readHistory(home.data);
    const report = reportOn(await run(home.audit('--resume', '--format', 'json'), { env: home.env }));
    expect(report.results.map(({ state }) => state)).toEqual(Array(5).fill('off'));
    expect(report.run.id).toBe(seen[0]?.run);
    const isSeenAgain = home.guests.map((guest, index) => guest.arrivals().length > (before[index] ?? 0));
    expect(isSeenAgain).toEqual(home.guests.map((_, index) => !proven.includes(`a${index}`)));
  });

  it('does not run beside itself', async () => {
    const home = await makeHousehold(site, [{ variant: 'hangs' }]);
    const first = await start(home.audit(), { env: home.env });
    await until(() => (home.guests[0]?.arrivals().length ?? 0) > 0);
    const second = await (await start(home.audit(), { env: home.env })).ended;
    expect([second.code, second.stdout]).toEqual([2, '']);
    expect(second.stderr).toMatch(/^error: This audit is in use: another run uses it \(process \d+\); [^\n]+\n$/);
    first.interrupt();
    expect((await first.ended).code).toBe(130);
  });

  it('tells its result also where nothing of ours can be kept', async () => {
    const home = await makeHousehold(site, [{ truth: 'on' }]);
    await rm(home.data, { recursive: true });
    await writeFile(home.data, 'in the way');
    const { code, stdout, stderr } = await run(home.audit('--format', 'json', '--verbose'), { env: home.env });
    expect([code, reportOn({ stdout }).results[0]?.state]).toEqual([1, 'on']);
    expect(stderr).toContain('warning: This was not added to the history');
    expect(stderr).not.toContain('proven:');
  });

  it('keeps the evidence of all accounts as one bundle, each file under its account', async () => {
    const home = await makeHousehold(site, [{ truth: 'off' }, { truth: 'on' }]);
    const evidence = join(home.folder, 'evidence');
    await run(home.audit('--evidence', evidence), { env: home.env });
    const names = await readdir(evidence);
    for (const name of ['a0', 'a1']) expect(names).toContain(`capture-${name}-ai-training.json`);
    expect((await run(['report', 'verify', evidence])).code).toBe(0);
  });
});

describe('eight shards', () => {
  it('as eight processes come to what the single run comes to', async () => {
    const home = await makeHousehold(
      site,
      Array.from({ length: 12 }, (_, index) =>
        index % 5 === 3 ? { variant: 'status-999' } : { truth: index % 2 ? 'on' : 'off' },
      ),
    );
    const told = (results: ReturnType<typeof reportOn>['results']) =>
      results.map(({ account, setting, state, verdict, confidence, reason }) =>
        JSON.stringify([account, setting, state, verdict, confidence, reason]),
      );
    const shards = await Promise.all(
      Array.from({ length: 8 }, (_, index) =>
        run(home.audit('--shard', 'auto', '--format', 'json'), {
          env: { ...home.env, JOB_COMPLETION_INDEX: String(index), JOB_COMPLETIONS: '8' },
        }),
      ),
    );
    const reports = shards.map((ended) => reportOn(ended));
    expect(reports.map(({ run: { shard } }) => shard)).toEqual(
      Array.from({ length: 8 }, (_, index) => ({ index: index + 1, total: 8 })),
    );
    const single = reportOn(await run(home.audit('--format', 'json', '--concurrency', '4'), { env: home.env }));
    const merged = reports.flatMap(({ results }) => told(results));
    expect(merged.sort()).toEqual(told(single.results).sort());
    expect(single.results.every(({ previous }) => previous !== null)).toBe(true);
  });
});

describe.concurrent('what is wrong is told before a browser opens', () => {
  it.each<[string, string[], RegExp]>([
    [
      'no configuration',
      ['audit'],
      /^error: There is no configuration yet; write a first one with: linkedin-ai-optout audit init\.\n$/,
    ],
    [
      'one that is not there',
      ['audit', '--config', '/no/such.json'],
      /^error: --config: there is no file "\/no\/such.json"/,
    ],
    ['for another command too', ['check', '--config', '/no/such.json'], /^error: --config: there is no file/],
    ['no shard', ['audit', '--shard', '9/8'], /^error: /],
  ])('%s', async (_, args, sentence) => {
    const { code, stdout, stderr } = await run(args);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(sentence);
  });

  it.each<[string[], string]>([
    [['--shard', '9/8'], '--shard: give which shard of how many, such as 1/8, or auto.'],
    [
      ['--shard', 'auto'],
      '--shard auto: the environment does not tell which shard of how many this is; give --shard 1/8.',
    ],
    [['--shard-total', '8'], '--shard-total goes with --shard auto.'],
    [['--concurrency', '0'], '--concurrency: give a whole number from 1 to 16.'],
    [['--account', 'nobody'], '--account: "nobody" is none of the configured accounts.'],
    [['--session', 'x'], '--session and --expect-account are for one account: name it with --account.'],
  ])('%s', async (more, sentence) => {
    const home = await makeHousehold(site, [{}, {}]);
    const { code, stdout, stderr } = await run(home.audit(...more), { env: home.env });
    expect({ code, stdout, stderr }).toEqual({ code: 2, stdout: '', stderr: `error: ${sentence}\n` });
  });

  it('every fault of a configuration, each at its place', async () => {
    const home = await makeHousehold(site, []);
    await home.configure({ accounts: [{ name: 'a b' }], concurrency: 99, extra: 1 });
    const { code, stdout, stderr } = await run(home.audit(), { env: home.env });
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr.trim().split('\n')).toHaveLength(4);
    expect(stderr).toMatch(/\n {2}1:\d+ concurrency: give at most 16\.\n/);
  });
});

describe('audit init', () => {
  it('writes a configuration where it is looked for, and never another', async () => {
    const home = await makeHousehold(site, []);
    const path = join(home.env.XDG_CONFIG_HOME ?? '', 'linkedin-ai-optout', 'config.json');
    const first = await run(['audit', 'init'], { env: home.env });
    expect([first.code, first.stdout]).toEqual([0, `${path}\n`]);
    const second = await run(['audit', 'init'], { env: home.env });
    expect([second.code, second.stderr]).toEqual([
      2,
      `error: There is a configuration already: "${path}"; it was left as it is.\n`,
    ]);
    const elsewhere = join(home.folder, 'other.json');
    expect((await run(['audit', 'init', '--config', elsewhere], { env: home.env })).stdout).toBe(`${elsewhere}\n`);
    // It is found, and what it says is done: there is no session for its account.
    const audit = await run(['audit', '--headless'], { env: home.env });
    expect([audit.code, audit.stdout.includes('There is no session for the account "default".')]).toEqual([4, true]);
  });
});
