import { createReadStream } from 'node:fs';
import { basename, extname } from 'node:path';
import { UsageError } from '../../errors.ts';
import { MOST_BYTES, parseJson, readSavedText } from '../read-saved.ts';
import { findFiles } from './find-files.ts';
import { linesOf } from './lines.ts';
import { type From, type Parsed, parseInput } from './record.ts';

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
  for (const word of words) {
    if (word === '-') {
      yield* readLines(stdin, { name: 'standard input', fileLabel: null, now });
      continue;
    }
    for await (const found of findFiles(word)) {
      if ('fault' in found) yield { kind: 'fault', sentence: found.fault };
      else yield* readFileAt(found.path, found.wasNamed, now);
    }
  }
}

async function* readFileAt(path: string, wasNamed: boolean, now: number): AsyncGenerator<Input, void> {
  const fileLabel = plain(basename(path, extname(path)));
  if (/\.(jsonl|ndjson)$/i.test(path)) {
    return yield* readLines(createReadStream(path), { name: `"${path}"`, fileLabel, now });
  }
  try {
    const text = await readSavedText(path, 'a report or an attestation');
    const whole = parsed(text);
    if (
      whole === undefined &&
      text.trim().includes('\n') &&
      parsed(text.trim().split('\n', 1)[0] ?? '') !== undefined
    ) {
      return yield* readLines(oneChunk(text), { name: `"${path}"`, fileLabel, now });
    }
    const input = parseInput(whole ?? parseJson(text, `"${path}"`), { from: `"${path}"`, fileLabel, now });
    if (input.kind === 'other' && wasNamed) yield fault(`"${path}" is no report and no attestation (${input.what}).`);
    else yield input;
  } catch (error) {
    yield faultOf(error);
  }
}

interface Lines extends Pick<From, 'fileLabel' | 'now'> {
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
        yield line === null ? fault(`${from} is too long.`) : parseInput(parseJson(line, from), { from, ...facts });
      } catch (error) {
        yield faultOf(error);
      }
    }
  } catch (error) {
    if (!isOfFiles(error)) throw error;
    yield fault(`${name[0]?.toUpperCase()}${name.slice(1)} cannot be read.`);
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
    return parseJson(text, '');
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

/** A label is one line. */
export function plain(text: string): string {
  return text.replace(/\p{Cc}+/gu, ' ').trim();
}
