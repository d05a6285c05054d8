import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { addAbortSignal } from 'node:stream';
import { subDays } from 'date-fns/subDays';
import type { ExitPolicy } from '../../decide/verdict.ts';
import { UsageError } from '../../errors.ts';
import { isAbsent, unread } from '../../read-text.ts';
import type { Terminal } from '../../terminal.ts';
import { VERSION } from '../../version.ts';
import type { ExitCode } from '../../vocabulary.ts';
import { writeWhole } from '../../write-whole.ts';
import { requireWritablePlace, whyNotWritten, whyOf } from '../write.ts';
import { factsOf } from './facts.ts';
import { linesOf } from './lines.ts';
import { type Merged, withMerged } from './merge.ts';
import { readInputs } from './read-inputs.ts';
import { plain } from './record.ts';
import { MERGE_FORMATS, type MergeFormat, mergeFormatOfFile } from './render/index.ts';
import { renderMerged } from './tell.ts';

export interface MergeRun {
  /** files, folders, patterns, and `-` */
  inputs: readonly string[];
  format: MergeFormat;
  outputs: readonly string[];
  /** a file of hashes and labels */
  expect: string | undefined;
  expected: number | null;
  maxAgeDays: number | null;
  policy: ExitPolicy;
  mkdir: boolean;
}

/** So many faults are told one by one. */
const MOST_FAULTS = 20;
const MOST_LABEL_CHARS = 1_000;

/** Merges and tells, on standard output and in files. @throws UsageError, also where nothing at all could be read */
export async function runReportMerge(run: MergeRun, terminal: Terminal, signal: AbortSignal): Promise<ExitCode> {
  const { expect, expected, maxAgeDays, policy } = run;
  if (expect !== undefined && expected !== null) {
    throw new UsageError('--expect and --expected exclude each other; give one of them.');
  }
  const dashes = run.inputs.filter((word) => word === '-').length;
  if (dashes > 1) throw new UsageError('Standard input can be read once: give - once.');
  if (dashes > 0 && terminal.stdin.isTTY)
    throw new UsageError('Standard input is a terminal; pipe lines of JSON in, or name files and folders.');
  const outputs = run.outputs.map((path) => ({ path, format: formatOf(path) }));
  for (const { path } of outputs) await requireWritablePlace(path, '--output', run);
  if (expect !== undefined) await requireList(expect);

  const now = terminal.now();
  let faults = 0;
  const onFault = (sentence: string) => {
    faults += 1;
    if (faults <= MOST_FAULTS) terminal.tell(`unreadable: ${sentence}`);
  };
  const merging = {
    inputs: readInputs({ words: run.inputs, stdin: untilAborted(terminal.stdin, signal), now: now.getTime() }),
    expected: expect === undefined ? null : labelsIn(expect),
    expectedNumber: expected,
    policy,
    oldest: maxAgeDays === null ? null : subDays(now, maxAgeDays).getTime(),
    signal,
    onFault,
  };
  try {
    return await withMerged(merging, async (merged) => {
      if (faults > MOST_FAULTS) terminal.tell(`unreadable: ${faults - MOST_FAULTS} more inputs.`);
      requireAnything(merged, run);
      const maxAge = maxAgeDays === null ? null : `${maxAgeDays} ${maxAgeDays === 1 ? 'day' : 'days'}`;
      const facts = factsOf(merged, { version: VERSION, now, maxAge });
      for await (const piece of renderMerged(merged, facts, MERGE_FORMATS[run.format], terminal.color))
        terminal.print(piece);
      for (const { path, format } of outputs) {
        const pieces = renderMerged(merged, facts, MERGE_FORMATS[format], terminal.color);
        await writeWhole(path, pieces).catch((error: unknown) => {
          signal.throwIfAborted();
          terminal.tell(`error: ${whyNotWritten(path, error)}`);
        });
      }
      return facts.totals.exitCode;
    });
  } catch (error) {
    // Of the folder for temporary files: all else is told where it happens.
    if (!(error instanceof Error) || !('syscall' in error)) throw error;
    throw new UsageError(
      `The folder for temporary files cannot hold what is merged: ${whyOf(error)}; TMPDIR names another.`,
    );
  }
}

function formatOf(path: string): MergeFormat {
  const format = mergeFormatOfFile(path);
  if (format) return format;
  const endings = Object.values(MERGE_FORMATS).flatMap(({ ending }) => ending ?? []);
  throw new UsageError(`--output: "${path}" must end in ${endings.join(', ')}.`);
}

async function requireList(path: string): Promise<void> {
  const place = await stat(path).catch((error: unknown) => {
    throw isAbsent(error)
      ? new UsageError(`--expect: there is no file "${path}".`)
      : unread(`--expect: "${path}"`, error);
  });
  if (!place.isFile()) throw new UsageError(`--expect: "${path}" is not an ordinary file.`);
}

/** Standard input may stay open for ever. */
async function* untilAborted(stdin: Terminal['stdin'], signal: AbortSignal): AsyncGenerator<Uint8Array, void> {
  yield* addAbortSignal(signal, stdin);
}

/** One a line; empty lines, and what begins with #, say nothing. */
async function* labelsIn(path: string): AsyncGenerator<string, void> {
  try {
    for await (const line of linesOf(createReadStream(path), MOST_LABEL_CHARS)) {
      const label = plain(line ?? '');
      if (label && !label.startsWith('#')) yield label;
    }
  } catch (error) {
    throw unread(`--expect: "${path}"`, error);
  }
}

/** Nothing read is no answer, unless it is known who should have answered, and nothing was wrong. */
function requireAnything({ intake }: Merged, { expect, expected }: MergeRun): void {
  if (intake.reports + intake.attestations > 0) return;
  if (intake.unreadable === 0 && (expect !== undefined || expected !== null)) return;
  throw new UsageError('There is nothing to merge: no report and no attestation could be read.');
}
