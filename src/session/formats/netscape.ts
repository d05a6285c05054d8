import type { Entry, SessionFormat } from '../formats.ts';

const HEADER = /^#[ \t]*(Netscape )?HTTP Cookie File/i;
const HTTP_ONLY = '#HttpOnly_';

/**
 * `cookies.txt`: per line domain, subdomains too (TRUE or FALSE), path, secure, expiry, name and value, separated by tabs.
 * @see https://everything.curl.dev/http/cookies/fileformat
 */
export const netscape: SessionFormat = {
  name: 'netscape',
  recognise: ({ text, json }) =>
    json === undefined &&
    linesOf(text).some(({ line }) => HEADER.test(line) || typeof truth(columnsOf(line)?.[1]) === 'boolean'),
  parse: ({ text }) => linesOf(text).filter(isCookie).map(toEntry),
};

interface Line {
  number: number;
  line: string;
}

function linesOf(text: string): Line[] {
  return text.split(/\r\n|\n|\r/).map((line, index) => ({ number: index + 1, line }));
}

function isCookie({ line }: Line): boolean {
  return line.startsWith(HTTP_ONLY) || (line.trim() !== '' && !line.startsWith('#'));
}

/** The seven columns of a line; editors that cut white space at line ends take the tab before an empty value along. */
function columnsOf(line: string): string[] | undefined {
  const columns = line.split('\t');
  return columns.length === 6 || columns.length === 7 ? columns : undefined;
}

function toEntry({ number, line }: Line): Entry {
  const where = `line ${number}`;
  const httpOnly = line.startsWith(HTTP_ONLY);
  const columns = columnsOf(httpOnly ? line.slice(HTTP_ONLY.length) : line);
  if (!columns) return { where, fields: undefined };
  const [domain, subdomains, path, secure, expires, name, value = ''] = columns;
  const withSubdomains = truth(subdomains);
  const hostOnly = typeof withSubdomains === 'boolean' ? !withSubdomains : withSubdomains;
  return {
    where,
    fields: { domain, hostOnly, path, secure: truth(secure), expires: expires || null, name, value, httpOnly },
  };
}

/** Any other word is passed on, for the check of the fields to find. */
function truth(column: string | undefined): boolean | string | undefined {
  const word = column?.trim().toUpperCase();
  if (word === 'TRUE') return true;
  if (word === 'FALSE') return false;
  return column;
}
