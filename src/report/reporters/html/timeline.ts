import { STATES, type State } from '../../../vocabulary.ts';
import { type Markup, markup } from '../markup.ts';
import type { Sighting } from '../sightings.ts';
import { MARKS } from '../words.ts';

/** More dots than this would be a line. The sentence beside the picture counts all. */
const MOST_DOTS = 60;
/** Lanes, from the top; that of what is not offered only where it occurs. */
const LANES: readonly State[] = ['on', 'unknown', 'not-offered', 'off'];
/** px */
const LANE = 26;

/**
 * When it was seen on, off or unknown, from left to right. Places are per cent of the width and sizes are px, so that it fits a
 * phone with its marks as large as anywhere.
 */
export function renderTimeline(sightings: readonly Sighting[]): Markup {
  const shown = sightings.slice(-MOST_DOTS);
  const [first, last] = [shown[0], shown.at(-1)];
  if (!first || !last) return markup``;
  const lanes = LANES.filter((state) => state !== 'not-offered' || shown.some((each) => each.state === state));
  const from = Date.parse(first.at);
  const span = Math.max(1, Date.parse(last.at) - from);
  const dots = shown.map(({ at, state }) => ({
    state,
    x: `${(2 + (96 * (Date.parse(at) - from)) / span).toFixed(2)}%`,
    y: (lanes.indexOf(state) + 0.5) * LANE,
  }));
  const steps = dots.slice(1).map((dot, index) => {
    const before = dots[index] ?? dot;
    const kind = before.state === dot.state ? 'same' : 'other';
    return markup`<line class="${kind}" x1="${before.x}" y1="${before.y}" x2="${dot.x}" y2="${dot.y}"/>\n`;
  });
  const told = STATES.map((state) => [state, shown.filter((each) => each.state === state).length] as const)
    .filter(([, times]) => times > 0)
    .map(([state, times]) => `${state} ${times}`)
    .join(', ');
  return markup`<div class="timeline" dir="ltr">
<div class="lanes" aria-hidden="true">
${lanes.map((state) => markup`<span>${state.replace('-', ' ')}</span>\n`)}</div>
<svg role="img" aria-label="Seen from ${first.at.slice(0, 10)} to ${last.at.slice(0, 10)}: ${told} times." width="100%" height="${lanes.length * LANE}">
${lanes.map((_, index) => markup`<line class="lane" x1="0" y1="${(index + 0.5) * LANE}" x2="100%" y2="${(index + 0.5) * LANE}"/>\n`)}${steps}${dots.map(renderDot)}</svg>
<div class="ends"><span>${first.at.slice(0, 10)}</span> <span>${last.at.slice(0, 10)}</span></div>
</div>
`;
}

function renderDot({ state, x, y }: { state: State; x: string; y: number }): Markup {
  switch (state) {
    case 'on':
      return markup`<circle class="on" cx="${x}" cy="${y}" r="6"/>\n`;
    case 'off':
      return markup`<circle class="off" cx="${x}" cy="${y}" r="5"/>\n`;
    case 'not-offered':
    case 'unknown':
      return markup`<g class="${state}"><circle cx="${x}" cy="${y}" r="8"/><text x="${x}" y="${y + 4.5}" text-anchor="middle">${MARKS[state]}</text></g>\n`;
    default:
      return state satisfies never;
  }
}
