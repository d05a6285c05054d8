import { createHash } from 'node:crypto';
import { buildAttestations, renderAttestations } from './report/attestation.ts';
import { renderJson } from './report/reporters/json.ts';
import type { Report } from './report/schema.ts';
import { writeReport } from './report/write.ts';
import type { Terminal } from './terminal.ts';

/** Writes what may be sent of a run whose result is already told. */
export async function keepAttestation(report: Report, path: string, terminal: Terminal): Promise<void> {
  const sha256 = createHash('sha256').update(renderJson(report)).digest('hex');
  const failure = await writeReport(path, renderAttestations(buildAttestations(report, sha256)));
  if (failure) terminal.tell(`error: ${failure}`);
}
