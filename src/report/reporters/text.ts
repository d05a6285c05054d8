import type { ChalkInstance } from 'chalk';
import type { State } from '../../vocabulary.ts';
import type { Report, Result } from '../schema.ts';
import { tellDrift } from './days.ts';
import type { RenderOptions } from './index.ts';
import { renderAuditText } from './text-audit.ts';

const MARKS: Record<State, string> = { on: '●', off: '○', 'not-offered': '–', unknown: '?' };

const WIDTH = 92;

/** For people: the answer first, then how it is known, what it means, and what to do next. */
export function renderText(report: Report, { color }: RenderOptions): string {
  if (report.run.command === 'audit') return renderAuditText(report, color);
  const blocks = report.results.map((result) => renderResult(result, color));
  const meaning = report.results.some(({ state }) => state === 'off') ? renderMeaning(report, color) : [];
  return `\n${[...blocks, ...meaning, renderNetwork(report, color)].join('\n\n')}\n\n`;
}

function renderResult(result: Result, color: ChalkInstance): string {
  const tint = { on: color.red, off: color.green, 'not-offered': color.cyan, unknown: color.yellow }[result.state];
  const rows: [string, string][] = [
    ['Setting', result.setting.title],
    ['Account', result.account.name],
    ['Known by', tellWitnesses(result)],
  ];
  if (result.reason) rows.push(['Why', result.reason.message], ['Next', result.reason.hint]);
  else if (result.state === 'on' && result.change === null) rows.push(['Next', 'linkedin-ai-optout disable']);
  else if (result.change?.outcome === 'would-change')
    rows.push(['Next', 'linkedin-ai-optout disable, without --dry-run']);
  if (result.drift) rows.push(['Drift', tellDrift(result.drift)]);
  return [
    `  ${tint.bold(`${MARKS[result.state]}  ${headlineOf(result)}`)}`,
    '',
    ...rows.filter(([, text]) => text).flatMap(([name, text]) => renderRow(name, text, color)),
  ].join('\n');
}

function headlineOf({ state, verdict, change }: Result): string {
  switch (change?.outcome) {
    case 'changed':
      return 'OFF. It was on; it was turned off, and a fresh load of the page confirms it.';
    case 'not-proven':
      return state === 'on'
        ? 'STILL ON. It was clicked, but a fresh load of the page shows it on.'
        : 'NOT PROVEN. It was clicked, but could not be proven off: someone must look.';
    case 'would-change':
      return 'ON. This was a dry run: nothing was changed.';
    case 'refused':
      if (state === 'on') return 'ON, and not changed.';
      break;
    case 'already-off':
      return 'OFF already. Nothing was changed.';
    default:
  }
  switch (state) {
    case 'on':
      return 'ON. LinkedIn may train generative AI on this account’s data.';
    case 'off':
      return 'OFF. LinkedIn may not train content-generating AI on this account’s new data.';
    case 'not-offered':
      return 'NOT OFFERED. LinkedIn does not show this setting to the account.';
    case 'unknown':
      return verdict === 'error'
        ? 'NOT CHECKED. The setting could not be looked at.'
        : 'UNKNOWN. It could not be told whether it is on or off.';
    default:
      return state satisfies never;
  }
}

function tellWitnesses({ observations, change, confidence }: Result): string {
  const seen = change?.proof.length ? change.proof : observations;
  if (confidence === 'none') return '';
  const list = seen.map(({ witness, saw }) => (saw === 'unclear' ? witness : `${witness}: ${saw}`)).join(', ');
  return `${list} (${confidence})`;
}

function renderMeaning({ coverage }: Report, color: ChalkInstance): string[] {
  const list = (facts: string[], mark: string) =>
    facts.flatMap((fact) => wrap(fact, WIDTH - 6).map((line, i) => `    ${i ? ' ' : mark} ${line}`));
  return [
    [color.bold('  What off covers'), ...list(coverage.covers, '+')].join('\n'),
    [
      color.bold('  What it does not cover'),
      ...list(coverage.doesNotCover, '-'),
      color.dim(`    Sources as of ${coverage.asOf}.`),
    ].join('\n'),
  ];
}

function renderNetwork({ network }: Report, color: ChalkInstance): string {
  const { writesAllowed, writesBlocked } = network;
  return color.dim(`  Requests that could write: ${writesAllowed} let through, ${writesBlocked} stopped.`);
}

/** A name and its text, wrapped, for a block of rows. */
export function renderRow(name: string, text: string, color: ChalkInstance): string[] {
  return wrap(text, WIDTH - 15).map((line, index) => `     ${color.dim((index ? '' : name).padEnd(9))} ${line}`);
}

function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
