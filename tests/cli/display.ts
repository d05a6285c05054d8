import { spawn } from 'node:child_process';
import { once } from 'node:events';

/** A display as a desktop has one, for DISPLAY. */
export async function openDisplay(): Promise<{ name: string; close(): Promise<void> }> {
  const xvfb = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1280x1024x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const [number] = await once(xvfb.stdio[3] as NodeJS.ReadableStream, 'data');
  return {
    name: `:${String(number).trim()}`,
    close: async () => {
      const gone = once(xvfb, 'exit');
      xvfb.kill('SIGTERM');
      await gone;
    },
  };
}
