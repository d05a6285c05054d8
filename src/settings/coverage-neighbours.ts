import type { Setting } from './catalogue.ts';
import type { Coverage, Fact } from './fact.ts';

/** Where these settings are known from; their source gives address and key, and of most a title. */
const SOURCE = 'brave/psst-component';
const AS_OF = '2026-08-01';

/** Those whose title is not in the source: they are named after their address here. */
const WITHOUT_TITLE = ['ads-age', 'ads-gender', 'ads-location', 'promotions', 'promotions-tips'];

/** Of the other settings little is known, and no more than that is said. */
export function neighbourCoverage({ id, title }: Setting): Coverage {
  const known = (text: string): Fact => ({ text, source: SOURCE, asOf: AS_OF, confidence: 'high' });
  const isNamed = !WITHOUT_TITLE.includes(id);
  return {
    meaning: known(
      isNamed
        ? `LinkedIn calls it “${title}”. What exactly it allows is not known here beyond that name: its own page says it.`
        : 'LinkedIn’s own name for it is not known here; it is named after its address. Its own page says what it allows.',
    ),
    covers: [],
    doesNotCover: [known('Training of generative AI: that is another setting, ai-training.')],
    regions: [known('Which of these settings are shown differs by region; where it is missing it is not off.')],
    notes: [],
    manualPath: null,
  };
}
