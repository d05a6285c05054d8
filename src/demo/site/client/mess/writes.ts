/** Run in the browser: writes that nobody asked for. Each would change the member's truth if it got through. */
import type { Page } from '../page.ts';

export function postsOnLoad(page: Page): void {
  void fetch(page.settingUrl, { method: 'POST', body: page.strayBody() }).catch(() => {});
}

export function putsOnLoad(page: Page): void {
  page.drawn.then(() => {
    const request = new XMLHttpRequest();
    request.open('PUT', page.settingUrl);
    request.setRequestHeader('csrf-token', page.csrf());
    request.setRequestHeader('content-type', 'application/json');
    request.send(page.strayBody());
  });
}

export function submitsForm(page: Page): void {
  page.drawn.then(() => {
    const form = document.createElement('form');
    form.method = 'post';
    form.action = page.settingUrl;
    document.body.append(form);
    form.submit();
  });
}

export function submitsFormInFrame(page: Page): void {
  const frame = document.createElement('iframe');
  frame.name = 'sink';
  frame.hidden = true;
  const form = document.createElement('form');
  form.method = 'post';
  form.action = page.settingUrl;
  form.target = 'sink';
  document.body.append(frame, form);
  form.submit();
}

export function writesOnHover(page: Page): void {
  const write = () => void fetch(page.settingUrl, { method: 'POST', body: page.strayBody() }).catch(() => {});
  page.drawn.then((row) => {
    for (const kind of ['pointerover', 'focusin']) row.addEventListener(kind, write, { once: true });
  });
}

/** Every way of writing at the last moment, each saying the same. */
export function writesOnLeaving(page: Page): void {
  const write = () => {
    const body = page.strayBody();
    navigator.sendBeacon(page.settingUrl, body);
    void fetch(page.settingUrl, { method: 'POST', body, keepalive: true }).catch(() => {});
    const last = new XMLHttpRequest();
    last.open('POST', page.settingUrl, false);
    try {
      last.send(body);
    } catch {
      // Browsers may refuse a synchronous request at unload: the other two remain.
    }
  };
  addEventListener('pagehide', write);
  addEventListener('unload', write);
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') write();
  });
}

/** The click changes a second setting too. */
export function stowaway(page: Page): void {
  page.onFlip.push(() => {
    void fetch('/mysettings-api/settingsApiSettings/shareDataWithTrustedPartners', {
      method: 'PUT',
      headers: { 'csrf-token': page.csrf(), 'content-type': 'application/json' },
      body: '{"value":false}',
    }).catch(() => {});
  });
}
