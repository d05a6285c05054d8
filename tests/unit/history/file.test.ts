import { chmod, readdir, readFile, stat, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { appendSeen } from '../../../src/history/append.ts';
import { historyFile } from '../../../src/history/place.ts';
import { pruneHistory } from '../../../src/history/prune.ts';
import { readHistory, tellLeftOut } from '../../../src/history/read.ts';
import { findStale, summarise } from '../../../src/history/summary.ts';
import { buildOnce, runChild } from '../session/store/child.ts';
import { newFolder, seen } from './given.ts';

buildOnce();

describe('the history', () => {
  it('is nothing where there was nothing', async () => {
    expect(await readHistory(await newFolder())).toEqual({ seen: [], unreadable: 0 });
  });

  it('gives back what was added, oldest first, and is for its owner alone', async () => {
    const folder = await newFolder();
    await appendSeen(folder, [seen('05-10'), seen('05-17', { state: 'on', before: 'off' })]);
    await appendSeen(folder, [seen('05-03')]);
    const days = (await readHistory(folder)).seen.map(({ at }) => at.slice(5, 10));
    expect(days).toEqual(['05-03', '05-10', '05-17']);
    expect((await readHistory(folder)).seen[2]).toEqual(seen('05-17', { state: 'on', before: 'off' }));
    expect((await stat(historyFile(folder))).mode & 0o777).toBe(0o600);
  });

  it('loses no whole line, whichever byte it breaks off at, and joins nothing to the rest', {
    timeout: 60_000,
  }, async () => {
    const folder = await newFolder();
    const path = historyFile(folder);
    await appendSeen(folder, [seen('05-03'), seen('05-10')]);
    const whole = await readFile(path);
    const lineEnds = [...whole.keys()].filter((index) => whole[index] === 10);
    for (let length = whole.length; length >= (lineEnds[0] ?? 0); length -= 1) {
      await writeFile(path, whole);
      await truncate(path, length);
      await appendSeen(folder, [seen('05-17')]);
      const { seen: found, unreadable } = await readHistory(folder);
      // A line that lacks nothing but its end is whole.
      const survivors = lineEnds.filter((end) => end <= length).length;
      const isTorn = length > 0 && !lineEnds.includes(length) && !lineEnds.includes(length - 1);
      expect([length, found.length, unreadable]).toEqual([length, survivors + 1, isTorn ? 1 : 0]);
      expect(found.at(-1)).toEqual(seen('05-17'));
    }
  });

  it('counts what it cannot read, and takes control characters out of what it can', async () => {
    const folder = await newFolder();
    const odd = { ...seen('05-10'), account: 'a\u001b[31mb', later: { field: 1 } };
    await writeFile(historyFile(folder), `{}\nnull\n[]\n\u0000\n{"at":\n\n${JSON.stringify(odd)}\n`);
    const history = await readHistory(folder);
    expect(history).toMatchObject({ unreadable: 5, seen: [{ account: 'a [31mb', later: { field: 1 } }] });
  });

  it.skipIf(process.getuid?.() === 0)('says so where it may not be read', async () => {
    const folder = await newFolder();
    await appendSeen(folder, [seen('05-03')]);
    await chmod(historyFile(folder), 0);
    await expect(readHistory(folder)).rejects.toThrow(/cannot be read \(EACCES\)/);
  });
});

describe('what is dated in the future, when a clock was wrong', () => {
  const NOW = new Date('2026-11-29T12:00:00.000Z');
  const future = seen('05-03', { at: '2036-02-07T12:00:00.000Z' });

  it('is set aside, counted and told, and outranks nothing that came later', async () => {
    const folder = await newFolder();
    await appendSeen(folder, [seen('01-01'), future, seen('11-28', { state: 'on' })]);
    const history = await readHistory(folder, NOW);
    expect(history).toEqual({ seen: [seen('01-01'), seen('11-28', { state: 'on' })], unreadable: 0, ahead: 1 });
    expect(summarise(history.seen)).toMatchObject([
      { lastProvenAt: seen('11-28').at, exposures: [{ after: seen('01-01').at, before: null }] },
    ]);
    expect(tellLeftOut(history)).toEqual([
      '1 line(s) of the history are dated more than a day ahead, as by a clock that was wrong, and are left out.',
    ]);
  });

  it('proves nothing for ever', async () => {
    const folder = await newFolder();
    await appendSeen(folder, [seen('01-01'), future]);
    const { seen: found } = await readHistory(folder, NOW);
    const given = { expected: null, origin: 'https://www.linkedin.com', maxAgeDays: 14, now: NOW };
    expect(findStale(found, given)).toMatchObject([{ lastProvenAt: seen('01-01').at }]);
  });

  it('counts by more than a day alone: clocks of two machines differ', async () => {
    const folder = await newFolder();
    const [atMost, more] = ['2026-11-30T12:00:00.000Z', '2026-11-30T12:00:00.001Z'].map((at) => seen('05-03', { at }));
    if (atMost && more) await appendSeen(folder, [atMost, more]);
    expect(await readHistory(folder, NOW)).toEqual({ seen: [atMost], unreadable: 0, ahead: 1 });
    expect((await readHistory(folder, new Date(NOW.getTime() + 1))).seen).toHaveLength(2);
  });

  it('stays in the file, also when that is added to and pruned', async () => {
    const folder = await newFolder();
    await appendSeen(folder, [seen('01-01'), future]);
    await appendSeen(folder, [seen('11-28')]);
    expect(await pruneHistory(new Date('2026-06-01'), null, folder)).toBe(1);
    expect(await readFile(historyFile(folder), 'utf8')).toBe(
      [future, seen('11-28')].map((one) => `${JSON.stringify(one)}\n`).join(''),
    );
  });

  it('is told apart from what cannot be read, and nothing is told of nothing', () => {
    expect(tellLeftOut({ unreadable: 2, ahead: 3 }).map((sentence) => sentence.slice(0, 9))).toEqual([
      '2 line(s)',
      '3 line(s)',
    ]);
    expect(tellLeftOut({ unreadable: 2 })).toEqual(['2 line(s) of the history cannot be read and are left out.']);
    expect(tellLeftOut({ unreadable: 0 })).toEqual([]);
  });
});

describe('pruning', () => {
  it('removes what is older, and half written lines, and leaves what a later version wrote', async () => {
    const folder = await newFolder();
    await appendSeen(folder, [seen('05-03'), seen('05-10')]);
    const later = JSON.stringify({ at: '2026-06-01T12:00:00.000Z', state: 'half-on' });
    await writeFile(historyFile(folder), `{"at":"2026\n${later}\n`, { flag: 'a' });
    await writeFile(`${historyFile(folder)}.0123456789ab.draft`, 'x');
    expect(await pruneHistory(new Date('2026-05-10T12:00:00.000Z'), null, folder)).toBe(2);
    expect(await readFile(historyFile(folder), 'utf8')).toBe(`${JSON.stringify(seen('05-10'))}\n${later}\n`);
    expect(await readdir(folder)).toEqual(['history.jsonl']);
  });

  it('of one account removes nothing of another’s, and nothing that does not tell whose it is', async () => {
    const folder = await newFolder();
    const [mine, old, young] = [seen('05-03'), seen('05-03', { account: 'work' }), seen('05-17', { account: 'work' })];
    await appendSeen(folder, [mine, old, young]);
    await writeFile(historyFile(folder), '{"at":"2026\n', { flag: 'a' });
    expect(await pruneHistory(new Date('2026-05-10T12:00:00.000Z'), 'work', folder)).toBe(1);
    const left = [mine, young].map((one) => `${JSON.stringify(one)}\n`).join('');
    expect(await readFile(historyFile(folder), 'utf8')).toBe(`${left}{"at":"2026\n`);
  });

  it('of nothing removes nothing', async () => {
    expect(await pruneHistory(new Date(), null, await newFolder())).toBe(0);
  });
});

describe('many processes at once', { timeout: 60_000 }, () => {
  it('lose nothing of each other’s, also while one prunes', async () => {
    const folder = await newFolder();
    await appendSeen(folder, [seen('01-01', { account: 'old' })]);
    const lines = 12;
    const writer = (name: string) => `
      const { appendSeen } = await import('./history/append.js');
      say('ready'); await heard();
      for (let n = 0; n < ${lines}; n++)
        await appendSeen(${JSON.stringify(folder)}, [{ ...${JSON.stringify(seen('05-10'))}, account: '${name}', run: String(n) }]);
      say('done'); process.exit();`;
    const pruner = `
      const { pruneHistory } = await import('./history/prune.js');
      say('ready'); await heard();
      for (let n = 0; n < ${lines}; n++) await pruneHistory(new Date('2026-02-01'), null, ${JSON.stringify(folder)});
      say('done'); process.exit();`;
    const children = [...['a', 'b', 'c'].map(writer), pruner].map((code) => runChild(code));
    await Promise.all(children.map((child) => child.says('ready')));
    for (const child of children) child.tell('go');
    for (const child of children) expect(await child.ended).toEqual(['ready', 'done']);
    const history = await readHistory(folder);
    expect(history.unreadable).toBe(0);
    const found = history.seen.map(({ account, run }) => `${account}${run}`).sort();
    const wanted = ['a', 'b', 'c'].flatMap((name) => Array.from({ length: lines }, (_, n) => `${name}${n}`)).sort();
    expect(found).toEqual(wanted);
    expect(await readdir(folder)).toEqual([join('history.jsonl')]);
  });
});
