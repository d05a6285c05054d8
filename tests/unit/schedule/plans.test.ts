import { execFile, spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse, parseAllDocuments } from 'yaml';
import { EVERY } from '../../../src/schedule/job.ts';
import { renderPlan } from '../../../src/schedule/render.ts';
import { SCHEDULER_NAMES, SCHEDULERS } from '../../../src/schedule/schedulers/index.ts';
import { HOSTILE, hostileJob, job } from './given.ts';

/** What is printed, in full, and what those say of it for whom it is meant. A program that is not here is not asked. */

const has = (program: string) => spawnSync(program, ['--version']).error === undefined;
const published = (name: string) => join(import.meta.dirname, 'published', name);
const run = promisify(execFile);

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'schedule-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** Windows refuses what it would expand. */
const jobsOf = (name: string) => (name === 'windows' ? JOBS.filter(([which]) => which !== 'hostile') : JOBS);
const JOBS = [...EVERY.map((every) => [every, job({ every })] as const), ['hostile', hostileJob] as const];

describe.each(SCHEDULER_NAMES)('%s', (name) => {
  it.each(jobsOf(name))('is printed in full: %s', async (which, each) => {
    const text = renderPlan(SCHEDULERS[name], SCHEDULERS[name].plan(each));
    await expect(text).toMatchFileSnapshot(`__snapshots__/${name}-${which}.txt`);
  });
});

describe('systemd', () => {
  it.skipIf(!has('systemd-analyze')).each(JOBS)('accepts it: %s', async (_, each) => {
    // The program must be there to be accepted.
    const { artefacts } = SCHEDULERS.systemd.plan(each);
    const paths = artefacts.map(({ path }) => join(folder, path.split('/').at(-1) ?? ''));
    for (const [index, { text }] of artefacts.entries()) await writeFile(paths[index] ?? '', text);
    const { stderr } = await run('systemd-analyze', ['--user', '--man=no', 'verify', ...paths], {
      env: { ...process.env, XDG_RUNTIME_DIR: folder },
    }).catch((error) => error);
    expect(stderr).toBe('');
  });

  it.skipIf(!has('systemd-analyze')).each([
    ['day', '*-*-* 19:07:00'],
    ['week', 'Tue *-*-* 19:07:00'],
    ['month', '*-*-03 19:07:00'],
  ] as const)('reads the time as it was meant: every %s', async (every, when) => {
    const [, timer] = SCHEDULERS.systemd.plan(job({ every })).artefacts;
    const [, said = ''] = /^OnCalendar=(.*)$/m.exec(timer?.text ?? '') ?? [];
    const { stdout } = await run('systemd-analyze', ['calendar', said]);
    expect(/Normalized form: (.*)/.exec(stdout)?.[1]).toBe(when);
  });
});

describe('launchd', () => {
  it.skipIf(!has('xmllint')).each(JOBS)('is a property list by Apple’s DTD: %s', async (which, each) => {
    const path = join(folder, `${which}.plist`);
    await writeFile(path, SCHEDULERS.launchd.plan(each).artefacts[0]?.text ?? '');
    const args = ['--noout', '--nonet', '--dtdvalid', published('PropertyList-1.0.dtd'), path];
    // Its own address of the DTD is not followed, which it says, and does not count.
    expect(await run('xmllint', args).catch(({ stderr }) => stderr)).toHaveProperty('stdout', '');
  });
});

describe('Windows Task Scheduler', () => {
  it('refuses a path that it would expand', () => {
    expect(() => SCHEDULERS.windows.plan(hostileJob)).toThrow(/because of its % or/);
  });

  it
    .skipIf(!has('xmllint'))
    .each([...jobsOf('windows'), ['spaces', job({ config: 'C:\\My "Files" & <more>\\config.json' })] as const])(
    'is a task by Microsoft’s schema: %s',
    async (which, each) => {
      const path = join(folder, `${which}.xml`);
      const text = SCHEDULERS.windows.plan(each).artefacts[0]?.text ?? '';
      await writeFile(path, Buffer.from(`\uFEFF${text}`, 'utf16le'));
      const { stderr, code } = await run('xmllint', ['--noout', '--schema', published('task.xsd'), path]).catch(
        (error) => error,
      );
      expect([code ?? 0, stderr.trim()]).toEqual([0, `${path} validates`]);
    },
  );
});

