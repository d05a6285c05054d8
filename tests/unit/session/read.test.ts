import { execFileSync } from 'node:child_process';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { UsageError } from '../../../src/errors.ts';
import { readSession } from '../../../src/session/read.ts';
import { CONTEXT, COOKIES_TXT, LI_AT, liAt, storageState, thrownBy } from './given.ts';

const TEXT = storageState(liAt());
const OTHERS = ' cannot be used: ';
const NOT_TEXT = 'it is not text; give an export of your cookies, not the browser’s own file or a single value.';
const isWindows = process.platform === 'win32';
const isRoot = process.getuid?.() === 0;

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'session-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const readValue = (value: string) => readSession({ kind: 'environment', value }, CONTEXT);
const readPath = (path: string) => readSession({ kind: 'file', path }, CONTEXT);
const readInput = (input: Readable, isTTY = false) =>
  readSession({ kind: 'stdin', stream: Object.assign(input, { isTTY }) }, CONTEXT);

async function fileWith(contents: string | Uint8Array, mode = 0o600): Promise<string> {
  const path = join(folder, `${Math.random()}.session`);
  await writeFile(path, contents);
  await chmod(path, mode);
  return path;
}

describe('a session from a file', () => {
  const utf16be = Buffer.from(`\uFEFF${TEXT}`, 'utf16le').swap16();
  it.each([
    ['in UTF-8', Buffer.from(TEXT)],
    ['in UTF-8 with a byte order mark', Buffer.from(`\uFEFF${TEXT}`)],
    ['in UTF-16, as Windows PowerShell writes it', Buffer.from(`\uFEFF${TEXT}`, 'utf16le')],
    ['in UTF-16, the other way round', utf16be],
  ])('%s', async (_, bytes) => {
    const { session, warnings } = await readPath(await fileWith(bytes));
    expect(session.cookies).toMatchObject([{ name: 'li_at', value: LI_AT }]);
    expect(warnings).toEqual([]);
  });

  it.skipIf(isWindows).each([0o644, 0o640, 0o604, 0o660])('of mode %o warns that others may read it', async (mode) => {
    const path = await fileWith(TEXT, mode);
    const { warnings } = await readPath(path);
    expect(warnings).toEqual([`Others on this machine may read ${path}: chmod 600 ${path}`]);
  });

  it.skipIf(isWindows).each([0o600, 0o400])('of mode %o warns of nothing', async (mode) => {
    expect((await readPath(await fileWith(TEXT, mode))).warnings).toEqual([]);
  });

  it.skipIf(isWindows)('that is a named pipe', async () => {
    const path = join(folder, 'pipe');
    execFileSync('mkfifo', ['-m', '666', path]);
    const [{ session, warnings }] = await Promise.all([readPath(path), writeFile(path, COOKIES_TXT)]);
    expect(session.format).toBe('netscape');
    expect(warnings).toEqual([]);
  });
});

describe('a file that is no session', () => {
  const cases: [string, () => Promise<string>, string][] = [
    ['missing', async () => join(folder, 'missing'), 'there is no such file; check its path.'],
    ['below a file', async () => join(await fileWith(TEXT), 'x'), 'there is no such file; check its path.'],
    ['a directory', async () => folder, 'it is a directory; name the file in it.'],
    ['empty', () => fileWith(''), 'it is empty; export your LinkedIn cookies again and give the whole file.'],
    ['a database', () => fileWith('SQLite format 3\0'), NOT_TEXT],
    ['not UTF-8', () => fileWith(Uint8Array.of(0x5b, 0xc3, 0x28)), NOT_TEXT],
    ['compressed', () => fileWith(Uint8Array.of(0x1f, 0x8b, 8, 0)), NOT_TEXT],
    [
      'huge',
      () => fileWith(Buffer.alloc(5 * 1024 * 1024 + 1, '[')),
      'it is larger than 5 MB; export your LinkedIn cookies again and give the whole file.',
    ],
    [
      'as large as it may be',
      () => fileWith(Buffer.alloc(5 * 1024 * 1024, ' ').fill('[', 0, 1)),
      'it begins like JSON but is cut off or damaged; export your LinkedIn cookies again and give the whole file.',
    ],
  ];

  it.each(cases)('%s', async (_, make, rest) => {
    const path = await make();
    const error = await thrownBy(() => readPath(path));
    expect(error).toBeInstanceOf(UsageError);
    expect(error).toMatchObject({ message: `The session from ${path}${OTHERS}${rest}` });
  });

  it.skipIf(isWindows || isRoot)('unreadable', async () => {
    const path = await fileWith(TEXT, 0);
    const message = `The session from ${path}${OTHERS}you may not read it; run this as its owner, or use a copy that is yours.`;
    expect(await thrownBy(() => readPath(path))).toMatchObject({ message });
  });

  it.skipIf(isWindows)('endless', async () => {
    expect(await thrownBy(() => readPath('/dev/zero'))).toMatchObject({ message: expect.stringContaining('5 MB') });
  });

  it('a path that is none', async () => {
    const error = await thrownBy(() => readPath('a\0b'));
    expect(error).toBeInstanceOf(UsageError);
    expect(error).toMatchObject({ message: expect.stringContaining('that is no path') });
  });
});

