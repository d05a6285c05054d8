import type { ChalkInstance } from 'chalk';
import { printable } from '../../printable.ts';
import type { Result } from '../schema.ts';
import { answerOf, MARKS } from './words.ts';

/** From this many on, a table comes first, and only what is not as wished is told at length. */
export const MANY = 4;

/** A line for each result, for people. */
export function renderTable(results: readonly Result[], color: ChalkInstance): string {
  const tints = { on: color.red, off: color.green, 'not-offered': color.cyan, unknown: color.yellow };
  const widest = Math.max(...results.map(({ setting }) => setting.id.length));
  return results
    .map((result) => {
      const { setting, reason } = result;
      const state = answerOf(result);
      const why = reason ? color.dim(`  (${reason.code})`) : '';
      return `  ${tints[state](`${MARKS[state]} ${state.padEnd(11)}`)}  ${printable(setting.id).padEnd(widest)}  ${color.dim(printable(setting.title))}${why}`;
    })
    .join('\n');
}

/** Which of many are told at length. */
export function isWorthTelling({ state, change }: Result): boolean {
  return state === 'on' || state === 'unknown' || (change !== null && change.outcome !== 'already-off');
}
