import type { ChalkInstance } from 'chalk';
import { isWell, type MergedFacts } from './facts.ts';
import { byName, type Merged } from './merge.ts';
import type { MergeReporter } from './render/index.ts';
import type { Row } from './row.ts';

const CHUNK_CHARS = 65_536;

/** A merged report in one format, piece by piece. */
export async function* renderMerged(
  merged: Pick<Merged, 'rows'>,
  facts: MergedFacts,
  { open, row: renderRow, close, most }: MergeReporter,
  color: ChalkInstance,
): AsyncGenerator<string, void> {
  const isAll = most === null || facts.rowCount <= most;
  const shown = isAll ? facts.rowCount : most;
  let index = 0;
  let text = open(facts, { color, shown });
  for await (const row of isAll ? merged.rows() : await pick(merged.rows(), most)) {
    text += renderRow(row, { color, index });
    index += 1;
    if (text.length < CHUNK_CHARS) continue;
    yield text;
    text = '';
  }
  yield text + close(facts, { color, shown });
}

/** Those that need somebody first. */
async function pick(rows: AsyncIterable<Row>, most: number): Promise<Row[]> {
  const [pressing, others]: [Row[], Row[]] = [[], []];
  for await (const row of rows) {
    const list = isWell(row) ? others : pressing;
    if (list.length < most) list.push(row);
  }
  return [...pressing.sort(byName), ...others.sort(byName)].slice(0, most);
}