describe('a session from standard input', () => {
  it('comes in pieces', async () => {
    const pieces = TEXT.match(/.{1,7}/gs) ?? [];
    const { session, warnings } = await readInput(Readable.from(pieces.map((piece) => Buffer.from(piece))));
    expect(session.format).toBe('storage-state');
    expect(warnings).toEqual([]);
  });

  it('may come as text', async () => {
    expect((await readInput(Readable.from([COOKIES_TXT]))).session.format).toBe('netscape');
  });

  it.each([
    [
      'a terminal',
      () => readInput(Readable.from([TEXT]), true),
      'it is a terminal; pipe the file in, or give its path.',
    ],
    [
      'nothing',
      () => readInput(Readable.from([])),
      'it is empty; export your LinkedIn cookies again and give the whole file.',
    ],
    [
      'an endless stream',
      () => readInput(Readable.from(endless())),
      'it is larger than 5 MB; export your LinkedIn cookies again and give the whole file.',
    ],
    ['a broken stream', () => readInput(broken()), 'it could not be read (EIO); try again or use another file.'],
  ])('%s is refused', async (_, read, rest) => {
    const error = await thrownBy(read);
    expect(error).toBeInstanceOf(UsageError);
    expect(error).toMatchObject({ message: `The session from standard input${OTHERS}${rest}` });
  });
});

describe('a session from the environment', () => {
  const base64 = Buffer.from(TEXT).toString('base64');
  it.each([
    ['as it is', TEXT],
    ['a cookies.txt as it is', COOKIES_TXT],
    ['a cookies.txt of a host without a dot', `${COOKIES_TXT}localhost\tTRUE\t/\tTRUE\t0\ta\tb\n`],
    ['as base64', base64],
    ['as base64 without its padding', base64.replace(/=+$/, '')],
    ['as base64 in lines, as the command base64 writes it', base64.replace(/.{76}/g, '$&\n')],
    ['as base64 in lines of Windows', `${base64.replace(/.{64}/g, '$&\r\n')}\r\n`],
    ['as base64url', Buffer.from(TEXT).toString('base64url')],
    ['as base64 of a cookies.txt', Buffer.from(COOKIES_TXT).toString('base64')],
    ['as base64 of UTF-16', Buffer.from(`\uFEFF${TEXT}`, 'utf16le').toString('base64')],
  ])('%s', async (_, value) => {
    const { session, warnings } = await readValue(value);
    expect(session.cookies).toMatchObject([{ name: 'li_at', value: LI_AT }, ...session.cookies.slice(1)]);
    expect(warnings).toEqual([]);
  });

  it.each([
    ['empty', '', 'it is empty'],
    ['the cookie’s value instead of its file', LI_AT, 'it is not text'],
    ['huge', '['.repeat(5 * 1024 * 1024 + 1), 'it is larger than 5 MB'],
  ])('%s is refused', async (_, value, what) => {
    const error = await thrownBy(() => readValue(value));
    expect(error).toBeInstanceOf(UsageError);
    expect(error).toMatchObject({ message: expect.stringContaining(`LINKEDIN_AI_OPTOUT_SESSION${OTHERS}${what}; `) });
  });
});

function* endless(): Generator<Buffer> {
  for (;;) yield Buffer.alloc(65_536, 'x');
}

function broken(): Readable {
  return new Readable({
    read() {
      this.destroy(Object.assign(new Error(LI_AT), { code: 'EIO' }));
    },
  });
}
