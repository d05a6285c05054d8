import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Chalk } from 'chalk';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { selectAccounts } from '../../src/audit/accounts.ts';
import type { Notice } from '../../src/audit/alert.ts';
import { runAudit } from '../../src/audit/run.ts';
import { applyConfig } from '../../src/config/apply.ts';
import { parseConfig } from '../../src/config/read.ts';
import type { Traits } from '../../src/demo/site/traits.ts';
import { readHistory } from '../../src/history/read.ts';
import { summarise } from '../../src/history/summary.ts';
import { readOptions } from '../../src/options.ts';
import type { Terminal } from '../../src/terminal.ts';
import { openSite, type Site } from './site.ts';

/** A year of weekly audits on the look-alike, each in a real browser; only the clock is ours. */

const WEEKS = 52;
const DAY_MS = 86_400_000;
/** Ended a week ago, so that the sessions of today last. */
const START = Math.floor(Date.now() / DAY_MS) * DAY_MS - (WEEKS + 1) * 7 * DAY_MS + DAY_MS / 2;
const timeOf = (week: number) => new Date(START + week * 7 * DAY_MS);
const isIn = (week: number, [from, to]: readonly [number, number]) => week >= from && week <= to;

/** What befalls "robin", by the first and the last week of it. */
const ON = [10, 12] as const;
const SESSION_ENDED = [20, 25] as const;
const PAGE_CHANGED = [30, 31] as const;
const BLOCKED = [40, 43] as const;
/** The webhook is out of order. */
const DEAF = 30;
/** "kim" is on by exception until this week, and is turned off in the other. */
const EXCEPTION_ENDS = 46;
const TURNED_OFF = 48;

/** Exactly these, and none more. */
const EXPECTED = [
  [10, 'robin', 'change', 'on'],
  [13, 'robin', 'recovery', 'as-wished'],
  [20, 'robin', 'change', 'session-ended'],
  [22, 'robin', 'blind', 'session-ended'],
  [26, 'robin', 'recovery', 'as-wished'],
  // A week late, because nobody heard it.
  [31, 'robin', 'change', 'page-changed'],
  [32, 'robin', 'recovery', 'as-wished'],
  [40, 'robin', 'change', 'blocked'],
  [42, 'robin', 'blind', 'blocked'],
  [44, 'robin', 'recovery', 'as-wished'],
  [46, 'kim', 'change', 'on'],
  [48, 'kim', 'recovery', 'as-wished'],
];

let site: Site;
let folder: string;
const notices: Notice[] = [];
let isDeaf = false;
const hook = createServer((request, response) => {
  let body = '';
  request.on('data', (chunk: Buffer) => {
    body += chunk;
  });
  request.on('end', () => {
    if (!isDeaf) notices.push(JSON.parse(body));
    response.writeHead(isDeaf ? 410 : 204).end();
  });
});
beforeAll(async () => {
  site = await openSite();
  folder = await mkdtemp(join(tmpdir(), 'audit-year-'));
  process.env.XDG_DATA_HOME = join(folder, 'data');
  await new Promise<void>((resolve) => hook.listen(0, '127.0.0.1', resolve));
});
afterAll(async () => {
  await site.close();
  hook.close();
  await rm(folder, { recursive: true });
});

