import { describe, expect, it } from 'vitest';
import { decideSubmission, type SubmissionFacts } from '../../../src/decide/submission.ts';
import { findCaseNumber } from '../../../src/settings/form.ts';

const facts = (more: Partial<SubmissionFacts> = {}): SubmissionFacts => ({
  send: { status: 302, isForm: true },
  before: 'Data Processing Objection form',
  now: 'Thank you for contacting us. Case number: 260910-004711',
  hasForm: false,
  ...more,
});

describe('a submission', () => {
  it.each<[string, Partial<SubmissionFacts>, object]>([
    ['is confirmed by a number', {}, { kind: 'confirmed', caseNumber: '260910-004711' }],
    ['is confirmed by words', { now: 'Thank you for contacting us.' }, { kind: 'confirmed', caseNumber: null }],
    ['is nothing before anything was sent', { send: null }, { kind: 'none' }],
    ['waits for its answer', { send: { status: null, isForm: true } }, { kind: 'waiting' }],
    ['has failed, whatever the page says', { send: { status: 500, isForm: true } }, { kind: 'failed', status: 500 }],
    ['has failed where it was refused', { send: { status: 400, isForm: true } }, { kind: 'failed', status: 400 }],
    ['has failed without an answer', { send: { status: 0, isForm: true } }, { kind: 'failed', status: 0 }],
    ['is none that has failed elsewhere', { send: { status: 500, isForm: false } }, { kind: 'none' }],
    [
      'is not confirmed by what stood there before',
      { before: 'Thank you for contacting us. Case number: 260910-004711' },
      { kind: 'sent', isFormGone: true },
    ],
    ['is merely sent where nothing is understood', { now: 'Kiitos.' }, { kind: 'sent', isFormGone: true }],
    [
      'is merely sent where the form is still there',
      { now: 'Check this.', hasForm: true },
      { kind: 'sent', isFormGone: false },
    ],
    ['is none where something else was sent', { send: { status: 200, isForm: false }, now: 'Hello' }, { kind: 'none' }],
  ])('%s', (_, more, expected) => {
    expect(decideSubmission(facts(more))).toEqual(expected);
  });
});

describe('a case number', () => {
  it.each([
    ['Your case number is 260910-004711.', '260910-004711'],
    ['Case #: CAS-1234567', 'CAS-1234567'],
    ['Fallnummer: 12345678', '12345678'],
    ['Numéro de dossier : 260910-004711', '260910-004711'],
    ['Numer sprawy: 260910-004711 (sprawa 260910-004711)', '260910-004711'],
    ['Tapausnumero 260910-004711', '260910-004711'],
    ['In this case, 2026 members objected.', null],
    ['Case 12345678 and case 87654321', null],
    ['260910-004711, 260910-004712', null],
    ['Call +1 650-687-3600', null],
    ['', null],
  ])('in “%s” is %s', (text, number) => {
    expect(findCaseNumber(text)).toBe(number);
  });
});
