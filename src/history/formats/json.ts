import type { Summary } from '../summary.ts';

export function renderJson(history: readonly Summary[]): string {
  return `${JSON.stringify({ schemaVersion: 1, history }, null, 2)}\n`;
}
