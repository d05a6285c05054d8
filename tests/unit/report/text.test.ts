import { Chalk } from 'chalk';
import { describe, expect, it } from 'vitest';
import { renderText } from '../../../src/report/reporters/text.ts';
import type { Report } from '../../../src/report/schema.ts';
import { reason } from '../../../src/vocabulary.ts';
import { changed, DISABLE, unknown } from './cases.ts';
import { ON, report, result, saw } from './given.ts';

const plain = new Chalk({ level: 0 });
const coloured = new Chalk({ level: 1 });
const text = (given: Report) => renderText(given, { color: plain });

const PROOF = [saw('switch', 'off'), saw('response', 'off')];

const CASES: Record<string, Report> = {
  on: report([result(ON)]),
  'on, by one witness': report([result({ ...ON, confidence: 'single', observations: [saw('switch', 'on')] })]),
  off: report([result()]),
  'not offered': report([
    result({
      state: 'not-offered',
      verdict: 'not-applicable',
      confidence: 'single',
      observations: [saw('category', 'unclear')],
    }),
  ]),
  'unknown: the witnesses disagree': report([
    result(unknown('witnesses-disagree', 'What the page shows does not agree: switch says off, response says on.')),
  ]),
  'not checked: a challenge': report([result(unknown('challenge', 'LinkedIn asks for a security check.'))]),
  'not checked: no session': report(
    [result(unknown('signed-out', 'There is no session for the account "default".'))],
    { browser: null },
    { writesAllowed: 0, writesBlocked: 0, hosts: [] },
  ),
  'disable: changed': report(
    [result({ ...changed('changed', 'off', PROOF), verdict: 'fixed', observations: ON.observations })],
    DISABLE,
    {
      writesAllowed: 1,
      writesBlocked: 0,
      hosts: ['www.linkedin.com'],
    },
  ),
  'disable: already off': report([result(changed('already-off', 'off'))], DISABLE),
  'disable: dry run': report([result({ ...ON, ...changed('would-change', 'on') })], { ...DISABLE, dryRun: true }),
  'disable: not offered': report([
    result({
      state: 'not-offered',
      verdict: 'not-applicable',
      confidence: 'single',
      observations: [saw('category', 'unclear')],
      ...changed('not-offered', 'not-offered'),
    }),
  ]),
  'disable: refused by the member': report([result({ ...ON, ...changed('refused', 'on') })], DISABLE),
  'disable: refused while on': report(
    [
      result({
        ...ON,
        ...changed('refused', 'on'),
        reason: reason(
          'unexpected-dialog',
          'A dialog is open over the page; it was not answered, and nothing was clicked.',
        ),
      }),
    ],
    DISABLE,
  ),
  'disable: refused because unknown': report(
    [
      result({
        ...unknown('control-not-found', 'The page shows a switch, but none that carries the setting’s key.'),
        ...changed('refused', 'unknown'),
      }),
    ],
    DISABLE,
  ),
  'disable: still on': report(
    [
      result({
        ...ON,
        ...changed('not-proven', 'on', [saw('switch', 'on')]),
        reason: reason('save-failed', 'LinkedIn answered 500 when the page saved the setting.'),
      }),
    ],
    DISABLE,
  ),
  'disable: not proven': report(
    [
      result({
        ...unknown('save-not-seen', 'It was interrupted after the click, before a fresh load could prove anything.'),
        ...changed('not-proven', 'unknown'),
      }),
    ],
    DISABLE,
  ),
  'two settings': report([result(), result({ ...ON, setting: { ...result().setting, title: 'Another setting' } })]),
};

describe('the text for people, in full', () => {
  it.each(Object.keys(CASES))('%s', async (name) => {
    const given = CASES[name];
    if (!given) throw new Error(name);
    await expect(text(given)).toMatchFileSnapshot(`__snapshots__/text/${name.replaceAll(/\W+/g, '-')}.txt`);
  });

  it('is nowhere wider than a terminal of 92 columns', () => {
    const long = 'It has a great many words, '.repeat(20);
    const given = report([
      result(unknown('internal', long)),
      ...Object.values(CASES).flatMap(({ results }) => results),
    ]);
    expect(
      text(given)
        .split('\n')
        .filter((line) => line.length > 92),
    ).toEqual([]);
  });

  it('holds no control characters but the line’s end, unless colour is wanted', () => {
    for (const given of Object.values(CASES)) {
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
      expect(text(given)).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f]/);
    }
  });

  it('says the same in colour', () => {
    for (const given of Object.values(CASES)) {
      const tinted = renderText(given, { color: coloured });
      expect(tinted).toContain('\u001b[');
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken away
      expect(tinted.replaceAll(/\u001b\[\d+m/g, '')).toBe(text(given));
    }
  });

  it('calls nothing off that is not', () => {
    const claims = (given: Report) =>
      /^ {2}○/m.test(text(given)) || /\bOFF\b/.test(text(given).replace('NOT OFFERED', ''));
    for (const [name, given] of Object.entries(CASES)) {
      expect([name, claims(given)]).toEqual([name, given.results.some(({ state }) => state === 'off')]);
    }
  });
});
