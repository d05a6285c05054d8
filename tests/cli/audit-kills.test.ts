import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readHistory } from '../../src/history/read.ts';
import { type Household, makeHousehold } from './audit-scene.ts';
import { nothingRuns, run, start } from './program.ts';
import { openSite, reportOn, type Site } from './site.ts';

/** `npm run test:kills` does this 100 times, with 50 accounts; the suite a few times, with a few. */
const ROUNDS = Number(process.env.KILL_ROUNDS ?? 4);
const ACCOUNTS = Number(process.env.KILL_ACCOUNTS ?? 6);
const CONCURRENCY = ['--concurrency', '4'];

let site: Site;
let home: Household;
beforeAll(async () => {
  site = await openSite();
  home = await makeHousehold(
    site,
    Array.from({ length: ACCOUNTS }, (_, index) => ({ truth: index % 3 ? 'off' : 'on' })),
  );
});
afterAll(() => site.close());

const truthOf = (account: string) => home.guests[Number(account.slice(1))]?.truth() ?? 'nobody';

describe(`killed (-9) at ${ROUNDS} random moments of an audit of ${ACCOUNTS} accounts`, () => {
  it('nothing is lost that was reported as proven, the history is readable, and the next run goes on', {
    timeout: 3_600_000,
  }, async () => {
    const begin = performance.now();
    await run(home.audit(...CONCURRENCY), { env: home.env });
    const wholeMs = performance.now() - begin;
    const proven = new Map<string, number>();
    const tally = { kills: 0, tooLate: 0, proven: 0, goneOnWith: 0, unreadable: 0 };

    for (let round = 0; round < ROUNDS; round += 1) {
      // Every other one goes on with what was killed before it, for which less is left to do.
      const isResumed = round % 2 === 1;
      const before = home.guests.map((guest) => guest.arrivals().length);
      const done = isResumed ? await provenByLastRun() : new Set<string>();
      const running = await start(home.audit('--verbose', ...CONCURRENCY, ...(isResumed ? ['--resume'] : [])), {
        env: home.env,
      });
      const left = (ACCOUNTS - done.size) / ACCOUNTS;
      const moment = Math.random() * wholeMs * Math.max(left, 0.3);
      await Promise.race([sleep(moment), running.ended]);
      running.child.kill('SIGKILL');
      const { code, stderr } = await running.ended;
      await nothingRuns(running);

      const where = `round ${round}, after ${moment.toFixed(0)} ms`;
      for (const [, account = '', state] of stderr.matchAll(/^proven: (\S+) ai-training (\S+)$/gm)) {
        expect([where, account, state]).toEqual([where, account, truthOf(account)]);
        proven.set(account, (proven.get(account) ?? 0) + 1);
        tally.proven += 1;
      }
      const { seen, unreadable } = await readHistory(home.data);
      for (const [account, times] of proven) {
        const kept = seen.filter((one) => one.account === account && one.state === truthOf(account));
        expect(kept.length, `${where}: ${account}`).toBeGreaterThanOrEqual(times);
      }
      // Of a line that was cut off, no more than one stays behind a kill.
      expect(unreadable, where).toBeLessThanOrEqual(tally.kills + 1);
      if (isResumed && stderr.includes('Going on with the audit')) {
        tally.goneOnWith += 1;
        for (const account of done) {
          const index = Number(account.slice(1));
          expect(home.guests[index]?.arrivals().length, `${where}: ${account}`).toBe(before[index]);
        }
      }
      tally[code === null ? 'kills' : 'tooLate'] += 1;
      tally.unreadable = unreadable;
    }

    const last = await run(home.audit('--resume', '--format', 'json', ...CONCURRENCY), { env: home.env });
    const report = reportOn(last);
    expect(last.code).toBe(1);
    expect(report.results.map(({ account, state }) => `${account.name} ${state}`)).toEqual(
      home.guests.map((guest, index) => `a${index} ${guest.truth()}`),
    );
    expect(tally.kills).toBeGreaterThan(0);
    if (process.env.KILL_ROUNDS) process.stdout.write(`${JSON.stringify(tally)}\n`);
  });
});

/** What the run that was killed last has proven by its own state: what a resumed one must not look at again. */
async function provenByLastRun(): Promise<Set<string>> {
  const folder = join(home.data, 'audit');
  const [file] = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith('.json'));
  if (!file) return new Set();
  const state = JSON.parse(await readFile(join(folder, file), 'utf8'));
  return new Set(state.entries.map(({ result }: { result: { account: { name: string } } }) => result.account.name));
}
