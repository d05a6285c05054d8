import { dataFolder } from './data-folder.ts';
import { appendSeen } from './history/append.ts';
import { buildSeen } from './history/build.ts';
import { compareResults } from './history/compare.ts';
import { type History, readHistory, tellLeftOut } from './history/read.ts';
import type { Seen } from './history/seen.ts';
import type { Report } from './report/schema.ts';
import type { Terminal } from './terminal.ts';

/** What is known of earlier runs; where that cannot be read, it is said, and nothing is known. */
export async function recallHistory(terminal: Pick<Terminal, 'warn'>): Promise<Seen[]> {
  const history: History = await readHistory().catch((error: Error) => {
    terminal.warn(`warning: ${error.message}`);
    return { seen: [], unreadable: 0 };
  });
  for (const sentence of tellLeftOut(history)) terminal.warn(`warning: ${sentence}`);
  return history.seen;
}

/** Keeps what was seen. @returns false, and it is said, where that failed: no result is worth less because of it */
export async function remember(seen: readonly Seen[], terminal: Pick<Terminal, 'warn'>): Promise<boolean> {
  return appendSeen(dataFolder(), seen).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      terminal.warn(
        `warning: This was not added to the history (${error.code ?? error.message}); the result is complete.`,
      );
      return false;
    },
  );
}

/** Compares a run with the ones before it, and keeps it beside them: before anybody is told, so that nothing told is lost. */
export async function keepInHistory(
  report: Report,
  terminal: Pick<Terminal, 'warn'>,
): Promise<{ report: Report; history: Seen[] }> {
  const at = report.run.finishedAt;
  const history = await recallHistory(terminal);
  await remember(
    report.results.map((result) => buildSeen(report, result, at)),
    terminal,
  );
  return { report: { ...report, results: compareResults(report, history, () => at) }, history };
}
