import type { Seen } from './history/seen.ts';
import type { RunOptions } from './options.ts';
import { FORMATS, type Format } from './report/reporters/index.ts';
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
  const renderAs = async (format: Format) => (await FORMATS[format].load())(report, look);
  terminal.print(await renderAs(format));
  // GitHub's runner reads them from either stream; standard output holds the result alone.
  if (terminal.environment.GITHUB_ACTIONS === 'true') {
    const { renderAnnotations } = await import('./report/reporters/annotations.ts');
    for (const line of renderAnnotations(report)) terminal.warn(line);
  }
  for (const output of outputs) {
    const failure = await writeReport(output.path, await renderAs(output.format));
    if (failure) terminal.tell(`error: ${failure}`);
  }
  return report.summary.exitCode;
}
