import { z } from 'zod';
import { isLoopback } from '../loopback.ts';
import { flags } from '../options.ts';

/** The configuration as it is written: contract §5. What is not known is a fault: a misspelt name must not be passed over. */

const MOST_AT_ONCE = 16;

const text = z.string().trim().min(1, 'say something here.');
const account = z.string().pipe(flags.shape.account);

const accountSchema = z.strictObject({
  name: account,
  session: text.refine((path) => path !== '-', 'give a file: standard input is for one run by hand.').optional(),
  expectAccount: text.optional(),
});

const exceptionSchema = z.strictObject({
  account,
  setting: z.string(),
  reason: text,
  owner: text,
  expires: z.iso.date('give the day on which it ends, such as 2027-03-31.'),
});

const WEBHOOK = 'give an address that begins with https://, or http:// on this machine.';

const header = z.strictObject({
  name: z.string().regex(/^[A-Za-z0-9-]+$/, 'give the name of a header, such as Authorization.'),
  env: z
    .string()
    .regex(/^[A-Za-z_]\w*$/, 'name a variable of the environment that holds the secret, not the secret.')
    .refine((name) => !/^LINKEDIN_AI_OPTOUT_/i.test(name), 'name another: what opens a session goes to nobody.'),
});

const notifySchema = z
  .strictObject({
    webhook: z.string().refine(isSafeAddress, WEBHOOK).optional(),
    header: header.optional(),
    command: z
      .union([text, z.tuple([text], z.string())], {
        error: 'give a program and its arguments as an array of words, or one string for a shell.',
      })
      .optional(),
    on: z.enum(['change', 'always'], { error: 'give "change" or "always".' }).default('change'),
  })
  .check(({ value, issues }) => {
    const fault = (message: string) => void issues.push({ code: 'custom', message, input: value, path: [] });
    if ((value.webhook === undefined) === (value.command === undefined))
      fault('give a webhook or a command: one of the two.');
    else if (value.header && value.webhook === undefined) fault('a header goes with a webhook.');
  });

export const configSchema = z.strictObject({
  $schema: z.string().optional(),
  origin: z.string().pipe(flags.shape.origin).optional(),
  settings: z
    .array(z.string())
    .min(1, 'name at least one setting, or leave it out.')
    .pipe(flags.shape.setting)
    .optional(),
  accounts: z.array(accountSchema).min(1, 'name at least one account, or leave it out.').optional(),
  concurrency: z
    .int('give a whole number of accounts at once.')
    .min(1, 'give at least 1.')
    .max(MOST_AT_ONCE, `give at most ${MOST_AT_ONCE}.`)
    .default(2),
  outputs: z.array(text).pipe(flags.shape.output).optional(),
  failOn: z
    .union([z.string(), z.array(z.string()).transform((names) => names.join(','))], {
      error: 'give "on", "unknown", or a list of them.',
    })
    .pipe(flags.shape.failOn)
    .optional(),
  exceptions: z.array(exceptionSchema).default([]),
  notify: z.array(notifySchema).default([]),
  maxAgeDays: z
    .number('give a number of days.')
    .min(1, 'give at least 1 day.')
    .max(3_650, 'give at most 3650 days.')
    .default(14),
});

export type Config = z.output<typeof configSchema>;
export type Exception = Config['exceptions'][number];
export type Notify = Config['notify'][number];

function isSafeAddress(address: string): boolean {
  const url = URL.canParse(address) ? new URL(address) : null;
  if (!url || url.username || url.password) return false;
  return url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url.hostname));
}
