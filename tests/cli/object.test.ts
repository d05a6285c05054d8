import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CASE_NUMBER } from '../../src/demo/site/form/page.ts';
import { openDisplay } from './display.ts';
import { type Person, person } from './person.ts';
import {
  commandLine,
  type Ended,
  makeFolder,
  nothingRuns,
  type Running,
  run,
  start,
  startCommand,
  until,
  withTurn,
} from './program.ts';
import { expectClean, openSite, type Site } from './site.ts';

/** `object`, in a window that can be seen: the program fills in, somebody at the screen reads and presses. */

let display: { name: string; close(): Promise<void> };
beforeAll(async () => {
  display = await openDisplay();
});
afterAll(() => display.close());

const WHO = ['--first-name', 'Robin', '--last-name', 'Example', '--email', 'robin@example.org'];
const PRIVATE = /Robin|robin@example\.org|Because of my work/;
const TODAY = new Date().toISOString().slice(0, 10);

interface Desk {
  /** what is kept on this machine lies here */
  data: string;
  env: Record<string, string>;
  kept(): Promise<string>;
}

async function desk(): Promise<Desk> {
  const data = await makeFolder();
  const file = join(data, 'linkedin-ai-optout/objections.json');
  // The day is the same for everybody here, whatever the time.
  const env = { XDG_DATA_HOME: data, DISPLAY: display.name, TZ: 'UTC' };
  return { data, env, kept: () => readFile(file, 'utf8').catch(() => '') };
}

interface Scene {
  variant?: string;
  more?: string[];
  here?: Desk;
  /** default: the ones of a visitor */
  who?: string[];
}

/** Starts `object`, and lets somebody sit down before it. */
async function atTheScreen(
  { variant = 'standard', more = [], here, who = WHO }: Scene,
  act: (them: Person, object: Running, site: Site) => Promise<unknown>,
): Promise<Ended & { site: Site; here: Desk }> {
  return withTurn(async () => {
    const [site, them, place] = [await openSite(), await person(), here ?? (await desk())];
    site.form.variant = variant;
    const flags = ['--origin', site.origin, '--browser', them.browser.path, ...who, ...more];
    const object = await start(['object', ...flags], { env: place.env });
    try {
      await act(them, object, site);
      const ended = await object.ended;
      await nothingRuns(object);
      expectClean(ended, { secrets: [] });
      return { ...ended, site, here: place };
    } finally {
      await them.leaves();
      await site.close();
    }
  });
}

const handedOver = (object: Running) => until(() => object.stderr().includes('Over to you'));

async function submitAndClose(them: Person, object: Running): Promise<void> {
  const page = await them.sees(/TS-DPRO/);
  await handedOver(object);
  await page.click('#objection button[type=submit]');
  await until(() => object.stderr().includes('LinkedIn has confirmed it.'));
  await (await them.sees(/ask\/submit/)).close();
}

