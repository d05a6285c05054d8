import { type Reason, type ReasonCode, reason } from './vocabulary.ts';

/** The command line, a file or the environment is wrong: one sentence, exit 2, no browser opened. */
export class UsageError extends Error {
  override name = 'UsageError';
  /** the same for a report, where it is the trouble of one account among several */
  readonly reason: Reason | null;

  constructor(message: string, reason: Reason | null = null) {
    super(message);
    this.reason = reason;
  }
}

/** The run cannot go on, for a reason that a report can carry. */
export class ReasonError extends Error {
  override name = 'ReasonError';
  readonly reason: Reason;

  constructor(code: ReasonCode, message: string, hint?: string, options?: ErrorOptions) {
    super(message, options);
    this.reason = reason(code, message, hint);
  }
}
