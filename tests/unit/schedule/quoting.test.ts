import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { UsageError } from '../../../src/errors.ts';
import { quoteShell } from '../../../src/quote-shell.ts';
import { escapeXml, quoteSystemd, quoteWindows, requireOneLine } from '../../../src/schedule/quoting.ts';
import { blockIn, cronLine, planCron, withBlock, withoutBlock } from '../../../src/schedule/schedulers/cron.ts';
import { HOSTILE, job } from './given.ts';

const WORDS = [HOSTILE, '', '-n', '*', "it's", '\\', '%%', '$$', '"', 'a\\"', '~', '#x', '=', '!'];

describe('a word for sh', () => {
  it.each(WORDS)('is read back as it was: %j', (word) => {
    expect(execFileSync('sh', ['-c', `printf %s ${quoteShell(word)}`], { encoding: 'utf8' })).toBe(word);
  });
});

describe('a word for systemd', () => {
  it.each([
    ['plain', '"plain"'],
    ['100% $HOME', '"100%% $$HOME"'],
    ['a "b" \\ c', '"a \\"b\\" \\\\ c"'],
    ["it's", '"it\'s"'],
  ])('%j', (word, quoted) => {
    expect(quoteSystemd(word)).toBe(quoted);
  });
});

describe('a word for Windows', () => {
  it.each([
    ['plain', 'plain'],
    ['C:\\Program Files\\node', '"C:\\Program Files\\node"'],
    ['ends in \\', '"ends in \\\\"'],
    ['a "b"', '"a \\"b\\""'],
    ['a\\"b', '"a\\\\\\"b"'],
    ['', '""'],
  ])('%j', (word, quoted) => {
    expect(quoteWindows(word)).toBe(quoted);
  });
});

it('markup is text in XML', () => {
  expect(escapeXml('<a> & b')).toBe('&lt;a&gt; &amp; b');
});

it('a line break is refused, and not shown as one', () => {
  expect(() => requireOneLine(['/home/a\n* * * * * rm'])).toThrow(UsageError);
  expect(() => requireOneLine(['/home/a\n* * * * * rm'])).toThrow(/"\/home\/a\?\* \* \* \* \* rm"/);
  expect(() => requireOneLine([HOSTILE])).not.toThrow();
});

describe('a crontab', () => {
  const block = withBlock('', '').concat(
    '# BEGIN linkedin-ai-optout (made by "linkedin-ai-optout schedule install"; remove it with "schedule remove")\n1 2 * * 3 x\n# END linkedin-ai-optout\n',
  );

  it.each(['', 'MAILTO=me\n5 * * * * other\n', '5 * * * * other without an end'])(
    'keeps what others have put there: %j',
    (others) => {
      const once = withBlock(others, block);
      expect(once.startsWith(others)).toBe(true);
      expect(blockIn(once)).toBe(block);
      expect(withBlock(once, block)).toBe(once);
      expect(withoutBlock(once).trimEnd()).toBe(others.trimEnd());
    },
  );

  it('gets its block back in the midst of others, once', () => {
    const between = `1 * * * * a\n${block}2 * * * * b\n`;
    const again = withBlock(between, block);
    expect(again).toBe(`1 * * * * a\n2 * * * * b\n${block}`);
    expect(withoutBlock(between)).toBe('1 * * * * a\n2 * * * * b\n');
  });
});

it('a line that some crons would cut is refused', () => {
  expect(() => cronLine(job({ config: `/${'a'.repeat(1_000)}` }))).toThrow(/too long for a line of cron/);
});

describe('a PATH that is too long for a line of cron', () => {
  const long = job({ environment: { PATH: `/${'a'.repeat(1_000)}`, HTTPS_PROXY: 'http://proxy.example:3128' } });

  it('is left out, and a note says so', () => {
    const { artefacts, notes } = planCron(long);
    expect(artefacts[0]?.text).toContain(" '/usr/bin/env' 'HTTPS_PROXY=http://proxy.example:3128' '/usr/bin/node'");
    expect(notes.at(-1)).toBe(
      'Your PATH is too long for a line of cron, so that the job has cron’s own: install it with a shorter one.',
    );
  });

  it('is the only one of which there is a note', () => {
    expect(planCron(job({ environment: { PATH: '/snap/bin' } })).notes).toEqual(planCron(job()).notes);
    expect(planCron(job({ environment: { PATH: '/snap/bin' } })).artefacts[0]?.text).toContain("'PATH=/snap/bin'");
  });
});
