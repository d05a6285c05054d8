import { z } from 'zod';
import { UsageError } from '../errors.ts';
import { DRAFT_FORMATS, type DraftEnding } from './draft.ts';
import { BASES, KINDS, LANGUAGES } from './vocabulary.ts';

const name = (flag: string) =>
  z.string().trim().min(1, `${flag}: give a name.`).max(100, `${flag}: give 100 characters at most.`).optional();

const endings = Object.keys(DRAFT_FORMATS);

const output = z.string().transform((path, context) => {
  const ending = endings.find((each): each is DraftEnding => path.endsWith(each)) as DraftEnding | undefined;
  if (ending) return { path, ending };
  context.addIssue(`--output: "${path}" must end in ${endings.join(' or ')}.`);
  return z.NEVER;
});

const objectSchema = z.object({
  firstName: name('--first-name'),
  lastName: name('--last-name'),
  email: z.email('--email: give an e-mail address.').optional(),
  situation: z
    .string()
    .trim()
    .min(1, '--situation: say what in your own situation speaks against it.')
    .max(4_000, '--situation: give 4000 characters at most.')
    .optional(),
  lang: z.enum(LANGUAGES),
  basis: z.enum(BASES),
  kind: z.enum(KINDS),
  print: z.boolean(),
  output: output.optional(),
  keepDetails: z.boolean(),
});
export type ObjectFlags = z.output<typeof objectSchema>;

const day = (flag: string) => z.iso.date(`${flag}: give a day, such as 2026-09-10.`).optional();

const recordSchema = z.object({
  case: z.string().regex(/^[\w./-]{1,64}$/, '--case: give the number as LinkedIn writes it, such as 260910-001234.'),
  date: day('--date'),
  answered: day('--answered'),
  basis: z.enum(BASES),
  kind: z.enum(KINDS),
});

/** @throws UsageError that names the first fault */
export function readObjectFlags(own: unknown): ObjectFlags {
  return read(objectSchema, own);
}

/** @throws UsageError that names the first fault */
export function readRecordFlags(own: unknown): z.output<typeof recordSchema> {
  return read(recordSchema, own);
}

function read<T>(schema: z.ZodType<T>, own: unknown): T {
  const parsed = schema.safeParse(own);
  if (parsed.success) return parsed.data;
  throw new UsageError(parsed.error.issues[0]?.message ?? 'The options are not understood.');
}
