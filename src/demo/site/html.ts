/** HTML shells. What stands in them is drawn by scripts later, except on the walls. */

const STYLE = `
  body { font: 16px/1.5 system-ui, sans-serif; margin: 0; background: #f4f2ee; color: #191919; }
  #root { display: flex; flex-direction: column; max-width: 720px; margin: 0 auto; }
  .global-nav { order: -2; background: #fff; padding: 12px 24px; }
  .global-nav a { margin-inline-end: 24px; color: #555; }
  .people-card { order: 2; padding: 12px 24px; font-size: 14px; }
  main { background: #fff; margin: 24px 0; padding: 24px; border-radius: 8px; }
  h1 { font-size: 22px; margin: 0 0 12px; }
  .setting-toggle { display: flex; align-items: center; justify-content: space-between; gap: 16px; padding: 12px 0; }
  .setting-toggle__hit { display: inline-flex; align-items: center; gap: 8px; }
  .setting-toggle__label { flex: 1; }
  .setting-toggle__toggle { position: relative; width: 44px; height: 24px; border-radius: 12px; background: #888; cursor: pointer; }
  .setting-toggle__toggle::after { content: ''; position: absolute; inset-block: 3px; inset-inline-start: 3px; width: 18px; border-radius: 9px; background: #fff; }
  :checked + .setting-toggle__toggle, [aria-checked=true] + .setting-toggle__toggle, [aria-pressed=true] + .setting-toggle__toggle { background: #01754f; }
  :checked + .setting-toggle__toggle::after, [aria-checked=true] + .setting-toggle__toggle::after { inset-inline-start: 23px; }
  button.setting-toggle__control, div.setting-toggle__control { width: 24px; height: 24px; }
  .artdeco-modal { position: fixed; z-index: 20; inset: 20% 20% auto; background: #fff; padding: 24px; border: 1px solid #888; }
  .artdeco-modal-overlay { position: fixed; inset: 0; z-index: 19; background: #0009; }
  .artdeco-global-alert { position: fixed; inset: 110px 0 0; z-index: 10; background: #fff; border-top: 2px solid #555; padding: 24px; }
  footer { max-width: 720px; margin: 0 auto; padding: 0 24px 24px; font-size: 13px; color: #666; }
`;

export function document(options: {
  title: string;
  body: string;
  script?: string;
  language?: string;
  rightToLeft?: boolean;
}): string {
  const { title, body, script, language = 'en', rightToLeft } = options;
  return `<!doctype html>
<html lang="${escapeHtml(language)}" dir="${rightToLeft ? 'rtl' : 'ltr'}">
<head><meta charset="utf-8"><title>${escapeHtml(title)}</title><link rel="icon" href="data:,"><style>${STYLE}</style></head>
<body>
${body}
<footer dir="ltr">A look-alike made for trying and testing linkedin-ai-optout. This is not LinkedIn.</footer>
${script ? `<script>\n${script}\n</script>` : ''}
</body>
</html>
`;
}

/** A page that scripts fill: data blocks first, as the real application has them. */
export function shell(options: {
  title: string;
  script: string;
  embedded?: unknown[];
  language?: string;
  rightToLeft?: boolean;
}): string {
  const { embedded = [], ...rest } = options;
  const blocks = embedded.map((data, index) => {
    const text = escapeHtml(JSON.stringify(data));
    return `<code id="bpr-guid-${1000 + index}" style="display: none">${text}</code>`;
  });
  return document({ ...rest, body: `${blocks.join('\n')}\n<div id="root"><p>Loading</p></div>` });
}

export function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
