import type { Command } from 'commander';
import { hasDisplay } from '../browser/display.ts';
import { UsageError } from '../errors.ts';
import { isWholeCatalogue, type RunOptions } from '../options.ts';
import type { Setting } from '../settings/catalogue.ts';
import type { Act } from './act.ts';
import { addRunFlags } from './flags.ts';
import { configured, runAndTell } from './run.ts';

export function addDisable(program: Command, act: Act): void {
  const command = program
    .command('disable')
    .description('turn the setting off if it is on, and prove it on a fresh load of the page')
    .option('--dry-run', 'stop after the plan; changes nothing', false)
    .option('--assist', 'you click, in the window; it points at the switch, watches, and proves', false)
    .option('--yes', 'do not ask (needed where there is no terminal)', false);
  addRunFlags(command).action(
    act(async (given, terminal, signal, own, isGiven) => {
      const { dryRun, yes, assist } = own;
      const options = await configured(given, own, isGiven, terminal);
      // Wherever it was said: on the command line or in the configuration.
      if (!dryRun && isWholeCatalogue(options.settings)) {
        const said = isGiven('setting') ? '--setting all' : '"settings": ["all"] in the configuration';
        throw new UsageError(`${said} is for looking: name the settings that are to be turned off, or add --dry-run.`);
      }
      if (assist) {
        requireWindow(options, Boolean(dryRun));
        terminal.warn('A window opens and points at the switch, if it is on. Click it there; the rest is seen to.');
      }
      if (!dryRun && !yes && !assist && !terminal.isInteractive) {
        throw new UsageError(
          'There is no terminal to ask on: add --yes to turn it off, or --dry-run to only see what would happen.',
        );
      }
      const agrees = async ({ title }: Setting) =>
        Boolean(yes || assist) || terminal.confirm(`“${title}” is on. Turn it off now?`, signal);
      const run = {
        command: 'disable',
        mode: dryRun ? 'dry-run' : 'disable',
        options,
        agrees,
        byHand: Boolean(assist),
      } as const;
      return runAndTell(run, { mayAsk: !yes }, terminal, signal);
    }),
  );
}

/** Whoever is to click needs a window to click in. */
function requireWindow({ headed, connect }: RunOptions, dryRun: boolean): void {
  if (dryRun) throw new UsageError('--assist and --dry-run exclude each other; give one of them.');
  if (connect !== undefined) return;
  if (headed === false) throw new UsageError('--assist needs a window to click in: leave out --headless.');
  if (!hasDisplay())
    throw new UsageError(
      '--assist needs a screen to click on, and there is none here; leave it out, or run it on a desktop.',
    );
}
