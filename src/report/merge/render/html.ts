import { escaped } from '../../reporters/markup.ts';
import { DOES_NOT_SHOW, headlinesOf, isWell, nameOf, remarksOf, SHOWS, titleOf, wordOf } from '../facts.ts';
import type { MergeReporter } from './index.ts';

const STYLE = `:root{color-scheme:light dark;--ink:#1d2226;--soft:#56616b;--paper:#fff;--card:#f4f6f8;--line:#cfd6dc;--good:#0b6b43;--bad:#a4262c;--doubt:#7a4d00}
@media (prefers-color-scheme:dark){:root{--ink:#e9edf0;--soft:#a9b4bd;--paper:#14181b;--card:#1e2428;--line:#3a444c;--good:#6fd3a1;--bad:#ff9a9a;--doubt:#f0c36d}}
*{box-sizing:border-box}body{margin:0 auto;padding:2rem 1rem;max-width:60rem;font:1rem/1.5 system-ui,sans-serif;color:var(--ink);background:var(--paper)}
h1{font-size:1.35rem;margin:0 0 1rem}h2{font-size:1.1rem;margin:2rem 0 .5rem}.card{background:var(--card);border:1px solid var(--line);border-radius:.6rem;padding:1rem 1.25rem;margin:0 0 1rem}
.numbers{font-size:1.4rem;font-weight:650;margin:0}.soft{color:var(--soft);margin:.25rem 0 0}.bar{display:flex;height:.8rem;margin-top:.8rem;border-radius:.4rem;overflow:hidden;border:1px solid var(--line)}.bar span{display:block}
.good{background:var(--good)}.bad{background:var(--bad)}.doubt{background:repeating-linear-gradient(45deg,var(--doubt) 0 4px,transparent 4px 8px)}
.table{overflow-x:auto}table{border-collapse:collapse;width:100%;font-size:.95rem}th,td{text-align:start;padding:.4rem .6rem;border-bottom:1px solid var(--line);vertical-align:top}td:first-child{min-width:9rem;overflow-wrap:anywhere}td:nth-child(2){min-width:9rem}td:nth-child(n+3){white-space:nowrap}td.pass{color:var(--good)}td.fail{color:var(--bad);font-weight:650}td.unsure{color:var(--doubt);font-weight:650}
@media print{body{max-width:none;padding:0}.card{break-inside:avoid}}`;

/** One file, without a network: the numbers first, then who needs somebody. */
export const html = {
  ending: '.html',
  most: 1_000,
  open: (facts, { shown }) => {
    const cards = headlinesOf(facts).map(({ title, text, counts }) => {
      const share = (count: number) => (counts.total === 0 ? 0 : (100 * count) / counts.total);
      const parts: [string, number][] = [
        ['good', counts.well],
        ['bad', counts.on],
        ['doubt', counts.total - counts.well - counts.on],
      ];
      const bar = parts.map(
        ([name, count]) => `<span class="${name}" style="width:${share(count).toFixed(2)}%"></span>`,
      );
      return `<section class="card"><p class="numbers">${escaped(text)}</p><p class="soft">${escaped(title)}</p><div class="bar" aria-hidden="true">${bar.join('')}</div></section>`;
    });
    const remarks = remarksOf(facts).map((remark) => `<li>${escaped(remark)}</li>`);
    const table =
      shown === 0
        ? ''
        : '<h2>Accounts</h2>\n<section class="table" aria-label="Accounts" tabindex="0"><table><thead><tr><th scope="col">Account</th><th scope="col">Setting</th><th scope="col">State</th><th scope="col">Reason</th><th scope="col">At (UTC)</th></tr></thead><tbody>\n';
    return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'"><title>LinkedIn AI training: all accounts</title><style>${STYLE}</style></head>
<body><main><h1>LinkedIn AI training: all accounts</h1>
${cards.join('\n')}
${remarks.length > 0 ? `<ul>${remarks.join('')}</ul>` : ''}
${table}`;
  },
  row: (row) => {
    const kind = isWell(row) ? 'pass' : row.state === 'on' && !row.isStale ? 'fail' : 'unsure';
    const cells = [nameOf(row), titleOf(row.setting)].map((text) => `<td><bdi>${escaped(text)}</bdi></td>`).join('');
    return `<tr>${cells}<td class="${kind}">${escaped(wordOf(row))}</td><td>${escaped(row.reason ?? '')}</td><td>${timeOf(row.at)}</td></tr>\n`;
  },
  close: (facts, { shown }) => {
    const hidden = facts.rowCount - shown;
    const list = (facts_: readonly string[]) =>
      `<ul>${facts_.map((fact) => `<li>${escaped(fact)}</li>`).join('')}</ul>`;
    return `${shown === 0 ? '' : '</tbody></table></section>\n'}${hidden > 0 ? `<p>${hidden} more are not shown here.</p>\n` : ''}<h2>What this shows</h2>
${list(SHOWS)}
<h2>What it does not show</h2>
${list(DOES_NOT_SHOW)}
<p class="soft">Merged ${escaped(facts.mergedAt)} by linkedin-ai-optout ${escaped(facts.version)}.</p></main></body></html>
`;
  },
} as const satisfies MergeReporter;

/** To the minute, which is enough to look at. */
function timeOf(at: string | null): string {
  return at === null ? '' : `<time datetime="${escaped(at)}">${escaped(at.slice(0, 16).replace('T', ' '))}</time>`;
}
