import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Part } from '../../../src/decide/fill.ts';
import { CASE_NUMBER } from '../../../src/demo/site/form/page.ts';
import { FORM_VARIANTS } from '../../../src/demo/site/form/variants.ts';
import { type Desk, openDesk, ROBIN, type Seat, type Seen, whatArrived } from './desk.ts';

/** Every form there is: what is filled in is right, the rest is left alone, and nothing is submitted but by the member. */

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.close());

const ALL: readonly Part[] = ['firstName', 'lastName', 'email', 'request', 'text'];
const except = (...parts: Part[]) => ALL.filter((part) => !parts.includes(part));

interface Row {
  /** all of it where nothing is said */
  filled?: readonly Part[];
  left?: readonly string[];
  /** what the fields hold that are not as usual, by their names */
  holds?: Record<string, string>;
  /** of what the page tries to send by itself */
  stops?: true;
}

const SUBMIT = '#objection button[type=submit]';
const ORDINARY: Row = {};
const BY_WORDS = { first: 'q-969', last: 'q-853', email: 'q-1262' };
const CASES: Record<string, Row> = {
  standard: ORDINARY,
  'other-wording': ORDINARY,
  'option-last': { holds: { q3: '4' } },
  german: ORDINARY,
  french: ORDINARY,
  italian: ORDINARY,
  spanish: ORDINARY,
  dutch: ORDINARY,
  portuguese: ORDINARY,
  polish: ORDINARY,
  finnish: { filled: except('request'), left: ['Pyynnön tyyppi: no option fits for certain'], holds: { q3: '' } },
  'words-alone': {
    holds: named(BY_WORDS.first, BY_WORDS.last, BY_WORDS.email),
  },
  'polish-words-alone': { holds: named('q-568', 'q-854', 'q-1092') },
  'check-box': { left: ['I confirm that this information is correct: a box that only you can tick'] },
  'captcha-inside': { left: ['captcha: only you can answer it'] },
  'two-emails': {
    filled: except('email'),
    left: ['e-mail: more than one field fits', 'e-mail: more than one field fits'],
    holds: { email: '', confirmEmail: '' },
  },
  'two-ai-lists': {
    filled: except('request'),
    left: Array(2).fill('What is your request?: more than one option fits'),
    holds: { q3: '', q4: '' },
  },
  'country-list': { left: ['Country: not recognised for certain'], holds: { country: '' } },
  honeypots: {
    holds: { token: 't', email2: '', email_address: '', first_name: '', last_name: '', surname: '', given_name: '' },
  },
  'short-text': {
    filled: except('text'),
    left: [`text: it takes 200 characters, and yours has ${ROBIN.text.length}; nothing was cut`],
    holds: { q5: '' },
  },
  'two-texts': {
    filled: except('text'),
    left: Array(2).fill('text: more than one field fits'),
    holds: { q5: '', q6: '' },
  },
  newsletter: ORDINARY,
  'swapped-marks': {
    filled: except('firstName', 'lastName'),
    left: Array(2).fill('first name: more than one field fits'),
    holds: { firstName: '', lastName: '' },
  },
  prefilled: {
    filled: ['request', 'text'],
    left: ['last name: it already says something else', 'e-mail: it already says something else'],
    holds: { lastName: 'Example', email: 'another@example.org' },
  },
  'whole-name': {
    filled: except('firstName', 'lastName'),
    left: ['first name: it may ask for the whole name'],
    holds: { ...named(undefined, undefined, BY_WORDS.email), 'q-399': '' },
  },
  radios: {
    filled: except('request'),
    left: [
      'Object to processing for training content-generating AI models: a choice of buttons that only you can make',
    ],
    holds: { q3: 'nothing' },
  },
  'drawn-late': ORDINARY,
  'text-after-option': ORDINARY,
  'rejects-values': {
    filled: except('firstName'),
    left: ['first name: the page did not keep it'],
    holds: { firstName: '' },
  },
  'submits-on-change': { stops: true },
  'submits-later': { stops: true },
  'submits-by-get': { stops: true },
  'tells-each': { stops: true },
  'by-script': ORDINARY,
  'no-case-number': ORDINARY,
  'no-words': ORDINARY,
  'case-number-later': ORDINARY,
  fails: ORDINARY,
  'fails-by-script': ORDINARY,
};

/** Where nothing but labels tells, the fields carry other names. */
function named(first?: string, last?: string, email?: string): Record<string, string> {
  const own = { firstName: 'nothing', lastName: 'nothing', email: 'nothing' };
  const names = [
    [first, ROBIN.firstName],
    [last, ROBIN.lastName],
    [email, ROBIN.email],
  ] as const;
  return { ...own, ...Object.fromEntries(names.flatMap(([name, value]) => (name ? [[name, value]] : []))) };
}

