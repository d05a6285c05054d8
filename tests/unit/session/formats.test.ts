import { describe, expect, it } from 'vitest';
import { parseSession } from '../../../src/session/parse.ts';
import {
  CONTEXT,
  COOKIES_TXT,
  cdp,
  elsewhere,
  extensionExport,
  JSESSIONID,
  jsessionId,
  LI_AT,
  liAt,
  NEXT_YEAR,
  storageState,
} from './given.ts';

const LI_AT_OUT = {
  name: 'li_at',
  value: LI_AT,
  domain: '.www.linkedin.com',
  path: '/',
  expires: NEXT_YEAR,
  httpOnly: true,
  secure: true,
  sameSite: 'None',
};
const JSESSIONID_OUT = { ...LI_AT_OUT, name: 'JSESSIONID', value: JSESSIONID, httpOnly: false };

describe('a session is told by its content', () => {
  const three = [liAt(), jsessionId(), elsewhere()];
  const jsonCases = [
    ['a Playwright storage state', storageState(...three), 'storage-state'],
    ['the list of a cookie extension', extensionExport(...three), 'extension'],
    ['the list of Puppeteer or CDP', extensionExport(...three.map(cdp)), 'extension'],
    ['an export of J2Team Cookies', JSON.stringify({ url: 'https://www.linkedin.com', cookies: three }), 'extension'],
    ['a file with a byte order mark', `\uFEFF${extensionExport(...three)}`, 'extension'],
    ['a file with blank lines around', `\r\n  ${storageState(...three)}\r\n\r\n`, 'storage-state'],
  ] as const;

  it.each(jsonCases)('%s: the site’s cookies and nothing else', (_, text, format) => {
    expect(parseSession(text, CONTEXT)).toEqual({ format, cookies: [LI_AT_OUT, JSESSIONID_OUT] });
  });

  const netscapeCases = [
    ['as curl writes it', COOKIES_TXT],
    ['with the line ends of Windows', COOKIES_TXT.replaceAll('\n', '\r\n')],
    ['with a byte order mark', `\uFEFF${COOKIES_TXT}`],
    ['without its header', COOKIES_TXT.split('\n').slice(2).join('\n')],
    ['with the other header', COOKIES_TXT.replace('Netscape HTTP', 'HTTP')],
    ['with its words in lower case', COOKIES_TXT.replaceAll('TRUE', 'true').replaceAll('FALSE', 'false')],
    ['without an end of its last line', COOKIES_TXT.trimEnd()],
  ] as const;

  it.each(netscapeCases)('a cookies.txt %s: the site’s cookies and nothing else', (_, text) => {
    expect(parseSession(text, CONTEXT)).toEqual({
      format: 'netscape',
      cookies: [
        { ...LI_AT_OUT, sameSite: 'Lax' },
        { ...JSESSIONID_OUT, expires: -1, sameSite: 'Lax' },
      ],
    });
  });
});

describe('a line of cookies.txt', () => {
  const cookieOfLine = (line: string) => parseSession(`${COOKIES_TXT}${line}\n`, CONTEXT).cookies[2];

  it.each([
    ['an empty value', '.linkedin.com\tTRUE\t/\tTRUE\t0\tlang\t'],
    ['no column for the value', '.linkedin.com\tTRUE\t/\tTRUE\t0\tlang'],
    ['no expiry', '.linkedin.com\tTRUE\t/\tTRUE\t\tlang\t'],
  ])('may have %s', (_, line) => {
    expect(cookieOfLine(line)).toMatchObject({ name: 'lang', value: '', expires: -1 });
  });

  it.each([
    ['www.linkedin.com\tFALSE', 'www.linkedin.com'],
    ['www.linkedin.com\tTRUE', '.www.linkedin.com'],
    ['.linkedin.com\tTRUE', '.linkedin.com'],
    ['.linkedin.com\tFALSE', '.linkedin.com'],
  ])('%s is a cookie for %s', (start, domain) => {
    expect(cookieOfLine(`${start}\t/\tTRUE\t0\tlang\ten`)).toMatchObject({ domain });
  });

  it.each([
    ['2147483647', 2_147_483_647],
    ['1825000000.75', 1_825_000_000],
    ['1825000000123', 1_825_000_000],
    ['-1', -1],
  ])('with the expiry %s expires at %i', (expiry, expires) => {
    expect(cookieOfLine(`.linkedin.com\tTRUE\t/\tTRUE\t${expiry}\tlang\ten`)).toMatchObject({ expires });
  });
});
