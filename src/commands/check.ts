import type { Command } from 'commander';
import type { Act } from './act.ts';
import { addRunFlags } from './flags.ts';
import { runAndTell } from './run.ts';

export function addCheck(program: Command, act: Act): void {
  const command = program
    .command('check')
    .description('read the setting and report it; changes nothing')
    .option('--attest <file>', 'write what a colleague may send: state, time, salted hash; no name, cookie or picture');
  addRunFlags(command).action(
    act((options, terminal, signal, { attest }) =>
      runAndTell(
        { command: 'check', mode: 'check', options, agrees: async () => false, byHand: false },
        { mayAsk: true, attest: typeof attest === 'string' ? attest : undefined },
        terminal,
        signal,
      ),
    ),
  );
}
