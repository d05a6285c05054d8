import type { Seen } from './history/seen.ts';
import type { RunOptions } from './options.ts';
import { renderAnnotations } from './report/reporters/annotations.ts';
import { FORMATS } from './report/reporters/index.ts';
import type { Report } from './report/schema.ts';
import { writeReport } from './report/write.ts';
import type { Terminal } from './terminal.ts';
import type { ExitCode } from './vocabulary.ts';

/**
 * Prints a report and writes its files; a file that cannot be written never hides the result.
 * @param history what was seen before this run, oldest first
 */
export async function tellReport(
  report: Report,
  { format, outputs }: Pick<RunOptions, 'format' | 'outputs'>,
  terminal: Terminal,
  history?: readonly Seen[],
): Promise<ExitCode> {
  const look = { ...terminal, ...(history ? { history } : {}) };
  terminal.print(FORMATS[format].render(report, look));
  // GitHub's runner reads them from either stream; standard output holds the result alone.
  if (terminal.environment.GITHUB_ACTIONS === 'true') for (const line of renderAnnotations(report)) terminal.warn(line);
  for (const output of outputs) {
    const failure = await writeReport(output.path, FORMATS[output.format].render(report, look));
    if (failure) terminal.tell(`error: ${failure}`);
  }
  return report.summary.exitCode;
}
