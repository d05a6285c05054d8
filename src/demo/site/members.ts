/** The members of the look-alike, each with a truth of their own on the server. */
import { randomBytes } from 'node:crypto';
import type { Arrival } from './arrivals.ts';
import { OUR_KEY } from './catalogue.ts';
import { opposite, type Traits, type Truth, type Variant } from './traits.ts';
import { VARIANTS } from './variants.ts';

/** Playwright's storage state, in its own words. */
export interface StorageState {
  cookies: {
    name: string;
    value: string;
    domain: string;
    path: string;
    expires: number;
    httpOnly: boolean;
    secure: boolean;
    sameSite: 'Strict' | 'Lax' | 'None';
  }[];
  origins: { origin: string; localStorage: { name: string; value: string }[] }[];
}

export interface MemberOptions {
  /** a name in VARIANTS, or traits of your own */
  variant?: string | Traits;
  truth?: Truth;
}

/** What a test or the demo sees of a member. */
export interface Member {
  token: string;
  vanity: string;
  variant: string;
  storageState: StorageState;
  /** the AI-training setting, or another by its key */
  truth(key?: string): Truth;
  /** changed elsewhere, as by the member's own hand */
  turn(truth: Truth, key?: string): void;
  endSession(): void;
  arrivals(): Arrival[];
}

/** What the server knows of a member. */
export interface Account {
  token: string;
  csrf: string;
  vanity: string;
  variant: string;
  traits: Traits;
  settings: Map<string, Truth>;
  signedIn: boolean;
  saveArrived: boolean;
  /** how many requests have come with this session */
  requests: number;
}

export function newAccount(options: MemberOptions): Account {
  const { variant = 'standard', truth = 'on' } = options;
  return {
    token: newToken(),
    csrf: `ajax:${BigInt(`0x${randomBytes(8).toString('hex')}`)}`,
    vanity: `robin-example-${randomBytes(4).toString('hex')}`,
    variant: typeof variant === 'string' ? variant : 'custom',
    traits: typeof variant === 'string' ? variantNamed(variant) : variant,
    settings: new Map([[OUR_KEY, truth]]),
    signedIn: true,
    saveArrived: false,
    requests: 0,
  };
}

export function newToken(): string {
  return `AQED${randomBytes(48).toString('hex')}`;
}

function variantNamed(name: string): Variant {
  const variant = VARIANTS[name];
  if (!variant) throw new Error(`The look-alike has no variant “${name}”.`);
  return variant;
}

/** The traits that hold now: some change once a save has arrived. */
export function traitsOf(account: Account): Traits {
  return account.saveArrived ? { ...account.traits, ...account.traits.afterSave } : account.traits;
}

/** A key that the variant has renamed still means our setting. */
export function readTruth(account: Account, key: string): Truth {
  return account.settings.get(realKey(account, key)) ?? 'on';
}

/** @param truth `undefined` turns it over: a write that does not say what it wants is still a write */
export function writeTruth(account: Account, key: string, truth?: Truth): void {
  account.settings.set(realKey(account, key), truth ?? opposite(readTruth(account, key)));
}

function realKey(account: Account, key: string): string {
  return key === traitsOf(account).key ? OUR_KEY : key;
}

/** @param origin how browsers reach the site: its host is the cookies' domain */
export function storageStateOf(account: Account, origin: string): StorageState {
  const { hostname, protocol } = new URL(origin);
  const isLinkedIn = hostname.endsWith('.linkedin.com');
  const own = isLinkedIn ? `.${hostname}` : hostname;
  const shared = isLinkedIn ? '.linkedin.com' : hostname;
  const secure = protocol === 'https:';
  const expires = Math.floor(Date.now() / 1000) + 365 * 24 * 3600;
  const cookie = (name: string, value: string, domain: string, httpOnly: boolean) => {
    const sameSite = secure ? ('None' as const) : ('Lax' as const);
    return { name, value, domain, path: '/', expires, httpOnly, secure, sameSite };
  };
  return {
    cookies: [
      cookie('li_at', account.token, own, true),
      cookie('JSESSIONID', `"${account.csrf}"`, own, false),
      cookie('bcookie', `"v=2&${account.vanity}"`, shared, false),
      cookie('lang', 'v=2&lang=en-us', shared, false),
    ],
    origins: [],
  };
}
