import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { buildReportSchema } from '../../../src/report/json-schema.ts';

const ajv = new Ajv2020({ allErrors: true });
formats.default(ajv);
const validate = ajv.compile(buildReportSchema());

/** What is wrong with it by the schema that we publish, as an independent validator reads that; empty where nothing is. */
export function faultsBySchema(report: unknown): string[] {
  return validate(report)
    ? []
    : (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

/** Every report that a test makes goes through here. */
export function valid<T>(report: T): T {
  const faults = faultsBySchema(JSON.parse(JSON.stringify(report)));
  if (faults.length) throw new Error(`Not a report by the published schema: ${faults.join('; ')}`);
  return report;
}
