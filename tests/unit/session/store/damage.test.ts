import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { thrownBy } from '../given.ts';
import { randomOf } from '../random.ts';
import { expectSentence, identityIn, open, session, storeWith } from './given.ts';

const ROUNDS = 150;
const random = randomOf(20_261_101);
const at = (length: number) => Math.floor(random() * length);

const DAMAGES: [string, (bytes: Buffer) => Buffer][] = [
  ['cut off', (bytes) => bytes.subarray(0, at(bytes.length))],
  ['with a bit turned', (bytes) => turned(bytes, 1)],
  ['with bits turned', (bytes) => turned(bytes, 20)],
  ['with bytes too many', (bytes) => Buffer.concat([bytes, random8()])],
  ['with bytes put in', (bytes) => spliced(bytes, random8())],
  ['with its beginning missing', (bytes) => bytes.subarray(1 + at(bytes.length - 1))],
  ['overwritten with zeros from somewhere on', (bytes) => Buffer.from(bytes).fill(0, at(bytes.length))],
];

describe('whatever happened to the file, one sentence tells of it', { timeout: 60_000 }, () => {
  it.each(DAMAGES)('a session %s', async (_, damage) => {
    const store = await storeWith();
    const key = await identityIn(store.folder);
    const path = join(store.folder, 'account-default.age');
    const whole = await readFile(path);
    for (let round = 0; round < ROUNDS; round++) {
      await writeFile(path, damage(whole));
      const error = await thrownBy(() => store.load('default'));
      expectSentence(error, key);
      expect(error.message).toMatch(/^The kept session of "default" cannot be opened.*(damaged|key that is here)/);
    }
    await writeFile(path, whole);
    expect(await store.load('default')).toEqual(session());
  });

  it.each(DAMAGES)('a key file %s', async (_, damage) => {
    const { folder } = await storeWith();
    const key = await identityIn(folder);
    const path = join(folder, 'key.json');
    const whole = await readFile(path);
    for (let round = 0; round < ROUNDS; round++) {
      const damaged = damage(whole);
      await writeFile(path, damaged);
      const store = await open(folder);
      const error = await thrownBy(() => store.load('default'));
      // A turned bit may make white space of the line end, which harms nobody.
      if (error === undefined) continue;
      expectSentence(error, key);
      expect(error.message).toMatch(/^The sessions kept in .* cannot be opened/);
      expectSentence(await thrownBy(() => store.requireWritable()), key);
      expect(await readFile(path)).toEqual(damaged);
    }
  });
});

function turned(bytes: Buffer, times: number): Buffer {
  const copy = Buffer.from(bytes);
  // Different places: a bit that is turned twice is whole again.
  const places = new Set(Array.from({ length: times }, () => at(copy.length * 8)));
  for (const place of places) copy[place >> 3] = (copy[place >> 3] ?? 0) ^ (1 << (place & 7));
  return copy;
}

function spliced(bytes: Buffer, more: Buffer): Buffer {
  const place = at(bytes.length);
  return Buffer.concat([bytes.subarray(0, place), more, bytes.subarray(place)]);
}

function random8(): Buffer {
  return Buffer.from(Array.from({ length: 1 + at(8) }, () => at(256)));
}
