import type { Page, PageConfig } from './page.ts';
import type { Parts } from './parts.ts';

/** Runs in the browser: the settings page, rendered after load. */
export async function settingsPage(
  config: PageConfig,
  parts: Parts,
  mess: Record<string, (page: Page) => void>,
): Promise<void> {
  const { traits, words } = config;
  const ours = config.switches.find((setting) => setting.ours) ?? config.switches[0];
  if (!ours) return;
  let announceDrawn: Page['announceDrawn'] = () => {};
  const page: Page = {
    config,
    believed: null,
    drawn: new Promise((resolve) => {
      announceDrawn = resolve;
    }),
    announceDrawn: (row) => announceDrawn(row),
    controls: new Set(),
    onFlip: [],
    settingUrl: `/mysettings-api/settingsApiSettings/${ours.key}`,
    csrf: () => /JSESSIONID="?([^";]+)/.exec(document.cookie)?.[1] ?? '',
    strayBody: () => JSON.stringify(page.believed ? { value: page.believed === 'on' ? ours.off : ours.on } : {}),
  };
  for (const start of Object.values(mess)) start(page);

  await new Promise((resolve) => setTimeout(resolve, traits.renderAfter ?? 0));
  const askWho = traits.names === undefined || traits.names === 'call';
  const main = await parts.drawFrame({ title: words.title, askWho, vanity: config.vanity, atOnce: traits.atOnce });
  if (words.question) {
    const question = document.createElement('p');
    question.className = 'settings-question';
    question.textContent = words.question;
    main.append(question);
  }
  for (const setting of config.switches) {
    const placed = parts.placeSetting(page, setting, main, parts);
    if (!traits.atOnce) await placed;
  }
}
