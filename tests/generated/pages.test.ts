import { afterAll, beforeAll, expect, it } from 'vitest';
import { openStage, type Stage } from '../browser/stage.ts';
import { shrink, sweep, tellCounts, variantLine } from './sweep.ts';

/** Pages that nobody has designed, in real Chromium, judged against what their server knows (see `run.mjs`). */

const { GENERATED_PAGES = '200', GENERATED_SEED = '1', GENERATED_JOBS = '6' } = process.env;
const [pages, seed, jobs] = [GENERATED_PAGES, GENERATED_SEED, GENERATED_JOBS].map(Number) as [number, number, number];
const MOST_UNDECIDED = 0.02;
const tell = (line: string) => void process.stdout.write(`${line}\n`);
let stage: Stage;

beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

it('is never wrong about a generated page, and seldom undecided about a clear one', { timeout: 0 }, async () => {
  tell(`${pages} pages, seed ${seed}, ${jobs} at a time`);
  const found = await sweep(stage, { pages, seed, jobs, tell });
  tell(tellCounts(found, seed));
  for (const fault of new Map(found.faults.map((each) => [each.kind, each])).values()) {
    tell(`The smallest page found with “${fault.kind}” (page ${fault.index}):`);
    tell(variantLine(await shrink(stage, fault, seed), fault.kind));
  }
  expect(found.faults.map(({ kind, index }) => `page ${index}: ${kind}`)).toEqual([]);
  expect(found.undecided.length / Math.max(1, found.clear)).toBeLessThan(MOST_UNDECIDED);
});
