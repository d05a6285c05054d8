import { describe, expect, it } from 'vitest';
import { hostRulesOf } from '../../../src/browser/host-rules.ts';

const commandLine = (...values: string[]) => [
  'chromium',
  '--enable-automation',
  ...values.map((value) => `--host-resolver-rules=${value}`),
  'about:blank',
];
/** Where a browser with these rules would connect to. */
const lead = (rules: string, host: string, port = 443) =>
  hostRulesOf(commandLine(rules))
    .find((rule) => rule.matches(host))
    ?.target(host, port) ?? null;

describe('a rule leads a name elsewhere', () => {
  it.each([
    ['a name to an address and port', 'MAP www.linkedin.com 127.0.0.1:8443', 'www.linkedin.com', '127.0.0.1:8443'],
    ['a name to an address, on its own port', 'MAP www.linkedin.com 127.0.0.1', 'www.linkedin.com', '127.0.0.1:443'],
    ['a name to another', 'MAP www.linkedin.com localhost:1', 'www.linkedin.com', 'localhost:1'],
    ['a name to an IPv6 address', 'MAP www.linkedin.com [::1]:8443', 'www.linkedin.com', '[::1]:8443'],
    ['a name to an IPv6 address, on its own port', 'MAP www.linkedin.com [::1]', 'www.linkedin.com', '[::1]:443'],
    ['all names below one', 'MAP *.linkedin.com 127.0.0.1:1', 'static.www.linkedin.com', '127.0.0.1:1'],
    ['all names', 'MAP * 127.0.0.1:1', 'example.com', '127.0.0.1:1'],
    ['in capitals', 'MAP WWW.LinkedIn.com 127.0.0.1:1', 'www.linkedin.com', '127.0.0.1:1'],
    ['a verb in small letters', 'map www.linkedin.com 127.0.0.1:1', 'www.linkedin.com', '127.0.0.1:1'],
    ['with spaces around', '  MAP   www.linkedin.com   127.0.0.1:1  ', 'www.linkedin.com', '127.0.0.1:1'],
    ['the first of two', 'MAP a.test 127.0.0.1:1, MAP a.test 127.0.0.1:2', 'a.test', '127.0.0.1:1'],
    ['the second of two', 'MAP a.test 127.0.0.1:1,MAP b.test 127.0.0.1:2', 'b.test', '127.0.0.1:2'],
    ['all but one: another', 'MAP * 127.0.0.1:1, EXCLUDE localhost', 'a.test', '127.0.0.1:1'],
    ['a name with a port in its pattern', 'MAP a.test:443 127.0.0.1:1', 'a.test', '127.0.0.1:1'],
  ])('%s', (_, rules, host, target) => {
    expect(lead(rules, host)).toBe(target);
  });

  it('the last switch on the command line counts', () => {
    const rules = hostRulesOf(commandLine('MAP a.test 127.0.0.1:1', 'MAP b.test 127.0.0.1:2'));
    expect(rules.map((rule) => [rule.matches('a.test'), rule.matches('b.test')])).toEqual([[false, true]]);
  });
});

describe('a rule leaves alone', () => {
  it.each([
    ['another name', 'MAP www.linkedin.com 127.0.0.1:1', 'linkedin.com'],
    ['a name that ends alike', 'MAP linkedin.com 127.0.0.1:1', 'evillinkedin.com'],
    ['a name that begins alike', 'MAP linkedin.com 127.0.0.1:1', 'linkedin.com.evil.test'],
    ['a name where a dot is any letter', 'MAP www.linkedin.com 127.0.0.1:1', 'wwwxlinkedinxcom'],
    ['the parent of a pattern', 'MAP *.linkedin.com 127.0.0.1:1', 'linkedin.com'],
    ['what is excluded', 'MAP * 127.0.0.1:1, EXCLUDE www.linkedin.com', 'www.linkedin.com'],
    ['what is excluded before', 'EXCLUDE *.linkedin.com, MAP * 127.0.0.1:1', 'www.linkedin.com'],
    ['all, where the rule is not whole', 'MAP www.linkedin.com', 'www.linkedin.com'],
    ['all, where the verb is another', 'NIX www.linkedin.com 127.0.0.1:1', 'www.linkedin.com'],
    ['all, where there is no rule', '', 'www.linkedin.com'],
  ])('%s', (_, rules, host) => {
    expect(lead(rules, host)).toBeNull();
  });

  it.each([[[]], [['chromium', '--host-rules=MAP * 127.0.0.1']], [['chromium', '--host-resolver-rules']]])(
    'all, on the command line %j',
    (line) => {
      expect(hostRulesOf(line)).toEqual([]);
    },
  );
});
