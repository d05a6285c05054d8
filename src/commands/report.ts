import type { Command } from 'commander';
import { judgeCapture } from '../capture/judge.ts';
import { exitCodeOf, JUDGEMENT_FORMATS } from '../capture/render-judgement.ts';
import { captureSchema } from '../capture/schema.ts';
import { UsageError } from '../errors.ts';
import type { RunOptions } from '../options.ts';
import { readReport } from '../report/read-report.ts';
import { readSaved } from '../report/read-saved.ts';
import { FORMATS } from '../report/reporters/index.ts';
import { requireWritablePlace } from '../report/write.ts';
import { tellReport } from '../tell.ts';
import type { Terminal } from '../terminal.ts';
import { VERSION } from '../version.ts';
import type { ExitCode } from '../vocabulary.ts';
import type { Act, OwnFlags } from './act.ts';
import { formatFlag, outputFlag } from './flags.ts';
import { addMerge } from './report-merge.ts';
import { addReportSchema } from './report-schema.ts';
import { addVerify } from './report-verify.ts';

export function addReport(program: Command, act: Act): void {
  const command = program.command('report').description('what to do with saved reports');
  addReportSchema(command, act);
  command
    .command('render')
    .description('show a saved report, or judge a captured page by today’s rules; no browser, no network')
    .argument('[report]', 'a report as --output or --format json wrote it')
    .option('--judge <capture>', 'a page capture, as --evidence wrote it, in the place of a report')
    .addOption(formatFlag(Object.keys(FORMATS)))
    .addOption(outputFlag())
    .option('--no-color', 'no colour (also NO_COLOR)')
    .action((file: string | undefined, own: OwnFlags) =>
      act((options, terminal) => runRender(file, own.judge, options, terminal))(own),
    );
  addMerge(command, act);
  addVerify(command, act);
}

async function runRender(
  report: string | undefined,
  capture: unknown,
  { format, outputs }: RunOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  if (typeof capture === 'string' && report === undefined) {
    if (outputs.length) throw new UsageError('--output is for reports; a judgement is told on standard output alone.');
    return renderJudgement(capture, format, terminal);
  }
  if (typeof capture !== 'string' && report !== undefined) {
    const saved = await readReport(report);
    for (const { path } of outputs) await requireWritablePlace(path);
    return tellReport(saved, { format, outputs }, terminal);
  }
  throw new UsageError('Give a report, or --judge with a capture: one of the two.');
}

async function renderJudgement(file: string, format: RunOptions['format'], terminal: Terminal): Promise<ExitCode> {
  if (!isJudgementFormat(format)) {
    throw new UsageError(`--format: a judgement is told as ${Object.keys(JUDGEMENT_FORMATS).join(' or ')}.`);
  }
  const capture = await readSaved(file, captureSchema, 'a page capture');
  const judgement = judgeCapture(capture);
  terminal.print(JUDGEMENT_FORMATS[format]({ capture, judgement, version: VERSION }, terminal.color));
  return exitCodeOf(judgement);
}

function isJudgementFormat(format: string): format is keyof typeof JUDGEMENT_FORMATS {
  return Object.hasOwn(JUDGEMENT_FORMATS, format);
}
