import type { ReasonCode } from '../vocabulary.ts';
import { foldWords } from './words.ts';

/** What stands between us and the page, as data. Sources: stickerdaniel/linkedin-mcp-server, sigvardt/linkedin-buddy (2026). */

export type WallCode = Extract<ReasonCode, 'signed-out' | 'challenge' | 'restricted' | 'rate-limited' | 'unreachable'>;

interface Wall {
  code: WallCode;
  message: string;
}

/** By the beginning of the address's path; the first that fits. */
export const PATH_WALLS: readonly (Wall & { path: RegExp })[] = [
  { path: /^\/(checkpoint|challenge)(\/|$)/, code: 'challenge', message: 'LinkedIn asks for a security check.' },
  {
    path: /^\/(login|uas\/login|authwall|signup)(\/|$|-)/,
    code: 'signed-out',
    message: 'LinkedIn shows its sign-in page.',
  },
];

/** What the addresses of walls begin with, in words: for what may be kept of an address. */
export const WALL_PREFIXES = ['/checkpoint', '/challenge', '/login', '/uas/login', '/authwall', '/signup'] as const;

/** By something visible on the page (CSS selectors of LinkedIn's own, long-lived markup). */
export const VISIBLE_WALLS: readonly (Wall & { selector: string })[] = [
  {
    selector:
      'iframe[src*="captcha" i]:not([src*="size=invisible" i]), iframe[src*="arkoselabs" i], iframe[src*="funcaptcha" i], iframe[title*="captcha" i]:not([src*="size=invisible" i]), iframe[src*="/checkpoint/"], #captcha-internal',
    code: 'challenge',
    message: 'LinkedIn shows a captcha.',
  },
  {
    selector: 'input[id^="input__"][id$="_verification_pin"], input[autocomplete~="one-time-code"]',
    code: 'challenge',
    message: 'LinkedIn asks for a verification code.',
  },
  {
    selector:
      'input[type="password"], input[name="session_key"], input[autocomplete~="username"], input[autocomplete~="webauthn"], #rememberme-div, form[action*="/uas/login"]',
    code: 'signed-out',
    message: 'LinkedIn shows its sign-in form.',
  },
];

/** By a heading. Known in English only; in other languages such a page stays unknown. */
export const HEADING_WALLS: readonly (Wall & { words: RegExp; example: string })[] = [
  {
    words: /^your (linkedin )?account (has been|is|was) (temporarily |permanently )?restricted\b/,
    example: 'Your account has been restricted',
    code: 'restricted',
    message: 'LinkedIn says that the account has been restricted.',
  },
];

/** The walls that a heading is; none as a rule. */
export function headingWallsOf(heading: string): typeof HEADING_WALLS {
  return HEADING_WALLS.filter(({ words }) => words.test(foldWords(heading)));
}

/** Every reason that a wall is. */
export const WALL_CODES = [
  'signed-out',
  'challenge',
  'restricted',
  'rate-limited',
  'unreachable',
] as const satisfies readonly WallCode[];

/** By the status of the page itself, where that tells what is asked. */
export function wallOfTellingStatus(status: number): Wall | null {
  if (status === 429 || status === 999)
    return { code: 'rate-limited', message: `LinkedIn answered ${status}: too many requests.` };
  return status === 401 ? { code: 'signed-out', message: 'LinkedIn answered 401: not signed in.' } : null;
}

/** By any other. 404 and 410 are no wall: the setting may not be offered. */
export function wallOfStatus(status: number): Wall | null {
  if (status >= 400 && status !== 404 && status !== 410)
    return { code: 'unreachable', message: `LinkedIn answered ${status} instead of the page.` };
  return null;
}
