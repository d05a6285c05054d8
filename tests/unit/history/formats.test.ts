import { Chalk } from 'chalk';
import { describe, expect, it } from 'vitest';
import { HISTORY_FORMATS, type HistoryFormat, type HistoryLook } from '../../../src/history/formats/index.ts';
import { findStale, type Summary, summarise } from '../../../src/history/summary.ts';
import { seen } from './given.ts';

const formats: Record<HistoryFormat, (history: readonly Summary[], look: HistoryLook) => string> = HISTORY_FORMATS;
const look: HistoryLook = { color: new Chalk({ level: 0 }), now: new Date('2026-06-01T18:00:00.000Z') };
const ON = { state: 'on', verdict: 'fail' } as const;
const UNKNOWN = {
  state: 'unknown',
  verdict: 'error',
  confidence: 'none',
  member: null,
  reason: 'session-expired',
} as const;

/** Off, then on for two weeks, off again, and then nobody knows; another account, which was turned off by us. */
const STORY = [
  seen('05-03'),
  seen('05-03', { account: 'work', command: 'disable', before: 'on', verdict: 'fixed' }),
  seen('05-10', ON),
  seen('05-17', ON),
  seen('05-24'),
  seen('05-24', { account: 'work', state: 'not-offered', verdict: 'not-applicable', origin: 'http://127.0.0.1:8080' }),
  seen('05-31', UNKNOWN),
];

describe('a history is told', () => {
  it.each(Object.keys(HISTORY_FORMATS) as HistoryFormat[])('as %s', async (format) => {
    const told = formats[format](summarise(STORY), look);
    await expect(told).toMatchFileSnapshot(`__snapshots__/story.${format}`);
  });

  it.each(Object.keys(HISTORY_FORMATS) as HistoryFormat[])('as %s where there is none', async (format) => {
    const told = formats[format]([], look);
    await expect(told).toMatchFileSnapshot(`__snapshots__/none.${format}`);
  });

  it('with its newest marks where there are too many for a line', () => {
    const many = Array.from({ length: 100 }, (_, index) => seen('05-03', index < 30 ? ON : {}));
    const told = formats.text(summarise(many), look);
    expect(told).toContain(`  …${'●'.repeat(2)}${'○'.repeat(70)}   `);
  });

  it('to a page and to a spreadsheet that obey nothing in it', () => {
    const evil = summarise([seen('05-03', { version: '<img src=x>', account: '=cmd()' })]);
    expect(formats.html(evil, look)).not.toContain('<img');
    expect(formats.csv(evil, look)).toContain(",'=cmd(),");
    expect(formats.csv(summarise([seen('05-03', { account: '＝cmd()' })]), look)).toContain(",'＝cmd(),");
    expect(formats.csv(summarise([seen('05-03', { version: 'a "b", c' })]), look)).toContain(',"a ""b"", c"\r\n');
  });
});

describe('what has not been proven for too long', () => {
  const origin = 'https://www.linkedin.com';
  const stale = (maxAgeDays: number, more: Partial<Parameters<typeof findStale>[1]> = {}) =>
    findStale(STORY, { expected: null, origin, maxAgeDays, now: look.now, ...more });

  it.each<[string, number, Partial<Parameters<typeof findStale>[1]>, string[]]>([
    ['nothing, for long enough', 30, {}, []],
    ['one, for a while', 20, {}, ['work, ai-training: not proven for 29 days, and at most 20 are allowed.']],
    [
      'an unknown is no proof',
      7,
      {},
      [
        'work, ai-training: not proven for 29 days, and at most 7 are allowed.',
        'default, ai-training: not proven for 8 days, and at most 7 are allowed.',
      ],
    ],
    [
      'what should have been, and never was',
      30,
      { expected: [{ account: 'home', setting: 'ai-training' }] },
      ['home, ai-training: never proven.'],
    ],
    [
      'not what is elsewhere',
      1,
      { origin: 'http://127.0.0.1:1' },
      ['Nothing has ever been proven at http://127.0.0.1:1.'],
    ],
    ['elsewhere', 9, { origin: 'http://127.0.0.1:8080' }, []],
  ])('%s', (_, days, more, expected) => {
    const messages = stale(days, more).map(({ message }) => message);
    expect(messages.sort()).toEqual([...expected].sort());
  });
});
