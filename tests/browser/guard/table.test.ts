import { setTimeout as pause } from 'node:timers/promises';
import { chromium } from 'playwright';
import { generate } from 'selfsigned';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { findBrowser } from '../../../src/browser/find.ts';
import { type OpenBrowser, withBrowser } from '../../../src/browser/open.ts';
import { withVisit } from '../../../src/page/visit.ts';
import { LINKEDIN_ORIGIN, siteOf } from '../../../src/settings/site.ts';
import { wrapBrowser } from '../../cli/program.ts';
import { keepSummary } from '../../summary.ts';
import { type Field, MOMENTS, type Moment, openField } from './field.ts';
import { CONNECTIONS } from './ways/connections.ts';
import { ELEMENTS } from './ways/elements.ts';
import { FRAMES } from './ways/frames.ts';
import { REQUESTS } from './ways/requests.ts';
import type { Way, Ways } from './ways/way.ts';

/**
 * The guard, alone: every way in which a page can send × when it does, over plain HTTP and over TLS, against a server that
 * logs what arrives. Each is also tried without the guard: only what gets out there is worth stopping here.
 */

const WAYS: Ways = { ...REQUESTS, ...ELEMENTS, ...FRAMES, ...CONNECTIONS };
const ALL: readonly [name: string, way: Way][] = Object.entries(WAYS);

const SCHEMES = ['plain', 'TLS'] as const;
type Scheme = (typeof SCHEMES)[number];

/** One page: what it tries, and when. Ways that lead the page away have one each. */
interface Group {
  moment: Moment;
  ways: readonly number[];
}
const TOGETHER = ALL.flatMap(([, way], index) => (way.alone ? [] : [index]));
const ALONE = ALL.flatMap(([, way], index) => (way.alone ? [index] : []));
const GROUPS: readonly Group[] = MOMENTS.flatMap((moment) => [
  { moment, ways: TOGETHER },
  ...(moment === 'open' ? ALONE.map((way) => ({ moment, ways: [way] })) : []),
]);

/** What arrived, by `moment/way`. */
type Arrived = Map<string, string[]>;
/** Opens a page of a field's, waits until it is done, and closes it. */
type Visitor = (page: string, done: () => Promise<void>) => Promise<void>;

let tls: { key: string; cert: string };
const seen: Record<Scheme, { guarded: Arrived; bare: Arrived }> = {
  plain: { guarded: new Map(), bare: new Map() },
  TLS: { guarded: new Map(), bare: new Map() },
};

beforeAll(async () => {
  const { private: key, cert } = await generate([{ name: 'commonName', value: 'www.linkedin.com' }], { keySize: 2048 });
  tls = { key, cert };
});

/** A field for each moment: what arrives late must not be taken for another moment's. */
async function openFields(scheme: Scheme): Promise<Map<Moment, Field>> {
  const place =
    scheme === 'TLS'
      ? { origin: LINKEDIN_ORIGIN, elsewhere: 'https://api.linkedin.com', tls }
      : { origin: 'http://127.0.0.1', elsewhere: '' };
  return new Map(
    await Promise.all(MOMENTS.map(async (moment) => [moment, await openField({ ways: WAYS, ...place })] as const)),
  );
}

/** `stays` is how long a page is left open: until it is done, where it is not told. */
async function visitAll(
  groups: readonly Group[],
  fields: Map<Moment, Field>,
  visitorFor: (field: Field) => Promise<{ visit: Visitor; end(): Promise<void> }>,
  stays = (field: Field, page: string): Promise<unknown> => field.done(page),
) {
  const arrived: Arrived = new Map();
  for (const [moment, field] of fields) {
    const { visit, end } = await visitorFor(field);
    const queue = groups.filter((group) => group.moment === moment).values();
    const work = async () => {
      for (const { ways } of queue) {
        const page = field.page(moment, ways);
        await visit(page, async () => void (await stays(field, page)));
      }
    };
    await Promise.all([work(), work(), work()]);
    await end();
    await field.close();
    for (const [way, what] of field.arrivals) arrived.set(`${moment}/${ALL[way]?.[0]}`, [...what].sort());
  }
  return arrived;
}

const switchesTo = ({ port }: Field) => [
  `--host-resolver-rules=MAP *.linkedin.com 127.0.0.1:${port}`,
  '--ignore-certificate-errors',
];

/** As the program does it. */
async function guardedVisitor(field: Field, scheme: Scheme) {
  const wrapper = await wrapBrowser(scheme === 'TLS' ? switchesTo(field) : []);
  const site = siteOf(scheme === 'TLS' ? LINKEDIN_ORIGIN : `http://127.0.0.1:${field.port}`);
  let finish = () => {};
  const finished = new Promise<void>((resolve) => {
    finish = resolve;
  });
  let whole: Promise<void> = Promise.resolve();
  const open = await new Promise<OpenBrowser>((resolve, reject) => {
    whole = withBrowser(
      { headed: false, browser: wrapper.path, warn: () => undefined },
      new AbortController().signal,
      async (opened) => {
        resolve(opened);
        await finished;
      },
    );
    whole.catch(reject);
  });
  const visit: Visitor = (page, done) => {
    const tally = { writesAllowed: 0, writesBlocked: 0, hosts: new Set<string>() };
    return withVisit(open, site, [], tally, async (one) => {
      await one.page.goto(page, { waitUntil: 'commit' }).catch(() => undefined);
      await done();
    });
  };
  return {
    visit,
    end: async () => {
      finish();
      await whole;
    },
  };
}

