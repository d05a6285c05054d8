import { type Command, Option } from 'commander';
import type { Config } from '../config/schema.ts';
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
    .addOption(
      new Option('--prune <age>', 'remove for good what is older, such as 400d').conflicts(['maxAge', 'since']),
    )
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
  const maxAgeDays = own.maxAge === undefined ? null : daysIn(own.maxAge);
  const since = own.since === undefined ? null : timeIn('--since', own.since, now);
  const account = typeof own.account === 'string' ? own.account : null;
  // One that is named is to be right, also where it says nothing of what is asked.
  const config = own.config === undefined && maxAgeDays === null ? null : await configIn(own);
  if (own.prune !== undefined) return prune(own, account, terminal);

  const { readHistory, tellLeftOut } = await import('../history/read.ts');
  const history = await readHistory(undefined, now);
  for (const sentence of tellLeftOut(history)) terminal.warn(`warning: ${sentence}`);
  const ofAccount = history.seen.filter((one) => account === null || one.account === account);
  if (maxAgeDays !== null) return tellStale(ofAccount, maxAgeDays, { own, account, config }, terminal);
  const shown = ofAccount.filter(({ at }) => since === null || Date.parse(at) >= since.getTime());
  const [{ summarise }, { HISTORY_FORMATS }] = await Promise.all([
    import('../history/summary.ts'),
    import('../history/formats/index.ts'),
  ]);
  const render = HISTORY_FORMATS[own.format as HistoryFormat];
  terminal.print(render(summarise(shown), { color: terminal.color, now }));
  return EXIT.ok;
}

async function configIn({ config }: OwnFlags): Promise<Config | null> {
  const { readConfig } = await import('../config/read.ts');
  return (await readConfig(typeof config === 'string' ? config : undefined))?.config ?? null;
}

/** So that another machine can watch the one that watches. */
async function tellStale(
  seen: readonly Seen[],
  maxAgeDays: number,
  { own, account, config }: { own: OwnFlags; account: string | null; config: Config | null },
  { print, now }: Terminal,
): Promise<ExitCode> {
  const [{ findStale }, { expectedBy }, { answerFormat, WATCH_FORMATS }] = await Promise.all([
    import('../history/summary.ts'),
    import('../history/expected.ts'),
    import('../history/formats/answers.ts'),
  ]);
  const format = answerFormat('--max-age', own.format);
  const { expected: wanted, origin } = expectedBy(config ?? {});
  const chosen = wanted.filter((one) => account === null || one.account === account);
  if (config && chosen.length === 0)
    throw new UsageError(`--account: "${account}" is none of the configured accounts.`);
  const expected = config ? chosen : null;
  const stale = findStale(seen, { expected, origin, maxAgeDays, now: now() });
  print(WATCH_FORMATS[format]({ origin, maxAgeDays, stale }));
  return stale.length === 0 ? EXIT.ok : EXIT.unknown;
}

async function prune(own: OwnFlags, account: string | null, { print, now }: Terminal): Promise<ExitCode> {
  const [{ pruneHistory }, { answerFormat, PRUNED_FORMATS }] = await Promise.all([
    import('../history/prune.ts'),
    import('../history/formats/answers.ts'),
  ]);
  const format = answerFormat('--prune', own.format);
  const before = timeIn('--prune', own.prune, now());
  if (before > now()) {
    throw new UsageError(
      `--prune: ${own.prune} is still to come, and everything is older; give an age in days, such as 400d, or a date that is past.`,
    );
  }
  const removed = await pruneHistory(before, account).catch((error: NodeJS.ErrnoException) => {
    if (error instanceof UsageError) throw error;
    throw new UsageError(`The history was not changed (${error.code ?? error.message}).`);
  });
  print(PRUNED_FORMATS[format]({ removed, before: before.toISOString(), account }));
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