describe('GitHub Actions', () => {
  it('is a workflow that runs nowhere but on a machine of one’s own, and tells nobody the session', () => {
    const text = SCHEDULERS.github.plan(job()).artefacts[0]?.text ?? '';
    const { on, jobs, permissions } = parse(text);
    expect(on.schedule).toEqual([{ cron: '7 19 * * 2' }]);
    expect(permissions).toEqual({ contents: 'read' });
    expect(jobs.audit['runs-on']).toBe('self-hosted');
    const [, audit] = jobs.audit.steps;
    // What comes from a secret or a matrix reaches the shell by its environment alone.
    expect(audit.run).not.toContain('${{');
    expect(audit.env.LINKEDIN_AI_OPTOUT_SESSION).toMatch(/^\$\{\{ secrets\.\w+ \}\}$/);
  });
});

describe('Kubernetes', () => {
  const { artefacts, install, remove } = SCHEDULERS.kubernetes.plan(job());
  const text = artefacts[0]?.text ?? '';
  const [claim, { kind, apiVersion, spec }] = parseAllDocuments(text).map((document) => document.toJS());
  const { completionMode, completions, template } = spec.jobTemplate.spec;
  const { containers, securityContext, restartPolicy, volumes } = template.spec;

  it('is an indexed CronJob without root, and with room for a browser', () => {
    expect([apiVersion, kind, spec.schedule]).toEqual(['batch/v1', 'CronJob', '7 19 * * 2']);
    expect([completionMode, completions]).toEqual(['Indexed', 1]);
    expect([restartPolicy, securityContext.runAsNonRoot]).toEqual(['Never', true]);
    const mounted = containers[0].volumeMounts.map(({ name }: { name: string }) => name);
    expect(volumes.map(({ name }: { name: string }) => name).sort()).toEqual(mounted.sort());
    expect(containers[0].env).toContainEqual({ name: 'JOB_COMPLETIONS', value: String(completions) });
  });

  it('lets Chromium have its sandbox, by a profile that a step puts on the node', () => {
    const { type, localhostProfile } = securityContext.seccompProfile;
    expect(type).toBe('Localhost');
    expect(install.join('\n')).toContain(`seccomp_profile.json`);
    expect(install.join('\n')).toContain(`/var/lib/kubelet/seccomp/${localhostProfile}`);
    // Of what that profile allows, the chroot goes with the capability.
    expect(containers[0].securityContext.capabilities).toEqual({ drop: ['ALL'], add: ['SYS_CHROOT'] });
  });

  it('needs nothing that neither it nor a step makes, and leaves nothing of it', () => {
    expect([claim.apiVersion, claim.kind]).toEqual(['v1', 'PersistentVolumeClaim']);
    expect(volumes).toContainEqual({ name: 'data', persistentVolumeClaim: { claimName: claim.metadata.name } });
    const [{ secret }] = volumes.filter((volume: object) => 'secret' in volume);
    expect(install.join('\n')).toContain(`create secret generic ${secret.secretName} `);
    for (const made of ['cronjob', 'secret', 'persistentvolumeclaim']) {
      expect(remove.join('\n')).toContain(`kubectl delete ${made} linkedin-ai-optout`);
    }
  });

  it('speaks of what is in it', () => {
    const [, name] = /the same in (\w+) below/.exec(text) ?? [];
    expect(containers[0].env).toContainEqual({ name, value: String(completions) });
  });
});

it('the hostile name is as hostile as it says', () => {
  for (const character of ['"', "'", '%', '$', '\\', ';', '&', '<', '`', ' ']) expect(HOSTILE).toContain(character);
});
