import { UsageError } from '../errors.ts';
import { parseSaved, readSavedJson } from './read-saved.ts';
import { type Report, reportSchema } from './schema.ts';

const CURRENT = reportSchema.shape.schemaVersion.value;

/** Makes of a report of the version it stands at one of the next. Version 1 is the first, so there is none yet. */
const UPGRADES: Readonly<Record<number, (older: Record<string, unknown>) => Record<string, unknown>>> = {};

/** A saved report, of this schema version or an older one. @throws UsageError, one sentence */
export async function readReport(path: string): Promise<Report> {
  return parseReport(await readSavedJson(path, 'a report'), `"${path}"`);
}

/** @param from what it is called in an error, e.g. `"a.json"` @throws UsageError, one sentence */
export function parseReport(value: unknown, from: string): Report {
  return parseSaved(upgraded(value, from), reportSchema, { from, what: 'a report' });
}

function upgraded(value: unknown, from: string): unknown {
  if (typeof value !== 'object' || value === null || !('schemaVersion' in value)) return value;
  const { schemaVersion } = value;
  if (typeof schemaVersion === 'number' && Number.isInteger(schemaVersion) && schemaVersion > CURRENT) {
    throw new UsageError(
      `${from} has schema version ${schemaVersion}: it was written by a newer version of this program; update it (npm install --global linkedin-ai-optout@latest).`,
    );
  }
  let report = value as Record<string, unknown>;
  for (;;) {
    const upgrade = UPGRADES[Number(report.schemaVersion)];
    if (!upgrade) return report;
    report = upgrade(report);
  }
}
