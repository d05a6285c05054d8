import { EXIT, REASONS, type Reason, type State } from '../vocabulary.ts';

/** What a schedule is told of a setting: one of five. */
export const ANSWERS = ['as-wished', 'on', 'session-ended', 'page-changed', 'blocked'] as const;
export type Answer = (typeof ANSWERS)[number];

/**
 * `page-changed`: it was looked at and not understood. `blocked`: it could not be looked at, because of a security check, a
 * restriction, a rate limit, the network or the browser.
 */
export function decideAnswer({ state, reason }: { state: State; reason: Pick<Reason, 'code'> | null }): Answer {
  switch (state) {
    case 'off':
    case 'not-offered':
      return 'as-wished';
    // Stryker disable next-line StringLiteral: it would come to the end, as the same word
    case 'on':
      return 'on';
    case 'unknown':
      return answerWithout(reason);
    // Stryker disable next-line all: nothing comes here
    default:
      return state satisfies never;
  }
}

function answerWithout(reason: Pick<Reason, 'code'> | null): Answer {
  const code = reason ? REASONS[reason.code].exitCode : EXIT.unknown;
  switch (code) {
    case EXIT.signedOut:
      return 'session-ended';
    case EXIT.unknown:
    case EXIT.notProven:
      return 'page-changed';
    case EXIT.blocked:
    case EXIT.failed:
    case EXIT.internal:
      return 'blocked';
    // Stryker disable next-line all: nothing comes here
    default:
      return code satisfies never;
  }
}
