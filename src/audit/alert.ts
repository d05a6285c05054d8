import type { AlertKind, Finding } from '../decide/alert.ts';
import type { Answer } from '../decide/answer.ts';
import type { Drift } from '../decide/drift.ts';
import type { Report, Result } from '../report/schema.ts';

/** What somebody is told of one setting of one account. */
export interface Alert {
  kind: AlertKind;
  account: string;
  setting: string;
  answer: Answer;
  state: Result['state'];
  reason: Result['reason'];
  drift: Drift | null;
  lastProvenAt: string | null;
  /** all of this for people, in one line */
  sentence: string;
}

/** What goes to a webhook or a command: the report, what is new in it, and that in words (as chat webhooks show it). */
export type Notice = Report & { text: string; alerts: Alert[] };

const SAID: Record<Answer, string> = {
  'as-wished': 'is as wished',
  on: 'is ON',
  'session-ended': 'cannot be checked: there is no sign-in that works',
  'page-changed': 'cannot be told: the page was not understood',
  blocked: 'cannot be checked: something is in the way',
};

export function buildAlert(kind: AlertKind, result: Result, { answer, lastProvenAt }: Finding): Alert {
  const { account, setting, state, reason, drift = null } = result;
  const facts = { kind, account: account.name, setting: setting.id, answer, state, reason, drift, lastProvenAt };
  return { ...facts, sentence: sentenceOf(facts, setting.title) };
}

export function buildNotice(report: Report, alerts: Alert[]): Notice {
  const lines = alerts.map(({ sentence }) => sentence);
  const { on, off, notOffered, unknown } = report.summary.counts;
  const sum = `Audit of LinkedIn settings: ${on} on, ${off} off, ${notOffered} not offered, ${unknown} unknown.`;
  return { ...report, text: [...lines, sum].join('\n'), alerts };
}

function sentenceOf(alert: Omit<Alert, 'sentence'>, title: string): string {
  const { kind, account, answer, state, reason, drift, lastProvenAt } = alert;
  const proven = lastProvenAt === null ? 'never proven so far' : `last proven on ${day(lastProvenAt)}`;
  const subject = `${account}: “${title}”`;
  switch (kind) {
    case 'recovery':
      return `${subject} ${SAID[answer]} again (${state}).`;
    case 'blind':
      return `${subject} has not been proven for too long (${proven}); it still ${SAID[answer]}.`;
    case 'change': {
      const why = reason ? ` ${reason.message}` : '';
      const how = drift ? ` Off on ${day(drift.offAt)}, on by ${day(drift.onBy)}.` : '';
      return `${subject} ${SAID[answer]}.${why}${how}${state === 'unknown' ? ` It was ${proven}.` : ''}`;
    }
    default:
      return kind satisfies never;
  }
}

/** In UTC, as all that is data. */
function day(at: string): string {
  return at.slice(0, 10);
}
