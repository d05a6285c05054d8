import type { Conclusion } from '../page/conclude.ts';
import type { Setting } from '../settings/catalogue.ts';
import { type Capture, type CapturedPages, captureSchema } from './schema.ts';

export interface CaptureFacts {
  version: string;
  browser: { name: string; version: string };
  setting: Setting;
  /** what was answered, and what was captured of the pages; null where there was nothing to capture */
  inspection: Conclusion & { capture: CapturedPages | null };
}

/** Puts a capture together. Null where there is nothing to capture, or where anything in it is not known to be harmless. */
export function buildCapture({ version, browser, setting, inspection }: CaptureFacts): Capture | null {
  const { state, confidence, reason, capture } = inspection;
  if (!capture) return null;
  const { name, version: browserVersion } = captureSchema.shape.browser.shape;
  const whole: Capture = {
    schemaVersion: 1,
    kind: 'page-capture',
    tool: { name: 'linkedin-ai-optout', version },
    browser: {
      name: name.safeParse(browser.name).data ?? 'other',
      version: browserVersion.safeParse(browser.version).data ?? null,
    },
    setting: { id: setting.id, key: setting.key },
    said: { state, confidence, reason: reason?.code ?? null },
    ...capture,
  };
  return captureSchema.safeParse(whole).data ?? null;
}

/** As it is kept, and shown before that. */
export function renderCapture(capture: Capture): string {
  return `${JSON.stringify(capture, null, 1)}\n`;
}
