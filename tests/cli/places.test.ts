import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { report, result } from '../unit/report/given.ts';
import { fileWith, run, type Wrapper, wrapBrowser } from './program.ts';

/** Where the files of a run are to lie is told before a browser opens. */

let browser: Wrapper;
beforeAll(async () => {
  browser = await wrapBrowser();
});
afterAll(async () => expect(await browser.wasStarted()).toBe(false));

describe.concurrent('two files that would be one', () => {
  it.each([
    [
      'check',
      ['--output', 'x.json', '--attest', 'x.json'],
      '"x.json" is given for --output and for --attest; give each a file of its own.',
    ],
    [
      'disable',
      ['--yes', '--output', 'x.md', '--output', './x.md'],
      '"./x.md" is given for --output twice; give each a file of its own.',
    ],
    [
      'check',
      ['--evidence', 'd', '--output', 'd/a.md', '--mkdir'],
      '--output: "d/a.md" would lie among the evidence, which is kept as it is; put it elsewhere.',
    ],
  ])('are refused by %s %j', async (command, more, sentence) => {
    const session = await fileWith(
      JSON.stringify([{ name: 'li_at', value: 'made-up', domain: '127.0.0.1', path: '/' }]),
    );
    const flags = ['--session', session, '--origin', 'http://127.0.0.1:9', '--headless', '--browser', browser.path];
    const { code, stdout, stderr } = await run([command, ...flags, ...more]);
    expect({ code, stdout, stderr }).toEqual({ code: 2, stdout: '', stderr: `error: ${sentence}\n` });
  });

  it('are refused by audit and by report render', async () => {
    const config = await fileWith('{"outputs":["x.json","./x.json"]}', 'config.json');
    const render = ['report', 'render', await fileWith(JSON.stringify(report([result()])), 'saved.json')];
    for (const args of [
      ['audit', '--config', config, '--browser', browser.path],
      [...render, '--output', 'x.json', '--output', 'x.json'],
    ]) {
      const { code, stdout, stderr } = await run(args);
      expect([code, stdout, stderr]).toEqual([2, '', expect.stringMatching(/is given for --output twice/)]);
    }
  });
});
