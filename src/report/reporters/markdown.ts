import type { Report, Result } from '../schema.ts';
import type { RenderOptions } from './index.ts';
import { linkTo } from './link.ts';
import { sightingsOf, tellSightings } from './sightings.ts';
import {
  answerOf,
  MARKS,
  type Step,
  stepsOf,
  tellException,
  tellHeadline,
  tellNetwork,
  tellPrevious,
  tellTime,
  tellWitnesses,
  wasClicked,
} from './words.ts';

/** GitHub's Markdown, as in a job summary, an issue or a comment. */
export function renderMarkdown(report: Report, { history }: RenderOptions): string {
  const blocks = [
    ...report.results.flatMap((result) => renderResult(result, tellSightings(sightingsOf(result, report, history)))),
    ...renderCoverage(report),
    ...renderSteps(report),
    `<sub>${[...tellRun(report), tellNetwork(report.network)].map(plain).join(' · ')}</sub>`,
  ];
  return `${blocks.join('\n\n')}\n`;
}

function renderResult(result: Result, past: string): string[] {
  const { setting, account, reason, observations, change } = result;
  const link = linkTo(setting.url);
  const rows: [string, string][] = [
    ['Setting', link ? `[${plain(setting.title)}](<${link}>)` : plain(setting.title)],
    ['Account', plain(account.name)],
    ['State', `${plain(result.state)}, verdict ${plain(result.verdict)}`],
    ['Known by', plain(tellWitnesses(result))],
    ['Why', plain(reason ? `${reason.message} (${reason.code})` : '')],
    ['History', plain(past)],
    ['Before', plain(past ? '' : tellPrevious(result))],
    ['Excepted', plain(tellException(result))],
  ];
  return [
    `## ${plain(`${MARKS[answerOf(result)]} ${tellHeadline(result)}`)}`,
    table(
      ['', ''],
      rows.filter(([, text]) => text),
    ),
    ...renderSeen(wasClicked(result) ? 'Seen before the click' : 'Seen', observations),
    ...renderSeen('Seen after it, on a fresh load of the page', change?.proof ?? []),
  ];
}

function renderSeen(title: string, seen: Result['observations']): string[] {
  if (seen.length === 0) return [];
  const rows = seen.map(({ witness, saw, detail, at }) => [witness, saw, detail, tellTime(at)].map(plain));
  return [`### ${title}`, table(['Witness', 'Saw', 'How', 'When'], rows)];
}

function renderCoverage({ coverage }: Report): string[] {
  const { covers, doesNotCover, notes = [], asOf } = coverage;
  return [
    '### What off means',
    ...list('It covers:', covers),
    ...list('It does not cover:', doesNotCover),
    ...list('It depends, and goes on:', notes),
    `Sources as of ${plain(asOf)}.`,
  ];
}

function renderSteps({ results }: Report): string[] {
  const steps = new Set(results.flatMap(stepsOf).map(tellStep));
  return steps.size ? ['### Next steps', [...steps].map((step) => `- ${step}`).join('\n')] : [];
}

function tellStep({ say, run }: Step): string {
  return run ? `${plain(say)} \`${run}\`` : plain(say);
}

function tellRun({ run, tool }: Report): string[] {
  const browser = run.browser ? [`${run.browser.name} ${run.browser.version}, ${run.browser.mode}`] : [];
  return [
    `${run.command}${run.dryRun ? ' (dry run)' : ''}, ${tellTime(run.finishedAt)}`,
    `${tool.name} ${tool.version}`,
    ...browser,
    run.origin,
  ];
}

function list(title: string, facts: readonly string[]): string[] {
  return facts.length ? [`**${title}**`, facts.map((fact) => `- ${plain(fact)}`).join('\n')] : [];
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/**
 * Text that stays text, on one line: no markup, no HTML, no link, and on GitHub no mention, issue, emoji or formula. What
 * turns the direction of text around is left out.
 */
function plain(text: string): string {
  return (
    text
      .replace(/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '')
      .replace(/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\s]+/gu, ' ')
      .trim()
      .replace(/[\\`*_[\]<>|~&#]/g, '\\$&')
      .replace(/^[+=-]/, '\\$&')
      .replace(/^\d+(?=[.)])/, '$&\\')
      // GitHub makes links of these in finished text, where a backslash no longer helps: nothing is put in their midst.
      .replace(/@(?=\w)|#(?=\d)|\b(?:GH-|www)(?=[\d.])|:(?=\/\/|[\w+-]+:)/gi, `$&${NOTHING}`)
      .replace(/\$/g, '<span>$$</span>')
  );
}

/** A space without width, as Dependabot puts it into what it quotes. */
const NOTHING = '&#8203;';
