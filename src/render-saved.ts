import { judgeCapture } from './capture/judge.ts';
import { exitCodeOf, JUDGEMENT_FORMATS } from './capture/render-judgement.ts';
import { captureSchema } from './capture/schema.ts';
import { UsageError } from './errors.ts';
import type { RunOptions } from './options.ts';
import { requirePlacesApart } from './report/places.ts';
import { readReport } from './report/read-report.ts';
import { readSaved } from './report/read-saved.ts';
import { requireWritablePlace } from './report/write.ts';
import { tellReport } from './tell.ts';
import type { Terminal } from './terminal.ts';
import { VERSION } from './version.ts';
import type { ExitCode } from './vocabulary.ts';

/** Tells a saved report, or judges a captured page: one of the two. @throws UsageError */
export async function renderSaved(
  report: string | undefined,
  capture: unknown,
  { format, outputs, mkdir }: RunOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  if (typeof capture === 'string' && report === undefined) {
    if (outputs.length) throw new UsageError('--output is for reports; a judgement is told on standard output alone.');
    return renderJudgement(capture, format, terminal);
  }
  if (typeof capture !== 'string' && report !== undefined) {
    const saved = await readReport(report);
    await requirePlacesApart({ outputs });
    for (const { path } of outputs) await requireWritablePlace(path, '--output', { mkdir });
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
