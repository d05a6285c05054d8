import { addMonths } from 'date-fns/addMonths';
import { formatISO } from 'date-fns/formatISO';
import { parseISO } from 'date-fns/parseISO';
import { ANSWER_MONTHS } from './vocabulary.ts';

/** The calendar date of a moment where the member is, as `2026-09-10`. */
export function dateOf(moment: Date): string {
  return formatISO(moment, { representation: 'date' });
}

/** The last day for an answer. @param submittedOn a calendar date; the same day of the next month, or that month's last */
export function answerDueFor(submittedOn: string): string {
  return dateOf(addMonths(parseISO(submittedOn), ANSWER_MONTHS));
}

/** Is the last day for an answer over, without one? */
export function isOverdue(
  { answerDue, answeredOn }: { answerDue: string; answeredOn: string | null },
  today: string,
): boolean {
  return answeredOn === null && today > answerDue;
}
