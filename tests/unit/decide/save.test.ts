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
    ['off and then on', `[{"value":false},{"value":true}]`, BOOLEANS, false],
    ['the off value, as deep as may be', nested(12, '{"value":false}'), BOOLEANS, true],
    ['the off value, too deep to be looked at', nested(13, '{"value":false}'), BOOLEANS, false],
    ['what is meant to exhaust us', nested(200_000, '1'), BOOLEANS, false],
  ];
  it.each(cases)('%s', (_name, body, polarity, isLetThrough) => {
    expect(isSaveOfOff(body, { key: KEY, polarity, mustTell: false })).toBe(isLetThrough);
  });

  it.each([
    ['{"value":false}', true],
    ['{"value":true}', false],
    ['{}', false],
    [null, false],
  ])('to another service than the settings’ own, a value is needed: %s', (body, isLetThrough) => {
    expect(isSaveOfOff(body, { key: KEY, polarity: BOOLEANS, mustTell: true })).toBe(isLetThrough);
  });
});
