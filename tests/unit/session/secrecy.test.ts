import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { ReasonError, UsageError } from '../../../src/errors.ts';
import { parseSession } from '../../../src/session/parse.ts';
import { readSession } from '../../../src/session/read.ts';
import {
  CONTEXT,
  COOKIES_TXT,
  elsewhere,
  extensionExport,
  jsessionId,
  LAST_YEAR,
  LI_AT,
  liAt,
  SECRETS,
  storageState,
  thrownBy,
} from './given.ts';
import { randomOf } from './random.ts';

const unusable = (what: string) =>
  `The session from cookies.json cannot be used: ${what}; export your LinkedIn cookies again and give the whole file.`;
const badField = (field: string, where = 'cookie 1 of 1') =>
  unusable(`the field "${field}" of ${where} is missing or not what a cookie can have`);
const one = (overrides: Record<string, unknown>) => extensionExport(liAt(overrides));

const cutOff = unusable('it begins like JSON but is cut off or damaged');
const noList = unusable('it is JSON but holds no list of cookies');
const unknownFormat =
  'The session from cookies.json cannot be used: it is no Playwright storage state, no cookies.txt and no JSON of a cookie extension; export your LinkedIn cookies in one of these formats and give the whole file.';

/** Each of them holds a secret, unless it is empty. */
const BAD: [string, string, string][] = [
  ['empty', '', unusable('it is empty')],
  ['nothing but white space', '\uFEFF \r\n\t', unusable('it is empty')],
  ['the value alone', LI_AT, unknownFormat],
  ['a Cookie header', `li_at=${LI_AT}; JSESSIONID=${SECRETS[1]}`, unknownFormat],
  [
    'a table copied from developer tools',
    `li_at\t${LI_AT}\t.www.linkedin.com\t/\t2027-10-31\t200\t✓\t✓`,
    unknownFormat,
  ],
  ['JSON cut off', storageState(liAt()).slice(0, 90), cutOff],
  ['JSON cut off within a value', `[{"name":"li_at","value":"${LI_AT}`, cutOff],
  ['JSON with a word too many', `${one({})} ${LI_AT}`, cutOff],
  ['JSON with a comma too many', `[{"value":"${LI_AT}",}]`, cutOff],
  ['an object of names and values', JSON.stringify({ li_at: LI_AT }), noList],
  ['no list where the list belongs', JSON.stringify({ cookies: { li_at: LI_AT } }), noList],
  ['an encrypted export', JSON.stringify({ url: 'https://www.linkedin.com', version: 2, data: LI_AT }), noList],
  ['a list of texts', JSON.stringify([`li_at=${LI_AT}`]), unusable('cookie 1 of 1 is not a whole cookie')],
  ['a list of lists', JSON.stringify([liAt(), [LI_AT]]), unusable('cookie 2 of 2 is not a whole cookie')],
  ['a cookie of null', `[${JSON.stringify(liAt())},null]`, unusable('cookie 2 of 2 is not a whole cookie')],
  ['no domain', one({ domain: undefined }), badField('domain')],
  ['a domain that is a number', one({ domain: 1 }), badField('domain')],
  ['a domain that a browser reads otherwise', one({ domain: 'example.com/.linkedin.com' }), badField('domain')],
  ['a domain with a user', one({ domain: 'www.linkedin.com@x.linkedin.com' }), badField('domain')],
  ['a domain that is escaped', one({ domain: 'example%2ecom%2f.linkedin.com' }), badField('domain')],
  ['no name', one({ name: undefined }), badField('name')],
  ['a name with =', one({ name: `li_at=${LI_AT}` }), badField('name')],
  ['no value', extensionExport(jsessionId(), { ...liAt(), value: undefined }), badField('value', 'cookie 2 of 2')],
  ['a value that is a list', one({ value: [LI_AT] }), badField('value')],
  ['a value with ;', one({ value: `${LI_AT};` }), badField('value')],
  ['a value of several lines', one({ value: `${LI_AT}\n${LI_AT}` }), badField('value')],
  ['a value with half a character', one({ value: `${LI_AT}\ud800` }), badField('value')],
  ['a value too long for a browser', one({ value: LI_AT.repeat(200) }), badField('value')],
  ['a path that is too long', one({ path: `/${LI_AT.repeat(50)}` }), badField('path')],
  ['an expiry in words', one({ expirationDate: LI_AT }), badField('expirationDate')],
  ['an expiry that is a list', extensionExport({ ...liAt(), expires: [LI_AT] }), badField('expires')],
  ['a flag in words', one({ secure: LI_AT }), badField('secure')],
  ['a cookies.txt cut off', COOKIES_TXT.slice(0, 120), unusable('line 4 is not a whole cookie')],
  ['a cookies.txt without its tabs', COOKIES_TXT.replaceAll('\t', ' '), unusable('line 4 is not a whole cookie')],
  ['a cookies.txt with a column too many', `${COOKIES_TXT.trim()}\t\t\n`, unusable('line 6 is not a whole cookie')],
  ['a cookies.txt with another word', COOKIES_TXT.replace(`TRUE\t/`, `${LI_AT}\t/`), badField('hostOnly', 'line 4')],
  [
    'no li_at',
    extensionExport(jsessionId()),
    'The session from cookies.json has no cookie li_at for www.linkedin.com.',
  ],
  [
    'another site’s',
    extensionExport(elsewhere()),
    'The session from cookies.json holds 1 cookie, and it is not for www.linkedin.com.',
  ],
  [
    'past its date',
    one({ expirationDate: LAST_YEAR }),
    'The session from cookies.json expired on 2025-10-09T08:53:20.000Z.',
  ],
];