describe.skipIf(process.platform !== 'linux')('a year of weekly audits', () => {
  it('tells exactly what is new, once', async () => {
    const traits: Traits = {};
    const robin = await site.addGuest({ variant: traits, truth: 'off' });
    const kim = await site.addGuest({ truth: 'on' });
    const session = JSON.stringify(robin.storageState);
    const config = parseConfig(
      JSON.stringify({
        origin: site.origin,
        accounts: [
          { name: 'robin', session: robin.sessionFile },
          { name: 'kim', session: kim.sessionFile },
        ],
        exceptions: [
          {
            account: 'kim',
            setting: 'ai-training',
            reason: 'agreed',
            owner: 'lee',
            expires: timeOf(EXCEPTION_ENDS).toISOString().slice(0, 10),
          },
        ],
        notify: [{ webhook: `http://127.0.0.1:${(hook.address() as AddressInfo).port}/` }],
        maxAgeDays: 14,
      }),
      'the test',
    );
    const given = readOptions({ headless: true, timeout: '10', format: 'json', color: false });
    const options = applyConfig(given, config, () => false);
    const nothing = { account: undefined, session: undefined, expectAccount: undefined };
    const accounts = selectAccounts(config, { ...nothing, shard: null, isHandedOver: false });

    const alerts: unknown[] = [];
    const codes: number[] = [];
    const warned: number[] = [];
    for (let week = 0; week < WEEKS; week += 1) {
      robin.turn(isIn(week, ON) ? 'on' : 'off');
      if (week === TURNED_OFF) kim.turn('off');
      const isEnded = isIn(week, SESSION_ENDED);
      await writeFile(
        robin.sessionFile,
        isEnded ? session.replace(robin.token, `${robin.token.slice(0, -1)}_`) : session,
      );
      Object.assign(traits, { key: undefined, words: undefined, answer: undefined });
      if (isIn(week, PAGE_CHANGED)) Object.assign(traits, { key: 'someNewKey42', words: 'unknown' });
      if (isIn(week, BLOCKED)) Object.assign(traits, { answer: 429 });
      isDeaf = week === DEAF;

      const terminal = terminalAt(timeOf(week), (text) => {
        if (text.includes('exception')) warned.push(week);
      });
      const audit = { options, config, path: 'the test', accounts, concurrency: 2, shard: null, scheduled: true };
      codes.push(await runAudit({ ...audit, resume: false }, terminal, new AbortController().signal));
      const told = notices.splice(0).flatMap((notice) => notice.alerts);
      alerts.push(...told.map(({ kind, account, answer }) => [week, account, kind, answer]));
      const drift = { offAt: timeOf(9).toISOString(), onBy: timeOf(10).toISOString() };
      if (week === 10) expect(told[0]).toMatchObject({ drift, state: 'on' });
    }

    expect(alerts).toEqual(EXPECTED);
    expect(codes).toEqual(Array.from({ length: WEEKS }, (_, week) => codeOf(week)));
    expect(warned).toEqual([EXCEPTION_ENDS - 2, EXCEPTION_ENDS - 1]);

    const { seen, unreadable } = await readHistory();
    expect([seen.length, unreadable]).toEqual([2 * WEEKS, 0]);
    const [first, second] = summarise(seen).sort((a, b) => b.account.localeCompare(a.account));
    expect(first?.drifts).toEqual([{ offAt: timeOf(9).toISOString(), onBy: timeOf(10).toISOString() }]);
    expect(first?.exposures).toHaveLength(1);
    expect(second?.drifts).toEqual([]);
    expect(second?.exposures).toEqual([
      {
        seenOn: { from: timeOf(0).toISOString(), to: timeOf(TURNED_OFF - 1).toISOString() },
        after: null,
        before: timeOf(TURNED_OFF).toISOString(),
      },
    ]);
  }, 900_000);
});

function codeOf(week: number): number {
  if (isIn(week, BLOCKED)) return 5;
  if (isIn(week, SESSION_ENDED)) return 4;
  if (isIn(week, PAGE_CHANGED)) return 3;
  return isIn(week, ON) || isIn(week, [EXCEPTION_ENDS, TURNED_OFF - 1]) ? 1 : 0;
}

function terminalAt(now: Date, warn: (text: string) => void): Terminal {
  return {
    environment: {},
    stdin: process.stdin,
    print: () => undefined,
    tell: () => undefined,
    warn,
    now: () => now,
    isInteractive: false,
    color: new Chalk({ level: 0 }),
    ask: async () => '',
    confirm: async () => false,
    startProgress: async () => ({ say: () => undefined, stop: () => undefined }),
  };
}
