import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { UsageError } from '../../../src/errors.ts';
import { requirePlacesApart } from '../../../src/report/places.ts';

const isWindows = process.platform === 'win32';
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'places-'));
  await mkdir(join(folder, 'd'));
  await writeFile(join(folder, 'there.json'), '');
  if (isWindows) return;
  await symlink('d', join(folder, 'link'));
  await symlink('there.json', join(folder, 'other.json'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

interface Given {
  outputs: string[];
  attest?: string;
  evidence?: string;
}

const inFolder = (path: string) => join(folder, path);
const require = ({ outputs, attest, evidence }: Given) =>
  requirePlacesApart({
    outputs: outputs.map((path) => ({ path: inFolder(path) })),
    attest: attest && inFolder(attest),
    evidence: evidence && inFolder(evidence),
  });

describe('the files of a run', () => {
  it.each<[string, Given]>([
    ['none', { outputs: [] }],
    ['each its own', { outputs: ['x.json', 'x.md', 'there.json'], attest: 'd/x.json' }],
    ['beside the evidence', { outputs: ['d.json', '..d.json', 'gone/x.json'], attest: 'a.json', evidence: 'd' }],
  ])('may lie apart: %s', async (_, given) => {
    await expect(require(given)).resolves.toBeUndefined();
  });

  const apart = (path: string, flags: string) =>
    `"${inFolder(path)}" is given for ${flags}; give each a file of its own.`;
  const outside = (path: string, flag = '--output') =>
    `${flag}: "${inFolder(path)}" would lie among the evidence, which is kept as it is; put it elsewhere.`;
  const cases: [string, Given, () => string][] = [
    ['one twice', { outputs: ['x.json', 'y.md', './x.json'] }, () => apart('x.json', '--output twice')],
    [
      'the attestation over the report',
      { outputs: ['x.json'], attest: 'd/../x.json' },
      () => apart('x.json', '--output and for --attest'),
    ],
    [
      'in a folder that is not there yet',
      { outputs: ['n/m/x.md', 'n/m/x.md'] },
      () => apart('n/m/x.md', '--output twice'),
    ],
    ['in the evidence', { outputs: ['d/a.md'], evidence: 'd' }, () => outside('d/a.md')],
    ['deep in the evidence to be', { outputs: ['e/f/a.md'], evidence: 'e' }, () => outside('e/f/a.md')],
    ['in the place of the evidence', { outputs: ['e.json'], evidence: 'e.json' }, () => outside('e.json')],
    ['an attestation in it', { outputs: [], attest: 'd/a.json', evidence: 'd' }, () => outside('d/a.json', '--attest')],
  ];
  it.each(cases)('may not be one: %s', async (_, given, message) => {
    await expect(require(given)).rejects.toEqual(new UsageError(message()));
  });

  it.skipIf(isWindows).each<[string, Given, () => string]>([
    ['a file', { outputs: ['there.json', 'other.json'] }, () => apart('other.json', '--output twice')],
    ['a folder', { outputs: ['d/x.md', 'link/x.md'] }, () => apart('link/x.md', '--output twice')],
    ['the evidence', { outputs: ['d/x.md'], evidence: 'link' }, () => outside('d/x.md')],
  ])('nor behind a link to %s', async (_, given, message) => {
    await expect(require(given)).rejects.toEqual(new UsageError(message()));
  });
});
