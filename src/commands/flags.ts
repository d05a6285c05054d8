import { type Command, Option } from 'commander';
import { BROWSER_NAMES } from '../browser/find.ts';
import { DEFAULTS } from '../options.ts';
import { FORMATS } from '../report/reporters/index.ts';

const endings = Object.values(FORMATS).map(({ ending }) => ending);

/** The flags of every command that opens a browser (contract §2). `options.ts` checks their values. */
export function addRunFlags(command: Command): Command {
  addAccountFlag(command)
    .option(
      '--session <file>',
      'a session for this run only: storage state, cookies.txt or an extension’s JSON; - for standard input',
    )
    .option('--setting <id...>', 'which settings, or all', DEFAULTS.setting)
    .option('--expect-account <vanity or hash>', 'stop if someone else is signed in')
    .option('--timeout <seconds>', 'for one setting', DEFAULTS.timeout);
  return addReportFlags(command);
}

/** The flags of whatever opens a browser and gives a report of it. */
export function addReportFlags(command: Command): Command {
  return addTellingFlags(
    addConfigFlag(addBrowserFlags(command))
      .addOption(formatFlag(Object.keys(FORMATS)))
      .addOption(outputFlag())
      .option(
        '--evidence <dir>',
        'keep the evidence of this run in this new folder: report, picture of the setting, structure of the page, manifest',
      )
      .option('--timestamp <url>', 'have the evidence timestamped by this RFC 3161 authority, which gets a hash alone')
      .addOption(mkdirFlag())
      .option('--fail-on <list>', 'what is not as wished', DEFAULTS.failOn)
      .option('--exit-zero', 'turn exit code 1, and only 1, into 0', false),
  );
}

export function addConfigFlag(command: Command): Command {
  return command.option('--config <file>', 'the configuration; the command line wins over it');
}

export function addAccountFlag(command: Command): Command {
  return command.option('--account <name>', 'a kept account', DEFAULTS.account);
}

export function addBrowserFlags(command: Command): Command {
  return command
    .option('--browser <name or path>', `${BROWSER_NAMES.join(', ')}, or an executable (default: the first one found)`)
    .option('--connect <url>', 'a browser that is already there: a Playwright server (ws://) or CDP (http://)')
    .option('--headed', 'a visible window (default where there is a display, else a virtual one)')
    .option('--headless', 'no window')
    .option('--origin <url>', 'where the settings are; otherwise only a loopback address', DEFAULTS.origin);
}

export function addTellingFlags(command: Command): Command {
  return command
    .option('--quiet', 'the result alone', false)
    .option('--verbose', 'more on standard error', false)
    .option('--no-color', 'no colour (also NO_COLOR)');
}

export function formatFlag(names: readonly string[]): Option {
  return new Option('--format <name>', 'standard output').choices(names).default(DEFAULTS.format);
}

export function outputFlag(): Option {
  return new Option('--output <file>', `also write a file (${endings.filter(Boolean).join(', ')}); repeatable`)
    .argParser(collect)
    .default(DEFAULTS.output);
}

export function mkdirFlag(): Option {
  return new Option('--mkdir', 'make the folders that files need').default(DEFAULTS.mkdir);
}

function collect(value: string, earlier: readonly string[]): string[] {
  return [...earlier, value];
}