describe.skipIf(process.platform !== 'linux')('object', { concurrent: true }, () => {
  it('fills in, waits, and keeps the case number; of the member it keeps nothing', async ({ expect }) => {
    const before: unknown[] = [];
    const ended = await atTheScreen({ more: ['--situation', 'Because of my work.'] }, async (them, object, site) => {
      await them.sees(/TS-DPRO/);
      await handedOver(object);
      before.push(...site.form.submitted, ...site.arrivals.filter(({ method }) => method !== 'GET'));
      await submitAndClose(them, object);
    });
    expect(before).toEqual([]);
    expect(ended.site.form.submitted).toEqual([
      {
        what: 'POST /help/linkedin/ask/submit',
        fields: {
          firstName: 'Robin',
          lastName: 'Example',
          email: 'robin@example.org',
          q3: '1',
          q5: expect.stringContaining('particular situation:\r\nBecause of my work.'),
        },
      },
    ]);
    expect(ended.code).toBe(0);
    const due = JSON.parse(await ended.here.kept()).objections[0].answerDue;
    expect(ended.stdout).toBe(`Submitted; case number ${CASE_NUMBER}; ${TODAY}. LinkedIn’s answer is due by ${due}.\n`);
    await expect(ended.stderr.replaceAll(ended.site.origin, 'http://lookalike')).toMatchFileSnapshot(
      join(import.meta.dirname, '__snapshots__/object-standard.txt'),
    );

    const kept = await ended.here.kept();
    expect(JSON.parse(kept)).toEqual({
      schemaVersion: 1,
      objections: [
        {
          id: expect.any(String),
          account: 'default',
          kind: 'ai-training',
          basis: 'gdpr',
          how: 'confirmed',
          caseNumber: CASE_NUMBER,
          submittedOn: TODAY,
          answerDue: due,
          answeredOn: null,
          details: null,
        },
      ],
    });
    const folder = join(ended.here.data, 'linkedin-ai-optout');
    expect((await stat(join(folder, 'objections.json'))).mode & 0o777).toBe(0o600);
    const files = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
    const texts = await Promise.all(files.map(({ parentPath, name }) => readFile(join(parentPath, name), 'latin1')));
    expect(texts.filter((text) => PRIVATE.test(text))).toEqual([]);

    const status = await run(['object', 'status'], { env: ended.here.env });
    expect([status.code, status.stderr]).toEqual([0, '']);
    expect(status.stdout).toContain(`case number   ${CASE_NUMBER}`);
    // A second one is warned of, before a browser opens.
    const again = await run(['object', '--browser', '/no/such/browser'], { env: ended.here.env });
    expect([again.code, again.stderr]).toEqual([
      2,
      expect.stringContaining('warning: One of this kind was submitted on'),
    ]);
  });

  it('keeps the details where that is asked for', async () => {
    const ended = await atTheScreen({ more: ['--keep-details', '--lang', 'de'], variant: 'german' }, submitAndClose);
    expect(ended.code).toBe(0);
    const [objection] = JSON.parse(await ended.here.kept()).objections;
    expect(objection.details).toMatchObject({ firstName: 'Robin', email: 'robin@example.org', language: 'de' });
    expect(objection.details.text[0]).toBe('Sehr geehrte Damen und Herren,');
  });

  it('tells the number where it cannot be kept, and leaves what is there alone', async () => {
    const here = await desk();
    const ended = await atTheScreen({ here }, async (them, object) => {
      await handedOver(object);
      await mkdir(join(here.data, 'linkedin-ai-optout'), { recursive: true });
      await writeFile(join(here.data, 'linkedin-ai-optout/objections.json'), 'not ours');
      await submitAndClose(them, object);
    });
    expect([ended.code, ended.stdout, await here.kept()]).toEqual([2, '', 'not ours']);
    expect(ended.stderr).toContain(`Case number ${CASE_NUMBER}. It could not be kept: `);
  });

  it('keeps nothing where the window is closed', async () => {
    const ended = await atTheScreen({}, async (them, object) => {
      const page = await them.sees(/TS-DPRO/);
      await handedOver(object);
      await page.close();
    });
    expect([ended.code, ended.stdout, await ended.here.kept(), ended.site.form.submitted]).toEqual([1, '', '', []]);
    expect(ended.stderr).toMatch(/The window was closed: nothing was submitted, and nothing is kept\.\n$/);
  });

  it('ends with Ctrl-C', async () => {
    const ended = await atTheScreen({}, async (_them, object) => {
      await handedOver(object);
      object.interrupt();
    });
    expect([ended.code, ended.stdout, await ended.here.kept(), ended.site.form.submitted]).toEqual([130, '', '', []]);
    expect(ended.stderr).toMatch(/Stopped\. Nothing was changed\.\n$/);
  });

  it('ends when time is up', async () => {
    const ended = await atTheScreen({ more: ['--timeout', '12'] }, async () => undefined);
    expect([ended.code, await ended.here.kept()]).toEqual([7, '']);
    expect(ended.stderr).toContain('Time is up: nothing was submitted, and nothing is kept.');
  });

  it.each([
    ['not-found', 3, 'error: LinkedIn answers 404 where the form was.'],
    ['limited', 5, 'error: LinkedIn answered 429: too many requests.'],
  ])('leaves the text to paste where there is no form: %s', async (variant, code, message) => {
    const ended = await atTheScreen({ variant }, async () => undefined);
    expect([ended.code, ended.stderr]).toEqual([code, expect.stringContaining(message)]);
    expect(ended.stdout).toMatch(/^Objection to the use of my personal data.*Yours faithfully,\nRobin Example\n$/s);
  });

  it.each([
    ['changed', 3, 'The form is not the one that is known; nothing was filled in.'],
    ['sign-in-first', 4, 'LinkedIn shows its sign-in form.'],
    ['captcha-first', 5, 'LinkedIn shows a captcha.'],
  ])('tells why it cannot be filled in, and leaves the text to paste: %s', async (variant, code, message) => {
    const ended = await atTheScreen({ variant }, async (them, object) => {
      const page = await them.sees(/TS-DPRO/);
      await until(() => object.stderr().includes(message));
      await page.close();
    });
    expect([ended.code, ended.stderr, ended.site.form.submitted]).toEqual([
      code,
      expect.stringContaining(`error: ${message} Nothing was submitted, and nothing is kept.`),
      [],
    ]);
    expect(ended.stdout).toMatch(/^Objection to the use of my personal data.*Yours faithfully,\nRobin Example\n$/s);
  });

  it('says that the text did not fit, and prints it', async () => {
    const ended = await atTheScreen({ variant: 'short-text' }, async (them, object) => {
      const page = await them.sees(/TS-DPRO/);
      await handedOver(object);
      await until(() => object.stdout().includes('Yours faithfully'));
      await page.close();
    });
    expect(ended.stderr).toMatch(/text: it takes 200 characters, and yours has \d+; nothing was cut/);
  });

  it('records nothing for certain where no confirmation is understood', async () => {
    const ended = await atTheScreen({ variant: 'no-words' }, async (them, object) => {
      const page = await them.sees(/TS-DPRO/);
      await handedOver(object);
      await page.click('#objection button[type=submit]');
      const after = await them.sees(/ask\/submit/);
      await after.waitForSelector('text=Valmis');
      // One more look, at the least.
      await after.waitForTimeout(1_000);
      await after.close();
    });
    expect([ended.code, ended.stdout]).toEqual([3, expect.stringMatching(/^Sent, and no confirmation understood; /)]);
    expect(JSON.parse(await ended.here.kept()).objections[0]).toMatchObject({ how: 'sent', caseNumber: null });
  });

  it('asks on a terminal for what was not given, once', async () => {
    await withTurn(async () => {
      const [site, them, here] = [await openSite(), await person(), await desk()];
      const line = commandLine(['object', '--origin', site.origin, '--browser', them.browser.path]);
      const env = { ...here.env, TERM: 'xterm', SHELL: '/bin/sh' };
      const object = await startCommand(['script', '-qefc', `stty cols 100 rows 30; exec ${line}`, '/dev/null'], {
        input: null,
        env,
      });
      const answers = {
        'First name': 'Robin',
        'Last name': 'Example',
        'E-mail of': '',
        'What in your own': 'Because I can.',
      };
      for (const [question, words] of Object.entries(answers)) {
        await until(() => object.stdout().includes(question));
        object.child.stdin.write(`${words}\r`);
      }
      const page = await them.sees(/TS-DPRO/);
      await until(() => object.stdout().includes('Over to you'));
      const values = await page
        .locator('#objection :is(input, textarea)')
        .evaluateAll((all) => all.map((field) => (field as HTMLInputElement).value));
      expect(values.slice(0, 3)).toEqual(['Robin', 'Example', '']);
      expect(values[3]).toContain('situation:\nBecause I can.\n');
      await page.close();
      expect([(await object.ended).stdout.includes('e-mail: you gave none'), await here.kept()]).toEqual([true, '']);
      await them.leaves();
      await site.close();
    });
  });

  it('comes with the session that is handed over', async () => {
    const session = await makeFolder();
    const ended = await withTurn(async () => {
      const [site, them, here] = [await openSite(), await person(), await desk()];
      const guest = await site.addGuest();
      site.form.variant = 'sign-in-first';
      await writeFile(join(session, 'session.json'), JSON.stringify(guest.storageState), { mode: 0o600 });
      const flags = [
        '--origin',
        site.origin,
        '--browser',
        them.browser.path,
        '--session',
        join(session, 'session.json'),
      ];
      const object = await start(['object', ...WHO, ...flags], { env: here.env });
      await submitAndClose(them, object);
      const told = await object.ended;
      expectClean(told, guest);
      await them.leaves();
      await site.close();
      return told;
    });
    expect(ended.code).toBe(0);
  });
});

