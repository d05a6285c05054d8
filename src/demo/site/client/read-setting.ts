import type { Truth } from '../traits.ts';
import type { SwitchConfig } from './page.ts';

/** Runs in the browser: asks for a setting where this page keeps it; null where nobody can tell. */
export async function readSetting(setting: SwitchConfig): Promise<Truth | null> {
  const ask = async (): Promise<{ value: unknown; onValue: unknown; offValue: unknown } | null> => {
    if (setting.source === 'script') return null;
    if (setting.source === 'embedded') {
      for (const block of document.querySelectorAll('code')) {
        const { included = [] } = JSON.parse(block.textContent || '{}');
        for (const entry of included) if (entry.key === setting.key) return entry;
      }
      return null;
    }
    if (setting.source === 'view') {
      const { on } = await (await fetch('/voyager/api/view')).json();
      return { value: on, onValue: true, offValue: false };
    }
    const answer =
      setting.source === 'post'
        ? await fetch('/voyager/api/graphql', { method: 'POST', body: JSON.stringify({ read: setting.key }) })
        : await fetch(`/mysettings-api/settingsApiSettings/${setting.key}`, {
            headers: { accept: 'application/json' },
          });
    return answer.ok ? await answer.json() : null;
  };
  const data = await ask();
  if (setting.drawn) return setting.drawn;
  if (data?.value === data?.onValue) return data ? 'on' : null;
  return data?.value === data?.offValue ? 'off' : null;
}
