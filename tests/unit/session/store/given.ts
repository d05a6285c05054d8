import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { expect, onTestFinished } from 'vitest';
import { UsageError } from '../../../../src/errors.ts';
import type { KeptSession } from '../../../../src/session/store/kept.ts';
import type { Keychain } from '../../../../src/session/store/keychain.ts';
import { openStore, type Store } from '../../../../src/session/store/store.ts';
import { JSESSIONID, LI_AT, NEXT_YEAR, NOW, SECRETS, SITE } from '../given.ts';

export const CONTEXT = { site: SITE, now: NOW };
export const MEMBER = `sha256:${'ab'.repeat(32)}`;
export const isWindows = process.platform === 'win32';

type Cookie = KeptSession['cookies'][number];

export function cookie(overrides: Partial<Cookie> = {}): Cookie {
  return {
    name: 'li_at',
    value: LI_AT,
    domain: '.www.linkedin.com',
    path: '/',
    expires: NEXT_YEAR,
    httpOnly: true,
    secure: true,
    sameSite: 'None',
    ...overrides,
  };
}

export function session(overrides: Partial<KeptSession> = {}): KeptSession {
  return {
    account: 'default',
    cookies: [cookie(), cookie({ name: 'JSESSIONID', value: JSESSIONID, httpOnly: false })],
    member: MEMBER,
    createdAt: '2026-10-01T08:00:00.000Z',
    lastProvenAt: '2026-11-01T11:59:00.000Z',
    browser: 'chromium',
    ...overrides,
  };
}

/** A folder that does not exist yet, and is gone after the test. */
export async function newFolder(): Promise<string> {
  const parent = await mkdtemp(join(tmpdir(), 'store-'));
  onTestFinished(() => rm(parent, { recursive: true, force: true }));
  return join(parent, 'data', 'sessions');
}

/** A keychain that works, with what is in it. */
export function workingKeychain(): Keychain & { secrets: Map<string, string> } {
  const secrets = new Map<string, string>();
  return {
    secrets,
    read: async (name) => secrets.get(name) ?? null,
    write: async (name, secret) => void secrets.set(name, secret),
    remove: async (name) => void secrets.delete(name),
  };
}

/** One that throws at everything, as in a container; what it says may hold anything. */
export const noKeychain: Keychain = {
  read: () => Promise.reject(new Error(LI_AT)),
  write: (_, secret) => Promise.reject(new Error(secret)),
  remove: () => Promise.reject(new Error(LI_AT)),
};

export function open(
  folder: string,
  { keychain = noKeychain, key }: { keychain?: Keychain; key?: string | undefined } = {},
): Promise<Store> {
  return openStore({ folder, keychain, environment: { LINKEDIN_AI_OPTOUT_KEY: key } });
}

/** A store in which these accounts are kept. */
export async function storeWith(
  accounts: readonly string[] = ['default'],
  given: { keychain?: Keychain; key?: string } = {},
): Promise<Store> {
  const store = await open(await newFolder(), given);
  for (const account of accounts) await store.save(session({ account }), CONTEXT);
  return store;
}

export async function modeOf(path: string): Promise<number> {
  return (await stat(path)).mode & 0o777;
}

/** Names, in order, without those of locks that are held. */
export async function filesIn(folder: string): Promise<string[]> {
  return (await readdir(folder)).sort();
}

/** What is written about the key. */
export async function recordIn(folder: string): Promise<Record<string, string>> {
  return JSON.parse(await readFile(join(folder, 'key.json'), 'utf8'));
}

export async function identityIn(folder: string): Promise<string> {
  return (await recordIn(folder)).identity ?? '';
}

/** One sentence, of ours, that gives nothing away however it is logged. */
export function expectSentence(error: unknown, ...secrets: string[]): asserts error is UsageError {
  expect(error, inspect(error)).toBeInstanceOf(UsageError);
  expect(error).not.toHaveProperty('cause');
  expect((error as UsageError).message).toMatch(/^[^\n]+[^.\n]\.$/);
  expectQuiet(inspect(error, { depth: Number.POSITIVE_INFINITY, showHidden: true }), ...secrets);
}

/** The beginning of a key is a word for people; what follows it is the secret. */
export function expectQuiet(shown: string | Buffer, ...secrets: string[]): void {
  const parts = [...SECRETS, ...secrets].flatMap((secret) => [secret.slice(0, 24), secret.slice(-8)]);
  for (const part of parts) expect(shown.includes(part), `"${part}" is given away`).toBe(false);
  expect(/AGE-SECRET-KEY-1\w/i.test(shown.toString())).toBe(false);
}
