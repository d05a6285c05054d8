import { delimiter, isAbsolute } from 'node:path';
import { SESSION_VARIABLE } from '../session/read.ts';
import { KEY_VARIABLE } from '../session/store/key.ts';

/** What a job is given of the environment that it is installed from, and what not. Pure. */

type Variables = Record<string, string>;

/** By name; nothing of it is secret. */
export interface Carried {
  environment: Variables;
  session: Variables;
}

/** Where data, configuration and the browser are, if not in the usual places. */
const PLACES = ['XDG_DATA_HOME', 'XDG_CONFIG_HOME', 'XDG_CACHE_HOME', 'PLAYWRIGHT_BROWSERS_PATH', 'PATH'];
/** The way out; either spelling is followed. */
const PROXIES = ['HTTPS_PROXY', 'HTTP_PROXY', 'ALL_PROXY', 'NO_PROXY'].flatMap((name) => [name, name.toLowerCase()]);
/** What a session's own programs know and cron does not: where the keychain is. */
const SESSION = ['XDG_RUNTIME_DIR', 'DBUS_SESSION_BUS_ADDRESS'];

/**
 * What is set now, and else what the job had before: it may be installed again from where less is set.
 * What is set, but empty, is taken away.
 */
export function chooseCarried(now: NodeJS.ProcessEnv, before?: Carried): Carried {
  return {
    environment: choose([...PLACES, ...PROXIES], now, before?.environment ?? {}),
    session: choose(SESSION, now, before?.session ?? {}),
  };
}

/**
 * What a run by hand may use and the job is not given, a sentence each, with what to do about it.
 * @param headers the variables that the configuration's webhooks name
 * @param secrets how such a scheduler is given a variable by hand
 */
export function tellWithheld(
  now: NodeJS.ProcessEnv,
  { environment, headers, secrets }: { environment: Readonly<Variables>; headers: readonly string[]; secrets: string },
): string[] {
  const found: [name: string, why: string][] = [
    ...PROXIES.filter((name) => holdsPassword(now[name])).map((name): [string, string] => [
      name,
      `which holds a password: ${secrets}`,
    ]),
    ...headers.map((name): [string, string] => [name, `which a webhook needs, as it is secret: ${secrets}`]),
    ...(now[KEY_VARIABLE] ? [[KEY_VARIABLE, `as it is secret: ${secrets}`] as [string, string]] : []),
    ...(now[SESSION_VARIABLE] ? [[SESSION_VARIABLE, `as it is secret: ${KEEP_IT}`] as [string, string]] : []),
  ];
  return [...new Map(found)]
    .filter(([name]) => environment[name] === undefined)
    .map(([name, why]) => `warning: The job is not given ${name}, ${why}.`);
}

const KEEP_IT = 'keep the session in its place with: linkedin-ai-optout login --import <file>';

function choose(names: readonly string[], now: NodeJS.ProcessEnv, before: Readonly<Variables>): Variables {
  // Of a proxy's two spellings the other one may be set now, and the old one must not win over it.
  const isSetNow = (name: string) => names.some((other) => isSame(other, name) && now[other] !== undefined);
  const chosen = names.map((name) => [name, tidied(name, (isSetNow(name) ? now : before)[name] ?? '')] as const);
  return Object.fromEntries(
    chosen.filter(([name, value]) => value !== '' && !(PROXIES.includes(name) && holdsPassword(value))),
  );
}

function isSame(name: string, other: string): boolean {
  return name.toUpperCase() === other.toUpperCase();
}

/** A scheduler starts its jobs in another folder, where a relative part of PATH would be somewhere else. */
function tidied(name: string, value: string): string {
  return name === 'PATH'
    ? [...new Set(value.split(delimiter).filter((folder) => isAbsolute(folder)))].join(delimiter)
    : value;
}

/** However malformed the address is: nothing else in one has this sign. */
function holdsPassword(address: string | undefined): boolean {
  return address?.includes('@') ?? false;
}
