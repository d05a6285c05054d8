import type { ChalkInstance } from 'chalk';
import type { State } from '../../vocabulary.ts';
import type { Report, Result } from '../schema.ts';
import { tellDay, tellDrift } from './days.ts';
import { commandFor, MARKS } from './words.ts';

const WORDS: Record<State, string> = { on: 'ON', off: 'off', 'not-offered': 'not offered', unknown: 'UNKNOWN' };

/** Many accounts for people: a line each, and more where it is not as wished. */
export function renderAuditText({ results, summary, run, network }: Report, color: ChalkInstance): string {
  const { on, off, notOffered, unknown } = summary.counts;
  const counts = Object.entries({ on, off, 'not offered': notOffered, unknown }).filter(([, count]) => count > 0);
  const accounts = new Set(results.map(({ account }) => account.name)).size;
  const shard = run.shard ? `, shard ${run.shard.index} of ${run.shard.total}` : '';
  const told = counts.map(([word, count]) => `${count} ${word}`).join(', ') || 'nothing to look at';
  const width = Math.max(0, ...results.map(({ account }) => account.name.length));
  const isOfMany = new Set(results.map(({ setting }) => setting.id)).size > 1;
  const { writesAllowed, writesBlocked } = network;
  return [
    '',
    `  ${color.bold(`${accounts} account${accounts === 1 ? '' : 's'}${shard}: ${told}`)}`,
    '',
    ...results.flatMap((result) => renderLines(result, { width, isOfMany, color })),
    '',
    color.dim(`  Requests that could write: ${writesAllowed} let through, ${writesBlocked} stopped.`),
    '',
    '',
  ].join('\n');
}

interface LineOptions {
  width: number;
  /** are there several settings to tell apart? */
  isOfMany: boolean;
  color: ChalkInstance;
}

function renderLines(result: Result, { width, isOfMany, color }: LineOptions): string[] {
  const { state, account, setting, reason, drift, suppressed, previous } = result;
  const tint = { on: color.red, off: color.green, 'not-offered': color.cyan, unknown: color.yellow }[state];
  const what = isOfMany ? `  ${setting.title}` : '';
  const notes = [
    ...(reason ? [reason.message, reason.hint] : []),
    ...(drift ? [tellDrift(drift)] : []),
    ...(previous && previous.state !== state && !drift
      ? [`Last time, on ${tellDay(previous.at)}: ${previous.state}.`]
      : []),
    ...(suppressed
      ? [`By exception until ${suppressed.expires}: ${suppressed.reason} (${suppressed.owner} answers for it).`]
      : []),
    ...(state === 'on' && !suppressed ? [`Next: ${commandFor('disable', setting.id)} --account ${account.name}`] : []),
  ];
  return [
    `  ${tint(`${MARKS[state]}  ${account.name.padEnd(width)}  ${WORDS[state]}`)}${what}`,
    ...notes.map((note) => `     ${' '.repeat(width)}  ${color.dim(note)}`),
  ];
}
