import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { whyNotWritten } from '../report/write.ts';
import type { Terminal } from '../terminal.ts';
import { VERSION } from '../version.ts';
import { writeWhole } from '../write-whole.ts';
import type { Bundle } from './bundle.ts';
import { buildManifest, MANIFEST_FILE, sha256Of, TIMESTAMP_FILE } from './manifest.ts';

/**
 * Writes the evidence of a run whose result is already told. The manifest comes last: without one a folder is no bundle.
 * @param timestamp address of an RFC 3161 authority, if one is to be asked
 */
export async function keepEvidence(
  { report, files }: Bundle,
  folder: string,
  timestamp: string | undefined,
  terminal: Terminal,
): Promise<void> {
  const facts = { version: VERSION, createdAt: terminal.now(), runId: report.run.id };
  const manifest = `${JSON.stringify(buildManifest(files, facts), null, 2)}\n`;
  const written: string[] = [];
  let path = folder;
  try {
    await mkdir(folder, { mode: 0o700 }).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    });
    for (const { name, contents } of [...files, { name: MANIFEST_FILE, contents: manifest }]) {
      path = join(folder, name);
      await writeWhole(path, contents);
      written.push(path);
    }
  } catch (error) {
    for (const each of written) await rm(each, { force: true }).catch(() => undefined);
    terminal.tell(`error: ${whyNotWritten(path, error)} There is no evidence of this run.`);
    return;
  }
  const isSeen = files.some(({ name }) => name.startsWith('capture-'));
  if (!isSeen) terminal.warn('There was no page to look at, so the evidence holds the report and no page.');
  terminal.warn(`The evidence was kept in ${folder}: look through it before you give it to anybody.`);
  terminal.warn(`SHA-256 of its manifest, to be noted elsewhere: ${sha256Of(manifest)}`);
  if (timestamp !== undefined) await keepTimestamp(manifest, { folder, timestamp }, terminal);
}

async function keepTimestamp(
  manifest: string,
  { folder, timestamp }: { folder: string; timestamp: string },
  terminal: Terminal,
): Promise<void> {
  try {
    const { askForTimestamp } = await import('./timestamp/ask.ts');
    const { answer, at } = await askForTimestamp(timestamp, manifest);
    await writeWhole(join(folder, TIMESTAMP_FILE), answer);
    terminal.warn(
      `The authority says that it was there at ${at.toISOString()}; “report verify” tells how to check that.`,
    );
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    terminal.warn(`warning: There is no timestamp: ${why} The evidence itself is complete.`);
  }
}
