import type { ChalkInstance } from 'chalk';
import type { Finding, Told } from './finding.ts';

const MARKS: Record<Finding['state'], string> = { fine: '✓', note: '!', wrong: '✗' };

/** For people: a line for each, and what to do beneath those that need it. */
export function renderFindings(findings: readonly Told[], color: ChalkInstance): string {
  const tints = { fine: color.green, note: color.yellow, wrong: color.red };
  const lines = findings.flatMap(({ title, state, detail, next, fixed }) => [
    `  ${tints[state](MARKS[state])} ${color.bold(title.padEnd(11))} ${detail}`,
    ...(fixed === null ? [] : [`      ${color.dim('Fixed:')} ${fixed}`]),
    ...(next === null ? [] : [`      ${color.dim('Next:')} ${next}`]),
  ]);
  return `\n${lines.join('\n')}\n\n`;
}
