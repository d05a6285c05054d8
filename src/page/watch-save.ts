import { setTimeout as pause } from 'node:timers/promises';
import type { Sent } from '../browser/page-guard.ts';
import { isSaveOfOff } from '../decide/save.ts';
import { otherKeysThan, type Setting } from '../settings/catalogue.ts';
import { type Reason, reason } from '../vocabulary.ts';
import type { Snapshot } from './snapshot.ts';
import { briefly } from './tell-path.ts';
import type { Visit } from './visit.ts';
import { newestOf, recordsOf, type SettingRecord } from './witnesses.ts';

const SAVE_SENT_MS = 6_000;
const SAVE_ANSWERED_MS = 10_000;
const LOOK_EVERY_MS = 50;

/** Follows the page's own save: evidence for the report, and the reason not to go on before it is through. */
export async function watchSave(visit: Visit, setting: Setting, dialogsBefore: number): Promise<Reason | null> {
  const until = performance.now() + SAVE_SENT_MS;
  let asks = false;
  while (!visit.save() && performance.now() < until) {
    const trouble = visit.trouble();
    if (trouble) return trouble.reason;
    // It may as well be a notice, and the save is still to come.
    asks ||= ((await visit.look(setting.key))?.dialogs ?? 0) > dialogsBefore;
    await pause(LOOK_EVERY_MS);
  }
  const save = visit.endSaving();
  if (!save && asks) return reason('unexpected-dialog', 'The click opened a dialog; it was not answered.');
  if (!save) {
    const blocked = visit.blockedWrites().at(-1);
    const message = blocked
      ? `The page was not seen to save the setting in the known way; other writes of it were stopped (${blocked.method} ${briefly(blocked.path)}).`
      : 'The page was not seen to save the setting.';
    return reason('save-not-seen', message);
  }
  const response = await Promise.race([
    save.response().catch(() => null),
    pause(SAVE_ANSWERED_MS, null, { ref: false }),
  ]);
  if (!response) return reason('save-failed', 'LinkedIn did not answer when the page saved the setting.');
  return response.ok()
    ? null
    : reason('save-failed', `LinkedIn answered ${response.status()} when the page saved the setting.`);
}

/** Is a request the page's own save of this setting as off, and of nothing else? @param snapshot as the page was before it */
export function saveTest(visit: Visit, setting: Setting, snapshot: Snapshot | null): (request: Sent) => boolean {
  const { key } = setting;
  const embedded = (snapshot?.embedded ?? []).flatMap((text) => recordsOf(text, key));
  return (request) => {
    const told: SettingRecord[] = [...embedded, ...newestOf(visit.traffic.answers, key)];
    const url = new URL(request.url());
    const [, service] = new RegExp(`^/mysettings-api/([^/]+)/${key}/?$`).exec(url.pathname) ?? [];
    const body = request.postData();
    return (
      service !== undefined &&
      url.origin === visit.site.origin &&
      ['PUT', 'POST', 'PATCH'].includes(request.method()) &&
      !otherKeysThan(setting).some((other) => `${url.search} ${body}`.includes(other)) &&
      isSaveOfOff(body, {
        key,
        polarity: told.at(-1) ?? null,
        mustTell: service !== SETTINGS_SERVICE,
        query: url.search,
      })
    );
  };
}

/** LinkedIn's own for settings; what goes to another one may be a report of a look or a click. */
const SETTINGS_SERVICE = 'settingsApiSettings';
