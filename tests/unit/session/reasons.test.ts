import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { buildAlert } from '../../../src/audit/alert.ts';
import { decideAnswer } from '../../../src/decide/answer.ts';
import { UsageError } from '../../../src/errors.ts';
import { readSession } from '../../../src/session/read.ts';
import { withAccountLock } from '../../../src/session/store/lock.ts';
import type { ReasonCode } from '../../../src/vocabulary.ts';
import { result } from '../report/given.ts';
import { NOW, SITE, thrownBy } from './given.ts';
import { newFolder, open, storeWith, workingKeychain } from './store/given.ts';

/** What keeps one account of an audit from being checked is told in its result, and in what others are told of it. */

const read = (path: string) => readSession({ kind: 'file', path }, { site: SITE, now: NOW });

describe('in a report', () => {
  const cases: [string, (parent: string) => Promise<unknown>, ReasonCode, RegExp, string][] = [
    [
      'a file that is no session',
      async (parent) => {
        await writeFile(join(parent, 'odd'), 'nonsense', { mode: 0o600 });
        return read(join(parent, 'odd'));
      },
      'signed-out',
      /cannot be used: it is no Playwright storage state/,
      'Export your LinkedIn cookies in one of these formats and give the whole file.',
    ],
    ['a file that is not there', () => read('/no/such'), 'signed-out', /there is no such file\.$/, 'Check its path.'],
    [
      'a file that the system does not give',
      async (parent) => {
        await symlink(join(parent, 'loop'), join(parent, 'loop'));
        return read(join(parent, 'loop'));
      },
      'unreachable',
      /it could not be read \(ELOOP\)\.$/,
      'Try again or use another file.',
    ],
    [
      'an account in use by another run',
      async (parent) => {
        const folder = join(parent, 'sessions');
        return withAccountLock(folder, 'a', () => withAccountLock(folder, 'a', async () => null));
      },
      'timeout',
      /^The account "a" is in use: another run uses it \(process \d+\)\.$/,
      'Wait until that has ended, or end it, and try again.',
    ],
    [
      'a keychain that is locked',
      async () => {
        const { folder } = await storeWith(['a'], { keychain: workingKeychain() });
        return (await open(folder)).load('a');
      },
      'unreachable',
      /the system’s keychain, which has their key, is locked, refuses, or does not answer\.$/,
      'Unlock it and try again.',
    ],
    [
      'a session that is damaged',
      async () => {
        const { folder } = await storeWith(['a']);
        await writeFile(join(folder, 'account-a.age'), 'x', { mode: 0o600 });
        return (await open(folder)).load('a');
      },
      'signed-out',
      /its file is cut off or damaged\.$/,
      'Sign in again.',
    ],
  ];
  it.each(cases)('%s', async (_, work, code, message, hint) => {
    const parent = join(await newFolder(), '..');
    await mkdir(parent, { recursive: true });
    const error = await thrownBy(() => work(parent));
    expect(error).toBeInstanceOf(UsageError);
    const { reason } = error as UsageError;
    expect(reason).toEqual({ code, message: expect.stringMatching(message), hint });

    const state = 'unknown';
    const answer = decideAnswer({ state, reason });
    const finding = { answer, excepted: false, at: NOW.toISOString(), lastProvenAt: null, maxAgeDays: 14 };
    const { sentence } = buildAlert('change', result({ state, reason, verdict: 'error' }), finding);
    const cause = code === 'signed-out' ? 'there is no sign-in that works' : 'something is in the way';
    expect(sentence).toContain(`cannot be checked: ${cause}. ${reason?.message}`);
    expect(sentence).not.toContain('has ended.');
  });
});
