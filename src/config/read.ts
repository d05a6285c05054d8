import { dirname, resolve } from 'node:path';
import { getNodeValue } from 'jsonc-parser';
import { UsageError } from '../errors.ts';
import { readText } from '../read-text.ts';
import { crossCheck } from './cross-check.ts';
import { type Fault, faultsOf, parseText } from './faults.ts';
import { configFile } from './place.ts';
import { type Config, configSchema } from './schema.ts';

const MOST_BYTES = 1_000_000;
/** So many faults are told one by one. */
const MOST_TOLD = 10;

/** A configuration, and the file it comes from. Its relative paths count from the folder that it is in. */
export interface ReadConfig {
  path: string;
  config: Config;
}

/**
 * Reads the configuration, JSON with comments.
 * @param named with --config; without it the one in its usual place
 * @returns null where none was named and there is none in its place
 * @throws UsageError that tells every fault, each at its place
 */
export async function readConfig(named?: string): Promise<ReadConfig | null> {
  const path = resolve(named ?? configFile());
  const text = await readText(path, { from: `--config: "${path}"`, what: 'a configuration', mostBytes: MOST_BYTES });
  if (text !== null) return { path, config: withPathsFrom(dirname(path), parseConfig(text, path)) };
  if (named === undefined) return null;
  throw new UsageError(`--config: there is no file "${path}"; write one with: linkedin-ai-optout audit init.`);
}

/** @throws UsageError that tells every fault, each at its place */
export function parseConfig(text: string, path: string): Config {
  const { tree, faults } = parseText(text);
  if (faults.length > 0) throw told(path, faults);
  if (!tree) throw new UsageError(`"${path}" is empty; write one with: linkedin-ai-optout audit init.`);
  const value: unknown = getNodeValue(tree);
  const parsed = configSchema.safeParse(value, { reportInput: true });
  const crossed = crossCheck(value).map((fault) => ({ ...fault, code: 'custom' as const, input: undefined }));
  if (parsed.success && crossed.length === 0) return parsed.data;
  throw told(path, faultsOf(text, tree, [...(parsed.error?.issues ?? []), ...crossed]));
}

function told(path: string, faults: readonly Fault[]): UsageError {
  const sorted = [...faults].sort((a, b) => a.line - b.line || a.column - b.column);
  const lines = sorted
    .slice(0, MOST_TOLD)
    .map(({ line, column, path: where, sentence }) => `  ${line}:${column} ${where && `${where}: `}${sentence}`);
  const more = sorted.length - lines.length;
  if (more > 0) lines.push(`  and ${more} more.`);
  return new UsageError(`"${path}" is not a configuration that can be used:\n${lines.join('\n')}`);
}

function withPathsFrom(folder: string, config: Config): Config {
  return {
    ...config,
    accounts: config.accounts?.map(({ session, ...rest }) => ({
      ...rest,
      ...(session === undefined ? {} : { session: resolve(folder, session) }),
    })),
    outputs: config.outputs?.map((output) => ({ ...output, path: resolve(folder, output.path) })),
  };
}
