import { describe, expect, it } from 'vitest';
import { csvLine } from '../../../src/report/reporters/csv-line.ts';

describe('a line of a table', () => {
  it.each(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'])('makes no formula of %j', (sign) => {
    expect(csvLine([`${sign}1`]).replaceAll('"', '')).toBe(`'${sign}1\r\n`);
  });

  it('keeps what is within a cell together', () => {
    expect(csvLine(['a "b"', 'c,d', 'e\nf', null, 1, true])).toBe('"a ""b""","c,d","e\nf",,1,true\r\n');
  });
});
