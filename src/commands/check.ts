import type { Command } from 'commander';
import type { Act } from './act.ts';
import { addRunFlags } from './flags.ts';
import { runAndTell } from './run.ts';

export function addCheck(program: Command, act: Act): void {
  const command = program.command('check').description('read the setting and report it; changes nothing');
  addRunFlags(command).action(
    act((options, terminal, signal) =>
      runAndTell(
        { command: 'check', mode: 'check', options, agrees: async () => false, byHand: false },
        { mayAsk: true },
        terminal,
        signal,
      ),
    ),
  );
}
