import fc from 'fast-check';
import type { Traits, Truth } from '../../src/demo/site/traits.ts';
import type { Mode } from '../../src/examine-setting.ts';
import { harmlessParts } from './harmless.ts';
import { isKnowable } from './knowable.ts';
import { troubleParts } from './troubles.ts';

/** One page that nobody has designed, and what is done with it. */
export interface GeneratedPage {
  mode: Mode;
  truth: Truth;
  traits: Traits;
}

const mode = fc.oneof(
  { weight: 5, arbitrary: fc.constant<Mode>('check') },
  { weight: 1, arbitrary: fc.constant<Mode>('dry-run') },
  { weight: 3, arbitrary: fc.constant<Mode>('disable') },
);

/** On twice as often: only then can off be false. */
const truth = fc.oneof(
  { weight: 2, arbitrary: fc.constant<Truth>('on') },
  { weight: 1, arbitrary: fc.constant<Truth>('off') },
);

/** Half of the pages are in no trouble; the others in up to four at once. Leaving parts out makes a page smaller. */
const parts = fc.tuple(
  fc.array(harmlessParts, { maxLength: 8, size: 'max' }),
  fc.oneof(
    { weight: 1, arbitrary: fc.constant<Traits[]>([]) },
    { weight: 1, arbitrary: fc.array(troubleParts, { minLength: 1, maxLength: 4, size: 'max' }) },
  ),
);

/** Each part may set any trait; of two that set the same, the later one holds, and lists are joined. */
const traits = parts.map(([harmless, troubles]) => [...harmless, ...troubles].reduce(merge, {})).filter(isKnowable);

export const generatedPages: fc.Arbitrary<GeneratedPage> = fc.record({ mode, truth, traits });

function merge(whole: Traits, part: Traits): Traits {
  const lists: Traits = {};
  if (whole.mess && part.mess) lists.mess = [...new Set([...whole.mess, ...part.mess])];
  if (whole.nest && part.nest) lists.nest = [...whole.nest, ...part.nest];
  if (whole.decoys && part.decoys) lists.decoys = [...whole.decoys, ...part.decoys];
  if (whole.atRequest && part.atRequest) lists.atRequest = [...whole.atRequest, ...part.atRequest];
  return { ...whole, ...part, ...lists };
}
