import { z } from 'zod';
import type { Exception } from './config/schema.ts';
import { FAIL_ON, type FailOn } from './decide/verdict.ts';
import { UsageError } from './errors.ts';
import { isLoopback } from './loopback.ts';
import { FORMATS, type Format, formatOfFile } from './report/reporters/index.ts';
import { DEFAULT_SETTING, SETTINGS, type Setting } from './settings/catalogue.ts';
import { LINKEDIN_ORIGIN, type Site, siteOf } from './settings/site.ts';

/** The one place where flags and environment become options. */
export interface RunOptions {
  account: string;
  /** a file, or `-` for standard input; undefined: the environment */
  session: string | undefined;
  site: Site;
  settings: readonly Setting[];
  browser: string | undefined;
  /** address of a browser that is already there */
  connect: string | undefined;
  headed: boolean | undefined;
  expectAccount: string | undefined;
  timeoutMs: number;
  format: Format;
  outputs: readonly { path: string; format: Format }[];
  /** a folder for the evidence of this run */
  evidence: string | undefined;
  /** address of an RFC 3161 authority, asked for a timestamp over the evidence */
  timestamp: string | undefined;
  /** may the folders that files need be made? */
  mkdir: boolean;
  failOn: readonly FailOn[];
  exitZero: boolean;
  quiet: boolean;
  verbose: boolean;
  color: boolean;
  /** what may be on, as the file of --config says */
  exceptions?: readonly Exception[];
}

const origin = z.string().transform((text, context) => {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url?.origin === LINKEDIN_ORIGIN) return siteOf(LINKEDIN_ORIGIN);
  if (url && isLoopback(url.hostname) && /^https?:$/.test(url.protocol)) return siteOf(url.origin);
  context.addIssue(`--origin: only ${LINKEDIN_ORIGIN} or a loopback address (http://127.0.0.1:8080) is accepted.`);
  return z.NEVER;
});

const connect = z.string().transform((text, context) => {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url && /^(ws|wss|http|https):$/.test(url.protocol) && url.host) return text;
  context.addIssue('--connect: give ws://host:port/ of a Playwright server, or http://host:port of a CDP endpoint.');
  return z.NEVER;
});

const timestamp = z.string().transform((text, context) => {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url && /^https?:$/.test(url.protocol) && url.host && !url.username && !url.password) return url.href;
  context.addIssue('--timestamp: give the http(s) address of an RFC 3161 authority, without a name or password in it.');
  return z.NEVER;
});

const timeout = z.coerce
  .number('--timeout: give a number of seconds, such as 45.')
  .min(1, '--timeout: give at least 1 second.')
  .max(3_600, '--timeout: give at most 3600 seconds.');

const settings = z.array(z.string()).transform((ids, context): readonly Setting[] => {
  const unknown = ids.find((id) => id !== 'all' && !SETTINGS.some((setting) => setting.id === id));
  if (unknown === undefined) return ids.includes('all') ? SETTINGS : SETTINGS.filter(({ id }) => ids.includes(id));
  context.addIssue(`--setting: "${unknown}" is not known; see what there is with: linkedin-ai-optout settings.`);
  return z.NEVER;
});

/** Is it `all`? That is the catalogue itself; whoever names every setting gets a list of their own. */
export function isWholeCatalogue(settings: readonly Setting[]): boolean {
  return settings === SETTINGS;
}

/** @throws UsageError for an id that is none */
export function settingNamed(id: string): Setting {
  const setting = SETTINGS.find((each) => each.id === id);
  if (setting) return setting;
  throw new UsageError(`"${id}" is no setting that is known; see what there is with: linkedin-ai-optout settings.`);
}

const failOn = z.string().transform((text, context): readonly FailOn[] => {
  const names = text.split(',').map((name) => name.trim());
  const known = names.filter((name): name is FailOn => (FAIL_ON as readonly string[]).includes(name));
  if (known.length === names.length) return known;
  context.addIssue(`--fail-on: give ${FAIL_ON.join(', ')}, or both with a comma.`);
  return z.NEVER;
});

const outputs = z.array(
  z.string().transform((path, context) => {
    const format = formatOfFile(path);
    if (format) return { path, format };
    context.addIssue(
      `--output: "${path}" must end in ${Object.values(FORMATS)
        .map(({ ending }) => ending)
        .filter(Boolean)
        .join(', ')}.`,
    );
    return z.NEVER;
  }),
);

/** What each flag may say; a fault begins with the flag's name. */
export const flags = z.object({
  account: z.string().regex(/^[\w.-]{1,64}$/, '--account: use letters, digits, dot, dash and underscore, 64 at most.'),
  session: z.string().min(1, '--session: give a file, or - for standard input.').optional(),
  origin,
  setting: settings,
  browser: z.string().min(1, '--browser: give chrome, msedge, chromium, or an executable.').optional(),
  connect: connect.optional(),
  headed: z.boolean().optional(),
  headless: z.boolean().optional(),
  expectAccount: z.string().min(1, '--expect-account: give a vanity name or a hash.').optional(),
  timeout,
  format: z.enum(Object.keys(FORMATS) as [Format, ...Format[]]),
  output: outputs,
  evidence: z.string().min(1, '--evidence: give a folder.').optional(),
  timestamp: timestamp.optional(),
  mkdir: z.boolean(),
  failOn,
  exitZero: z.boolean(),
  quiet: z.boolean(),
  verbose: z.boolean(),
  color: z.boolean(),
});
export type Flags = z.input<typeof flags>;

/** What holds where nothing is said. */
export const DEFAULTS = {
  account: 'default',
  origin: LINKEDIN_ORIGIN,
  setting: [DEFAULT_SETTING.id],
  timeout: '45',
  format: 'text',
  output: [],
  failOn: FAIL_ON.join(','),
  exitZero: false,
  mkdir: false,
  quiet: false,
  verbose: false,
} as const satisfies Partial<Flags>;

/** @throws UsageError that names the first fault */
export function readOptions(input: Partial<Flags>): RunOptions {
  const parsed = flags.safeParse({ ...DEFAULTS, ...input });
  if (!parsed.success) throw new UsageError(parsed.error.issues[0]?.message ?? 'The options are not understood.');
  const { setting, origin: site, output, timeout: seconds, headed, headless, ...rest } = parsed.data;
  if (headed && headless) throw new UsageError('--headed and --headless exclude each other; give one of them.');
  if (rest.connect !== undefined && (rest.browser !== undefined || headed || headless)) {
    throw new UsageError('--connect brings its own browser: leave out --browser, --headed and --headless.');
  }
  if (rest.quiet && rest.verbose) throw new UsageError('--quiet and --verbose exclude each other; give one of them.');
  if (rest.timestamp !== undefined && rest.evidence === undefined) {
    throw new UsageError('--timestamp is over the evidence of a run: give --evidence with it.');
  }
  return {
    ...rest,
    session: rest.session,
    browser: rest.browser,
    connect: rest.connect,
    expectAccount: rest.expectAccount,
    evidence: rest.evidence,
    timestamp: rest.timestamp,
    site,
    settings: setting,
    outputs: output,
    headed: headless ? false : headed,
    timeoutMs: seconds * 1_000,
  };
}
