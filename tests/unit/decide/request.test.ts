import { describe, expect, it } from 'vitest';
import {
  type ConnectionFacts,
  decideConnection,
  decideRequest,
  isQuestion,
  type RequestFacts,
} from '../../../src/decide/request.ts';

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS', 'get', ''];
const BOTH = [true, false];

/** Every combination of the values given. */
function every<T extends object>(values: { [K in keyof T]: readonly T[K][] }): T[] {
  return Object.entries(values).reduce<object[]>(
    (all, [name, each]) => all.flatMap((one) => (each as unknown[]).map((value) => ({ ...one, [name]: value }))),
    [{}],
  ) as T[];
}

const staysAt = ({ isNavigation, isOwn, isReport }: RequestFacts) => isNavigation || (isOwn && isReport);

describe('a request of a living page', () => {
  const kinds = { method: METHODS, isOwn: BOTH, isNavigation: BOTH, isPopup: BOTH, isTheSave: BOTH, isReport: BOTH };
  const all = every<RequestFacts>({ ...kinds, letsWrite: [false], isHeld: [false] });

  it('passes only as a GET to the site', () => {
    const passing = all.filter((facts) => decideRequest(facts) === 'pass');
    expect(passing.length).toBeGreaterThan(0);
    expect(passing.filter(({ method, isOwn }) => method !== 'GET' || !isOwn)).toEqual([]);
  });

  it('is the save only where that was asked for, on the site, and it can write', () => {
    const saves = all.filter((facts) => decideRequest(facts) === 'save');
    expect(saves).toEqual(all.filter(({ method, isOwn, isTheSave }) => method !== 'GET' && isOwn && isTheSave));
  });

  it('always passes as a GET to the site, but for the page of another window', () => {
    const gets = all.filter(({ method, isOwn }) => method === 'GET' && isOwn);
    const stopped = gets.filter((facts) => decideRequest(facts) !== 'pass');
    expect(stopped).toEqual(gets.filter(({ isNavigation, isPopup }) => isNavigation && isPopup));
    expect(new Set(stopped.map(decideRequest))).toEqual(new Set(['stay']));
  });

  it('leaves the page as it is, where a write would lead it elsewhere, or a script may wait for its report', () => {
    const writes = all.filter((facts) => facts.method !== 'GET' && decideRequest(facts) !== 'save');
    for (const facts of writes) expect(decideRequest(facts)).toBe(staysAt(facts) ? 'stay' : 'stop');
  });

  it('is refused where a GET leads to a foreign host, so that it can be told', () => {
    const foreign = all.filter(({ method, isOwn }) => method === 'GET' && !isOwn);
    expect(new Set(foreign.map(decideRequest))).toEqual(new Set(['stop']));
  });
});

describe('a request of a page in a member’s own hands', () => {
  const kinds = { method: METHODS, isOwn: BOTH, isNavigation: BOTH, isPopup: BOTH, isTheSave: [false], isHeld: BOTH };
  const all = every<RequestFacts>({ ...kinds, isReport: BOTH, letsWrite: [true] });

  it('passes to the site alone, whatever it tells', () => {
    expect(all.filter((facts) => decideRequest(facts) === 'pass')).toEqual(all.filter(({ isOwn }) => isOwn));
  });

  it('leaves the page as it is, where a link leads elsewhere', () => {
    for (const facts of all.filter(({ isOwn }) => !isOwn)) {
      expect(decideRequest(facts)).toBe(facts.isNavigation ? 'stay' : 'stop');
    }
  });
});

describe('a request that would tell what was filled in, while nobody has pressed anything', () => {
  const kinds = { method: METHODS, isOwn: BOTH, isNavigation: BOTH, isPopup: BOTH, isTheSave: [false] };
  const all = every<RequestFacts>({ ...kinds, isReport: BOTH, letsWrite: [false], isHeld: [true] });

  it('is stopped whatever its method, and leaves the page as it is', () => {
    for (const facts of all) expect(decideRequest(facts)).toBe(staysAt(facts) ? 'stay' : 'stop');
  });
});

