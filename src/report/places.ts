import { realpath } from 'node:fs/promises';
import { basename, dirname, isAbsolute, join, relative, resolve } from 'node:path';
import { UsageError } from '../errors.ts';

/** What a run is to write. */
interface Wanted {
  outputs: readonly { path: string }[];
  attest?: string | undefined;
  /** a folder */
  evidence?: string | undefined;
}

/**
 * Says before a browser opens where one file of a run would replace another, or lie among its evidence, which would then
 * not be intact. @throws UsageError
 */
export async function requirePlacesApart({ outputs, attest, evidence }: Wanted): Promise<void> {
  const files = outputs.map(({ path }) => ({ flag: '--output', path }));
  if (attest !== undefined) files.push({ flag: '--attest', path: attest });
  const bundle = evidence === undefined ? null : await placeOf(evidence);
  const taken = new Map<string, string>();
  for (const { flag, path } of files) {
    const place = await placeOf(path);
    if (bundle !== null && isWithin(bundle, place)) {
      throw new UsageError(
        `${flag}: "${path}" would lie among the evidence, which is kept as it is; put it elsewhere.`,
      );
    }
    const other = taken.get(place);
    if (other !== undefined) {
      const both = other === flag ? `${flag} twice` : `${other} and for ${flag}`;
      throw new UsageError(`"${path}" is given for ${both}; give each a file of its own.`);
    }
    taken.set(place, flag);
  }
}

/** Where it leads to, or would: neither the file nor its folders need be there yet. */
async function placeOf(path: string): Promise<string> {
  // Elsewhere than on Linux, capitals make no other file.
  const full = resolve(process.platform === 'linux' ? path : path.toLowerCase());
  const above = dirname(full);
  return realpath(full).catch(async () => (above === full ? full : join(await placeOf(above), basename(full))));
}

function isWithin(folder: string, place: string): boolean {
  const way = relative(folder, place);
  return !isAbsolute(way) && way.split(/[\\/]/)[0] !== '..';
}