/** As anybody's browser does it. */
async function bareVisitor(field: Field, scheme: Scheme) {
  const { executablePath } = await findBrowser();
  const browser = await chromium.launch({
    executablePath,
    chromiumSandbox: process.getuid?.() !== 0,
    args: scheme === 'TLS' ? switchesTo(field) : [],
  });
  const visit: Visitor = async (page, done) => {
    const context = await browser.newContext();
    const opened = await context.newPage();
    await opened.goto(page, { waitUntil: 'commit' }).catch(() => undefined);
    await done();
    await context.close();
  };
  return { visit, end: () => browser.close() };
}

describe.each(SCHEMES)('over %s', (scheme) => {
  beforeAll(async () => {
    seen[scheme].bare = await visitAll(GROUPS, await openFields(scheme), (field) => bareVisitor(field, scheme));
    seen[scheme].guarded = await visitAll(GROUPS, await openFields(scheme), (field) => guardedVisitor(field, scheme));
  });

  it('nothing that could write gets out, in whatever way and whenever', () => {
    expect(writesOf(seen[scheme].guarded)).toEqual({});
  });

  it('no GET gets out but those that are let through for a reason', () => {
    expect(unexplainedOf(seen[scheme].guarded)).toEqual([]);
  });
});

/** What got out that could write. */
const writesOf = (arrived: Arrived) =>
  Object.fromEntries([...arrived].filter(([, what]) => what.some((method) => method !== 'GET')));

/** What got out, and nobody said why it may. */
const unexplainedOf = (arrived: Arrived) =>
  [...arrived.keys()].filter((place) => !WAYS[place.slice(place.indexOf('/') + 1)]?.why);

it('every way is one: without the guard something arrives', async () => {
  const isSent = (name: string) =>
    SCHEMES.some((scheme) => MOMENTS.some((at) => seen[scheme].bare.has(`${at}/${name}`)));
  const unsent = () => ALL.flatMap(([name], index) => (isSent(name) ? [] : [index]));
  // What did not arrive from a crowded page gets one of its own, and its time; the guard has to stand as long.
  for (const way of unsent()) {
    for (const scheme of SCHEMES) {
      const groups = [{ moment: 'open', ways: [way] }] as const;
      const opened = performance.now();
      const arrival = (field: Field) =>
        vi.waitUntil(() => field.arrivals.has(way), { timeout: 30_000, interval: 25 }).catch(() => undefined);
      const bare = await visitAll(groups, await openFields(scheme), (field) => bareVisitor(field, scheme), arrival);
      if (bare.size === 0) continue;
      const took = performance.now() - opened;
      const guarded = await visitAll(
        groups,
        await openFields(scheme),
        (field) => guardedVisitor(field, scheme),
        () => pause(took),
      );
      expect([writesOf(guarded), unexplainedOf(guarded)]).toEqual([{}, []]);
      for (const [place, what] of bare) seen[scheme].bare.set(place, what);
      for (const [place, what] of guarded) seen[scheme].guarded.set(place, what);
      break;
    }
  }
  expect(unsent().map((way) => ALL[way]?.[0])).toEqual([]);
});

afterAll(() => keepSummary('guard', tableOf()));

/** A row for each way; in it, for each scheme and moment, what came of it. */
function tableOf(): string {
  const columns = SCHEMES.flatMap((scheme) => MOMENTS.map((moment) => ({ scheme, moment })));
  const cell = (name: string, scheme: Scheme, moment: Moment) => {
    const [bare, guarded] = [seen[scheme].bare, seen[scheme].guarded].map((all) => all.get(`${moment}/${name}`) ?? []);
    if (guarded?.length) return guarded.join(' ');
    return bare?.length ? 'stopped' : '–';
  };
  const line = (cells: string[]) =>
    cells
      .map((text, index) => text.padEnd(index === 0 ? 56 : 15))
      .join('')
      .trimEnd();
  return [
    'The guard, alone: every way in which a page can send, and what of it has arrived at the server.',
    '“stopped”: it arrives without the guard, and not with it; “–”: it does not even arrive without.',
    '',
    line(['', ...columns.map(({ scheme, moment }) => `${scheme}, ${moment}`)]),
    ...ALL.map(([name]) => line([name, ...columns.map(({ scheme, moment }) => cell(name, scheme, moment))])),
    '',
    'Let through, and why:',
    ...ALL.flatMap(([name, { why }]) => (why ? [line([name, why])] : [])),
  ].join('\n');
}
