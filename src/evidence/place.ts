import { access, constants, readdir, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { UsageError } from '../errors.ts';
import { makeParents, type Parents } from '../report/write.ts';

/** Says before a browser opens what would stop the evidence from being kept after it has closed. */
export async function requireEvidencePlace(folder: string | undefined, parents?: Parents): Promise<void> {
  if (folder === undefined) return;
  await makeParents(folder, '--evidence', parents);
  const place = await stat(folder).catch(() => null);
  if (place && !place.isDirectory()) throw new UsageError(`--evidence: "${folder}" is not a folder.`);
  const parent = dirname(resolve(folder));
  const above = await stat(parent).catch(() => null);
  if (!place && !above?.isDirectory())
    throw new UsageError(`--evidence: there is no folder "${parent}"; make it first, or add --mkdir.`);
  const isWritable = await access(place ? folder : parent, constants.W_OK).then(
    () => true,
    () => false,
  );
  if (!isWritable) throw new UsageError(`--evidence: "${place ? folder : parent}" may not be written to.`);
  const inside = place ? await readdir(folder).catch(() => []) : [];
  if (inside.length > 0)
    throw new UsageError(
      `--evidence: "${folder}" is not empty; give a new folder, so that the files of two runs are not mixed.`,
    );
}
