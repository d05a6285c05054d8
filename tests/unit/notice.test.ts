import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { acceptNotice } from '../../src/notice.ts';
import type { Terminal } from '../../src/terminal.ts';
import { newFolder } from './history/given.ts';

it('the notice that cannot be kept as accepted is shown, and will be again', async () => {
  const before = process.env.XDG_DATA_HOME;
  onTestFinished(() => {
    if (before === undefined) delete process.env.XDG_DATA_HOME;
    else process.env.XDG_DATA_HOME = before;
  });
  const file = join(await newFolder(), 'in-the-way');
  await writeFile(file, '');
  process.env.XDG_DATA_HOME = file;
  const told: string[] = [];
  const terminal = { tell: (text: string) => void told.push(text), now: () => new Date(), isInteractive: false };
  for (const time of [1, 2]) {
    expect(await acceptNotice(terminal as Terminal, new AbortController().signal, true)).toBe(true);
    expect(told).toHaveLength(time);
  }
});
