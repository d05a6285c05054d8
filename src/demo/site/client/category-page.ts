import type { CategoryConfig } from './page.ts';
import type { Parts } from './parts.ts';

/** Runs in the browser: the list of settings in a category, rendered after load. */
export async function categoryPage(config: CategoryConfig, parts: Parts): Promise<void> {
  const main = await parts.drawFrame({ title: config.title, askWho: true });
  await new Promise((resolve) => setTimeout(resolve, config.renderAfter));
  const list = document.createElement('ul');
  list.className = 'settings-rows';
  main.append(list);
  for (const [index, row] of config.rows.entries()) {
    if (index === Math.ceil(config.rows.length / 2))
      await new Promise((resolve) => setTimeout(resolve, config.restAfter));
    const link = document.createElement('a');
    link.setAttribute('href', row.href);
    link.textContent = row.title;
    const item = document.createElement('li');
    item.append(link);
    list.append(item);
  }
}
