/** Puts the scripts for the browser together: functions by their source text, configuration as JSON. */
import { categoryPage } from './client/category-page.ts';
import { MESS } from './client/mess/all.ts';
import type { CategoryConfig, PageConfig } from './client/page.ts';
import { PARTS } from './client/parts.ts';
import { settingsPage } from './client/settings-page.ts';

export function settingsScript(config: PageConfig): string {
  const mess = Object.fromEntries((config.traits.mess ?? []).map((name) => [name, MESS[name]]));
  return afterLoad(settingsPage, json(config), sources(PARTS), sources(mess));
}

export function categoryScript(config: CategoryConfig): string {
  return afterLoad(categoryPage, json(config), sources(PARTS));
}

function afterLoad(run: (...args: never[]) => unknown, ...args: string[]): string {
  return `addEventListener('load', () => (${run})(${args.join(', ')}));`;
}

function sources(functions: Record<string, (...args: never[]) => unknown>): string {
  const entries = Object.entries(functions).map(([name, body]) => `${JSON.stringify(name)}: ${body}`);
  return `{\n${entries.join(',\n')}\n}`;
}

/** JSON that cannot end the script element it stands in. */
function json(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c');
}
