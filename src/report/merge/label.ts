import { basename, dirname, extname, relative, resolve, sep } from 'node:path';
import type { Found } from './find-files.ts';

/** The last part of a label: the name of a file without its folders. */
export function lastOf(label: string): string {
  return label.slice(label.lastIndexOf('/') + 1);
}

/**
 * Says what files are called, without their ending: below a folder that was named, by the path from there; and where they
 * were named themselves, by their name, or by as much of the path as tells them from others of that name.
 * @param words all that were named
 */
export function labelsAmong(words: readonly string[]): (found: Extract<Found, { path: string }>) => string {
  const alike = new Map<string, Set<string>>();
  for (const path of words.map((word) => resolve(word))) {
    const name = basename(withoutEnding(path));
    alike.set(name, (alike.get(name) ?? new Set()).add(path));
  }
  const depths = new Map([...alike].map(([name, paths]) => [name, paths.size > 1 ? depthOfAll([...paths]) : null]));
  return ({ path, folder }) => {
    if (folder !== null) return withSlashes(withoutEnding(relative(folder, path)));
    const full = withoutEnding(resolve(path));
    const depth = depths.get(basename(full)) ?? null;
    return depth === null ? basename(full) : withSlashes(full.split(sep).slice(depth).join(sep));
  };
}

/** How many folders all of them are in. */
function depthOfAll(paths: readonly string[]): number {
  const [first = [], ...others] = paths.map((path) => dirname(path).split(sep));
  const end = first.findIndex((part, depth) => others.some((parts) => parts[depth] !== part));
  return end === -1 ? first.length : end;
}

function withoutEnding(path: string): string {
  return path.slice(0, path.length - extname(path).length);
}

function withSlashes(path: string): string {
  return path.replaceAll(sep, '/');
}
