import { inspect } from 'node:util';
import fc from 'fast-check';
import { FAULTS, type Fault } from '../browser/faults.ts';
import type { Case, Stage } from '../browser/stage.ts';
import { isClear, rightAnswer } from './clear.ts';
import { type GeneratedPage, generatedPages } from './page.ts';

/** Enough for a page to settle, or for two where the category must tell; the hopeless ones are given up sooner. */
const CLEAR_MS = 15_000;
const MISSING_MS = 16_000;
const UNCLEAR_MS = 5_000;
const MOST_SHRINKING_MS = 300_000;

export interface SweepOptions {
  pages: number;
  seed: number;
  /** how many pages at the same time */
  jobs: number;
  tell(line: string): void;
}

export interface Sweep {
  runs: number;
  /** how often each answer was given */
  answers: Map<string, number>;
  clear: number;
  /** clear pages that were decided at the second try only: alone, after the first, which had others beside it */
  late: number;
  faults: { kind: Fault['kind']; detail: string; page: GeneratedPage; index: number }[];
  undecided: { answer: string; page: GeneratedPage }[];
}

/** Drives the browser over generated pages; the same seed gives the same pages, however many go beside each other. */
export async function sweep(stage: Stage, { pages, seed, jobs, tell }: SweepOptions): Promise<Sweep> {
  const queue = fc.sample(generatedPages, { seed, numRuns: pages, unbiased: true }).entries();
  const found: Sweep = { runs: 0, answers: new Map(), clear: 0, late: 0, faults: [], undecided: [] };
  /** The faults of every try count. */
  const tryPage = async (page: GeneratedPage, index: number) => {
    const { answer, faults } = await runPage(stage, page);
    found.runs += 1;
    found.answers.set(answer, (found.answers.get(answer) ?? 0) + 1);
    found.faults.push(...faults.map((fault) => ({ ...fault, page, index })));
    for (const { kind, detail } of faults) tell(`page ${index}: ${kind} ${detail}, ${tellPage(page)}`);
    return answer;
  };
  const again: [number, GeneratedPage][] = [];
  const work = async () => {
    for (const [index, page] of queue) {
      const answer = await tryPage(page, index);
      if (isClear(page)) {
        found.clear += 1;
        if (answer !== rightAnswer(page)) {
          tell(`page ${index}: clear, but “${answer}”, ${tellPage(page)}`);
          again.push([index, page]);
        }
      }
      if (found.runs % 250 === 0) tell(`${found.runs} pages`);
    }
  };
  await Promise.all(Array.from({ length: jobs }, work));
  for (const [index, page] of again) {
    const answer = await tryPage(page, index);
    if (answer === rightAnswer(page)) found.late += 1;
    else found.undecided.push({ answer, page });
  }
  return found;
}

export function runPage(stage: Stage, page: GeneratedPage): Promise<Case> {
  const { mode, truth, traits } = page;
  const variant = { ...traits, mess: [...(traits.mess ?? []), 'tells-clicks' as const] };
  const unclearMs = traits.category === 'lacks-row' ? MISSING_MS : UNCLEAR_MS;
  return stage.run({ variant, mode, truth, timeoutMs: isClear(page) ? CLEAR_MS : unclearMs });
}

/** The smallest page that still shows this kind of fault, found by running smaller ones in the browser. */
export async function shrink(stage: Stage, fault: Sweep['faults'][number], seed: number): Promise<GeneratedPage> {
  const showsIt = async (page: GeneratedPage) =>
    (await runPage(stage, page)).faults.some(({ kind }) => kind === fault.kind);
  const property = fc.asyncProperty(generatedPages, async (page) => !(await showsIt(page)));
  const options = { seed, unbiased: true, numRuns: 1, path: `${fault.index}` };
  const { counterexample } = await fc.check(property, {
    ...options,
    interruptAfterTimeLimit: MOST_SHRINKING_MS,
  });
  return counterexample?.[0] ?? fault.page;
}

/** As a line of `variants.ts`. */
export function variantLine(page: GeneratedPage, about: string): string {
  return `'found': ${literal({ about: `${about}: ${page.mode} while ${page.truth}.`, ...page.traits })},`;
}

export function tellCounts({ runs, answers, clear, late, faults, undecided }: Sweep, seed: number): string {
  const lines = FAULTS.map((kind) => `${kind}: ${faults.filter((fault) => fault.kind === kind).length}`);
  const percent = (part: number, whole: number) => `${((100 * part) / Math.max(1, whole)).toFixed(2)} %`;
  const often = [...answers].sort(([, left], [, right]) => right - left);
  return [
    `${runs} runs over generated pages, seed ${seed}`,
    `answers: ${often.map(([answer, times]) => `${answer} ${times}`).join(' · ')}`,
    ...lines,
    `clear pages: ${clear} (${percent(clear, runs)} of the runs)`,
    `undecided though clear: ${undecided.length} (${percent(undecided.length, clear)}), and ${late} more at the first try only`,
  ].join('\n');
}

function tellPage({ mode, truth, traits }: GeneratedPage): string {
  return `${mode} while ${truth}: ${literal(traits)}`;
}

function literal(value: object): string {
  return inspect(value, { compact: true, depth: null, breakLength: Number.POSITIVE_INFINITY, maxArrayLength: null });
}
