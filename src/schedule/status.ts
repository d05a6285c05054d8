import type { ExitCode } from '../vocabulary.ts';
import { EXIT } from '../vocabulary.ts';
import type { Plan } from './schedulers/scheduler.ts';

/** How a schedule stands. Times are ISO 8601 in UTC. */
export interface Status {
  on: string;
  /** what is there, compared with what would be installed now */
  installed: 'same' | 'different' | 'absent';
  /** the lines that differ, those that are there with `-` and those that would be with `+` */
  difference: string[];
  /** when everything that is to be proven last was; null where some of it never was */
  lastProvenAt: string | null;
  /** what has not been proven for too long, or never, a sentence each */
  overdue: string[];
}

/** Pure. @param there of each artefact what is installed, or null */
export function compareSchedule(
  { on, plan, ...proof }: { on: string; plan: Plan } & Pick<Status, 'lastProvenAt' | 'overdue'>,
  there: readonly (string | null)[],
): Status {
  const pairs = plan.artefacts.map(({ text }, index) => ({ is: there[index] ?? null, wanted: text }));
  const isAbsent = pairs.every(({ is }) => is === null);
  const difference = isAbsent ? [] : pairs.flatMap(({ is, wanted }) => linesThatDiffer(is ?? '', wanted));
  return {
    on,
    installed: isAbsent ? 'absent' : difference.length > 0 ? 'different' : 'same',
    difference,
    ...proof,
  };
}

/** Not installed as it should be is 1, as is "on"; what has not been proven for too long is unknown. */
export function exitCodeOf({ installed, overdue }: Status): ExitCode {
  if (installed !== 'same') return EXIT.on;
  return overdue.length > 0 ? EXIT.unknown : EXIT.ok;
}

function linesThatDiffer(is: string, wanted: string): string[] {
  const [left, right] = [is.split('\n'), wanted.split('\n')];
  return [
    ...left.filter((line) => !right.includes(line)).map((line) => `- ${line}`),
    ...right.filter((line) => !left.includes(line)).map((line) => `+ ${line}`),
  ];
}
