import { readdir } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { linesOf } from '../../../../src/report/merge/lines.ts';
import { openSpill } from '../../../../src/report/merge/spill.ts';
import { folderWith } from './given.ts';

async function* from(...chunks: (string | Uint8Array)[]) {
  yield* chunks;
}
async function all<T>(given: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = [];
  for await (const each of given) list.push(each);
  return list;
}

describe('lines', () => {
  const euro = Buffer.from('a€\nb');
  const cases: [string, (string | Uint8Array)[], (string | null)[]][] = [
    ['end anyhow', ['a\nb\r\nc'], ['a', 'b', 'c']],
    ['may be empty, and the last need not end', ['\n\na\n'], ['', '', 'a']],
    ['go across pieces', ['a', 'b\n', 'c'], ['ab', 'c']],
    ['go across the bytes of one character', [euro.subarray(0, 2), euro.subarray(2)], ['a€', 'b']],
    ['that are too long come as nothing', ['x'.repeat(11), 'x\nb'], [null, 'b']],
    ['that are too long at the end, too', ['a\n', 'x'.repeat(11)], ['a', null]],
    ['are none where there is nothing', [], []],
  ];
  it.each(cases)('%s', async (_, chunks, lines) => {
    expect(await all(linesOf(from(...chunks), 10))).toEqual(lines);
  });
});

describe('what is put on the disk', () => {
  it('comes back once, all of a key together, also where it has to be divided again', async () => {
    const folder = await folderWith({});
    const spill = openSpill<string>(folder, 'test');
    const keys = Array.from({ length: 300 }, (_, index) => `key ${index} \n "`);
    // 12 MB in 64 parts is no part too large; of one key alone it is.
    for (let round = 0; round < 200; round += 1) for (const key of keys) spill.put(key, 'x'.repeat(50));
    for (let round = 0; round < 20_000; round += 1) spill.put('one', `${round} ${'y'.repeat(80)}`);
    const seen = new Map<string, number>();
    for await (const group of spill.drain()) {
      for (const [key, entries] of group) {
        expect(seen.has(key)).toBe(false);
        seen.set(key, entries.length);
      }
    }
    expect(seen.get('one')).toBe(20_000);
    expect([...seen.values()].filter((count) => count === 200)).toHaveLength(300);
    expect(await readdir(folder)).toEqual([]);
  });
});
