import { describe, expect, it } from 'vitest';
import { carriesAny } from '../../../../src/page/form/carries.ts';

const VALUES = ['Al', '12', '', '1204', 'Müller & Söhne', 'robin+x@example.org', 'Because "I"\nobject'];
const sent = (url: string, body: string | null = null) => ({
  url: () => `https://www.linkedin.com${url}`,
  postData: () => body,
});

describe('a request', () => {
  it.each<[string, string, string | null]>([
    ['in its address', '/a?name=M%C3%BCller+%26+S%C3%B6hne', null],
    ['in its path', '/a/robin+x@example.org', null],
    ['escaped', '/a?mail=robin%2Bx%40example.org', null],
    ['in a form', '/a', 'mail=robin%2Bx%40example.org'],
    ['in JSON', '/a', JSON.stringify({ text: VALUES.at(-1) })],
    ['however short, as all of an entry of its query', '/a?b=c&name=+Al', null],
    ['that is a number, as such an entry', '/a?b=12', null],
    ['that is a longer number, in its path', '/a/1204/b', null],
    ['in the place of a name', '/a?Al', null],
    ['in several parts', '/a', '--x\r\nContent-Disposition: form-data; name="q"\r\n\r\nBecause "I"\r\nobject\r\n--x--'],
  ])('carries a value %s', (_, url, body) => {
    expect(carriesAny(sent(url, body), VALUES)).toBe(true);
  });

  it.each<[string, string, string | null]>([
    ['nothing', '/a?b=c', null],
    ['a value too short to tell', '/Al', 'Al'],
    ['more than a short value', '/a?b=Alp&c=121&d=1,12&e=', null],
    ['a broken escape', '/a?%E0%A4%A', '%'],
  ])('does not with %s', (_, url, body) => {
    expect(carriesAny(sent(url, body), VALUES)).toBe(false);
  });

  it.each([
    ['/help/ask/submit?b=c', false],
    ['/a?b=task', false],
    ['/a?b=ask', true],
  ])('with %s carries a word of the form’s own only as all of an entry: %s', (url, expected) => {
    expect(carriesAny(sent(url), [], ['ask', ''])).toBe(expected);
  });

  it('does not with a body that is no text', () => {
    const binary = {
      url: () => 'https://www.linkedin.com/',
      postData: () => {
        throw new Error('no text');
      },
    };
    expect(carriesAny(binary, VALUES)).toBe(false);
  });
});