/** What a form holds: of a list its value, of a field that is not there “nothing”. */
async function valuesOf(page: Page, names: string[]): Promise<Record<string, string>> {
  return page.evaluate((wanted) => {
    const form = document.querySelector<HTMLFormElement>('#objection') as HTMLFormElement;
    const data = new FormData(form);
    return Object.fromEntries(
      wanted.map((name) => [name, String(data.get(name) ?? 'nothing').replaceAll('\r\n', '\n')]),
    );
  }, names);
}

/** Of what is not there, nothing is sent. */
const there = (held: Record<string, string>) =>
  Object.fromEntries(Object.entries(held).filter(([, value]) => value !== 'nothing'));

const USUAL = { firstName: ROBIN.firstName, lastName: ROBIN.lastName, email: ROBIN.email, q3: '1', q5: ROBIN.text };
/** Those whose submission does not end as the ordinary one does, or is a matter of its own. */
const OTHER_ENDINGS = new Set(['no-case-number', 'no-words', 'case-number-later', 'fails', 'fails-by-script']);

describe('a form', { concurrent: true }, () => {
  it.each(Object.entries(CASES))('that is %s', async (variant, { filled = ALL, left = [], holds = {}, stops }) => {
    const wanted = { ...USUAL, ...holds };
    let held = {};
    let sent: unknown;
    const seen = await desk.sit(variant, async ({ page, lookalike, told, until }) => {
      held = await valuesOf(page, Object.keys(wanted));
      if (variant === 'submits-later') await page.waitForSelector('[data-submitted]');
      // Reading and writing sends nothing; pressing does.
      const area = page.locator('textarea').first();
      await area.focus();
      await page.keyboard.type('x');
      await page.keyboard.press('Enter');
      for (const box of await page.locator('#objection [type=checkbox]').all()) await box.check();
      expect(whatArrived(lookalike)).toEqual([]);
      if (variant === 'submits-by-get' || OTHER_ENDINGS.has(variant)) return;
      await page.click(SUBMIT);
      await until(() => lookalike.form.submitted.length > 0);
      sent = lookalike.form.submitted[0]?.fields;
      await until(() => told.confirmed.length > 0);
    });
    expect([seen.handOvers[0]?.filled, seen.handOvers[0]?.left.map(({ what, why }) => `${what}: ${why}`)]).toEqual([
      filled,
      left,
    ]);
    expect(held).toEqual(wanted);
    expect(seen.before).toEqual([]);
    expect([seen.ending.stopped > 0, seen.ending.isTimeUp, seen.dialogs, seen.troubles]).toEqual([
      stops === true,
      false,
      [],
      [],
    ]);
    expect(seen.confirmed).toEqual(sent ? [CASE_NUMBER] : []);
    if (sent) expect(sent).toMatchObject({ ...there(held), q5: expect.stringContaining('x') });
  });

  it('that tells each change alone says nothing, however short what was filled in', async () => {
    const seen = await desk.sit('tells-each', undefined, { firstName: 'Li', lastName: 'Bo' });
    expect([seen.handOvers[0]?.filled, whatArrived(seen.lookalike)]).toEqual([ALL, []]);
  });

  it('stands in the table of this test, or is none', () => {
    const elsewhere = Object.keys(FORM_VARIANTS).filter((name) => !Object.hasOwn(CASES, name));
    expect(elsewhere).toEqual([
      'steps',
      'steps-by-script',
      'not-found',
      'sign-in-first',
      'captcha-first',
      'changed',
      'limited',
    ]);
  });
});

const submit = async ({ page }: Seat) => page.click(SUBMIT);
const confirmed = ({ told }: Seat) => told.confirmed.length > 0;

describe('what becomes of it', { concurrent: true }, () => {
  it.each([
    ['by-script', CASE_NUMBER],
    ['no-case-number', null],
  ])('is noticed: %s', async (variant, number) => {
    const seen = await desk.sit(variant, async (seat) => {
      await submit(seat);
      await seat.until(() => confirmed(seat));
    });
    expect(seen.confirmed).toEqual([number]);
    expect(seen.ending.submission).toEqual({ kind: 'confirmed', caseNumber: number });
    expect(seen.lookalike.form.submitted).toHaveLength(1);
  });

  it('is looked at further where the number comes later', async () => {
    const seen = await desk.sit('case-number-later', async (seat) => {
      await submit(seat);
      await seat.until(() => seat.told.confirmed.length > 1);
    });
    expect(seen.confirmed).toEqual([null, CASE_NUMBER]);
  });

  it('is not made up where the page says nothing that is known', async () => {
    const seen = await desk.sit('no-words', async (seat) => {
      await submit(seat);
      await seat.page.waitForSelector('text=Valmis');
      // One more look, at the least.
      await seat.page.waitForTimeout(600);
    });
    expect([seen.confirmed, seen.ending.submission]).toEqual([[], { kind: 'sent', isFormGone: true }]);
  });

  it.each(['fails', 'fails-by-script'])('is told where it was not taken: %s', async (variant) => {
    const seen = await desk.sit(variant, async (seat) => {
      await submit(seat);
      await seat.until(() => seat.told.failures.length > 0);
    });
    expect([seen.failures, seen.confirmed, seen.ending.submission]).toEqual([
      [500],
      [],
      { kind: 'failed', status: 500 },
    ]);
  });

  it('is nothing where the window is closed', async () => {
    const seen = await desk.sit('standard');
    expect([seen.ending, whatArrived(seen.lookalike)]).toEqual([
      { submission: { kind: 'none' }, trouble: null, wasTextFilled: true, stopped: 0, isTimeUp: false },
      [],
    ]);
  });
});

