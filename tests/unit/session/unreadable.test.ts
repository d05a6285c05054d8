import { describe, expect, it } from 'vitest';
import { shownPath, unreadable } from '../../../src/session/unreadable.ts';

const failure = (code?: string) => Object.assign(new Error('open /secret'), code === undefined ? {} : { code });

describe('what the system says becomes one sentence', () => {
  it.each([
    ['ENOENT', 'there is no such file; check its path'],
    ['ENOTDIR', 'there is no such file; check its path'],
    ['ENAMETOOLONG', 'that is no path; give the path of a file, or - and its contents on standard input'],
    ['EISDIR', 'it is a directory; name the file in it'],
    ['EACCES', 'you may not read it; run this as its owner, or use a copy that is yours'],
    ['EPERM', 'you may not read it; run this as its owner, or use a copy that is yours'],
    ['EIO', 'it could not be read (EIO); try again or use another file'],
    [undefined, 'it could not be read (no reason given); try again or use another file'],
  ])('%s', (code, rest) => {
    const error = unreadable(failure(code), 'a.json');
    expect(error.message).toBe(`The session from a.json cannot be used: ${rest}.`);
    expect(error).not.toHaveProperty('cause');
  });
});

describe('a path is shown, and what is none is not', () => {
  it.each([
    'cookies.txt',
    './www.linkedin.com_cookies (1).json',
    '/home/me/Library/Application Support/sessions/default.json',
    'C:\\Users\\Me\\Downloads\\cookies.txt',
    '/dev/fd/63',
  ])('%s', (path) => {
    expect(shownPath(path)).toBe(path);
  });

  it.each([
    ['a long value', 'A'.repeat(65)],
    ['a header', 'li_at=AQED'],
    ['a value in quotes', '"x"'],
    ['JSON', '{x'],
    ['lines', 'a\nb'],
    ['the start of a JSESSIONID', 'ajax:1'],
  ])('%s', (_, path) => {
    expect(shownPath(path)).toBe('the file given');
  });
});
