import { describe, expect, it } from 'vitest';
import type { Snapshot } from '../../../src/page/snapshot.ts';
import type { Answer } from '../../../src/page/traffic.ts';
import { observe, plainlySaidOf, recordsOf, type Scene } from '../../../src/page/witnesses.ts';
import { DEFAULT_SETTING } from '../../../src/settings/catalogue.ts';
import { control, KEY } from '../decide/given.ts';

type Given = Record<string, unknown>;

/** A setting as LinkedIn's application describes it. */
function record(overrides: Given = {}): Given {
  return { key: KEY, value: true, onValue: true, offValue: false, settingDisplayType: 'TOGGLE', ...overrides };
}

function snapshot(overrides: Partial<Snapshot> = {}): Snapshot {
  return {
    url: 'https://www.linkedin.com/mypreferences/d/settings/data-for-ai-improvement',
    language: 'en',
    controls: [],
    headings: [],
    embedded: [],
    rows: [],
    names: [],
    navigationVanities: [],
    visibleSelectors: [],
    modalDialogs: 0,
    dialogs: 0,
    hasMemberStorage: false,
    mentionsKey: false,
    ...overrides,
  };
}

function scene(overrides: Partial<Scene> = {}): Scene {
  return { setting: DEFAULT_SETTING, control: null, snapshot: snapshot(), answers: [], ...overrides };
}

function answer(body: unknown, overrides: Partial<Answer> = {}): Answer {
  const url = `https://www.linkedin.com/mysettings-api/settingsApiSettings/${KEY}`;
  return { url, status: 200, body: JSON.stringify(body), ...overrides };
}

const seen = (given: Partial<Scene>) => observe(scene(given)).map(({ witness, saw }) => `${witness}: ${saw}`);
const entities = (text: string) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
const nested = (depth: number, inner: unknown): unknown => (depth === 0 ? inner : { data: nested(depth - 1, inner) });

describe('records of a key in a text', () => {
  it.each<[string, unknown, number]>([
    ['alone', record(), 1],
    ['in a list', [record(), record()], 2],
    ['included, as LinkedIn does it', { data: { status: 200 }, included: [record({ key: 'other' }), record()] }, 1],
    ['deep inside', nested(10, [record()]), 1],
    ['inside another record', record({ child: record() }), 2],
    ['of another key', [record({ key: `${KEY}2` }), { note: KEY }], 0],
    ['without a value', { ...record(), value: undefined }, 0],
    ['without what on means', { ...record(), onValue: undefined }, 0],
    ['without what off means', { ...record(), offValue: undefined }, 0],
    ['whose key is no text', [{ ...record(), key: [KEY] }], 0],
    ['where the key is but a name', { [KEY]: record({ key: 'other' }) }, 0],
    ['as a text in a text', { body: JSON.stringify(record()) }, 0],
    ['where there is nothing else', null, 0],
  ])('%s', (_, data, count) => {
    expect(recordsOf(JSON.stringify(data), KEY)).toHaveLength(count);
  });

  it('come in the order of the text', () => {
    const text = JSON.stringify({ a: [record({ value: 1 })], b: record({ value: 2 }), c: { d: record({ value: 3 }) } });
    expect(recordsOf(text, KEY).map(({ value }) => value)).toEqual([1, 2, 3]);
  });

  it.each([
    ['as the page’s server encodes it', entities],
    ['in decimal', (text: string) => text.replaceAll('"', '&#34;')],
    ['in hexadecimal', (text: string) => text.replaceAll('"', '&#x22;')],
    ['in capitals', (text: string) => text.replaceAll('"', '&QUOT;')],
  ])('may be encoded: %s', (_, encode) => {
    const title = 'Data & “AI” <b>';
    expect(recordsOf(encode(JSON.stringify({ title, ...record() })), KEY)).toMatchObject([{ key: KEY, value: true }]);
  });

  it('are not found by decoding twice', () => {
    expect(recordsOf(entities(entities(JSON.stringify(record()))), KEY)).toEqual([]);
  });

  it.each([
    ['no JSON', `var setting = "${KEY}"`],
    ['JSON cut off', JSON.stringify(record()).slice(0, -1)],
    ['the key alone', KEY],
    ['the key as JSON', JSON.stringify(KEY)],
    ['HTML', `<code>${KEY}</code>`],
    ['nothing', ''],
  ])('are none in %s', (_, text) => {
    expect(recordsOf(text, KEY)).toEqual([]);
  });

  it.each([
    ['a hundred thousand lists deep', `${'['.repeat(100_000)}"${KEY}"${']'.repeat(100_000)}`],
    ['a hundred thousand objects deep', `${'{"a":'.repeat(100_000)}${JSON.stringify(record())}${'}'.repeat(100_000)}`],
    ['deep and never closed', `${'[{"a":'.repeat(100_000)}"${KEY}"`],
    ['with names of JavaScript’s own', `{"__proto__":{"key":"${KEY}"},"constructor":{"prototype":{"key":"${KEY}"}}}`],
    ['of a record taken from its prototype', `{"__proto__":${JSON.stringify(record())},"toString":"${KEY}","key":1}`],
  ])('are never a way to break or to fool us: %s', (_, text) => {
    expect(() => recordsOf(text, KEY)).not.toThrow();
    expect(({} as Given).key).toBeUndefined();
  });

  it('are found among a great many others', () => {
    const many = Array.from({ length: 20_000 }, (_, index) => record({ key: `k${index}` }));
    expect(recordsOf(JSON.stringify([...many, record()]), KEY)).toHaveLength(1);
  });
});

