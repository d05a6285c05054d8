import { describe, expect, it } from 'vitest';
import { parseShard, shardFrom, shardOf } from '../../../src/decide/shard.ts';

describe('a shard', () => {
  it('is a part; all of them are the whole, each item once', () => {
    const items = Array.from({ length: 50 }, (_, index) => index);
    const parts = Array.from({ length: 8 }, (_, index) => shardOf(items, { index: index + 1, total: 8 }));
    expect(parts.flat().sort((a, b) => a - b)).toEqual(items);
    expect(parts.map(({ length }) => length)).toEqual([7, 7, 6, 6, 6, 6, 6, 6]);
    expect(parts[0]?.slice(0, 3)).toEqual([0, 8, 16]);
    expect(shardOf([1], { index: 2, total: 2 })).toEqual([]);
  });

  it.each(['', '1', '0/8', '9/8', '1/0', '-1/8', '1.5/8', '1/8/2', 'a/b', ' 1/8', '1/8 ', '01/8', '11111/22222'])(
    'is not “%s”',
    (text) => {
      expect(parseShard(text)).toBeNull();
    },
  );

  it.each([
    ['1/8', 1, 8],
    ['8/8', 8, 8],
    ['1/1', 1, 1],
    ['9/10', 9, 10],
    ['10/12', 10, 12],
  ])('is %s', (text, index, total) => {
    expect(parseShard(text)).toEqual({ index, total });
  });

  it.each<[string, Record<string, string>, string | undefined, [number, number] | null]>([
    ['GitLab', { CI_NODE_INDEX: '2', CI_NODE_TOTAL: '4' }, undefined, [2, 4]],
    ['GitLab, with another total', { CI_NODE_INDEX: '2', CI_NODE_TOTAL: '4' }, '3', [2, 3]],
    ['Kubernetes', { JOB_COMPLETION_INDEX: '0', JOB_COMPLETIONS: '8' }, undefined, [1, 8]],
    ['Kubernetes, the last one', { JOB_COMPLETION_INDEX: '7' }, '8', [8, 8]],
    ['Kubernetes, which does not tell how many', { JOB_COMPLETION_INDEX: '0' }, undefined, null],
    ['GitHub', { STRATEGY_JOB_INDEX: '1', STRATEGY_JOB_TOTAL: '2' }, undefined, [2, 2]],
    ['GitHub, with a total by hand', { STRATEGY_JOB_INDEX: '1' }, '5', [2, 5]],
    ['nonsense', { CI_NODE_INDEX: 'x', CI_NODE_TOTAL: '4' }, undefined, null],
    ['nothing', {}, '8', null],
  ])('from the environment of %s', (_, environment, given, expected) => {
    const found = shardFrom(environment, given);
    expect(found && [found.index, found.total]).toEqual(expected);
  });
});
