import type { Traits, Truth } from '../traits.ts';
import type { Words } from '../words.ts';
import type { DrawnSwitch, SwitchConfig } from './page.ts';

/** Runs in the browser: one row with its switch, drawn and behaving as the traits say. */
export function drawSwitch(
  setting: SwitchConfig,
  traits: Traits,
  words: Words,
  first: Truth,
  flip: (next: Truth) => Promise<void>,
): DrawnSwitch {
  const make = <Tag extends keyof HTMLElementTagNameMap>(tag: Tag, className: string, text = '') => {
    const element = document.createElement(tag);
    element.className = className;
    element.textContent = text;
    return element;
  };
  const against = (state: Truth): Truth => (state === 'on' ? 'off' : 'on');
  const said = (claim: NonNullable<Traits['ariaChecked']>, state: Truth): Truth => {
    if (claim === 'truth') return state;
    return claim === 'opposite' ? against(state) : claim;
  };

  const row = make('div', 'setting-toggle');
  const label = make('label', 'setting-toggle__label', setting.label);
  const hit = make('label', 'setting-toggle__hit');
  const toggle = make('span', 'setting-toggle__toggle');
  const stateWord = make('span', 'setting-toggle__state');
  const shape = traits.control;
  const tag = shape === 'div' ? 'div' : shape === 'button' || shape === 'pressed' ? 'button' : 'input';
  const control = make(tag, 'setting-toggle__control');
  if (control instanceof HTMLInputElement) control.type = 'checkbox';
  if (control instanceof HTMLButtonElement) control.type = 'button';
  if (control instanceof HTMLDivElement) control.tabIndex = 0;
  if (shape !== 'checkbox' && shape !== 'pressed') control.setAttribute('role', 'switch');
  control.setAttribute('aria-labelledby', [...(traits.labelledBy ?? []), setting.key].join(' '));
  control.id = `ember${Math.floor(Math.random() * 1e6)}`;
  label.id = setting.key;
  label.htmlFor = control.id;
  if (shape === 'disabled') control.setAttribute('disabled', '');
  if (shape === 'aria-disabled') control.setAttribute('aria-disabled', 'true');
  hit.append(control, toggle);
  row.append(label, hit);
  if (traits.stateWords) row.append(stateWord);

  let shown = first;
  const show = (state: Truth) => {
    shown = state;
    if (control instanceof HTMLInputElement) control.checked = state === 'on';
    else control.setAttribute(shape === 'pressed' ? 'aria-pressed' : 'aria-checked', String(state === 'on'));
    if (traits.ariaChecked) control.setAttribute('aria-checked', String(said(traits.ariaChecked, state) === 'on'));
    if (traits.stateWords) stateWord.textContent = words[said(traits.stateWords, state)];
  };
  show(first);

  if (shape === 'clipped')
    control.style.cssText = 'position:absolute;width:1px;height:1px;overflow:hidden;clip:rect(0 0 0 0);opacity:0';
  if (shape === 'undisplayed') control.style.display = 'none';
  if (shape === 'covered') {
    hit.style.position = 'relative';
    toggle.remove();
    const cover = make('span', 'setting-toggle__toggle');
    cover.style.cssText = 'position:absolute;inset:0;z-index:2';
    cover.addEventListener('click', (event) => {
      event.preventDefault();
      label.click();
    });
    hit.append(cover);
  }

  const flipTo = async (next: Truth) => {
    show(next);
    await flip(next);
    if (traits.click !== 'twice') return;
    show(against(next));
    await flip(against(next));
  };
  if (control instanceof HTMLInputElement)
    control.addEventListener('change', () => flipTo(control.checked ? 'on' : 'off'));
  else control.addEventListener('click', () => flipTo(against(shown)));
  if (traits.click === 'ignored' || traits.click === 'toggle-only')
    control.addEventListener('click', (event) => {
      event.preventDefault();
      event.stopImmediatePropagation();
    });
  if (traits.click === 'toggle-only')
    toggle.addEventListener('click', (event) => {
      event.preventDefault();
      void flipTo(against(shown));
    });
  return { row, control, hit, show };
}
