import { join } from 'node:path';
import type { ChalkInstance } from 'chalk';
import { printable } from '../printable.ts';
import { quoteShell } from '../quote-shell.ts';
import { renderRow } from '../report/reporters/text.ts';
import type { FileState } from './compare.ts';
import { MANIFEST_FILE, TIMESTAMP_FILE } from './manifest.ts';
import type { Verification } from './verify.ts';

export const VERIFICATION_FORMATS = {
  text: renderText,
  json: (verification: Verification) => `${JSON.stringify(verification, null, 2)}\n`,
} as const;

const MARKS: Record<FileState, string> = { intact: '=', missing: '-', changed: '!', added: '+' };

function renderText(verification: Verification, color: ChalkInstance): string {
  const { folder, intact, files, manifest, timestamp, proves, doesNotProve } = verification;
  const headline = intact
    ? color.green.bold('  INTACT. Every file is what the manifest says.')
    : color.red.bold('  NOT INTACT. Something is not what it was.');
  const lines = files.map(({ name, state, detail }) => {
    const tint = state === 'intact' ? color.green : color.red;
    const line = `     ${MARKS[state]} ${state.padEnd(8)} ${printable(name)}${detail && ` (${detail})`}`;
    return tint(line);
  });
  const facts: [string, string][] = [
    ['Made', `${manifest.createdAt}, by version ${printable(manifest.tool)}, run ${printable(manifest.run)}`],
    ['SHA-256', `${manifest.sha256} (of the manifest: compare it with what was noted when it was made)`],
    ...timestampRows(timestamp),
    ['Proves', proves],
    ['Not', doesNotProve],
  ];
  const rows = facts.flatMap(([name, text]) => renderRow(name, text, color));
  return `\n${[headline, '', ...lines, '', ...rows, ...commandOf(folder, timestamp, color)].join('\n')}\n\n`;
}

function timestampRows(timestamp: Verification['timestamp']): [string, string][] {
  if (!timestamp) return [];
  if (timestamp.state === 'changed') return [['Time', `The timestamp does not fit: ${timestamp.detail}.`]];
  return [
    ['Time', `The authority says that the manifest was there at ${timestamp.at}. Its signature is not checked here.`],
  ];
}

/** On a line of its own, to be copied. */
function commandOf(folder: string, timestamp: Verification['timestamp'], color: ChalkInstance): string[] {
  if (timestamp?.state !== 'intact') return [];
  const [answer, data] = [TIMESTAMP_FILE, MANIFEST_FILE].map((name) => quoted(join(folder, name)));
  return [
    '',
    color.dim('     To check the authority’s signature, with the certificates that it publishes:'),
    `     openssl ts -verify -in ${answer} -data ${data} -CAfile authority.pem`,
  ];
}

function quoted(path: string): string {
  return /^[\w./-]+$/.test(path) ? path : quoteShell(printable(path));
}
