/** What else a page may do, each by its name. They are sent to the browser one by one, as their source text. */
import type { Page } from '../page.ts';
import {
  eventStream,
  foreignAssets,
  leavesForForeign,
  longPoll,
  polls,
  realtime,
  reloadsOnce,
  serviceWorker,
  sharedWorker,
  telemetry,
  webWorker,
} from './background.ts';
import {
  alertOnLoad,
  asksBeforeUnload,
  captchaOver,
  cookieBanner,
  glass,
  hiddenBotFrames,
  passingGlass,
  popupOnClick,
  promo,
} from './over-the-page.ts';
import { tellsClicks } from './witness.ts';
import {
  postsOnLoad,
  putsOnLoad,
  stowaway,
  submitsForm,
  submitsFormInFrame,
  writesOnHover,
  writesOnLeaving,
} from './writes.ts';

export const MESS = {
  'alert-on-load': alertOnLoad,
  'asks-before-unload': asksBeforeUnload,
  'captcha-over': captchaOver,
  'cookie-banner': cookieBanner,
  'event-stream': eventStream,
  'foreign-assets': foreignAssets,
  glass,
  'hidden-bot-frames': hiddenBotFrames,
  'leaves-for-foreign': leavesForForeign,
  'long-poll': longPoll,
  'passing-glass': passingGlass,
  polls,
  'popup-on-click': popupOnClick,
  'posts-on-load': postsOnLoad,
  promo,
  'puts-on-load': putsOnLoad,
  realtime,
  'reloads-once': reloadsOnce,
  'service-worker': serviceWorker,
  'shared-worker': sharedWorker,
  stowaway,
  'submits-form': submitsForm,
  'submits-form-in-frame': submitsFormInFrame,
  telemetry,
  'tells-clicks': tellsClicks,
  'web-worker': webWorker,
  'writes-on-hover': writesOnHover,
  'writes-on-leaving': writesOnLeaving,
} satisfies Record<string, (page: Page) => void>;
export type MessName = keyof typeof MESS;
