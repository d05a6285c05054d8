import { mkdir, readdir, rename, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { tellCounts } from '../../../../src/report/merge/totals.ts';
import { reason } from '../../../../src/vocabulary.ts';
import { ON, report, result } from '../given.ts';
import { attestationOf, folderWith, member, mergeOf, NOW, reportOf, type Told, UNKNOWN } from './given.ts';

/** Many reports and attestations, put together. */

const told = ({ rows }: Told) => rows.map(({ account, state }) => `${account ?? '?'}: ${state}`);
const headline = ({ totals }: Told, maxAge = '30 days') =>
  Object.values(totals.bySetting).map((counts) => tellCounts(counts, maxAge));
const shuffled = <T>(list: readonly T[]) => [[...list], [...list].reverse()];
const NOT_OFFERED = { state: 'not-offered', verdict: 'not-applicable' } as const;
const CHALLENGE = { ...UNKNOWN, verdict: 'error', reason: reason('challenge', 'A check.') } as const;

describe('of each account', () => {
  it('the latest counts, in whatever order they come, on as well as off and unknown', async () => {
    const inputs = [
      reportOf({ name: 'ada', days: 3 }, ON),
      reportOf({ name: 'ada', days: 1 }),
      reportOf({ name: 'ben', days: 1 }, ON),
      reportOf({ name: 'ben', days: 2 }),
      reportOf({ name: 'cat', days: 2 }),
      reportOf({ name: 'cat', days: 1 }, UNKNOWN),
    ];
    for (const order of shuffled(inputs)) {
      const merged = await mergeOf(order);
      expect(told(merged)).toEqual(['ada: off', 'ben: on', 'cat: unknown']);
      expect(merged.rows.map(({ results }) => results)).toEqual([2, 2, 2]);
      expect(headline(merged)).toEqual(['1 of 3 off, 1 on, 1 unknown']);
    }
  });

  it('of two at the same time the worse counts', async () => {
    for (const order of shuffled([reportOf({ name: 'ada', id: 'a' }), reportOf({ name: 'ada', id: 'b' }, ON)])) {
      expect(told(await mergeOf(order))).toEqual(['ada: on']);
    }
  });

  it('an attestation counts as the report does that it comes from', async () => {
    const merged = await mergeOf([
      attestationOf({ name: 'ada', days: 1 }),
      reportOf({ name: 'ada', days: 2 }, ON),
      attestationOf({ name: 'ben', days: 1 }, UNKNOWN),
    ]);
    expect(merged.intake).toMatchObject({ reports: 1, attestations: 2 });
    expect(merged.rows.map(({ member: hash, state, source }) => [hash, state, source])).toEqual([
      [member('ada'), 'off', 'attestation'],
      [member('ben'), 'unknown', 'attestation'],
    ]);
  });

  it('a result that does not tell who it was belongs to whom its name stands for', async () => {
    const inputs = [reportOf({ name: 'ada', days: 2 }), reportOf({ name: 'ada', member: null, days: 1 }, CHALLENGE)];
    for (const order of shuffled(inputs)) {
      const merged = await mergeOf(order);
      expect(told(merged)).toEqual(['ada: unknown']);
      expect(merged.rows[0]?.member).toBe(member('ada'));
    }
  });

  it('the same name on two machines are two accounts, and who of them did not say it counts alone', async () => {
    const merged = await mergeOf([
      reportOf({ name: 'work', member: 'ada' }),
      reportOf({ name: 'work', member: 'ben' }),
      reportOf({ name: 'work', member: null, id: 'x' }, UNKNOWN),
    ]);
    expect(headline(merged)).toEqual(['2 of 3 off, 1 unknown']);
  });

  it('those who have neither a hash nor a name of their own count each for itself, the same one once', async () => {
    const nobody = (id: string) => reportOf({ member: null, id }, CHALLENGE);
    const merged = await mergeOf([nobody('a'), nobody('b'), nobody('a')]);
    expect(headline(merged)).toEqual(['0 of 2 off, 2 unknown']);
    expect(merged.totals.nameless).toBe(2);
  });

  it.each<[string, ReturnType<typeof reportOf> | ReturnType<typeof attestationOf>, object]>([
    ['a report', reportOf({ member: null }), reportOf({ member: null }, ON)],
    ['an attestation', attestationOf({ member: null }), { ...attestationOf({ member: null }), state: 'on' }],
  ])('what was saved more than once counts once, whatever its files are called: %s', async (_, given, edited) => {
    const folder = await folderWith({ 'ada (1).json': given, 'ada.json': given, 'x.json': given });
    const listed = await mergeOf([], { words: [folder], expect: ['ada', 'ben'] });
    expect([listed.intake.doubles, told(listed)]).toEqual([2, ['ada: off', 'ben: not-reported']]);
    const counted = await mergeOf([], { words: [folder], expectedNumber: 2 });
    expect([counted.totals.accounts, counted.totals.exitCode, told(counted)]).toEqual([1, 3, ['x: off']]);
    const more = await folderWith({ 'ada (1).json': edited });
    expect(told(await mergeOf([], { words: [folder, more] }))).toEqual(['ada (1): on']);
  });

  it('each setting is counted for itself', async () => {
    const another = { ...result().setting, id: 'ads', title: 'Ads' };
    const both = report([result(), result({ ...ON, setting: another })]);
    const merged = await mergeOf([both, reportOf({ name: 'ada' })], { days: null });
    expect(merged.totals.accounts).toBe(2);
    expect(Object.keys(merged.totals.bySetting)).toEqual(['ads', 'ai-training']);
    expect(headline(merged)).toEqual(['0 of 1 off, 1 on', '2 of 2 off']);
  });
});

describe('two people stay two', () => {
  const nobody = { member: null } as const;
  const EXPIRED = { ...UNKNOWN, reason: reason('session-expired', 'It has ended.') } as const;
  const ada = attestationOf({ member: 'ada', days: 1 });

  it.each<[string, object, object, string[], number]>([
    ['not told, off elsewhere', ada, attestationOf({ ...nobody, days: 2 }, EXPIRED), ['1 of 2 off, 1 unknown'], 4],
    ['later, too', ada, attestationOf({ ...nobody, days: 0 }, EXPIRED), ['1 of 2 off, 1 unknown'], 4],
    ['not told, on', ada, attestationOf({ ...nobody, days: 2 }, ON), ['1 of 2 off, 1 on'], 1],
    [
      'neither told',
      attestationOf({ ...nobody, days: 1 }),
      attestationOf({ ...nobody, days: 2 }, ON),
      ['1 of 2 off, 1 on'],
      1,
    ],
    [
      'of one account name',
      reportOf({ name: 'work', member: 'ada', days: 1 }),
      reportOf({ name: 'work', ...nobody, days: 2 }, ON),
      ['1 of 2 off, 1 on'],
      1,
    ],
    [
      'of one account name, later',
      reportOf({ name: 'work', member: 'ada', days: 2 }),
      reportOf({ name: 'work', ...nobody, days: 1 }, EXPIRED),
      ['1 of 2 off, 1 unknown'],
      4,
    ],
  ])('whose files are called alike: %s', async (_, alice, bob, headlines, exitCode) => {
    const folder = await folderWith({ 'alice/me.json': alice, 'bob/me.json': bob });
    const paths = ['alice', 'bob'].map((name) => join(folder, name));
    const files = paths.map((path) => join(path, 'me.json'));
    for (const words of [[folder], paths, files, [join(folder, '*/me.json')]]) {
      const merged = await mergeOf([], { words });
      expect([headline(merged), merged.totals.exitCode]).toEqual([headlines, exitCode]);
    }
  });

  it('on standard input, and in a file of lines', async () => {
    const work = (who: object, overrides = {}) => reportOf({ name: 'work', ...who }, overrides);
    const cases: [unknown[], string][] = [
      [[work({ member: 'ada', days: 1 }), work({ ...nobody, days: 2 }, ON)], '1 of 2 off, 1 on'],
      [[work({ member: 'ada', days: 2 }, ON), work({ ...nobody, days: 1 })], '1 of 2 off, 1 on'],
      [[work({ ...nobody, days: 1, id: 'a' }), work({ ...nobody, days: 2, id: 'b' }, ON)], '1 of 2 off, 1 on'],
      [[ada, attestationOf({ ...nobody, days: 0 }, EXPIRED)], '1 of 2 off, 1 unknown'],
    ];
    for (const [values, text] of cases) {
      for (const order of shuffled(values)) {
        expect(headline(await mergeOf(order))).toEqual([text]);
        const folder = await folderWith({ 'all.jsonl': order.map((each) => JSON.stringify(each)).join('\n') });
        expect(headline(await mergeOf([], { words: [folder] }))).toEqual([text]);
      }
    }
  });

  it('and nothing that is known to be on hides behind what could not be told', async () => {
    const names = { home: reportOf({ name: 'home', member: 'ada', days: 2 }, ON) };
    const work = [reportOf({ name: 'work', member: 'ada', days: 3 }), reportOf({ name: 'work', ...nobody }, UNKNOWN)];
    const merged = await mergeOf([names.home, ...work], { policy: { failOn: ['on'], exitZero: false } });
    expect([headline(merged), merged.totals.exitCode]).toEqual([['0 of 2 off, 1 on, 1 unknown'], 1]);
    const twice = [...work, reportOf({ name: 'work', ...nobody, days: 0, id: 'x' }, EXPIRED)];
    expect(headline(await mergeOf(twice))).toEqual(['1 of 3 off, 2 unknown']);
  });

  const change = { outcome: 'not-proven' as const, before: 'on' as const, after: 'off' as const, proof: [] };
  it.each<[string, object, number, string]>([
    ['off before', {}, 2, '0 of 1 off, 1 unknown'],
    ['not offered before', NOT_OFFERED, 2, '0 of 1 off, 1 unknown'],
    ['off after', {}, 0, '1 of 2 off, 1 unknown'],
    ['on before', ON, 2, '0 of 2 off, 1 on, 1 unknown'],
    ['not to be told before', CHALLENGE, 2, '0 of 2 off, 2 unknown'],
    ['off before, and not proven', { change }, 2, '1 of 2 off, 1 unknown'],
  ])('unless one can only be worse off by being one: unknown, and %s', async (_, overrides, days, text) => {
    const named = reportOf({ name: 'work', member: 'ada', days }, overrides);
    const merged = await mergeOf([named, reportOf({ name: 'work', ...nobody, days: 1 }, UNKNOWN)], {
      expect: ['work'],
    });
    expect(headline(merged)).toEqual([text]);
    expect(merged.totals.notExpected).toBe(0);
  });

  it('and one run is of one, also where it lost its member on the way', async () => {
    const { member: _, ...other } = { ...result().account, name: 'work' };
    const ads = { ...result().setting, id: 'ads', title: 'Ads' };
    const lost = result({ ...EXPIRED, setting: ads, account: { ...other, member: null } });
    const merged = await mergeOf([report([result({ account: { ...other, member: member('ada') } }), lost])], {
      days: null,
    });
    expect([merged.totals.accounts, headline(merged)]).toEqual([1, ['0 of 1 off, 1 unknown', '1 of 1 off']]);
    expect(merged.rows.map(({ member: hash }) => hash)).toEqual([member('ada'), member('ada')]);
  });
});

describe('what a file is called', () => {
  const of = (name: string) => attestationOf({ member: name });
  const names = ({ rows }: Told) => rows.map(({ account }) => account);

  it('is its path below the folder that was named, with / everywhere', async () => {
    const folder = await folderWith({ 'ada.json': of('ada'), 'ben/me.json': of('ben'), 'team/cat/me.json': of('cat') });
    expect(names(await mergeOf([], { words: [folder] }))).toEqual(['ada', 'ben/me', 'team/cat/me']);
    expect(names(await mergeOf([], { words: [join(folder, '**/me.json')] }))).toEqual(['ben/me', 'team/cat/me']);
  });

  it('is its name where it was named itself, and as much of its path as tells it from another', async () => {
    const folder = await folderWith({
      'a/me.json': of('ada'),
      'b/me.json': of('ben'),
      'b/cat.json': of('cat'),
      'me.json': of('dan'),
    });
    const merge = (...files: string[]) => mergeOf([], { words: files.map((file) => join(folder, file)) });
    expect(names(await merge('a/me.json', 'a/me.json'))).toEqual(['me']);
    expect(names(await merge('a/me.json', 'b/me.json', 'b/cat.json'))).toEqual(['a/me', 'b/me', 'cat']);
    expect(names(await merge('a/me.json', 'b/../me.json'))).toEqual(['a/me', 'me']);
  });

  it('may be expected in full, and by the last part where that is of one person', async () => {
    const nobody = attestationOf({ member: null }, UNKNOWN);
    const folder = await folderWith({ 'in/ada.json': of('ada'), 'a/me.json': of('ben'), 'b/me.json': nobody });
    const listed = (...expected: string[]) => mergeOf([], { words: [folder], expect: expected });
    const full = await listed('in/ada', 'a/me', 'b/me');
    expect(told(full)).toEqual(['a/me: off', 'b/me: unknown', 'in/ada: off']);
    expect(full.totals.notExpected).toBe(0);
    const short = await listed('ada', 'me');
    expect(told(short)).toEqual(['a/me: off', 'ada: off', 'b/me: unknown', 'me: not-reported']);
    expect(short.totals.notExpected).toBe(2);
    const again = await folderWith({
      '05/ada.json': of('ada'),
      '06/ada.json': attestationOf({ member: 'ada', days: 2 }),
    });
    expect(told(await mergeOf([], { words: [again], expect: ['ada'] }))).toEqual(['ada: off']);
  });

  it('and an account’s name is no path: its last part stands for nobody', async () => {
    const merged = await mergeOf([reportOf({ name: 'team/ada' })], { expect: ['ada'] });
    expect(told(merged)).toEqual(['ada: not-reported', 'team/ada: off']);
  });

  it('tells which of its copies is shown: the one that is expected by its last part', async () => {
    const given = attestationOf({ member: null }, UNKNOWN);
    const folder = await folderWith({ 'in/ada.json': given, 'x.json': given });
    expect(told(await mergeOf([], { words: [folder], expect: ['ada'] }))).toEqual(['ada: unknown']);
  });
});

describe('who is expected', () => {
  const inputs = [reportOf({ name: 'ada' }), attestationOf({ name: 'ben' }), reportOf({ name: 'dan' }, ON)];

  it('and has not reported is named, and counts as unknown', async () => {
    const merged = await mergeOf(inputs, { expect: ['ada', member('ben'), 'cat', member('eve')] });
    expect(told(merged)).toEqual(['ada: off', 'cat: not-reported', 'dan: on', '?: off', '?: not-reported']);
    expect(merged.rows.at(-1)?.member).toBe(member('eve'));
    expect(headline(merged)).toEqual(['2 of 5 off, 1 on, 2 not reported']);
    expect([merged.totals.notExpected, merged.totals.exitCode]).toEqual([1, 3]);
  });

  it('and has reported without saying who it was is there', async () => {
    const merged = await mergeOf([reportOf({ name: 'ada', member: null }, UNKNOWN)], { expect: ['ada'] });
    expect(told(merged)).toEqual(['ada: unknown']);
    expect(merged.totals.notExpected).toBe(0);
  });

  it('may be a number', async () => {
    const merged = await mergeOf(inputs, { expectedNumber: 90 });
    expect(headline(merged)).toEqual(['2 of 90 off, 1 on, 87 not reported']);
    expect((await mergeOf(inputs, { expectedNumber: 2 })).totals).toMatchObject({ exitCode: 1 });
  });

  it('and nobody has reported: all are missing', async () => {
    expect(headline(await mergeOf([], { expectedNumber: 7 }))).toEqual(['0 of 7 off, 7 not reported']);
    expect(headline(await mergeOf([], { expect: ['ada', 'ben'] }))).toEqual(['0 of 2 off, 2 not reported']);
  });
});

describe('the numbers of the issue', () => {
  it('are told as it tells them', async () => {
    const names = Array.from({ length: 90 }, (_, index) => `m${index}`);
    const inputs = names
      .slice(0, 87)
      .map((name, index) => reportOf({ name, days: index < 2 ? 31 : 1 }, index < 83 ? {} : UNKNOWN));
    const merged = await mergeOf(inputs, { expect: names });
    expect(headline(merged)).toEqual(['83 of 90 off, 4 unknown, 3 not reported, 2 older than 30 days']);
    expect(merged.totals.exitCode).toBe(3);
  });
});

describe('the exit code is that of the worst of the latest', () => {
  const change = { outcome: 'not-proven' as const, before: 'on' as const, after: 'on' as const, proof: [] };
  const notProven = { ...ON, change };
  const cases: [string, Parameters<typeof mergeOf>[0], Parameters<typeof mergeOf>[1], number, string][] = [
    ['all off', [reportOf({ name: 'ada' })], {}, 0, 'pass'],
    ['not offered', [reportOf({ name: 'ada' }, NOT_OFFERED)], {}, 0, 'not-applicable'],
    ['one on', [reportOf({ name: 'ada' }), reportOf({ name: 'ben' }, ON)], {}, 1, 'fail'],
    ['one was on', [reportOf({ name: 'ada', days: 2 }, ON), reportOf({ name: 'ada' })], {}, 0, 'pass'],
    ['on and unknown', [reportOf({ name: 'ada' }, UNKNOWN), reportOf({ name: 'ben' }, ON)], {}, 3, 'unknown'],
    ['a challenge', [reportOf({ name: 'ada' }, CHALLENGE), reportOf({ name: 'ben' }, UNKNOWN)], {}, 5, 'error'],
    ['a challenge, attested', [attestationOf({ name: 'ada' }, CHALLENGE)], {}, 5, 'error'],
    ['not proven', [reportOf({ name: 'ada' }, notProven), reportOf({ name: 'ben' }, CHALLENGE)], {}, 6, 'error'],
    ['off, too old', [reportOf({ name: 'ada', days: 31 })], {}, 3, 'unknown'],
    ['off, old, and nothing is too old', [reportOf({ name: 'ada', days: 400 })], { days: null }, 0, 'pass'],
    ['on, too old', [reportOf({ name: 'ada', days: 31 }, ON)], {}, 3, 'unknown'],
    ['off, and one missing', [reportOf({ name: 'ada' })], { expectedNumber: 2 }, 3, 'unknown'],
    ['off, and one unreadable', [reportOf({ name: 'ada' }), '{'], {}, 3, 'unknown'],
    [
      'unknown does not count',
      [reportOf({ name: 'ada', days: 31 }), '{', reportOf({ name: 'ben' }, ON)],
      { policy: { failOn: ['on'], exitZero: false } },
      1,
      'unknown',
    ],
    [
      'on does not count',
      [reportOf({ name: 'ada' }, ON)],
      { policy: { failOn: ['on', 'unknown'], exitZero: true } },
      0,
      'fail',
    ],
  ];
  it.each(cases)('%s', async (_, inputs, options, exitCode, verdict) => {
    expect((await mergeOf(inputs, options)).totals).toMatchObject({ exitCode, verdict });
  });

  it('an exception calms what is on, until its day', async () => {
    const until = (expires: string) =>
      reportOf({ name: 'ada' }, { ...ON, suppressed: { reason: 'r', owner: 'o', expires } });
    const holds = await mergeOf([until('2026-12-02')]);
    expect([holds.totals.exitCode, holds.rows[0]?.isExcepted, holds.totals.verdict]).toEqual([0, true, 'fail']);
    const ended = await mergeOf([until('2026-12-01')]);
    expect([ended.totals.exitCode, ended.rows[0]?.isExcepted]).toEqual([1, false]);
  });

  it('and nothing that is too old, missing or unreadable is ever called a pass', async () => {
    const merged = await mergeOf([reportOf({ name: 'ada', days: 31 })], { expect: ['ada', 'ben'] });
    expect(merged.rows.map(({ verdict, isStale }) => [verdict, isStale])).toEqual([
      ['unknown', true],
      ['unknown', false],
    ]);
  });
});

describe('a run that was split', () => {
  const part = (index: number, total: number, id: string, days = 1) => {
    const given = reportOf({ name: `part-${index}`, days, id });
    return { ...given, run: { ...given.run, shard: { index, total } } };
  };
  const cases: [string, unknown[], string[]][] = [
    ['whole', [part(1, 2, 'a'), part(2, 2, 'a')], []],
    ['whole, each part with an identifier of its own', [part(1, 2, 'a'), part(2, 2, 'b')], []],
    ['with a part missing', [part(1, 3, 'a'), part(3, 3, 'a')], ['2 of 3']],
    ['with a part missing, each with its own', [part(1, 3, 'a'), part(3, 3, 'b')], ['2 of 3']],
    ['whole last time, and not this time', [part(1, 2, 'a', 2), part(2, 2, 'a', 2), part(1, 2, 'b')], ['2 of 2']],
  ];
  it.each(cases)('%s', async (_, inputs, missing) => {
    const { intake, totals } = await mergeOf(inputs);
    expect(intake.missingShards.map(({ index, total }) => `${index} of ${total}`)).toEqual(missing);
    expect(totals.exitCode).toBe(missing.length > 0 ? 3 : 0);
  });
});

describe('what cannot be read is named, each in one sentence', () => {
  const future = reportOf({ name: 'ada', days: -2 });
  const cases: [string, unknown, string][] = [
    ['no JSON', '{"a":', 'Line 2 of standard input is not JSON; give a report or an attestation as it was written.'],
    ['no object', '[]', 'Line 2 of standard input is not a report that this version understands.'],
    [
      'another’s',
      '{"a":1}',
      'Line 2 of standard input is not a report that this version understands (at schemaVersion).',
    ],
    [
      'a state that there is not',
      { ...attestationOf({}), state: 'OFF' },
      'Line 2 of standard input is not an attestation that this version understands (at state).',
    ],
    [
      'a member by name',
      { ...attestationOf({}), member: 'robin' },
      'Line 2 of standard input is not an attestation that this version understands (at member).',
    ],
    [
      'an attestation of a later version',
      { ...attestationOf({}), schemaVersion: 2 },
      'Line 2 of standard input was written by a newer version of this program; update it.',
    ],
    [
      'a report of a later version',
      { ...reportOf({}), schemaVersion: 2 },
      'Line 2 of standard input has schema version 2: it was written by a newer version of this program; update it (npm install --global linkedin-ai-optout@latest).',
    ],
    ['what would be the latest for ever', future, 'Line 2 of standard input is dated in the future.'],
    [
      'a setting that would write over something',
      { ...attestationOf({}), setting: { id: '__proto__\n' } },
      'Line 2 of standard input names a setting that cannot be one.',
    ],
  ];
  it.each(cases)('%s', async (_, given, sentence) => {
    const merged = await mergeOf([reportOf({ name: 'ada' }), given, '', reportOf({ name: 'ben' })]);
    expect(merged.faults).toEqual([sentence]);
    expect(told(merged)).toEqual(['ada: off', 'ben: off']);
    expect(merged.intake.unreadable).toBe(1);
  });

  it('a line that is longer than any, which is not held', async () => {
    async function* stdin() {
      for (let piece = 0; piece < 300; piece += 1) yield 'x'.repeat(100_000);
      yield `\n${JSON.stringify(reportOf({ name: 'ada' }))}`;
    }
    const merged = await mergeOf([], {
      inputs: (await import('../../../../src/report/merge/read-inputs.ts')).readInputs({
        words: ['-'],
        stdin: stdin(),
        now: NOW.getTime(),
      }),
    });
    expect(merged.faults).toEqual(['Line 1 of standard input is too long.']);
    expect(told(merged)).toEqual(['ada: off']);
  });

  it('fields that are not known are none of that', async () => {
    const merged = await mergeOf([
      { ...attestationOf({ name: 'ada' }), later: 1 },
      { ...reportOf({ name: 'ben' }), later: 1 },
    ]);
    expect([merged.faults, merged.totals.accounts]).toEqual([[], 2]);
  });
});

describe('what other programs have made of a file', () => {
  const text = `${JSON.stringify(attestationOf({ name: 'ada' }))}\n`;
  it.each<[string, string, Buffer]>([
    ['a mark before UTF-8', 'ada.json', Buffer.from(`\uFEFF${text}`)],
    ['UTF-16, as PowerShell writes it', 'ada.json', Buffer.from(`\uFEFF${text}`, 'utf16le')],
    ['the same, in lines', 'ada.jsonl', Buffer.from(`\uFEFF${text}`, 'utf16le')],
  ])('is read as it was: %s', async (_, name, bytes) => {
    const folder = await folderWith({});
    await writeFile(join(folder, name), bytes);
    const merged = await mergeOf([], { words: [folder] });
    expect([merged.faults, told(merged)]).toEqual([[], ['ada: off']]);
  });

  it('is read as it was: several, each with its mark', async () => {
    const merged = await mergeOf(['ada', 'ben'].map((name) => `\uFEFF${JSON.stringify(reportOf({ name }))}`));
    expect([merged.faults, told(merged)]).toEqual([[], ['ada: off', 'ben: off']]);
  });

  it('and what is no text at all is told', async () => {
    const folder = await folderWith({});
    const path = join(folder, 'ada.json');
    await writeFile(path, Buffer.from([0x7b, 0xff, 0x7d]));
    const { faults } = await mergeOf([], { words: [folder] });
    expect(faults).toEqual([`"${path}" is not text; give a report or an attestation as it was written.`]);
  });
});

describe('files, folders and patterns', () => {
  it('that the system does not give are not taken for missing', async () => {
    const folder = await folderWith({});
    const path = join(folder, 'loop');
    await symlink(path, path);
    const { faults } = await mergeOf([], { words: [path, join(folder, 'none', '*.json')] });
    expect(faults).toEqual([
      `"${path}" cannot be read (ELOOP); try again, or give a copy of it.`,
      `There is no folder "${join(folder, 'none')}".`,
    ]);
  });

  it('are read to any depth, lines and whole files, and our other files are passed over', async () => {
    const folder = await folderWith({
      'ada.json': JSON.stringify(reportOf({ member: 'ada' }), null, 2),
      'ben.json': `${JSON.stringify(attestationOf({ member: 'ben' }))}\n`,
      'many.jsonl': [attestationOf({ member: 'cat' }), attestationOf({ member: 'dan' })]
        .map((each) => JSON.stringify(each))
        .join('\r\n'),
      'two.json': [attestationOf({ member: 'eve' }), attestationOf({ member: 'fay' })]
        .map((each) => `${JSON.stringify(each)}\n`)
        .join(''),
      'manifest.json': { kind: 'evidence-manifest' },
      'capture-ai-training.json': { kind: 'page-capture' },
      'notes.txt': 'not ours',
      'broken.json': '{',
    });
    await mkdir(join(folder, 'sub', 'sub'), { recursive: true });
    await rename(join(folder, 'ada.json'), join(folder, 'sub', 'sub', 'ada.json'));
    const merged = await mergeOf([], { words: [folder] });
    expect(merged.faults).toEqual([
      `"${join(folder, 'broken.json')}" is not JSON; give a report or an attestation as it was written.`,
    ]);
    expect(headline(merged)).toEqual(['6 of 6 off']);
    expect(merged.intake.passedOver).toBe(2);
    const patterns = await mergeOf([], {
      words: [join(folder, '**/*.jsonl'), join(folder, 'sub/**'), join(folder, 'no-*')],
    });
    expect(patterns.totals.accounts).toBe(3);
    expect(patterns.faults).toEqual([`Nothing matches "${join(folder, 'no-*')}".`]);
  });

  it('a file’s name stands for who has none', async () => {
    const folder = await folderWith({
      'ada.json': attestationOf({ member: 'ada' }),
      'ben.json': reportOf({ member: null }, UNKNOWN),
    });
    const merged = await mergeOf([], { words: [folder], expect: ['ada', 'ben', 'cat'] });
    expect(told(merged)).toEqual(['ada: off', 'ben: unknown', 'cat: not-reported']);
  });

  it('what is named and is no report is a fault, and what is not there, too', async () => {
    const folder = await folderWith({ 'manifest.json': { kind: 'evidence-manifest' } });
    const [file, missing] = [join(folder, 'manifest.json'), join(folder, 'no.json')];
    expect((await mergeOf([], { words: [file, missing] })).faults).toEqual([
      `"${file}" is no report and no attestation (evidence-manifest).`,
      `There is no file "${missing}".`,
    ]);
  });

  it.skipIf(process.platform === 'win32')('a folder that leads into itself ends', async () => {
    const folder = await folderWith({ 'ada.json': reportOf({ member: 'ada' }) });
    await symlink(folder, join(folder, 'again'));
    expect((await mergeOf([], { words: [folder] })).intake.reports).toBe(1);
  });
});

describe('very many', { timeout: 60_000 }, () => {
  const LEFT = () =>
    readdir(tmpdir()).then((names) => names.filter((name) => name.startsWith('linkedin-ai-optout-merge-')));

  it('are each there once, in the same order whatever theirs, and leave nothing behind', async () => {
    const before = await LEFT();
    const many = Array.from({ length: 5_300 }, (_, index) =>
      reportOf({ name: `m${index % 5_050}`, days: 1 + (index % 7) }, index % 3 ? {} : ON),
    );
    const merged = await mergeOf(many, { expect: Array.from({ length: 5_100 }, (_, index) => `m${index}`) });
    expect([merged.rowCount, merged.totals.accounts]).toEqual([5_100, 5_050]);
    expect(new Set(merged.rows.map(({ account }) => account)).size).toBe(5_100);
    expect(headline(merged)[0]).toMatch(/^\d+ of 5100 off, \d+ on, 50 not reported$/);
    const again = await mergeOf([...many].reverse(), {
      expect: Array.from({ length: 5_100 }, (_, index) => `m${index}`),
    });
    expect(again.rows).toEqual(merged.rows);
    expect(await LEFT()).toEqual(before);
  });

  it('leave nothing behind when they are broken off', async () => {
    const before = await LEFT();
    const end = new AbortController();
    async function* inputs() {
      yield reportOf({ name: 'ada' });
      end.abort(new Error('Stopped.'));
      yield reportOf({ name: 'ben' });
    }
    async function* parsed() {
      for await (const value of inputs()) yield { kind: 'fault' as const, sentence: value.run.id };
    }
    await expect(mergeOf([], { inputs: parsed(), signal: end.signal })).rejects.toThrow('Stopped.');
    expect(await LEFT()).toEqual(before);
  });
});
