import type { ChalkInstance } from 'chalk';
import { printable } from '../../printable.ts';
import { wrap } from '../../wrap.ts';
import type { Report, Result } from '../schema.ts';
import { tellDrift } from './days.ts';
import type { RenderOptions } from './index.ts';
import { sightingsOf, tellSightings } from './sightings.ts';
import { renderAuditText } from './text-audit.ts';
import { isWorthTelling, MANY, renderTable } from './text-table.ts';
import {
  answerOf,
  commandFor,
  MARKS,
  tellException,
  tellHeadline,
  tellNetwork,
  tellPrevious,
  tellWitnesses,
} from './words.ts';

const WIDTH = 92;

/** For people: the answer first, then how it is known, what it means, and what to do next. */
export function renderText(report: Report, { color, history }: RenderOptions): string {
  if (report.run.command === 'audit') return renderAuditText(report, color);
  const isMany = report.results.length >= MANY;
  const told = isMany ? report.results.filter(isWorthTelling) : report.results;
  const blocks = told.map((result) => {
    const past = tellSightings(sightingsOf(result, report, history));
    return renderResult(result, past, color);
  });
  if (isMany) blocks.unshift(renderTable(report.results, color));
  const isOff = report.results.some(({ state }) => state === 'off');
  const meaning = isOff && !isMany ? renderMeaning(report, color) : [color.dim(pointToMeaning(report))];
  return `\n${[...blocks, ...meaning, color.dim(`  ${tellNetwork(report.network)}`)].join('\n\n')}\n\n`;
}

function renderResult(result: Result, past: string, color: ChalkInstance): string {
  const answer = answerOf(result);
  const tint = { on: color.red, off: color.green, 'not-offered': color.cyan, unknown: color.yellow }[answer];
  const rows: [string, string][] = [
    ['Setting', result.setting.title],
    ['Account', result.account.name],
    ['Known by', tellWitnesses(result)],
    ['History', past],
    ['Before', past ? '' : tellPrevious(result)],
    ['Excepted', tellException(result)],
  ];
  if (result.reason) rows.push(['Why', result.reason.message], ['Next', result.reason.hint]);
  else if (result.state === 'on' && result.change === null)
    rows.push(['Next', commandFor('disable', result.setting.id)]);
  else if (result.change?.outcome === 'would-change')
    rows.push(['Next', `${commandFor('disable', result.setting.id)}, without --dry-run`]);
  if (result.drift) rows.push(['Drift', tellDrift(result.drift)]);
  return [
    `  ${tint.bold(`${MARKS[answer]}  ${tellHeadline(result)}`)}`,
    '',
    ...rows.filter(([, text]) => text).flatMap(([name, text]) => renderRow(name, text, color)),
  ].join('\n');
}

function renderMeaning({ coverage }: Report, color: ChalkInstance): string[] {
  const { covers, doesNotCover, notes = [], asOf } = coverage;
  const parts = [
    ['What off covers', '+', covers],
    ['What it does not cover', '-', doesNotCover],
    ['What it depends on, and where to go for the rest', '·', notes],
  ] as const;
  const blocks = parts
    .filter(([, , facts]) => facts.length)
    .map(([title, mark, facts]) =>
      [
        color.bold(`  ${title}`),
        ...facts.flatMap((fact) => wrapPlain(fact, WIDTH - 6).map((line, i) => `    ${i ? ' ' : mark} ${line}`)),
      ].join('\n'),
    );
  const last = blocks.pop() ?? '';
  return [...blocks, `${last}\n${color.dim(`    Sources as of ${asOf}.`)}`];
}

/** One line where it is not off: a terminal is short, and every other format has it in full. */
function pointToMeaning({ results }: Report): string {
  const ids = [...new Set(results.map(({ setting }) => setting.id))];
  const command =
    ids.length === 1 ? `linkedin-ai-optout settings show ${printable(ids[0] ?? '')}` : 'linkedin-ai-optout settings';
  return `  What off covers, and what not: ${command}`;
}

/** A name and its text, wrapped, for a block of rows. */
export function renderRow(name: string, text: string, color: ChalkInstance): string[] {
  return wrapPlain(text, WIDTH - 15).map((line, index) => `     ${color.dim((index ? '' : name).padEnd(9))} ${line}`);
}

function wrapPlain(text: string, width: number): string[] {
  return wrap(text.split(/\s+/).map(asPlainWord).join(' '), width);
}

/** A saved report may be anybody's: it moves no cursor, turns no text around, and gives GitHub's runner no command (`::`). */
function asPlainWord(word: string): string {
  return printable(word).replace(/^::/, ': :');
}
