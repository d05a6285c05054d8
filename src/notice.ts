import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { dataFolder } from './data-folder.ts';
import { UsageError } from './errors.ts';
import type { Terminal } from './terminal.ts';
import { writeWhole } from './write-whole.ts';

/** What a member should know before trusting us with a session. Source: LinkedIn's User Agreement of 2025-11-03, 8.2. */
const NOTICE = `Before you sign in here for the first time:

  • LinkedIn’s User Agreement (8.2) forbids “bots or other unauthorized automated methods”. This program drives a
    browser for you, and LinkedIn may hold that against your account. By hand it takes a minute: Me → Settings & Privacy
    → Data privacy → How LinkedIn uses your data → Data for Generative AI Improvement.
  • It is for your own account alone.
  • It works in a browser that you can see, at a person’s pace, does not hide that it is a program, solves no captcha,
    and calls nothing that the page does not call itself.
  • Your session is kept on this machine, encrypted; “logout” removes it. Nobody else gets it.
  • It is not affiliated with LinkedIn.
`;

/** Asked anew when the text changes in what it says. */
const EDITION = 1;

const acceptance = z.object({ edition: z.literal(EDITION), acceptedAt: z.string() });

/**
 * Shows the notice before the first sign-in and has it accepted, once.
 * @param yes accepted without being asked
 * @returns false where it was not accepted
 * @throws UsageError where there is nobody to ask
 */
export async function acceptNotice(terminal: Terminal, signal: AbortSignal, yes: boolean): Promise<boolean> {
  const path = join(dataFolder(), 'notice.json');
  const kept = await readFile(path, 'utf8').catch(() => '');
  if (wasAccepted(kept)) return true;
  if (!yes && !terminal.isInteractive) {
    throw new UsageError(
      'The notice before the first sign-in is not accepted yet, and there is no terminal to ask on: read it in README, then add --yes.',
    );
  }
  terminal.tell(NOTICE);
  if (!yes && !(await terminal.confirm('Go on?', signal))) return false;
  const text = JSON.stringify({ edition: EDITION, acceptedAt: terminal.now().toISOString() });
  // Where it cannot be kept, it is asked again.
  await mkdir(dataFolder(), { recursive: true, mode: 0o700 })
    .then(() => writeWhole(path, `${text}\n`))
    .catch(() => undefined);
  return true;
}

function wasAccepted(text: string): boolean {
  try {
    return acceptance.safeParse(JSON.parse(text)).success;
  } catch {
    return false;
  }
}
