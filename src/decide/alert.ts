import type { Answer } from './answer.ts';

/** Why somebody is told: something is another way than it was, it is as wished again, or nothing was proven for too long. */
export type AlertKind = 'change' | 'recovery' | 'blind';

/** What is remembered of one setting of one account, for one receiver. */
export type AlertMemory = {
  /** the answer that was told last; null where it never was anything but as wished */
  told: Answer | null;
  /** was it told that nothing was proven for too long? */
  toldBlind: boolean;
  /** was it on by an exception last time? */
  excepted: boolean;
  /** when it was first asked about, ISO 8601 in UTC */
  since: string;
};

export interface Finding {
  answer: Answer;
  /** Is it on, and an exception allows that? */
  excepted: boolean;
  /** of the finding, ISO 8601 in UTC */
  at: string;
  /** when a state was last proven, this time included; null where it never was */
  lastProvenAt: string | null;
  maxAgeDays: number;
}

const DAY_MS = 86_400_000;

/**
 * Who is told what: on a change and on recovery, and once when nothing has been proven for too long. Never the same twice.
 * @returns what to remember once it was told, or at once where there is nothing to tell
 */
export function decideAlert(
  memory: AlertMemory | null,
  finding: Finding,
): { kind: AlertKind | null; memory: AlertMemory } {
  const before = memory ?? { told: null, toldBlind: false, excepted: false, since: finding.at };
  const { answer } = finding;
  if (finding.excepted) return { kind: null, memory: { ...before, toldBlind: false, excepted: true } };
  if (answer === 'as-wished') {
    const wasTold = before.told !== null || before.toldBlind;
    const next = { told: null, toldBlind: false, excepted: false, since: before.since };
    return { kind: wasTold ? 'recovery' : null, memory: next };
  }
  const isBlind = isTooLong(finding, before);
  const isNew = answer !== before.told || (before.excepted && answer === 'on');
  const next = {
    told: answer,
    toldBlind: isBlind,
    excepted: before.excepted && answer !== 'on',
    since: before.since,
  };
  if (isNew) return { kind: 'change', memory: next };
  return { kind: isBlind && !before.toldBlind ? 'blind' : null, memory: next };
}

function isTooLong({ at, lastProvenAt, maxAgeDays }: Finding, { since }: AlertMemory): boolean {
  return Date.parse(at) - Date.parse(lastProvenAt ?? since) > maxAgeDays * DAY_MS;
}
