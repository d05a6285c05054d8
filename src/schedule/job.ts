/** What is to run, and when. */
export interface Job {
  /** absolute paths: of Node, and of our program */
  program: readonly [node: string, script: string];
  /** absolute path of the configuration; null: the usual one */
  config: string | null;
  every: Every;
  /** 24 h, local time */
  hour: number;
  minute: number;
  /** 0 is Sunday; for `week` */
  weekday: number;
  /** 1 to 28, so that every month has it; for `month` */
  day: number;
  /** absolute path of what the last run printed; written anew by each run, so that it stays small */
  log: string;
  /** where a run finds what it needs, and its way out; never anything secret */
  environment: Readonly<Record<string, string>>;
  /** what a scheduler without a session of its own must be told to reach the keychain; may be empty */
  session: Readonly<Record<string, string>>;
}

export const EVERY = ['day', 'week', 'month'] as const;
export type Every = (typeof EVERY)[number];

/** How long there may be no proof before the schedule must be looked at, in days: twice the interval. */
export const OVERDUE_DAYS: Record<Every, number> = { day: 2, week: 14, month: 62 };

/** The name under which every scheduler knows it. */
export const NAME = 'linkedin-ai-optout';

/** `NAME=value` of each, as `env` takes them. */
export function assignmentsOf(environment: Readonly<Record<string, string>>): string[] {
  return Object.entries(environment).map(([name, value]) => `${name}=${value}`);
}

/** The command, word by word. Not --quiet: without a terminal it shows no progress, and its warnings belong in the log. */
export function wordsOf({ program, config }: Pick<Job, 'program' | 'config'>): string[] {
  return [...program, 'audit', '--scheduled', ...(config === null ? [] : ['--config', config])];
}

/** `HH:MM` */
export function clockOf({ hour, minute }: Pick<Job, 'hour' | 'minute'>): string {
  return `${two(hour)}:${two(minute)}`;
}

export function two(number: number): string {
  return String(number).padStart(2, '0');
}
