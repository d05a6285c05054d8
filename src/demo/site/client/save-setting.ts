import type { Truth } from '../traits.ts';
import type { Page, SwitchConfig } from './page.ts';

/** Runs in the browser: saves at once and in silence, as the real page does. Says whether it was accepted. */
export async function saveSetting(page: Page, setting: SwitchConfig, state: Truth): Promise<boolean> {
  const { saveAfter = 0, saveBy } = setting.ours ? page.config.traits : {};
  await new Promise((resolve) => setTimeout(resolve, saveAfter));
  const key = saveBy === 'other-key' ? 'allowAnonymizedDataResearch' : setting.key;
  const value = setting[state];
  const graphql = saveBy === 'graphql';
  try {
    const answer = await fetch(graphql ? '/voyager/api/graphql' : `/mysettings-api/settingsApiSettings/${key}`, {
      method: graphql || saveBy === 'post' ? 'POST' : 'PUT',
      headers: { 'csrf-token': page.csrf(), 'content-type': 'application/json' },
      body: JSON.stringify(graphql ? { write: key, value } : { value }),
    });
    return answer.ok;
  } catch {
    return false;
  }
}
