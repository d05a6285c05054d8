import { setMaxListeners } from 'node:events';
import { type OpenBrowser, withBrowser } from '../../src/browser/open.ts';
import { buildCapture } from '../../src/capture/build.ts';
import type { Capture } from '../../src/capture/schema.ts';
import { openLookalikeSite } from '../../src/demo/site/open.ts';
import type { Traits } from '../../src/demo/site/traits.ts';
import { type Examination, examineSetting, type Mode } from '../../src/examine-setting.ts';
import type { NetworkTally } from '../../src/page/visit.ts';
import { resultOf } from '../../src/report/result.ts';
import type { Result } from '../../src/report/schema.ts';
import type { RunSession } from '../../src/run-session.ts';
import { parseSession } from '../../src/session/parse.ts';
import type { SessionCookie } from '../../src/session/session.ts';
import { DEFAULT_SETTING } from '../../src/settings/catalogue.ts';
import { type Site, siteOf } from '../../src/settings/site.ts';
import { VERSION } from '../../src/version.ts';
import { openForeignSite } from '../foreign-site.ts';
import { type Fault, faultsOf } from './faults.ts';

/** One browser, one look-alike and one foreign site, for many runs beside each other. */
export interface Stage {
  run(scene: Scene): Promise<Case>;
  /** how slow this machine is: 1 where a first visit takes half a second or less, 2.5 at most */
  pace: number;
  close(): Promise<void>;
}

export interface Scene {
  /** by its name, or by its traits */
  variant: string | Traits;
  mode: Mode;
  truth: 'on' | 'off';
  timeoutMs: number;
  /** stands for --evidence: also a page that was understood is captured */
  evidence?: string;
}

export interface Case extends Scene {
  /** `state`, or `outcome state` of a change, with the reason's code where there is one */
  answer: string;
  /** what must never happen, and did */
  faults: Fault[];
  /** what was captured of the page it ended on, with `evidence` or where it was not understood */
  capture: Capture | null;
  /** what must be in no capture: cookies, the member's name, the site's address */
  secrets: string[];
}

/** One browser for many examinations beside each other, of whatever site. */
export interface Examiner {
  open: OpenBrowser;
  examine(task: ExaminerTask): Promise<Examined>;
  close(): void;
}

interface ExaminerTask extends Pick<Scene, 'mode' | 'timeoutMs'> {
  site: Site;
  cookies: SessionCookie[];
  /** as in `Scene` */
  evidence?: string | undefined;
  /** stands for --expect-account */
  expectAccount?: string | undefined;
}

export interface Examined {
  examination: Examination;
  result: Result;
  /** as in `Case` */
  answer: string;
  writesAllowed: number;
  /** the cookies' values */
  secrets: string[];
}

type Opening = (signal: AbortSignal, work: (open: OpenBrowser) => Promise<void>) => Promise<void>;

const launch: Opening = (signal, work) => withBrowser({ headed: false, warn: () => undefined }, signal, work);

/** @param opening how the browser is got; a headless one of our own when absent */
export async function openExaminer(opening: Opening = launch): Promise<Examiner> {
  const end = new AbortController();
  // Each of many visits at once listens to it.
  setMaxListeners(0, end.signal);
  let finish = () => {};
  const finished = new Promise<void>((resolve) => {
    finish = resolve;
  });

  const opened = new Promise<OpenBrowser>((resolve, reject) => {
    opening(end.signal, async (open) => {
      resolve(open);
      await finished;
    }).catch(reject);
  });
  const open = await opened;

  const examine = async (task: ExaminerTask): Promise<Examined> => {
    const { site, cookies, mode, timeoutMs, evidence, expectAccount } = task;
    const tally: NetworkTally = { writesAllowed: 0, writesBlocked: 0, hosts: new Set() };
    const examination = await examineSetting(open, {
      setting: DEFAULT_SETTING,
      mode,
      options: { site, timeoutMs, expectAccount, evidence },
      session: sessionOf(cookies),
      salt: 'salt',
      tally,
      progress: { say: () => undefined, stop: () => undefined },
      signal: end.signal,
      agrees: async () => true,
      byHand: false,
    });
    const result = resultOf(examination, { account: 'default', site }, DEFAULT_SETTING, 'salt');
    const { state, reason, change } = result;
    return {
      examination,
      result,
      answer: [change?.outcome, state, reason?.code].filter(Boolean).join(' '),
      writesAllowed: tally.writesAllowed,
      secrets: cookies.map(({ value }) => value).filter((value) => value.length > 3),
    };
  };
  return { open, examine, close: () => finish() };
}

/** As the product's: what a page leaves of it is what the next one is loaded with. */
function sessionOf(given: readonly SessionCookie[]): RunSession {
  let cookies = given;
  return {
    get cookies() {
      return cookies;
    },
    member: null,
    renew: (seen) => {
      cookies = seen.cookies;
    },
  };
}

/** @param opening as for `openExaminer` */
export async function openStage(opening?: Opening): Promise<Stage> {
  const foreign = await openForeignSite();
  const lookalike = await openLookalikeSite({ foreignOrigin: foreign.origin });
  const site = siteOf(lookalike.origin);
  const { open, examine, close } = await openExaminer(opening);

  const run = async (scene: Scene): Promise<Case> => {
    const { variant, mode, truth, timeoutMs, evidence } = scene;
    const member = lookalike.addMember({ variant, truth });
    const text = JSON.stringify(member.storageState);
    const { cookies } = parseSession(text, { site, now: new Date(), from: 'the test' });
    const foreignBefore = foreign.arrivals.length;
    const task = { site, cookies, mode, timeoutMs, evidence };
    const { examination, result, answer, writesAllowed, secrets } = await examine(task);

    const faults = faultsOf({
      scene,
      result,
      now: member.truth(),
      arrivals: member.arrivals(),
      foreign: foreign.arrivals.slice(foreignBefore),
      writesAllowed,
      secrets,
    });
    const inspection = examination.change?.proof ?? examination.before;
    const capture = buildCapture({ version: VERSION, browser: open, setting: DEFAULT_SETTING, inspection });
    const untold = [member.vanity, new URL(lookalike.origin).host, ...secrets];
    return { ...scene, answer, faults, capture, secrets: untold };
  };

  const begun = performance.now();
  await run({ variant: 'standard', mode: 'check', truth: 'on', timeoutMs: 45_000 });
  const pace = Math.min(Math.max(1, (performance.now() - begun) / 500), 2.5);

  return {
    run,
    pace,
    close: async () => {
      close();
      await lookalike.close();
      await foreign.close();
    },
  };
}
