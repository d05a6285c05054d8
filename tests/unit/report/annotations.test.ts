import { describe, expect, it } from 'vitest';
import { renderAnnotations } from '../../../src/report/reporters/annotations.ts';
import { ENDINGS } from './cases.ts';
import { ON, report, result } from './given.ts';
import { HOSTILE, replaceStrings } from './hostile.ts';

const suppressed = { reason: 'a test account', owner: 'Ada', expires: '2027-01-01' };

describe('annotations for GitHub', () => {
  it.each([
    ['on', 'error'],
    ['unknown', 'error'],
    ['challenge', 'error'],
    ['not-proven', 'error'],
    ['off', 'notice'],
    ['changed', 'notice'],
    ['not-offered', 'notice'],
  ])('%s: %s', (name, level) => {
    const [line, another] = renderAnnotations(ENDINGS[name] ?? report([]));
    expect(line).toMatch(new RegExp(`^::${level} title=Data for Generative AI Improvement \\(default\\)::[A-Z]`));
    expect(another).toBeUndefined();
  });

  it('tell the answer, why, and what to do next', () => {
    expect(renderAnnotations(ENDINGS.challenge ?? report([]))).toEqual([
      '::error title=Data for Generative AI Improvement (default)::NOT CHECKED. The setting could not be looked at. LinkedIn asks for a security check. Open LinkedIn in your own browser, answer its security check, then run this again.',
    ]);
  });

  it('warn of what is excepted, and say so', () => {
    const [line = ''] = renderAnnotations(report([result({ ...ON, suppressed })]));
    expect(line).toMatch(/^::warning .* Excepted: a test account \(Ada, until 2027-01-01\)$/);
  });

  it.each(Object.entries(HOSTILE))('stay one line and one command: %s', (_, value) => {
    const given = replaceStrings(report([result({ ...ENDINGS.unknown?.results[0] })]), () => value);
    const [line = '', another] = renderAnnotations(given);
    expect(another).toBeUndefined();
    expect(line).not.toMatch(/[\r\n]/);
    const [, title = '', data = ''] = /^::error title=([^:,]*)::(.*)$/.exec(line) ?? [];
    const decoded = (text: string) =>
      text
        .replaceAll('%3A', ':')
        .replaceAll('%2C', ',')
        .replaceAll('%0D', '\r')
        .replaceAll('%0A', '\n')
        .replaceAll('%25', '%');
    expect(decoded(title)).toBe(`${value} (${value})`);
    expect(decoded(data)).toContain(`${value} ${value}`);
  });
});
