import { randomUUID } from 'node:crypto';
import { withBrowser } from './browser/open.ts';
import type { Capture } from './capture/schema.ts';
import { ReasonError } from './errors.ts';
import type { Mode } from './examine-setting.ts';
import { readSalt } from './member-hash.ts';
import type { RunOptions } from './options.ts';
import type { NetworkTally } from './page/visit.ts';
import type { Report, Result } from './report/schema.ts';
import { requireWritablePlace } from './report/write.ts';
import { withSession } from './run-session.ts';
import type { Setting } from './settings/catalogue.ts';
import type { Terminal } from './terminal.ts';
import { VERSION } from './version.ts';
import { type Outcome, reason } from './vocabulary.ts';

// Most of the program's own code, loaded while the browser starts.
const loadTheRest = () =>
  Promise.all([
    import('./examine-account.ts'),
    import('./report/build.ts'),
    import('./report/result.ts'),
    import('./report/suppress.ts'),
    import('./decide/exception.ts'),
    import('./keep-history.ts'),
    import('./tell.ts'),
    import('./report/reporters/text.ts'),
  ]);

const CHANGED: readonly Outcome[] = ['changed', 'not-proven'];
const INTERRUPTED = reason(
  'browser-failed',
  'The run was interrupted before this setting was looked at.',
  'Run it again.',
);

/** How a run of `check` or `disable` differs from another. */
export interface Run {
  command: string;
  mode: Mode;
  options: RunOptions;
  /** asked of each setting before it is clicked */
  agrees(setting: Setting): Promise<boolean>;
  /** Does the member click, in the window? */
  byHand: boolean;
  /** gets the structure of each page that was captured, and the picture of its panel (PNG), if one was taken */
  onCapture?(capture: Capture, picture: Uint8Array | null): void;
}

/**
 * The main job: session → browser → each setting → report. What keeps a setting from being read is told in the report.
 * @throws UsageError, before a browser opens; what `signal` was aborted with, unless something was already clicked
 */
export async function examine(run: Run, terminal: Terminal, signal: AbortSignal): Promise<Report> {
  const { options, mode, command } = run;
  const startedAt = terminal.now();
  for (const { path } of options.outputs) await requireWritablePlace(path, '--output', options);

  const tally: NetworkTally = { writesAllowed: 0, writesBlocked: 0, hosts: new Set() };
  const results: Result[] = [];
  let browser: Report['run']['browser'] = null;
  const progress = await terminal.startProgress('Opening the browser');
  const salt = await readSalt().catch(() => {
    terminal.warn(
      'warning: The folder for our own data cannot be written to, so the report does not tell members apart.',
    );
    return null;
  });
  try {
    await withSession({ options, terminal, salt, signal }, (session) =>
      withBrowser({ ...options, warn: terminal.warn, meanwhile: loadTheRest }, signal, async (open) => {
        const { examineAccount } = await import('./examine-account.ts');
        browser = { name: open.name, version: open.version, mode: open.mode, sandbox: open.sandbox };
        await examineAccount(open, { ...run, session, salt, tally, progress, signal }, results);
      }),
    );
  } catch (error) {
    // Where something was changed, an interruption must not hide what came of it.
    if (signal.aborted && !results.some(({ change }) => change && CHANGED.includes(change.outcome)))
      throw signal.reason;
    const why = signal.aborted ? INTERRUPTED : error instanceof ReasonError ? error.reason : null;
    if (!why) throw error;
    if (options.verbose && error instanceof Error && error.cause) terminal.tell(String(error.cause));
    const { undecidedResult } = await import('./report/result.ts');
    const missing = options.settings.slice(results.length);
    results.push(...missing.map((setting) => undecidedResult(why, options, setting, mode)));
  } finally {
    progress.stop();
  }

  const facts = { id: randomUUID(), version: VERSION, command, dryRun: mode === 'dry-run', trigger: 'manual' };
  const times = { startedAt, finishedAt: terminal.now(), origin: options.site.origin, browser };
  const network = { ...tally, hosts: [...tally.hosts].sort() };
  const [{ buildReport }, { suppressResults }, { decideExceptions }] = await Promise.all([
    import('./report/build.ts'),
    import('./report/suppress.ts'),
    import('./decide/exception.ts'),
  ]);
  // Who turns it off does not mean to keep it on.
  const { active } = decideExceptions(mode === 'check' ? (options.exceptions ?? []) : [], times.finishedAt);
  return buildReport({ ...facts, ...times }, suppressResults(results, active), network, options);
}
