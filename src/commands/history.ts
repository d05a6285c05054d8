import { type Command, Option } from 'commander';
import { UsageError } from '../errors.ts';
import type { HistoryFormat } from '../history/formats/index.ts';
import type { Seen } from '../history/seen.ts';
import type { Terminal } from '../terminal.ts';
import { EXIT, type ExitCode } from '../vocabulary.ts';
import type { Act, OwnFlags } from './act.ts';
import { addConfigFlag, addTellingFlags } from './flags.ts';

const FORMATS = ['text', 'json', 'csv', 'html'] as const satisfies HistoryFormat[];
const DAY_MS = 86_400_000;

export function addHistory(program: Command, act: Act): void {
  const command = program
    .command('history')
    .description('what was seen when; drift; the times in which it was on')
    .option('--account <name>', 'of this account alone')
    .option('--since <date or age>', 'not what is older: 2026-05-03, or 90d')
    .option('--max-age <days>', 'exit 3 where something has not been proven for so long, or never')
    .option('--prune <age>', 'remove for good what is older, such as 400d')
    .addOption(new Option('--format <name>', 'standard output').choices(FORMATS).default('text'));
  addTellingFlags(addConfigFlag(command)).action((own: OwnFlags, self: Command) =>
    // Its formats are others than those of a report.
    act((_options, terminal) => runHistory(own, terminal))(withoutFormat(own), self),
  );
}

function withoutFormat({ format: _, ...rest }: OwnFlags): OwnFlags {
  return rest;
}

async function runHistory(own: OwnFlags, terminal: Terminal): Promise<ExitCode> {
  const now = terminal.now();
  const { readHistory } = await import('../history/read.ts');
  if (own.prune !== undefined) return prune(timeIn('--prune', own.prune, now), terminal);
  const maxAgeDays = own.maxAge === undefined ? null : daysIn(own.maxAge);
  const since = own.since === undefined ? null : timeIn('--since', own.since, now);

  const { seen, unreadable } = await readHistory();
  if (unreadable > 0) terminal.warn(`warning: ${unreadable} line(s) of the history cannot be read and are left out.`);
  const { account } = own;
  const ofAccount = seen.filter((one) => typeof account !== 'string' || one.account === account);
  if (maxAgeDays !== null) return tellStale(ofAccount, maxAgeDays, own, terminal);
  const shown = ofAccount.filter(({ at }) => since === null || Date.parse(at) >= since.getTime());
  const [{ summarise }, { HISTORY_FORMATS }] = await Promise.all([
    import('../history/summary.ts'),
    import('../history/formats/index.ts'),
  ]);
  const render = HISTORY_FORMATS[own.format as HistoryFormat];
  terminal.print(render(summarise(shown), { color: terminal.color, now }));
  return EXIT.ok;
}

/** So that another machine can watch the one that watches. */
async function tellStale(
  seen: readonly Seen[],
  maxAgeDays: number,
  own: OwnFlags,
  { print, now }: Terminal,
): Promise<ExitCode> {
  const [{ findStale }, { readConfig }, { expectedBy }] = await Promise.all([
    import('../history/summary.ts'),
    import('../config/read.ts'),
    import('../history/expected.ts'),
  ]);
  const config = (await readConfig(typeof own.config === 'string' ? own.config : undefined))?.config;
  const { expected: wanted, origin } = expectedBy(config ?? {});
  const { account } = own;
  const chosen = wanted.filter((one) => typeof account !== 'string' || one.account === account);
  if (config && chosen.length === 0)
    throw new UsageError(`--account: "${account}" is none of the configured accounts.`);
  const expected = config ? chosen : null;
  const stale = findStale(seen, { expected, origin, maxAgeDays, now: now() });
  print(
    stale.length === 0
      ? `Everything was proven within ${maxAgeDays} days.\n`
      : stale.map((line) => `${line}\n`).join(''),
  );
  return stale.length === 0 ? EXIT.ok : EXIT.unknown;
}

async function prune(before: Date, terminal: Terminal): Promise<ExitCode> {
  const { pruneHistory } = await import('../history/prune.ts');
  const removed = await pruneHistory(before).catch((error: NodeJS.ErrnoException) => {
    if (error instanceof UsageError) throw error;
    throw new UsageError(`The history was not changed (${error.code ?? error.message}).`);
  });
  terminal.print(`${removed} line(s) older than ${before.toISOString().slice(0, 10)} were removed.\n`);
  return EXIT.ok;
}

function timeIn(flag: string, text: unknown, now: Date): Date {
  const days = /^(\d{1,5})d$/.exec(String(text))?.[1];
  if (days !== undefined) return new Date(now.getTime() - Number(days) * DAY_MS);
  const time = /^\d{4}-\d{2}-\d{2}/.test(String(text)) ? new Date(String(text)) : new Date(Number.NaN);
  if (!Number.isNaN(time.getTime())) return time;
  throw new UsageError(`${flag}: give an age in days, such as 400d, or a date, such as 2026-05-03.`);
}

function daysIn(text: unknown): number {
  const days = Number(text);
  if (text !== '' && Number.isFinite(days) && days > 0) return days;
  throw new UsageError('--max-age: give a number of days, such as 14.');
}
