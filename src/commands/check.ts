import type { Command } from 'commander';
import type { Act } from './act.ts';
import { addRunFlags } from './flags.ts';
import { configured, runAndTell } from './run.ts';

export function addCheck(program: Command, act: Act): void {
  const command = program
    .command('check')
    .description('read the setting and report it; changes nothing')
    .option('--attest <file>', 'write what a colleague may send: state, time, salted hash; no name, cookie or picture');
  addRunFlags(command).action(
    act(async (given, terminal, signal, own, isGiven) => {
      const options = await configured(given, own, isGiven, terminal);
      const run = { command: 'check', mode: 'check', options, agrees: async () => false, byHand: false } as const;
      return runAndTell(
        run,
        { mayAsk: true, attest: typeof own.attest === 'string' ? own.attest : undefined },
        terminal,
        signal,
      );
    }),
  );
}
