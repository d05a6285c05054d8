import type { Manifest } from './manifest.ts';

/** A file as it lies there now, or why it could not be looked at. */
export type FoundFile = { name: string; size: number; sha256: string } | { name: string; trouble: string };

export type FileState = 'intact' | 'missing' | 'changed' | 'added';

export interface ComparedFile {
  name: string;
  state: FileState;
  /** what is different, for people; empty where nothing is */
  detail: string;
}

/** Holds what lies there against what the manifest says; pure. The manifest's files come first. */
export function compareBundle(manifest: Manifest, found: readonly FoundFile[]): ComparedFile[] {
  const byName = new Map(found.map((file) => [file.name, file]));
  const listed = manifest.files.map(({ name, size, sha256 }): ComparedFile => {
    const file = byName.get(name);
    if (!file) return { name, state: 'missing', detail: '' };
    if ('trouble' in file) return { name, state: 'changed', detail: file.trouble };
    if (file.size !== size) return { name, state: 'changed', detail: `${file.size} bytes instead of ${size}` };
    return file.sha256 === sha256
      ? { name, state: 'intact', detail: '' }
      : { name, state: 'changed', detail: 'other contents of the same size' };
  });
  const names = new Set(manifest.files.map(({ name }) => name));
  const added = found
    .filter(({ name }) => !names.has(name))
    .map(({ name }): ComparedFile => ({ name, state: 'added', detail: 'the manifest does not know it' }));
  return [...listed, ...added];
}
