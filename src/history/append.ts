import { constants } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { historyFile, withHistoryLock } from './place.ts';
import type { Seen } from './seen.ts';

const { O_RDWR, O_CREAT, O_APPEND } = constants;

/**
 * Adds to the history, all of it or nothing, and on the disk when this returns. A line that a kill or a full disk has left
 * half written stays a line by itself: nothing is ever joined to it.
 * @param folder of our own data; made where it is missing
 * @throws UsageError where others hold the history for too long; as node:fs does
 */
export async function appendSeen(folder: string, seen: readonly Seen[]): Promise<void> {
  if (seen.length === 0) return;
  const lines = seen.map((one) => `${JSON.stringify(one)}\n`).join('');
  await withHistoryLock(folder, async () => {
    const file = await open(historyFile(folder), O_RDWR | O_CREAT | O_APPEND, 0o600);
    try {
      const { size } = await file.stat();
      await writeAtOnce(file, (await endsLine(file, size)) ? lines : `\n${lines}`, size);
      await file.sync();
    } finally {
      await file.close();
    }
  });
}

/** One call of the system; where it takes but a part, that part is taken back. */
async function writeAtOnce(file: FileHandle, text: string, size: number): Promise<void> {
  const bytes = Buffer.from(text);
  const { bytesWritten } = await file.write(bytes);
  if (bytesWritten === bytes.length) return;
  await file.truncate(size).catch(() => undefined);
  throw Object.assign(new Error('The disk took a part of it.'), { code: 'ENOSPC' });
}

async function endsLine(file: FileHandle, size: number): Promise<boolean> {
  if (size === 0) return true;
  const { buffer } = await file.read(Buffer.alloc(1), 0, 1, size - 1);
  return buffer.toString() === '\n';
}
