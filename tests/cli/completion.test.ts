import { execFileSync, spawnSync } from 'node:child_process';
import { beforeAll, describe, expect, it } from 'vitest';
import { fileWith, run } from './program.ts';

/** The scripts in the shells that they are for; a shell that is not here is not asked. */

describe('completion for bash', () => {
  let script: string;
  beforeAll(async () => {
    script = await fileWith((await run(['completion', 'bash'])).stdout, 'completion.bash');
  });

  it.each([
    ['', ['check', 'disable', 'report', 'completion']],
    ['ch', ['check']],
    ['report r', ['render']],
    ['check --expect', ['--expect-account']],
    ['check --format ', ['text', 'json']],
    ['report render --jud', ['--judge']],
    ['completion --', ['--help']],
  ])('of "%s" has %j', (typed, words) => {
    const ask = `source "$1"; shift; COMP_WORDS=(linkedin-ai-optout "$@"); COMP_CWORD=$#; _linkedin_ai_optout; printf '%s\\n' "\${COMPREPLY[@]}"`;
    const said = execFileSync('bash', ['-c', ask, 'bash', script, ...typed.split(' ')], { encoding: 'utf8' });
    expect(said.split('\n')).toEqual(expect.arrayContaining(words));
    if (typed === 'ch') expect(said).toBe('check\n');
  });
});

describe.each(['zsh', 'fish'])('completion for %s', (shell) => {
  it('names every command, and is accepted by the shell where there is one', async () => {
    const { code, stdout, stderr } = await run(['completion', shell]);
    expect([code, stderr]).toEqual([0, '']);
    for (const command of ['check', 'disable', 'login', 'accounts', 'report', 'demo'])
      expect(stdout).toContain(command);
    const checked = spawnSync(shell, ['-n', await fileWith(stdout, `completion.${shell}`)], { encoding: 'utf8' });
    expect(checked.error ? null : checked.stderr || null).toBeNull();
  });
});

it('of another shell is a wrong word', async () => {
  const { code, stdout, stderr } = await run(['completion', 'tcsh']);
  expect([code, stdout]).toEqual([2, '']);
  expect(stderr).toContain('bash, zsh, fish');
});
