import { differenceInDays } from 'date-fns';
import { describe, expect, it } from 'vitest';
import { SETTINGS } from '../../../src/settings/catalogue.ts';
import { coverageOf, coverageTold, factsOf } from '../../../src/settings/coverage.ts';

const facts = SETTINGS.flatMap((setting) => factsOf(coverageOf(setting)).map((fact) => ({ id: setting.id, ...fact })));

describe('what is known', () => {
  it('has a source, a date and a confidence each', () => {
    for (const { text, source, asOf, confidence } of facts) {
      expect(text).toMatch(/\S/);
      expect(source).toMatch(/\S/);
      expect(asOf).toMatch(/^20\d\d-\d\d-\d\d$/);
      expect(['high', 'medium', 'low']).toContain(confidence);
    }
  });

  it('is no older than a year: after that, somebody must look whether it still holds, and change its date', () => {
    const old = facts.filter(({ asOf }) => differenceInDays(new Date(), new Date(asOf)) > 365);
    expect(old.map(({ id, text, source, asOf }) => `${id}: “${text}” (${source}) was last seen on ${asOf}`)).toEqual(
      [],
    );
  });

  it('is not from the future', () => {
    expect(facts.filter(({ asOf }) => new Date(asOf) > new Date())).toEqual([]);
  });
});

describe('a report’s coverage', () => {
  it('is that of the settings it is about', () => {
    const { covers, doesNotCover, notes } = coverageTold(['ads-age']);
    expect(covers).toEqual([]);
    expect(doesNotCover).toEqual(['Training of generative AI: that is another setting, ai-training.']);
    expect(notes.join(' ')).not.toContain('Microsoft');
  });

  it('says of several which sentence is about which', () => {
    const { covers } = coverageTold(['ai-training', 'ads-age']);
    expect(covers.every((text) => text.startsWith('Data for Generative AI Improvement: '))).toBe(true);
  });

  it('tells region, age and where to go for the rest', () => {
    const told = coverageTold(['ai-training']);
    const all = [...told.covers, ...told.doesNotCover, ...told.notes].join(' ');
    for (const word of ['Microsoft', 'under 18', 'not retroactive', 'Hong Kong', 'linkedin-ai-optout object'])
      expect(all).toContain(word);
  });

  it('is dated by its oldest fact', () => {
    expect(coverageTold(['ai-training']).asOf).toBe('2026-08-22');
    expect(coverageTold(['ai-training', 'ads-age']).asOf).toBe('2026-08-01');
  });
});