describe('in several steps', { concurrent: true }, () => {
  it.each([
    ['steps', SUBMIT],
    ['steps-by-script', 'text=Next'],
  ])('each is filled in when it is there: %s', async (variant, next) => {
    const seen = await desk.sit(variant, async (seat) => {
      const { page, told, until, lookalike } = seat;
      expect(told.handOvers[0]?.filled).toEqual(['firstName', 'lastName', 'email']);
      await page.click(next);
      await until(() => told.handOvers.length > 1);
      expect(await valuesOf(page, ['q3', 'q5'])).toEqual({ q3: '1', q5: ROBIN.text });
      expect(lookalike.form.submitted).toHaveLength(variant === 'steps' ? 1 : 0);
      await submit(seat);
      await until(() => confirmed(seat));
    });
    expect([seen.confirmed, seen.handOvers.at(-1)?.filled]).toEqual([[CASE_NUMBER], ALL]);
  });
});

describe('what is no form', { concurrent: true }, () => {
  const troubleOf = (seen: Seen) => [seen.troubles.map(({ code }) => code), seen.ending.trouble?.code, seen.handOvers];

  it.each([
    ['changed', 'control-not-found'],
    ['sign-in-first', 'signed-out'],
    ['captcha-first', 'challenge'],
  ])('is told apart, and nothing in it is touched: %s', async (variant, code) => {
    let values: string[] = [];
    const seen = await desk.sit(variant, async ({ page }) => {
      const fields = page.locator('input:not([type=hidden]), textarea');
      values = await fields.evaluateAll((all) => all.map((field) => (field as HTMLInputElement).value));
    });
    expect(troubleOf(seen)).toEqual([[code], code, []]);
    expect([values.join(''), whatArrived(seen.lookalike), seen.ending.wasTextFilled]).toEqual(['', [], false]);
  });

  it.each([
    ['not-found', 'control-not-found', 'LinkedIn answers 404 where the form was.'],
    ['limited', 'rate-limited', 'LinkedIn answered 429: too many requests.'],
  ])('ends it where nobody can go on: %s', async (variant, code, message) => {
    await expect(desk.sit(variant)).rejects.toMatchObject({ reason: { code, message } });
  });

  it('becomes one when the captcha is answered', async () => {
    const seen = await desk.sit('captcha-first', async ({ page, told, until }) => {
      await page.click('#solved');
      await until(() => told.handOvers.length > 0);
      expect(await valuesOf(page, Object.keys(USUAL))).toEqual(USUAL);
    });
    expect([seen.ending.trouble, seen.ending.submission.kind, seen.lookalike.form.submitted]).toEqual([
      null,
      'none',
      [],
    ]);
  });

  it('becomes one when the member has signed in', async () => {
    const seen = await desk.sit('sign-in-first', async ({ page, lookalike, told, until }) => {
      const member = lookalike.addMember();
      await page.fill('#username', member.vanity);
      await page.fill('#password', 'correct horse battery staple');
      await page.click('button[type=submit]');
      await until(() => told.handOvers.length > 0);
      expect(await valuesOf(page, Object.keys(USUAL))).toEqual(USUAL);
    });
    expect([seen.ending.trouble, seen.lookalike.form.submitted]).toEqual([null, []]);
  });
});

describe('another kind of request', { concurrent: true }, () => {
  it.each([
    ['other-ai', '4', []],
    // The list has an option of its own for it, which the member knows better.
    ['restriction', '', ['What is your request?: no option fits for certain']],
  ] as const)('%s', async (kind, value, left) => {
    let held = {};
    const act = async ({ page }: Seat) => {
      held = await valuesOf(page, ['q3']);
    };
    const seen = await desk.sit('standard', act, { kind });
    expect([held, seen.handOvers[0]?.left.map(({ what, why }) => `${what}: ${why}`)]).toEqual([{ q3: value }, left]);
  });

  it('asks for nothing that was not given', async () => {
    const seen = await desk.sit('standard', undefined, { firstName: null, lastName: null, email: null });
    expect([seen.handOvers[0]?.filled, seen.handOvers[0]?.left.map(({ why }) => why)]).toEqual([
      ['request', 'text'],
      Array(3).fill('you gave none'),
    ]);
  });
});
