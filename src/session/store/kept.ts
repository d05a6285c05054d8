import { z } from 'zod';
import type { SessionCookie } from '../session.ts';

/** Enough for the jar of any browser. In bytes, sealed or not. */
export const MAX_SIZE = 5 * 1024 * 1024;

const time = z.iso.datetime();

const cookie = z.object({
  name: z.string(),
  value: z.string(),
  domain: z.string(),
  path: z.string(),
  expires: z.number(),
  httpOnly: z.boolean(),
  secure: z.boolean(),
  sameSite: z.enum(['Strict', 'Lax', 'None']),
}) satisfies z.ZodType<SessionCookie>;

const schema = z.object({
  schemaVersion: z.literal(1),
  account: z.string().regex(/^[\w.-]{1,64}$/),
  cookies: z.array(cookie).min(1),
  member: z
    .string()
    .regex(/^sha256:[0-9a-f]{64}$/)
    .nullable(),
  createdAt: time,
  lastProvenAt: time.nullable(),
  browser: z.string(),
});

/** A sign-in as it is kept. Times are ISO 8601 in UTC. */
export interface KeptSession {
  account: string;
  cookies: SessionCookie[];
  /** `sha256:…` as `hashMember` gives it; null where the page did not tell who it is */
  member: string | null;
  /** when the member signed in, or handed the session over */
  createdAt: string;
  /** when a page last showed itself signed in with it */
  lastProvenAt: string | null;
  /** the name of the browser that it came from */
  browser: string;
}

/** Why a text is no kept session. */
export type NotKept = 'damaged' | 'newer';

/** As it stands in the file, sealed. Shaped so that `--session` reads it too, once somebody has opened it with `age`. */
export function textOfKept(kept: KeptSession): string {
  return JSON.stringify({ schemaVersion: 1, ...kept });
}

/** The counterpart; what is wrong is told without any of the content. */
export function keptOfText(text: string): KeptSession | NotKept {
  const json = jsonOf(text);
  const parsed = schema.safeParse(json);
  if (!parsed.success) return isNewer(json) ? 'newer' : 'damaged';
  const { schemaVersion, ...kept } = parsed.data;
  return kept;
}

function isNewer(json: unknown): boolean {
  return z.object({ schemaVersion: z.number().gt(1) }).safeParse(json).success;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
