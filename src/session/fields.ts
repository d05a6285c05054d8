import { z } from 'zod';

/** What Chromium takes at most, name and value together. In bytes. */
const MAX_PAIR = 4096;
const MAX_PATH = 1024;
const MAX_DOMAIN = 254;

/** Printable ASCII but `;`: a browser rewrites the rest, or refuses it. */
const PATH = /^[!-:<-~]*$/;

const seconds = z
  .string()
  .regex(/^-?\d{1,20}(\.\d{1,20})?$/)
  .transform(Number);

/**
 * The fields of a cookie in any of the formats. `domain` is strict, because a browser reads it as part of an address:
 * `elsewhere.example/.linkedin.com` ends like LinkedIn's and is not.
 */
export const fieldsSchema = z
  .object({
    name: z.string().regex(/^[^=;\p{Cc}\p{Cs}]*$/u),
    value: z.string().regex(/^[^;\p{Cc}\p{Cs}]*$/u),
    domain: z
      .string()
      .max(MAX_DOMAIN)
      .regex(/^\.?(\[[\da-f:.]+\]|[\w-]+(\.[\w-]+)*)$/i),
    path: z.string().max(MAX_PATH).regex(PATH).nullish(),
    expires: z.union([z.number(), seconds]).nullish(),
    expirationDate: z.union([z.number(), seconds]).nullish(),
    session: z.boolean().nullish(),
    hostOnly: z.boolean().nullish(),
    httpOnly: z.boolean().nullish(),
    secure: z.boolean().nullish(),
    sameSite: z.unknown().optional(),
  })
  .refine(({ name, value }) => Buffer.byteLength(name) + Buffer.byteLength(value) <= MAX_PAIR, { path: ['value'] });

export type Fields = z.infer<typeof fieldsSchema>;

/** Enough of a cookie to tell whose it is. */
export const ownerSchema = z.object({ domain: z.string(), partitionKey: z.unknown().optional() });
