import { existsSync } from 'node:fs';
import type { Command } from 'commander';
import { ReasonError } from '../errors.ts';
import { EXIT } from '../vocabulary.ts';
import type { Act } from './act.ts';
import { addAccountFlag, addTellingFlags } from './flags.ts';

const STILL_THERE =
  'LinkedIn itself still honours that session. To end it there: Me → Settings & Privacy → Sign in & security → Where you’re signed in.';

export function addLogout(program: Command, act: Act): void {
  const command = program.command('logout').description('forget a kept session, and with the last one its key');
  addTellingFlags(addAccountFlag(command)).action(
    act(async ({ account }, terminal) => {
      const { withAccountLock } = await import('../session/store/lock.ts');
      const { openStore } = await import('../session/store/store.ts');
      const store = await openStore({ environment: terminal.environment });
      // Without a folder there is nothing to lock, and none should be made.
      const wasThere =
        existsSync(store.folder) && (await withAccountLock(store.folder, account, () => store.remove(account)));
      for (const warning of store.warnings) terminal.warn(`warning: ${warning}`);
      if (!wasThere) {
        throw new ReasonError(
          'signed-out',
          `No session is kept as "${account}".`,
          'See what is kept with: linkedin-ai-optout accounts.',
        );
      }
      terminal.print(`The session kept as "${account}" is gone from this machine.\n`);
      terminal.warn(STILL_THERE);
      return EXIT.ok;
    }),
  );
}
