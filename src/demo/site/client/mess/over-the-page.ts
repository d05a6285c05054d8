/** Run in the browser: what stands in the way of the person at the page, or only seems to. */
import type { Page } from '../page.ts';

export function cookieBanner(): void {
  const banner = document.createElement('div');
  banner.className = 'artdeco-global-alert artdeco-global-alert--COOKIE_CONSENT';
  banner.setAttribute('role', 'alert');
  banner.innerHTML = `<p>LinkedIn and 3rd parties use essential and non-essential cookies.</p>
    <button type="button">Accept</button> <button type="button">Reject</button>`;
  banner.addEventListener('click', (event) => {
    if (!(event.target instanceof HTMLButtonElement)) return;
    void fetch('/li/track', { method: 'POST', body: JSON.stringify({ consent: event.target.textContent }) });
    banner.remove();
  });
  // Room to scroll, so that what lies under the banner can be brought above it.
  document.body.style.paddingBottom = '100vh';
  document.body.append(banner);
}

export function promo(): void {
  const overlay = document.createElement('div');
  overlay.className = 'artdeco-modal-overlay';
  overlay.innerHTML = `<div class="artdeco-modal" role="dialog" aria-modal="true" aria-labelledby="promo-title">
    <h2 id="promo-title">Try Premium for free</h2><button type="button" aria-label="Dismiss">×</button></div>`;
  overlay.querySelector('button')?.addEventListener('click', () => overlay.remove());
  document.body.append(overlay);
}

export function captchaOver(): void {
  const frame = document.createElement('iframe');
  frame.id = 'captcha-internal';
  frame.title = 'Captcha challenge';
  frame.src = '/checkpoint/captcha-frame';
  frame.style.cssText = 'position:fixed;inset:20% auto auto 30%;width:400px;height:300px;z-index:20;background:#fff';
  document.body.append(frame);
}

/** Ordinary pages carry these; nobody sees them and nobody is challenged. */
export function hiddenBotFrames(page: Page): void {
  const add = (src: string, style: string) => {
    const frame = document.createElement('iframe');
    frame.src = src;
    frame.title = 'captcha';
    frame.style.cssText = style;
    frame.setAttribute('aria-hidden', 'true');
    document.body.append(frame);
  };
  add(`${page.config.foreign}/li.protechts.net/index.html`, 'width:0;height:0;border:0;position:absolute');
  add('/checkpoint/captcha-frame', 'width:300px;height:200px;position:absolute;left:-9999px;top:-9999px');
}

/** A sheet that nobody sees, and that takes every click. */
export function glass(): void {
  const sheet = document.createElement('div');
  sheet.style.cssText = 'position:fixed;inset:0;z-index:15';
  document.body.append(sheet);
}

export function passingGlass(): void {
  const sheet = document.createElement('div');
  sheet.style.cssText = 'position:fixed;inset:0;z-index:15;background:#fff8';
  document.body.append(sheet);
  setTimeout(() => sheet.remove(), 1000);
}

export function alertOnLoad(): void {
  alert('Welcome back!');
}

export function asksBeforeUnload(): void {
  addEventListener('beforeunload', (event) => {
    event.preventDefault();
    event.returnValue = 'Leave?';
  });
}

export function popupOnClick(page: Page): void {
  page.onFlip.push(() => void window.open('/feed/', '_blank', 'width=300,height=300'));
}
