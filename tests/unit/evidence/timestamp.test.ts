import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Chalk } from 'chalk';
import { describe, expect, it } from 'vitest';
import { VERIFICATION_FORMATS } from '../../../src/evidence/render-verification.ts';
import { buildTimestampRequest } from '../../../src/evidence/timestamp/request.ts';
import { verifyBundle } from '../../../src/evidence/verify.ts';
import { hasOpenssl, isSignedFor, openAuthority } from './authority.ts';
import { keptBundle, listening } from './given.ts';

/** A timestamp over the manifest, from an authority that is real but for its name: openssl's own. */

describe.runIf(hasOpenssl)('a timestamp', () => {
  it('is asked for with a hash and a number alone, and kept, and openssl finds it to be the authority’s', async () => {
    const authority = await openAuthority();
    const terminal = listening();
    const before = Date.now();
    const folder = await keptBundle(authority.url, terminal);
    const [answer, manifest] = ['manifest.tsr', 'manifest.json'].map((name) => join(folder, name)) as [string, string];
    expect(await isSignedFor(answer, manifest, authority.certificate)).toBe(true);

    const [asked, another] = authority.asked;
    expect(another).toBeUndefined();
    expect([asked?.method, asked?.headers['content-type']]).toEqual(['POST', 'application/timestamp-query']);
    expect(asked?.headers.cookie).toBeUndefined();
    // version, algorithm, 32 bytes of hash, 16 of nonce, certReq, and what holds them together
    expect(asked?.body.length).toBeLessThan(90);

    const { intact, timestamp } = await verifyBundle(folder);
    expect([intact, timestamp?.state]).toEqual([true, 'intact']);
    const at = timestamp?.state === 'intact' ? Date.parse(timestamp.at) : 0;
    expect(Math.abs(at - before)).toBeLessThan(60_000);
    const said = terminal.said.at(-1);
    expect(said).toContain(`The authority says that it was there at ${new Date(at).toISOString()}`);
  });

  it('no longer fits a manifest that was changed', async () => {
    const authority = await openAuthority();
    const folder = await keptBundle(authority.url);
    const path = join(folder, 'manifest.json');
    await writeFile(path, `${await readFile(path, 'utf8')} `);
    expect(await isSignedFor(join(folder, 'manifest.tsr'), path, authority.certificate)).toBe(false);
    expect(await verifyBundle(folder)).toMatchObject({
      intact: false,
      timestamp: { state: 'changed', detail: 'it is about another manifest' },
    });
    await writeFile(join(folder, 'manifest.tsr'), 'nonsense');
    expect(await verifyBundle(folder)).toMatchObject({
      intact: false,
      timestamp: { state: 'changed', detail: 'it is no granted timestamp over a SHA-256' },
    });
  });

  it('comes with the command that checks its signature, which works', async () => {
    const authority = await openAuthority();
    const folder = await keptBundle(authority.url);
    const text = VERIFICATION_FORMATS.text(await verifyBundle(folder), new Chalk({ level: 0 }));
    expect(text).toContain('Its signature is not');
    const [, answer = '', data = ''] = /openssl ts -verify -in (\S+) -data (\S+) -CAfile/.exec(text) ?? [];
    expect(await isSignedFor(answer, data, authority.certificate)).toBe(true);
  });

  /** The same authority's answer to a question of before. */
  let earlier: Buffer | null = null;
  const cases: [string, (answer: Buffer) => Buffer | number | null, RegExp][] = [
    ['that breaks off', () => null, /could not be reached|broke off/],
    ['that answers 503', () => 503, /answered 503\./],
    ['that points to somebody else', () => 302, /could not be reached\./],
    ['that answers nonsense', () => Buffer.from('<html>'), /is no timestamp over a SHA-256\./],
    ['that answers half', (answer) => answer.subarray(0, answer.length / 2), /is no timestamp over a SHA-256\./],
    ['that refuses', () => Buffer.from('30053003020102', 'hex'), /refused it \(status 2\)\./],
    ['that grants nothing', () => Buffer.from('30053003020100', 'hex'), /holds no timestamp\./],
    ['that answers without end', () => Buffer.alloc(2_000_000), /answered more than a timestamp\./],
    [
      'that gives an answer to another question',
      (answer) => {
        const given = earlier ?? answer;
        earlier = answer;
        return given;
      },
      /is about something else\.|is to another question\./,
    ],
  ];
  it.each(cases)(
    'of an authority %s is none, and the evidence is whole all the same',
    async (name, twist, sentence) => {
      const authority = await openAuthority(twist);
      if (name.includes('another question')) await keptBundle(authority.url);
      const terminal = listening();
      const folder = await keptBundle(authority.url, terminal);
      expect(terminal.said.at(-1)).toMatch(/^warning: There is no timestamp: .+ The evidence itself is complete\.$/);
      expect(terminal.said.at(-1)).toMatch(sentence);
      expect(await readdir(folder)).not.toContain('manifest.tsr');
      expect(await verifyBundle(folder)).toMatchObject({ intact: true, timestamp: null });
    },
  );
});

describe('a question', () => {
  it('has another number each time, and the same hash', () => {
    const hash = Buffer.alloc(32, 7);
    const questions = Array.from({ length: 50 }, () => buildTimestampRequest(hash));
    expect(new Set(questions.map(({ nonce }) => nonce)).size).toBe(50);
    for (const { bytes, nonce } of questions) {
      expect(Buffer.from(bytes).includes(hash)).toBe(true);
      expect(Buffer.from(bytes).includes(Buffer.from(nonce, 'hex'))).toBe(true);
    }
  });
});
