import { describe, expect, it } from 'vitest';
import { reduceRecords, restoreRecords } from '../../../src/capture/values.ts';
import { recordsOf } from '../../../src/page/witnesses.ts';
import { KEY } from '../decide/given.ts';

const reduced = (value: unknown, onValue: unknown, offValue: unknown) =>
  reduceRecords([{ key: KEY, value, onValue, offValue }]);

describe('what is kept of a record', () => {
  it.each<[string, unknown[], unknown[]]>([
    ['yes and no', [true, true, false], [true, true, false]],
    ['words that tell nothing else', ['DISALLOW', 'ALLOW', 'DISALLOW'], ['DISALLOW', 'ALLOW', 'DISALLOW']],
    ['nothing', [null, true, false], [null, true, false]],
    ['words that are not known', ['ADA', 'ADA', 'EVE'], ['string#1', 'string#1', 'string#3']],
    ['a word among known ones', ['ADA', true, false], ['string#1', true, false]],
    ['a number, and the same as a text', [1815, '1815', 12], ['number#1', 'number#1', 'number#3']],
    ['objects', [{ a: 'Ada' }, { a: 'Eve' }, { a: 'Ada' }], ['object#1', 'object#2', 'object#1']],
    ['lists', [['Ada'], [], [1]], ['list#1', 'list#2', 'list#3']],
    ['other capitals', ['Allow', 'ALLOW', 'DISALLOW'], ['string#1', 'ALLOW', 'DISALLOW']],
  ])('%s', (_, [value, onValue, offValue], [keptValue, keptOn, keptOff]) => {
    const records = reduced(value, onValue, offValue);
    expect(records).toEqual([{ value: keptValue, onValue: keptOn, offValue: keptOff }]);
    expect(reduceRecords(recordsOf(restoreRecords(records, KEY), KEY))).toHaveLength(1);
  });

  it('the newest of many, in their order', () => {
    const given = Array.from({ length: 30 }, (_, index) => ({
      key: KEY,
      value: index === 29,
      onValue: true,
      offValue: false,
    }));
    const records = reduceRecords(given);
    expect(records).toHaveLength(20);
    expect(records.map(({ value }) => value).lastIndexOf(true)).toBe(19);
  });
});
