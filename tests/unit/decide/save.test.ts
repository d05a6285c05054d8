import { describe, expect, it } from 'vitest';
import { isSaveOfOff, type Polarity } from '../../../src/decide/save.ts';
import { KEY } from './given.ts';

const BOOLEANS: Polarity = { onValue: true, offValue: false };
const REVERSED: Polarity = { onValue: 'DISALLOW', offValue: 'ALLOW' };

const nested = (depth: number, inner: string) => `${'{"a":'.repeat(depth)}${inner}${'}'.repeat(depth)}`;

describe('the one write that is let through', () => {
  const cases: [string, string | null, Polarity | null, boolean][] = [
    ['the off value', '{"value":false}', BOOLEANS, true],
    ['the off value, as text', '{"value":"false"}', BOOLEANS, true],
    ['the off value, deep inside', '{"patch":{"$set":{"value":false}}}', BOOLEANS, true],
    ['the off value, where the words are reversed', '{"value":"ALLOW"}', REVERSED, true],
    ['the off value, naming our key', `{"key":"${KEY}","value":false}`, BOOLEANS, true],
    ['the off value in a form', `key=${KEY}&value=false`, BOOLEANS, true],
    ['something that is not known to mean on', '{"value":"OFF"}', null, true],
    ['a body without a value', '{}', BOOLEANS, true],
    ['no body', null, BOOLEANS, true],
    ['the on value', '{"value":true}', BOOLEANS, false],
    ['the on value, where the words are reversed', '{"value":"DISALLOW"}', REVERSED, false],
    ['a value that is neither', '{"value":"later"}', BOOLEANS, false],
    ['an obvious on, where nothing is known', '{"value":true}', null, false],
    ['an obvious on in a form, where nothing is known', 'value=true', null, false],
    ['another key', '{"key":"another","value":false}', BOOLEANS, false],
    ['another key beside ours', `[{"key":"${KEY}","value":false},{"key":"another","value":false}]`, BOOLEANS, false],
    ['a key that is no name', '{"key":7,"value":false}', BOOLEANS, false],
    ['a value that is nothing', '{"value":null}', BOOLEANS, false],
    ['JSON that is nothing', 'null', BOOLEANS, true],
    ...['true', 'on', 'YES', '1', 'allow', 'ALLOWED', 'Enabled'].map((word): [string, string, null, boolean] => [
      `${word}, where nothing is known`,
      `{"value":"${word}"}`,
      null,
      false,
    ]),
    ['off twice', `[{"name":"${KEY}","value":false},{"name":"another","value":false}]`, BOOLEANS, false],
    ['off under another name', `{"key":"${KEY}","isAllowed":false}`, null, true],
    ['off in another word', '{"choice":"Disallow","from":"page"}', BOOLEANS, true],
    ['off as only the page knows it', '{"choice":"ALLOW"}', REVERSED, true],
    ['on under another name', '{"enabled":true}', BOOLEANS, false],
    ['a report', '{"event":"toggled"}', BOOLEANS, false],
    ['a report, where nothing is known', '{"event":"toggled"}', null, false],
    ['a text', '"toggled"', BOOLEANS, false],
    ['a nought, which may count anything', '{"delta":0}', BOOLEANS, false],
    ['a nought where that means off', '{"state":0}', { onValue: 1, offValue: 0 }, true],
    ['off and nothing else', 'false', BOOLEANS, true],
    ['on and nothing else', 'true', BOOLEANS, false],
    ['off and then on', `[{"value":false},{"value":true}]`, BOOLEANS, false],
    ['the off value in a value', '{"value":{"value":false}}', BOOLEANS, true],
    ['a value that is nothing, in a value', '{"value":{"value":null}}', BOOLEANS, false],
    ['the off value, as deep as may be', nested(11, '{"value":false}'), BOOLEANS, true],
    ['the off value, too deep to be looked at', nested(12, '{"value":false}'), BOOLEANS, false],
    ['what is meant to exhaust us', nested(200_000, '1'), BOOLEANS, false],
  ];
  it.each(cases)('%s', (_name, body, polarity, isLetThrough) => {
    expect(isSaveOfOff(body, { key: KEY, polarity, mustTell: false, query: '' })).toBe(isLetThrough);
  });

  it.each([
    ['?value=false', null, true],
    ['?value=true', null, false],
    ['?value=true', '{"value":false}', false],
    [`?key=${KEY}&v=2`, '{"value":false}', true],
    ['?key=another', '{"value":false}', false],
    ['?event=toggled', null, true],
  ])('may be told by the address: %s with %s', (query, body, isLetThrough) => {
    expect(isSaveOfOff(body, { key: KEY, polarity: BOOLEANS, mustTell: false, query })).toBe(isLetThrough);
  });

  it.each([
    ['{"value":false}', true],
    ['{"value":true}', false],
    ['{"enabled":false}', false],
    ['{}', false],
    [null, false],
  ])('to another service than the settings’ own, a value is needed: %s', (body, isLetThrough) => {
    expect(isSaveOfOff(body, { key: KEY, polarity: BOOLEANS, mustTell: true, query: '' })).toBe(isLetThrough);
  });
});
