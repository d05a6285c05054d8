import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { buildDraft, DRAFT_FORMATS, textOf } from '../../../src/objection/draft.ts';
import { DRAFTS } from '../../../src/objection/drafts/index.ts';
import { BASES, KINDS, LANGUAGES } from '../../../src/objection/vocabulary.ts';

const every = LANGUAGES.flatMap((language) =>
  BASES.flatMap((basis) => KINDS.map((kind) => ({ language, basis, kind }))),
);

describe('the drafts', () => {
  it.each(LANGUAGES)('in %s, in full', async (language) => {
    const texts = every
      .filter((each) => each.language === language)
      .map((each) => {
        const draft = buildDraft({ ...each, situation: null, name: null });
        return `=== ${each.basis} ${each.kind}\n\n${DRAFT_FORMATS['.txt'](draft)}`;
      });
    await expect(texts.join('\n')).toMatchFileSnapshot(join(import.meta.dirname, `__snapshots__/${language}.txt`));
  });

  it.each(every)('$language $basis $kind: names its law, and leaves a place for the situation', (task) => {
    const text = textOf(buildDraft({ ...task, situation: null, name: null }));
    const { situation, name } = DRAFTS[task.language];
    expect(text).toContain(situation);
    expect(text.endsWith(name)).toBe(true);
    expect(text).not.toMatch(/[{}]/);
    const articles = task.basis === 'fadp' ? ['30'] : task.kind === 'restriction' ? ['18', '21', '12'] : ['21', '12'];
    for (const article of articles) expect(text).toMatch(new RegExp(`(?<!\\d)${article}(?!\\d)`));
    expect(/UK GDPR/.test(text)).toBe(task.basis === 'uk-gdpr');
    expect(/FADP|LPD|DSG(?!VO)/.test(text)).toBe(task.basis === 'fadp');
    // Nothing is invented in the member's place.
    expect(text.match(/\[/g)).toHaveLength(2);
  });

  it.each(every)('$language $basis $kind: holds what the member has written as it is', (task) => {
    const own = 'Straße {objection} ß';
    const draft = buildDraft({ ...task, situation: `  ${own}\n`, name: undefined });
    expect(draft.paragraphs[2]).toMatch(/\n/);
    expect(draft.paragraphs[2]?.split('\n')[1]).toBe(own);
    expect([draft.hasPlaces, textOf(draft).includes('[')]).toEqual([false, false]);
  });

  it('write no ß in Swiss German', () => {
    const swiss = buildDraft({ language: 'de', basis: 'fadp', kind: 'ai-training', situation: null, name: null });
    expect(textOf(swiss)).toContain('Mit freundlichen Grüssen');
    expect(textOf(swiss)).not.toContain('ß');
  });

  it('are one text apart from the subject, whatever the ending', () => {
    const draft = buildDraft({
      language: 'en',
      basis: 'gdpr',
      kind: 'ai-training',
      situation: '- a\n- b',
      name: 'R_B',
    });
    expect(DRAFT_FORMATS['.txt'](draft)).toContain(`\n\n${textOf(draft)}\n`);
    expect(DRAFT_FORMATS['.md'](draft)).toContain('\\- a\\\n\\- b\n');
    expect(DRAFT_FORMATS['.md'](draft)).toContain('R\\_B');
  });
});
