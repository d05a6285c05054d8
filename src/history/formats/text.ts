import { tellDay, tellDrift } from '../../report/reporters/days.ts';
import type { Summary } from '../summary.ts';
import type { HistoryLook } from './index.ts';
import { MARKS, statesIn, tellAge, tellExposure, titleOf } from './words.ts';

/** So many marks go into a line; the oldest are left out. */
const WIDTH = 72;

/** For people: a timeline each, the newest to the right, and what can be said of it. */
export function renderText(history: readonly Summary[], look: HistoryLook): string {
  if (history.length === 0) return 'Nothing has been seen yet. Begin with: linkedin-ai-optout check\n';
  const { color } = look;
  const legend = color.dim(
    `${MARKS.on} on   ${MARKS.off} off   ${MARKS['not-offered']} not offered   ${MARKS.unknown} unknown`,
  );
  return `\n${history.map((series) => renderSeries(series, look)).join('\n\n')}\n\n  ${legend}\n\n`;
}

function renderSeries(series: Summary, { color, now }: HistoryLook): string {
  const { seen, drifts, exposures, lastProvenAt } = series;
  const tints = { on: color.red, off: color.green, 'not-offered': color.cyan, unknown: color.yellow };
  const states = statesIn(series);
  const shown = states.slice(-WIDTH);
  const marks = shown.map(({ state }) => tints[state](MARKS[state])).join('');
  const [first, last] = [shown[0], seen.at(-1)];
  const rows: [string, string][] = [];
  if (last) rows.push(['Last', `${last.state}, ${tellAge(last.at, now)}${last.reason ? ` (${last.reason})` : ''}`]);
  if (last?.state === 'unknown') {
    rows.push(['Proven', lastProvenAt === null ? 'never' : `${tellDay(lastProvenAt)}, ${tellAge(lastProvenAt, now)}`]);
  }
  for (const drift of drifts) rows.push(['Drift', tellDrift(drift)]);
  for (const exposure of exposures) rows.push(['Exposed', tellExposure(exposure)]);
  const span = first && last ? color.dim(`${tellDay(first.at)} – ${tellDay(last.at)}`) : '';
  return [
    `  ${color.bold(titleOf(series))}`,
    '',
    `  ${states.length > WIDTH ? '…' : ''}${marks}   ${span}`,
    ...rows.map(([name, text]) => `  ${color.dim(name.padEnd(8))} ${text}`),
  ].join('\n');
}
