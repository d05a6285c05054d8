import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Member } from '../../../src/demo/site/members.ts';
import { type LookalikeSite, openLookalikeSite } from '../../../src/demo/site/open.ts';
import type { Happening } from '../../../src/demo/site/traits.ts';
import { VARIANTS } from '../../../src/demo/site/variants.ts';

/** The look-alike's server, without a browser: who is let in, what is kept, and what the log shows. */

const PAGE = '/mypreferences/d/settings/data-for-ai-improvement';
const SETTING = '/mysettings-api/settingsApiSettings/allowDataForGenerativeAI';
let site: LookalikeSite;

beforeAll(async () => {
  site = await openLookalikeSite();
});
afterAll(() => site.close());

function send(member: Member | null, path: string, init: RequestInit = {}): Promise<Response> {
  const cookie = member?.storageState.cookies.map(({ name, value }) => `${name}=${value}`).join('; ') ?? '';
  return fetch(site.origin + path, { redirect: 'manual', ...init, headers: { cookie, ...init.headers } });
}

function save(member: Member, value: unknown, csrf = csrfOf(member)): Promise<Response> {
  return send(member, SETTING, { method: 'PUT', headers: { 'csrf-token': csrf }, body: JSON.stringify({ value }) });
}

function csrfOf(member: Member): string {
  return member.storageState.cookies.find(({ name }) => name === 'JSESSIONID')?.value.replaceAll('"', '') ?? '';
}

describe('whoever is not signed in', () => {
  it('is sent to sign in, and told where from', async () => {
    const answer = await send(null, PAGE);
    expect(answer.status).toBe(302);
    expect(answer.headers.get('location')).toBe(`/uas/login?session_redirect=${encodeURIComponent(PAGE)}`);
  });

  it('gets nothing from the data calls', async () => {
    expect((await send(null, SETTING)).status).toBe(401);
  });

  it('is not let in by a session that has ended', async () => {
    const member = site.addMember();
    expect((await send(member, PAGE)).status).toBe(200);
    member.endSession();
    expect((await send(member, PAGE)).status).toBe(302);
  });
});

describe('a member', () => {
  it('is told who they are and what the setting is', async () => {
    const member = site.addMember({ truth: 'off' });
    const who = await (await send(member, '/mysettings-api/settingsApiMiniProfile')).json();
    expect(who.miniProfile.publicIdentifier).toBe(member.vanity);
    expect(await (await send(member, SETTING)).json()).toEqual({
      key: 'allowDataForGenerativeAI',
      value: false,
      onValue: true,
      offValue: false,
      settingDisplayType: 'TOGGLE',
    });
  });

  it('saves with the CSRF token, and for themselves alone', async () => {
    const [member, other] = [site.addMember(), site.addMember()];
    expect((await save(member, false)).status).toBe(200);
    expect([member.truth(), other.truth()]).toEqual(['off', 'on']);
  });

  it('saves nothing without the CSRF token', async () => {
    const member = site.addMember();
    expect((await save(member, false, 'ajax:0')).status).toBe(403);
    expect(member.truth()).toBe('on');
  });

  it('sees the row of the setting in the category only where it is offered', async () => {
    const category = async (variant: string) =>
      (await send(site.addMember({ variant }), '/mypreferences/d/categories/privacy')).text();
    expect(await category('standard')).toContain(PAGE);
    expect(await category('not-offered-404')).not.toContain(PAGE);
  });

  it('may have traits that no variant has', async () => {
    const member = site.addMember({ variant: { values: { on: 'YES', off: 'NO' } }, truth: 'on' });
    await save(member, 'NO');
    expect(member.truth()).toBe('off');
  });
});

describe('the log', () => {
  it('shows every arrival with cookie names only, and which of them wrote', async () => {
    const member = site.addMember();
    await send(member, `${PAGE}?once`);
    await save(member, false);
    expect(member.arrivals()).toMatchObject([
      { method: 'GET', path: `${PAGE}?once`, host: new URL(site.origin).host, member: member.vanity, changed: false },
      { method: 'PUT', path: SETTING, cookies: ['li_at', 'JSESSIONID', 'bcookie', 'lang'], changed: true },
    ]);
    expect(JSON.stringify(site.arrivals)).not.toContain(member.token);
  });

  it('proves a stray POST, which changes the truth even without a token', async () => {
    const member = site.addMember();
    await send(member, SETTING, { method: 'POST', body: '{}' });
    expect(member.truth()).toBe('off');
    expect(member.arrivals().map(({ changed }) => changed)).toEqual([true]);
  });
});

