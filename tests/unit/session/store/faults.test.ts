import { chmod, chown, mkdir, readFile, rename, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { textOfKept } from '../../../../src/session/store/kept.ts';
import { fileNameOf } from '../../../../src/session/store/names.ts';
import { readIdentity, seal } from '../../../../src/session/store/seal.ts';
import type { Store } from '../../../../src/session/store/store.ts';
import { thrownBy } from '../given.ts';
import {
  CONTEXT,
  expectSentence,
  filesIn,
  identityIn,
  isWindows,
  modeOf,
  newFolder,
  open,
  session,
  storeWith,
} from './given.ts';

const isRoot = process.getuid?.() === 0;
const fileOf = ({ folder }: Store, account = 'default') => join(folder, fileNameOf(account));

/** Seals what is not a session with the store's own key. */
async function keepText(store: Store, text: string): Promise<void> {
  const recipient = (await readIdentity(await identityIn(store.folder)))?.recipient ?? '';
  await writeFile(fileOf(store), (await seal(text, recipient)) ?? '');
}

describe('a session that cannot be opened is told in one sentence, and a new one takes its place', () => {
  const subject = 'The kept session of "default" cannot be opened';
  const damaged = `${subject}: its file is cut off or damaged; sign in again.`;
  const other = `${subject}: its file holds something else; sign in again.`;
  it.each<[string, (store: Store) => Promise<unknown>, string]>([
    ['truncated', (store) => truncate(fileOf(store), 300), damaged],
    ['empty', (store) => truncate(fileOf(store)), damaged],
    ['not encrypted', (store) => writeFile(fileOf(store), textOfKept(session())), damaged],
    [
      'from another store',
      async (store) => writeFile(fileOf(store), await readFile(fileOf(await storeWith()))),
      `${subject} with the key that is here: it was kept with another, or is damaged; sign in again.`,
    ],
    ['of no JSON', (store) => keepText(store, 'AQED'), other],
    ['of no session', (store) => keepText(store, '{"schemaVersion":1}'), other],
    [
      'of a broken cookie',
      (store) => keepText(store, textOfKept(session()).replace('"secure":true', '"secure":"AQED"')),
      other,
    ],
    [
      'of another account',
      (store) => keepText(store, textOfKept(session({ account: 'work' }))),
      `${subject}: its file is the one of "work"; give the files their names back, or sign in again.`,
    ],
    [
      'of a newer version',
      (store) => keepText(store, '{"schemaVersion":2}'),
      `${subject}: a newer version of this program kept it; update this one.`,
    ],
  ])('%s', async (_, spoil, message) => {
    const store = await storeWith();
    await spoil(store);
    const error = await thrownBy(() => store.load('default'));
    expectSentence(error);
    expect(error.message).toBe(message);
    await store.save(session(), CONTEXT);
    expect(await store.load('default')).toEqual(session());
  });
});

describe('what is in the way of a file stays', () => {
  const there = async (store: Store): Promise<unknown> => store.load('default');
  const again = async (store: Store): Promise<unknown> => store.save(session(), CONTEXT);
  const notOpened = 'The kept session of "default" cannot be opened';
  const notKept = 'The session of "default" was not kept';
  const link = 'a symbolic link is in the way; remove it and try again.';
  const huge = (path: string) => `"${path}" is larger than 5 MB; remove it.`;

  it.skipIf(isWindows).each<[string, (path: string) => Promise<unknown>, typeof there, (path: string) => string]>([
    ['a link, opening', (path) => linkTo(path), there, () => `${notOpened}: ${link}`],
    ['a link, keeping', (path) => linkTo(path), again, () => `${notKept}: ${link}`],
    ['a link to nothing, keeping', (path) => symlink('/nowhere', path), again, () => `${notKept}: ${link}`],
    [
      'a directory, opening',
      (path) => mkdir(path),
      there,
      () => `${notOpened}: it is not a file; move it away and try again.`,
    ],
    [
      'a directory, keeping',
      (path) => mkdir(path),
      again,
      () => `${notKept}: a directory is in the way; move it away and try again.`,
    ],
    [
      'something huge, opening',
      (path) => writeFile(path, Buffer.alloc(5_242_881)),
      there,
      (path) => `${notOpened}: ${huge(path)}`,
    ],
  ])('%s', async (_, put, act, message) => {
    const store = await storeWith();
    const path = fileOf(store);
    await rm(path);
    await put(path);
    const error = await thrownBy(() => act(store));
    expectSentence(error);
    expect(error.message).toBe(message(path));
    expect(await filesIn(store.folder)).toEqual(['account-default.age', 'key.json']);
  });

  const linkTo = async (path: string) => {
    const target = join(dirname(path), '..', 'target');
    await writeFile(target, 'precious');
    await symlink(target, path);
  };
});

describe('the folder', () => {
  const subject = (folder: string) => `The folder of kept sessions "${folder}" cannot be used`;
  it.skipIf(isWindows).each<[string, (folder: string) => Promise<unknown>, string]>([
    [
      'that is a link',
      (folder) => symlink(dirname(folder), folder),
      'a symbolic link is in the way; remove it and try again.',
    ],
    ['that is a file', (folder) => writeFile(folder, 'x'), 'it is not a directory; move it away and try again.'],
  ])('%s is refused', async (_, put, rest) => {
    const folder = await newFolder();
    await mkdir(dirname(folder));
    await put(folder);
    const error = await thrownBy(() => open(folder));
    expectSentence(error);
    expect(error.message).toBe(`${subject(folder)}: ${rest}`);
  });

  it.skipIf(isWindows)('that has become a link since is refused', async () => {
    const store = await storeWith();
    await rename(store.folder, `${store.folder}-moved`);
    await symlink(`${store.folder}-moved`, store.folder);
    for (const act of [
      () => store.load('default'),
      () => store.save(session(), CONTEXT),
      () => store.remove('default'),
      store.list,
    ]) {
      expectSentence(await thrownBy(act));
    }
  });

  it.skipIf(isWindows)('below a file cannot be made', async () => {
    const folder = await newFolder();
    await writeFile(dirname(folder), 'x');
    const error = await thrownBy(async () => (await open(folder)).save(session(), CONTEXT));
    expectSentence(error);
    expect(error.message).toContain('a file is in the way; move it away and try again.');
  });
});

describe.skipIf(isWindows)('who may get at it', () => {
  it('what others can read is tightened, beside a warning', async () => {
    const { folder } = await storeWith();
    const paths: [string, number][] = [
      [folder, 0o755],
      [join(folder, 'key.json'), 0o644],
      [join(folder, 'account-default.age'), 0o660],
    ];
    for (const [path, mode] of paths) await chmod(path, mode);
    const store = await open(folder);
    expect(await store.load('default')).toEqual(session());
    for (const [path, mode] of paths) {
      const right = mode === 0o755 ? '700' : '600';
      expect((await modeOf(path)).toString(8)).toBe(right);
      expect(store.warnings).toContain(
        `Others on this machine could get at "${path}"; now only you can (mode ${right}).`,
      );
    }
  });

  it('what belongs to somebody else is refused', async () => {
    const store = await storeWith();
    const stranger = vi.spyOn(process, 'getuid').mockReturnValue(4_711);
    onTestFinished(() => stranger.mockRestore());
    for (const act of [
      () => open(store.folder),
      () => store.load('default'),
      () => store.save(session(), CONTEXT),
      () => store.remove('default'),
    ]) {
      const error = await thrownBy(act);
      expectSentence(error);
      expect(error.message).toBe(
        `The folder of kept sessions "${store.folder}" cannot be used: it belongs to somebody else; run this as its owner, or move it away.`,
      );
    }
  });

  it.runIf(isRoot)('a single file that belongs to somebody else is refused, and not overwritten', async () => {
    const store = await storeWith();
    await chown(fileOf(store), 4_711, 4_711);
    const error = await thrownBy(() => store.load('default'));
    expectSentence(error);
    expect(error.message).toBe(
      'The kept session of "default" cannot be opened: it belongs to somebody else; run this as its owner, or move it away.',
    );
  });

  it.skipIf(isRoot)('a folder that may not be written to leaves everything as it was', async () => {
    const store = await storeWith();
    await chmod(store.folder, 0o500);
    const error = await thrownBy(() => store.save(session({ browser: 'another' }), CONTEXT));
    await chmod(store.folder, 0o700);
    expectSentence(error);
    expect(error.message).toBe(
      'The session of "default" was not kept: you may not do that there; run this as the owner, or correct the permissions.',
    );
    expect(await store.load('default')).toEqual(session());
  });
});
