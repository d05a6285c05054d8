import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { captureSchema } from '../../src/capture/schema.ts';
import { reportSchema } from '../../src/report/schema.ts';
import { makeFolder } from '../cli/program.ts';
import { keepSummary } from '../summary.ts';
import { valid } from '../unit/report/valid.ts';
import { FAULT_NAMES, type FaultName } from './befall.ts';
import { type Instrumented, instrument } from './instrument.ts';
import { type Scenario, type Step, type Struck, strike } from './run.ts';

/**
 * Faults at every step: the built program stands still at each of its awaits in turn, is struck there, and goes on. The steps
 * are read off the code, by what a run without a fault comes past.
 */

const { FAULT_SHARE = '84', FAULT_TURN = '0' } = process.env;
/**
 * Of all faults at all steps, one in so many is tried, each fault at other steps: 1 tries all, 7 one at each step. Turns from
 * 0 to one less than that make it all, one after the other.
 */
const [share, turn] = [Number(FAULT_SHARE), Number(FAULT_TURN)];
const JOBS = 4;

const SCENARIOS: Record<string, Scenario> = {
  disable: { command: ['disable', '--yes', '--format', 'json'], variant: 'standard' },
  'check, not offered': { command: ['check', '--format', 'json'], variant: 'not-offered-404' },
};

