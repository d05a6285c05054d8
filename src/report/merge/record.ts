import { UsageError } from '../../errors.ts';
import { isAhead } from '../../history/ahead.ts';
import type { Confidence, Outcome, ReasonCode, State } from '../../vocabulary.ts';
import { attestationSchema } from '../attestation.ts';
import { parseReport } from '../read-report.ts';
import { parseSaved } from '../read-saved.ts';
import { tellException } from '../reporters/words.ts';
import type { ShardSeen } from './shards.ts';

/** One result of one input, with what a merge needs of it. */
export interface MergeRecord {
  /** salted hash; null where nobody knows who it was */
  member: string | null;
  /** the account's name, or the file's where that tells more; null where there is none */
  label: string | null;
  labelOf: 'account' | 'file';
  /** the file it was read from, or `-`: elsewhere the same account name may be another's */
  place: string;
  /** the account in the run it is of: tells it from all others that do not tell the member */
  own: string;
  setting: string;
  /** milliseconds since 1970 */
  at: number;
  state: State;
  confidence: Confidence;
  reason: ReasonCode | null;
  outcome: Outcome | null;
  /** by which it may be on, in words for people; null where there is none, or it has ended */
  exception: string | null;
  origin: string;
  source: 'report' | 'attestation';
}

export type Parsed =
  | { kind: 'records'; records: MergeRecord[]; shard: ShardSeen | null }
  /** one of our other files: nothing to merge, and nothing wrong */
  | { kind: 'other'; what: string };

const OTHERS: readonly unknown[] = [
  'page-capture',
  'evidence-manifest',
  'witnesses',
  'verification',
  'judgement',
  'merged-report',
];

/** What every account is called that was given no name of its own. */
const NO_NAME = 'default';

export interface From {
  /** what it is called in an error, e.g. `"a.json"` */
  from: string;
  /** what its file is called; null on standard input */
  fileLabel: string | null;
  place: string;
  now: number;
}

/** @throws UsageError, one sentence, where it is nothing that can be merged */
export function parseInput(value: unknown, { from, ...facts }: From): Parsed {
  const kind = typeof value === 'object' && value !== null && 'kind' in value ? value.kind : undefined;
  if (OTHERS.includes(kind)) return { kind: 'other', what: String(kind) };
  const parsed = kind === 'attestation' ? parseAttestation(value, from) : parseResults(value, { from, ...facts });
  for (const record of parsed.records) {
    if (isAhead(record.at, facts.now)) throw new UsageError(`${from} is dated in the future.`);
    if (!/^[\w.-]{1,64}$/.test(record.setting)) throw new UsageError(`${from} names a setting that cannot be one.`);
  }
  return { kind: 'records', ...parsed };

  function parseAttestation(given: unknown, source: string): Omit<Extract<Parsed, { kind: 'records' }>, 'kind'> {
    const version = (given as { schemaVersion?: unknown }).schemaVersion;
    if (typeof version === 'number' && version > 1) {
      throw new UsageError(`${source} was written by a newer version of this program; update it.`);
    }
    const { member, at, setting, state, confidence, reason, origin, report } = parseSaved(given, attestationSchema, {
      from: source,
      what: 'an attestation',
    });
    const own = `report:${report.sha256}`;
    const record: MergeRecord = {
      member,
      label: facts.fileLabel,
      labelOf: 'file',
      place: facts.place,
      own,
      setting: setting.id,
      at: Date.parse(at),
      state,
      confidence,
      reason,
      outcome: null,
      exception: null,
      origin,
      source: 'attestation',
    };
    return { records: [record], shard: null };
  }
}

function parseResults(
  value: unknown,
  { from, fileLabel, place, now }: From,
): Omit<Extract<Parsed, { kind: 'records' }>, 'kind'> {
  const { run, results } = parseReport(value, from);
  const at = Date.parse(run.finishedAt);
  const records = results.map((result): MergeRecord => {
    const { account, setting, state, confidence, reason, change, suppressed } = result;
    const isUnnamed = account.name === NO_NAME;
    return {
      member: account.member,
      label: isUnnamed ? fileLabel : plain(account.name) || null,
      labelOf: isUnnamed ? 'file' : 'account',
      place,
      own: `run:${run.id} ${account.name}`,
      setting: setting.id,
      at,
      state,
      confidence,
      reason: reason?.code ?? null,
      outcome: change?.outcome ?? null,
      exception: suppressed && Date.parse(suppressed.expires) > now ? tellException(result) : null,
      origin: run.origin,
      source: 'report',
    };
  });
  return { records, shard: shardOf(run, at) };
}

/** A run that was split writes which part of it a report is; a report of a whole run does not. */
function shardOf(run: Record<string, unknown>, at: number): ShardSeen | null {
  const shard = run.shard as { index?: unknown; total?: unknown } | null | undefined;
  if (typeof shard !== 'object' || shard === null) return null;
  const { index, total } = shard;
  const isPart = Number.isInteger(index) && Number.isInteger(total) && Number(index) >= 1 && Number(total) <= 10_000;
  return isPart ? { run: String(run.id), index: Number(index), total: Number(total), at } : null;
}

const MOST_LABEL_CHARS = 200;

/** A label is one line, which runs in one direction. */
export function plain(text: string): string {
  return text
    .replace(/\p{Cc}+/gu, ' ')
    .replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '')
    .trim()
    .slice(0, MOST_LABEL_CHARS);
}
