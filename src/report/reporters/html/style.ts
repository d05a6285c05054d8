/** Of the HTML report. Sizes follow the reader's, sides follow the direction of the text, colours follow light and dark. */
export const STYLE = `
:root {
  color-scheme: light dark;
  --paper: #f5f4f0; --card: #ffffff; --ink: #1c2024; --quiet: #58616b; --line: #dfddd6;
  --on: #a1261b; --on-tint: #fcecea; --off: #14603a; --off-tint: #e4f3ea;
  --none: #2c5272; --none-tint: #e7eff6; --unknown: #744a00; --unknown-tint: #fcf1d8;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #121518; --card: #1b1f24; --ink: #e9ebee; --quiet: #a6b0ba; --line: #333a42;
    --on: #ffa196; --on-tint: #3b1d1a; --off: #82dca0; --off-tint: #14321f;
    --none: #a2cbec; --none-tint: #1a2c3b; --unknown: #f3c970; --unknown-tint: #362a10;
  }
}
* { box-sizing: border-box; }
body {
  margin: 0; background: var(--paper); color: var(--ink);
  font: 1rem/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif; overflow-wrap: anywhere;
}
header, main, footer { max-inline-size: 44rem; margin-inline: auto; padding-inline: 1.25rem; }
header { padding-block: 1.5rem 1rem; }
header p { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0 1rem; margin: 0; color: var(--quiet); font-size: .9rem; }
header strong { color: var(--ink); letter-spacing: .01em; }
header h1 { margin: 1rem 0 0; font-size: 1.75rem; }
h1, h2, h3, h4 { line-height: 1.2; text-wrap: balance; }
/* Each text reads in its own direction, and stands on the side where the page begins. */
h1, h2, h3, h4, p, p span, li, li span, dt, dd { unicode-bidi: plaintext; }
body:dir(rtl) { text-align: right; }
body:dir(ltr) { text-align: left; }
p, ul, dl { margin: 0; }
a { color: inherit; text-underline-offset: .2em; }
code { display: inline-block; max-inline-size: 100%; padding: .1em .4em; border-radius: .3em; background: var(--paper); border: 1px solid var(--line); font: .9em ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; }
.quiet { color: var(--quiet); font-size: .875rem; }

article, main > section { margin-block-end: 1.25rem; border: 1px solid var(--line); border-radius: 1rem; background: var(--card); overflow: hidden; }
main > section { padding: 1.5rem 1.75rem; }
main > section > h2 { margin: 0 0 1rem; font-size: 1.2rem; }
main > section h3 { margin: 1.25rem 0 .4rem; font-size: 1rem; }
main > section ul { padding-inline-start: 1.2rem; }
main > section li + li { margin-block-start: .4rem; }
main > section p.quiet { margin-block-start: 1rem; }

.on { --state: var(--on); --tint: var(--on-tint); }
.off { --state: var(--off); --tint: var(--off-tint); }
.not-offered { --state: var(--none); --tint: var(--none-tint); }
.unknown { --state: var(--unknown); --tint: var(--unknown-tint); }
.answer { display: flex; flex-wrap: wrap; align-items: center; gap: 1rem 1.75rem; padding: 2rem 1.75rem; background: var(--tint); border-block-end: 1px solid var(--line); }
.answer > div { flex: 1 1 16rem; }
.switch { flex: none; color: var(--state); }
.switch .knob { fill: var(--tint); }
.switch:dir(rtl) { transform: scaleX(-1); }
.unknown .switch:dir(rtl) { transform: none; }
.answer :is(h1, h2) { margin: 0; color: var(--state); font-size: 2rem; font-weight: 750; letter-spacing: .01em; }
.answer h2 { font-size: 1.5rem; }
.means { margin-block-start: .35rem; font-size: 1.1rem; }
.why { margin-block-start: .6rem; padding-inline-start: .75rem; border-inline-start: 3px solid var(--state); }

dl div { display: flex; flex-wrap: wrap; gap: 0 1rem; padding-block: .3rem; }
dt { flex: 0 0 5.5rem; color: var(--quiet); }
dd { flex: 1 1 14rem; margin: 0; }
article > dl { padding: 1.25rem 1.75rem; }
article > section { padding: 1.25rem 1.75rem; border-block-start: 1px solid var(--line); }
article section > :is(h3, h4) { margin: 1rem 0 .25rem; font-size: .95rem; }
article section > :first-child { margin: 0 0 .5rem; font-size: 1.05rem; }
.hash { font: .72rem ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; }
.seen { padding: 0; list-style: none; }
.seen li { display: grid; grid-template-columns: 1.5rem 1fr; padding-block: .4rem; }
.seen .quiet { grid-column: 2; }
.mark { color: var(--state); font-weight: 700; }

.timeline { display: grid; grid-template-columns: auto 1fr; gap: .25rem .75rem; margin-block-start: 1rem; }
.lanes span { display: block; block-size: 26px; line-height: 26px; color: var(--quiet); font-size: .875rem; white-space: nowrap; }
.timeline svg { display: block; overflow: visible; }
.timeline .lane { stroke: var(--line); }
.timeline .same { stroke: var(--quiet); stroke-width: 2; }
.timeline .other { stroke: var(--quiet); stroke-width: 1.5; stroke-dasharray: 2 4; }
.timeline circle { fill: var(--card); stroke: var(--state); stroke-width: 2.5; }
.timeline circle.on { fill: var(--state); }
.timeline g circle { stroke-width: 1.5; }
.timeline text { fill: var(--state); font-size: 12px; font-weight: 700; }
.ends { grid-column: 2; display: flex; justify-content: space-between; color: var(--quiet); font-size: .8rem; }

footer { padding-block: .5rem 2.5rem; color: var(--quiet); font-size: .875rem; }
footer h2 { margin: 0 0 .5rem; font-size: 1rem; color: var(--ink); }
footer dl { margin-block: .5rem 1rem; }
footer dl div { padding-block: .1rem; }

@media (max-width: 30rem) {
  header, main, footer { padding-inline: .75rem; }
  header > * { padding-inline: .5rem; }
  .answer { padding: 1.5rem 1.25rem; }
  article > dl, article > section, main > section { padding-inline: 1.25rem; }
  footer { padding-inline: 1.25rem; }
}
@media print {
  :root {
    color-scheme: light; --paper: #fff; --card: #fff; --ink: #000; --quiet: #444; --line: #bbb;
    --on: #8c1a10; --off: #0d4f2d; --none: #23435e; --unknown: #5e3c00;
    --on-tint: #fff; --off-tint: #fff; --none-tint: #fff; --unknown-tint: #fff;
  }
  body { font-size: 10pt; }
  header, main, footer { max-inline-size: none; padding-inline: 0; }
  article, main > section { border-radius: 0; }
  .answer, .seen li, .timeline, main > section li, footer { break-inside: avoid; }
  h2, h3, h4 { break-after: avoid; }
  svg { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  dd a[href]::after { content: " (" attr(href) ")"; font-size: .85em; }
}
@media (forced-colors: active) {
  .switch, .timeline { forced-color-adjust: auto; }
  .switch .knob { fill: Canvas; }
}
`;

/** Of the text above: the file allows itself this style and no other. A test says what it must be. */
export const STYLE_HASH = 'sha256-hJPHZ+nonT24vrQyk3Sje9CfO8yViLHXw0T1spPyxzY=';