/** What the way through a page is made of. */
const ROOMS = /^(page|browser|examine)/;
/** What is waited for on other ways than these two, by file and code. */
const OTHERWISE: readonly [place: RegExp, way: string][] = [
  [/^browser\/(connect|install)\.js/, '--connect; a browser that is installed first'],
  [/^browser\/display\.js|openVirtualDisplay/, 'a virtual display'],
  [/^browser\/find\.js/, 'no --browser'],
  [/^browser\/guard\.js.*socket\.close/, 'a page with a WebSocket'],
  [/^page\/(point-out|turn-off-by-hand)\.js|turnOffByHand/, '--assist'],
  [/^page\/(prove-sign-in|sign-in-by-hand)\.js|decideSignIn/, 'login, accounts --check'],
  [/^page\/(end-of-session|inspect)\.js.*(hasSession|withSessionLookedAt)/, 'somebody who is signed out'],
  [/^page\/form\//, 'object'],
  [
    /^examine-settings?\.js.*(isOpen|hasClicked: false|for \(const setting of settings\)|pause\(paceOf\(task|readTogether)/,
    'several settings',
  ],
  [
    /^page\/(turn-off|watch-save)\.js|^page\/attempts\.js.*dispatchEvent/,
    'a click that is tried again, a save that is waited for',
  ],
  [/^page\/look\.js.*hasHeard/, 'a click whose save is not seen at the first look'],
  [/^page\/read\.js.*scrollDown/, 'a page that shows no switch for a while'],
  [/^examine\.js.*report\/result/, 'a browser that fails'],
];

interface Try {
  scenario: string;
  step: Step;
  fault: FaultName;
  struck: Struck;
}
let program: Instrumented;
const tries: Try[] = [];
const passed = new Set<string>();

beforeAll(async () => {
  program = await instrument(await makeFolder());
});

describe.each(Object.entries(SCENARIOS))('%s', (name, scenario) => {
  it('ends as it should, whatever befalls it wherever it waits', { timeout: 0 }, async () => {
    const { code, steps } = await strike(program, scenario, null);
    expect(code).toBe(0);
    for (const step of steps) passed.add(step.split(' ')[1] ?? '');
    const queue = steps
      .flatMap((step, index) =>
        FAULT_NAMES.filter((_, place) => (place + index) % share === turn).map((fault) => ({ step, fault })),
      )
      .values();
    const work = async () => {
      for (const { step, fault } of queue) {
        const struck = await strike(program, scenario, { step, fault });
        tries.push({ scenario: name, step, fault, struck });
      }
    };
    await Promise.all(Array.from({ length: JOBS }, work));
    const wrong = tries
      .filter((each) => each.scenario === name)
      .flatMap((each) => wrongsOf(each).map((what) => `${each.fault} at ${tell(each.step)}: ${what}`));
    expect(wrong).toEqual([]);
  });
});

it('comes past every await on the way through a page, but for those of other ways', () => {
  const places = program.sites.filter(({ id, file }) => ROOMS.test(file) && !passed.has(id));
  const missed = places.map(({ file, code }) => `${file}: ${code}`);
  expect(missed.filter((place) => !OTHERWISE.some(([other]) => other.test(place)))).toEqual([]);
  expect(passed.size).toBeGreaterThan(150);
});

/** What must not be, whatever happens. */
function wrongsOf({ struck, scenario }: Try): string[] {
  const { code, stdout, stderr, report, capture, writes, truth } = struck;
  const result = stdout ? resultIn(stdout) : null;
  const isChange = scenario === 'disable';
  const checks: [isWrong: boolean, what: string][] = [
    [![0, 2, 3, 4, 6, 7, 130, 143].includes(code ?? -1), `ended with ${code}: ${stderr}`],
    [code === 0 && isChange && truth !== 'off', 'a false off'],
    [result?.state === 'off' && truth !== 'off', 'a false off'],
    [
      code === 130 || code === 143 ? writes.length > 0 || stdout !== '' : false,
      'it was stopped after the click, and does not say that nothing is proven',
    ],
    [
      (code === 130 || code === 143) && stderr !== 'Stopped. Nothing was changed.\n',
      `it was stopped, and says: ${stderr}`,
    ],
    [writes.length > 0 && code !== 0 && code !== 6, `it has written, and ends with ${code}`],
    [writes.length > (isChange ? 1 : 0), `it has written ${writes.join(', ')}`],
    [/^\s+at |undefined|\[object/m.test(stderr), `it says: ${stderr}`],
    [report !== null && !isWhole(report, reportSchema), 'the report is half written'],
    [capture !== null && !isWhole(capture, captureSchema), 'the evidence is half written'],
    [
      struck.evidence.length > 0 && !struck.evidence.includes('manifest.json') && code !== 130 && code !== 143,
      `the evidence is no bundle: ${struck.evidence.join(', ')}`,
    ],
    [struck.litter.length > 0, `it leaves ${struck.litter.join(', ')}`],
    [!struck.isHistoryWhole, 'the history holds half a line'],
    [!struck.keepsSession, 'the kept session is lost'],
    [struck.orphans.length > 0, `it leaves running ${struck.orphans.join(', ')}`],
    [struck.toldSecret, 'it tells a secret'],
  ];
  return checks.filter(([isWrong]) => isWrong).map(([, what]) => what);
}

function resultIn(stdout: string) {
  return reportSchema.parse(valid(JSON.parse(stdout))).results[0];
}

function isWhole(text: string, schema: typeof reportSchema | typeof captureSchema): boolean {
  try {
    return schema.safeParse(JSON.parse(text)).success;
  } catch {
    return false;
  }
}

/** A step for people: where it is, and what is waited for. */
function tell(step: Step): string {
  const [phase, id] = step.split(' ');
  const site = program.sites.find((each) => each.id === id);
  return `${site?.file.replace(/\.js$/, '')}: ${site?.code.slice(0, 60)}${phase === 'after' ? ' (after the click)' : ''}`;
}

afterAll(() => keepSummary('faults', tableOf()));

/** A row for each step, in the order of the run; in it, for each fault, the exit code and what was said. */
function tableOf(): string {
  const line = (cells: readonly string[]) =>
    cells
      .map((text, index) => text.padEnd(index === 0 ? 92 : 19))
      .join('')
      .trimEnd();
  const rows = Object.keys(SCENARIOS).flatMap((scenario) => {
    const own = tries.filter((each) => each.scenario === scenario);
    const cell = (step: Step, fault: FaultName) => {
      const struck = own.find((each) => each.step === step && each.fault === fault)?.struck;
      return struck ? (struck.wasStruck ? answerOf(struck) : '–') : '';
    };
    const steps = [...new Set(own.map(({ step }) => step))];
    return ['', scenario, ...steps.map((step) => line([tell(step), ...FAULT_NAMES.map((fault) => cell(step, fault))]))];
  });
  return [
    'Faults at every step: the exit code, and the outcome of the change or the state, where the run is struck as it waits there.',
    '“–”: there was nothing there yet, or nothing any more. Empty: not tried; npm run test:faults tries all.',
    '',
    line(['', ...FAULT_NAMES]),
    ...rows,
  ].join('\n');
}

function answerOf({ code, stdout }: Struck): string {
  const result = stdout ? resultIn(stdout) : null;
  return [code, result?.change?.outcome ?? result?.state].filter((part) => part !== undefined).join(' ');
}
