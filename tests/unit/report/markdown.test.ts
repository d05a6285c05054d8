import { Chalk } from 'chalk';
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { describe, expect, it } from 'vitest';
import { renderMarkdown } from '../../../src/report/reporters/markdown.ts';
import type { Report } from '../../../src/report/schema.ts';
import { ENDINGS } from './cases.ts';
import { report, result } from './given.ts';
import { HOSTILE, replaceStrings } from './hostile.ts';

/** As GitHub reads it, by a parser that is not ours. */
const read = (given: Report) =>
  micromark(renderMarkdown(given, { color: new Chalk({ level: 0 }) }), {
    extensions: [gfm()],
    htmlExtensions: [gfmHtml()],
    allowDangerousHtml: true,
  });
const tags = (html: string) => html.match(/<\/?\w+/g) ?? [];
const text = (html: string) =>
  html
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll('\u200b', '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');

const given = report([result({ ...ENDINGS.unknown?.results[0], change: ENDINGS.changed?.results[0]?.change ?? null })]);
given.coverage.notes = ['a note'];

describe('what stands in the report stays text', () => {
  const harmless = tags(read(replaceStrings(given, () => 'harmless'))).filter((tag) => !/span$/.test(tag));

  it.each(Object.entries(HOSTILE))('%s', (_, value) => {
    const html = read(replaceStrings(given, (path) => `${value} ${path}`));
    // A link is made of a harmless address alone; the span keeps a dollar from being a formula.
    const found = tags(html).filter((tag) => !/span$/.test(tag));
    const withoutLink = (all: readonly string[]) => all.filter((tag) => !/<\/?a$/.test(tag));
    expect(withoutLink(found)).toEqual(withoutLink(harmless));
    for (const [, address = ''] of html.matchAll(/<a href="([^"]*)"/g))
      expect(address).toMatch(/^https:\/\/example\.com\//);
    const plain = value
      .replaceAll(/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '')
      .replaceAll(/[\p{Cc}\p{Cs}\s]+/gu, ' ');
    for (const path of SHOWN) expect(text(html)).toContain(`${plain.trim()} ${path}`);
  });

  it('and mentions nobody, points to no issue, is no emoji, no link and no formula', () => {
    const html = read(replaceStrings(given, () => Object.values(HOSTILE).join(' ')));
    // GitHub looks for these in finished text alone.
    const shown = html.replaceAll('<span>$</span>', '').replaceAll(/<[^>]*>/g, '');
    expect(shown.match(/@\w|#\d|GH-\d|:\w+:|www\.|:\/\/|\$/gi)).toBeNull();
  });
});

/** In a heading’s table, in a table of many columns, in a list, and in the last line. */
const SHOWN = [
  'results.0.setting.title',
  'results.0.account.name',
  'results.0.reason.message',
  'results.0.observations.0.witness',
  'results.0.observations.0.detail',
  'results.0.change.proof.0.detail',
  'results.0.reason.hint',
  'coverage.covers.0',
  'coverage.notes.0',
  'tool.version',
];
