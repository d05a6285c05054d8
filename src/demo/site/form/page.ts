import { document, escapeHtml } from '../html.ts';
import { formScript } from './script.ts';
import type { FormExtra, FormTraits } from './traits.ts';
import { FORM_WORDS, type FormWords, OTHER_WORDING } from './words.ts';

export const SUBMIT_PATH = '/help/linkedin/ask/submit';
export const CASE_NUMBER = '260910-004711';

/** The form, or one of its steps: 1 asks who, 2 for the request. */
export function formPage(traits: FormTraits, step: 0 | 1 | 2): string {
  const words = FORM_WORDS[traits.words ?? 'en'];
  const has = (extra: FormExtra) => traits.with?.includes(extra) ?? false;
  const parts = [
    step === 2 ? '' : who(words, traits, has),
    step === 1 ? '' : request(words, traits, has),
    `<p><button type="submit">${escapeHtml(step === 1 ? words.next : words.submit)}</button></p>`,
  ];
  const target = step === 1 ? `${SUBMIT_PATH}?step=1` : SUBMIT_PATH;
  const form = `<form id="objection" method="post" action="${target}">${parts.join('\n')}</form>`;
  const newsletter = `<form id="news" method="post" action="/help/linkedin/newsletter"><label>Email <input type="email" name="news"></label><button>Subscribe</button></form>`;
  return document({
    title: words.title,
    language: traits.words ?? 'en',
    body: `<header><form role="search" action="/help/search"><input type="search" name="q" aria-label="Search"></form></header>
<main><h1>${escapeHtml(words.title)}</h1><div id="place">${has('drawn-late') ? '' : form}</div></main>${has('newsletter') ? newsletter : ''}`,
    script: formScript(traits, { late: has('drawn-late') ? form : null, thanks: thanks(traits) }),
  });
}

type Has = (extra: FormExtra) => boolean;

function who(words: FormWords, traits: FormTraits, has: Has): string {
  const [first, last] = has('swapped-marks') ? [words.last, words.first] : [words.first, words.last];
  const values = has('prefilled') ? ['Robin', 'Example', 'another@example.org'] : ['', '', ''];
  const email = input(words.email, 'email', 'email', traits, values[2]);
  const second = has('second-email') ? input(`${words.email} (2)`, 'confirmEmail', '', traits) : '';
  if (has('whole-name')) return [input('Nome', 'name', '', traits), email].join('\n');
  return [
    has('honeypots') ? HONEYPOTS : '',
    input(first, 'firstName', 'given-name', traits, values[0]),
    input(last, 'lastName', 'family-name', traits, values[1]),
    email,
    second,
  ].join('\n');
}

function request(words: FormWords, traits: FormTraits, has: Has): string {
  const training = traits.option === 'other-wording' ? OTHER_WORDING : words.training;
  const options = [...words.others, words.other];
  options.splice(traits.optionAt ?? 0, 0, training);
  const list = (name: string, label: string, texts: readonly string[]) =>
    `<p><label for="${name}">${escapeHtml(label)}</label> <select id="${name}" name="${name}"><option value="">${escapeHtml(words.choose)}</option>${texts
      .map((text, index) => `<option value="${index + 1}">${escapeHtml(text)}</option>`)
      .join('')}</select></p>`;
  const radios = options.map(
    (text) => `<p><label><input type="radio" name="q3" value="${escapeHtml(text)}"> ${escapeHtml(text)}</label></p>`,
  );
  const area = (name: string, more = '') =>
    `<p id="${name}-row"${has('text-after-option') ? ' hidden' : ''}><label for="${name}">${escapeHtml(words.text)}</label><br><textarea id="${name}" name="${name}" rows="8" cols="60"${more}></textarea></p>`;
  return [
    has('country-list') ? list('country', 'Country', ['Ireland', 'Germany', 'Poland']) : '',
    has('radios') ? radios.join('\n') : list('q3', words.request, options),
    has('second-ai-list') ? list('q4', words.request, options) : '',
    area('q5', has('short-text') ? ' maxlength="200"' : ''),
    has('second-text') ? area('q6') : '',
    has('check-box')
      ? `<p><label><input type="checkbox" name="confirmed" required> ${escapeHtml(words.confirm)}</label></p>`
      : '',
    has('captcha')
      ? '<iframe title="Captcha challenge" src="/checkpoint/captcha-frame" width="300" height="80"></iframe>'
      : '',
  ].join('\n');
}

function input(label: string, name: string, autocomplete: string, { codes }: FormTraits, value = ''): string {
  const id = codes === 'none' ? `q-${[...label].reduce((sum, letter) => sum + letter.charCodeAt(0), 0)}` : name;
  const type = codes !== 'none' && name === 'email' ? 'email' : 'text';
  const code = codes === 'none' || autocomplete === '' ? '' : ` autocomplete="${autocomplete}"`;
  return `<p><label for="${id}">${escapeHtml(label)} *</label> <input id="${id}" name="${id}" type="${type}"${code} value="${value}"></p>`;
}

/** Each in another of the ways in which a person sees nothing of it. */
const HONEYPOTS = `<input type="hidden" name="token" value="t">
<input name="email2" type="email" style="display: none">
<div style="position: absolute; left: -9999px"><label>Email <input name="email_address" type="email"></label></div>
<div style="height: 0; overflow: hidden"><label>First name <input name="first_name"></label></div>
<div aria-hidden="true"><label>Last name <input name="last_name" tabindex="-1" style="opacity: 0"></label></div>
<input name="surname" style="position: absolute; width: 1px; height: 1px; clip: rect(0, 0, 0, 0)">
<input name="given_name" style="opacity: 0">`;

/** What stands there once it has been taken. */
export function thanks({ words: name = 'en', takes }: FormTraits): string {
  const words = FORM_WORDS[name];
  if (takes === 'no-words') return '<h1>Kiitos</h1><p>Valmis.</p>';
  const number = `<p id="number">${escapeHtml(words.number)}: ${CASE_NUMBER}</p>`;
  return `<h1>${escapeHtml(words.thanks)}</h1>${takes === 'no-case-number' ? '' : takes === 'case-number-later' ? `<script>setTimeout(() => document.querySelector('h1').insertAdjacentHTML('afterend', ${JSON.stringify(number)}), 1000)</script>` : number}`;
}

export function thanksPage(traits: FormTraits): string {
  return document({ title: 'LinkedIn Help', language: traits.words ?? 'en', body: `<main>${thanks(traits)}</main>` });
}

/** Nothing of it is known, and what stands beside it must not be taken for it. */
export function changedPage(): string {
  return document({
    title: 'LinkedIn Help',
    body: `<main><h1>How can we help?</h1><form method="post" action="${SUBMIT_PATH}"><p><label>Describe your problem <textarea name="problem"></textarea></label></p><p><label>Topic <select name="topic"><option>Ads</option><option>Account</option></select></label></p><button>Send</button></form>
<form method="post" action="/help/linkedin/newsletter"><label>Email <input type="email" name="news"></label><button>Subscribe</button></form></main>`,
  });
}

export function captchaFirstPage(): string {
  return document({
    title: 'Security Verification',
    body: `<main><h1>Quick security check</h1><iframe id="captcha-internal" title="Captcha challenge" src="/checkpoint/captcha-frame" width="400" height="300"></iframe>
<form method="post" action="${SUBMIT_PATH}?captcha=1"><button id="solved">Continue</button></form></main>`,
  });
}
