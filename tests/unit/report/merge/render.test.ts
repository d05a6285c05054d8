import { Chalk } from 'chalk';
import { describe, expect, it } from 'vitest';
import { factsOf } from '../../../../src/report/merge/facts.ts';
import { MERGE_FORMATS, type MergeFormat, mergeFormatOfFile } from '../../../../src/report/merge/render/index.ts';
import { renderMerged } from '../../../../src/report/merge/tell.ts';
import { ON } from '../given.ts';
import { attestationOf, member, mergeOf, NOW, reportOf, UNKNOWN } from './given.ts';

/** The merged report, in each format in full. */

const NAMES = Object.keys(MERGE_FORMATS) as MergeFormat[];

async function render(
  format: MergeFormat,
  merged: Awaited<ReturnType<typeof mergeOf>>,
  level: 0 | 1 = 0,
): Promise<string> {
  async function* rows() {
    yield* merged.rows;
  }
  const facts = factsOf({ ...merged, rows }, { version: '1.2.3', now: NOW, maxAge: '30 days' });
  let text = '';
  for await (const piece of renderMerged({ rows }, facts, MERGE_FORMATS[format], new Chalk({ level }))) text += piece;
  return text;
}

const few = () =>
  mergeOf(
    [
      reportOf({ name: 'ada' }),
      reportOf({ name: 'ada' }),
      reportOf({ name: 'ben', days: 31 }),
      attestationOf({ name: 'cat' }, UNKNOWN),
      reportOf({ name: 'dan' }, { ...ON }),
      reportOf({ name: 'eve' }, { state: 'not-offered', verdict: 'not-applicable' }),
      '{',
    ],
    { expect: ['ada', 'ben', member('cat'), 'dan', 'eve', 'fay'] },
  );

/** What somebody may call an account. */
const HOSTILE = `<img src=x onerror=alert(1)>"'&|\`*[x](http://e.example)@team #1 \u202eevil ${'w'.repeat(300)}`;
const hostile = () =>
  mergeOf([reportOf({ name: HOSTILE }, ON), reportOf({ name: '=1+1' }), reportOf({ name: '\u0000\ud800' })]);

describe('in full', () => {
  it.each(NAMES)('%s', async (format) => {
    await expect(await render(format, await few())).toMatchFileSnapshot(`__snapshots__/merged-${format}.txt`);
  });
});

describe('each format', () => {
  it('of JSON is one document, also without any row', async () => {
    const given = await few();
    const document = JSON.parse(await render('json', given));
    expect(document).toMatchObject({
      schemaVersion: 1,
      kind: 'merged-report',
      settings: [{ text: '2 of 6 off, 1 on, 1 not offered, 1 unknown, 1 not reported, 1 older than 30 days' }],
      summary: { verdict: 'unknown', exitCode: 3 },
    });
    expect(document.results).toEqual(given.rows);
    expect(JSON.parse(await render('json', await mergeOf([], { expectedNumber: 3 })))).toMatchObject({ results: [] });
  });

  it('of JUnit counts what it holds', async () => {
    for (const given of [await few(), await mergeOf([reportOf({ name: 'ada' })], { expectedNumber: 4 })]) {
      const xml = await render('junit', given);
      const number = (tag: string) => xml.split(`<${tag} `).length - 1;
      const [, tests, failures, errors, skipped] =
        /tests="(\d+)" failures="(\d+)" errors="(\d+)" skipped="(\d+)"/.exec(xml) ?? [];
      expect([tests, failures, errors, skipped].map(Number)).toEqual(
        ['testcase', 'failure', 'error', 'skipped'].map(number),
      );
    }
  });

  it('of JUnit skips what is on by an exception, and says whose it is, as a single report does', async () => {
    const suppressed = { reason: 'a <test> account', owner: 'Ada', expires: '2027-01-01' };
    const notProven = { outcome: 'not-proven' as const, before: 'on' as const, after: 'on' as const, proof: [] };
    const given = await mergeOf([
      reportOf({ name: 'ada' }, { ...ON, suppressed }),
      reportOf({ name: 'ben' }, { ...ON, suppressed: { ...suppressed, expires: '2026-12-01' } }),
      reportOf({ name: 'cat', days: 31 }, { ...ON, suppressed }),
      reportOf({ name: 'dan' }, { ...ON, suppressed, change: notProven }),
      reportOf({ name: 'eve' }, { suppressed }),
    ]);
    const xml = await render('junit', given);
    const [ada, ben, cat, dan, eve] = xml.match(/(?<=<testcase ).+(?=<\/testcase>)/g) ?? [];
    expect(ada).toContain(
      '<skipped message="on, by exception, 2026-11-30T00:00:00.000Z. Excepted: a &#60;test&#62; account (Ada, until 2027-01-01)"/>',
    );
    expect([ben, cat, dan].map((line) => /<(\w+) message/.exec(line ?? '')?.[1])).toEqual([
      'failure',
      'error',
      'failure',
    ]);
    expect([ben, eve].join()).not.toContain('Excepted');
    expect(xml).toContain('failures="2" errors="1" skipped="1"');
  });

  it('of CSV has as many fields in each line, and no formula', async () => {
    const lines = (await render('csv', await hostile())).trimEnd().split('\r\n');
    const fields = (line: string) => line.match(/("([^"]|"")*"|[^,]*)(,|$)/g)?.length;
    expect(new Set(lines.map(fields)).size).toBe(1);
    expect(lines.join('\n')).toContain("'=1+1");
    expect(lines.join('\n')).not.toMatch(/^=|,=/m);
  });

  it.each<[MergeFormat, RegExp]>([
    ['html', /<img|onerror=(?!alert\(1\)&#62;)|\u202e/],
    ['junit', /<img|\u202e|[\ud800-\udfff]/],
    ['markdown', /<img|[^\\]\[x|[^\\]`|@team|&\\#|http:|\u202e/],
  ])('of %s lets no name be more than text', async (format, never) => {
    expect(await render(format, await hostile())).not.toMatch(never);
  });

  it('says the same in colour', async () => {
    const given = await few();
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken away
    expect((await render('text', given, 1)).replaceAll(/\u001b\[\d+m/g, '')).toBe(await render('text', given));
  });

  it('shows of many those that need somebody first, and says how many it does not show', async () => {
    const many = Array.from({ length: 80 }, (_, index) =>
      reportOf({ name: `m${String(index).padStart(2, '0')}` }, index % 20 ? {} : ON),
    );
    const text = await render('text', await mergeOf(many));
    expect(text.match(/ m\d\d /g)?.slice(0, 5)).toEqual([' m00 ', ' m20 ', ' m40 ', ' m60 ', ' m01 ']);
    expect(text).toContain('30 more are not shown here');
  });

  it('says what self-reported data does not show', async () => {
    for (const format of ['text', 'json', 'markdown', 'html'] as const) {
      const text = (await render(format, await few())).replaceAll(/\s+/g, ' ');
      expect([format, text.includes('a sender may edit them'), text.includes('counts twice')]).toEqual([
        format,
        true,
        true,
      ]);
    }
  });
});

it.each([
  ['a.json', 'json'],
  ['A.MD', 'markdown'],
  ['a.html', 'html'],
  ['a.xml', 'junit'],
  ['a.csv', 'csv'],
  ['a.txt', null],
])('the format of %s is %s', (path, format) => {
  expect(mergeFormatOfFile(path)).toBe(format);
});