describe('a session that cannot be used is described without its content', () => {
  it.each(BAD)('%s', async (_, text, message) => {
    const error = await thrownBy(() => parseSession(text, CONTEXT));
    expect(error).toMatchObject({ message });
    expectNoSecret(error);
  });

  it.each(BAD)('%s, in the environment as base64', async (_, text) => {
    const value = Buffer.from(text).toString('base64');
    expectNoSecret(await thrownBy(() => readSession({ kind: 'environment', value }, CONTEXT)));
  });

  it.each([
    ['the value itself', LI_AT.repeat(5)],
    ['another value', 'ajax:8675309867530986753'],
    ['a header', `li_at=${LI_AT}`],
    ['the contents', storageState(liAt())],
    ['the contents, too', COOKIES_TXT],
  ])('%s given where its file is asked for', async (_, path) => {
    const error = await thrownBy(() => readSession({ kind: 'file', path }, CONTEXT));
    expect(error).toBeInstanceOf(UsageError);
    expectNoSecret(error);
  });
});

describe('whatever the bytes are', () => {
  const random = randomOf(20_261_101);
  const good = [storageState(liAt(), jsessionId()), extensionExport(liAt(), elsewhere()), COOKIES_TXT];
  const pick = <T>(list: readonly T[]) => list[Math.floor(random() * list.length)] as T;
  const at = (length: number) => Math.floor(random() * length);
  const makers: [string, () => Uint8Array][] = [
    ['random bytes', () => Uint8Array.from({ length: at(400) }, () => at(256))],
    [
      'random bytes with a byte order mark',
      () => Uint8Array.from([0xff, 0xfe, ...Array.from({ length: at(400) }, () => at(256))]),
    ],
    [
      'random text of the characters that count',
      () => Buffer.from(Array.from({ length: at(80) }, () => pick([...'[]{}",:\t\n #1._/a'])).join('')),
    ],
    ['a session cut off', () => Buffer.from(pick(good).slice(0, at(600)))],
    ['a session with a byte changed', () => changed(Buffer.from(pick(good)), at, 1)],
    ['a session with bytes changed', () => changed(Buffer.from(pick(good)), at, 12)],
    [
      'a session with a field made another kind',
      () =>
        Buffer.from(
          extensionExport(
            liAt({
              [pick(Object.keys(liAt()))]: pick<unknown>([null, 1, -1e9, true, '', LI_AT, [], {}, { toString: 1 }]),
            }),
          ),
        ),
    ],
  ];

  it.each(makers)('%s: a session, a UsageError or a ReasonError that keeps quiet', async (_, make) => {
    for (let round = 0; round < 300; round++) {
      const bytes = make();
      const value = Buffer.from(bytes).toString('base64url');
      const error = await thrownBy(() => readSession({ kind: 'environment', value }, CONTEXT));
      if (error === undefined) continue;
      expect(error instanceof UsageError || error instanceof ReasonError, inspect(error)).toBe(true);
      expectNoSecret(error);
    }
  });
});

function expectNoSecret(error: unknown): void {
  expect(error).toBeInstanceOf(Error);
  expect(error).not.toHaveProperty('cause');
  // `inspect` shows what a log would: message, stack, cause and every property.
  const shown = inspect(error, { depth: Number.POSITIVE_INFINITY, showHidden: true });
  for (const secret of SECRETS) {
    expect(shown).not.toContain(secret);
    expect(shown).not.toContain(secret.slice(0, 8));
    expect(shown).not.toContain(secret.slice(-8));
  }
}

function changed(bytes: Buffer, at: (length: number) => number, times: number): Buffer {
  for (let time = 0; time < times; time++) bytes[at(bytes.length)] = at(128);
  return bytes;
}
