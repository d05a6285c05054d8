import { writeFile } from 'node:fs/promises';
import { renderReportSchema } from './json-schema.ts';

// Run by the build, from dist: the package has the schema as a file.
await writeFile(new URL('../report.schema.json', import.meta.url), renderReportSchema());
