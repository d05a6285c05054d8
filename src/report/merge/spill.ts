import { createHash } from 'node:crypto';
import { closeSync, createReadStream, openSync, readFileSync, rmSync, statSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { linesOf } from './lines.ts';

/**
 * Puts what does not fit into memory on the disk, so that all entries of one key come back together. Written with the plain
 * calls that wait: nothing else is going on meanwhile, and entries come by the hundred thousand.
 */
export interface Spill<T> {
  put(key: string, entry: T): void;
  /** Gives back all entries, each time a number of whole keys; what was put in is gone afterwards. */
  drain(): AsyncGenerator<Map<string, T[]>, void>;
}

const BUCKETS = 64;
const BUFFER_CHARS = 32_768;
/** What is larger is divided again, unless it is all one key. */
const MOST_BUCKET_BYTES = 1_000_000;
const DEEPEST = 4;

/** @param folder of its own, that exists; @param name starts the names of its files */
export function openSpill<T>(folder: string, name: string, depth = 0): Spill<T> {
  const buckets = new Map<number, { path: string; file: number; buffer: string }>();
  const bucketOf = (key: string) => {
    const index = (createHash('sha256').update(key).digest()[depth] ?? 0) % BUCKETS;
    const known = buckets.get(index);
    if (known) return known;
    const path = join(folder, `${name}-${index}`);
    const bucket = { path, file: openSync(path, 'wx', 0o600), buffer: '' };
    buckets.set(index, bucket);
    return bucket;
  };
  const putLine = (key: string, line: string) => {
    const bucket = bucketOf(key);
    bucket.buffer += `${line}\n`;
    if (bucket.buffer.length < BUFFER_CHARS) return;
    writeAll(bucket.file, bucket.buffer);
    bucket.buffer = '';
  };
  return {
    put: (key, entry) => putLine(key, JSON.stringify([key, entry])),
    async *drain() {
      for (const { file, buffer } of buckets.values()) {
        writeAll(file, buffer);
        closeSync(file);
      }
      for (const [index, { path }] of [...buckets].sort(([one], [other]) => one - other)) {
        if (statSync(path).size <= MOST_BUCKET_BYTES || depth >= DEEPEST) yield group<T>(path);
        else yield* await divided<T>(folder, { path, name: `${name}-${index}`, depth: depth + 1 });
        rmSync(path, { force: true });
      }
    },
  };
}

async function divided<T>(folder: string, { path, name, depth }: { path: string; name: string; depth: number }) {
  const spill = openSpill<T>(folder, name, depth);
  for await (const line of linesOf(createReadStream(path, 'utf8'), Number.POSITIVE_INFINITY)) {
    const [key, entry] = JSON.parse(line ?? '') as [string, T];
    spill.put(key, entry);
  }
  return spill.drain();
}

function group<T>(path: string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const line of readFileSync(path, 'utf8').split('\n')) {
    if (!line) continue;
    const [key, entry] = JSON.parse(line) as [string, T];
    const entries = groups.get(key);
    if (entries) entries.push(entry);
    else groups.set(key, [entry]);
  }
  return groups;
}

function writeAll(file: number, text: string): void {
  const bytes = Buffer.from(text);
  // A disk that fills up takes a part.
  for (let done = 0; done < bytes.length; ) done += writeSync(file, bytes, done);
}
