import type { State } from '../../vocabulary.ts';
import type { Report, Result } from '../schema.ts';
import { renderFacts, renderHeading, renderList, renderSeen, renderStep } from './html/parts.ts';
import { renderPicture } from './html/picture.ts';
import { STYLE, STYLE_HASH } from './html/style.ts';
import { renderTimeline } from './html/timeline.ts';
import type { RenderOptions } from './index.ts';
import { linkTo } from './link.ts';
import { type Markup, markup, verbatim } from './markup.ts';
import { sightingsOf, tellSightings } from './sightings.ts';
import {
  answerOf,
  headlineOf,
  MARKS,
  stepsOf,
  tellException,
  tellNetwork,
  tellPrevious,
  tellTime,
  tellWitnesses,
  wasClicked,
} from './words.ts';

/** One file that needs nothing else: no script, no network, no picture from anywhere. The answer first, then how it is known. */
export function renderHtml(report: Report, { history }: RenderOptions): string {
  const { run, results } = report;
  const [only, another] = results;
  const title = only && !another ? `${headlineOf(only).word}: ${only.setting.title}` : tellCounts(report);
  return markup`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src '${verbatim(STYLE_HASH)}'; base-uri 'none'; form-action 'none'">
<title>${title}</title>
<style>${verbatim(STYLE)}</style>
</head>
<body>
<header>
<p><strong>linkedin-ai-optout</strong> <span><bdi>${run.command}</bdi>${run.dryRun ? ', a dry run' : ''}, ${renderTime(run.finishedAt)}</span></p>
${another || !only ? markup`<h1>${tellCounts(report)}</h1>\n` : ''}</header>
<main>
${results.map((result) => renderResult(result, report, history))}${renderCoverage(report)}
${renderSteps(results)}
</main>
<footer>
${renderRun(report)}
<p>Not affiliated with LinkedIn.</p>
</footer>
</body>
</html>
`.markup;
}

function renderResult(result: Result, report: Report, history: RenderOptions['history']): Markup {
  const { setting, account, reason, observations, change } = result;
  const answer = answerOf(result);
  const { word, sentence } = headlineOf(result);
  const level = report.results.length === 1 ? 1 : 2;
  const sightings = sightingsOf(result, report, history);
  const seen = [
    ...renderSeen(wasClicked(result) ? renderHeading(level + 2, 'Before the click') : markup``, observations),
    ...renderSeen(renderHeading(level + 2, 'After it, on a fresh load of the page'), change?.proof ?? []),
  ];
  return markup`<article class="${answer}">
<div class="answer">
${renderPicture(answer)}
<div>
${renderHeading(level, word)}${sentence ? markup`<p class="means">${sentence}</p>\n` : ''}${reason ? markup`<p class="why">${reason.message}</p>\n` : ''}</div>
</div>
${renderFacts([
  ['Setting', renderLink(setting.url, setting.title)],
  ['Account', account.name],
  ['Member', account.member === null ? '' : markup`<span class="hash">${account.member}</span>`],
  ['Excepted', tellException(result)],
])}
<section>
${renderHeading(level + 1, 'How it is known')}<p>${tellConfidence(result)}</p>
${seen}</section>
<section>
${renderHeading(level + 1, 'History')}<p>${tellSightings(sightings) || tellPrevious(result) || 'This report knows of no earlier run.'}</p>
${sightings.length > 1 ? renderTimeline(sightings) : ''}</section>
</article>
`;
}

function tellConfidence(result: Result): string {
  const { confidence, observations } = result;
  switch (confidence) {
    case 'corroborated':
      return 'Witnesses that are independent of each other agree.';
    case 'single':
      return `One kind of witness alone says so: ${tellWitnesses(result)}.`;
    case 'none':
      if (wasClicked(result)) return 'Nothing that was seen after the click can be relied on.';
      return observations.length ? 'What was seen cannot be relied on.' : 'Nothing was seen of the setting.';
    default:
      return confidence satisfies never;
  }
}

function renderCoverage({ coverage }: Report): Markup {
  const { covers, doesNotCover, notes = [], asOf } = coverage;
  return markup`<section class="coverage">
<h2>What off means</h2>
${renderList('It covers', covers)}${renderList('It does not cover', doesNotCover)}${renderList('It depends, and goes on', notes)}<p class="quiet">Sources as of <bdi>${asOf}</bdi>.</p>
</section>`;
}

function renderSteps(results: readonly Result[]): Markup {
  const steps = new Map(results.flatMap(stepsOf).map((step) => [`${step.say} ${step.run}`, step]));
  return markup`<section class="next">
<h2>Next steps</h2>
<ul>
${[...steps.values()].map(renderStep)}</ul>
</section>`;
}

function renderRun({ run, tool, network, summary }: Report): Markup {
  const { browser } = run;
  const sandbox = browser?.sandbox === false ? ', without its sandbox' : '';
  return markup`<h2>This run</h2>
<p>${tellNetwork(network)}</p>
${renderFacts([
  ['Hosts', network.hosts.join(', ') || 'none'],
  ['Site', run.origin],
  ['Browser', browser ? `${browser.name} ${browser.version}, ${browser.mode}${sandbox}` : 'none was opened'],
  ['Started', markup`${renderTime(run.startedAt)}, ${run.trigger}; it took ${(run.durationMs / 1_000).toFixed(1)} s`],
  ['Exit code', String(summary.exitCode)],
  ['Program', `${tool.name} ${tool.version}`],
  ['Run', run.id],
])}`;
}

function renderTime(iso: string): Markup {
  return markup`<time datetime="${iso}">${tellTime(iso)}</time>`;
}

function renderLink(address: string, text: string): Markup {
  const link = linkTo(address);
  return link ? markup`<a href="${link}" rel="noreferrer">${text}</a>` : markup`${text}`;
}

const COUNTED = [
  ['on', 'on'],
  ['off', 'off'],
  ['not-offered', 'notOffered'],
  ['unknown', 'unknown'],
] as const satisfies (readonly [State, string])[];

/** `○ 1 off, ● 1 on`; only what there is. */
function tellCounts({ summary }: Report): string {
  const told = COUNTED.filter(([, name]) => summary.counts[name] > 0);
  return (
    told.map(([state, name]) => `${MARKS[state]} ${summary.counts[name]} ${state}`).join(', ') ||
    'Nothing was looked at'
  );
}
