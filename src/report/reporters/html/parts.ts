import type { State } from '../../../vocabulary.ts';
import type { Result } from '../../schema.ts';
import { type Markup, markup } from '../markup.ts';
import { MARKS, type Step, tellTime } from '../words.ts';

/** Names and their values, those without a value left out. A value goes in its own direction. */
export function renderFacts(facts: readonly (readonly [name: string, value: string | Markup])[]): Markup {
  const rows = facts.filter(([, value]) => value !== '');
  return markup`<dl>
${rows.map(([name, value]) => markup`<div><dt>${name}</dt><dd><bdi>${value}</bdi></dd></div>\n`)}</dl>`;
}

/** @param level 1 to 6 */
export function renderHeading(level: number, text: string): Markup {
  const name = `h${level}`;
  return markup`<${name}>${text}</${name}>\n`;
}

/** What the witnesses saw; nothing where there are none. */
export function renderSeen(title: Markup, seen: Result['observations']): Markup[] {
  if (seen.length === 0) return [];
  const items = seen.map(
    ({ witness, saw, detail, at }) => markup`<li${isState(saw) ? markup` class="${saw}"` : ''}>
<span class="mark" aria-hidden="true">${isState(saw) ? MARKS[saw] : '·'}</span>
<span><bdi>${witness}</bdi> saw <strong><bdi>${saw}</bdi></strong></span>
<span class="quiet"><bdi>${detail}</bdi>, <time datetime="${at}">${tellTime(at)}</time></span>
</li>
`,
  );
  return [
    markup`${title}<ul class="seen">
${items}</ul>
`,
  ];
}

export function renderList(title: string, facts: readonly string[]): Markup {
  if (facts.length === 0) return markup``;
  return markup`<h3>${title}</h3>
<ul>
${facts.map((fact) => markup`<li>${fact}</li>\n`)}</ul>
`;
}

export function renderStep({ say, run }: Step): Markup {
  return markup`<li>${say}${run ? markup` <code>${run}</code>` : ''}</li>\n`;
}

function isState(saw: string): saw is State {
  return Object.hasOwn(MARKS, saw);
}
