import type { Command } from 'commander';
import { hasDisplay } from '../browser/display.ts';
import { ReasonError, UsageError } from '../errors.ts';
import { EXIT } from '../vocabulary.ts';
import type { Act } from './act.ts';
import { addAccountFlag, addBrowserFlags, addTellingFlags } from './flags.ts';
import { KEY_PLACES } from './key-places.ts';

/** In seconds: a password, a code from a phone, a security check. */
const PATIENCE = '600';

const HOW = `A window opens on LinkedIn’s sign-in page. Sign in there as ever; nothing is typed or clicked for you, and the window
closes by itself. Use your password or a passkey: Google’s, Microsoft’s and Apple’s sign-in refuse browsers that a program
has opened, and nothing but LinkedIn can be reached from this window.`;

export function addLogin(program: Command, act: Act): void {
  const command = program
    .command('login')
    .description('sign in by hand in a visible window, and keep the session on this machine, encrypted');
  addAccountFlag(command)
    .option('--import <file>', 'keep the session in this file in place of signing in; - for standard input')
    .option('--expect-account <vanity or hash>', 'keep nothing if someone else is signed in')
    .option('--timeout <seconds>', 'how long to wait', PATIENCE)
    .option('--yes', 'accept the notice before the first sign-in without being asked', false);
  addTellingFlags(addBrowserFlags(command)).action(
    act(async (given, terminal, signal, { import: file, yes }) => {
      const [{ keepSession }, { acceptNotice }, { printable }, { readHandedOver, sourceAt }] = await Promise.all([
        import('../keep-session.ts'),
        import('../notice.ts'),
        import('../printable.ts'),
        import('../run-session.ts'),
      ]);
      const isByHand = typeof file !== 'string';
      const options = isByHand ? { ...given, headed: true } : given;
      if (isByHand && options.connect === undefined) requireScreen(given.headed);
      if (!(await acceptNotice(terminal, signal, Boolean(yes)))) {
        terminal.tell('Not accepted; nothing was kept.');
        return EXIT.signedOut;
      }
      if (isByHand) terminal.tell(HOW);
      const handedOver = isByHand
        ? undefined
        : await readHandedOver(sourceAt(file, terminal.stdin), { options, terminal, signal });
      const { member, keyPlace } = await keepSession({ options, terminal, signal, handedOver });
      const who = member === null ? 'Signed in' : `Signed in as ${printable(member)}`;
      const where = keyPlace && `, its key ${KEY_PLACES[keyPlace]}`;
      terminal.print(`${who}. The session is kept as "${options.account}"${where ?? ''}.\n`);
      return EXIT.ok;
    }),
  );
}

/** @param headed what the member asked for */
function requireScreen(headed: boolean | undefined): void {
  if (headed === false)
    throw new UsageError(
      'login needs a window to sign in in: leave out --headless, or take the session from a file with --import.',
    );
  if (hasDisplay()) return;
  throw new ReasonError(
    'browser-failed',
    'There is no screen here to sign in on.',
    'Run login on a desktop; carry the session over with "accounts export" there and "login --import" here.',
  );
}
