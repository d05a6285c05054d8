import { armor, generateX25519Identity, identityToRecipient } from 'age-encryption';
import { beforeAll, describe, expect, it } from 'vitest';
import { parseSession } from '../../../../src/session/parse.ts';
import { textOfKept } from '../../../../src/session/store/kept.ts';
import { exportFor, importFrom } from '../../../../src/session/store/portable.ts';
import { seal, unseal } from '../../../../src/session/store/seal.ts';
import { CONTEXT as PARSING, thrownBy } from '../given.ts';
import { expectQuiet, expectSentence, session } from './given.ts';

let key: string;
let recipient: string;
let exported: string;
beforeAll(async () => {
  key = await generateX25519Identity();
  recipient = await identityToRecipient(key);
  exported = await exportFor(session(), ` ${recipient}\n`);
});

const sealedText = async (text: string) => armor.encode((await seal(text, recipient)) ?? new Uint8Array());

describe('an exported session', () => {
  it('is text that only the recipient opens', async () => {
    expect(exported).toMatch(/^-----BEGIN AGE ENCRYPTED FILE-----\n[\w+/=\n]+-----END AGE ENCRYPTED FILE-----\n$/);
    expectQuiet(exported);
    expect(await importFrom(exported, key)).toEqual(session());
  });

  it('is one that --session reads, once age has opened it', async () => {
    const opened = await unseal(armor.decode(exported), key);
    const { cookies } = parseSession(typeof opened === 'object' ? opened.text : '', PARSING);
    expect(cookies).toMatchObject(session().cookies.map(({ name, value }) => ({ name, value })));
  });

  it.each<[string, (text: string) => string]>([
    ['with the line ends of Windows', (text) => text.replaceAll('\n', '\r\n')],
    ['with white space around it', (text) => `\n  ${text}\n\n`],
    ['with a byte order mark', (text) => `\uFEFF${text}`],
  ])('may come %s', async (_, change) => {
    expect(await importFrom(change(exported), key)).toEqual(session());
  });
});

describe('a recipient that is none', () => {
  it.each([
    ['empty', async () => ''],
    ['a word', async () => 'me'],
    ['cut off', async () => recipient.slice(0, -1)],
    ['mistyped', async () => recipient.replace(/.$/, (last) => (last === 'q' ? 'p' : 'q'))],
    ['an SSH key', async () => 'ssh-ed25519 AAAA'],
    ['the secret half', async () => key],
  ])('%s', async (_, given) => {
    const error = await thrownBy(async () => exportFor(session(), await given()));
    expectSentence(error, key);
    expect(error.message).toBe('That is no age recipient; give the public key that age-keygen prints, "age1…".');
  });
});

describe('an export that cannot be opened', () => {
  const again = 'export it again and hand over the whole text';
  it.each<[string, () => Promise<[string, string]>, string]>([
    [
      'with a key that is none',
      async () => [exported, 'x'],
      'the key is no age identity; give the one that age-keygen made, "AGE-SECRET-KEY-1…"',
    ],
    [
      'with the public half',
      async () => [exported, recipient],
      'the key is no age identity; give the one that age-keygen made, "AGE-SECRET-KEY-1…"',
    ],
    [
      'with another key',
      async () => [exported, await generateX25519Identity()],
      `it was made for another key; ${again}, for this key`,
    ],
    ['empty', async () => ['', key], `it is no armored age file, or not a whole one; ${again}`],
    ['cut off', async () => [exported.slice(0, 300), key], `it is no armored age file, or not a whole one; ${again}`],
    ['without a line', async () => [withoutLine(exported, 6), key], `it is damaged; ${again}`],
    ['huge', async () => ['x'.repeat(11_000_000), key], `it is no armored age file, or not a whole one; ${again}`],
    ['of something else', async () => [await sealedText('{"li_at":1}'), key], `it holds no session; ${again}`],
    ['of no JSON', async () => [await sealedText('li_at'), key], `it holds no session; ${again}`],
    [
      'of a newer version',
      async () => [await sealedText(textOfKept(session()).replace(':1,', ':2,')), key],
      'it was made by a newer version of this program; update this one',
    ],
  ])('%s', async (_, given, rest) => {
    const error = await thrownBy(async () => importFrom(...(await given())));
    expectSentence(error, key);
    expect(error.message).toBe(`The exported session cannot be opened: ${rest}.`);
  });
});

function withoutLine(text: string, index: number): string {
  return text.split('\n').toSpliced(index, 1).join('\n');
}
