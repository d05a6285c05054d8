import type { ChalkInstance } from 'chalk';
import { AUTHORITIES } from './authorities.ts';
import { isOverdue } from './due.ts';
import type { Objection } from './kept.ts';
import type { Kind } from './vocabulary.ts';

export const ABOUT: Record<Kind, string> = {
  'ai-training': 'Objection to AI training',
  'other-ai': 'Objection to other AI processing',
  restriction: 'Request for restriction',
};

interface Facts {
  objections: readonly Objection[];
  /** a calendar date */
  today: string;
}

export function renderStatusJson({ objections, today }: Facts): string {
  const told = objections.map((objection) => ({
    ...objection,
    overdue: isOverdue(objection, today),
    complaint: AUTHORITIES[objection.basis],
  }));
  return `${JSON.stringify({ schemaVersion: 1, objections: told }, null, 2)}\n`;
}

export function renderStatusText({ objections, today }: Facts, color: ChalkInstance): string {
  if (objections.length === 0) return 'No objection is kept. Begin with: linkedin-ai-optout object\n';
  return `${objections.map((objection) => block(objection, today, color)).join('\n')}`;
}

function block(objection: Objection, today: string, color: ChalkInstance): string {
  const { kind, basis, account, caseNumber, submittedOn, details } = objection;
  const lines = [
    ['account', account],
    ['case number', caseNumber ?? 'none was seen; add it with: linkedin-ai-optout object record --case <number>'],
    ['submitted', `${submittedOn}${HOW[objection.how]}`],
    ['answer', answer(objection, today, color)],
    ...(details
      ? [['kept details', [details.firstName, details.lastName, details.email].filter(Boolean).join(' ')]]
      : []),
  ];
  const { name, url, how } = AUTHORITIES[basis];
  const route = isOverdue(objection, today)
    ? `  Remind LinkedIn with the case number, or complain to ${name}: ${url}\n  ${how}\n`
    : '';
  return `${color.bold(ABOUT[kind])}\n${lines.map(([label, value]) => `  ${label?.padEnd(13)} ${value}\n`).join('')}${route}`;
}

const HOW: Record<Objection['how'], string> = {
  confirmed: '',
  sent: ' (sent; no confirmation was understood)',
  told: ' (as you have said)',
};

function answer(objection: Objection, today: string, color: ChalkInstance): string {
  const { answerDue, answeredOn } = objection;
  if (answeredOn !== null) return `came on ${answeredOn}`;
  if (isOverdue(objection, today)) return color.red(`none is recorded, and was due by ${answerDue}: the month is over`);
  return `due by ${answerDue}`;
}
