import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { renderCsv } from '../../../src/report/reporters/csv.ts';
import { ENDINGS } from './cases.ts';
import { ON, report, result } from './given.ts';
import { HOSTILE, replaceStrings } from './hostile.ts';

/** As others read it: RFC 4180, by a parser that is not ours. */
const read = (text: string): string[][] => parse(text, { record_delimiter: '\r\n', relax_column_count: false });

describe('the table', () => {
  it('has a header, and a row for each result', () => {
    const [header = [], ...rows] = read(renderCsv(report([result(), result(ON)])));
    const at = (name: string) => rows.map((row) => row[header.indexOf(name)]);
    expect(at('state')).toEqual(['off', 'on']);
    expect(at('account')).toEqual(['default', 'default']);
    expect(at('exit_code')).toEqual(['1', '1']);
    expect(new Set(header).size).toBe(header.length);
  });

  it('has lines that end as RFC 4180 says, the last one too', () => {
    expect(renderCsv(report([result()])).match(/\r?\n/g)).toEqual(['\r\n', '\r\n']);
  });

  it.each(Object.entries(HOSTILE))('gives what it was given, and no formula: %s', (_, value) => {
    const given = replaceStrings(report([result({ ...ENDINGS.unknown?.results[0] })]), () => value);
    const [header = [], row = [], ...more] = read(renderCsv(given));
    expect([row.length, more]).toEqual([header.length, []]);
    expect(row.filter((cell) => /^[=+\-@\t\r\n]/.test(cell))).toEqual([]);
    const shown = row[header.indexOf('account')] ?? '';
    // In a file, half of a pair is what it is in every file: U+FFFD.
    const written = Buffer.from(value).toString();
    expect([written, `'${written}`]).toContain(shown);
    expect(shown.startsWith("'")).toBe(/^[=+\-@\t\r\n]/.test(value));
  });
});
