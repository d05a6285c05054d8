import { type Command, Option } from 'commander';
import { UsageError } from '../errors.ts';
import { DEFAULTS, type Flags, type RunOptions } from '../options.ts';
import type { MergeFormat } from '../report/merge/render/index.ts';
import type { Terminal } from '../terminal.ts';
import type { ExitCode } from '../vocabulary.ts';
import type { Act, OwnFlags } from './act.ts';

/** As in `report/merge/render/index.ts`, which is loaded when it is needed. */
const FORMATS = ['text', 'json', 'markdown', 'html', 'junit', 'csv'] as const satisfies MergeFormat[];

export function addMerge(report: Command, act: Act): void {
  report
    .command('merge')
    .description('put many reports and attestations together: of each account, the latest counts')
    .argument('<inputs...>', 'files, folders, patterns; - for standard input, one JSON a line')
    .option('--expect <file>', 'who should report: a member’s hash, or the name of an account or file, a line')
    .option('--expected <number>', 'how many should report')
    .option('--max-age <days>', 'what is older counts as unknown, e.g. 30d; none: nothing is too old', '30d')
    .addOption(new Option('--format <name>', 'standard output').choices(FORMATS).default('text'))
    .option(
      '--output <file>',
      'also write a file (.json, .md, .html, .xml, .csv); repeatable',
      (value: string, earlier: string[]) => [...earlier, value],
      [],
    )
    .option('--mkdir', 'make the folders that files need', false)
    .option('--fail-on <list>', 'what is not as wished', DEFAULTS.failOn)
    .option('--exit-zero', 'turn exit code 1, and only 1, into 0', false)
    .option('--quiet', 'the result alone', false)
    .option('--no-color', 'no colour (also NO_COLOR)')
    .action((inputs: string[], own: MergeFlags) => {
      const { failOn, exitZero, quiet, mkdir, color } = own;
      const shared: Partial<Flags> = { failOn, exitZero, quiet, mkdir, color };
      return act((options, terminal, signal) => runMerge(inputs, own, options, terminal, signal))(shared);
    });
}

interface MergeFlags extends OwnFlags {
  format: (typeof FORMATS)[number];
  output: string[];
  expect?: string;
  expected?: string;
  maxAge: string;
  failOn: string;
  exitZero: boolean;
  quiet: boolean;
  mkdir: boolean;
  color: boolean;
}

async function runMerge(
  inputs: readonly string[],
  flags: MergeFlags,
  options: Pick<RunOptions, 'failOn' | 'exitZero' | 'mkdir'>,
  terminal: Terminal,
  signal: AbortSignal,
): Promise<ExitCode> {
  const { runReportMerge } = await import('../report/merge/run.ts');
  return runReportMerge(
    {
      inputs,
      format: flags.format,
      outputs: flags.output,
      expect: flags.expect,
      expected: expectedNumber(flags.expected),
      maxAgeDays: maxAgeDays(flags.maxAge),
      policy: options,
      mkdir: options.mkdir,
    },
    terminal,
    signal,
  );
}

function expectedNumber(text: string | undefined): number | null {
  if (text === undefined) return null;
  const number = Number(text);
  if (Number.isInteger(number) && number >= 1 && number <= 1e9) return number;
  throw new UsageError('--expected: give a number of accounts, such as 90.');
}

function maxAgeDays(text: string): number | null {
  if (text === 'none') return null;
  const [, days] = /^(\d{1,5})d?$/.exec(text) ?? [];
  if (days !== undefined && Number(days) >= 1) return Number(days);
  throw new UsageError('--max-age: give a number of days, such as 30d, or none.');
}