describe('object without a window', { concurrent: true }, () => {
  it.each([
    [
      [],
      7,
      'There is no screen here to show the form on. Take the text alone with --print, and paste it in your own browser.',
    ],
    [
      ['--headless'],
      2,
      'The form needs a window to be submitted in: leave out --headless, or take the text alone with --print.',
    ],
  ])('needs a screen: %j', async (more, code, message) => {
    const ended = await run(['object', ...more]);
    expect([ended.code, ended.stdout, ended.stderr]).toEqual([code, '', `error: ${message}\n`]);
  });

  it('prints the text alone, and writes it whole', async ({ expect }) => {
    const folder = await makeFolder();
    const path = join(folder, 'objection.md');
    const more = ['--lang', 'fr', '--basis', 'fadp', '--kind', 'other-ai', '--output', path];
    const ended = await run(['object', '--print', ...WHO, '--situation', '1. mes *clients*', ...more]);
    expect([ended.code, ended.stderr]).toEqual([0, '']);
    await expect(ended.stdout).toMatchFileSnapshot(join(import.meta.dirname, '__snapshots__/object-print.txt'));
    await expect(await readFile(path, 'utf8')).toMatchFileSnapshot(
      join(import.meta.dirname, '__snapshots__/object-print.md'),
    );
    expect(await readdir(folder)).toEqual(['objection.md']);
  });

  it('says what has to be written yet', async () => {
    const ended = await run(['object', '--print']);
    expect([ended.code, ended.stderr]).toEqual([
      0,
      'Write what is missing where it stands in [brackets] before you send it.\n',
    ]);
    expect(ended.stdout).toContain('[YOUR SITUATION: ');
    expect(ended.stdout).toContain('[YOUR NAME]');
  });

  it.each([
    [['--print', '--output', 'letter.pdf'], '--output: "letter.pdf" must end in .txt or .md.'],
    [
      ['--print', '--output', '/no/such/folder/a.txt'],
      '--output: "/no/such/folder/a.txt" was not written (ENOENT); give another place.',
    ],
    [['--print', '--email', 'robin'], '--email: give an e-mail address.'],
    [['--print', '--first-name', ' '], '--first-name: give a name.'],
    [['--print', '--situation', ''], '--situation: say what in your own situation speaks against it.'],
    [['record', '--case', 'a b'], '--case: give the number as LinkedIn writes it, such as 260910-001234.'],
    [['record', '--case', '1', '--date', 'soon'], '--date: give a day, such as 2026-09-10.'],
    [
      ['record', '--case', '1', '--date', '2999-01-01'],
      '--date: 2999-01-01 is still to come; give the day on which it was submitted.',
    ],
    [
      ['record', '--case', '1', '--date', '2026-02-01', '--answered', '2026-01-01'],
      '--answered: give a day between 2026-02-01 and today.',
    ],
  ])('%j is a mistake', async (args, message) => {
    const ended = await run(['object', ...args]);
    expect([ended.code, ended.stdout, ended.stderr]).toEqual([2, '', `error: ${message}\n`]);
  });

  it('records by hand, lists, and reminds when the month is over', async ({ expect }) => {
    const here = await desk();
    const object = (...args: string[]) => run(['object', ...args], { env: here.env });
    expect((await object('status')).stdout).toBe('No objection is kept. Begin with: linkedin-ai-optout object\n');
    const first = await object('record', '--case', '250131-000001', '--date', '2025-01-31', '--basis', 'uk-gdpr');
    expect([first.code, first.stdout]).toEqual([
      0,
      'Kept: case number 250131-000001, submitted on 2025-01-31. LinkedIn’s answer is due by 2025-02-28.\n',
    ]);
    await object(
      'record',
      '--case',
      '250310-000002',
      '--date',
      '2025-03-10',
      '--answered',
      '2025-04-01',
      '--kind',
      'other-ai',
    );
    const [text, json] = [await object('status'), await object('status', '--format', 'json')];
    await expect(text.stdout).toMatchFileSnapshot(join(import.meta.dirname, '__snapshots__/object-status.txt'));
    expect(
      JSON.parse(json.stdout).objections.map((each: Record<string, unknown>) => [each.caseNumber, each.overdue]),
    ).toEqual([
      ['250131-000001', true],
      ['250310-000002', false],
    ]);
    await object('record', '--case', '250131-000001', '--answered', '2025-03-05');
    expect((await object('status')).stdout).not.toContain('the month is over');
  });

  it('leaves a file alone that is not its own', async () => {
    const here = await desk();
    await run(['object', 'record', '--case', '1'], { env: here.env });
    const path = join(here.data, 'linkedin-ai-optout/objections.json');
    await writeFile(path, '{"schemaVersion":2}');
    const ended = await run(['object', 'record', '--case', '2'], { env: here.env });
    expect([ended.code, ended.stderr]).toEqual([
      2,
      `error: "${path}" is not a list of objections that this version understands (at schemaVersion).\n`,
    ]);
    expect(await here.kept()).toBe('{"schemaVersion":2}');
  });
});
