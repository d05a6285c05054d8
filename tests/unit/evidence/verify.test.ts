import { createHash } from 'node:crypto';
import { chmod, mkdir, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Chalk } from 'chalk';
import { describe, expect, it } from 'vitest';
import { buildBundle } from '../../../src/evidence/bundle.ts';
import { keepEvidence } from '../../../src/evidence/keep.ts';
import { manifestSchema } from '../../../src/evidence/manifest.ts';
import { VERIFICATION_FORMATS } from '../../../src/evidence/render-verification.ts';
import { verifyBundle } from '../../../src/evidence/verify.ts';
import { report, result } from '../report/given.ts';
import { keptBundle, listening, MADE_AT, newFolder, PICTURE } from './given.ts';

/** What is left of an evidence bundle. */

const PARTS = ['picture-ai-training.png', 'report.json', 'witnesses.json'];
const isWindows = process.platform === 'win32';

async function statesOf(folder: string): Promise<Record<string, string>> {
  const { files } = await verifyBundle(folder);
  return Object.fromEntries(files.map(({ name, state, detail }) => [name, detail ? `${state}: ${detail}` : state]));
}
const INTACT = Object.fromEntries(PARTS.map((name) => [name, 'intact']));

async function rewriteManifest(folder: string, change: (manifest: Record<string, unknown>) => unknown): Promise<void> {
  const path = join(folder, 'manifest.json');
  await writeFile(path, JSON.stringify(change(JSON.parse(await readFile(path, 'utf8')))));
}

describe('a bundle', () => {
  it('holds what it says, for its owner alone, with the size and SHA-256 of each', async () => {
    const folder = await keptBundle();
    expect((await readdir(folder)).sort()).toEqual(['manifest.json', ...PARTS]);
    const manifest = manifestSchema.parse(JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8')));
    expect(manifest.createdAt).toBe(MADE_AT.toISOString());
    expect(manifest.files.map(({ name }) => name).sort()).toEqual(PARTS);
    for (const { name, size, sha256 } of manifest.files) {
      const bytes = await readFile(join(folder, name));
      expect([size, sha256]).toEqual([bytes.length, createHash('sha256').update(bytes).digest('hex')]);
      if (!isWindows) expect((await stat(join(folder, name))).mode & 0o777).toBe(0o600);
    }
    if (!isWindows) expect((await stat(folder)).mode & 0o777).toBe(0o700);
    expect(manifest.proves).toContain('these files are what they were');
    expect(manifest.doesNotProve).toContain('That the page was genuine');
  });

  it('names in its report the files of each result, also of several accounts', () => {
    const [robin, kim] = ['robin', 'kim'].map((name) => result({ account: { name, member: null } }));
    if (!robin || !kim) throw new Error();
    const exhibits = ['robin', 'kim'].map((account) => ({
      account,
      setting: 'ai-training',
      capture: null,
      picture: account === 'kim' ? null : PICTURE,
    }));
    const bundle = buildBundle(report([robin, kim]), exhibits);
    expect(bundle.report.results.map(({ evidence }) => evidence)).toEqual([
      ['picture-robin-ai-training.png', 'witnesses.json'],
      ['witnesses.json'],
    ]);
    expect(bundle.files.map(({ name }) => name)).toEqual([
      'report.json',
      'witnesses.json',
      'picture-robin-ai-training.png',
    ]);
  });

  it('is not there at all where one of its files cannot be written', async () => {
    const folder = await newFolder();
    await mkdir(join(folder, 'witnesses.json'));
    const terminal = listening();
    await keepEvidence(buildBundle(report([result()]), []), folder, undefined, terminal);
    expect(await readdir(folder)).toEqual(['witnesses.json']);
    expect(terminal.said).toEqual([
      `error: "${join(folder, 'witnesses.json')}" was not written: a directory is in the way. The result above is complete. There is no evidence of this run.`,
    ]);
  });
});

describe('what is found', () => {
  const cases: [string, (folder: string) => Promise<unknown>, Record<string, string>][] = [
    ['nothing changed', async () => undefined, {}],
    ['a file gone', (folder) => rm(join(folder, 'report.json')), { 'report.json': 'missing' }],
    [
      'a byte changed',
      async (folder) => {
        const path = join(folder, 'witnesses.json');
        await writeFile(path, (await readFile(path, 'utf8')).replace('"off"', '"of1"'));
      },
      { 'witnesses.json': 'changed: other contents of the same size' },
    ],
    [
      'a file cut short',
      (folder) => writeFile(join(folder, 'picture-ai-training.png'), PICTURE.subarray(1)),
      { 'picture-ai-training.png': 'changed: 7 bytes instead of 8' },
    ],
    [
      'files and folders added',
      async (folder) => {
        await writeFile(join(folder, 'more.json'), '{}');
        await mkdir(join(folder, 'sub'));
      },
      { 'more.json': 'added: the manifest does not know it', sub: 'added: the manifest does not know it' },
    ],
    [
      'a file in the place of which a link stands, to the very same contents',
      async (folder) => {
        const elsewhere = join(await newFolder(), 'report.json');
        await writeFile(elsewhere, await readFile(join(folder, 'report.json')));
        await rm(join(folder, 'report.json'));
        await symlink(elsewhere, join(folder, 'report.json'));
      },
      { 'report.json': 'changed: it is a link' },
    ],
    [
      'a folder in its place',
      async (folder) => {
        await rm(join(folder, 'report.json'));
        await mkdir(join(folder, 'report.json'));
      },
      { 'report.json': 'changed: it is no ordinary file' },
    ],
    [
      'the manifest made to fit',
      (folder) =>
        rewriteManifest(folder, (manifest) => ({ ...manifest, files: (manifest.files as unknown[]).slice(1) })),
      { 'report.json': 'added: the manifest does not know it' },
    ],
  ];
  it.skipIf(isWindows).each(cases)('%s', async (_, tamper, different) => {
    const folder = await keptBundle();
    await tamper(folder);
    expect(await statesOf(folder)).toEqual({ ...INTACT, ...different });
    expect((await verifyBundle(folder)).intact).toBe(Object.keys(different).length === 0);
  });

  it('is told with what it proves, and what not, in words of this program and not of the manifest', async () => {
    const folder = await keptBundle();
    await rewriteManifest(folder, (manifest) => ({ ...manifest, proves: 'Everything!', doesNotProve: 'Nothing.' }));
    const verification = await verifyBundle(folder);
    const text = VERIFICATION_FORMATS.text(verification, new Chalk({ level: 0 })).replace(/\s+/g, ' ');
    expect(text).toContain('INTACT. Every file is what the manifest says.');
    expect(text).toContain('That the page was genuine');
    expect(text).not.toContain('Everything!');
    expect(JSON.parse(VERIFICATION_FORMATS.json(verification))).toEqual(verification);
  });

  it('never speaks to the terminal', async () => {
    const folder = await keptBundle();
    await rewriteManifest(folder, (manifest) => ({
      ...manifest,
      tool: { name: 'linkedin-ai-optout', version: '\u009b31m' },
    }));
    if (!isWindows) await writeFile(join(folder, 'a\u001b[2Jb'), '');
    const text = VERIFICATION_FORMATS.text(await verifyBundle(folder), new Chalk({ level: 0 }));
    // biome-ignore lint/suspicious/noControlCharactersInRegex: the very thing that must not be there
    expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/);
  });
});

