import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { judgeCapture } from '../../../src/capture/judge.ts';
import { captureSchema } from '../../../src/capture/schema.ts';

/** Captures that somebody made, each judged by today's rules. To add one: put its file into `cases`, and its line here. */

const FOLDER = join(import.meta.dirname, 'cases');
const EXPECTED: Record<string, string> = {
  'lookalike-data-disagrees.json': 'unknown witnesses-disagree',
  'lookalike-duplicate-key.json': 'unknown control-ambiguous',
  'lookalike-in-frame.json': 'unknown control-not-found',
  'lookalike-not-offered-no-switch.json': 'not-offered',
  'lookalike-renamed-key.json': 'unknown control-not-found',
};

describe('a capture is a test case', () => {
  it('each has its line', () => {
    expect(readdirSync(FOLDER).sort()).toEqual(Object.keys(EXPECTED).sort());
  });

  it.each(Object.entries(EXPECTED))('%s: %s', (file, answer) => {
    const capture = captureSchema.parse(JSON.parse(readFileSync(join(FOLDER, file), 'utf8')));
    const { state, reason } = judgeCapture(capture);
    expect([state, reason?.code].filter(Boolean).join(' ')).toBe(answer);
  });
});

describe('a capture is refused', () => {
  const file = join(FOLDER, 'lookalike-renamed-key.json');
  const good = () => JSON.parse(readFileSync(file, 'utf8'));
  const changes: [string, (capture: ReturnType<typeof good>) => unknown][] = [
    ['with a field that is not known', (capture) => ({ ...capture, name: 'Ada' })],
    [
      'with such a field deep inside',
      (capture) => Object.assign(capture.page.controls[0], { title: 'Ada' }) && capture,
    ],
    [
      'with words that are not known',
      (capture) => Object.assign(capture.page.controls[0], { label: 'Ada' }) && capture,
    ],
    ['with a key that is not known', (capture) => capture.page.controls[0].keys.push('ada') && capture],
    ['with a line that does not fit', (capture) => capture.page.outline.push('div "Ada"') && capture],
    [
      'with a value that is not known',
      (capture) => ({ ...capture, page: { ...capture.page, answers: [{ value: 'Ada', onValue: 1, offValue: 0 }] } }),
    ],
    ['of a later kind', (capture) => ({ ...capture, schemaVersion: 2 })],
    ['of a setting that is not known', (capture) => ({ ...capture, setting: { id: 'ada', key: 'ada' } })],
    ['that is no object', () => 'capture'],
  ];
  it('not as it was made', () => {
    expect(captureSchema.safeParse(good()).success).toBe(true);
  });
  it.each(changes)('%s', (_, change) => {
    expect(captureSchema.safeParse(change(good())).success).toBe(false);
  });
});