describe('what is said in plain yes or no', () => {
  it.each<[string, unknown, string]>([
    ['on', { key: KEY, value: true }, 'on'],
    ['off, under the name of the setting', { results: { [KEY]: { value: 'false' } } }, 'off'],
    ['the same twice', [{ value: true }, { value: 'true' }], 'on'],
    ['one of each', [{ value: true }, { value: false }], 'unclear'],
    ['on in a word', { key: KEY, value: 'ON' }, 'on'],
    ['off as a number', { key: KEY, value: 0 }, 'off'],
    ['on, by the name of the setting', { [KEY]: true }, 'on'],
    ['off, as not enabled', { enabled: false }, 'off'],
    ['what is allowed, whatever that is', { key: KEY, value: 'ALLOW' }, 'unclear'],
    ['neither', { key: KEY, value: 'MEMBER' }, 'unclear'],
    ['nothing', { key: KEY }, 'unclear'],
    ['too deep', nested(20, { value: true }), 'unclear'],
  ])('%s', (_, body, saw) => {
    expect(plainlySaidOf([answer(body)], KEY)).toBe(saw);
  });

  it('is what the newest answer for the setting says, and no other', () => {
    const [on, off] = [answer({ value: true }), answer({ value: false })];
    const ofAnother = answer({ value: true }, { url: 'https://www.linkedin.com/mysettings-api/settingsApiSettings' });
    expect(plainlySaidOf([on, off, ofAnother], KEY)).toBe('off');
    expect(plainlySaidOf([on, answer({ value: false }, { status: 503 })], KEY)).toBe('unclear');
    expect(plainlySaidOf([ofAnother], KEY)).toBe('unclear');
    expect(plainlySaidOf([answer('', { body: 'value: true' })], KEY)).toBe('unclear');
  });
});

describe('what the page’s own data says', () => {
  const cases: [string, Given, string][] = [
    ['on', {}, 'on'],
    ['off', { value: false }, 'off'],
    ['on, the polarity reversed', { value: false, onValue: false, offValue: true }, 'on'],
    ['off, the polarity reversed', { value: true, onValue: false, offValue: true }, 'off'],
    ['on in words', { value: 'ALLOW', onValue: 'ALLOW', offValue: 'DISALLOW' }, 'on'],
    ['off in words', { value: 'DISALLOW', onValue: 'ALLOW', offValue: 'DISALLOW' }, 'off'],
    ['on, the words reversed', { value: 'DISALLOW', onValue: 'DISALLOW', offValue: 'ALLOW' }, 'on'],
    ['on as a number', { value: 1, onValue: 1, offValue: 0 }, 'on'],
    ['off as a number', { value: 0, onValue: 1, offValue: 0 }, 'off'],
    ['on, true as a text', { value: 'true' }, 'on'],
    ['off, the number as a text', { value: '0', onValue: 1, offValue: 0 }, 'off'],
    ['off as an object', { value: { level: 0 }, onValue: { level: 1 }, offValue: { level: 0 } }, 'off'],
    ['neither', { value: 'PENDING' }, 'unclear'],
    ['neither: another kind of no', { value: 0 }, 'unclear'],
    ['neither: null', { value: null }, 'unclear'],
    ['neither: null, though off means null', { value: null, offValue: null }, 'unclear'],
    ['neither: an empty text', { value: '' }, 'unclear'],
    ['neither: other capitals', { value: 'allow', onValue: 'ALLOW', offValue: 'DISALLOW' }, 'unclear'],
    ['neither: an object like a text', { value: { toString: 'true' } }, 'unclear'],
    ['both: on and off mean the same', { onValue: true, offValue: true }, 'unclear'],
    ['both: on and off mean the same, as a text', { onValue: true, offValue: 'true' }, 'unclear'],
  ];

  it.each(cases)('%s', (_, overrides, saw) => {
    expect(seen({ answers: [answer(record(overrides))] })).toEqual([`response: ${saw}`]);
    const embedded = [entities(JSON.stringify({ included: [record(overrides)] }))];
    expect(seen({ snapshot: snapshot({ embedded }) })).toEqual([`embedded: ${saw}`]);
  });

  const [on, off] = [record(), record({ value: false })];
  it.each<[string, Answer[], string[]]>([
    ['the newest answer speaks', [answer(on), answer(off)], ['response: off']],
    ['records of one answer that agree speak', [answer([off, off])], ['response: off']],
    ['records of one answer that do not agree say nothing', [answer([on, off])], ['response: unclear']],
    ['what an older answer said is not asked', [answer([on, off]), answer(off)], ['response: off']],
    ['an answer that is a failure says nothing', [answer(off, { status: 500 })], []],
    ['a failure does not replace an answer', [answer(on), answer(off, { status: 404 })], ['response: on']],
    ['an answer about another setting says nothing', [answer(record({ key: 'other' }))], []],
    ['an answer without the polarity says nothing', [answer({ key: KEY, value: false })], []],
    ['an answer that is no JSON says nothing', [answer('', { body: `${KEY}: false` })], []],
  ])('%s', (_, answers, expected) => {
    expect(seen({ answers })).toEqual(expected);
  });
});

