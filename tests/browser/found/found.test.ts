import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { siteOf } from '../../../src/settings/site.ts';
import { faultsOf } from '../faults.ts';
import { type Examiner, openExaminer } from '../stage.ts';
import { ORDINARY, RECORD_PATH } from './markup.ts';
import { CHANGE } from './pages-change.ts';
import { CLICK } from './pages-click.ts';
import { DOUBT } from './pages-doubt.ts';
import { ELSEWHERE } from './pages-elsewhere.ts';
import { LATE } from './pages-late.ts';
import { NOISE } from './pages-noise.ts';
import { PARTS } from './pages-parts.ts';
import { PLAIN } from './pages-plain.ts';
import { SAVE } from './pages-save.ts';
import { SESSION } from './pages-session.ts';
import { UNHEARD } from './pages-unheard.ts';
import { WALLS } from './pages-walls.ts';
import { type FoundPage, type FoundSite, openFoundSite, type Run } from './site.ts';

/** Pages that no trait of the look-alike makes, in real Chromium, judged against what their server knows. */

const PAGES = [
  ...UNHEARD,
  ...ELSEWHERE,
  ...WALLS,
  ...CLICK,
  ...SAVE,
  ...PARTS,
  ...SESSION,
  ...NOISE,
  ...CHANGE,
  ...PLAIN,
  ...DOUBT,
  ...LATE,
];
const TIMEOUT_MS = 30_000;
let site: FoundSite;
let examiner: Examiner;
const everyFault: string[] = [];

beforeAll(async () => {
  site = await openFoundSite(ORDINARY);
  examiner = await openExaminer();
});
afterAll(async () => {
  examiner.close();
  await site.close();
});

// A busy machine may make a reading time out, so the answer gets a second try; the faults of every try count, below.
describe.concurrent('a raw page', { retry: 1 }, () => {
  for (const page of PAGES) {
    for (const run of page.runs) {
      (page.isTimed ? it.sequential : it)(`${page.name}: ${run.mode} while ${run.truth}`, async () => {
        const { answer, faults, writes } = await examine(page, run);
        expect(faults).toEqual([]);
        if (typeof run.answer === 'string') expect(run.answer.split(' or ')).toContain(answer);
        else expect(answer).toMatch(run.answer);
        if (run.writes !== undefined) expect(writes.length).toBe(run.writes);
      });
    }
  }
});

it('there was no fault among them, every try counted', () => {
  expect(everyFault).toEqual([]);
});

async function examine(page: FoundPage, { mode, truth, expectAccount, timeoutMs = TIMEOUT_MS }: Run) {
  const visitor = site.enter(page, truth);
  const { cookies, arrivals } = visitor;
  const seen = await examiner.examine({ site: siteOf(site.origin), cookies, mode, timeoutMs, expectAccount });
  const variant = page.isNotOffered ? { category: 'lacks-row' as const } : {};
  const writes = arrivals.filter(({ method }) => method !== 'GET').map(({ method, path }) => `${method} ${path}`);
  const known = faultsOf({
    ...seen,
    scene: { variant, mode, truth, timeoutMs },
    now: visitor.truth,
    arrivals,
    foreign: [],
  }).map(({ kind, detail }) => `${kind} ${detail}`);
  // The page's one save goes to one address; and what was refused, was not clicked.
  const isRefused = seen.answer.startsWith('refused');
  const strays = writes.filter((write) => isRefused || write !== `${page.saves ?? 'PUT'} ${RECORD_PATH}`);
  const faults = [...known, ...strays];
  everyFault.push(...faults.map((fault) => `${page.name}, ${mode} while ${truth}: ${fault}`));
  return { answer: seen.answer, faults, writes };
}
