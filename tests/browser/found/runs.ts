/** What is asked of a page, and what the answer must be. */
import type { Run } from './site.ts';

export const checked = (answer: Run['answer']): Run[] => [{ mode: 'check', truth: 'on', answer }];

export const disabled = (answer: Run['answer'], writes?: number): Run[] => [
  { mode: 'disable', truth: 'on', answer, ...(writes !== undefined && { writes }) },
];

/** The truth, whichever it is. */
export const TOLD: Run[] = [...checked('on'), { mode: 'check', truth: 'off', answer: 'off' }];

export const AMBIGUOUS = checked('unknown control-ambiguous');
export const NOT_FOUND = checked('unknown control-not-found');
export const EXPIRED = checked('unknown session-expired');
