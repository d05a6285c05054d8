/** For people: every variant, each a link that signs you in as a fresh member of it. */
import { OUR_PATH } from './catalogue.ts';
import { document, escapeHtml } from './html.ts';
import { replyHtml, type Visit } from './reply.ts';
import { letIn } from './sign-in.ts';
import { VARIANTS } from './variants.ts';

export function answerIndex(visit: Visit): void {
  const link = (name: string, truth: string) => `<a href="/demo/enter?variant=${name}&amp;truth=${truth}">${truth}</a>`;
  const rows = Object.entries(VARIANTS).map(
    ([name, { about }]) =>
      `<tr><th scope="row">${name}</th><td>${escapeHtml(about)}</td><td>${link(name, 'on')}&nbsp;·&nbsp;${link(name, 'off')}</td></tr>`,
  );
  replyHtml(
    visit,
    document({
      title: 'Look-alike, not LinkedIn',
      body: `<style>table { border-spacing: 12px 4px; text-align: start } th { text-align: start; font-weight: 600 }</style>
<main style="max-width: 1000px; margin: 24px auto">
<h1>A look-alike of LinkedIn’s settings</h1>
<p><strong>This is not LinkedIn</strong> and has no connection to it. It was built from public descriptions, to try and to test
linkedin-ai-optout. Every link signs you in here as a new, invented member whose setting starts on or off.</p>
<table>${rows.join('\n')}</table>
</main>`,
    }),
  );
}

export function enterVariant(visit: Visit): void {
  const variant = visit.url.searchParams.get('variant') ?? 'standard';
  const truth = visit.url.searchParams.get('truth') === 'off' ? 'off' : 'on';
  if (Object.hasOwn(VARIANTS, variant))
    letIn(visit, visit.grounds.addAccount({ variant, truth }), `/mypreferences/d/${OUR_PATH}`);
  else replyHtml(visit, 'There is no such variant.', 404);
}
