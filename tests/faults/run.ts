import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { generateX25519Identity } from 'age-encryption';
import type { Member } from '../../src/demo/site/members.ts';
import { openLookalikeSite } from '../../src/demo/site/open.ts';
import { readHistory } from '../../src/history/read.ts';
import { openStore } from '../../src/session/store/store.ts';
import { siteOf } from '../../src/settings/site.ts';
import { makeFolder, processesOf, until, wrapListeningBrowser } from '../cli/program.ts';
import { FAULTS, type FaultName, mountDisk } from './befall.ts';
import type { Instrumented } from './instrument.ts';

/** One run of the program with a kept session, struck by a fault where it waits for one thing. */

export interface Scenario {
  command: readonly string[];
  variant: string;
}

/** `before page/visit.js#3`: before the click, or from then on, and what is waited for. */
export type Step = string;

export interface Struck {
  code: number | null;
  stdout: string;
  stderr: string;
  /** what was waited for, in the order in which it first was */
  steps: Step[];
  /** was the step reached, and was there something to strike? */
  wasStruck: boolean;
  /** of the report's file and the evidence: the text, or null where there is no file */
  report: string | null;
  capture: string | null;
  /** what lies in the folder of the evidence */
  evidence: string[];
  /** names of files that should not be there */
  litter: string[];
  /** is every line of the history whole, if there is one? */
  isHistoryWhole: boolean;
  /** can the kept session still be opened? */
  keepsSession: boolean;
  writes: string[];
  truth: 'on' | 'off';
  /** command lines of what still runs */
  orphans: string[];
  toldSecret: boolean;
}

const KEPT = ['history.jsonl', 'salt', 'sessions', 'sessions/account-default.age', 'sessions/key.json'];
const EVIDENCE = [
  'capture-ai-training.json',
  'picture-ai-training.png',
  'witnesses.json',
  'report.json',
  'manifest.json',
];
/** What Chromium leaves in every home. */
const BROWSERS_OWN = /^\.(cache|config)(\/|$)/;

export async function strike(
  { entry }: Instrumented,
  { command, variant }: Scenario,
  stop: { step: Step; fault: FaultName } | null,
): Promise<Struck> {
  const site = await openLookalikeSite();
  const member = site.addMember({ variant });
  const folder = await makeFolder();
  const disk = stop?.fault === 'disk full' ? await mountDisk(folder) : null;
  try {
    const [temporary, data, output] = ['tmp', 'data', 'out'].map((name) => join(folder, name)) as [
      string,
      string,
      string,
    ];
    for (const path of [temporary, data, output]) await mkdir(path, { mode: 0o700 });
    const key = await keepSession(join(data, 'linkedin-ai-optout'), member, site.origin);
    const browser = await wrapListeningBrowser();
    const [phase = '', at = ''] = stop?.step.split(' ') ?? [];

    const report = join(output, 'report.json');
    const keeping = ['--output', report, '--evidence', join(output, 'evidence')];
    const child = spawn(
      process.execPath,
      [
        entry,
        ...command,
        '--origin',
        site.origin,
        '--headless',
        '--browser',
        browser.path,
        '--timeout',
        '12',
        ...keeping,
      ],
      {
        cwd: folder,
        detached: true,
        stdio: ['pipe', 'pipe', 'pipe', 'pipe', 'pipe'],
        env: {
          PATH: process.env.PATH,
          HOME: folder,
          XDG_DATA_HOME: data,
          TMPDIR: temporary,
          LINKEDIN_AI_OPTOUT_KEY: key,
          STOP_AT: at,
          STOP_PHASE: phase,
        },
      },
    );
    child.stdin?.end();
    const running = { child: child as unknown as ChildProcessWithoutNullStreams, temporary };
    const [stdout, stderr] = [textOf(child.stdout as Readable), textOf(child.stderr as Readable)];
    const steps = new Set<Step>();
    let wasStruck = false;
    const told = (async () => {
      for await (const line of createInterface({ input: child.stdio[3] as Readable })) {
        const [at, place, isStopped] = line.split(' ');
        steps.add(`${at} ${place}`);
        if (!isStopped || !stop) continue;
        wasStruck = await FAULTS[stop.fault]({ running, disk: disk?.folder ?? null, browser, site }).catch(() => false);
        (child.stdio[4] as Writable).write('.');
      }
    })();
    const [code] = await once(child, 'close');
    await told;

    const orphans = async () => (await processesOf(running)).map(({ commandLine }) => commandLine.slice(0, 80));
    await until(async () => (await orphans()).length === 0, 10_000).catch(() => undefined);
    const found = await readdir(folder, { recursive: true });
    const expected = [
      ...['tmp', 'data', 'out', 'filler', 'out/report.json', 'out/evidence'],
      ...EVIDENCE.map((name) => `out/evidence/${name}`),
      ...['data/linkedin-ai-optout', ...KEPT.map((name) => `data/linkedin-ai-optout/${name}`)],
    ];
    const said = `${await stdout}${await stderr}`;
    return {
      code,
      stdout: await stdout,
      stderr: await stderr,
      steps: [...steps],
      wasStruck,
      report: await readFile(report, 'utf8').catch(() => null),
      capture: await readFile(join(output, 'evidence/capture-ai-training.json'), 'utf8').catch(() => null),
      evidence: found
        .filter((name) => name.startsWith('out/evidence/'))
        .map((name) => name.slice('out/evidence/'.length)),
      litter: found.filter((name) => !expected.includes(name) && !BROWSERS_OWN.test(name)),
      isHistoryWhole: await isHistoryWhole(join(data, 'linkedin-ai-optout')),
      keepsSession: await isKept(join(data, 'linkedin-ai-optout'), key),
      writes: member
        .arrivals()
        .filter(({ kind, method }) => kind !== 'request' || method !== 'GET')
        .map(({ method, path }) => `${method} ${path}`),
      truth: member.truth(),
      orphans: await orphans(),
      toldSecret: member.storageState.cookies.some(({ value }) => value.length > 8 && said.includes(value)),
    };
  } finally {
    await site.close();
    await disk?.unmount();
  }
}

async function textOf(stream: Readable): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

async function keepSession(own: string, { storageState }: Member, origin: string): Promise<string> {
  const key = await generateX25519Identity();
  const store = await openStore({ folder: join(own, 'sessions'), environment: { LINKEDIN_AI_OPTOUT_KEY: key } });
  const now = new Date();
  const times = { createdAt: now.toISOString(), lastProvenAt: null };
  const kept = { account: 'default', cookies: storageState.cookies, member: null, ...times, browser: 'chromium' };
  await store.save(kept, { site: siteOf(origin), now });
  return key;
}

async function isKept(own: string, key: string): Promise<boolean> {
  const store = await openStore({ folder: join(own, 'sessions'), environment: { LINKEDIN_AI_OPTOUT_KEY: key } });
  return (await store.load('default').catch(() => null)) !== null;
}

async function isHistoryWhole(folder: string): Promise<boolean> {
  return (await readHistory(folder)).unreadable === 0;
}
