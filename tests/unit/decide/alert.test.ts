import { describe, expect, it } from 'vitest';
import { type AlertMemory, decideAlert, type Finding } from '../../../src/decide/alert.ts';
import { type Answer, decideAnswer } from '../../../src/decide/answer.ts';
import { decideExceptions } from '../../../src/decide/exception.ts';
import { REASONS, type ReasonCode } from '../../../src/vocabulary.ts';

const LETTERS: Record<string, Answer> = {
  '.': 'as-wished',
  o: 'on',
  x: 'on',
  s: 'session-ended',
  p: 'page-changed',
  b: 'blocked',
};
const WEEK_MS = 7 * 86_400_000;
const timeOf = (week: number) => new Date(week * WEEK_MS).toISOString();

/** A letter a week (`x`: on, by exception); what is told, a letter a week: change, recovery, blind. */
function told(weeks: string, maxAgeDays = 14): string {
  let memory: AlertMemory | null = null;
  let lastProvenAt: string | null = null;
  return [...weeks]
    .map((letter, week) => {
      const at = timeOf(week);
      if ('.ox'.includes(letter)) lastProvenAt = at;
      const answer = LETTERS[letter] ?? 'blocked';
      const finding: Finding = { answer, excepted: letter === 'x', at, lastProvenAt, maxAgeDays };
      const decided = decideAlert(memory, finding);
      memory = decided.memory;
      return decided.kind?.[0] ?? '-';
    })
    .join('');
}

describe('somebody is told', () => {
  it.each([
    ['nothing, while all is as wished', '....', '----'],
    ['once that it is on', '..ooo', '--c--'],
    ['at the first time that it is looked at', 'oo', 'c-'],
    ['that it is as wished again, once', '.oo..', '-c-r-'],
    ['each time anew', '.o.o.', '-crcr'],
    ['of each answer that is another one', '.ospb', '-cccc'],
    ['once more when nothing was proven for more than two weeks', '.sssss.', '-c-b--r'],
    ['that once alone, also when the answer is another one then', '.sssbb.', '-c-bc-r'],
    ['of both at once where it comes to that', '.......p', '-------c'],
    ['counted from the first time, where nothing was ever proven', 'ssss', 'c--b'],
    ['anew, once something was proven in between', '.sssosss', '-c-bcc-b'],
    ['nothing of what is on by exception', 'xxx', '---'],
    ['when the exception has ended', 'xxoo', '--c-'],
    ['again when the exception has ended, also where it was told before', 'oxxoo', 'c--c-'],
    ['that it is as wished, where it was told that it is not', 'oxx.', 'c--r'],
    ['nothing where it is as wished before anybody knew otherwise', 'xx..', '----'],
    ['that the session has ended, exception or not', 'xsso', '-c-c'],
    ['of an exception that came after a blind time', '.sssxsss', '-c-b---b'],
  ])('%s: %s', (_, weeks, expected) => {
    expect(told(weeks)).toBe(expected);
  });

  it('not before the time is over to the day', () => {
    expect(told('.sss', 21)).toBe('-c--');
    expect(told('.sss', 20)).toBe('-c-b');
    expect(told('sss', 14)).toBe('c--');
  });

  it('of being blind by the same alert that tells of a change, and not again the week after', () => {
    const memory: AlertMemory = { told: null, toldBlind: false, excepted: false, since: timeOf(0) };
    const finding = { answer: 'blocked', excepted: false, lastProvenAt: timeOf(0), maxAgeDays: 14 } as const;
    const first = decideAlert(memory, { ...finding, at: timeOf(9) });
    expect(first).toEqual({
      kind: 'change',
      memory: { told: 'blocked', toldBlind: true, excepted: false, since: timeOf(0) },
    });
    expect(decideAlert(first.memory, { ...finding, at: timeOf(10) })).toEqual({ kind: null, memory: first.memory });
  });

  it('of nothing by exception, where there never was one', () => {
    const finding = {
      answer: 'session-ended',
      excepted: false,
      at: timeOf(3),
      lastProvenAt: null,
      maxAgeDays: 1,
    } as const;
    expect(decideAlert(null, finding).memory.excepted).toBe(false);
  });

  it('and what is remembered tells since when', () => {
    const { memory } = decideAlert(null, {
      answer: 'as-wished',
      excepted: false,
      at: timeOf(3),
      lastProvenAt: null,
      maxAgeDays: 1,
    });
    expect(memory).toEqual({ told: null, toldBlind: false, excepted: false, since: timeOf(3) });
    const later = decideAlert(memory, {
      answer: 'on',
      excepted: true,
      at: timeOf(4),
      lastProvenAt: timeOf(4),
      maxAgeDays: 1,
    });
    expect(later).toEqual({ kind: null, memory: { told: null, toldBlind: false, excepted: true, since: timeOf(3) } });
    const ended = decideAlert(later.memory, {
      answer: 'session-ended',
      excepted: false,
      at: timeOf(5),
      lastProvenAt: timeOf(5),
      maxAgeDays: 1,
    });
    expect(ended.memory.excepted).toBe(true);
    const on = decideAlert(ended.memory, {
      answer: 'on',
      excepted: false,
      at: timeOf(6),
      lastProvenAt: timeOf(6),
      maxAgeDays: 1,
    });
    expect(on.memory).toEqual({ told: 'on', toldBlind: false, excepted: false, since: timeOf(3) });
  });
});

describe('a schedule gets one of five answers', () => {
  it.each([
    ['off', 'as-wished'],
    ['not-offered', 'as-wished'],
    ['on', 'on'],
    ['unknown', 'page-changed'],
  ] as const)('%s is %s', (state, answer) => {
    expect(decideAnswer({ state, reason: null })).toBe(answer);
  });

  const BY_CODE: Record<number, Answer> = {
    3: 'page-changed',
    4: 'session-ended',
    5: 'blocked',
    6: 'page-changed',
    7: 'blocked',
    70: 'blocked',
  };
  it.each(Object.keys(REASONS) as ReasonCode[])('unknown because of %s', (code) => {
    expect(decideAnswer({ state: 'unknown', reason: { code } })).toBe(BY_CODE[REASONS[code].exitCode]);
  });
});

describe('an exception', () => {
  const exception = { account: 'work', setting: 'ai-training', reason: 'agreed', owner: 'lee', expires: '2026-11-15' };
  it.each([
    ['long before its end', '2026-10-31T23:59:59Z', 1, 0],
    ['two weeks before', '2026-11-01T00:00:00Z', 1, 1],
    ['a moment before', '2026-11-14T23:59:59Z', 1, 1],
    ['on its day', '2026-11-15T00:00:00Z', 0, 0],
    ['after it', '2027-01-01T00:00:00Z', 0, 0],
  ])('%s', (_, now, active, ending) => {
    const decided = decideExceptions([exception], new Date(now));
    expect([decided.active.length, decided.ending.length]).toEqual([active, ending]);
  });
});
