import { findCaseNumber, saysConfirmed } from '../settings/form.ts';

/** What became of what the member has sent. Confirmed is only what the page itself says. */
export type Submission =
  | { kind: 'none' }
  /** sent, and no answer yet */
  | { kind: 'waiting' }
  /** not taken; status 0 where no answer came */
  | { kind: 'failed'; status: number }
  /** sent and answered, and the page does not say what came of it */
  | { kind: 'sent'; isFormGone: boolean }
  | { kind: 'confirmed'; caseNumber: string | null };

export interface SubmissionFacts {
  /** what the page sent last after the member had pressed something; null: nothing */
  send: {
    /** 0 where it failed, null while no answer has come */
    status: number | null;
    /** was it a form, or did it carry what stands in one? */
    isForm: boolean;
  } | null;
  /** the words of the page before it was sent, and now */
  before: string;
  now: string;
  /** does anything stand there that can be filled in or submitted? */
  hasForm: boolean;
}

export function decideSubmission({ send, before, now, hasForm }: SubmissionFacts): Submission {
  if (send === null) return { kind: 'none' };
  if (send.status === null) return { kind: 'waiting' };
  if (send.status === 0 || send.status >= 400)
    return send.isForm ? { kind: 'failed', status: send.status } : { kind: 'none' };
  const caseNumber = findCaseNumber(now);
  const isNew = caseNumber !== null && !before.includes(caseNumber);
  const isConfirmed = saysConfirmed(now) && !saysConfirmed(before);
  if (isNew || isConfirmed) return { kind: 'confirmed', caseNumber: isNew ? caseNumber : null };
  return send.isForm ? { kind: 'sent', isFormGone: !hasForm } : { kind: 'none' };
}