describe('no bundle', () => {
  const NOT_A_MANIFEST =
    /^"[^"]+manifest\.json" is not the manifest of an evidence bundle that this version understands/;
  const withName = (name: string) => (manifest: Record<string, unknown>) => ({
    ...manifest,
    files: [{ name, size: 1, sha256: '0'.repeat(64) }],
  });
  const cases: [string, (folder: string) => Promise<unknown>, RegExp][] = [
    [
      'without a manifest',
      (folder) => rm(join(folder, 'manifest.json')),
      /is no evidence bundle: there is no manifest\.json in it\.$/,
    ],
    ['with another’s manifest', (folder) => writeFile(join(folder, 'manifest.json'), '{}'), NOT_A_MANIFEST],
    [
      'with half a manifest',
      (folder) => writeFile(join(folder, 'manifest.json'), '{'),
      /manifest\.json" is not JSON; give [^;]+ as it was written\.$/,
    ],
    ...[
      '../report.json',
      '/etc/passwd',
      'a/b',
      'a\\b',
      'C:x',
      '..',
      '.',
      '',
      'manifest.json',
      'manifest.tsr',
      'a\0b',
      'a\n',
    ].map((name): [string, (folder: string) => Promise<unknown>, RegExp] => [
      `with a manifest that names ${JSON.stringify(name)}`,
      (folder) => rewriteManifest(folder, withName(name)),
      NOT_A_MANIFEST,
    ]),
    [
      'with a manifest that names a file twice',
      (folder) =>
        rewriteManifest(folder, (manifest) => ({ ...manifest, files: [manifest.files, manifest.files].flat() })),
      NOT_A_MANIFEST,
    ],
    [
      'with a link in the place of the manifest',
      async (folder) => {
        const elsewhere = join(await newFolder(), 'manifest.json');
        await writeFile(elsewhere, await readFile(join(folder, 'manifest.json')));
        await rm(join(folder, 'manifest.json'));
        await symlink(elsewhere, join(folder, 'manifest.json'));
      },
      /manifest\.json" is not an ordinary file\.$/,
    ],
    ['that is gone', (folder) => rm(folder, { recursive: true }), /^There is no folder "/],
  ];
  it.skipIf(isWindows).each(cases)('%s', async (_, tamper, sentence) => {
    const folder = await keptBundle();
    await tamper(folder);
    await expect(verifyBundle(folder)).rejects.toThrow(sentence);
  });

  it('where it is a file', async () => {
    const folder = await keptBundle();
    await expect(verifyBundle(join(folder, 'report.json'))).rejects.toThrow('is not a folder.');
  });

  it.skipIf(isWindows || process.getuid?.() === 0)('that cannot be read', async () => {
    const folder = await keptBundle();
    await chmod(folder, 0);
    await expect(verifyBundle(folder)).rejects.toThrow('cannot be read.');
  });
});
