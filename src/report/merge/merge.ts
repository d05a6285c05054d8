import { closeSync, createReadStream, openSync, writeSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ExitPolicy } from '../../decide/verdict.ts';
import { LINKEDIN_ORIGIN } from '../../settings/site.ts';
import { accountsIn } from './accounts.ts';
import { keyOfRecord, withoutDoubles } from './doubles.ts';
import { lastOf } from './label.ts';
import { linesOf } from './lines.ts';
import { type Entry, linkLabels } from './link.ts';
import type { Input } from './read-inputs.ts';
import type { MergeRecord } from './record.ts';
import { type Row, type RowRules, rowsOf } from './row.ts';
import { countShards } from './shards.ts';
import { openSpill } from './spill.ts';
import { type Around, countRows, type Totals } from './totals.ts';

/** How much went in. */
export interface Intake {
  reports: number;
  attestations: number;
  unreadable: number;
  /** results that were there already, under whatever name, and were left out */
  doubles: number;
  /** other files of ours, in folders */
  passedOver: number;
  missingShards: { index: number; total: number }[];
  /** where the results come from, other than LinkedIn; no more than a few */
  elsewhere: string[];
}

/** All of it, the rows one at a time, as often as they are wanted. */
export interface Merged {
  intake: Intake;
  totals: Totals;
  rows(): AsyncIterable<Row>;
  rowCount: number;
}

export interface MergeOptions {
  inputs: AsyncIterable<Input>;
  /** hashes of members, or labels; null where nobody said who is expected */
  expected: AsyncIterable<string> | null;
  expectedNumber: number | null;
  policy: ExitPolicy;
  oldest: RowRules['oldest'];
  signal: AbortSignal;
  onFault(sentence: string): void;
}

/** So many are sorted; more are told as they come out. */
const MOST_SORTED = 5_000;
const MOST_ORIGINS = 5;

/**
 * Merges what was reported: of each account the latest counts. What goes in is put on the disk, by account, so that memory
 * does not grow with its number; the folder for that is gone afterwards.
 */
export async function withMerged<T>(options: MergeOptions, work: (merged: Merged) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'linkedin-ai-optout-merge-'));
  try {
    return await work(await merge(options, folder));
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

async function merge(options: MergeOptions, folder: string): Promise<Merged> {
  const { expected, expectedNumber, policy, oldest, signal } = options;
  const byRecord = openSpill<MergeRecord>(folder, 'record');
  const byLabel = openSpill<Entry>(folder, 'label');
  const byKey = openSpill<Entry>(folder, 'key');
  const intake = await takeIn(options, (record) => byRecord.put(keyOfRecord(record), record));
  const expectedLabels = new Set<string>();
  for await (const line of expected ?? []) {
    if (line.startsWith('sha256:')) byKey.put(line, { kind: 'expected', label: null });
    else byLabel.put(lastOf(line), { kind: 'expected', label: line });
    expectedLabels.add(line);
  }
  for await (const { record, doubles } of withoutDoubles(byRecord, expectedLabels)) {
    signal.throwIfAborted();
    intake.doubles += doubles;
    if (record.label === null) byKey.put(record.member ?? record.own, { kind: 'seen', record });
    else byLabel.put(lastOf(record.label), { kind: 'seen', record });
  }
  for await (const labels of byLabel.drain()) {
    signal.throwIfAborted();
    for (const entries of labels.values()) {
      for (const [key, entry] of linkLabels(entries)) byKey.put(key, entry);
    }
  }

  const counter = countRows();
  const path = join(folder, 'rows');
  const writer = writeRows(path);
  for await (const accounts of byKey.drain()) {
    signal.throwIfAborted();
    for (const [key, entries] of [...accounts].sort(([one], [other]) => (one < other ? -1 : 1))) {
      for (const account of accountsIn(key, entries)) {
        const rows = rowsOf(...account, { policy, oldest });
        counter.add(rows);
        for (const row of rows) writer.add(row);
      }
    }
  }
  const rowCount = writer.end();
  const unread = intake.unreadable + intake.missingShards.length;
  const totals = counter.totals({ policy, expected: expectationOf(expected, expectedNumber), unread });
  return { intake, totals, rowCount, rows: () => readRows(path, signal) };
}

function expectationOf(list: unknown, number: number | null): Around['expected'] {
  if (list !== null) return { kind: 'list' };
  return number === null ? null : { kind: 'number', number };
}

async function takeIn({ inputs, signal, onFault }: MergeOptions, put: (record: MergeRecord) => void): Promise<Intake> {
  const intake: Intake = {
    reports: 0,
    attestations: 0,
    unreadable: 0,
    doubles: 0,
    passedOver: 0,
    missingShards: [],
    elsewhere: [],
  };
  const shards = countShards();
  for await (const input of inputs) {
    signal.throwIfAborted();
    if (input.kind === 'fault') {
      intake.unreadable += 1;
      onFault(input.sentence);
      continue;
    }
    if (input.kind === 'other') {
      intake.passedOver += 1;
      continue;
    }
    const [first] = input.records;
    if (first?.source === 'attestation') intake.attestations += 1;
    else intake.reports += 1;
    if (input.shard) shards.add(input.shard);
    input.records.forEach(put);
    const isElsewhere = first && first.origin !== LINKEDIN_ORIGIN && !intake.elsewhere.includes(first.origin);
    if (isElsewhere && intake.elsewhere.length < MOST_ORIGINS) intake.elsewhere.push(first.origin);
  }
  intake.missingShards = shards.missing();
  return intake;
}

/** Few rows are sorted by name, as people look for them; of many, who wants them sorted has a table. */
function writeRows(path: string): { add(row: Row): void; end(): number } {
  const file = openSync(path, 'wx', 0o600);
  let held: Row[] | null = [];
  let buffer = '';
  let count = 0;
  const flush = () => {
    const bytes = Buffer.from(buffer);
    for (let done = 0; done < bytes.length; ) done += writeSync(file, bytes, done);
    buffer = '';
  };
  const write = (row: Row) => {
    buffer += `${JSON.stringify(row)}\n`;
    if (buffer.length > 65_536) flush();
  };
  return {
    add: (row) => {
      count += 1;
      if (!held) return write(row);
      held.push(row);
      if (held.length <= MOST_SORTED) return;
      held.forEach(write);
      held = null;
    },
    end: () => {
      held?.sort(byName).forEach(write);
      flush();
      closeSync(file);
      return count;
    },
  };
}

async function* readRows(path: string, signal: AbortSignal): AsyncGenerator<Row, void> {
  for await (const line of linesOf(createReadStream(path, 'utf8'), Number.POSITIVE_INFINITY)) {
    signal.throwIfAborted();
    yield JSON.parse(line ?? '') as Row;
  }
}

/** By name, then hash, then setting: the same whatever the order of what went in. */
export function byName(one: Row, other: Row): number {
  const [left, right] = [one, other].map(({ account, member, setting }) =>
    [account ?? '\uffff', member, setting].join('\n'),
  );
  return (left ?? '') < (right ?? '') ? -1 : 1;
}
