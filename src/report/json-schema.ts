import { z } from 'zod';
import { reportSchema } from './schema.ts';

/** The schema that we read reports with, for others to read them with: JSON Schema, draft 2020-12. */
export function buildReportSchema(): Record<string, unknown> {
  const { $schema, ...rest } = z.toJSONSchema(reportSchema, { target: 'draft-2020-12' });
  return {
    $schema,
    $id: 'urn:linkedin-ai-optout:report:1',
    title: 'Report of linkedin-ai-optout, schemaVersion 1',
    description: 'Readers must allow fields that they do not know.',
    ...rest,
  };
}

export function renderReportSchema(): string {
  return `${JSON.stringify(buildReportSchema(), null, 2)}\n`;
}
