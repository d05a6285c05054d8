import { describe, expect, it } from 'vitest';
import { ReasonError } from '../../../src/errors.ts';
import { parseSession } from '../../../src/session/parse.ts';
import { CONTEXT, elsewhere, extensionExport, type Given, jsessionId, LAST_YEAR, liAt, thrownBy } from './given.ts';

const reasonOf = async (...cookies: Given[]) => {
  const error = await thrownBy(() => parseSession(extensionExport(...cookies), CONTEXT));
  return error instanceof ReasonError ? { code: error.reason.code, message: error.message } : error;
};

describe('a session that is no sign-in', () => {
  const notForUs = 'The session from cookies.json has no cookie li_at for www.linkedin.com.';
  const ended = 'The session from cookies.json is a signed-out one.';
  const cases: [string, Given[], string, string][] = [
    ['no cookies', [], 'signed-out', 'The session from cookies.json holds no cookies.'],
    [
      'one cookie of another site',
      [elsewhere()],
      'signed-out',
      'The session from cookies.json holds 1 cookie, and it is not for www.linkedin.com.',
    ],
    [
      'cookies of other sites',
      [elsewhere(), elsewhere({ name: 'li_at' })],
      'signed-out',
      'The session from cookies.json holds 2 cookies, and none of them is for www.linkedin.com.',
    ],
    ['no li_at', [jsessionId()], 'signed-out', notForUs],
    ['a li_at that never reaches the site', [liAt({ domain: '.licdn.com' })], 'signed-out', notForUs],
    ['a li_at of another LinkedIn host', [liAt({ domain: 'linkedin.com', hostOnly: true })], 'signed-out', notForUs],
    ['an empty li_at', [liAt({ value: '' })], 'signed-out', ended],
    ['a li_at that the site took back', [liAt({ value: 'delete me' })], 'signed-out', ended],
    ['the same in quotes', [liAt({ value: '"delete me"' })], 'signed-out', ended],
    ['the same, and past its date', [liAt({ value: 'delete me', expirationDate: 1 })], 'signed-out', ended],
    [
      'a li_at past its date',
      [liAt({ expirationDate: LAST_YEAR })],
      'session-expired',
      'The session from cookies.json expired on 2025-10-09T08:53:20.000Z.',
    ],
    [
      'a li_at that expires this very second',
      [liAt({ expirationDate: CONTEXT.now.getTime() / 1000 })],
      'session-expired',
      'The session from cookies.json expired on 2026-11-01T12:00:00.000Z.',
    ],
  ];

  it.each(cases)('%s', async (_, cookies, code, message) => {
    expect(await reasonOf(...cookies)).toEqual({ code, message });
  });

  it('tells what to do next', async () => {
    const error = await thrownBy(() => parseSession('[]', CONTEXT));
    expect(error).toMatchObject({ reason: { hint: expect.stringContaining('--session') } });
  });
});

describe('a session that can be a sign-in', () => {
  it.each([
    ['a li_at for all of LinkedIn', [liAt({ domain: '.linkedin.com' })]],
    ['a li_at for the host alone', [liAt({ domain: 'www.linkedin.com', hostOnly: true })]],
    ['a li_at until the browser closes', [liAt({ session: true })]],
    ['a live li_at beside an old one', [liAt({ domain: '.linkedin.com', expirationDate: LAST_YEAR }), liAt()]],
  ])('%s', (_, cookies) => {
    expect(parseSession(extensionExport(...cookies), CONTEXT).cookies).toHaveLength(1);
  });
});
