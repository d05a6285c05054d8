import { fstatSync, writeFileSync } from 'node:fs';
import { setImmediate } from 'node:timers/promises';
import { whyOf } from './report/write.ts';

/** Where standard output is a file, Node's own stream writes but once, and passes over what a full disk did not take. */
export function writeOut(text: string): void {
  const { stdout } = process;
  try {
    if (fstatSync(stdout.fd).isFile()) writeFileSync(stdout.fd, Buffer.from(text));
    else stdout.write(text);
  } catch (error) {
    stdout.emit('error', error);
  }
}

/**
 * Watches from now on whether standard output takes everything.
 * @returns waits for what is still on its way, and says in a sentence why not all of it came out; null where it did, or
 * where nobody reads any more, who then misses nothing
 */
export function watchStandardOutput(): () => Promise<string | null> {
  const { stdout } = process;
  let first: NodeJS.ErrnoException | undefined;
  stdout.on('error', (error) => {
    first ??= error;
  });
  return async () => {
    // What went wrong is told a turn later.
    await setImmediate();
    if (!first && stdout.writableLength > 0) {
      await new Promise<void>((resolve) => {
        stdout.once('error', () => resolve());
        stdout.write('', () => resolve());
      });
    }
    if (!first || first.code === 'EPIPE') return null;
    return `The result could not be written to standard output: ${whyOf(first)}; make room or send it elsewhere, then run it again.`;
  };
}
