import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import { promisify } from 'node:util';

/**
 * Where the system keeps secrets. Each call rejects where there is none, or where it is locked or refuses, and does so
 * within a bounded time.
 */
export interface Keychain {
  /** null: there is a keychain, and nothing in it under this name */
  read(name: string): Promise<string | null>;
  write(name: string, secret: string): Promise<void>;
  remove(name: string): Promise<void>;
}

const SERVICE = 'linkedin-ai-optout';

/**
 * On Linux the Secret Service alone: left to itself the library falls back to the kernel's keyring, which forgets
 * everything at the next start. The secret goes through a pipe, never through the arguments that everybody can list.
 */
const SCRIPT = `
const [, library, verb, service, name] = process.argv;
const { Entry } = require(library);
const entry = new Entry(service, name, { linux: { store: 'secret-service' } });
const verbs = {
  read: () => entry.getPassword() ?? null,
  write: () => entry.setPassword(require('node:fs').readFileSync(0, 'utf8')),
  remove: () => entry.deletePassword(),
};
process.stdout.write(JSON.stringify({ answer: verbs[verb]() ?? null }));
`;

/** Time for somebody to find the window that asks, and to type a password. */
const PATIENCE_MS = 30_000;

/**
 * The keychain of the system. Each call runs in a process of its own: a keychain that waits for somebody blocks its
 * thread, and a program with a blocked thread cannot even exit.
 *
 * @param environment how the keychain is found (D-Bus, HOME)
 * @param given for tests: another library with the interface of `@napi-rs/keyring`, another patience
 */
export function systemKeychain(
  environment: NodeJS.ProcessEnv,
  given: { library?: string; patienceMs?: number } = {},
): Keychain {
  const ask = async (verb: string, name: string, secret = ''): Promise<string | null> => {
    const library = given.library ?? createRequire(import.meta.url).resolve('@napi-rs/keyring');
    const running = promisify(execFile)(process.execPath, ['-e', SCRIPT, library, verb, SERVICE, name], {
      timeout: given.patienceMs ?? PATIENCE_MS,
      killSignal: 'SIGKILL',
      windowsHide: true,
      env: withoutSecrets(environment),
    });
    // Who ends without reading breaks the pipe; that it ended is told by the promise.
    running.child.stdin?.on('error', () => undefined).end(secret);
    try {
      return JSON.parse((await running).stdout).answer;
    } catch {
      // What went wrong is not passed on: it may quote the secret.
      throw new Error('The keychain cannot be used.');
    }
  };
  return {
    read: (name) => ask('read', name),
    write: async (name, secret) => void (await ask('write', name, secret)),
    remove: async (name) => void (await ask('remove', name)),
  };
}

/** Asks once for each name, and never again after a refusal: a keychain that makes one wait does so once in a run. */
export function remembering(keychain: Keychain): Keychain {
  const known = new Map<string, Promise<string | null>>();
  let refusal: unknown;
  const ask = async <T>(work: () => Promise<T>): Promise<T> => {
    if (refusal) throw refusal;
    return work().catch((error: unknown) => {
      refusal = error ?? true;
      throw error;
    });
  };
  return {
    read(name) {
      const answer = known.get(name) ?? ask(() => keychain.read(name));
      known.set(name, answer);
      return answer;
    },
    write(name, secret) {
      known.delete(name);
      return ask(() => keychain.write(name, secret));
    },
    remove(name) {
      known.delete(name);
      return ask(() => keychain.remove(name));
    },
  };
}

function withoutSecrets({
  LINKEDIN_AI_OPTOUT_KEY,
  LINKEDIN_AI_OPTOUT_SESSION,
  NODE_OPTIONS,
  ...rest
}: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return rest;
}
