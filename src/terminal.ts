import { createInterface } from 'node:readline/promises';
import { Chalk, type ChalkInstance } from 'chalk';
import { writeOut } from './standard-output.ts';

/** Everything a command may touch of the outside: streams, clock, colour, questions, progress. Comes in as one value. */
export interface Terminal {
  environment: NodeJS.ProcessEnv;
  stdin: NodeJS.ReadStream;
  /** the result, and nothing else */
  print(text: string): void;
  /** what went wrong */
  tell(text: string): void;
  /** what is good to know, each sentence once; silent with --quiet */
  warn(text: string): void;
  now(): Date;
  /** may questions be asked? */
  isInteractive: boolean;
  /** for the result; follows standard output, NO_COLOR, FORCE_COLOR */
  color: ChalkInstance;
  confirm(question: string, signal: AbortSignal): Promise<boolean>;
  /** an answer in words; empty where there is none */
  ask(question: string, signal: AbortSignal): Promise<string>;
  startProgress(text: string): Promise<Progress>;
}

export interface Progress {
  /** @param detail what changes all the time, for who can see it change */
  say(text: string, detail?: string): void;
  stop(): void;
}

export interface Look {
  quiet: boolean;
  verbose: boolean;
  color: boolean;
}

export function openTerminal({ quiet, verbose, color }: Look): Terminal {
  const { stdin, stdout, stderr, env } = process;
  const isInteractive = Boolean(stdin.isTTY && stderr.isTTY) && !env.CI;
  const tell = (text: string) => void stderr.write(`${text}\n`);
  const warned = new Set<string>();
  const ask: Terminal['ask'] = async (question, signal) => {
    const prompt = createInterface({ input: stdin, output: stderr });
    try {
      // Where the input ends without an answer, that is none; Ctrl-C is the terminal's to tell, not the prompt's.
      prompt.once('SIGINT', () => process.kill(process.pid, 'SIGINT'));
      const answer = await prompt.question(`${question} `, { signal }).catch((error: unknown) => {
        if (signal.aborted) throw error;
        return '';
      });
      return answer.trim();
    } finally {
      prompt.close();
    }
  };
  return {
    environment: env,
    stdin,
    print: writeOut,
    tell,
    warn: (text) => {
      if (!quiet && !warned.has(text)) tell(text);
      warned.add(text);
    },
    now: () => new Date(),
    isInteractive,
    color: new Chalk({ level: color ? colorLevel(env, stdout.isTTY) : 0 }),
    ask,
    confirm: async (question, signal) => /^y(es)?$/i.test(await ask(`${question} [y/N]`, signal)),
    startProgress: async (text) => {
      // A terminal that has no width (or has gone) is none to draw on: ora would count its lines for ever.
      if (quiet || !stderr.isTTY || !stderr.columns || env.CI) {
        let last = '';
        const say = (line: string) => {
          if (verbose && line !== last) tell(line);
          last = line;
        };
        say(text);
        return { say, stop: () => undefined };
      }
      const { default: ora } = await import('ora');
      // The session may come through standard input: it is not the spinner's to hold.
      const spinner = ora({ text, stream: stderr, discardStdin: false }).start();
      return {
        say: (line, detail) => {
          spinner.text = detail ? `${line} (${detail})` : line;
        },
        stop: () => void spinner.stop(),
      };
    },
  };
}

/** https://no-color.org, https://force-color.org */
function colorLevel(env: NodeJS.ProcessEnv, isTerminal: boolean): 0 | 1 {
  if (env.NO_COLOR) return 0;
  if (env.FORCE_COLOR) return env.FORCE_COLOR === '0' || env.FORCE_COLOR === 'false' ? 0 : 1;
  return isTerminal && env.TERM !== 'dumb' ? 1 : 0;
}