describe('what the control says', () => {
  it.each([
    ['on', control(), ['switch: on']],
    ['off', control({ checked: false }), ['switch: off']],
    ['on, and ARIA too', control({ ariaState: 'true' }), ['switch: on', 'aria-checked: on']],
    [
      'off, and ARIA says otherwise',
      control({ checked: false, ariaState: 'true' }),
      ['switch: off', 'aria-checked: on'],
    ],
    ['on, and ARIA says neither', control({ ariaState: 'mixed' }), ['switch: on', 'aria-checked: unclear']],
    ['a button speaks once', control({ kind: 'aria', ariaState: 'false' }), ['switch: off']],
    ['a button that says nothing', control({ kind: 'aria' }), ['switch: unclear']],
    ['a box that is neither', control({ indeterminate: true }), ['switch: unclear']],
  ])('%s', (_, given, expected) => {
    expect(seen({ control: given })).toEqual(expected);
  });

  it('nothing where there is none', () => {
    expect(seen({})).toEqual([]);
  });
});

describe('what the words beside it say', () => {
  const label = 'Ihre Daten zum Schulen von KI\u2011Modellen verwenden, um Inhalte zu erstellen';
  it.each([
    ['a word for off', control({ beside: ['Off'] }), 'en', ['words: off']],
    ['a word among others', control({ beside: ['Learn more', 'On'] }), 'en', ['words: on']],
    ['the same word twice', control({ beside: ['On', ' on '] }), 'en', ['words: on']],
    ['both words: nothing', control({ beside: ['On', 'Off'] }), 'en', []],
    ['no word: nothing', control({ beside: [] }), 'en', []],
    ['a word of the label’s language, not of the page’s', control({ label, beside: ['Aus'] }), 'en', ['words: off']],
    [
      'a word of the page’s language, the label being new',
      control({ label: '?', beside: ['Uit'] }),
      'nl',
      ['words: off'],
    ],
    ['a word of a language whose words are not known', control({ label: '?', beside: ['Off'] }), 'fi', []],
    ['a word of the wrong language', control({ label, beside: ['Off'] }), 'de', []],
  ])('%s', (_, given, language, expected) => {
    const words = seen({ control: given, snapshot: snapshot({ language }) }).filter((line) => line.startsWith('words'));
    expect(words).toEqual(expected);
  });
});

describe('all together', () => {
  it('each says its own, in the order of the table', () => {
    const given = control({ checked: false, ariaState: 'false', beside: ['Off'] });
    const embedded = [JSON.stringify(record())];
    expect(
      observe(scene({ control: given, answers: [answer(record({ value: false }))], snapshot: snapshot({ embedded }) })),
    ).toEqual([
      { witness: 'switch', kind: 'control', saw: 'off', detail: 'native checked' },
      { witness: 'aria-checked', kind: 'control', saw: 'off', detail: 'aria state "false" on a native check box' },
      { witness: 'response', kind: 'data', saw: 'off', detail: 'the page’s own answer' },
      { witness: 'embedded', kind: 'data', saw: 'on', detail: 'data embedded in the page' },
      { witness: 'words', kind: 'words', saw: 'off', detail: 'words beside the switch (en)' },
    ]);
  });
});
