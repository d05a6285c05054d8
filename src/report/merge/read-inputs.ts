import { createReadStream } from 'node:fs';
import { resolve } from 'node:path';
import { UsageError } from '../../errors.ts';
import { unread } from '../../read-text.ts';
import { MOST_BYTES, parseJson, readSavedText } from '../read-saved.ts';
import { type Found, findFiles } from './find-files.ts';
import { labelsAmong } from './label.ts';
import { linesOf } from './lines.ts';
import { type From, type Parsed, parseInput, plain } from './record.ts';

/** One input after another, or what is wrong with it in a sentence. */
export type Input = Parsed | { kind: 'fault'; sentence: string };

export interface Sources {
  /** files, folders, patterns, and `-` */
  words: readonly string[];
  stdin: AsyncIterable<string | Uint8Array>;
  now: number;
}

/** Reads reports and attestations as they come; nothing is held but the one at hand. */
export async function* readInputs({ words, stdin, now }: Sources): AsyncGenerator<Input, void> {
  const labelOf = labelsAmong(words);
  const read = async (found: Found) =>
    'fault' in found
      ? [fault(found.fault)]
      : readFound(found, { place: resolve(found.path), fileLabel: plain(labelOf(found)), now });
  for (const word of words) {
    if (word === '-') {
      yield* readLines(stdin, { name: 'standard input', place: '-', fileLabel: null, now });
      continue;
    }
    for await (const inputs of ahead(findFiles(word), read)) yield* inputs;
  }
}

const WHAT = 'a report or an attestation';
const MOST_AHEAD = 24;

/** Begins the work on some before the first is done; what it gives comes in the same order. */
async function* ahead<T, R>(items: AsyncIterable<T>, work: (item: T) => Promise<R>): AsyncGenerator<R, void> {
  const begun: Promise<R>[] = [];
  for await (const item of items) {
    const working = work(item);
    // What goes wrong is thrown when its turn comes.
    working.catch(() => undefined);
    begun.push(working);
    const first = begun.length >= MOST_AHEAD && begun.shift();
    if (first) yield await first;
  }
  for (const each of begun) yield await each;
}

/** Of a file of lines they come as they are read, and of any other all at once. */
async function readFound(
  { path, folder }: Extract<Found, { path: string }>,
  facts: Omit<From, 'from'>,
): Promise<AsyncIterable<Input> | Input[]> {
  const lines = { name: `"${path}"`, ...facts };
  if (/\.(jsonl|ndjson)$/i.test(path)) return readLines(readStreamOf(path), lines);
  try {
    const text = await readSavedText(path, WHAT);
    const whole = parsed(text);
    const isLines = whole === undefined && parsed(text.trimStart().split('\n', 1)[0] ?? '') !== undefined;
    if (isLines) return readLines(oneChunk(text), lines);
    const from = `"${path}"`;
    const input = parseInput(whole ?? parseJson(text, { from, what: WHAT }), { from, ...facts });
    const isNamed = folder === null;
    return [
      input.kind === 'other' && isNamed ? fault(`"${path}" is no report and no attestation (${input.what}).`) : input,
    ];
  } catch (error) {
    return [faultOf(error)];
  }
}

/** Opened when it is read, and not before. */
async function* readStreamOf(path: string): AsyncGenerator<Uint8Array, void> {
  yield* createReadStream(path);
}

interface Lines extends Omit<From, 'from'> {
  name: string;
}

async function* readLines(
  stream: AsyncIterable<string | Uint8Array>,
  { name, ...facts }: Lines,
): AsyncGenerator<Input, void> {
  let number = 0;
  try {
    for await (const line of linesOf(stream, MOST_BYTES)) {
      number += 1;
      if (line !== null && line.trim() === '') continue;
      const from = `Line ${number} of ${name}`;
      try {
        yield line === null
          ? fault(`${from} is too long.`)
          : parseInput(parseJson(line, { from, what: WHAT }), { from, ...facts });
      } catch (error) {
        yield faultOf(error);
      }
    }
  } catch (error) {
    if (!isOfFiles(error)) throw error;
    yield faultOf(unread(`${name[0]?.toUpperCase()}${name.slice(1)}`, error));
  }
}

function isOfFiles(error: unknown): boolean {
  return error instanceof Error && 'syscall' in error;
}

async function* oneChunk(text: string): AsyncGenerator<string, void> {
  yield text;
}

function parsed(text: string): unknown {
  try {
    return parseJson(text, { from: '', what: WHAT });
  } catch {
    return undefined;
  }
}

function faultOf(error: unknown): Input {
  if (error instanceof UsageError) return fault(error.message);
  throw error;
}

function fault(sentence: string): Input {
  return { kind: 'fault', sentence };
}
