import type { Truth } from '../traits.ts';
import type { DrawnSwitch, Page, SwitchConfig } from './page.ts';
import type { Parts } from './parts.ts';

/** Runs in the browser: puts what the traits want around our row, and gives the whole of it. */
export function surround(page: Page, setting: SwitchConfig, own: DrawnSwitch, parts: Parts): HTMLElement {
  const { traits, words } = page.config;
  let whole: HTMLElement = own.row;
  for (const { tag, attributes = {} } of [...(traits.nest ?? [])].reverse()) {
    const around = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) around.setAttribute(name, value);
    around.append(whole);
    whole = around;
  }
  for (const { where, key, label, shows, hidden } of traits.decoys ?? []) {
    const other: SwitchConfig = { ...setting, key, label, ours: false };
    const save = async (next: Truth) => void (await parts.saveSetting(page, other, next));
    const { row } = parts.drawSwitch(other, {}, words, shows, save);
    if (hidden) row.style.display = 'none';
    if (where === 'inside') own.hit.append(row);
    else if (where === 'around') {
      row.append(whole);
      whole = row;
    } else {
      const both = document.createElement('div');
      both.append(...(where === 'before' ? [row, whole] : [whole, row]));
      whole = both;
    }
  }
  return whole;
}
