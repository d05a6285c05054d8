import { access, chmod, constants, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { listAccounts } from '../accounts.ts';
import { UsageError } from '../errors.ts';
import type { Terminal } from '../terminal.ts';
import { EXIT } from '../vocabulary.ts';
import type { Finding } from './finding.ts';

/** Is what is kept ours alone, and can it be written to? */
export async function lookAtFolder(folder: string): Promise<Finding> {
  const place = await stat(folder).catch((error: NodeJS.ErrnoException) => error);
  if ('code' in place && place.code === 'ENOENT') return { state: 'fine', detail: `${folder} (not made yet)` };
  const isOurs = 'mode' in place && place.isDirectory() && (await isWritable(folder));
  if (!isOurs) {
    const next = 'Make it a folder of yours that can be written to, or move it away.';
    return { state: 'wrong', detail: `${folder} cannot be written to`, next, exitCode: EXIT.usage };
  }
  const open = process.platform === 'win32' ? [] : await openToOthers(folder).catch((error: unknown) => error);
  if (!Array.isArray(open)) return closedToUs(open, folder);
  if (open.length === 0) return { state: 'fine', detail: `${folder}, yours alone` };
  return {
    state: 'wrong',
    detail: `others on this machine can get at ${open.length} of the files in ${folder}`,
    next: 'Run doctor --fix, or take the rights away yourself (chmod -R go= on that folder).',
    exitCode: EXIT.usage,
    fix: async () => {
      for (const { path, mode } of open) await chmod(path, mode & 0o700);
      return `took the rights of others away from ${open.length} file(s) and folder(s)`;
    },
  };
}

/** Is there a session, and can it be opened? By file alone: LinkedIn is not asked. */
export async function lookAtSessions(terminal: Terminal): Promise<Finding> {
  const next = 'Sign in with: linkedin-ai-optout login. Whether a kept one still is a sign-in: accounts --check.';
  try {
    const { accounts } = await listAccounts(terminal);
    const faulty = accounts.filter(({ fault }) => fault !== null);
    const [first] = faulty;
    if (first) return { state: 'wrong', detail: `"${first.name}": ${first.fault}`, next, exitCode: EXIT.usage };
    if (accounts.length === 0) return { state: 'note', detail: 'none is kept', next };
    return { state: 'fine', detail: `kept: ${accounts.map(({ name }) => name).join(', ')}` };
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    return { state: 'wrong', detail: error.message, next, exitCode: EXIT.usage };
  }
}

/** Somebody else's in our folder, such as what a run as root has left. */
function closedToUs(error: unknown, folder: string): Finding {
  const { code, path = folder } = error as NodeJS.ErrnoException;
  const next = 'Make it yours (as root: chown -R), or move it away.';
  return { state: 'wrong', detail: `${path} cannot be looked into (${code})`, next, exitCode: EXIT.usage };
}

async function openToOthers(folder: string): Promise<{ path: string; mode: number }[]> {
  const names = await readdir(folder, { recursive: true });
  const paths = [folder, ...names.map((name) => join(folder, name))];
  const all = await Promise.all(
    paths.map(async (path) => ({ path, mode: (await stat(path).catch(() => null))?.mode ?? 0 })),
  );
  return all.filter(({ mode }) => (mode & 0o077) !== 0);
}

async function isWritable(path: string): Promise<boolean> {
  return access(path, constants.W_OK).then(
    () => true,
    () => false,
  );
}
