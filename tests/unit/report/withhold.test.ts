import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withhold } from '../../../src/report/withhold.ts';

const cookies = [{ value: '"ajax:1234567890123456789"' }, { value: 'AQEDAR/x+y=z%21secret' }, { value: 'v=1' }];

describe('what a page may have put into a message', () => {
  it.each([
    ['POST /ajax:1234567890123456789', 'POST /[withheld]'],
    ['POST /%22ajax:1234567890123456789%22', 'POST /[withheld]'],
    ['to AJAX%3A1234567890123456789.example', 'to [withheld].example'],
    ['GET /AQEDAR%2Fx%2By%3Dz%2521secret/x', 'GET /[withheld]/x'],
    ['GET /AQEDAR/x+y=z!secret', 'GET /[withheld]'],
    ['nothing of the kind, v=1', 'nothing of the kind, v=1'],
  ])('%s', (message, expected) => {
    expect(withhold({ reason: { message, hints: [message] }, count: 3, none: null }, cookies)).toEqual({
      reason: { message: expected, hints: [expected] },
      count: 3,
      none: null,
    });
  });

  it('may hold half a character', () => {
    expect(withhold(['GET /12345678'], [{ value: '\ud8001234567' }, { value: '12345678' }])).toEqual([
      'GET /[withheld]',
    ]);
  });

  it('never holds a value that is long enough to tell anything, however it is written', () => {
    const value = fc.string({ minLength: 8, maxLength: 60 });
    const ways = [String, encodeURIComponent, encodeURI, (text: string) => text.toUpperCase()];
    fc.assert(
      fc.property(value, fc.string(), fc.constantFrom(...ways), (secret, around, write) => {
        const [told] = withhold([`${around} ${write(secret)} ${around}`], [{ value: secret }]);
        expect(told).not.toContain(secret);
      }),
    );
  });
});
