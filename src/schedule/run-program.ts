import { spawn } from 'node:child_process';
import { once } from 'node:events';

export interface Ran {
  /** null where there is no such program */
  code: number | null;
  stdout: string;
  stderr: string;
}

/** Runs a program of the system to its end. */
export async function runProgram(program: string, args: readonly string[], input = ''): Promise<Ran> {
  const child = spawn(program, args, { stdio: ['pipe', 'pipe', 'pipe'] });
  const chunks = { stdout: '', stderr: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    chunks.stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    chunks.stderr += text;
  });
  child.stdin.on('error', () => undefined).end(input);
  const ended = once(child, 'close').then(([code]) => Number(code));
  const missing = once(child, 'error').then(() => null);
  const code = await Promise.race([ended, missing]).catch(() => null);
  return { code, ...chunks };
}
