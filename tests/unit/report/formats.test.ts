import { Chalk } from 'chalk';
import { describe, expect, it } from 'vitest';
import { FORMATS, type Format, formatOfFile, type Render } from '../../../src/report/reporters/index.ts';
import type { Report } from '../../../src/report/schema.ts';
import { ENDINGS, seenBefore } from './cases.ts';
import { report, result } from './given.ts';

const color = new Chalk({ level: 0 });
const NAMES = Object.keys(FORMATS) as Format[];
const history = seenBefore('on', 'on', 'unknown', 'off', 'off', 'on');

const renderers = new Map<Format, Render>();
for (const name of NAMES) renderers.set(name, await FORMATS[name].load());
const render = (format: Format, given: Report, past = history) =>
  renderers.get(format)?.(given, { color, history: past }) ?? '';

describe.each(Object.entries(ENDINGS))('%s, in full', (name, given) => {
  it.each(NAMES)('as %s', async (format) => {
    const file = `__snapshots__/${name}${FORMATS[format].ending ?? '.txt'}`;
    // Not of every account is there a history: one of the seven has none.
    await expect(render(format, given, name === 'challenge' ? [] : history)).toMatchFileSnapshot(file);
  });
});

describe('whatever the format', () => {
  const full = NAMES.filter((format) => format !== 'text');

  it.each(full)('%s has the coverage in every report, whatever its state', (format) => {
    for (const [name, given] of Object.entries(ENDINGS)) {
      const told = render(format, { ...given, coverage: { ...given.coverage, notes: ['depends on the region'] } });
      const { asOf, covers, doesNotCover } = given.coverage;
      // A fact’s first words hold nothing that a format would have to write in another way.
      const facts = [...covers, ...doesNotCover].map((fact) => fact.slice(0, 20));
      for (const fact of [asOf, 'depends on the region', ...facts])
        expect([name, told]).toEqual([name, expect.stringContaining(fact)]);
    }
  });

  it('the text has it where it is off, and else one line that says where it is', () => {
    const [covered = ''] = report([]).coverage.covers;
    for (const [name, given] of Object.entries(ENDINGS)) {
      const isOff = given.results[0]?.state === 'off';
      const told = render('text', given);
      const line = /^ {2}What off covers, and what not: linkedin-ai-optout settings show ai-training$/m;
      expect([name, told.includes(covered.slice(0, 20)), line.test(told)]).toEqual([name, isOff, !isOff]);
    }
  });

  it.each(NAMES)('%s tells what was clicked and not proven as that, even where something said off', (format) => {
    const given = report([
      result({
        change: { outcome: 'not-proven', before: 'on', after: 'off', proof: [] },
        reason: { code: 'save-not-seen', message: 'No.', hint: 'Look.' },
      }),
    ]);
    const told = render(format, given, []);
    if (format === 'junit') expect(told).toContain('<error type="save-not-seen" message="NOT PROVEN.');
    if (format === 'html') expect(told).toContain('<article class="unknown">');
    if (format === 'text' || format === 'markdown') expect(told).toMatch(/\? +NOT PROVEN\./);
    if (format === 'csv') expect(told).toContain(',not-proven,');
  });

  it.each(NAMES)('%s shows an exception, who answers for it, and the state all the same', (format) => {
    const suppressed = { reason: 'a test account', owner: 'Ada', expires: '2027-01-01' };
    const told = render(format, report([result({ state: 'on', verdict: 'fail', suppressed })]), []);
    for (const text of ['a test account', 'Ada', '2027-01-01']) expect(told).toContain(text);
    expect(told).toMatch(/\bon\b/i);
  });

  it.each(['text', 'markdown', 'html', 'junit', 'csv'] as const)('%s shows what it was before', (format) => {
    const previous = { state: 'on', verdict: 'fail', at: '2026-10-01T08:00:00.000Z' } as const;
    expect(render(format, report([result({ previous })]), [])).toMatch(
      /on this time|\bon\b.{1,2}2026-10-01|on before that/i,
    );
  });

  it.each(NAMES)('%s can tell of nothing at all', (format) => {
    expect(render(format, report([]))).toMatch(/\n$/);
  });
});

describe('the format of a file', () => {
  it.each([
    ['report.json', 'json'],
    ['report.md', 'markdown'],
    ['report.html', 'html'],
    ['report.xml', 'junit'],
    ['report.csv', 'csv'],
    ['/a/b.c/REPORT.JSON', 'json'],
    ['.json', 'json'],
    ['report.txt', null],
    ['report', null],
    ['json', null],
    ['report.json.bak', null],
    ['', null],
  ])('%j: %s', (path, format) => {
    expect(formatOfFile(path)).toBe(format);
  });
});
