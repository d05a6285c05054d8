import { tellDay, tellDrift } from '../../report/reporters/days.ts';
import { escaped } from '../../report/reporters/markup.ts';
import type { Summary } from '../summary.ts';
import type { HistoryLook } from './index.ts';
import { MARKS, statesIn, tellExposure, titleOf } from './words.ts';

const STYLE = `:root{color-scheme:light dark;font:16px/1.5 system-ui,sans-serif}body{max-width:60rem;margin:2rem auto;padding:0 1rem}
.line{font-size:1.25rem;letter-spacing:.1em;overflow-wrap:anywhere}.on{color:#c00}.off{color:#070}.unknown{color:#850}.not-offered{color:#067}
@media (prefers-color-scheme:dark){.on{color:#f88}.off{color:#8d8}.unknown{color:#ec6}.not-offered{color:#6cd}}
table{border-collapse:collapse;width:100%}th,td{text-align:left;padding:.25rem .75rem .25rem 0;border-bottom:1px solid #8884}`;

/** One page that needs nothing else. */
export function renderHtml(history: readonly Summary[], { now }: HistoryLook): string {
  const sections = history.map(renderSection).join('\n');
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta http-equiv="content-security-policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>What was seen when</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>What was seen when</h1>
<p>As of <time datetime="${now.toISOString()}">${tellDay(now.toISOString())}</time>, by linkedin-ai-optout. ${MARKS.on} on, ${MARKS.off} off, ${MARKS['not-offered']} not offered, ${MARKS.unknown} unknown.</p>
${sections || '<p>Nothing has been seen yet.</p>'}
</main>
</body>
</html>
`;
}

function renderSection(series: Summary): string {
  const { seen, drifts, exposures } = series;
  const marks = statesIn(series).map(
    ({ state, at }) => `<span class="${state}" title="${escaped(`${at}: ${state}`)}">${MARKS[state]}</span>`,
  );
  const facts = [...drifts.map((drift) => `Drift: ${tellDrift(drift)}`), ...exposures.map(tellExposure)];
  const rows = seen.map(
    ({ at, state, reason, confidence, version }) =>
      `<tr><td><time datetime="${escaped(at)}">${escaped(at)}</time></td><td class="${state}">${MARKS[state]} ${state}</td><td>${escaped(reason ?? confidence)}</td><td>${escaped(version)}</td></tr>`,
  );
  return `<section>
<h2>${escaped(titleOf(series))}</h2>
<p class="line" aria-hidden="true">${marks.join('')}</p>
<ul>${facts.map((fact) => `<li>${escaped(fact)}</li>`).join('')}</ul>
<table>
<thead><tr><th scope="col">When</th><th scope="col">State</th><th scope="col">How</th><th scope="col">Version</th></tr></thead>
<tbody>${rows.join('\n')}</tbody>
</table>
</section>`;
}
