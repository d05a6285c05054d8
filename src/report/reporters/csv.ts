import type { Report, Result } from '../schema.ts';
import { type Cell, csvLine } from './csv-line.ts';
import { tellWitnesses } from './words.ts';

/** The columns there are. To add one is to add a row, at the end: people’s sheets count on their order. */
const COLUMNS: readonly (readonly [name: string, of: (result: Result, report: Report) => Cell])[] = [
  ['finished_at', (_, { run }) => run.finishedAt],
  ['account', ({ account }) => account.name],
  ['member', ({ account }) => account.member],
  ['setting', ({ setting }) => setting.id],
  ['setting_title', ({ setting }) => setting.title],
  ['state', ({ state }) => state],
  ['verdict', ({ verdict }) => verdict],
  ['confidence', ({ confidence }) => confidence],
  ['known_by', tellWitnesses],
  ['reason', ({ reason }) => reason?.code],
  ['reason_message', ({ reason }) => reason?.message],
  ['next_step', ({ reason }) => reason?.hint],
  ['change', ({ change }) => change?.outcome],
  ['state_before_change', ({ change }) => change?.before],
  ['previous_state', ({ previous }) => previous?.state],
  ['previous_at', ({ previous }) => previous?.at],
  ['exception_reason', ({ suppressed }) => suppressed?.reason],
  ['exception_owner', ({ suppressed }) => suppressed?.owner],
  ['exception_expires', ({ suppressed }) => suppressed?.expires],
  ['setting_key', ({ setting }) => setting.key],
  ['address', ({ setting }) => setting.url],
  ['run', (_, { run }) => run.id],
  ['command', (_, { run }) => run.command],
  ['dry_run', (_, { run }) => run.dryRun],
  ['trigger', (_, { run }) => run.trigger],
  ['origin', (_, { run }) => run.origin],
  ['tool_version', (_, { tool }) => tool.version],
  ['exit_code', (_, { summary }) => summary.exitCode],
  ['writes_allowed', (_, { network }) => network.writesAllowed],
  ['writes_blocked', (_, { network }) => network.writesBlocked],
  ['coverage_as_of', (_, { coverage }) => coverage.asOf],
  ['off_covers', (_, { coverage }) => coverage.covers.join(' ')],
  ['off_does_not_cover', (_, { coverage }) => coverage.doesNotCover.join(' ')],
  ['off_depends_on', (_, { coverage }) => coverage.notes?.join(' ')],
];

/** A header, and a row per result. */
export function renderCsv(report: Report): string {
  const rows = report.results.map((result) => COLUMNS.map(([, of]) => of(result, report)));
  return [COLUMNS.map(([name]) => name), ...rows].map(csvLine).join('');
}
