import { describe, expect, it } from 'vitest';
import { answerDueFor, isOverdue } from '../../../src/objection/due.ts';

describe('an answer', () => {
  it.each([
    ['2026-09-10', '2026-10-10'],
    ['2026-01-31', '2026-02-28'],
    ['2028-01-31', '2028-02-29'],
    ['2026-12-31', '2027-01-31'],
    ['2026-03-29', '2026-04-29'],
  ])('to what was submitted on %s is due by %s', (submittedOn, due) => {
    expect(answerDueFor(submittedOn)).toBe(due);
  });

  it.each([
    ['2026-10-10', null, false],
    ['2026-10-11', null, true],
    ['2026-10-11', '2026-10-01', false],
  ])('on %s, answered on %s: overdue is %s', (today, answeredOn, overdue) => {
    expect(isOverdue({ answerDue: '2026-10-10', answeredOn }, today)).toBe(overdue);
  });
});
