import { createHash } from 'node:crypto';
import { z } from 'zod';

/** What a bundle's files are, so that it can be told later whether they still are what they were. */

export const MANIFEST_FILE = 'manifest.json';
/** an RFC 3161 answer about the manifest, where one was asked for */
export const TIMESTAMP_FILE = 'manifest.tsr';

export const PROVES =
  'That these files are what they were when this manifest was made, as long as the manifest itself is unchanged: keep its SHA-256 elsewhere, or have it timestamped.';
export const DOES_NOT_PROVE =
  'That the page was genuine, that it was LinkedIn’s, or whose account it was: whoever can run this program can make such a bundle.';

/** A plain file name: nothing that leads out of the folder, on any system. */
const fileName = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,199}$/)
  .refine((name) => ![MANIFEST_FILE, TIMESTAMP_FILE].includes(name));

export const manifestSchema = z.looseObject({
  schemaVersion: z.literal(1),
  kind: z.literal('evidence-manifest'),
  tool: z.looseObject({ name: z.literal('linkedin-ai-optout'), version: z.string() }),
  createdAt: z.iso.datetime(),
  run: z.looseObject({ id: z.string() }),
  files: z
    .array(
      z.looseObject({
        name: fileName,
        /** bytes */
        size: z.int().nonnegative(),
        sha256: z.string().regex(/^[0-9a-f]{64}$/),
      }),
    )
    .refine((files) => new Set(files.map(({ name }) => name)).size === files.length),
  proves: z.string(),
  doesNotProve: z.string(),
});

export type Manifest = z.infer<typeof manifestSchema>;

export interface BundleFile {
  name: string;
  contents: string | Uint8Array;
}

export function buildManifest(
  files: readonly BundleFile[],
  { version, createdAt, runId }: { version: string; createdAt: Date; runId: string },
): Manifest {
  return {
    schemaVersion: 1,
    kind: 'evidence-manifest',
    tool: { name: 'linkedin-ai-optout', version },
    createdAt: createdAt.toISOString(),
    run: { id: runId },
    files: files.map(({ name, contents }) => ({
      name,
      size: Buffer.byteLength(contents),
      sha256: sha256Of(contents),
    })),
    proves: PROVES,
    doesNotProve: DOES_NOT_PROVE,
  };
}

/** In lower-case hexadecimal. */
export function sha256Of(contents: string | Uint8Array): string {
  return createHash('sha256').update(contents).digest('hex');
}
