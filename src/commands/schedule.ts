import { type Command, Option } from 'commander';
import type { SchedulerName } from '../schedule/schedulers/index.ts';
import type { Act, OwnFlags } from './act.ts';
import { addTellingFlags, formatFlag } from './flags.ts';

const NAMES = ['systemd', 'cron', 'launchd', 'windows', 'github', 'kubernetes'] as const satisfies SchedulerName[];

export function addSchedule(program: Command, act: Act): void {
  const schedule = program
    .command('schedule')
    .description('run audit every day, week or month, by what this system has for that');

  const print = schedule.command('print').description('show what would be installed, or is to be put where by hand');
  addChoice(print).action(
    act(async (_options, terminal, _signal, own) => (await load()).printSchedule(givenBy(own), terminal)),
  );

  const install = schedule.command('install').description('install it for you alone; again replaces it');
  addChoice(install)
    .option('--dry-run', 'only show it', false)
    .action(
      act(async (_options, terminal, _signal, own) =>
        (await load()).installSchedule(givenBy(own), Boolean(own.dryRun), terminal),
      ),
    );

  const remove = schedule.command('remove').description('take it away again; nothing else is touched');
  addOn(remove)
    .option('--dry-run', 'only say what would be removed', false)
    .action(
      act(async (_options, terminal, _signal, own) =>
        (await load()).removeSchedule(givenBy(own), Boolean(own.dryRun), terminal),
      ),
    );

  const status = schedule
    .command('status')
    .description('compare what is installed with what would be, and with the last proven run')
    .addHelpText('after', '\nExit codes: 0 as it should be, 1 not installed or different,\n3 not proven for too long.');
  addChoice(status)
    .addOption(formatFlag(['text', 'json']))
    .action(
      act(async (options, terminal, _signal, own) => (await load()).tellStatus(givenBy(own), options.format, terminal)),
    );
}

const load = () => import('../schedule/run.ts');

function addChoice(command: Command): Command {
  return addOn(command)
    .addOption(new Option('--every <interval>', 'how often (default: week)').choices(['day', 'week', 'month']))
    .option('--at <HH:MM>', 'when (default: a minute of this installation’s own, by day)')
    .option('--config <file>', 'the configuration of the audit (default: the usual one)');
}

function addOn(command: Command): Command {
  return addTellingFlags(
    command.addOption(new Option('--on <scheduler>', 'default: what this system has').choices(NAMES)),
  );
}

function givenBy({ on, every, at, config }: OwnFlags): object {
  return Object.fromEntries(Object.entries({ on, every, at, config }).filter(([, value]) => value !== undefined));
}
