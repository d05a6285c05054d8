import { describe, expect, it } from 'vitest';
import { accountOf, fileNameOf } from '../../../../src/session/store/names.ts';

const ACCOUNTS = [
  'default',
  'Default',
  'WORK',
  'a.b',
  '.',
  '..',
  '...',
  'con',
  'NUL',
  '-',
  '_x',
  'x.age',
  'Z'.repeat(64),
];

describe('the file of an account', () => {
  it.each(ACCOUNTS)('%s has a plain name, and the name tells the account', (account) => {
    const name = fileNameOf(account);
    expect(name).toMatch(/^account-[a-z0-9_~-]+\.age$/);
    expect(name.length).toBeLessThan(220);
    expect(accountOf(name)).toBe(account);
  });

  it('is one of its own, also where capitals do not count', () => {
    expect(new Set(ACCOUNTS.map((account) => fileNameOf(account).toLowerCase())).size).toBe(ACCOUNTS.length);
  });
});

describe('a file that is no account’s', () => {
  it.each([
    'key.json',
    'account-.age',
    'account-Work.age',
    'account-a.b.age',
    'account-~6.age',
    'account-~61.age',
    'account-~2f.age',
    'account-default.age.0123456789ab.draft',
  ])('%s', (name) => {
    expect(accountOf(name)).toBeUndefined();
  });
});
