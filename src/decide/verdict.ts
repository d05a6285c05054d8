import { EXIT, type ExitCode, type Outcome, REASONS, type Reason, type State, type Verdict } from '../vocabulary.ts';

/** The part of a result that its verdict and exit code depend on. */
export interface Judged {
  state: State;
  reason: Reason | null;
  change: { outcome: Outcome } | null;
  /** the exception that allows it to be on */
  suppressed?: object | null;
}

/** What a state is worth: pass, fail, or why it cannot be said. */
export function decideVerdict({ state, reason, change }: Judged): Verdict {
  switch (state) {
    case 'off':
      return change?.outcome === 'changed' ? 'fixed' : 'pass';
    case 'on':
      return 'fail';
    case 'not-offered':
      return 'not-applicable';
    case 'unknown':
      return reason ? REASONS[reason.code].verdict : 'unknown';
    // Stryker disable next-line all: nothing comes here
    default:
      return state satisfies never;
  }
}

export const FAIL_ON = ['on', 'unknown'] as const;
export type FailOn = (typeof FAIL_ON)[number];

export interface ExitPolicy {
  failOn: readonly FailOn[];
  /** turns exit 1, and only 1, into 0 */
  exitZero: boolean;
}

/** The first that occurs decides (contract §4). */
const PRECEDENCE: readonly ExitCode[] = [
  EXIT.notProven,
  EXIT.internal,
  EXIT.blocked,
  EXIT.signedOut,
  EXIT.failed,
  EXIT.unknown,
  EXIT.on,
];

export function decideExitCode(results: readonly Judged[], policy: ExitPolicy): ExitCode {
  return worstExitCode(results.map((result) => exitCodeOf(result, policy)));
}

export function worstExitCode(codes: readonly ExitCode[]): ExitCode {
  return PRECEDENCE.find((code) => codes.includes(code)) ?? EXIT.ok;
}

function exitCodeOf({ state, reason, change, suppressed }: Judged, { failOn, exitZero }: ExitPolicy): ExitCode {
  if (change?.outcome === 'not-proven') return EXIT.notProven;
  switch (state) {
    // Stryker disable next-line StringLiteral: it would come to the end, as no code, and that is nothing wrong
    case 'off':
    // Stryker disable next-line StringLiteral: as above
    case 'not-offered':
      return EXIT.ok;
    case 'on':
      return failOn.includes('on') && !exitZero && !suppressed ? EXIT.on : EXIT.ok;
    case 'unknown': {
      const code = reason ? REASONS[reason.code].exitCode : EXIT.unknown;
      return code === EXIT.unknown && !failOn.includes('unknown') ? EXIT.ok : code;
    }
    // Stryker disable next-line all: nothing comes here
    default:
      return state satisfies never;
  }
}

const WORST_FIRST: readonly Verdict[] = ['error', 'unknown', 'fail', 'fixed', 'pass', 'not-applicable'];

/** One verdict for many: the worst. */
export function decideSummaryVerdict(verdicts: readonly Verdict[]): Verdict {
  return WORST_FIRST.find((verdict) => verdicts.includes(verdict)) ?? 'unknown';
}