describe('a connection at the gate', () => {
  const all = every<ConnectionFacts>({
    isOpen: BOTH,
    isOwn: BOTH,
    isTunnel: BOTH,
    isPlainSite: BOTH,
    method: ['GET', 'POST', 'PUT', 'CONNECT'],
    letsWrite: BOTH,
    isPermitted: BOTH,
  });
  const passing = all.filter((facts) => decideConnection(facts) === 'pass');

  it('never passes a shut gate, nor to a foreign host', () => {
    expect(passing.length).toBeGreaterThan(0);
    expect(passing.filter(({ isOpen, isOwn }) => !isOpen || !isOwn)).toEqual([]);
  });

  it('passes in the open where nothing can be written, or that is allowed', () => {
    const open = all.filter(({ isOpen, isOwn }) => isOpen && isOwn);
    const canWrite = ({ isTunnel, isPlainSite, method }: ConnectionFacts) =>
      isTunnel ? isPlainSite : method !== 'GET';
    expect(passing).toEqual(open.filter((facts) => !canWrite(facts) || facts.letsWrite || facts.isPermitted));
  });

  it.each<[string, Partial<ConnectionFacts>, string]>([
    ['a GET to a foreign host', { isOwn: false }, 'refuse'],
    ['a POST to a foreign host', { isOwn: false, method: 'POST' }, 'refuse-write'],
    ['a GET after the end', { isOpen: false }, 'refuse'],
    ['a PUT after the end', { isOpen: false, method: 'PUT' }, 'refuse-write'],
    ['a tunnel after the end, which may have been for anything', { isOpen: false, isTunnel: true }, 'refuse-write'],
    ['a tunnel to a foreign host', { isOwn: false, isTunnel: true, method: 'CONNECT' }, 'refuse'],
    ['a tunnel to a plain site', { isTunnel: true, isPlainSite: true }, 'refuse-write'],
    [
      'a tunnel to a foreign host beside a plain site',
      { isOwn: false, isTunnel: true, isPlainSite: true },
      'refuse-write',
    ],
  ])('%s', (_, differences, expected) => {
    const ordinary: ConnectionFacts = {
      isOpen: true,
      isOwn: true,
      isTunnel: false,
      isPlainSite: false,
      method: 'GET',
      letsWrite: false,
      isPermitted: false,
    };
    expect(decideConnection(ordinary)).toBe('pass');
    expect(decideConnection({ ...ordinary, ...differences })).toBe(expected);
  });
});

describe('a stopped request', () => {
  it.each([
    [{ method: 'POST', kind: 'fetch', body: '{"query":"{ settings { value } }"}' }, true],
    [{ method: 'POST', kind: 'xhr', body: null }, true],
    [{ method: 'POST', kind: 'ping', body: null }, false],
    [{ method: 'POST', kind: 'document', body: null }, false],
    [{ method: 'PUT', kind: 'fetch', body: null }, true],
    [{ method: 'QUERY', kind: 'xhr', body: '{}' }, true],
    [{ method: 'PUT', kind: 'fetch', body: '{"value":true}' }, false],
    [{ method: 'GET', kind: 'fetch', body: null }, false],
    [{ method: 'DELETE', kind: 'fetch', body: null }, false],
    [{ method: 'HEAD', kind: 'fetch', body: null }, false],
    [{ method: 'OPTIONS', kind: 'fetch', body: null }, false],
    [{ method: 'POST', kind: 'fetch', body: '{"value":false}' }, false],
    [{ method: 'POST', kind: 'fetch', body: 'value=DISALLOW' }, false],
    [{ method: 'POST', kind: 'fetch', body: '{"value":"data-for-ai-improvement"}' }, true],
    [{ method: 'POST', kind: 'fetch', body: '{"a":{"filters":[{"value":true}]}}' }, true],
    [{ method: 'POST', kind: 'fetch', body: '{"operationName":"Settings","value":true}' }, true],
    [{ method: 'POST', kind: 'fetch', body: 'queryId=settings&value=on' }, true],
    [{ method: 'POST', kind: 'fetch', body: '{"query":"{ settings }","value":true}' }, true],
    [{ method: 'POST', kind: 'fetch', body: '[{"variables":{"value":true}}]' }, true],
    [{ method: 'POST', kind: 'fetch', body: '[{"value":true},{"value":"data-for-ai-improvement"}]' }, true],
    [{ method: 'POST', kind: 'fetch', body: '{}' }, true],
    [{ method: 'POST', kind: 'fetch', body: 'null' }, true],
    [{ method: 'POST', kind: 'fetch', body: '{"a":null,"value":true}' }, false],
  ])('%j may have been a question: %s', (facts, expected) => {
    expect(isQuestion(facts)).toBe(expected);
  });

  it.each([
    ...['true', 'ON', 'Yes', '1', 'allow', 'ALLOWED', 'Enabled'],
    ...['false', 'OFF', 'No', '0', 'disallow', 'DISALLOWED', 'Disabled'],
  ])('that sets a switch to %s is no question', (value) => {
    expect(isQuestion({ method: 'POST', kind: 'fetch', body: JSON.stringify({ value }) })).toBe(false);
  });
});