describe('saving', () => {
  it.each([
    ['save-500', 500],
    ['save-403', 403],
    ['save-not-kept', 200],
    ['save-applied-late', 200],
    ['session-ends-at-save', 401],
  ])('%s answers %i and keeps nothing yet', async (variant, status) => {
    const member = site.addMember({ variant });
    expect((await save(member, false)).status).toBe(status);
    expect(member.truth()).toBe('on');
  });

  it('can change what the page is afterwards', async () => {
    const member = site.addMember({ variant: 'rate-limited-after-save' });
    expect((await send(member, PAGE)).status).toBe(200);
    await save(member, false);
    expect((await send(member, PAGE)).status).toBe(429);
  });
});

describe('one particular request', () => {
  const statusOf = async (member: Member, path: string) => {
    const answer = await send(member, path);
    await answer.text();
    return answer.status;
  };
  const visits = async (does: Happening, path = PAGE) => {
    const member = site.addMember({ variant: { atRequest: [{ nth: 2, does }] } });
    const statuses: (number | string)[] = [];
    for (let nth = 1; nth <= 3; nth += 1) statuses.push(await statusOf(member, path).catch(() => 'none'));
    return { member, statuses };
  };

  it.each<[Happening, (number | string)[]]>([
    [429, [200, 429, 200]],
    ['to-checkpoint', [200, 302, 200]],
    ['cut', [200, 'none', 200]],
    ['reset', [200, 'none', 200]],
    ['ends-session', [200, 302, 302]],
    [{ slow: 20 }, [200, 200, 200]],
  ])('may be met by %j', async (does, statuses) => {
    expect((await visits(does)).statuses).toEqual(statuses);
  });

  it('may be a call for data', async () => {
    expect((await visits('ends-session', SETTING)).statuses).toEqual([200, 401, 401]);
  });

  it('is told as the member’s also after their session has ended', async () => {
    expect((await visits('ends-session')).member.arrivals()).toHaveLength(3);
  });

  it('is not counted where it only reports a click', async () => {
    const member = site.addMember({ variant: { atRequest: [{ nth: 1, does: 503 }] } });
    expect((await send(member, '/demo/clicked?on=ours')).status).toBe(200);
    expect((await send(member, PAGE)).status).toBe(503);
  });
});

describe('variants', () => {
  it('are known by name; an unknown one is refused', () => {
    expect(() => site.addMember({ variant: 'no-such' })).toThrow('no variant “no-such”');
  });

  const drawn = Object.entries(VARIANTS).filter(([, { answer }]) => answer === undefined);
  it.each(drawn)('%s sends a page whose script stands on its own', async (variant, { key }) => {
    const html = await (await send(site.addMember({ variant }), PAGE)).text();
    const script = html.slice(html.lastIndexOf('<script>') + '<script>'.length, html.lastIndexOf('</script>'));
    expect(script).toContain(`"key":"${key ?? 'allowDataForGenerativeAI'}"`);
    expect(script).not.toMatch(/__vi|import/);
    expect(() => new Function(script)).not.toThrow();
  });

  it('are listed for people, with a plain word on what this is not', async () => {
    const html = await (await send(null, '/')).text();
    expect(html).toContain('This is not LinkedIn');
    for (const name of Object.keys(VARIANTS)) expect(html).toContain(`variant=${name}&amp;truth=on`);
  });

  it('let a person in by a link', async () => {
    const answer = await send(null, '/demo/enter?variant=german&truth=off');
    expect(answer.headers.get('location')).toBe(PAGE);
    expect(answer.headers.getSetCookie().join()).toMatch(/li_at=AQED\w+; HttpOnly; Path=\//);
  });
});

describe('under another name', () => {
  it('gives cookies for that name', async () => {
    const named = await openLookalikeSite({ publicHost: 'www.linkedin.com' });
    const { cookies } = named.addMember().storageState;
    expect(cookies.map(({ name, domain }) => `${name} ${domain}`)).toEqual([
      'li_at .www.linkedin.com',
      'JSESSIONID .www.linkedin.com',
      'bcookie .linkedin.com',
      'lang .linkedin.com',
    ]);
    await named.close();
  });
});
