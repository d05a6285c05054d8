import { describe, expect, it } from 'vitest';
import { type Around, conclude } from '../../../src/page/conclude.ts';
import type { Moment } from '../../../src/page/sight.ts';
import { type ReasonCode, reason } from '../../../src/vocabulary.ts';

const OFF: Moment = { kind: 'state', state: 'off', confidence: 'single', isLive: false };
const ABSENT: Moment = { kind: 'absent', isElsewhere: false };
const doubt = (code: ReasonCode, forWantOfData = true): Moment => ({
  kind: 'doubt',
  reason: reason(code, 'Seen.'),
  forWantOfData,
});
const wall = (code: ReasonCode): Moment => ({ kind: 'wall', reason: reason(code, 'Seen.') });
const unclear = (code: ReasonCode): Around['offer'] => ({ kind: 'unclear', reason: reason(code, 'Seen.') });

const NOT_OFFERED: Around['offer'] = { kind: 'not-offered', rows: 3 };
const OFFERED: Around['offer'] = { kind: 'offered' };
const USUAL: Around = { offer: null, account: 'expected', isSessionAlive: true, loss: null };

describe('what a reading comes to', () => {
  it.each<[string, Moment, Partial<Around>, string]>([
    ['a state', OFF, {}, 'off'],
    ['of somebody else', OFF, { account: 'another' }, 'unknown wrong-account'],
    ['of nobody that is named', OFF, { account: 'untold' }, 'unknown wrong-account'],
    ['once the session has ended', OFF, { isSessionAlive: false }, 'unknown session-expired'],
    ['a wall', wall('challenge'), {}, 'unknown challenge'],
    ['a wall, whoever was expected', wall('challenge'), { account: 'another' }, 'unknown challenge'],
    ['a sign-in', wall('signed-out'), {}, 'unknown signed-out'],
    ['a sign-in once the session has ended', wall('signed-out'), { isSessionAlive: false }, 'unknown session-expired'],

    ['a doubt', doubt('control-ambiguous'), {}, 'unknown control-ambiguous'],
    ['a doubt, of nobody that is named', doubt('timeout'), { account: 'untold' }, 'unknown timeout'],
    ['a doubt, of somebody else', doubt('timeout'), { account: 'another' }, 'unknown wrong-account'],
    ['a doubt for want of data: 401', doubt('control-disabled'), { loss: 'signed-out' }, 'unknown signed-out'],
    ['a doubt for want of data: 429', doubt('control-ambiguous'), { loss: 'rate-limited' }, 'unknown rate-limited'],
    [
      'a doubt for want of other data',
      doubt('control-disabled'),
      { loss: 'control-not-found' },
      'unknown control-disabled',
    ],
    [
      'a doubt that data would not end',
      doubt('control-ambiguous', false),
      { loss: 'rate-limited' },
      'unknown control-ambiguous',
    ],
    ['a doubt without a session', doubt('control-ambiguous'), { isSessionAlive: false }, 'unknown session-expired'],
    [
      'a doubt that is not about the control',
      doubt('witnesses-disagree'),
      { loss: 'signed-out' },
      'unknown witnesses-disagree',
    ],

    ['not offered', ABSENT, { offer: NOT_OFFERED }, 'not-offered'],
    ['not offered to nobody that is named', ABSENT, { offer: NOT_OFFERED, account: 'untold' }, 'unknown wrong-account'],
    ['not offered without a session', ABSENT, { offer: NOT_OFFERED, isSessionAlive: false }, 'unknown session-expired'],
    ['offered', ABSENT, { offer: OFFERED }, 'unknown control-not-found'],
    ['offered, of nobody that is named', ABSENT, { offer: OFFERED, account: 'untold' }, 'unknown control-not-found'],
    ['unclear', ABSENT, { offer: unclear('control-not-found') }, 'unknown control-not-found'],
    [
      'unclear without a session',
      ABSENT,
      { offer: unclear('control-not-found'), isSessionAlive: false },
      'unknown session-expired',
    ],
    [
      'unclear for want of data',
      ABSENT,
      { offer: unclear('control-not-found'), loss: 'rate-limited' },
      'unknown rate-limited',
    ],
    ['signed out there', ABSENT, { offer: unclear('signed-out') }, 'unknown signed-out'],
    [
      'signed out there without a session',
      ABSENT,
      { offer: unclear('signed-out'), isSessionAlive: false },
      'unknown session-expired',
    ],
  ])('%s', (_, moment, around, expected) => {
    const { state, reason } = conclude(moment, { ...USUAL, ...around });
    expect([state, reason?.code].filter(Boolean).join(' ')).toBe(expected);
  });
});
