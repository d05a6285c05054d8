import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isClear } from './clear.ts';
import { generatedPages } from './page.ts';

const PAGES = 5_000;

it('finds a good share of the generated pages clear, so that the share left undecided means something', () => {
  const pages = fc.sample(generatedPages, { seed: 1, numRuns: PAGES, unbiased: true });
  const clear = pages.filter(isClear);
  expect(clear.length / PAGES).toBeGreaterThan(0.4);
  // Most of them in some way unlike the ordinary page, and many of them to be clicked.
  expect(clear.filter(({ traits }) => Object.keys(traits).length > 1).length / clear.length).toBeGreaterThan(0.6);
  expect(clear.filter(({ mode, truth }) => mode === 'disable' && truth === 'on').length / clear.length).toBeGreaterThan(
    0.1,
  );
});
